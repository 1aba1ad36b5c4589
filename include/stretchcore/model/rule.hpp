#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <string>

#include <stretchcore/export.hpp>
#include <stretchcore/model/cue.hpp>
#include <stretchcore/model/text.hpp>
#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

/// What follows when a rule is violated, mildest first.
enum class Response {
  notice,   ///< it is noted
  correct,  ///< its words are said
  ease,     ///< its words are said and the target is lowered
  pause,    ///< rest until it has been ok for a second
  stop      ///< the session ends, latched
};
BOOST_DESCRIBE_ENUM(Response, notice, correct, ease, pause, stop)

/// What must not happen: `when` is the violation, in the rule language ("abs(pelvis_list) > 5 deg for 0.4 s").
/// A motion without a side ("knee_flexion") stands for either side.
struct Rule {
  std::string id{};
  std::string when{};
  Response response = Response::correct;
  Time unknown_after{2'000'000'000};  ///< how long a watched signal may be unknown before the session pauses
  bool required = false;              ///< the session does not start where the source cannot see it
  Text words{};
  Priority priority = Priority::safety;  ///< of the words: those of safety cut off whatever matters less
  Text reviewed_by{};                    ///< who has read the words, by language

  STRETCHCORE_API void validate() const;
  bool operator==(const Rule&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rule, (), (id, when, response, unknown_after, required, words, priority, reviewed_by))

}  // namespace stretchcore
