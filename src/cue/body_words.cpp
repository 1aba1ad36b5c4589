// What to do with the body when something is wrong, from where it is. Chest and breath: sitting, leaning, knees bent
// (docs/sources.md, first aid); dizzy: low. A report of chest or breath may be of a faint,
// so its words say what a person who feels faint does instead. Nobody in an emergency is told to lie as they lie, or to
// get up.

#include <array>

#include <stretchcore/cue/body_words.hpp>

namespace stretchcore {
namespace {

struct Row {
  std::string_view id;
  Concern concern;
  std::string_view from;  ///< a letter for each position
  int then_wait;          ///< [s]
  std::string_view english;
  std::string_view german;
  std::string_view spanish;
};

using enum Concern;
// One letter for each `BodyPosition`, in their order: legs (u)p, (l)ying, (s)itting, s(t)anding, going (d)own,
// (r)ising, (c)hanging, not in it (n).
constexpr std::string_view letters = "ulstdrcn";

// clang-format off
constexpr std::array rows{
    Row{"stop-going-down", ordinary, "d", 6,
      "We end here. Settle wherever it is easiest, and rest.",
      "Wir hören hier auf. Lass dich nieder, wo es am leichtesten ist, und ruh dich aus.",
      "Paramos aquí. Acomódate donde te resulte más fácil y descansa."},
    Row{"stop-rising", ordinary, "r", 6,
      "We end here. Sit down again, and rest.",
      "Wir hören hier auf. Setz dich wieder hin und ruh dich aus.",
      "Paramos aquí. Vuelve a sentarte y descansa."},
    Row{"stop-where-you-are", ordinary, "lc", 6,
      "We end here. Rest wherever you are.",
      "Wir hören hier auf. Ruh dich aus, wo du gerade bist.",
      "Paramos aquí. Descansa donde estés."},
    Row{"stop-up", ordinary, "n", 2,
      "We leave it here. Sit down if you like.",
      "Wir lassen es hier. Setz dich, wenn du magst.",
      "Lo dejamos aquí. Siéntate si quieres."},
    Row{"faint-legs-up", faint, "u", 8,
      "Let your feet come down, and stay low.",
      "Lass die Füße herunterkommen und bleib unten.",
      "Deja bajar los pies y quédate abajo."},
    Row{"faint-lying", faint, "l", 8,
      "Stay low, on one side if that is easier.",
      "Bleib unten, auf der Seite, wenn das leichter ist.",
      "Quédate abajo, de lado si es más fácil."},
    Row{"faint-sitting", faint, "s", 8,
      "Stay seated and lean back, or lie down.",
      "Bleib angelehnt sitzen oder leg dich hin.",
      "Quédate en el asiento con la espalda apoyada, o acuéstate."},
    Row{"faint-anywhere", faint, "tdrcn", 8,
      "Sit or lie down right where you are.",
      "Setz oder leg dich gleich hin, wo du bist.",
      "Siéntate o acuéstate ahí mismo, donde estés."},
    Row{"breath-legs-up", breath, "u", 0,
      "Legs down, then sit up, leaning on something, knees bent. If you feel faint, stay low.",
      "Beine runter, dann setz dich angelehnt auf, die Knie gebeugt. Wird dir schwarz vor Augen, bleib unten.",
      "Baja las piernas e incorpórate, con la espalda apoyada y las rodillas dobladas. Si te mareas, quédate abajo."},
    Row{"breath-lying", breath, "l", 0,
      "Sit up now, leaning on something, knees bent. If you feel faint, stay low.",
      "Setz dich jetzt angelehnt auf, die Knie gebeugt. Wird dir schwarz vor Augen, bleib unten.",
      "Incorpórate ya, con la espalda apoyada y las rodillas dobladas. Si te mareas, quédate abajo."},
    Row{"breath-sitting", breath, "s", 0,
      "Sit leaning back, knees bent, and loosen what is tight. If you feel faint, get your head low.",
      "Sitz angelehnt, die Knie gebeugt, und lockere, was eng ist. Wird dir schwarz vor Augen, Kopf nach unten.",
      "Apoya la espalda, con las rodillas dobladas, y afloja lo que apriete. Si te mareas, baja la cabeza."},
    Row{"breath-anywhere", breath, "tdrcn", 0,
      "Sit down where you are, leaning on something, knees bent. If you feel faint, get your head low.",
      "Setz dich angelehnt hin, wo du bist, die Knie gebeugt. Wird dir schwarz vor Augen, Kopf nach unten.",
      "Siéntate donde estés, con la espalda apoyada y las rodillas dobladas. Si te mareas, baja la cabeza."},
    Row{"saddle-legs-up", saddle, "u", 0,
      "Let your legs down gently, and wait for help there.",
      "Lass die Beine sanft herunter und warte dort auf Hilfe.",
      "Baja las piernas con suavidad y espera ahí la ayuda."},
    Row{"saddle-low", saddle, "ls", 0,
      "Rest however it is easiest, and don't get up alone.",
      "Ruh dich aus, wie es am leichtesten ist, und steh nicht allein auf.",
      "Descansa como te resulte más fácil y no te levantes sin ayuda."},
    Row{"saddle-anywhere", saddle, "tdrcn", 0,
      "Sit or lie down, and wait for help there.",
      "Setz oder leg dich hin und warte dort auf Hilfe.",
      "Siéntate o acuéstate y espera ahí la ayuda."},
    Row{"help-legs-up", help, "u", 0,
      "Let your legs down, and rest however it is easiest.",
      "Lass die Beine herunter und ruh dich aus, wie es am leichtesten ist.",
      "Baja las piernas y descansa como te resulte más fácil."},
    Row{"help-low", help, "ls", 0,
      "Rest however it is easiest, and wait for help.",
      "Ruh dich aus, wie es am leichtesten ist, und warte auf Hilfe.",
      "Descansa como te resulte más fácil y espera la ayuda."},
    Row{"help-anywhere", help, "tdrcn", 0,
      "Sit or lie down where you are, and wait for help.",
      "Setz oder leg dich hin, wo du bist, und warte auf Hilfe.",
      "Siéntate o acuéstate donde estés y espera la ayuda."}};
// clang-format on

}  // namespace

Concern concern_of(Symptom symptom, Urgency urgency, WayOut way_out) {
  const bool emergency = urgency == Urgency::emergency;
  if (symptom == Symptom::chest_pain_or_breathlessness && emergency) return breath;
  if (symptom == Symptom::saddle_numbness_or_bladder && emergency) return saddle;
  if (symptom == Symptom::head_or_vision || (!emergency && way_out == WayOut::stay)) return faint;
  return emergency ? help : ordinary;
}

std::vector<BodyWords> body_words() {
  std::vector<BodyWords> all;
  for (const Row& row : rows) {
    BodyWords words;
    words.concern = row.concern;
    for (const char letter : row.from) words.from.push_back(static_cast<BodyPosition>(letters.find(letter)));
    words.cue = {
        .id = "standard-" + std::string{row.id},
        .moment = Moment::posture,
        .text = {{"en", std::string{row.english}}, {"de", std::string{row.german}}, {"es", std::string{row.spanish}}},
        .then_wait = std::chrono::seconds{row.then_wait}};
    all.push_back(std::move(words));
  }
  return all;
}

}  // namespace stretchcore
