#pragma once

#include <array>
#include <boost/describe/enum.hpp>

namespace stretchcore {

/// The person's own left or right, never the picture's.
enum class Side { left, right };
BOOST_DESCRIBE_ENUM(Side, left, right)

inline constexpr std::array<Side, 2> both_sides{Side::left, Side::right};

constexpr Side opposite(Side side) { return side == Side::left ? Side::right : Side::left; }

}  // namespace stretchcore
