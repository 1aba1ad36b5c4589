#include <algorithm>
#include <numeric>

#include <stretchcore/cue/signal.hpp>

namespace stretchcore {
namespace {

using namespace literals;

std::optional<SignalKind> of_phase(const PhaseChanged& change) {
  if (change.to == Phase::stopped) return SignalKind::stop;
  if (change.to == Phase::paused) return SignalKind::pause;
  if (change.from == Phase::paused && change.to != Phase::coming_out) return SignalKind::found;
  return std::nullopt;
}

std::optional<SignalKind> of_words(const CueGiven& cue) {
  const bool correction = cue.moment == Moment::over_target || cue.moment == Moment::ease_off ||
                          cue.moment == Moment::rule || cue.moment == Moment::wrong_side;
  return correction ? std::optional{SignalKind::correction} : std::nullopt;
}

SignalKind of_guide(GuideKind kind) {
  switch (kind) {
    case GuideKind::near_target:
      return SignalKind::near_target;
    case GuideKind::turn:
      return SignalKind::turn;
    case GuideKind::home:
      break;
  }
  return SignalKind::home;
}

}  // namespace

std::span<const Time> SignalForm::pulses() const {
  const auto end = std::find(on_off.begin(), on_off.end(), Time{0});
  return {on_off.data(), static_cast<std::size_t>(end - on_off.begin())};
}

Time SignalForm::length() const { return std::accumulate(on_off.begin(), on_off.end(), Time{0}); }

// Two short pulses mean back, one that is long means stop (EVIDENCE of coaching by touch: docs/sources.md); pitches
// fall on the way home, as the voice does.
const std::array<SignalForm, 8>& signal_forms() {
  static const std::array<SignalForm, 8> forms{{
      {SignalKind::near_target, 440.0, {60_ms}, "·"},
      {SignalKind::turn, 660.0, {120_ms}, "◆"},
      {SignalKind::home, 330.0, {80_ms, 80_ms, 80_ms}, "●"},
      {SignalKind::question, 550.0, {80_ms, 120_ms, 160_ms}, "?"},
      {SignalKind::correction, 520.0, {160_ms, 80_ms, 60_ms}, "!"},
      {SignalKind::pause, 300.0, {300_ms, 150_ms, 300_ms}, "Ⅱ"},
      {SignalKind::found, 500.0, {60_ms, 60_ms, 120_ms}, "▶"},
      {SignalKind::stop, 220.0, {700_ms}, "■"},
  }};
  return forms;
}

const SignalForm& form(SignalKind kind) { return signal_forms()[static_cast<std::size_t>(kind)]; }

std::optional<SignalKind> signal_of(const Event& event) {
  if (const auto* guide = std::get_if<Guide>(&event)) return of_guide(guide->kind);
  if (const auto* change = std::get_if<PhaseChanged>(&event)) return of_phase(*change);
  if (const auto* cue = std::get_if<CueGiven>(&event)) return of_words(*cue);
  if (std::holds_alternative<QuestionAsked>(event)) return SignalKind::question;
  if (std::holds_alternative<Emergency>(event)) return SignalKind::stop;
  return std::nullopt;
}

}  // namespace stretchcore
