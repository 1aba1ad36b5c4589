#include <stretchcore/document/json.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/person.hpp>
#include <stretchcore/model/routine.hpp>
#include <stretchcore/model/session_options.hpp>
#include <stretchcore/session/check.hpp>
#include <stretchcore/stream/event.hpp>
#include <stretchcore/stream/input.hpp>
#include <stretchcore/stream/posture.hpp>
#include <stretchcore/stream/repetition.hpp>

#include "document/embedded.hpp"
#include "document/json_functions.hpp"

namespace stretchcore {

Exercise detail::read_unchecked(std::string_view text) { return read_document<Exercise>(text); }

template <>
Exercise from_json<Exercise>(std::string_view text) {
  Exercise exercise = detail::read_unchecked(text);
  for (const Finding& finding : findings(exercise)) {
    if (finding.severity == Severity::error) throw DocumentError(finding.path, finding.message);
  }
  return exercise;
}

template STRETCHCORE_API std::string to_json(const Exercise&, int);
template STRETCHCORE_API std::string to_json(const Routine&, int);
template STRETCHCORE_API std::string to_json(const Person&, int);
template STRETCHCORE_API std::string to_json(const SessionOptions&, int);
template STRETCHCORE_API std::string to_json(const PhrasePack&, int);
template STRETCHCORE_API std::string to_json(const Event&, int);
template STRETCHCORE_API std::string to_json(const Input&, int);
template STRETCHCORE_API std::string to_json(const Repetition&, int);
template STRETCHCORE_API std::string to_json(const Posture&, int);

template STRETCHCORE_API Routine from_json<Routine>(std::string_view);
template STRETCHCORE_API Person from_json<Person>(std::string_view);
template STRETCHCORE_API SessionOptions from_json<SessionOptions>(std::string_view);
template STRETCHCORE_API PhrasePack from_json<PhrasePack>(std::string_view);
template STRETCHCORE_API Event from_json<Event>(std::string_view);
template STRETCHCORE_API Input from_json<Input>(std::string_view);
template STRETCHCORE_API Repetition from_json<Repetition>(std::string_view);
template STRETCHCORE_API Posture from_json<Posture>(std::string_view);

}  // namespace stretchcore
