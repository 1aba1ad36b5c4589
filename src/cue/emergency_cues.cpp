// The call for help and the questions after a stop. The call is heard to its end in six seconds, with a number of
// three digits or none.

#include <algorithm>
#include <array>

#include <stretchcore/cue/body_words.hpp>
#include <stretchcore/cue/render.hpp>

namespace stretchcore {
namespace {

struct Line {
  std::string_view id;
  Moment moment;
  Answering answering;
  std::string_view english;
  std::string_view german;
  std::string_view spanish;
};

using enum Moment;
constexpr Answering anyhow = Answering::any;
constexpr Answering answered = Answering::possible;
constexpr Answering unanswered = Answering::impossible;

// clang-format off
constexpr std::array lines{
    Line{"call", call, anyhow,
      "Call {number} now, on speaker. If you can, unlock the door.",
      "Wähl jetzt {number}, mit Lautsprecher. Schließ die Tür auf, wenn du kannst.",
      "Llama ya al {number}, con altavoz. Si puedes, abre la puerta."},
    Line{"felt-question", ask_felt, answered,
      "What is it: chest, breath, head? Numb, tingling, burning? Sharp, pinching? A cramp? Something else? Nothing?",
      "Was ist es: Brust, Atem, Kopf? Taub, Kribbeln, Brennen? Stechen, Zwicken? Ein Krampf? Etwas anderes? Nichts?",
      "¿Qué notas: pecho, respiración, cabeza? ¿Hormigueo, ardor, algo dormido? ¿Un pinchazo? ¿Un calambre? ¿Otra cosa? ¿Nada?"},
    Line{"felt-conditional", ask_felt, unanswered,
      "Chest, breath, head, or numb between the legs? Then call {number} now. Else rest, and leave it for today.",
      "Brust, Atem, Kopf, oder taub zwischen den Beinen? Wähl jetzt {number}. Sonst ruh dich aus, für heute ist Schluss.",
      "¿Pecho, respiración, cabeza, o algo dormido entre las piernas? Llama ya al {number}. Si no, descansa y déjalo por hoy."},
    Line{"help-question", ask_help, answered,
      "We stop. Do you need help? Yes or no?",
      "Wir hören auf. Brauchst du Hilfe? Ja oder nein?",
      "Paramos. ¿Necesitas ayuda? ¿Sí o no?"},
    Line{"help-conditional", ask_help, unanswered,
      "We stop. If you need help, call {number} now.",
      "Wir hören auf. Wenn du Hilfe brauchst, wähl jetzt {number}.",
      "Paramos. Si necesitas ayuda, llama ya al {number}."},
    Line{"cramp-stopped", advice, anyhow,
      "Wait until the cramp lets go, then move gently. That was it for today.",
      "Warte, bis der Krampf loslässt, dann beweg dich sanft. Für heute ist Schluss.",
      "Espera a que ceda el calambre y luego muévete con suavidad. Por hoy es todo."}};
// clang-format on

std::string with_number(std::string_view words, std::string_view number) {
  constexpr std::string_view place = "{number}";
  std::string text{words};
  if (const auto at = text.find(place); at != text.npos) text.replace(at, place.size(), number);
  return text;
}

const Text& unknown_number() {
  static const Text words{{"en", "your emergency number"}, {"de", "den Notruf"}, {"es", "teléfono de emergencias"}};
  return words;
}

}  // namespace

std::string number_words(std::string_view number, std::string_view language) {
  return number.empty() ? in_language(unknown_number(), language) : std::string{number};
}

std::vector<Cue> emergency_cues(std::string_view number) {
  std::vector<Cue> all;
  for (const Line& line : lines) {
    Cue cue;
    cue.id = "standard-" + std::string{line.id};
    cue.moment = line.moment;
    cue.answering = line.answering;
    if (line.moment == advice) cue.then_wait = std::chrono::seconds{10};
    cue.text = {{"en", with_number(line.english, number_words(number, "en"))},
                {"de", with_number(line.german, number_words(number, "de"))},
                {"es", with_number(line.spanish, number_words(number, "es"))}};
    all.push_back(std::move(cue));
  }
  return all;
}

Time call_length(std::string_view words, std::string_view number) {
  // One word less for each group that was counted as one.
  const Time said = spoken_length(words);
  if (number.empty()) return said;
  const auto digits = std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  std::string apart;
  for (std::ptrdiff_t i = 0; i < digits; ++i) apart += "0 ";
  return said + spoken_length(apart) - spoken_length(number);
}

}  // namespace stretchcore
