// Emergencies speak first, whole, again, and nothing contradicts them.

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>

#include <stretchcore/cue/body_words.hpp>
#include <stretchcore/cue/render.hpp>
#include <stretchcore/detail/describe.hpp>

#include "catch.hpp"
#include "session/people.hpp"
#include "session/stopping.hpp"

namespace session_emergency_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

const std::vector<std::string> languages{"en", "de", "es"};
const std::vector<Symptom> emergencies{Symptom::chest_pain_or_breathlessness, Symptom::saddle_numbness_or_bladder};

/// A session somewhere in its course, and where that is.
struct Somewhere {
  std::string name;
  std::function<Rehearsal()> make;
};

/// From before the start to after the end, in rest and in motion, with eyes and without.
std::vector<Somewhere> everywhere(const SessionOptions& options = {}) {
  const auto at = [options](Phase phase, Stage stage, bool sensor = true) {
    Rehearsal rehearsal{Session{inner_thigh(), screened(inner_thigh()), options}, {.sensor = sensor}};
    REQUIRE(rehearsal.play_to(phase, stage));
    return rehearsal;
  };
  const auto over = [at] {
    Rehearsal rehearsal = at(Phase::stretching, Stage::opening);
    rehearsal.give(Command{{}, Action::enough});
    rehearsal.play();
    REQUIRE(rehearsal.session.phase() == Phase::finished);
    return rehearsal;
  };
  return {
      {"before the start",
       [options] {
         return Rehearsal{Session{inner_thigh(), {}, options}};
       }},
      {"getting down", [at] { return at(Phase::setting_up, Stage::settling); }},
      {"lying still", [at] { return at(Phase::setting_up, Stage::stilling); }},
      {"measuring", [at] { return at(Phase::measuring, Stage::opening); }},
      {"stretching", [at] { return at(Phase::stretching, Stage::opening); }},
      {"by feel", [at] { return at(Phase::stretching, Stage::opening, false); }},
      {"a question is open", [at] { return at(Phase::remeasuring, Stage::asking_change); }},
      {"paused",
       [at] {
         Rehearsal rehearsal = at(Phase::stretching, Stage::opening);
         rehearsal.give(Command{{}, Action::pause});
         return rehearsal;
       }},
      {"away",
       [at] {
         Rehearsal rehearsal = at(Phase::stretching, Stage::opening);
         rehearsal.give(Command{{}, Action::away});
         return rehearsal;
       }},
      {"lost",
       [at] {
         Rehearsal rehearsal = at(Phase::stretching, Stage::opening);
         rehearsal.body.sensor = false;
         rehearsal.play_for(20_s);
         return rehearsal;
       }},
      {"coming out",
       [at] {
         Rehearsal rehearsal = at(Phase::stretching, Stage::opening);
         rehearsal.give(Command{{}, Action::enough});
         rehearsal.play_for(30_s);
         return rehearsal;
       }},
      {"stopped",
       [at] {
         Rehearsal rehearsal = at(Phase::stretching, Stage::opening);
         rehearsal.give(Command{{}, Action::stop});
         return rehearsal;
       }},
      {"what is felt is asked",
       [at] {
         Rehearsal rehearsal = at(Phase::stretching, Stage::opening);
         rehearsal.give(Command{{}, Action::stop});
         rehearsal.play_for(7_s);
         return rehearsal;
       }},
      {"whether help is needed is asked",
       [at] {
         Rehearsal rehearsal = at(Phase::stretching, Stage::opening);
         rehearsal.give(SymptomReport{{}, Symptom::something_wrong});
         return rehearsal;
       }},
      {"after a milder symptom",
       [at] {
         Rehearsal rehearsal = at(Phase::stretching, Stage::opening);
         rehearsal.give(SymptomReport{{}, Symptom::tingling});
         rehearsal.play_for(9_s);
         return rehearsal;
       }},
      {"after the end", over},
      {"after finish",
       [at] {
         Rehearsal rehearsal = at(Phase::stretching, Stage::opening);
         rehearsal.session.finish(rehearsal.now);
         return rehearsal;
       }},
  };
}

bool calls(const Event& event) {
  const auto* cue = std::get_if<CueGiven>(&event);
  return std::holds_alternative<Emergency>(event) || (cue && cue->moment == Moment::call);
}

/// Time passes, and nothing is heard but the call and where to put the body. How often it was called.
int only_calls(Rehearsal& rehearsal, Time length) {
  int count = 0;
  const Time until = rehearsal.now + length;
  while (rehearsal.now < until) {
    rehearsal.now += 100_ms;
    rehearsal.give(Tick{rehearsal.now});
    for (const Event& event : rehearsal.latest) {
      REQUIRE_FALSE(std::holds_alternative<QuestionAsked>(event));
      if (std::holds_alternative<Emergency>(event)) ++count;
      const auto* cue = std::get_if<CueGiven>(&event);
      if (cue) REQUIRE((cue->moment == Moment::call || cue->moment == Moment::posture));
    }
  }
  return count;
}

}  // namespace

TEST_CASE("an emergency is answered with the call in the same call, wherever the session is", "[SR-19]") {
  for (const Somewhere& place : everywhere()) {
    for (const Symptom symptom : emergencies) {
      CAPTURE(place.name, name(symptom));
      Rehearsal rehearsal = place.make();
      rehearsal.give(SymptomReport{{}, symptom, Side::left});
      const auto heard = all<SymptomHeard>(rehearsal.latest);
      const auto told = all<Emergency>(rehearsal.latest);
      const auto said = all<CueGiven>(rehearsal.latest);
      REQUIRE(heard.size() == 1);
      CHECK(heard.front().urgency == Urgency::emergency);
      REQUIRE(told.size() == 1);
      CHECK(told.front().symptom == symptom);
      CHECK(told.front().times_said == 1);
      CHECK(told.front().repeat_after == 20_s);
      REQUIRE(said.size() == 1);
      CHECK(said.front().moment == Moment::call);
      CHECK(said.front().interrupts);
      CHECK(said.front().priority == Priority::emergency);
      CHECK(said.front().time == heard.front().time);
      CHECK_FALSE(inside(rehearsal.session).talk.question);
      CHECK(rehearsal.session.phase() == Phase::stopped);
    }
  }
}

TEST_CASE("a report is heard whatever its time says, and the words wait for no clock", "[SR-19]") {
  for (const std::optional<Time> time : {std::optional<Time>{}, std::optional{0_s}, std::optional{1'700'000'000_s},
                                         std::optional{-5_s}, std::optional{Time::max()}}) {
    for (const Somewhere& place : everywhere()) {
      CAPTURE(place.name);
      Rehearsal rehearsal = place.make();
      rehearsal.give(SymptomReport{time, Symptom::chest_pain_or_breathlessness});
      CHECK(std::any_of(rehearsal.latest.begin(), rehearsal.latest.end(), calls));
    }
  }
}

TEST_CASE("the call is heard to its end within six seconds, in every language, with a short number or none",
          "[SR-19]") {
  for (const std::string& language : languages) {
    for (const std::string number : {"", "112", "911"}) {
      CAPTURE(language, number);
      Rehearsal rehearsal{Session{inner_thigh(), {}, {.language = language, .emergency_number = number}}};
      rehearsal.give(SymptomReport{{}, Symptom::chest_pain_or_breathlessness});
      const std::string words = rehearsal.session.text(all<Emergency>(rehearsal.latest).at(0), language);
      CHECK(call_length(words, number) <= 6_s);
      CHECK(words == rehearsal.session.text(all<CueGiven>(rehearsal.latest).at(0), language));
      CHECK(words.find(rehearsal.session.emergency_number(language)) != std::string::npos);
      CHECK(words.find('{') == std::string::npos);
      if (!number.empty()) CHECK(rehearsal.session.emergency_number(language) == number);
    }
  }
}

TEST_CASE("the call is said every 20 s until it is acknowledged, over the end of the session and after finish",
          "[SR-19]") {
  for (const Somewhere& place : everywhere()) {
    for (const bool finished : {false, true}) {
      CAPTURE(place.name, finished);
      Rehearsal rehearsal = place.make();
      rehearsal.give(SymptomReport{{}, Symptom::saddle_numbness_or_bladder});
      if (finished) rehearsal.session.finish(rehearsal.now);
      CHECK(only_calls(rehearsal, 130_s) == 6);
      CHECK(rehearsal.session.over());
      const View view = rehearsal.session.view();
      REQUIRE(view.emergency);
      CHECK(view.emergency->times_said == 7);
      CHECK(std::count(view.actions.begin(), view.actions.end(), Action::stop) == 1);
      CHECK(std::count(view.actions.begin(), view.actions.end(), Action::acknowledge) == 1);
      rehearsal.give(Command{{}, Action::acknowledge});
      CHECK(only_calls(rehearsal, 130_s) == 0);
      CHECK_FALSE(rehearsal.session.view().emergency);
      CHECK(rehearsal.session.summary().symptoms.back().urgency == Urgency::emergency);
    }
  }
}

TEST_CASE("after a call nothing that is reported, pressed or answered is answered with other words", "[SR-19]") {
  for (const Somewhere& place : everywhere()) {
    CAPTURE(place.name);
    Rehearsal rehearsal = place.make();
    rehearsal.give(SymptomReport{{}, Symptom::chest_pain_or_breathlessness});
    const auto quiet = [&](const Input& input) {
      rehearsal.give(input);
      for (const CueGiven& cue : all<CueGiven>(rehearsal.latest)) {
        REQUIRE((cue.moment == Moment::call || cue.moment == Moment::posture));
      }
      REQUIRE(all<QuestionAsked>(rehearsal.latest).empty());
      REQUIRE(rehearsal.session.phase() == Phase::stopped);
      REQUIRE(rehearsal.session.view().emergency);
    };
    detail::each_enumerator<Symptom>([&](std::string_view, Symptom symptom) {
      quiet(SymptomReport{{}, symptom});
      CHECK(only_calls(rehearsal, 3_s) <= 1);
    });
    detail::each_enumerator<Action>([&](std::string_view, Action action) {
      if (action != Action::acknowledge) quiet(Command{{}, action});
    });
    for (int id = 0; id < 9; ++id) {
      detail::each_enumerator<Choice>([&](std::string_view, Choice choice) {
        const bool help_is_not_needed = id > 0 && choice == Choice::no;  // said late, it ends the calls
        if (!help_is_not_needed) quiet(Answer{{}, id, choice});
      });
    }
    quiet(PainRating{{}, 9});
    quiet(PainRating{{}, 3});
    quiet(FeltStretch{{}, Stretch::too_much});
    quiet(FeltChange{{}, Feeling::tighter});
    quiet(FeltSide{{}, FirstSide::left});
    CHECK(only_calls(rehearsal, 60_s) >= 2);
    CHECK(rehearsal.session.view().emergency->symptom == Symptom::chest_pain_or_breathlessness);
  }
}

TEST_CASE("pressed again and again, the call is still said to its end; later it is said again at once") {
  Rehearsal rehearsal{Session{inner_thigh()}};
  for (int i = 0; i < 20; ++i) {
    rehearsal.now += 200_ms;
    rehearsal.give(SymptomReport{rehearsal.now, Symptom::chest_pain_or_breathlessness});
    CHECK(all<Emergency>(rehearsal.latest).size() == (i == 0 ? 1 : 0));
  }
  rehearsal.now += 8_s;
  rehearsal.give(SymptomReport{rehearsal.now, Symptom::chest_pain_or_breathlessness});
  CHECK(all<Emergency>(rehearsal.latest).size() == 1);
  rehearsal.give(Command{{}, Action::acknowledge});
  rehearsal.now += 8_s;
  rehearsal.give(SymptomReport{rehearsal.now, Symptom::chest_pain_or_breathlessness});
  CHECK(all<Emergency>(rehearsal.latest).size() == 1);  // it is felt again: the screen is there again
  CHECK(rehearsal.session.view().emergency);
}

TEST_CASE("a call that the voice could not say is said again soon") {
  Rehearsal rehearsal{Session{inner_thigh()}};
  rehearsal.give(SymptomReport{{}, Symptom::chest_pain_or_breathlessness});
  rehearsal.give(CueSpoken{{}, all<CueGiven>(rehearsal.latest).at(0).cue, Speech::failed});
  CHECK(only_calls(rehearsal, 3_s) == 1);
  CHECK(only_calls(rehearsal, 15_s) == 0);
}

TEST_CASE("chest and breath are told to sit up, and nobody who is told to call hears to stay lying or to get up") {
  const std::set<std::string> forbidden{"stay lying", "get up",   "lie down",  "on one side", "bleib liegen",
                                        "steh auf",   "leg dich", "Seite",     "levánta",     "quédate en el suelo",
                                        "túmbate",    "de lado",  "acuéstate", "Acuéstate"};
  for (const Somewhere& place : everywhere()) {
    for (const std::string& language : languages) {
      CAPTURE(place.name, language);
      Rehearsal rehearsal = place.make();
      rehearsal.give(SymptomReport{{}, Symptom::chest_pain_or_breathlessness});
      std::string posture;
      const auto hear = [&] {
        for (const CueGiven& cue : all<CueGiven>(rehearsal.latest)) {
          const std::string words = rehearsal.session.text(cue, language);
          for (const std::string& each : forbidden) CHECK(words.find(each) == std::string::npos);
          if (cue.moment == Moment::posture) posture = words;
        }
      };
      hear();
      for (int i = 0; i < 250; ++i) {
        rehearsal.now += 100_ms;
        rehearsal.give(Tick{rehearsal.now});
        hear();
      }
      const std::string sit = language == "en" ? "it" : language == "de" ? "etz dich" : "espalda";
      CHECK(posture.find(sit) != std::string::npos);
      CHECK((posture == rehearsal.session.view().emergency->posture || language != "en"));
    }
  }
}

TEST_CASE("every emergency has words for the body wherever it is") {
  std::set<std::pair<Concern, BodyPosition>> there;
  for (const BodyWords& words : body_words()) {
    for (const BodyPosition from : words.from) {
      CHECK(there.emplace(words.concern, from).second);  // one each
    }
    for (const std::string& language : languages) {
      CAPTURE(words.cue.id, language);
      REQUIRE(words.cue.text.contains(language));
      CHECK(spoken_length(words.cue.text.at(language)) <= 8_s);
    }
  }
  detail::each_enumerator<Concern>([&](std::string_view, Concern concern) {
    detail::each_enumerator<BodyPosition>([&](std::string_view word, BodyPosition body) {
      CAPTURE(name(concern), std::string{word});
      // A stretch has its own way out; whoever lies may be out of it already.
      const bool stretched =
          concern == Concern::ordinary && body <= BodyPosition::standing && body != BodyPosition::lying;
      CHECK(there.contains({concern, body}) == !stretched);
    });
  });
}

TEST_CASE("fainting is reported as chest and breath are: their words keep who feels faint low, wherever the body is") {
  int rows = 0;
  for (const BodyWords& words : body_words()) {
    if (words.concern != Concern::breath) continue;
    ++rows;
    for (const auto& [language, faint] : std::map<std::string, std::pair<std::string, std::string>>{
             {"en", {"faint", "low"}}, {"de", {"schwarz vor Augen", "unten"}}, {"es", {"mareas", "baj"}}}) {
      CAPTURE(words.cue.id, language);
      const std::string& text = words.cue.text.at(language);
      REQUIRE(text.find(faint.first) != std::string::npos);
      CHECK(text.find(faint.second, text.find(faint.first)) != std::string::npos);
    }
  }
  CHECK(rows == 4);
}

TEST_CASE("what the exercise makes an emergency is one, and what it is called stays") {
  Exercise strict = inner_thigh();
  for (StopSymptom& stop : strict.stop_symptoms) {
    if (stop.symptom == Symptom::numbness) stop.urgency = Urgency::emergency;
  }
  strict.stop_symptoms.push_back({.symptom = Symptom::other,
                                  .id = "it_bleeds",
                                  .name = {{"en", "It bleeds"}},
                                  .response = Response::pause,
                                  .urgency = Urgency::emergency,
                                  .advice = {{"en", "Press on it."}}});
  for (const SymptomReport& report :
       {SymptomReport{{}, Symptom::numbness}, SymptomReport{{}, Symptom::other, {}, "it_bleeds"}}) {
    Rehearsal rehearsal{Session{strict}};
    REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
    rehearsal.give(report);
    CHECK(all<Emergency>(rehearsal.latest).size() == 1);
    CHECK(only_calls(rehearsal, 50_s) == 2);
    CHECK(rehearsal.session.summary().symptoms.front().urgency == Urgency::emergency);
  }
}

TEST_CASE("an emergency number is a number, and short enough") {
  for (const std::string good : {"", "112", "+49 112", "(03) 000-000", "*112#"}) {
    CHECK_NOTHROW(Session{inner_thigh(), {}, {.emergency_number = good}});
  }
  for (const std::string bad : {"one one two", "112;999", "+", "123456789012345678901", "112\n"}) {
    CHECK_THROWS_AS((Session{inner_thigh(), {}, {.emergency_number = bad}}), InvalidModel);
  }
}

TEST_CASE("no exercise has words of its own for a call") {
  for (const Moment moment : {Moment::call, Moment::posture, Moment::ask_felt, Moment::ask_help}) {
    Exercise exercise = inner_thigh();
    exercise.cues.push_back({.id = "own", .moment = moment, .text = {{"en", "It is nothing."}}});
    CHECK_THROWS_AS(exercise.validate(), InvalidModel);
  }
}

TEST_CASE("somebody who answered nothing and then says that something is wrong waits no longer for the call",
          "[SR-19]") {
  for (const bool answers_no : {false, true}) {  // reported by themselves, or the answer to whether they are all right
    CAPTURE(answers_no);
    Rehearsal rehearsal{Session{inner_thigh(), screened(inner_thigh())}, {.sensor = false}};
    REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
    rehearsal.give(Command{{}, Action::pause});
    const auto worried = [&] {
      const auto& question = inside(rehearsal.session).talk.question;
      return question && question->kind == QuestionKind::all_right;
    };
    for (const Time until = rehearsal.now + 200_s; !worried() && rehearsal.now < until;) rehearsal.step();
    REQUIRE(worried());
    const auto told_before = all<NobodyAnswers>(rehearsal.events).size();
    const int id = inside(rehearsal.session).talk.question->id;
    if (answers_no) rehearsal.give(Answer{{}, id, Choice::no});
    if (!answers_no) rehearsal.give(SymptomReport{{}, Symptom::something_wrong});
    const auto asked = all<QuestionAsked>(rehearsal.latest);
    REQUIRE(asked.size() == 1);
    CHECK(asked.front().kind == QuestionKind::need_help);
    bool called = false;
    while (!called && rehearsal.now <= asked.front().answer_by) {
      rehearsal.now += 100_ms;
      rehearsal.give(Tick{rehearsal.now});
      CHECK(all<NobodyAnswers>(rehearsal.latest).empty());
      CHECK(all<QuestionAsked>(rehearsal.latest).empty());
      called = !all<Emergency>(rehearsal.latest).empty();
    }
    CHECK(called);
    CHECK(only_calls(rehearsal, 60_s) >= 2);
    CHECK(all<NobodyAnswers>(rehearsal.events).size() == told_before);
  }
}

TEST_CASE("a session saved in the middle of a call goes on with it") {
  Rehearsal rehearsal{Session{inner_thigh()}};
  rehearsal.give(SymptomReport{{}, Symptom::chest_pain_or_breathlessness});
  rehearsal.now += 3_s;
  rehearsal.give(Tick{rehearsal.now});
  Rehearsal restored{Session{inner_thigh(), {}, {}, rehearsal.session.state()}};
  restored.now = rehearsal.now;
  CHECK(only_calls(restored, 50_s) == only_calls(rehearsal, 50_s));
  CHECK(restored.session.state() == rehearsal.session.state());
}

}  // namespace session_emergency_test
