#include "rest_and_side_cues.hpp"

#include <array>
#include <string>
#include <string_view>

namespace stretchcore::detail {
namespace {

using enum Moment;
constexpr Answering anyhow = Answering::any;
constexpr Answering answered = Answering::possible;
constexpr Answering unanswered = Answering::impossible;

struct Words {
  std::string_view id;
  Moment moment;
  Answering answering;
  std::string_view english;
  std::string_view german;
  std::string_view spanish;
};

// A rest that lasts hears other words each time. Where nobody can answer, it hears what comes by itself.
// clang-format off
constexpr std::array cues{
    Words{"go-on-question", ask_go_on, answered,
      "Would you like to go on, rest a little longer, or come out of it?",
      "Magst du weitermachen, noch etwas ruhen oder herauskommen?",
      "¿Quieres seguir, descansar un poco más o salir ya?"},
    Words{"go-on-question-here", ask_go_on, answered,
      "I'm still with you. On we go, a bit more rest, or out?",
      "Ich bin noch da. Weiter, noch ein wenig Ruhe, oder heraus?",
      "Sigo contigo. ¿Seguimos, un poco más de descanso, o salimos?"},
    Words{"go-on-question-choice", ask_go_on, answered,
      "Which would you rather: go on, stay a little longer, or finish here?",
      "Was ist dir lieber: weiter, noch etwas bleiben, oder hier aufhören?",
      "¿Qué prefieres: seguir, quedarte un poco más, o terminar aquí?"},
    Words{"go-on-question-easy", ask_go_on, answered,
      "No need to hurry. Go on, longer, or come out?",
      "Es eilt nicht. Weiter, noch länger, oder heraus?",
      "No hay prisa. ¿Seguir, más rato, o salir?"},
    Words{"rest-on", ask_go_on, unanswered,
      "Rest as long as you please. When it has been enough, come out slowly.",
      "Ruh dich aus, solange du magst. Wenn es genug war, komm langsam heraus.",
      "Descansa cuanto quieras. Cuando sea suficiente, sal despacio."},
    Words{"rest-easy", ask_go_on, unanswered,
      "There is still time. Let everything be heavy.",
      "Du hast noch Zeit. Lass alles schwer werden.",
      "Todavía hay tiempo. Deja que todo pese."},
    Words{"rest-then-out", ask_go_on, unanswered,
      "A little more rest. Then we come out of it together.",
      "Noch ein wenig Ruhe. Dann kommen wir zusammen heraus.",
      "Un poco más de descanso. Luego salimos paso a paso."},
    Words{"rest-almost", ask_go_on, unanswered,
      "Shortly I guide you out, step by step.",
      "Gleich führe ich dich heraus, Schritt für Schritt.",
      "Enseguida te guío para salir, paso a paso."},
    Words{"take-time", take_time, anyhow, "Take your time.", "Lass dir Zeit.", "Tómate tu tiempo."},
    Words{"help-lengthen", help, anyhow,
      "Is it still cramping? Let that muscle grow long, slowly, and go on breathing.",
      "Krampft es noch? Lass den Muskel langsam lang werden und atme weiter.",
      "¿Sigue el calambre? Alarga ese músculo poco a poco y sigue respirando."},
    Words{"help-hand", help, anyhow,
      "A warm hand can help: press or rub the muscle gently.",
      "Eine warme Hand kann helfen: den Muskel sanft drücken oder reiben.",
      "Una mano caliente puede ayudar: presiona o frota el músculo con suavidad."},
    Words{"help-move", help, anyhow,
      "If it will not let go, come out of it and move about a little.",
      "Lässt es nicht los, komm heraus und beweg dich ein wenig.",
      "Si no cede, sal de la posición y muévete un poco."},
    Words{"all-right-question", ask_all_right, answered,
      "Are you okay? Yes or no?",
      "Ist alles in Ordnung? Ja oder nein?",
      "¿Todo en orden? ¿Sí o no?"},
    Words{"all-right", ask_all_right, unanswered,
      "Be kind to yourself, and rest.",
      "Sorge für dich und ruh dich aus.",
      "Cuídate y descansa."},
    Words{"work-side", work_side, anyhow,
      "Now move your {side} side.",
      "Jetzt bitte {side} bewegen.",
      "Ahora mueve la parte {side}."},
    Words{"go-side", go_side, anyhow, "Out, {side}…", "Und {side} hinaus …", "Hacia fuera, la {side}…"},
    Words{"wrong-side", wrong_side, anyhow,
      "The other one, please: your {side} side.",
      "Die andere Seite, bitte: {side}.",
      "La otra parte, por favor: la {side}."},
    // Where it is not known which side is which.
    Words{"other-side", wrong_side, anyhow,
      "And the other side, please.",
      "Und bitte auch die andere Seite.",
      "Y también la otra parte, por favor."}};
// clang-format on

}  // namespace

std::vector<Cue> rest_and_side_cues() {
  std::vector<Cue> all;
  all.reserve(cues.size());
  for (const Words& words : cues) {
    Cue cue;
    cue.id = "standard-" + std::string{words.id};
    cue.moment = words.moment;
    cue.answering = words.answering;
    cue.text = {
        {"en", std::string{words.english}}, {"de", std::string{words.german}}, {"es", std::string{words.spanish}}};
    all.push_back(std::move(cue));
  }
  return all;
}

}  // namespace stretchcore::detail
