// What a session listens for in every exercise: the warning signs of stretching with legs, hips and back
// (docs/sources.md has where they come from). Their names and what is advised are in detail/phrases/*.json; the advice
// says what to do and names no illness.

#include <array>
#include <string_view>

#include <stretchcore/detail/describe.hpp>
#include <stretchcore/model/symptom.hpp>

#include "detail/packs.hpp"
#include "model/made_standard_symptoms.hpp"

namespace stretchcore {
namespace {

struct Standard {
  Symptom symptom;
  Response response;
  Urgency urgency;
  WayOut way_out;
  Place place;
};

using enum Symptom;
constexpr Response stops = Response::stop;
constexpr Response rests = Response::pause;
constexpr Urgency rest = Urgency::rest;
constexpr Urgency professional = Urgency::professional;
constexpr Urgency today = Urgency::today;
constexpr Urgency emergency = Urgency::emergency;
constexpr WayOut rise = WayOut::rise;
constexpr WayOut stay = WayOut::stay;
constexpr Place side = Place::side;
constexpr Place body = Place::body;

constexpr std::array symptoms{Standard{numbness, stops, rest, rise, side},
                              Standard{tingling, stops, rest, rise, side},
                              Standard{burning, stops, rest, rise, side},
                              Standard{sharp_pain, stops, professional, rise, side},
                              Standard{something_wrong, stops, professional, stay, body},
                              Standard{front_of_hip_pinch, stops, professional, rise, side},
                              Standard{pubic_pain, stops, professional, rise, body},
                              Standard{joint_locking, stops, professional, rise, side},
                              Standard{inner_knee_pain, stops, rest, rise, side},
                              Standard{back_or_spreading_leg_pain, stops, professional, rise, side},
                              Standard{calf_pain_or_swelling, stops, today, rise, side},
                              Standard{chest_pain_or_breathlessness, stops, emergency, stay, body},
                              Standard{head_or_vision, stops, rest, stay, body},
                              Standard{saddle_numbness_or_bladder, stops, emergency, stay, body},
                              Standard{cramp, rests, rest, rise, side},
                              Standard{strong_pain, stops, rest, rise, side}};

static_assert(symptoms.size() + 1 == detail::enumerator_count<Symptom>, "all but `other`");

}  // namespace

const std::vector<StopSymptom>& detail::made_standard_symptoms() {
  static const auto made = [] {
    std::vector<StopSymptom> all;
    for (const Standard& s : symptoms) {
      const std::string_view word = name(s.symptom);
      all.push_back({.symptom = s.symptom,
                     .name = word_in_all(word),
                     .response = s.response,
                     .urgency = s.urgency,
                     .way_out = s.way_out,
                     .place = s.place,
                     .advice = phrase_in_all("advice-" + std::string{word})});
    }
    return all;
  }();
  return made;
}

std::vector<StopSymptom> standard_symptoms() { return detail::made_standard_symptoms(); }

std::vector<StopSymptom> heard_symptoms(const std::vector<StopSymptom>& entries) {
  std::vector<StopSymptom> all = standard_symptoms();
  for (const StopSymptom& entry : entries) {
    const bool own = entry.symptom == Symptom::other;
    if (own) {
      all.push_back({.symptom = Symptom::other,
                     .response = Response::stop,
                     .urgency = Urgency::professional,
                     .way_out = WayOut::rise,
                     .place = Place::side});
    }
    StopSymptom& whole = own ? all.back() : all[static_cast<std::size_t>(entry.symptom)];
    whole.id = entry.id;
    if (!entry.name.empty()) whole.name = entry.name;
    if (entry.response) whole.response = entry.response;
    if (entry.urgency) whole.urgency = entry.urgency;
    if (entry.way_out) whole.way_out = entry.way_out;
    if (entry.place) whole.place = entry.place;
    if (!entry.advice.empty()) whole.advice = entry.advice;
  }
  return all;
}

}  // namespace stretchcore
