#pragma once

#include <boost/describe/class.hpp>
#include <span>
#include <string>
#include <vector>

#include <stretchcore/session/session.hpp>
#include <stretchcore/stream/event.hpp>

#include "casters.hpp"

namespace stretchcore::detail {

/// `CueGiven` as Python knows it: with its words in the session's language.
struct CueWithText : CueGiven {
  std::string text;

  bool operator==(const CueWithText&) const = default;
};
BOOST_DESCRIBE_STRUCT(CueWithText, (CueGiven), (text))

/// `QuestionAsked` as Python knows it: with the conditions among which it asks.
struct QuestionWithCodes : QuestionAsked {
  std::vector<std::string> codes;

  bool operator==(const QuestionWithCodes&) const = default;
};
BOOST_DESCRIBE_STRUCT(QuestionWithCodes, (QuestionAsked), (codes))

/// `Emergency` likewise, with the number to call.
struct EmergencyWithText : Emergency {
  std::string text;
  std::string number;

  bool operator==(const EmergencyWithText&) const = default;
};
BOOST_DESCRIBE_STRUCT(EmergencyWithText, (Emergency), (text, number))

/// An event as a Python object, one that speaks with its words.
py::object to_python(const Event& event, const std::string& words, const std::string& number = {});
/// A question, with the conditions among which it asked.
py::object to_python(const QuestionAsked& question, const std::vector<std::string>& codes);
/// Any event; the session has the words.
py::object to_python(const Event& event, const Session& session);
py::tuple to_python(std::span<const Event> events, const Session& session);

/// The event of a Python object; TypeError if it is none.
Event event_from(py::handle object);

}  // namespace stretchcore::detail
