#pragma once

#include <boost/describe/enum.hpp>

namespace stretchcore {

/// Where the body is. An exercise states one of the first four; the others are on the way in, out, or neither.
enum class BodyPosition {
  legs_up,     ///< on the back, the legs up a wall
  lying,       ///< on the back, one side or the front
  sitting,     ///< on a chair or the floor
  standing,    ///< upright, in the stretch
  going_down,  ///< on the way into position
  rising,      ///< on the last steps of the way out
  changing,    ///< somewhere between, or not known
  up           ///< not yet in position, or out of it again
};
BOOST_DESCRIBE_ENUM(BodyPosition, legs_up, lying, sitting, standing, going_down, rising, changing, up)

}  // namespace stretchcore
