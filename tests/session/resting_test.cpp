#include "catch.hpp"
#include "session/inside.hpp"
#include "session/listening.hpp"

namespace session_resting_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

const auto nobody = [](QuestionKind) -> std::optional<Choice> { return std::nullopt; };

enum class Cause { person, cramp, rule, signal };

void bring(Rehearsal& rehearsal, Cause cause) {
  switch (cause) {
    case Cause::person:
      return rehearsal.give(Command{{}, Action::pause});
    case Cause::cramp:
      return rehearsal.give(SymptomReport{{}, Symptom::cramp, {}});
    case Cause::rule:
      rehearsal.body.knees = degrees(-12);
      return;
    case Cause::signal:
      rehearsal.body.sensor = false;
      return;
  }
}

Rehearsal of(const std::string& exercise, SessionOptions options, Body body) {
  body.rate = 10.0;
  body.easy = {degrees(60), degrees(66)};
  const Exercise& known = exercise_of(exercise);
  return Rehearsal{Session{known, screened(known), std::move(options)}, std::move(body)};
}

Rehearsal in_a_block(Answers answers = Answers::voice) {
  Rehearsal rehearsal = of("dynamic-inner-thigh-stretch", {.answers = answers}, {});
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.play_for(9_s);
  rehearsal.events.clear();
  return rehearsal;
}

/// The time of each question of a kind.
std::vector<Time> asked(const Rehearsal& rehearsal, QuestionKind kind) {
  std::vector<Time> times;
  for (const QuestionAsked& question : all<QuestionAsked>(rehearsal.events)) {
    if (question.kind == kind) times.push_back(question.time);
  }
  return times;
}

std::vector<std::string> said(const Rehearsal& rehearsal, Moment moment, const std::string& language = "en") {
  std::vector<std::string> texts;
  for (const Event& event : rehearsal.events) {
    const auto* cue = std::get_if<CueGiven>(&event);
    if (cue && cue->moment == moment) texts.push_back(rehearsal.session.text(event, language));
  }
  return texts;
}

}  // namespace

TEST_CASE("whatever brings a pause, wherever, and whoever answers or cannot: nobody lies there in silence, and it ends",
          "[SR-17]") {
  const std::vector<std::pair<Phase, Stage>> places{{Phase::setting_up, Stage::settling},
                                                    {Phase::measuring, Stage::opening},
                                                    {Phase::stretching, Stage::opening},
                                                    {Phase::remeasuring, Stage::checking}};
  const std::vector<std::string> languages{"en", "de", "es"};
  std::size_t which = 0;
  for (const std::string& exercise : five_exercises) {
    for (const auto& [phase, stage] : places) {
      for (const Cause cause : {Cause::person, Cause::cramp, Cause::rule, Cause::signal}) {
        for (const Answers answers : {Answers::none, Answers::voice}) {
          const std::string& language = languages[which++ % languages.size()];
          CAPTURE(exercise, name(phase), static_cast<int>(cause), name(answers), language);
          // Between two ends nothing is measured.
          const bool between = exercise_of(exercise).movement.direction == MotionDirection::both;
          if (between && phase == Phase::measuring) continue;
          Rehearsal rehearsal = of(exercise, {.language = language, .answers = answers}, {.reply = nobody});
          REQUIRE(rehearsal.play_to(phase, stage));
          Silence silence;
          silence.hear(rehearsal.session, rehearsal.events);
          bring(rehearsal, cause);
          silence.hear(rehearsal.session, rehearsal.latest);
          Time longest{0};
          rehearsal.play([&] {
            silence.hear(rehearsal.session, rehearsal.latest);
            longest = std::max(longest, silence.at(rehearsal.now));
          });
          CHECK(rehearsal.session.over());
          CHECK(to_seconds(longest) < 45.0);
        }
      }
    }
  }
}

TEST_CASE("a cramp is asked about every half minute, helped with other words each time, and led out in the end") {
  for (const Answers answers : {Answers::voice, Answers::none}) {
    Rehearsal rehearsal = in_a_block(answers);
    rehearsal.body.moves = false;
    const Time from = rehearsal.now;
    rehearsal.give(SymptomReport{{}, Symptom::cramp, {}});
    rehearsal.play();
    const bool answered = answers != Answers::none;
    const std::vector<Time> times = asked(rehearsal, QuestionKind::go_on);
    CHECK(times.empty() == !answered);
    if (answered) CHECK(times.front() - from < 50_s);
    const std::vector<std::string> words = said(rehearsal, Moment::ask_go_on);
    REQUIRE(words.size() >= 2);
    CHECK(words[0] != words[1]);
    const std::vector<std::string> helps = said(rehearsal, Moment::help);
    REQUIRE(helps.size() >= 2);
    CHECK(helps[0] != helps[1]);
    CHECK(rehearsal.session.summary().end_reason == EndReason::no_answer);
    CHECK(rehearsal.now - from < 260_s);
    CHECK(count_of(rehearsal.events, Moment::come_out) >= 2);
    CHECK(all<NobodyAnswers>(rehearsal.events).size() == (answered ? 1 : 0));
  }
}

TEST_CASE("who says \"go on\" each time, and cannot do what a rule waits for, is led out in four minutes") {
  Rehearsal rehearsal = in_a_block();
  rehearsal.body.moves = false;
  rehearsal.body.reply = [](QuestionKind kind) {
    return kind == QuestionKind::go_on ? std::optional{Choice::go_on} : agreeable(kind);
  };
  rehearsal.body.knees = degrees(-12);
  const Time from = rehearsal.now;
  rehearsal.play();
  CHECK(rehearsal.session.over());
  CHECK(rehearsal.session.summary().end_reason == EndReason::cap);
  CHECK(asked(rehearsal, QuestionKind::go_on).size() >= 3);
  CHECK(rehearsal.now - from < 330_s);
}

TEST_CASE("the three answers in a pause: it goes on, it lasts a little longer, or the way out comes") {
  for (const Choice choice : {Choice::go_on, Choice::longer, Choice::come_down}) {
    Rehearsal rehearsal = in_a_block();
    rehearsal.give(Command{{}, Action::pause});
    while (!inside(rehearsal.session).talk.question) rehearsal.step();
    CHECK(rehearsal.session.view().waiting_for == "an answer: go_on");
    rehearsal.give(Answer{{}, inside(rehearsal.session).talk.question->id, choice});
    const Phase after = choice == Choice::go_on    ? Phase::stretching
                        : choice == Choice::longer ? Phase::paused
                                                   : Phase::coming_out;
    CHECK(rehearsal.session.phase() == after);
    if (choice != Choice::longer) continue;
    CHECK(rehearsal.session.view().waiting_for == "resume");
    const Time from = rehearsal.now;
    while (!inside(rehearsal.session).talk.question) rehearsal.step();
    CHECK(rehearsal.now - from > 28_s);
    CHECK(rehearsal.now - from < 40_s);
  }
}

TEST_CASE("who wants longer each time rests until the exercise's own cap, and no longer") {
  Rehearsal rehearsal = in_a_block();
  rehearsal.body.reply = [](QuestionKind) { return std::optional{Choice::longer}; };
  rehearsal.give(Command{{}, Action::pause});
  while (rehearsal.session.phase() == Phase::paused) rehearsal.step();
  CHECK(inside(rehearsal.session).end_reason == EndReason::cap);
  CHECK(to_seconds(rehearsal.now) == Approx(to_seconds(inner_thigh().dose.cap_in_position)).margin(0.2));
}

TEST_CASE("to go on does not overrule a rule: it says again what it waits for, and a little longer outlasts it") {
  for (const Choice choice : {Choice::go_on, Choice::longer}) {
    Rehearsal rehearsal = in_a_block();
    rehearsal.body.knees = degrees(-12);
    while (!inside(rehearsal.session).talk.question) rehearsal.step();
    REQUIRE(rehearsal.session.phase() == Phase::paused);
    rehearsal.events.clear();
    rehearsal.give(Answer{{}, inside(rehearsal.session).talk.question->id, choice});
    rehearsal.play_for(10_s);
    CHECK(rehearsal.session.phase() == Phase::paused);
    CHECK((count_of(rehearsal.events, Moment::rule) > 0) == (choice == Choice::go_on));
    rehearsal.body.knees = degrees(9);
    rehearsal.play_for(5_s);
    CHECK(rehearsal.session.phase() == (choice == Choice::go_on ? Phase::stretching : Phase::paused));
  }
}

TEST_CASE("two questions without an answer: are you all right? Then the app is told, and the way out is spoken",
          "[SR-17]") {
  Rehearsal rehearsal = in_a_block();
  rehearsal.body.moves = false;
  rehearsal.give(Command{{}, Action::pause});
  const Time from = rehearsal.now;
  rehearsal.play();
  CHECK(asked(rehearsal, QuestionKind::go_on).size() == 2);
  REQUIRE(asked(rehearsal, QuestionKind::all_right).size() == 1);
  const auto told = all<NobodyAnswers>(rehearsal.events);
  REQUIRE(told.size() == 1);
  CHECK(told.front().since >= from);
  CHECK(told.front().since < from + 2_s);  // the legs came home
  CHECK(told.front().phase == Phase::paused);
  CHECK(told.front().time > asked(rehearsal, QuestionKind::all_right).front() + 8_s);
  CHECK(rehearsal.session.summary().end_reason == EndReason::no_answer);
}

TEST_CASE("a movement that is seen, a report or an answer is a sign of life") {
  for (const int sign : {0, 1, 2}) {
    CAPTURE(sign);
    Rehearsal rehearsal = in_a_block();
    rehearsal.body.moves = false;
    rehearsal.give(Command{{}, Action::pause});
    while (asked(rehearsal, QuestionKind::all_right).empty()) rehearsal.step();
    if (sign == 0) {
      for (int i = 0; i < 40; ++i) {
        Posture shown{rehearsal.now += 50_ms};
        shown.set(Channel::hip_abduction_left, degrees(2 + i));
        shown.set(Channel::hip_abduction_right, degrees(2 + i));
        for (const Side side : both_sides) shown.set(channel(Motion::knee_flexion, side), degrees(9));
        rehearsal.give(shown);
      }
    }
    if (sign == 1) rehearsal.give(FeltStretch{{}, Stretch::comfortable});
    if (sign == 2) rehearsal.give(Answer{{}, inside(rehearsal.session).talk.question->id, Choice::yes});
    rehearsal.play_for(12_s);
    CHECK(all<NobodyAnswers>(rehearsal.events).empty());
    CHECK(rehearsal.session.phase() == Phase::paused);
  }
}

TEST_CASE("who is not all right is answered as somebody with whom something is wrong") {
  Rehearsal rehearsal = in_a_block();
  rehearsal.body.moves = false;
  rehearsal.give(Command{{}, Action::pause});
  while (asked(rehearsal, QuestionKind::all_right).empty()) rehearsal.step();
  rehearsal.give(Answer{{}, inside(rehearsal.session).talk.question->id, Choice::no});
  CHECK(rehearsal.session.phase() == Phase::stopped);
  REQUIRE(all<SymptomHeard>(rehearsal.latest).size() == 1);
  CHECK(all<SymptomHeard>(rehearsal.latest).front().symptom == Symptom::something_wrong);
}

TEST_CASE("who got down and does not answer is asked after at once; where nobody can answer nothing is asked") {
  for (const Answers answers : {Answers::voice, Answers::none}) {
    Rehearsal rehearsal{Session{inner_thigh(), screened(inner_thigh()), {.answers = answers, .sensor = Sensor::none}},
                        {.sensor = false}};
    rehearsal.play();
    const bool answered = answers != Answers::none;
    CHECK(asked(rehearsal, QuestionKind::all_right).size() == (answered ? 1 : 0));
    CHECK(all<NobodyAnswers>(rehearsal.events).size() == (answered ? 1 : 0));
    if (!answered) CHECK(all<QuestionAsked>(rehearsal.events).empty());
    if (answered) CHECK(all<NobodyAnswers>(rehearsal.events).front().phase == Phase::setting_up);
    CHECK(rehearsal.session.phase() == Phase::finished);
  }
}

TEST_CASE("an app that says away is not talked to, and not waited for longer than four hours") {
  Rehearsal rehearsal = in_a_block();
  rehearsal.give(Command{{}, Action::away});
  rehearsal.play_for(120_s);
  CHECK(asked(rehearsal, QuestionKind::go_on).empty());
  CHECK(rehearsal.session.phase() == Phase::paused);
  for (int minute = 1; minute <= 245 && !rehearsal.session.over(); ++minute) {
    rehearsal.give(Tick{rehearsal.now + 60_s * minute});
  }
  CHECK(rehearsal.session.summary().end_reason == EndReason::no_answer);
}

TEST_CASE("while a question is open nothing is said but what safety asks for") {
  for (const std::string& exercise : five_exercises) {
    for (const bool sensor : {true, false}) {
      CAPTURE(exercise, sensor);
      Rehearsal rehearsal = of(exercise, {.answers = Answers::tap}, {.sensor = sensor, .reply = agreeable});
      rehearsal.play([&] {
        // What opens or closes it in this step is not told apart from what is said just before or after.
        const bool turns = !all<QuestionAsked>(rehearsal.latest).empty();
        if (turns || !inside(rehearsal.session).talk.question) return;
        for (const CueGiven& cue : all<CueGiven>(rehearsal.latest)) CHECK(cue.priority >= Priority::safety);
      });
    }
  }
}

}  // namespace session_resting_test
