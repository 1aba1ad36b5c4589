#include <algorithm>

#include <stretchcore/routine/fit.hpp>

#include "model/require.hpp"

namespace stretchcore {

bool can_be_taken(Position position, const std::vector<Spot>& places) {
  if (places.empty()) return true;
  const auto there = [&](Spot spot) { return std::find(places.begin(), places.end(), spot) != places.end(); };
  switch (position) {
    case Position::chair:
      return there(Spot::chair);
    case Position::standing:
      return there(Spot::chair) || there(Spot::wall) || there(Spot::field);
    case Position::wall:
      return there(Spot::wall);
    case Position::back:
    case Position::side:
      return there(Spot::floor) || there(Spot::bed);
    case Position::legs_up_wall:
      return there(Spot::floor) && there(Spot::wall);
    case Position::half_kneeling:
      return there(Spot::floor) && (there(Spot::chair) || there(Spot::wall));
    case Position::hands_and_knees:
    case Position::front:
    case Position::floor_sitting:
      return there(Spot::floor);
  }
  return false;
}

void Circumstances::validate() const {
  detail::require_range("minutes", minutes, 1, 60);
  for (std::size_t i = 0; i < declined.size(); ++i) {
    detail::require_kebab_case(detail::at("declined", i, ""), declined[i]);
  }
}

}  // namespace stretchcore
