// How long a person waits for words: every symptom, in every phase, from every position, with and without a sensor, in
// every language. The table is docs/evidence/time_to_words.csv, its worst rows stand in docs/safety.md.

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include <stretchcore/cue/body_words.hpp>
#include <stretchcore/cue/render.hpp>
#include <stretchcore/detail/describe.hpp>

#include "catch.hpp"
#include "places.hpp"
#include "session/people.hpp"

namespace session_time_to_words_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

const std::vector<std::string> languages{"en", "de", "es"};
const std::vector<std::string> exercises{"dynamic-inner-thigh-stretch", "strap-hamstring-hold",
                                         "seated-inner-thigh-stretch", "squat"};
constexpr Time step = 100_ms;
const std::string number = "112";

/// What was heard after one report, from the moment of the report.
struct Waited {
  std::optional<Time> first{};   ///< until the first words
  std::optional<Time> called{};  ///< until the call has been said to its end
  std::optional<Time> advice{};  ///< until the advice begins
};

std::string body_of(const Exercise& exercise) {
  const auto body = body_in(exercise);
  return std::string{body ? name(*body) : "not_stated"};
}

/// In the phase, with words still being spoken where there are any.
Rehearsal brought_to(const std::string& exercise, Phase phase, bool sensor, const std::string& language) {
  Exercise given = exercise_of(exercise);
  if (exercise == "squat") given.setup.body = BodyPosition::standing;
  const Person person = screened(given);
  Rehearsal play{Session{given, person, {.language = language, .emergency_number = number}},
                 {.rate = 10.0, .sensor = sensor}};
  if (phase == Phase::ready) return play;
  const bool by_itself = phase == Phase::setting_up || phase == Phase::measuring || phase == Phase::stretching ||
                         phase == Phase::remeasuring;
  const Phase first = by_itself ? phase : Phase::measuring;
  while (play.session.phase() != first && play.now < 900_s) play.step();
  REQUIRE(play.session.phase() == first);
  play.play_for(1_s);
  if (phase == Phase::paused) play.give(Command{{}, Action::pause});
  if (phase == Phase::stopped) play.give(Command{{}, Action::stop});
  if (phase == Phase::coming_out || phase == Phase::finished) play.give(Command{{}, Action::enough});
  if (phase == Phase::finished) play.play();
  return play;
}

Waited waits(Rehearsal play, Symptom symptom, const std::string& language) {
  const Time from = play.now;
  Waited waited;
  const auto hear = [&] {
    for (const Event& event : play.latest) {
      const auto* cue = std::get_if<CueGiven>(&event);
      if (!cue) continue;
      const Time after = play.now - from;
      if (!waited.first) waited.first = after;
      const std::string words = play.session.text(*cue, language);
      if (cue->moment == Moment::call && !waited.called) waited.called = after + call_length(words, number);
      if (cue->moment == Moment::advice && !waited.advice) waited.advice = after;
    }
  };
  play.give(SymptomReport{{}, symptom});
  hear();
  const bool rests = symptom == Symptom::cramp;
  for (Time until = from + 120_s; play.now < until && !waited.called && !waited.advice;) {
    play.now += step;
    play.give(Tick{play.now});
    hear();
    if (rests && waited.first && waited.advice) break;
  }
  return waited;
}

std::string in_seconds(const std::optional<Time>& time) {
  if (!time) return "";
  std::ostringstream text;
  text.setf(std::ios::fixed);
  text.precision(1);
  text << to_seconds(*time);
  return text.str();
}

std::string stored(const std::string& file) {
  std::ifstream in{source_folder() / file};
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void longer(std::optional<Time>& worst, const std::optional<Time>& time) {
  if (time) worst = std::max(worst.value_or(Time{0}), *time);
}

/// "from–to" of a list, one column a language.
struct Worst {
  std::optional<Time> first{};
  std::optional<Time> called{};
  std::optional<Time> advice{};
};

const std::string begin_mark = "<!-- words: written by time_to_words_test.cpp -->";
const std::string end_mark = "<!-- end of words -->";

}  // namespace

TEST_CASE("how long a person waits for words is as the table says, and nobody waits for an emergency's", "[SR-19]") {
  std::map<Symptom, std::map<std::string, Worst>> worst;
  std::ostringstream table;
  table << "symptom,phase,position,sensor,first_en,first_de,first_es,call_en,call_de,call_es,advice_en,advice_de,"
           "advice_es\n";
  int runs = 0;
  for (const Phase phase : {Phase::ready, Phase::setting_up, Phase::measuring, Phase::stretching, Phase::remeasuring,
                            Phase::paused, Phase::coming_out, Phase::finished, Phase::stopped}) {
    for (const std::string& exercise : exercises) {
      for (const bool sensor : {true, false}) {
        std::vector<Rehearsal> plays;
        for (const std::string& language : languages) plays.push_back(brought_to(exercise, phase, sensor, language));
        detail::each_enumerator<Symptom>([&](std::string_view word, Symptom symptom) {
          if (symptom == Symptom::other) return;
          std::vector<Waited> waited;
          for (std::size_t i = 0; i < languages.size(); ++i) {
            CAPTURE(std::string{word}, name(phase), exercise, sensor, languages[i]);
            waited.push_back(waits(plays[i], symptom, languages[i]));
            const Waited& one = waited.back();
            Worst& of = worst[symptom][languages[i]];
            longer(of.first, one.first);
            longer(of.called, one.called);
            longer(of.advice, one.advice);
            ++runs;
            const bool emergency =
                heard_symptoms(plays[i].session.exercise().stop_symptoms)[static_cast<std::size_t>(symptom)].urgency ==
                Urgency::emergency;
            REQUIRE(one.first);
            if (symptom != Symptom::cramp) CHECK(*one.first == 0_s);
            if (emergency && symptom != Symptom::something_wrong) {
              REQUIRE(one.called);
              CHECK(*one.called <= 6_s);
            }
            CHECK((one.called || one.advice));
          }
          table << word << ',' << name(phase) << ',' << body_of(plays[0].session.exercise()) << ','
                << (sensor ? "seen" : "unseen");
          for (const Waited& one : waited) table << ',' << in_seconds(one.first);
          for (const Waited& one : waited) table << ',' << in_seconds(one.called);
          for (const Waited& one : waited) table << ',' << in_seconds(one.advice);
          table << '\n';
        });
      }
    }
  }
  CHECK(runs == 9 * 4 * 2 * 16 * 3);

  std::ostringstream page;
  page << begin_mark << "\n\n| symptom | first words [s] | the call is said [s] | the advice begins [s] |\n"
       << "|---|---|---|---|\n";
  const auto three = [](std::map<std::string, Worst>& of, std::optional<Time> Worst::*what) {
    std::string cell;
    for (const std::string& language : languages) {
      const std::string time = in_seconds(of[language].*what);
      cell += (cell.empty() ? "" : " · ") + (time.empty() ? std::string{"–"} : time);
    }
    return cell == "– · – · –" ? std::string{"–"} : cell;
  };
  for (auto& [symptom, of] : worst) {
    page << "| `" << name(symptom) << "` | " << three(of, &Worst::first) << " | " << three(of, &Worst::called) << " | "
         << three(of, &Worst::advice) << " |\n";
  }
  page << "\n" << runs << " runs.\n\n" << end_mark;

  const std::string safety = stored("docs/safety.md");
  const auto from = safety.find(begin_mark);
  const auto to = safety.find(end_mark);
  REQUIRE(from != std::string::npos);
  REQUIRE(to != std::string::npos);
  if (std::getenv("STRETCHCORE_WRITE_TABLES")) {
    std::ofstream{source_folder() / "docs/evidence/time_to_words.csv"} << table.str();
    std::ofstream{source_folder() / "docs/safety.md"} << safety.substr(0, from) << page.str()
                                                      << safety.substr(to + end_mark.size());
    return;
  }
  // To write both anew: STRETCHCORE_WRITE_TABLES=1 and this test.
  CHECK(table.str() == stored("docs/evidence/time_to_words.csv"));
  CHECK(page.str() == safety.substr(from, to + end_mark.size() - from));
}

}  // namespace session_time_to_words_test
