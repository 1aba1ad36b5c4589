#include "target_text.hpp"

#include <array>

#include "sentence.hpp"

namespace stretchcore {
namespace {

using detail::Sentence;

constexpr Sentence first_side{"As far as {}°: the side that stops first leads.",
                              "Bis {}°: die Seite, die zuerst anhält, führt.",
                              "Hasta {}°: el lado que se detiene antes marca el límite."};
constexpr Sentence left_side{"As far as {}°: the left side stops first, and leads.",
                             "Bis {}°: die linke Seite hält zuerst an und führt.",
                             "Hasta {}°: el lado izquierdo se detiene antes y marca el límite."};
constexpr Sentence right_side{"As far as {}°: the right side stops first, and leads.",
                              "Bis {}°: die rechte Seite hält zuerst an und führt.",
                              "Hasta {}°: el lado derecho se detiene antes y marca el límite."};
constexpr Sentence easy{"As far as {}°: while it stays easy.", "Bis {}°: solange es leicht bleibt.",
                        "Hasta {}°: mientras sea fácil."};
constexpr Sentence prescription{"As far as {}°: it was set for you.", "Bis {}°: so wurde es für dich festgelegt.",
                                "Hasta {}°: así se fijó para ti."};
constexpr Sentence anatomy{"As far as {}°: this movement goes no further.",
                           "Bis {}°: weiter geht diese Bewegung nicht.", "Hasta {}°: este movimiento no va más allá."};
constexpr Sentence clinician{"As far as {}°: your professional agreed to that.",
                             "Bis {}°: so ist es mit deiner Fachperson vereinbart.",
                             "Hasta {}°: así se acordó con tu profesional."};
constexpr Sentence progress{"As far as {}°: one session adds no more than that.",
                            "Bis {}°: mehr kommt in einem Mal nicht dazu.", "Hasta {}°: una sesión no añade más."};
constexpr Sentence ramp_in{"As far as {}° to begin with.", "Für den Anfang bis {}°.", "Para empezar, hasta {}°."};
constexpr Sentence eased{"As far as {}°: a little less, as wished.", "Bis {}°: etwas weniger, wie gewünscht.",
                         "Hasta {}°: un poco menos, como pediste."};

Sentence of(const Target& target, std::optional<Side> determined, bool two_sides) {
  const bool named = determined && target.side == determined;
  switch (target.limited_by) {
    case Limit::side_that_stops_first:
      if (!two_sides) return easy;
      return !named ? first_side : *determined == Side::left ? left_side : right_side;
    case Limit::prescription:
      return prescription;
    case Limit::anatomy:
      return anatomy;
    case Limit::clinician:
      return clinician;
    case Limit::progress:
      return progress;
    case Limit::ramp_in:
      return ramp_in;
    case Limit::eased:
      return eased;
  }
  return anatomy;
}

}  // namespace

std::string target_text(const Target& target, std::optional<Side> determined, std::string_view language,
                        bool two_sides) {
  const detail::Tongue t = detail::tongue(language);
  return detail::fill(detail::in(of(target, determined, two_sides), t), target.angle.degrees());
}

}  // namespace stretchcore
