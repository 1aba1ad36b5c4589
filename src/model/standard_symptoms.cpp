// What a session listens for in every exercise: the warning signs of stretching with legs, hips and back
// (docs/sources.md has where they come from). The words say what to do; they name no illness.

#include <array>
#include <string_view>

#include <stretchcore/detail/describe.hpp>
#include <stretchcore/model/symptom.hpp>

namespace stretchcore {
namespace {

struct Words {
  std::string_view english;
  std::string_view german;
  std::string_view spanish;

  Text text() const {
    return {{"en", std::string{english}}, {"de", std::string{german}}, {"es", std::string{spanish}}};
  }
};

struct Standard {
  Symptom symptom;
  Response response;
  Urgency urgency;
  WayOut way_out;
  Place place;
  Words name;
  Words advice;
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

// clang-format off
constexpr std::array symptoms{
    Standard{numbness, stops, rest, rise, side,
      {"Numbness", "Taubheit", "Entumecimiento"},
      {"If feeling isn't back in a few minutes, or this happens again, show it to a professional.",
       "Ist das Gefühl in ein paar Minuten nicht zurück oder kommt das wieder vor, zeig es einer Fachperson.",
       "Si la sensibilidad no vuelve en unos minutos, o se repite, consúltalo con un profesional."}},
    Standard{tingling, stops, rest, rise, side,
      {"Tingling", "Kribbeln", "Hormigueo"},
      {"If it lasts beyond a few minutes, or happens again, show it to a professional.",
       "Dauert es länger als ein paar Minuten oder kommt es wieder, zeig es einer Fachperson.",
       "Si dura más de unos minutos, o se repite, consúltalo con un profesional."}},
    Standard{burning, stops, rest, rise, side,
      {"Burning", "Brennen", "Ardor"},
      {"No more stretching today. If it lingers or happens again, show it to a professional.",
       "Heute nicht weiter dehnen. Bleibt es oder kommt es wieder, zeig es einer Fachperson.",
       "No estires más hoy. Si persiste o se repite, consúltalo con un profesional."}},
    Standard{sharp_pain, stops, professional, rise, side,
      {"Sharp pain", "Scharfer Schmerz", "Dolor agudo"},
      {"Leave this movement alone, and let a professional look at it before your next session.",
       "Lass diese Bewegung sein, und lass vor der nächsten Einheit eine Fachperson darauf schauen.",
       "Deja este movimiento y consulta con un profesional antes de la próxima sesión."}},
    Standard{something_wrong, stops, professional, stay, body,
      {"Something is wrong", "Etwas stimmt nicht", "Algo no va bien"},
      {"If you need help, call for it now. Otherwise rest until you feel steady, and ask a professional before you begin again.",
       "Brauchst du Hilfe, ruf sie jetzt. Sonst ruh dich aus, bis du sicher bist, und frag vor dem nächsten Mal eine Fachperson.",
       "Si necesitas ayuda, pídela ya. Si no, descansa hasta sentirte estable y consulta con un profesional antes de volver."}},
    Standard{front_of_hip_pinch, stops, professional, rise, side,
      {"Pinching at the front of the hip", "Zwicken vorn in der Hüfte", "Pellizco en la parte delantera de la cadera"},
      {"Leave out whatever pinches, and ask a professional before you go that far again.",
       "Lass weg, was zwickt, und frag eine Fachperson, bevor du wieder so weit gehst.",
       "Evita lo que pellizca y consulta con un profesional antes de volver a llegar tan lejos."}},
    Standard{pubic_pain, stops, professional, rise, body,
      {"Pain at the pubic bone", "Schmerz am Schambein", "Dolor en el pubis"},
      {"Keep your legs close together today, and ask a professional before the next session.",
       "Halte die Beine heute nah beieinander und frag vor der nächsten Einheit eine Fachperson.",
       "Hoy mantén las piernas juntas y consulta con un profesional antes de la próxima sesión."}},
    Standard{joint_locking, stops, professional, rise, side,
      {"A joint that locks, catches or gives way", "Ein Gelenk, das klemmt, hakt oder nachgibt",
       "Una articulación que se traba, se engancha o falla"},
      {"Don't push through it. Let a professional look at the joint before the next session.",
       "Geh nicht dagegen an. Lass vor der nächsten Einheit eine Fachperson auf das Gelenk schauen.",
       "No lo fuerces. Que un profesional vea la articulación antes de la próxima sesión."}},
    Standard{inner_knee_pain, stops, rest, rise, side,
      {"Pain on the inside of the knee", "Schmerz innen am Knie", "Dolor en la cara interna de la rodilla"},
      {"Next time, softer knees and less far. If it comes back, show it to a professional.",
       "Nächstes Mal mit weicheren Knien und weniger weit. Kommt es wieder, zeig es einer Fachperson.",
       "La próxima vez, rodillas más sueltas y menos lejos. Si vuelve, consúltalo con un profesional."}},
    Standard{back_or_spreading_leg_pain, stops, professional, rise, side,
      {"Low back pain, or pain that runs down a leg", "Schmerz im unteren Rücken oder einer, der ins Bein zieht",
       "Dolor lumbar, o que baja por una pierna"},
      {"Rest however it is easiest, and ask a professional before the next session.",
       "Ruh dich aus, wie es am leichtesten ist, und frag vor der nächsten Einheit eine Fachperson.",
       "Descansa como te resulte más fácil y consulta con un profesional antes de la próxima sesión."}},
    Standard{calf_pain_or_swelling, stops, today, rise, side,
      {"A calf that is sore, swollen, warm or red", "Eine Wade, die weh tut, dick, warm oder rot ist",
       "Una pantorrilla dolorida, hinchada, caliente o roja"},
      {"Don't stretch it and don't massage it. Have it looked at by a doctor today.",
       "Nicht dehnen und nicht massieren. Lass es noch heute ärztlich ansehen.",
       "No la estires ni la masajees. Que la vea un médico hoy mismo."}},
    Standard{chest_pain_or_breathlessness, stops, emergency, stay, body,
      {"Chest pain, short of breath, fainting, or a face, arm or speech that fails",
       "Brustschmerz, Atemnot, Ohnmacht oder Gesicht, Arm oder Sprache versagen",
       "Dolor de pecho, falta de aire, desmayo, o fallan la cara, un brazo o el habla"},
      {"Call emergency services now. Rest however you breathe most easily, and don't stay alone.",
       "Wähl jetzt den Notruf. Ruh dich so aus, wie du am leichtesten atmest, und bleib nicht allein.",
       "Llama ya a emergencias. Descansa como mejor respires y no te quedes a solas."}},
    Standard{head_or_vision, stops, rest, stay, body,
      {"Dizziness, headache, changed sight or nausea", "Schwindel, Kopfweh, verändertes Sehen oder Übelkeit",
       "Mareo, dolor de cabeza, vista alterada o náuseas"},
      {"Wait until it has passed. If it doesn't pass soon, or comes back, ask a doctor.",
       "Warte, bis es vorbei ist. Vergeht es nicht bald oder kommt es wieder, frag ärztlich nach.",
       "Espera a que pase. Si no pasa pronto, o vuelve, consulta con un médico."}},
    Standard{saddle_numbness_or_bladder, stops, emergency, stay, body,
      {"Numb between the legs, bladder or bowel changed, or both legs weak",
       "Taub zwischen den Beinen, Blase oder Darm verändert oder beide Beine schwach",
       "Entumecimiento entre las piernas, cambios de vejiga o intestino, o debilidad en ambas piernas"},
      {"Get this seen in an emergency department now, even if it eases.",
       "Lass das jetzt in einer Notaufnahme ansehen, auch wenn es nachlässt.",
       "Que lo vean ahora en urgencias, aunque se alivie."}},
    Standard{cramp, rests, rest, rise, side,
      {"A cramp", "Ein Krampf", "Un calambre"},
      {"Wait until the cramp lets go. Then go on smaller, or end here.",
       "Warte, bis der Krampf loslässt. Dann mach kleiner weiter oder hör hier auf.",
       "Espera a que el calambre ceda. Luego sigue en pequeño, o termina aquí."}},
    Standard{strong_pain, stops, rest, rise, side,
      {"Too much pain", "Zu starker Schmerz", "Demasiado dolor"},
      {"Leave this movement for today. If it still hurts tomorrow, show it to a professional.",
       "Lass diese Bewegung für heute. Tut es morgen noch weh, zeig es einer Fachperson.",
       "Deja este movimiento por hoy. Si mañana sigue doliendo, consúltalo con un profesional."}},
};
// clang-format on

static_assert(symptoms.size() + 1 == detail::enumerator_count<Symptom>, "all but `other`");

}  // namespace

std::vector<StopSymptom> standard_symptoms() {
  std::vector<StopSymptom> all;
  for (const Standard& s : symptoms) {
    all.push_back({.symptom = s.symptom,
                   .name = s.name.text(),
                   .response = s.response,
                   .urgency = s.urgency,
                   .way_out = s.way_out,
                   .place = s.place,
                   .advice = s.advice.text()});
  }
  return all;
}

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
