#pragma once

#include <boost/describe/enum.hpp>

namespace stretchcore {

/// What came of asking the person to move her left side once.
enum class SideCheck {
  not_asked,
  confirmed,
  mirrored,  ///< only the right one moved: the picture is mirrored, and the tracker was not told
  unclear    ///< both moved, or neither did
};
BOOST_DESCRIBE_ENUM(SideCheck, not_asked, confirmed, mirrored, unclear)

/// Whether left and right can be called by their names.
constexpr bool in_doubt(SideCheck sides) { return sides == SideCheck::mirrored || sides == SideCheck::unclear; }

}  // namespace stretchcore
