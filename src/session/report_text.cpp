// What a person reads at the end: first what she felt, then what was measured and how sure that is. No score, no
// promise.

#include <algorithm>
#include <array>
#include <string>

#include <stretchcore/session/analyse.hpp>
#include <stretchcore/session/summary.hpp>

#include "report_lists.hpp"
#include "sentence.hpp"

namespace stretchcore {
namespace {

using detail::fill;
using detail::in;
using detail::Sentence;
using detail::Tongue;
using detail::tongue;

constexpr Sentence felt_freer{"You felt freer.", "Es fühlte sich freier an.", "Notaste más soltura."};
constexpr Sentence felt_same{"It felt the same to you.", "Es fühlte sich gleich an.", "Lo notaste igual."};
constexpr Sentence felt_tighter{"It felt tighter to you, so it ended there.",
                                "Es fühlte sich fester an, also war da Schluss.",
                                "Notaste más tirantez, así que ahí terminó."};
constexpr Sentence stopped_symptom{"You stopped because something felt wrong. Stopping was right.",
                                   "Du hast aufgehört, weil sich etwas falsch anfühlte. Das war richtig.",
                                   "Paraste porque algo no iba bien. Hiciste lo correcto."};
constexpr Sentence stopped_untold{"You stopped, and stopping was right.", "Du hast aufgehört, und das war richtig.",
                                  "Paraste, e hiciste lo correcto."};
constexpr Sentence not_begun{"We did not start today. Ask a professional first; asking is wise.",
                             "Heute ging es nicht los. Frag zuerst eine Fachperson; Nachfragen ist klug.",
                             "Hoy no empezó. Consulta antes con un profesional; preguntar es sensato."};
constexpr Sentence another_day{"We did not start today. Another day is just as good.",
                               "Heute ging es nicht los. Ein anderer Tag ist genauso gut.",
                               "Hoy no empezó. Otro día vale lo mismo."};
constexpr Sentence stopped_early{"It ended early.", "Es endete vorzeitig.", "Terminó antes de tiempo."};
constexpr Sentence nothing_measured{"Nothing was measured; what you felt counts.",
                                    "Gemessen wurde nichts; es zählt, was du gespürt hast.",
                                    "No se midió nada; cuenta lo que sentiste."};
constexpr Sentence not_compared{"There was no second measuring, so no change can be told.",
                                "Es gab keine zweite Messung, also lässt sich keine Änderung nennen.",
                                "No hubo una segunda medición, así que no se puede hablar de cambio."};
constexpr Sentence gained{"You went about {}° further than at the start.", "Du kamst etwa {}° weiter als zu Beginn.",
                          "Llegaste unos {}° más lejos que al principio."};
constexpr Sentence lost{"You went about {}° less far than at the start. A rest is fine.",
                        "Du kamst etwa {}° weniger weit als zu Beginn. Ruhe tut gut.",
                        "Llegaste unos {}° menos lejos que al principio. Descansar está bien."};
constexpr Sentence gained_since{"You went about {}° further than right after the break.",
                                "Du kamst etwa {}° weiter als gleich nach der Unterbrechung.",
                                "Llegaste unos {}° más lejos que justo después de la interrupción."};
constexpr Sentence lost_since{
    "You went about {}° less far than right after the break. A rest is fine.",
    "Du kamst etwa {}° weniger weit als gleich nach der Unterbrechung. Ruhe tut gut.",
    "Llegaste unos {}° menos lejos que justo después de la interrupción. Descansar está bien."};
constexpr Sentence no_change{"The measured change is too small to be sure of. Your feeling counts.",
                             "Die gemessene Änderung ist zu klein, um sicher zu sein. Dein Gefühl zählt.",
                             "El cambio medido es demasiado pequeño para estar seguros. Cuenta lo que sientes."};
constexpr Sentence change_unsure{"Whether anything changed could not be told today. Your feeling counts.",
                                 "Ob sich etwas geändert hat, lässt sich heute nicht sagen. Dein Gefühl zählt.",
                                 "Hoy no se puede saber si algo cambió. Cuenta lo que sientes."};
constexpr Sentence moved{
    "You, or the camera, moved between the two measurings, so they can't be compared. Your feeling counts.",
    "Zwischen den beiden Messungen hast du dich verschoben, oder die Kamera. Darum lassen sie sich nicht "
    "vergleichen. Dein Gefühl zählt.",
    "Entre las dos mediciones te moviste tú o se movió la cámara, así que no se pueden comparar. Cuenta lo que "
    "sientes."};
constexpr Sentence one_still{"Only one side moved, so the two can't be compared.",
                             "Nur eine Seite hat sich bewegt, darum lassen sich die beiden nicht vergleichen.",
                             "Solo se movió un lado, así que no se pueden comparar los dos."};
constexpr Sentence mixed_up{"Left and right may have been mixed up, so neither side is named.",
                            "Links und rechts wurden vielleicht verwechselt, darum wird keine Seite genannt.",
                            "Puede que se confundieran izquierda y derecha, así que no se nombra ningún lado."};
constexpr Sentence left_less{"The left side went less far today. That is very common.",
                             "Die linke Seite kam heute weniger weit. Das ist sehr häufig.",
                             "El lado izquierdo llegó menos lejos hoy. Es muy común."};
constexpr Sentence right_less{"The right side went less far today. That is very common.",
                              "Die rechte Seite kam heute weniger weit. Das ist sehr häufig.",
                              "El lado derecho llegó menos lejos hoy. Es muy común."};
constexpr Sentence balanced{"Both sides went about equally far.", "Beide Seiten kamen etwa gleich weit.",
                            "Los dos lados llegaron más o menos igual de lejos."};
constexpr Sentence which_unsure{"Whether one side goes less far cannot be told from this.",
                                "Ob eine Seite weniger weit kommt, lässt sich hieraus nicht sagen.",
                                "De aquí no se puede saber si un lado llega menos lejos."};
constexpr Sentence counted{"{} repetitions were counted.", "{} Wiederholungen wurden gezählt.",
                           "Se contaron {} repeticiones."};
constexpr Sentence one_counted{"One repetition was counted.", "Eine Wiederholung wurde gezählt.",
                               "Se contó una repetición."};
constexpr Sentence none_counted{"No repetition was counted.", "Keine Wiederholung wurde gezählt.",
                                "No se contó ninguna repetición."};

void add(std::string& text, std::string_view sentence) {
  if (sentence.empty()) return;
  if (!text.empty()) text += ' ';
  text += sentence;
}

std::string_view of_sides(const Asymmetry& asymmetry, Tongue t) {
  if (asymmetry.doubt == Doubt::still_side) return in(one_still, t);
  if (asymmetry.doubt == Doubt::sides_exchanged) return in(mixed_up, t);
  switch (asymmetry.verdict) {
    case AsymmetryVerdict::left_tighter:
    case AsymmetryVerdict::left_ends_sooner:
      return in(left_less, t);
    case AsymmetryVerdict::right_tighter:
    case AsymmetryVerdict::right_ends_sooner:
      return in(right_less, t);
    case AsymmetryVerdict::balanced:
      return in(balanced, t);
    case AsymmetryVerdict::undetermined:
      return in(which_unsure, t);
  }
  return {};
}

std::string of_gain(const Gain& gain, bool since_break, Tongue t) {
  if (gain.doubt == Doubt::moved) return std::string{in(moved, t)};
  switch (gain.verdict) {
    case GainVerdict::increased:
      return fill(in(since_break ? gained_since : gained, t), gain.value.degrees());
    case GainVerdict::decreased:
      return fill(in(since_break ? lost_since : lost, t), gain.value.degrees());
    case GainVerdict::no_detectable_change:
      return std::string{in(no_change, t)};
    case GainVerdict::undetermined:
      return std::string{in(change_unsure, t)};
  }
  return {};
}

}  // namespace

std::string Summary::text(std::string_view language) const {
  const Tongue t = tongue(language);
  std::string words;
  if (end_reason == EndReason::stopped_by_symptom) {
    const bool told = std::any_of(symptoms.begin(), symptoms.end(), was_told);
    add(words, in(told || symptoms.empty() ? stopped_symptom : stopped_untold, t));
    add(words, reported_symptoms(*this, t));
    return words;
  }
  if (end_reason == EndReason::needs_clearance) {
    add(words, in(not_begun, t));
    return words;
  }
  if (end_reason == EndReason::postponed) {
    add(words, in(another_day, t));
    return words;
  }
  add(words, reported_symptoms(*this, t));
  if (end_reason == EndReason::stopped_by_rule || end_reason == EndReason::signal_lost ||
      end_reason == EndReason::no_answer) {
    add(words, in(stopped_early, t));
  }
  if (felt.change) {
    const std::array felt_words{felt_freer, felt_same, felt_tighter};
    add(words, in(felt_words[static_cast<std::size_t>(*felt.change)], t));
  }
  add(words, held_times(*this, t));
  const bool before = range_before.left.known() || range_before.right.known();
  const bool after = range_after.left.known() || range_after.right.known();
  if (!before) {
    add(words, in(nothing_measured, t));
    return words;
  }
  add(words, after ? of_gain(gain, measured_anew, t) : std::string{in(not_compared, t)});
  const bool mixed = asymmetry.doubt == Doubt::still_side || asymmetry.doubt == Doubt::sides_exchanged;
  if (asymmetry.tighter_side || mixed) add(words, of_sides(asymmetry, t));
  return words;
}

std::string Analysis::text(std::string_view language) const {
  const Tongue t = tongue(language);
  if (repetitions.empty()) return std::string{in(none_counted, t)};
  std::string words = repetitions.size() == 1 ? std::string{in(one_counted, t)}
                                              : fill(in(counted, t), static_cast<double>(repetitions.size()));
  add(words, of_sides(asymmetry, t));
  return words;
}

}  // namespace stretchcore
