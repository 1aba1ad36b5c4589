#pragma once

#include <boost/describe/enum.hpp>

namespace stretchcore {

/// What came of asking the person to move her left side once.
enum class SideCheck {
  not_asked,
  confirmed,
  mirrored,  ///< only the right one moved: the picture is mirrored, and the tracker was not told
  unclear,   ///< both moved, or neither did
  exchanged  ///< on the way the sides looked as if they had been taken for each other
};
BOOST_DESCRIBE_ENUM(SideCheck, not_asked, confirmed, mirrored, unclear, exchanged)

/// Whether left and right can be called by their names.
constexpr bool in_doubt(SideCheck sides) {
  return sides == SideCheck::mirrored || sides == SideCheck::unclear || sides == SideCheck::exchanged;
}

}  // namespace stretchcore
