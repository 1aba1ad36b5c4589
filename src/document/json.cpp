#include <stretchcore/document/json.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/person.hpp>
#include <stretchcore/model/session_options.hpp>
#include <stretchcore/session/check.hpp>
#include <stretchcore/stream/event.hpp>
#include <stretchcore/stream/input.hpp>
#include <stretchcore/stream/posture.hpp>
#include <stretchcore/stream/repetition.hpp>

#include "document/json_document.hpp"

namespace stretchcore {

template <class T>
std::string to_json(const T& value, int indent) {
  return detail::write_document(value, indent);
}

template <class T>
T from_json(std::string_view text) {
  return detail::read_document<T>(text);
}

/// An exercise is checked as well: what cannot be guided is not read.
template <>
Exercise from_json<Exercise>(std::string_view text) {
  Exercise exercise = detail::read_document<Exercise>(text);
  for (const Finding& finding : check(exercise)) {
    if (finding.severity == Severity::error) throw DocumentError(finding.path, finding.message);
  }
  return exercise;
}

template std::string to_json(const Exercise&, int);
template std::string to_json(const Person&, int);
template std::string to_json(const SessionOptions&, int);
template std::string to_json(const Event&, int);
template std::string to_json(const Input&, int);
template std::string to_json(const Repetition&, int);
template std::string to_json(const Posture&, int);

template Person from_json<Person>(std::string_view);
template SessionOptions from_json<SessionOptions>(std::string_view);
template Event from_json<Event>(std::string_view);
template Input from_json<Input>(std::string_view);
template Repetition from_json<Repetition>(std::string_view);
template Posture from_json<Posture>(std::string_view);

}  // namespace stretchcore
