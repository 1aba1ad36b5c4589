#include "session/keeping.hpp"

#include <algorithm>
#include <boost/container/static_vector.hpp>

#include "catch.hpp"
#include "session/inputs/inputs.hpp"
#include "session/people.hpp"

namespace session_keeping_test {

using namespace stretchcore;
using Catch::Matchers::Contains;

namespace {

struct Entry {
  int number = 0;
  int weight = 0;

  bool operator==(const Entry&) const = default;
};

/// What has to be left of a list with so much room: the latest, and of the others those of most weight, of equal ones
/// the latest; in their order.
std::vector<Entry> left_of(const std::vector<Entry>& all, std::size_t room) {
  if (all.size() <= room) return all;
  std::vector<Entry> kept{all.begin(), all.end() - 1};
  std::stable_sort(kept.begin(), kept.end(), [](const Entry& a, const Entry& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.number > b.number;
  });
  kept.resize(room - 1);
  kept.push_back(all.back());
  std::sort(kept.begin(), kept.end(), [](const Entry& a, const Entry& b) { return a.number < b.number; });
  return kept;
}

/// Reports in order; whatever stops is stopped, whatever rests goes on.
Session after(const std::vector<Symptom>& reports) {
  Session session{inner_thigh(), {}, {.sensor = Sensor::none}};
  session.report(Command{seconds(0), Action::start});
  Time now{0};
  for (const Symptom symptom : reports) {
    session.report(SymptomReport{now += seconds(1), symptom, {}});
    session.report(Command{now += seconds(1), Action::resume});
  }
  return session;
}

bool has(const Summary& summary, Symptom symptom) {
  return std::any_of(summary.symptoms.begin(), summary.symptoms.end(),
                     [&](const SymptomNote& note) { return note.symptom == symptom; });
}

Urgency urgency_of(Symptom symptom) {
  const std::vector<StopSymptom> all = heard_symptoms(inner_thigh().stop_symptoms);
  return *std::find_if(all.begin(), all.end(), [&](const StopSymptom& each) {
            return each.symptom == symptom;
          })->urgency;
}

/// A session that stretches and is paused and resumed without end.
Rehearsal wordy(int times) {
  Rehearsal rehearsal{Session{inner_thigh()}, {.rate = 10, .reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  for (int i = 0; i < times; ++i) {
    rehearsal.give(Command{{}, Action::pause});
    rehearsal.give(Command{{}, Action::resume});
    rehearsal.play_for(seconds(0.1));
  }
  return rehearsal;
}

}  // namespace

TEST_CASE("a full list keeps the latest and the gravest, in order, and counts all", "[SR-4]") {
  Dice dice{7};
  for (int round = 0; round < 400; ++round) {
    boost::container::static_vector<Entry, 5> list;
    std::vector<Entry> all;
    int total = 0;
    const auto weights = 1 + dice.whole(4);
    for (int number = 0; number < 30; ++number) {
      const Entry next{number, static_cast<int>(dice.whole(weights))};
      const std::size_t before = list.size();
      const auto given_up = keep(list, total, next, [](const Entry& each) { return each.weight; });
      all.push_back(next);
      REQUIRE(std::vector<Entry>(list.begin(), list.end()) == left_of(all, 5));
      REQUIRE(given_up.has_value() == (before == 5));
      REQUIRE(total == number + 1);
    }
  }
}

TEST_CASE("the ninth symptom is in the summary, and so is the gravest, whenever it was reported", "[SR-4]") {
  for (std::size_t place = 0; place < 30; ++place) {
    std::vector<Symptom> reports(30, Symptom::cramp);
    reports[place] = Symptom::chest_pain_or_breathlessness;
    const Summary summary = after(reports).summary();
    CHECK(summary.symptoms.size() == most_symptoms);
    CHECK(has(summary, Symptom::chest_pain_or_breathlessness));
    CHECK(summary.symptoms_total == 30);
    CHECK_THAT(summary.text("en"), Contains("Chest") && Contains("and 22 more"));
    CHECK_THAT(summary.text("de"), Contains("und 22 weitere"));
    CHECK_THAT(summary.text("es"), Contains("y 22 más"));
  }
}

TEST_CASE("of any symptoms in any order the latest and the most urgent are kept") {
  Dice dice{11};
  for (int round = 0; round < 60; ++round) {
    std::vector<Symptom> reports;
    const auto count = 1 + dice.whole(40);
    while (reports.size() < count) reports.push_back(static_cast<Symptom>(dice.whole(16)));
    const Summary summary = after(reports).summary();
    REQUIRE(summary.symptoms_total == static_cast<int>(reports.size()));
    REQUIRE(summary.symptoms.back().symptom == reports.back());
    const auto gravest = *std::max_element(reports.begin(), reports.end(),
                                           [](Symptom a, Symptom b) { return urgency_of(a) < urgency_of(b); });
    REQUIRE(std::any_of(summary.symptoms.begin(), summary.symptoms.end(),
                        [&](const SymptomNote& note) { return note.urgency == urgency_of(gravest); }));
    REQUIRE(std::is_sorted(summary.symptoms.begin(), summary.symptoms.end(),
                           [](const SymptomNote& a, const SymptomNote& b) { return a.time < b.time; }));
  }
}

TEST_CASE("words beyond what is kept are counted; those of the end are there") {
  Rehearsal rehearsal = wordy(200);
  rehearsal.give(SymptomReport{{}, Symptom::tingling, {}});
  rehearsal.play();
  const std::vector<CueGiven> given = all<CueGiven>(rehearsal.events);
  REQUIRE(given.size() > most_cue_records);
  const Summary summary = rehearsal.session.summary();
  CHECK(summary.cues.size() == most_cue_records);
  CHECK(summary.cues_total == static_cast<int>(given.size()));
  CHECK(summary.cues.back().text == rehearsal.session.text(given.back(), "en"));
  for (const CueGiven& cue : given) {
    if (cue.priority != Priority::emergency) continue;
    CHECK(std::any_of(summary.cues.begin(), summary.cues.end(), [&](const CueNote& note) {
      return note.time == cue.time && note.text == rehearsal.session.text(cue, "en");
    }));
  }
}

TEST_CASE("changes of rules beyond what is kept are counted, and the latest is there") {
  Exercise exercise = inner_thigh();
  const Rule rule{.id = "bent", .when = "knee_flexion > 30 deg", .response = Response::notice};
  exercise.rules.assign(12, rule);
  for (std::size_t i = 0; i < exercise.rules.size(); ++i) exercise.rules[i].id += "-" + std::to_string(i);
  Rehearsal rehearsal{Session{exercise}, {.rate = 20, .reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  for (int i = 0; i < 15; ++i) {
    rehearsal.body.knees = degrees(i % 2 == 0 ? 60 : 9);
    rehearsal.play_for(seconds(1));
  }
  std::vector<RuleChanged> judged = all<RuleChanged>(rehearsal.events);
  std::erase_if(judged, [](const RuleChanged& each) { return each.verdict == RuleVerdict::cued_only; });
  REQUIRE(judged.size() > most_rule_records);
  const Summary summary = rehearsal.session.summary();
  CHECK(summary.rule_events.size() == most_rule_records);
  CHECK(summary.rule_events_total == static_cast<int>(judged.size()));
  CHECK(summary.rule_events.back().time == judged.back().time);
  CHECK(summary.rule_events.back().verdict == judged.back().verdict);
}

TEST_CASE("repetitions of a measuring stay when a list is full, and are found where they are") {
  Dice dice{3};
  for (int round = 0; round < 20; ++round) {
    Tally tally;
    tally.repetitions.make_room(most_repetitions);
    Repetition next;
    const auto add = [&](bool held, int count) {
      for (int i = 0; i < count; ++i) {
        next.start += seconds(4);
        next.held = held;
        next.over_target = held && dice.whole(5) == 0;
        keep_repetition(tally, next);
      }
    };
    const auto range = [&](const Openings& which) {
      return std::vector<Repetition>{tally.repetitions.begin() + which.from, tally.repetitions.begin() + which.to};
    };
    add(false, 2);
    const int from = static_cast<int>(tally.repetitions.size());
    add(false, 6);
    tally.before = {from, static_cast<int>(tally.repetitions.size())};
    const std::vector<Repetition> before = range(tally.before);
    add(true, 60 + static_cast<int>(dice.whole(100)));
    tally.measuring_from = static_cast<int>(tally.repetitions.size());
    const Repetition last_held = tally.repetitions.back();
    add(false, 6);
    tally.latest = {tally.measuring_from, static_cast<int>(tally.repetitions.size())};
    const std::vector<Repetition> latest = range(tally.latest);
    REQUIRE(latest.size() == 6);
    CHECK(latest.front().start == last_held.start + seconds(4));
    add(true, 60 + static_cast<int>(dice.whole(100)));
    CHECK(range(tally.before) == before);
    CHECK(range(tally.latest) == latest);
    CHECK(tally.repetitions.back() == next);
    CHECK(tally.repetitions_total > static_cast<int>(most_repetitions));
  }
}

TEST_CASE("when a call brings more events than fit, phases, symptoms, emergency words and the end are told") {
  const Exercise& exercise = inner_thigh();
  const SessionPlan plan{exercise, SessionOptions{}};
  const Person person;
  constexpr std::size_t room = EventBuffer::static_capacity;
  Rehearsal rehearsal{Session{exercise}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  for (const Event& crowd : {Event{Guide{}}, Event{RepetitionCompleted{}}, Event{SampleRejected{}}}) {
    State state = inside(rehearsal.session);
    EventBuffer events(room, crowd);
    Step step{plan, person, state, events};
    take(step, SymptomReport{state.now, Symptom::chest_pain_or_breathlessness, {}});
    const std::vector<Event> told{events.begin(), events.end()};
    CHECK(all<SymptomHeard>(told).size() == 1);
    CHECK(phases_of(told) == std::vector<Phase>{Phase::stopped});
    REQUIRE_FALSE(all<CueGiven>(told).empty());
    CHECK(all<CueGiven>(told).front().priority == Priority::emergency);
    CHECK(state.diagnosis.events_dropped >= 3);
    CHECK(told.size() == room);
  }
}

TEST_CASE("holds are in the summary, kept ones and offered ones apart, and in its words") {
  for (const bool sensor : {true, false}) {
    const Exercise exercise = exercise_of("strap-hamstring-hold");
    Rehearsal rehearsal{
        Session{exercise, screened(exercise), measured({.sensor = sensor ? Sensor::automatic : Sensor::none})},
        {.easy = {degrees(70), degrees(75)}, .rate = 10, .cycle = seconds(6), .sensor = sensor, .reply = agreeable}};
    rehearsal.play();
    const Summary summary = rehearsal.session.summary();
    const std::vector<HoldCompleted> completed = all<HoldCompleted>(rehearsal.events);
    CHECK(completed.empty() == !sensor);
    REQUIRE(summary.holds.size() >= 4);
    CHECK(summary.holds_total == static_cast<int>(summary.holds.size()));
    for (std::size_t i = 0; i < summary.holds.size(); ++i) {
      CHECK(summary.holds[i].offered == !sensor);
      CHECK(summary.holds[i].kept >= seconds(20));
      CHECK(summary.holds[i].side.has_value());
      if (sensor) CHECK(summary.holds[i].side == completed[i].side);
      if (sensor) CHECK(summary.holds[i].kept == completed[i].kept);
    }
    CHECK_THAT(summary.text("en"), Contains(sensor ? "You held it for about" : "There was time to hold for about"));
    CHECK_THAT(summary.text("de"), Contains(sensor ? "gehalten" : "Zum Halten waren"));
    CHECK_THAT(summary.text("es"), Contains(sensor ? "Mantuviste" : "para mantener"));
    CHECK(from_json<Summary>(to_json(summary)) == summary);
    if (sensor) CHECK(summary.range_after.left.known());  // the caps leave room for the second measuring
    if (sensor) CHECK(summary.range_after.right.known());
  }
}

}  // namespace session_keeping_test
