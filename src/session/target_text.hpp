#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <stretchcore/stream/target.hpp>

namespace stretchcore {

/// How far, and why no further. A side is named only if it is the one that was determined to stop first; a movement of
/// the midline has none.
std::string target_text(const Target& target, std::optional<Side> determined, std::string_view language,
                        bool two_sides);

}  // namespace stretchcore
