#pragma once

#include <boost/describe/enum.hpp>

namespace stretchcore {

/// The part of the body that an exercise is for, as people look for it.
enum class Region { neck, shoulders, chest, arms, back, hips, inner_thighs, front_thighs, hamstrings, lower_legs };
BOOST_DESCRIBE_ENUM(Region, neck, shoulders, chest, arms, back, hips, inner_thighs, front_thighs, hamstrings,
                    lower_legs)

}  // namespace stretchcore
