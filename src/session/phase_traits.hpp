#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

#include <stretchcore/detail/describe.hpp>
#include <stretchcore/model/cue.hpp>
#include <stretchcore/stream/phase.hpp>

#include "session/state.hpp"

namespace stretchcore {

/// What has to be known of a phase. A new phase gets its row here, its steps in `course/course.cpp`, and its words.
struct PhaseTraits {
  Phase phase = Phase::ready;
  bool moving = false;         ///< the legs move, and movements count
  bool guiding = false;        ///< the person is on the way into the stretch or in it: it may be paused, or left
  bool leaving = false;        ///< the way out has begun, or is over: nothing goes on from here
  bool capped = false;         ///< the time in it counts against the caps
  bool up = false;             ///< the person has not got down yet, or has got up
  bool signals_told = true;    ///< signals that are lost and found are told
  double progress_from = 0.0;  ///< of the whole session, where it begins [0..1]
  double progress_of = 0.0;    ///< of the whole session, usually [0..1]
  std::optional<Moment> small_words{};  ///< what to do, for small openings that lead up to others
  std::optional<Moment> words{};        ///< what to do
  std::string_view waits_for{};         ///< for a developer; empty where the stage says it
};

inline constexpr std::array phase_traits{
    PhaseTraits{.phase = Phase::ready, .up = true, .waits_for = "start"},
    PhaseTraits{.phase = Phase::setting_up, .guiding = true, .capped = true, .progress_of = 0.2},
    PhaseTraits{.phase = Phase::measuring,
                .moving = true,
                .guiding = true,
                .capped = true,
                .progress_from = 0.2,
                .progress_of = 0.15,
                .small_words = Moment::practice,
                .words = Moment::measure},
    PhaseTraits{.phase = Phase::stretching,
                .moving = true,
                .guiding = true,
                .capped = true,
                .progress_from = 0.35,
                .progress_of = 0.5,
                .small_words = Moment::block,
                .words = Moment::block},
    PhaseTraits{.phase = Phase::remeasuring,
                .moving = true,
                .guiding = true,
                .capped = true,
                .progress_from = 0.35,
                .progress_of = 0.5,
                .small_words = Moment::remeasure,
                .words = Moment::measure},
    PhaseTraits{.phase = Phase::coming_out, .leaving = true, .progress_from = 0.9, .waits_for = "the way out"},
    PhaseTraits{.phase = Phase::finished,
                .leaving = true,
                .up = true,
                .signals_told = false,
                .progress_from = 1.0,
                .waits_for = "the way out"},
    PhaseTraits{.phase = Phase::paused, .guiding = true, .capped = true, .progress_from = 1.0},
    PhaseTraits{.phase = Phase::stopped,
                .leaving = true,
                .signals_told = false,
                .progress_from = 0.9,
                .waits_for = "the way out"},
};

constexpr const PhaseTraits& traits(Phase phase) { return phase_traits[static_cast<std::size_t>(phase)]; }

/// The phases that a stage is a step of. A pause keeps the stage of the phase that it paused.
struct StageTraits {
  Stage stage = Stage::settling;
  std::array<bool, phase_traits.size()> of{};
  bool found = false;  ///< of the set-up: the person has been found in the picture

  constexpr StageTraits(Stage one, std::initializer_list<Phase> phases, bool after_found = false)
      : stage(one), found(after_found) {
    for (const Phase phase : phases) of[static_cast<std::size_t>(phase)] = true;
  }
};

inline constexpr std::array stage_traits{
    StageTraits{Stage::settling, {Phase::ready, Phase::setting_up}},
    StageTraits{Stage::looking, {Phase::setting_up}},
    StageTraits{Stage::side_check, {Phase::setting_up}, true},
    StageTraits{Stage::stilling, {Phase::setting_up}, true},
    StageTraits{Stage::briefing, {Phase::setting_up}, true},
    StageTraits{Stage::readying, {Phase::setting_up}, true},
    StageTraits{Stage::practising, {Phase::measuring, Phase::remeasuring}},
    StageTraits{Stage::opening, {Phase::measuring, Phase::stretching, Phase::remeasuring}},
    StageTraits{Stage::asking_side, {Phase::measuring}},
    StageTraits{Stage::announcing, {Phase::measuring, Phase::stretching, Phase::remeasuring}},
    StageTraits{Stage::checking, {Phase::remeasuring}},
    StageTraits{Stage::asking_change, {Phase::remeasuring}},
    StageTraits{Stage::offering, {Phase::remeasuring}},
    StageTraits{Stage::resting, {Phase::measuring, Phase::stretching, Phase::remeasuring}},
    StageTraits{Stage::leaving, {Phase::coming_out, Phase::stopped}},
    StageTraits{Stage::done, {Phase::finished}},
};

constexpr const StageTraits& traits(Stage stage) { return stage_traits[static_cast<std::size_t>(stage)]; }

constexpr bool belongs(Stage stage, Phase phase) { return traits(stage).of[static_cast<std::size_t>(phase)]; }

namespace detail {

/// Each row stands at the place of its enumerator, and no enumerator is without one.
consteval bool tables_are_in_order() {
  for (std::size_t i = 0; i < phase_traits.size(); ++i) {
    if (phase_traits[i].phase != static_cast<Phase>(i)) return false;
  }
  for (std::size_t i = 0; i < stage_traits.size(); ++i) {
    if (stage_traits[i].stage != static_cast<Stage>(i)) return false;
  }
  return phase_traits.size() == enumerator_count<Phase> && stage_traits.size() == enumerator_count<Stage>;
}

/// Every stage is a step of some phase. Every phase has a stage, but for a pause: it keeps that of another phase.
consteval bool stages_belong_to_phases() {
  for (const StageTraits& one : stage_traits) {
    bool any = false;
    for (const bool of : one.of) any = any || of;
    if (!any || one.of[static_cast<std::size_t>(Phase::paused)]) return false;
  }
  for (const PhaseTraits& one : phase_traits) {
    bool any = one.phase == Phase::paused;
    for (const StageTraits& stage : stage_traits) any = any || stage.of[static_cast<std::size_t>(one.phase)];
    if (!any) return false;
  }
  return true;
}

/// On the way out nothing moves and nothing goes on. Where the legs move there are words for it, and the person is
/// down.
consteval bool traits_agree() {
  for (const PhaseTraits& one : phase_traits) {
    if (one.leaving && (one.moving || one.guiding || one.capped)) return false;
    if (one.moving && (!one.guiding || !one.words || !one.small_words)) return false;
    if (one.up && (one.guiding || one.moving)) return false;
  }
  return true;
}

}  // namespace detail

static_assert(detail::tables_are_in_order());
static_assert(detail::stages_belong_to_phases());
static_assert(detail::traits_agree());

}  // namespace stretchcore
