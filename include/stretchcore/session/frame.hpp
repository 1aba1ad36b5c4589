#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>

#include <stretchcore/export.hpp>
#include <stretchcore/model/session_options.hpp>
#include <stretchcore/quantity/side.hpp>

namespace stretchcore {

/// How the person comes to a session.
enum class WayIn {
  from_outside,  ///< from somewhere in the room: they hear how to get into position
  in_position,   ///< from a session in the same position: they hear nothing of that
  from_another   ///< from another exercise in the same position: they hear how this one is set up, and go on at once
};
BOOST_DESCRIBE_ENUM(WayIn, from_outside, in_position, from_another)

/// What becomes of the person at the end of a session that ends as planned. The way out is always said after a stop, a
/// symptom, an emergency or a pause, and where nobody answers.
enum class Ending {
  rise,  ///< they hear the way out
  stay   ///< they stay in position for the next session, and hear nothing of a way out
};
BOOST_DESCRIBE_ENUM(Ending, rise, stay)

/// Where a session stands in what a person does one after the other. The default is a session by itself.
struct Frame {
  WayIn entry = WayIn::from_outside;
  Ending exit = Ending::rise;
  std::optional<int> sessions_before{};  ///< instead of the options'
  /// Instead of the options'. With `never` only what is asked for is done: nothing is tried out before the block, and
  /// nothing compared after it, by feel neither.
  std::optional<Measure> measure{};
  std::optional<int> blocks{};       ///< no more than these; the exercise's own caps hold, too
  std::optional<int> repetitions{};  ///< or holds each side, in a block: no more than these
  std::optional<Side> first_side{};  ///< of a movement of one side at a time, the one that begins; none: the left
  bool notice_given = false;         ///< which symptoms to tell of was said before, today
  bool feel_told = false;            ///< that nothing is seen, and so what is felt decides, was said before, today

  /// Throws `InvalidModel` for a number that is none.
  STRETCHCORE_API void validate() const;
  bool operator==(const Frame&) const = default;
};
BOOST_DESCRIBE_STRUCT(Frame, (),
                      (entry, exit, sessions_before, measure, blocks, repetitions, first_side, notice_given, feel_told))

}  // namespace stretchcore
