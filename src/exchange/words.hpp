#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/quantity/channel.hpp>

namespace stretchcore::detail {

/// The lower-case words of a column name: "Time [s]" is time, s; "LKNE_x_mm" is lkne, x, mm. A name of more
/// than 256 bytes has none.
std::vector<std::string> words_of(std::string_view column_name);

/// The candidate that is nearest to a word by letters changed, if it is near enough to be a slip of the pen.
std::optional<std::string_view> nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// What a column may mean that has a laboratory's usual abbreviations in its name. For suggestions only: nobody's
/// angles are taken by a guess.
struct Resemblance {
  Channel channel;
  bool turned = false;  ///< the name says the opposite motion
};
std::optional<Resemblance> resembling(std::string_view column_name);

}  // namespace stretchcore::detail
