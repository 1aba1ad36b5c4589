#include "contract/contract.hpp"

#include <algorithm>
#include <array>

namespace stretchcore::contract {
namespace {

constexpr std::array phases{"ready",       "setting_up", "measuring", "stretching", "remeasuring",
                            "paused",      "coming_out", "finished",  "stopped"};
constexpr std::array symptoms{"numbness",
                              "tingling",
                              "burning",
                              "sharp_pain",
                              "something_wrong",
                              "front_of_hip_pinch",
                              "pubic_pain",
                              "joint_locking",
                              "inner_knee_pain",
                              "back_or_spreading_leg_pain",
                              "calf_pain_or_swelling",
                              "chest_pain_or_breathlessness",
                              "head_or_vision",
                              "saddle_numbness_or_bladder",
                              "cramp",
                              "strong_pain"};
constexpr std::string_view number = "112";
constexpr double first_words_within = 1.0;  // [s]
constexpr double again_within = 22.0;       // twenty, and a tick or two
constexpr double again_after_return = 2.0;

enum class Before { nothing, sensor_gap, background };

struct Case {
  std::string_view phase;
  std::string_view symptom;
  Before before = Before::nothing;
  bool broken = false;
};

bool calls_at_once(std::string_view symptom) {
  return symptom == "chest_pain_or_breathlessness" || symptom == "saddle_numbness_or_bladder";
}

/// One case: what is done, and what must be so.
class Check {
 public:
  Check(Adapter& app, const Case& one, Outcome& outcome) : app_(app), case_(one), outcome_(outcome) {}

  void run() {
    if (!app_.open(case_.phase, number)) return;
    ++outcome_.cases;
    must(app_.screen().stop, "STOP is not there before anything happened");
    app_.break_voice(case_.broken);
    if (case_.before == Before::sensor_gap) app_.lose_sensor(5.0);
    if (case_.before == Before::background) app_.suspend(60.0);
    const Screen before = app_.screen();
    must(before.stop, "STOP is gone after the gap");
    const std::size_t heard_before = app_.heard().size();
    const double reported = app_.now();
    app_.report(case_.symptom);
    if (case_.symptom == std::string_view{"cramp"}) return rests(heard_before);
    app_.pass(first_words_within);
    const std::vector<Heard> heard = app_.heard();
    must(heard.size() > heard_before, "nothing is said within a second");
    if (heard.size() <= heard_before) return;
    const Heard& first = heard[heard_before];
    must(first.time - reported <= first_words_within, "the first words are late");
    must(!before.speaking || first.cut_in, "a voice that was speaking was not cut");
    must(app_.screen().stop, "STOP is gone after the report");
    if (calls_at_once(case_.symptom)) {
      must(first.text.find(number) != std::string::npos, "the first words are not the call: " + first.text);
      call_stays();
    } else if (case_.symptom == std::string_view{"something_wrong"}) {
      must(!app_.screen().call, "it calls for help before it was asked whether help is needed");
      app_.pass(20.0);
      must(app_.screen().call, "nobody answered whether help is needed, and it does not call");
      call_stays();
    } else {
      app_.pass(180.0);
      must(!app_.screen().call, "it calls for help though nobody needs it");
      must(app_.screen().stop, "STOP is gone at the end");
    }
  }

 private:
  /// A cramp rests, and its words may wait for a sentence of the way out.
  void rests(std::size_t heard_before) {
    app_.pass(10.0);
    must(app_.heard().size() > heard_before, "nothing is said about a cramp");
    must(app_.screen().stop && !app_.screen().call, "a cramp takes STOP away, or calls for help");
  }

  void must(bool holds, const std::string& sentence) {
    static constexpr std::array befores{"", " after 5 s without a sensor", " after 60 s in the background"};
    if (holds) return;
    std::string where{case_.symptom};
    where.append(" in ").append(case_.phase).append(befores[static_cast<std::size_t>(case_.before)]);
    outcome_.violations.push_back(where + (case_.broken ? " with a voice that fails: " : ": ") + sentence);
  }

  /// The words that were heard since then, but for the call and what follows it at once.
  void call_stays() {
    must(app_.screen().call, "the call screen is not there");
    must(app_.screen().number == number, "the call screen has not the number: " + app_.screen().number);
    said_again(again_within, "the call is not said again in time");
    app_.press_stop();
    app_.report("tingling");
    app_.pass(60.0);  // the session is over by now
    must(app_.screen().call && app_.screen().stop, "the call screen ended with the session");
    app_.suspend(120.0);
    app_.pass(0.2);
    must(app_.screen().call, "the call screen did not outlive the background");
    said_again(again_after_return, "the call is not said again after the background");
    app_.acknowledge();
    must(!app_.screen().call, "the call screen stays although it was seen to");
    const std::size_t acknowledged = app_.heard().size();
    app_.pass(60.0);
    const std::vector<Heard> heard = app_.heard();
    for (std::size_t i = acknowledged; i < heard.size(); ++i) {
      must(heard[i].text.find(number) == std::string::npos, "it calls again although it was seen to");
    }
  }

  void said_again(double within, const std::string& otherwise) {
    const double since = app_.now();
    app_.pass(within);
    const std::vector<Heard> heard = app_.heard();
    must(std::any_of(heard.begin(), heard.end(),
                     [&](const Heard& one) {
                       return one.time >= since - 1.0 && one.text.find(number) != std::string::npos;
                     }),
         otherwise);
  }

  Adapter& app_;
  const Case& case_;
  Outcome& outcome_;
};

}  // namespace

Outcome violations(Adapter& app) {
  Outcome outcome;
  for (const std::string_view phase : phases) {
    for (const std::string_view symptom : symptoms) {
      for (const Before before : {Before::nothing, Before::sensor_gap, Before::background}) {
        for (const bool broken : {false, true}) Check{app, {phase, symptom, before, broken}, outcome}.run();
      }
    }
  }
  return outcome;
}

}  // namespace stretchcore::contract
