#include <stretchcore/model/demand.hpp>

namespace stretchcore {

std::vector<Demand> implied_demands(Position position) {
  using enum Demand;
  switch (position) {
    case Position::chair:
      return {sit};
    case Position::standing:
    case Position::wall:
      return {stand};
    case Position::back:
      return {lying_flat, floor_or_bed};
    case Position::legs_up_wall:
      return {lying_flat, legs_raised, floor_transfer};
    case Position::side:
      return {floor_or_bed};
    case Position::floor_sitting:
      return {floor_transfer};
    case Position::hands_and_knees:
      return {kneel, hands_weight, floor_transfer};
    case Position::front:  // the way in and out leads over hands and knees
      return {prone, kneel, floor_transfer};
    case Position::half_kneeling:
      return {kneel, floor_transfer};
  }
  return {};
}

}  // namespace stretchcore
