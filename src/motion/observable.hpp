#pragma once

#include <string_view>

#include <stretchcore/export.hpp>
#include <stretchcore/motion/skeleton.hpp>

namespace stretchcore::detail {

/// Why the points of a skeleton give no such angle; empty where they do.
std::string_view unobservable(Channel channel, const Skeleton& skeleton);

/// Every angle that the points of a skeleton give.
STRETCHCORE_API ChannelSet observable(const Skeleton& skeleton);

}  // namespace stretchcore::detail
