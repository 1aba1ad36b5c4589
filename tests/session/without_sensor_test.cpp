#include <cctype>

#include <stretchcore/simulation/virtual_person.hpp>

#include "catch.hpp"
#include "session/people.hpp"

namespace session_without_sensor_test {

using namespace stretchcore;

namespace {

using Replies = std::function<std::optional<Choice>(QuestionKind)>;

const Replies nobody = [](QuestionKind) { return std::nullopt; };

Rehearsal without_sensor(Answers answers, Sensor sensor, const Replies& reply) {
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.answers = answers, .sensor = sensor}}, {.sensor = false}};
  rehearsal.body.reply = reply;
  rehearsal.play();
  return rehearsal;
}

/// Words that claim to have seen, to have counted what was done, or to judge it.
const std::map<std::string, std::vector<std::string>> claims{
    {"en",
     {"i see", "i can see", "in my view", "in view", "i can follow", "i saw", "good", "great", "perfect", "well done",
      "just so", "like that", "your width", "degree", "degrees", "°", "you did", "you opened"}},
    {"de",
     {"ich sehe", "im blick", "verfolgen", "ich habe gesehen", "gut", "super", "perfekt", "genau so", "deine weite",
      "grad", "°", "du hast geschafft", "du kamst"}},
    {"es",
     {"te veo", "a la vista", "puedo seguir", "he visto", "bien hecho", "muy bien", "perfecto", "así es", "tu ancho",
      "grados", "°", "abriste"}}};

/// Lower case of ASCII, with spaces where words end, so that whole words can be looked for.
std::string plain(const std::string& text) {
  std::string words{" "};
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = byte >= 0x80 || std::isalnum(byte) != 0;
    words += letter ? static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte) : ' ';
  }
  return words + ' ';
}

void claims_nothing(const std::string& text, const std::string& language) {
  for (const std::string& claim : claims.at(language)) {
    CAPTURE(text, claim);
    CHECK(plain(text).find(' ' + claim + ' ') == std::string::npos);
  }
  CHECK(text.find("{") == std::string::npos);
}

}  // namespace

TEST_CASE("without a sensor the session reaches finished by tempo and feel, whoever answers or does not") {
  for (const Answers answers : {Answers::none, Answers::tap, Answers::voice}) {
    for (const Sensor sensor : {Sensor::automatic, Sensor::none}) {
      for (const Replies& reply : {nobody, Replies{agreeable}}) {
        const Rehearsal rehearsal = without_sensor(answers, sensor, reply);
        CAPTURE(name(answers), name(sensor));
        CHECK(rehearsal.session.phase() == Phase::finished);
        CHECK(rehearsal.now < seconds(420));
        CHECK(phases_of(rehearsal.events) == std::vector{Phase::setting_up, Phase::measuring, Phase::stretching,
                                                         Phase::remeasuring, Phase::coming_out, Phase::finished});
      }
    }
  }
}

TEST_CASE("without a sensor nothing is measured and nothing counted as done") {
  const Rehearsal rehearsal = without_sensor(Answers::tap, Sensor::automatic, agreeable);
  const Summary summary = rehearsal.session.summary();
  CHECK(all<RepetitionCompleted>(rehearsal.events).empty());
  CHECK(all<TargetChanged>(rehearsal.events).empty());
  CHECK(summary.repetitions.empty());
  CHECK(summary.offered_openings >= 2 + 3 + 10);
  CHECK_FALSE(summary.range_before.left.known());
  CHECK_FALSE(summary.range_after.right.known());
  CHECK(summary.gain.verdict == GainVerdict::undetermined);
  CHECK(summary.asymmetry.verdict == AsymmetryVerdict::undetermined);
  CHECK_FALSE(summary.asymmetry.tighter_side);
  CHECK(summary.coverage.watched.empty());
  CHECK(summary.felt.side == FirstSide::left);
  CHECK(summary.felt.change == Feeling::same);
  CHECK(summary.felt.stretch == Stretch::comfortable);
}

TEST_CASE("without a sensor no text in any language claims to have seen anything") {
  for (const Answers answers : {Answers::none, Answers::voice}) {
    for (const Sensor sensor : {Sensor::automatic, Sensor::none}) {
      Rehearsal rehearsal = without_sensor(answers, sensor, agreeable);
      for (const auto& [language, unused] : claims) {
        for (const Event& event : rehearsal.events) claims_nothing(rehearsal.session.text(event, language), language);
        claims_nothing(rehearsal.session.summary().text(language), language);
      }
      CHECK(count_of(rehearsal.events, Moment::by_feel) == 1);
      CHECK(count_of(rehearsal.events, Moment::seen) == 0);
      CHECK(count_of(rehearsal.events, Moment::confirm) == 0);
    }
  }
}

TEST_CASE("a symptom without a sensor is answered by words that claim nothing either") {
  for (const Symptom symptom : {Symptom::tingling, Symptom::sharp_pain, Symptom::something_wrong}) {
    Rehearsal rehearsal{Session{inner_thigh(), {}, {.sensor = Sensor::none}}, {.sensor = false}};
    rehearsal.play_for(seconds(80));
    rehearsal.give(SymptomReport{{}, symptom, {}});
    rehearsal.play();
    CHECK(rehearsal.session.phase() == Phase::stopped);
    for (const auto& [language, unused] : claims) {
      for (const Event& event : rehearsal.events) claims_nothing(rehearsal.session.text(event, language), language);
      claims_nothing(rehearsal.session.summary().text(language), language);
    }
  }
}

TEST_CASE("answers that nobody can give are not asked for") {
  CHECK(all<QuestionAsked>(without_sensor(Answers::none, Sensor::none, nobody).events).empty());
  CHECK(all<QuestionAsked>(without_sensor(Answers::tap, Sensor::none, nobody).events).size() >= 4);
}

TEST_CASE(
    "hips and knees alone, as a phone shows them, reach finished; what is not shown is cued only, and said once") {
  for (const Answers answers : {Answers::none, Answers::tap, Answers::voice}) {
    Rehearsal rehearsal{Session{inner_thigh(), {}, {.answers = answers}}};
    rehearsal.play();
    CHECK(rehearsal.session.phase() == Phase::finished);
    const auto coverage = all<CoverageSet>(rehearsal.events);
    REQUIRE(coverage.size() == 1);
    CHECK(coverage.front().watched == ChannelSet{Channel::hip_abduction_left, Channel::hip_abduction_right,
                                                 Channel::knee_flexion_left, Channel::knee_flexion_right});
    CHECK(coverage.front().cued_only.contains(Channel::pelvis_list));
    std::map<int, int> told;
    for (const RuleChanged& change : all<RuleChanged>(rehearsal.events)) {
      if (change.verdict == RuleVerdict::cued_only) ++told[change.rule];
    }
    CHECK(told.size() == 7);
    for (const auto& [rule, times] : told) CHECK(times == 1);
    CHECK(all<SignalLost>(rehearsal.events).empty());
    for (const Repetition& r : rehearsal.session.summary().repetitions) CHECK_FALSE(r.pelvis_seen);
  }
}

TEST_CASE("a virtual person on a phone, and one without a sensor, reach finished") {
  for (const bool seen : {true, false}) {
    Session session{inner_thigh()};
    VirtualPerson person{7, {.seen = seen}};
    int repetitions = 0;
    person.follow(session,
                  [&](const Event& e) { repetitions += std::holds_alternative<RepetitionCompleted>(e) ? 1 : 0; });
    CHECK(session.phase() == Phase::finished);
    CHECK((repetitions > 0) == seen);
    CHECK((session.summary().offered_openings > 0) == !seen);
  }
}

}  // namespace session_without_sensor_test
