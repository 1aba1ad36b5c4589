#pragma once

#include <boost/describe/enum.hpp>

#include <stretchcore/model/body_position.hpp>

namespace stretchcore {

/// The position that an exercise is done in. Ways in and out, and what a position asks of the body, follow from it.
enum class Position {
  chair,     ///< on a firm chair without wheels, feet flat
  standing,  ///< upright, a chair back in reach
  wall,      ///< upright, at a wall or a door frame
  back,      ///< on the back, on the floor or a firm bed
  legs_up_wall,
  side,             ///< on one side, a pillow under the head
  hands_and_knees,  ///< on a pad
  front,            ///< on the front, forehead on the hands
  half_kneeling,    ///< one knee on a pad, a chair beside
  floor_sitting     ///< on a block
};
BOOST_DESCRIBE_ENUM(Position, chair, standing, wall, back, legs_up_wall, side, hands_and_knees, front, half_kneeling,
                    floor_sitting)

/// Where the body is in it: the words in an emergency follow that.
constexpr BodyPosition body_in(Position position) {
  switch (position) {
    case Position::chair:
    case Position::floor_sitting:
      return BodyPosition::sitting;
    case Position::standing:
    case Position::wall:
      return BodyPosition::standing;
    case Position::back:
    case Position::side:
    case Position::front:
      return BodyPosition::lying;
    case Position::legs_up_wall:
      return BodyPosition::legs_up;
    case Position::hands_and_knees:
    case Position::half_kneeling:
      break;
  }
  return BodyPosition::changing;
}

/// Whether getting into it leads down to the floor, and out of it up from there.
constexpr bool on_the_floor(Position position) {
  return position != Position::chair && position != Position::standing && position != Position::wall;
}

}  // namespace stretchcore
