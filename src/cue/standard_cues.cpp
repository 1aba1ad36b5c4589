#include <array>
#include <memory>
#include <string_view>

#include <stretchcore/cue/standard_cues.hpp>

#include "detail/packs.hpp"
#include "phrase_table.hpp"

namespace stretchcore {
namespace {

// clang-format off
/// The conditions that the words of a health question name: a person who says no has none of them.
struct Named {
  std::string_view id;
  std::array<std::string_view, 7> codes;
};

constexpr std::array named_conditions{
    Named{"standard-health-operation",
      {"pregnancy", "pregnancy_first_half", "pregnancy_second_half", "hip_replacement", "recent_surgery_or_fracture",
       "recent_abdominal_or_chest_surgery"}},
    Named{"standard-health-circulation",
      {"recent_blood_clot", "heart_or_kidney_failure", "leg_artery_disease", "uncontrolled_high_blood_pressure",
       "eye_pressure_or_retina"}},
    Named{"standard-health-hip",
      {"active_joint_disease", "recent_groin_strain", "groin_hernia", "pelvic_girdle_pain", "hip_osteoarthritis",
       "hip_impingement_or_dysplasia"}},
    Named{"standard-health-today", {"not_today", "floor_is_hard_to_reach"}},
    Named{"standard-health-care",
      {"nerve_pain", "osteoporosis", "hypermobility", "bleeding_tendency", "reflux_or_hiatal_hernia", "neck_pain",
       "growth_spurt"}}};
// clang-format on

/// What is kind rather than needed.
bool fades(Moment moment) {
  return moment == Moment::confirm || moment == Moment::breath || moment == Moment::tempo ||
         moment == Moment::last_ones;
}

Cue cue_of(const detail::PhraseRow& row) {
  Cue cue;
  cue.id = row.id;
  cue.moment = row.moment;
  cue.sensing = row.sensing;
  cue.answering = row.answering;
  cue.then_wait = std::chrono::seconds{row.then_wait};
  cue.fades = fades(row.moment);
  for (const detail::EmbeddedPack& pack : detail::packs()) {
    const detail::EmbeddedPhrase* phrase = detail::find(pack.phrases, row.id);
    if (!phrase) continue;
    cue.text.emplace(pack.language, phrase->text);
    if (!phrase->brief.empty()) cue.brief.emplace(pack.language, phrase->brief);
  }
  for (const Named& named : named_conditions) {
    for (const std::string_view code : named.codes) {
      if (named.id == row.id && !code.empty()) cue.codes.emplace_back(code);
    }
  }
  return cue;
}

}  // namespace

std::span<const std::shared_ptr<const Cue>> detail::phrase_cues() {
  static const auto cues = [] {
    std::vector<std::shared_ptr<const Cue>> all;
    for (const PhraseRow& row : phrase_table()) all.push_back(std::make_shared<const Cue>(cue_of(row)));
    return all;
  }();
  return cues;
}

std::vector<Cue> standard_cues() {
  std::vector<Cue> all;
  for (const auto& cue : detail::phrase_cues()) {
    if (detail::in_course(*cue)) all.push_back(*cue);
  }
  return all;
}

}  // namespace stretchcore
