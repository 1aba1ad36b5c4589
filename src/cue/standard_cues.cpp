#include <array>
#include <string_view>

#include <stretchcore/cue/standard_cues.hpp>

#include "rest_and_side_cues.hpp"

namespace stretchcore {
namespace {

struct StandardCue {
  std::string_view id;
  Moment moment;
  Sensing sensing;
  Answering answering;
  int then_wait;  ///< [s]
  std::string_view english;
  std::string_view german;
  std::string_view spanish;
};

using enum Moment;
constexpr Sensing always = Sensing::any;
constexpr Sensing seen_only = Sensing::seen;
constexpr Sensing unseen_only = Sensing::unseen;
constexpr Answering anyhow = Answering::any;
constexpr Answering answered = Answering::possible;
constexpr Answering unanswered = Answering::impossible;

// clang-format off
constexpr std::array cues{
    StandardCue{"health-operation", ask_health, always, answered, 0,
      "Are you pregnant? Do you have an artificial hip? Any operation or broken bone in the last three months?",
      "Bist du schwanger? Hast du ein künstliches Hüftgelenk? Eine Operation oder einen Knochenbruch in den letzten drei Monaten?",
      "¿Embarazo? ¿Prótesis de cadera? ¿Una operación o una fractura en los últimos tres meses?"},
    StandardCue{"health-circulation", ask_health, always, answered, 0,
      "A blood clot, a swollen calf, weak heart or kidneys, poor leg circulation, uncontrolled blood pressure, glaucoma, a detached retina?",
      "Ein Blutgerinnsel, eine geschwollene Wade, Herz- oder Nierenschwäche, Durchblutungsstörung der Beine, ein nicht eingestellter Blutdruck, Glaukom, Netzhautablösung?",
      "¿Coágulo, pantorrilla hinchada, insuficiencia cardíaca o renal, mala circulación en las piernas, tensión sin controlar, glaucoma, desprendimiento de retina?"},
    StandardCue{"health-hip", ask_health, always, answered, 0,
      "Hips, groin, pelvis: arthritis, impingement or dysplasia, an inflamed joint, a tumour, a fresh strain, a hernia, pelvic pain?",
      "Hüfte, Leiste, Becken: Arthrose, Impingement oder Dysplasie, ein entzündetes Gelenk, ein Tumor, eine frische Zerrung, ein Leistenbruch, Beckenschmerzen?",
      "Cadera, ingle, pelvis: ¿artrosis, pinzamiento o displasia, una articulación inflamada, un tumor, una distensión reciente, una hernia, dolor pélvico?"},
    StandardCue{"health-today", ask_health, always, answered, 0,
      "Today: fever, alcohol, or a meal in the last two hours? Or trouble getting down to the floor and up?",
      "Heute: Fieber, Alkohol oder eine Mahlzeit in den letzten zwei Stunden? Kommst du schwer auf den Boden und wieder hoch?",
      "Hoy: ¿fiebre, alcohol o una comida en las últimas dos horas? ¿Te cuesta bajar al suelo y levantarte?"},
    StandardCue{"health-care", ask_health, always, answered, 0,
      "Sciatica, osteoporosis, very flexible joints, blood thinners, reflux, a sore neck, or growing fast just now?",
      "Ischias, Osteoporose, sehr bewegliche Gelenke, Blutverdünner, Sodbrennen, ein empfindlicher Nacken, oder gerade im Wachstumsschub?",
      "¿Ciática, osteoporosis, articulaciones muy flexibles, anticoagulantes, reflujo, un cuello delicado, o una etapa de crecimiento rápido?"},
    StandardCue{"health-which", ask_which, always, answered, 0,
      "Which of these is it?", "Was davon ist es?", "¿Cuál de estas cosas es?"},
    StandardCue{"health-which-else", ask_which, always, answered, 0,
      "Anything else of these?", "Noch etwas davon?", "¿Algo más de todo eso?"},
    StandardCue{"health-notice", health_notice, always, anyhow, 2,
      "Pregnant, a new joint, an operation, a blood clot, heart or eye trouble, fever? Then ask a professional first.",
      "Schwanger, neues Gelenk, Operation, Blutgerinnsel, Herz- oder Augenleiden, Fieber? Dann frag zuerst eine Fachperson.",
      "¿Embarazo, prótesis, operación, coágulo, problemas de corazón o de ojos, fiebre? Consulta antes con un profesional."},
    StandardCue{"clearance", clearance, always, anyhow, 2,
      "Please talk to a professional who knows you before you do this one.",
      "Frag bitte zuerst eine Fachperson, die dich kennt, bevor du diese Übung machst.",
      "Antes de hacer este ejercicio, consulta con un profesional que te conozca."},
    StandardCue{"another-day", another_day, always, anyhow, 2,
      "Let's keep this for another day. Nothing is lost.",
      "Das heben wir uns für einen anderen Tag auf. Es läuft nicht weg.",
      "Esto lo dejamos para otro día. No se pierde nada."},
    StandardCue{"gentler", gentler, always, anyhow, 1,
      "There is something gentler that you can do instead. Choose it if you like.",
      "Es gibt etwas Sanfteres, das du stattdessen machen kannst. Such es dir aus, wenn du magst.",
      "Hay algo más suave que puedes hacer en su lugar. Elígelo si te apetece."},
    StandardCue{"settle", settle, always, anyhow, 12,
      "Get into position, without any hurry.",
      "Geh in die Ausgangsposition, ganz ohne Eile.",
      "Colócate en la posición, sin ninguna prisa."},
    StandardCue{"settle-breathe", settle, always, anyhow, 4,
      "Make yourself comfortable. Breathe as you please.",
      "Mach es dir bequem. Atme, wie du magst.",
      "Acomódate a gusto. Respira como te salga."},
    StandardCue{"seen", seen, seen_only, anyhow, 0,
      "You are in my view now.",
      "Jetzt habe ich dich im Blick.",
      "Ya te tengo a la vista."},
    StandardCue{"by-feel", by_feel, unseen_only, anyhow, 1,
      "I guide you without seeing you: what you feel decides, and I keep the rhythm.",
      "Ich leite dich, ohne dich zu sehen: Dein Gefühl entscheidet, ich gebe den Takt.",
      "Te guío sin verte: decide lo que sientes, y yo llevo el ritmo."},
    StandardCue{"side-check", side_check, seen_only, anyhow, 3,
      "Please move just your left side, once.",
      "Beweg bitte einmal nur deine linke Seite.",
      "Mueve una vez solo tu lado izquierdo, por favor."},
    StandardCue{"be-still", be_still, seen_only, anyhow, 2,
      "Now rest, and keep still a moment.",
      "Jetzt ruh dich aus und bleib kurz still.",
      "Ahora descansa y no te muevas un momento."},
    StandardCue{"coverage", coverage, seen_only, anyhow, 1,
      "I can follow your {parts}. Everything else stays in your care.",
      "Ich kann {parts} verfolgen. Auf alles andere achtest du selbst.",
      "Puedo seguir {parts}. De lo demás te ocupas tú."},
    StandardCue{"symptom-notice", symptom_notice, always, answered, 1,
      "Numbness, tingling, burning, a sharp pain, a pinch, anything that worries you: come back, and say or tap stop.",
      "Taubheit, Kribbeln, Brennen, scharfer Schmerz, ein Zwicken, irgendetwas, das dir Sorgen macht: komm zurück und sag oder tippe Stopp.",
      "Entumecimiento, hormigueo, ardor, dolor agudo, un pellizco, algo que te preocupe: vuelve y di o toca «para»."},
    StandardCue{"symptom-notice-alone", symptom_notice, always, unanswered, 1,
      "Numbness, tingling, burning, a sharp pain, a pinch, anything that worries you: come back, and do no more.",
      "Taubheit, Kribbeln, Brennen, scharfer Schmerz, ein Zwicken, irgendetwas, das dir Sorgen macht: komm zurück und mach nicht weiter.",
      "Entumecimiento, hormigueo, ardor, dolor agudo, un pellizco, algo que te preocupe: vuelve y no sigas."},
    StandardCue{"ready-question", ask_ready, unseen_only, answered, 0,
      "Tell me, or tap, once you are ready.",
      "Sag es oder tippe, sobald du bereit bist.",
      "Dilo o toca cuando quieras empezar."},
    StandardCue{"ready-announced", ask_ready, unseen_only, unanswered, 10,
      "We start in about ten seconds.",
      "In etwa zehn Sekunden fangen wir an.",
      "Empezamos dentro de unos diez segundos."},
    StandardCue{"practice", practice, always, anyhow, 0,
      "Begin with two little ones.",
      "Zuerst zweimal ein kleines Stück.",
      "Primero, dos veces en pequeño."},
    StandardCue{"measure", measure, seen_only, anyhow, 0,
      "Now go only as far as stays easy. Keep some in reserve, and come back.",
      "Beweg dich nur so weit, wie es leicht bleibt. Behalte etwas übrig und komm zurück.",
      "Ahora llega hasta donde siga siendo fácil. Guárdate un poco y vuelve."},
    StandardCue{"measure-by-tempo", measure, unseen_only, anyhow, 0,
      "Now a few while it stays easy, with some in reserve. Only notice.",
      "Jetzt ein paar Mal, nur so weit, wie es leicht bleibt. Nur spüren.",
      "Ahora unas cuantas veces mientras sea fácil, con algo de reserva. Solo fíjate."},
    StandardCue{"side-question", ask_side, unseen_only, answered, 0,
      "Which side reached its limit first: left, right, or both the same?",
      "Auf welcher Seite war früher Schluss: links, rechts oder beide gleich?",
      "¿Qué lado llegó antes a su límite: izquierdo, derecho o los dos igual?"},
    StandardCue{"side-conditional", ask_side, unseen_only, unanswered, 0,
      "Whichever side reaches its limit first leads; the other goes no further.",
      "Die Seite, auf der früher Schluss ist, führt. Die andere geht nicht weiter.",
      "El lado que llegue antes a su límite guía; el otro no va más allá."},
    StandardCue{"side-felt", side_felt, always, anyhow, 0,
      "Then your {side} side leads, and the other goes no further. Feeling less over there is common.",
      "Dann ist {side} das Maß, und die andere Seite geht nicht weiter. Dort weniger zu spüren, ist häufig.",
      "Entonces la parte {side} marca el límite, y la otra no va más allá. Notar menos ahí es frecuente."},
    StandardCue{"side-determined", side_determined, seen_only, anyhow, 0,
      "Today your {side} side ends sooner, as many people's does. We go by it.",
      "Heute ist {side} etwas früher Schluss. Das geht vielen so. Danach richten wir uns.",
      "Hoy la parte {side} acaba antes, como le pasa a mucha gente. Nos guiamos por ella."},
    StandardCue{"target-set", target_set, seen_only, anyhow, 0,
      "That is how far we go from here. It stays easy.",
      "So weit gehen wir ab jetzt. Es bleibt leicht.",
      "Hasta ahí iremos a partir de ahora. Sigue siendo fácil."},
    StandardCue{"unmeasured", unmeasured, seen_only, anyhow, 0,
      "I couldn't measure your range, so there's no mark today. Go only as far as feels easy.",
      "Deine Weite konnte ich nicht messen, heute gibt es keine Marke. Geh nur, so weit es leicht bleibt.",
      "No he podido medir tu alcance: hoy no hay marca. Ve solo hasta donde te resulte fácil."},
    StandardCue{"block", block, seen_only, anyhow, 0,
      "{count} like this, as slow as you please.",
      "{count} davon, so langsam du magst.",
      "{count} así, con la calma que quieras."},
    StandardCue{"block-by-tempo", block, unseen_only, anyhow, 0,
      "{count} now, with my tone or a rhythm you prefer.",
      "Jetzt {count}, mit meinem Ton oder in deinem Rhythmus.",
      "Ahora {count}, con mi tono o con el ritmo que prefieras."},
    StandardCue{"tempo-ease", tempo, unseen_only, anyhow, 0,
      "Slow and easy, no swinging.",
      "Langsam und leicht, ohne Schwung.",
      "Despacio y fácil, sin balanceo."},
    StandardCue{"tempo-breath", tempo, unseen_only, anyhow, 0,
      "Let the breath run by itself.",
      "Lass den Atem von selbst fließen.",
      "Respira como te salga."},
    StandardCue{"breath", breath, seen_only, anyhow, 0,
      "And the breath goes on by itself.",
      "Und der Atem geht von selbst weiter.",
      "Y sigue respirando a tu aire."},
    StandardCue{"go-out", go_out, always, anyhow, 0,
      "And out…",
      "Und hinaus …",
      "Hacia fuera…"},
    StandardCue{"hold", hold, always, anyhow, 0,
      "Stay {count} seconds, and keep breathing.",
      "Bleib {count} Sekunden und atme weiter.",
      "Quédate {count} segundos y sigue respirando."},
    StandardCue{"hold-on", hold, always, anyhow, 0,
      "{count} seconds, at your ease.",
      "{count} Sekunden, ganz locker.",
      "{count} segundos, sin tensión."},
    StandardCue{"press", press, always, anyhow, 0,
      "Press against it gently, {count} seconds.",
      "Drück sanft dagegen, {count} Sekunden.",
      "Empuja en contra, suave, {count} segundos."},
    StandardCue{"come-back", come_back, always, anyhow, 0,
      "And back.",
      "Und zurück.",
      "Y vuelve."},
    StandardCue{"confirm-reach", confirm, seen_only, anyhow, 0,
      "Just that far.",
      "Genau so weit.",
      "Justo hasta ahí."},
    StandardCue{"confirm-like-that", confirm, seen_only, anyhow, 0,
      "Yes, like that.",
      "Ja, genau so.",
      "Sí, así."},
    StandardCue{"count", count_aloud, always, anyhow, 0, "{count}.", "{count}.", "{count}."},
    StandardCue{"over-target", over_target, seen_only, anyhow, 0,
      "Come a touch less far.",
      "Geh etwas weniger weit.",
      "Llega un poco menos lejos."},
    StandardCue{"ease-off", ease_off, always, anyhow, 0,
      "Smaller from here on. That is plenty.",
      "Ab jetzt kleiner. Das reicht völlig.",
      "Ahora, más pequeño. Con eso basta."},
    StandardCue{"smallest", smallest, always, anyhow, 0,
      "That is as small as it gets. Come back and rest, or leave it there for today.",
      "Kleiner geht es nicht. Komm zurück und ruh dich aus, oder belass es für heute dabei.",
      "Más pequeño ya no puede ser. Vuelve y descansa, o déjalo por hoy."},
    StandardCue{"last-ones", last_ones, always, anyhow, 0,
      "{count} to go, unhurried.",
      "Noch {count}, ganz ohne Eile.",
      "{count, plural, one {Queda una} other {Quedan #}}, sin prisa."},
    StandardCue{"block-done", block_done, always, anyhow, 4,
      "Come back and rest.",
      "Komm zurück und ruh dich aus.",
      "Vuelve y descansa."},
    StandardCue{"switch-side", switch_side, always, anyhow, 6,
      "Now work on your {side} side.",
      "Jetzt ist {side} dran.",
      "Ahora, con la parte {side}."},
    StandardCue{"symptom-check", symptom_check, always, answered, 2,
      "Anything numb, prickling, burning or stabbing? Then say or tap stop.",
      "Ist etwas taub, kribbelt, brennt oder sticht es? Dann sag oder tippe Stopp.",
      "¿Algo dormido, con hormigueo, ardor o pinchazos? Entonces di o toca «para»."},
    StandardCue{"symptom-check-alone", symptom_check, always, unanswered, 2,
      "Anything numb, prickling, burning or stabbing? Then come out slowly.",
      "Ist etwas taub, kribbelt, brennt oder sticht es? Dann komm langsam heraus.",
      "¿Algo dormido, con hormigueo, ardor o pinchazos? Entonces sal despacio."},
    StandardCue{"stretch-question", ask_stretch, always, answered, 0,
      "The stretch: nothing, comfortable, or too much?",
      "Das Ziehen: nichts, angenehm oder zu viel?",
      "El estiramiento: ¿nada, cómodo o demasiado?"},
    StandardCue{"stretch-conditional", ask_stretch, always, unanswered, 0,
      "Feels strong? Then go less far.",
      "Zieht es stark? Dann geh weniger weit.",
      "¿Lo notas fuerte? Entonces llega menos lejos."},
    StandardCue{"change-question", ask_change, always, answered, 0,
      "And how is it now: freer, the same, or tighter?",
      "Und wie ist es jetzt: freier, gleich oder fester?",
      "¿Y cómo está ahora: más suelto, igual o más tenso?"},
    StandardCue{"change-question-again", ask_change, always, answered, 0,
      "Freer, same, tighter?",
      "Freier, gleich, fester?",
      "¿Más suelto, igual, más tenso?"},
    StandardCue{"change-conditional", ask_change, always, unanswered, 0,
      "Notice for yourself whether anything feels freer now.",
      "Spür für dich, ob sich jetzt etwas freier anfühlt.",
      "Fíjate en si ahora notas algo más suelto."},
    StandardCue{"pain-question", ask_pain, always, answered, 0,
      "And the pain now, from zero to ten?",
      "Und der Schmerz jetzt, von null bis zehn?",
      "¿Y el dolor ahora, de cero a diez?"},
    StandardCue{"pain-conditional", ask_pain, always, unanswered, 0,
      "If it still hurts, leave it for today, and come out slowly.",
      "Tut es noch weh, lass es für heute und komm langsam heraus.",
      "Si aún duele, déjalo por hoy y sal despacio."},
    StandardCue{"remeasure", remeasure, seen_only, anyhow, 0,
      "Two little ones, then only as far as stays easy, as before. There's nothing to reach.",
      "Zweimal ein kleines Stück, dann so weit, wie es leicht bleibt, wie vorhin. Du musst nichts erreichen.",
      "Dos veces en pequeño; luego, mientras siga siendo fácil, como antes. No hay meta."},
    StandardCue{"remeasure-by-tempo", remeasure, unseen_only, anyhow, 0,
      "Small ones first, then a few easy ones, only for noticing.",
      "Zuerst ein kleines Stück, dann ein paar Mal leicht, nur um zu spüren.",
      "Primero en pequeño, luego unas veces fácil, solo para notar."},
    StandardCue{"more-question", ask_more, always, answered, 0,
      "Another round, or enough for now?",
      "Noch eine Runde, oder genug für jetzt?",
      "¿Otra ronda, o basta por ahora?"},
    StandardCue{"more-conditional", ask_more, seen_only, unanswered, 0,
      "Join in again if you like, or rest instead.",
      "Mach noch einmal mit, wenn du magst, oder ruh dich aus.",
      "Sigue otra vez si te apetece, o descansa."},
    StandardCue{"more-by-tempo", ask_more, unseen_only, unanswered, 0,
      "That's enough for today.",
      "Das genügt für heute.",
      "Con esto basta por hoy."},
    StandardCue{"pause", pause, always, anyhow, 0,
      "Come back and rest. We carry on when you want to.",
      "Komm zurück und ruh dich aus. Weiter geht es, wenn du willst.",
      "Vuelve y descansa. Seguimos cuando tú quieras."},
    StandardCue{"pause-lost", pause_lost, seen_only, anyhow, 0,
      "Come back, please. I've lost sight of you.",
      "Komm bitte zurück. Ich habe dich aus dem Blick verloren.",
      "Vuelve, por favor. Te he perdido de vista."},
    StandardCue{"pause-rule", pause_rule, seen_only, anyhow, 0,
      "Come back for a moment and let it settle.",
      "Komm kurz zurück und lass es zur Ruhe kommen.",
      "Vuelve un momento y deja que se calme."},
    StandardCue{"found", found, seen_only, anyhow, 0,
      "You're back in my view.",
      "Jetzt habe ich dich wieder im Blick.",
      "Ya vuelvo a tenerte a la vista."},
    StandardCue{"resume", resume, always, anyhow, 0,
      "Go on whenever you like.",
      "Mach weiter, wann du magst.",
      "Sigue cuando quieras."},
    StandardCue{"set-up-anew", set_up_anew, always, anyhow, 0,
      "Welcome back. We start over, step by step.",
      "Willkommen zurück. Wir fangen noch einmal an, Schritt für Schritt.",
      "Ya estás de vuelta. Empezamos otra vez, paso a paso."},
    StandardCue{"by-feel-question", ask_by_feel, always, answered, 0,
      "I can't see you well enough. Continue by feel: yes or no?",
      "Das Bild von dir reicht mir nicht. Nach Gefühl weitermachen: ja oder nein?",
      "No te distingo con claridad. ¿Continuamos por sensaciones, sí o no?"},
    StandardCue{"by-feel-conditional", ask_by_feel, always, unanswered, 0,
      "I can't see you well enough. Continue by feel if you like.",
      "Das Bild von dir reicht mir nicht. Mach nach Gefühl weiter, wenn du magst.",
      "No te distingo con claridad. Continúa por sensaciones si quieres."},
    StandardCue{"out-slowly", come_out, always, anyhow, 12,
      "Come out of it slowly, and rest for a while.",
      "Komm langsam heraus und ruh dich eine Weile aus.",
      "Sal despacio de la posición y descansa un rato."},
    StandardCue{"out-rise", come_out, always, anyhow, 4,
      "Once your head is clear, get up slowly.",
      "Wenn dein Kopf klar ist, steh langsam auf.",
      "Cuando tengas la cabeza despejada, levántate despacio."},
    StandardCue{"stop-back", stop, always, anyhow, 4,
      "We end here. Come back gently, and let go.",
      "Wir hören hier auf. Komm sanft zurück und lass los.",
      "Paramos aquí. Vuelve con suavidad y suelta."},
    StandardCue{"stop-rest", stop, always, anyhow, 10,
      "Rest in any way that is comfortable. There is no rush.",
      "Ruh dich so aus, wie es bequem ist. Nichts drängt.",
      "Descansa como te resulte cómodo. No hay ninguna prisa."},
    StandardCue{"stop-rise", stop, always, anyhow, 2,
      "Get up only once you feel steady.",
      "Steh erst auf, wenn du dich sicher fühlst.",
      "Levántate solo cuando te sientas estable."},
    StandardCue{"stay-down", stay, always, anyhow, 8,
      "Stay down, or sit if that is easier. There is no rush.",
      "Bleib unten, oder setz dich, wenn das leichter ist. Nichts drängt.",
      "Quédate abajo, o siéntate si es más fácil. No hay ninguna prisa."},
    StandardCue{"stay-help", stay, always, anyhow, 2,
      "Let somebody help you before you get up.",
      "Lass dir helfen, bevor du aufstehst.",
      "Deja que alguien te ayude antes de levantarte."},
    StandardCue{"farewell", farewell, seen_only, anyhow, 0,
      "That was it for today. How it feels to you counts most.",
      "Das war es für heute. Am meisten zählt, wie es sich für dich anfühlt.",
      "Hasta aquí por hoy. Lo que más cuenta es cómo lo sientes tú."},
    StandardCue{"farewell-by-feel", farewell, unseen_only, anyhow, 0,
      "That was it for now. Whatever you noticed counts.",
      "Das war es für jetzt. Was du gespürt hast, zählt.",
      "Hasta aquí por ahora. Lo que hayas notado cuenta."}};

struct Brief {
  std::string_view id;
  std::string_view english;
  std::string_view german;
  std::string_view spanish;
};

// Words of safety have no brief form: they are said in full each time.
constexpr std::array brief_cues{
    Brief{"measure", "Go while it stays easy.", "Geh, solange es leicht bleibt.", "Llega mientras sea fácil."},
    Brief{"measure-by-tempo", "A few while it stays easy.", "Einige, solange es leicht bleibt.",
      "Unas cuantas veces mientras sea fácil."},
    Brief{"target-set", "That is how far.", "So weit.", "Hasta ahí."},
    Brief{"block", "{count} like this.", "{count} davon.", "{count} así."},
    Brief{"block-by-tempo", "{count}, with my tone or your own rhythm.", "{count}, mit meinem Ton oder in deinem Rhythmus.",
      "{count}, con mi tono o a tu ritmo."},
    Brief{"stretch-question", "Nothing, comfortable, too much?", "Nichts, angenehm, zu viel?", "¿Nada, cómodo, demasiado?"},
    Brief{"remeasure", "Two little ones, then while it stays easy.", "Zweimal klein, dann solange es leicht bleibt.",
      "Dos en pequeño; luego, mientras sea fácil."},
    Brief{"more-question", "Another round, or enough?", "Noch eine Runde, oder genug?", "¿Otra ronda, o basta?"}};

/// The conditions that the words of a health question name: a person who says no has none of them.
struct Named {
  std::string_view id;
  std::array<std::string_view, 7> codes;
};

constexpr std::array named_conditions{
    Named{"health-operation",
      {"pregnancy", "pregnancy_first_half", "pregnancy_second_half", "hip_replacement", "recent_surgery_or_fracture",
       "recent_abdominal_or_chest_surgery"}},
    Named{"health-circulation",
      {"recent_blood_clot", "heart_or_kidney_failure", "leg_artery_disease", "uncontrolled_high_blood_pressure",
       "eye_pressure_or_retina"}},
    Named{"health-hip",
      {"active_joint_disease", "recent_groin_strain", "groin_hernia", "pelvic_girdle_pain", "hip_osteoarthritis",
       "hip_impingement_or_dysplasia"}},
    Named{"health-today", {"not_today", "floor_is_hard_to_reach"}},
    Named{"health-care",
      {"nerve_pain", "osteoporosis", "hypermobility", "bleeding_tendency", "reflux_or_hiatal_hernia", "neck_pain",
       "growth_spurt"}}};
// clang-format on

Text in_three(std::string_view english, std::string_view german, std::string_view spanish) {
  return {{"en", std::string{english}}, {"de", std::string{german}}, {"es", std::string{spanish}}};
}

/// What is kind rather than needed.
bool fades(Moment moment) { return moment == confirm || moment == breath || moment == tempo || moment == last_ones; }

}  // namespace

std::vector<Cue> standard_cues() {
  std::vector<Cue> all;
  all.reserve(cues.size());
  for (const StandardCue& c : cues) {
    Cue cue;
    cue.id = "standard-" + std::string{c.id};
    cue.moment = c.moment;
    cue.sensing = c.sensing;
    cue.answering = c.answering;
    cue.text = in_three(c.english, c.german, c.spanish);
    for (const Brief& b : brief_cues) {
      if (b.id == c.id) cue.brief = in_three(b.english, b.german, b.spanish);
    }
    for (const Named& named : named_conditions) {
      for (const std::string_view code : named.codes) {
        if (named.id == c.id && !code.empty()) cue.codes.emplace_back(code);
      }
    }
    cue.then_wait = std::chrono::seconds{c.then_wait};
    cue.fades = fades(c.moment);
    all.push_back(std::move(cue));
  }
  for (Cue& cue : detail::rest_and_side_cues()) all.push_back(std::move(cue));
  return all;
}

}  // namespace stretchcore
