#include <stretchcore/stream/analytics.hpp>

#include "bind.hpp"
#include "bind_enum.hpp"
#include "bind_json.hpp"
#include "bind_struct.hpp"
#include "events.hpp"

namespace stretchcore {

using namespace detail;

namespace {

template <class T>
py::class_<T> bind_event(py::module_& m, const Docs<T>& docs) {
  auto type = bind_struct<T>(m, docs, Arguments::by_position);
  bind_json_of<Event>(type);
  return type;
}

/// The alternative that Python knows by a richer class.
template <class T>
using Known =
    std::conditional_t<std::is_same_v<T, CueGiven>, CueWithText,
                       std::conditional_t<std::is_same_v<T, QuestionAsked>, QuestionWithCodes,
                                          std::conditional_t<std::is_same_v<T, Emergency>, EmergencyWithText, T>>>;

template <class T>
bool take(py::handle object, Event& event) {
  if (!py::isinstance<Known<T>>(object)) return false;
  event = static_cast<const T&>(object.cast<const Known<T>&>());
  return true;
}

template <class... Ts>
bool take_any(py::handle object, Event& event, const std::variant<Ts...>*) {
  return (take<Ts>(object, event) || ...);
}

void bind_movement_events(py::module_& m) {
  bind_event(m, Docs<PhaseChanged>{"PhaseChanged", "The session went from one phase to another.", "[s]",
                                   "the phase before", "the phase now", "held blocks begun so far"});
  bind_event(m, Docs<CoverageSet>{"CoverageSet", "What the session watches from here on.", "[s]",
                                  "channels that are watched", "channels that this source cannot see",
                                  "whether left is left; while it is mirrored or unclear, no side is named"});
  bind_event(m, Docs<RepetitionCompleted>{"RepetitionCompleted", "One opening, out and back.", "[s]",
                                          "in this phase, from 1", "what was measured of it"});
  bind_event(m, Docs<AttemptRejected>{"AttemptRejected", "A movement that does not count.", "[s]",
                                      "what was measured of it, and why it does not count"});
  bind_event(m, Docs<ReachDropped>{"ReachDropped",
                                   "The person suddenly went less far to a target than before: less is asked for.",
                                   "[s]", "the side; None where there is none, or it is in doubt",
                                   "below what was usual for them [deg]"});
  bind_event(m, Docs<HoldCompleted>{"HoldCompleted", "A hold was kept for its time.", "[s]", "the side; None when both",
                                    "how long it was kept [s]"});
  bind_event(m, Docs<SideChanged>{"SideChanged", "The other side's turn.", "[s]", "the side now"});
  bind_event(
      m, Docs<SetCompleted>{"SetCompleted", "A held block is done.", "[s]", "its number, from 1", "repetitions in it"});
  bind_event(m, Docs<TargetChanged>{"TargetChanged", "How far to go from here on.", "[s]",
                                    "the side it is for; None for both", "None when the person is free"});
  bind_event(m, Docs<Guide>{"Guide", "A tone or a vibration, ahead of the moment it stands for.", "[s]",
                            "near_target, turn or home", "the side; None for both"});
}

void bind_watching_events(py::module_& m) {
  bind_event(m,
             Docs<RuleChanged>{"RuleChanged", "A rule's verdict changed.", "[s]", "its place in the exercise, from 0",
                               "the side, for a rule about a pair", "the verdict now", "what follows"});
  bind_event(m, Docs<SignalLost>{"SignalLost", "Watched channels cannot be trusted.", "[s]", "the channels",
                                 "of the first of them"});
  bind_event(m,
             Docs<SignalRestored>{"SignalRestored", "Watched channels can be trusted again.", "[s]", "the channels"});
  bind_event(m, Docs<SampleRejected>{"SampleRejected", "A sample, or one channel of it, was not taken.", "[s]", "why",
                                     "the channel; None for the whole sample"});
}

void bind_speaking_events(py::module_& m) {
  bind_event(
      m, Docs<QuestionWithCodes>{"QuestionAsked", "A question for the person.", "[s]", "its number", "what it is about",
                                 "when it stops waiting [s]", "the conditions among which `health` and `which` ask"})
      .def_property_readonly(
          "choices",
          [](const QuestionWithCodes& self) {
            const std::span<const Choice> choices = self.choices();
            return std::vector<Choice>(choices.begin(), choices.end());
          },
          "What can be answered.");
  bind_event(m, Docs<CueWithText>{"CueGiven", "Words to say now.", "[s]", "a number that CueSpoken can answer to",
                                  "the moment they are for", "who goes first when two things want to be said",
                                  "the side they are about", "a number they contain", "channels they are about",
                                  "the few words: the others are known", "cut any voice that is speaking",
                                  "how long they take to say: by the recorded voice, else estimated [s]",
                                  "the words, in the session's language"});
  bind_event(m, Docs<CueDropped>{"CueDropped", "Words that were wanted and are not said, or not to their end.", "[s]",
                                 "a number, as of CueGiven", "the moment they were for", "why"});
  bind_event(m, Docs<SymptomHeard>{"SymptomHeard", "A symptom stopped the session, or made it rest.", "[s]",
                                   "what is felt", "where, if it is known", "how soon somebody should look at it",
                                   "stop is latched; after a pause the person may go on",
                                   "the cue number of the advice; -1: no words",
                                   "place in the exercise's stop_symptoms; -1: a standard one"});
  bind_event(m, Docs<CommandRefused>{"CommandRefused", "A command to start, go on or do more that is not obeyed.",
                                     "[s]", "what was asked", "why"});
  bind_event(m, Docs<Screened>{"Screened", "What was known of the person when it started.", "[s]",
                               "whether the exercise fits", "how many things bear on it", "how many are not known"});
  bind_event(m, Docs<RuleWidened>{"RuleWidened",
                                  "A rule is judged only from a wider limit on: nearer to zero the source would report "
                                  "its own noise.",
                                  "[s]", "its place in the exercise", "twice the error of one repetition [deg]"});
  bind_event(m, Docs<ClockAdopted>{
                    "ClockAdopted", "A clock that had jumped was taken over; the session's own time went on meanwhile.",
                    "[s]", "whose: that of postures or of ticks", "so far ahead it had jumped; below zero: back [s]",
                    "the other clock told the time all the while"});
  bind_event(m, Docs<SessionEnded>{"SessionEnded", "The session is over.", "[s]", "why"});
  bind_event(m, Docs<NobodyAnswers>{"NobodyAnswers",
                                    "Nothing was heard or seen of the person, not even after \"Are you all right?\".",
                                    "[s]", "the latest sign of life [s]", "in which it was asked"});
  bind_event(
      m, Docs<EmergencyWithText>{"Emergency", "Help is needed: show the call. Told again until it is acknowledged.",
                                 "[s]", "what is felt", "where, if it is known", "the cue number of the call",
                                 "how often it was said, with this time", "it is said again after [s]",
                                 "the call, in the session's language", "the number to call, or in words which one"});
  bind_event(m, Docs<NeutralMoved>{"NeutralMoved",
                                   "The person slid, or what sees them moved: a guarded part has another neutral now.",
                                   "[s]", "the channel", "where it was [deg]", "where it is [deg]"});
}

}  // namespace

namespace detail {

py::object to_python(const Event& event, const std::string& words, const std::string& number) {
  return std::visit(
      [&](const auto& one) -> py::object {
        if constexpr (std::is_same_v<std::decay_t<decltype(one)>, CueGiven>) {
          return py::cast(CueWithText{one, words});
        } else if constexpr (std::is_same_v<std::decay_t<decltype(one)>, QuestionAsked>) {
          return py::cast(QuestionWithCodes{one, {}});
        } else if constexpr (std::is_same_v<std::decay_t<decltype(one)>, Emergency>) {
          return py::cast(EmergencyWithText{one, words, number});
        } else {
          return py::cast(one);
        }
      },
      event);
}

py::object to_python(const QuestionAsked& question, const std::vector<std::string>& codes) {
  return py::cast(QuestionWithCodes{question, codes});
}

py::object to_python(const Event& event, const Session& session) {
  if (const auto* question = std::get_if<QuestionAsked>(&event)) {
    return to_python(*question, session.codes(question->id));
  }
  const bool calls = std::holds_alternative<Emergency>(event);
  const bool speaks = calls || std::holds_alternative<CueGiven>(event);
  const std::string& language = session.options().language;
  return to_python(event, speaks ? session.text(event, language) : std::string{},
                   calls ? session.emergency_number(language) : std::string{});
}

py::tuple to_python(std::span<const Event> events, const Session& session) {
  // Making an object may let another thread run, which may use the session that holds these.
  const std::vector<Event> kept{events.begin(), events.end()};
  py::tuple all(kept.size());
  for (std::size_t i = 0; i < kept.size(); ++i) all[i] = to_python(kept[i], session);
  return all;
}

Event event_from(py::handle object) {
  Event event;
  if (!take_any(object, event, static_cast<const Event*>(nullptr))) {
    throw py::type_error("expected an event, got " + type_name(object));
  }
  return event;
}

}  // namespace detail

/// The neutral fields alone: what is health is not there, not even as a default.
py::object neutral_fields(py::handle object) {
  const std::optional<Event> passed = analytics(event_from(object));
  if (!passed) return py::none();
  return std::visit(
      [](const auto& one) -> py::object {
        using E = std::decay_t<decltype(one)>;
        py::dict fields;
        fields["event"] = py::str(std::string{E::tag});
        detail::each_member<E>([&](std::string_view name, auto member) {
          if (privacy(E::tag, name) == Privacy::neutral) fields[py::str(std::string{name})] = py::cast(one.*member);
        });
        return fields;
      },
      *passed);
}

void bind_events(py::module_& m) {
  bind_enum<Clock>(m, "Clock", "The two that tell a session the time.");
  bind_enum<DropReason>(m, "DropReason", "Why words that were wanted are not said.");
  bind_enum<GuideKind>(m, "GuideKind", "What a tone or a vibration stands for.");
  bind_enum<Refusal>(m, "Refusal", "Why a session does not go on although somebody asked for it.");

  bind_movement_events(m);
  bind_watching_events(m);
  bind_speaking_events(m);

  m.def("analytics", &neutral_fields, py::arg("event"),
        "What may be counted of an event: its fields that say nothing of the person's health, or None.");
  m.def(
      "event_from_json", [](const std::string& text) { return to_python(from_json<Event>(text), std::string{}); },
      py::arg("text"),
      "Reads what an event's `to_json` writes. A cue is numbers only there: `Session.text` has its words.");
}

}  // namespace stretchcore
