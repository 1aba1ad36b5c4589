#pragma once

#include <boost/describe/enum.hpp>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/model/position.hpp>

namespace stretchcore {

/// What an exercise asks of the body: who should not do it follows from that.
enum class Demand {
  lying_flat,
  legs_raised,
  head_down,
  prone,
  kneel,
  hands_weight,    ///< weight on the hands
  floor_transfer,  ///< down to the floor and up again
  floor_or_bed,    ///< the same, or onto a firm bed
  stand,
  one_leg,
  lumbar_flexion,
  lumbar_extension,
  trunk_rotation,
  hip_flexion_90,  ///< hips bent to 90° or more
  hip_extension,
  hip_abduction,
  hip_rotation,
  knee_deep,        ///< a knee bent as far as it goes
  nerve_tension,    ///< long nerves are drawn tight
  ankle_loaded,     ///< the end of the way of an ankle that bears weight
  overhead,         ///< arms above the head
  shoulder_abd_er,  ///< an arm out to the side and turned out
  neck_end,         ///< the end of the way of the neck
  wrist_end,        ///< the end of the way of a wrist
  sit               ///< on a seat of the usual height
};
BOOST_DESCRIBE_ENUM(Demand, lying_flat, legs_raised, head_down, prone, kneel, hands_weight, floor_transfer,
                    floor_or_bed, stand, one_leg, lumbar_flexion, lumbar_extension, trunk_rotation, hip_flexion_90,
                    hip_extension, hip_abduction, hip_rotation, knee_deep, nerve_tension, ankle_loaded, overhead,
                    shoulder_abd_er, neck_end, wrist_end, sit)

/// What a position asks of the body by itself, with the way into it and out of it.
STRETCHCORE_API std::vector<Demand> implied_demands(Position position);

}  // namespace stretchcore
