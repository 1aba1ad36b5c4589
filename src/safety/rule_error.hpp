#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include <stretchcore/error.hpp>

namespace stretchcore::detail {

/// Refuses a rule: what is wrong, the text with a caret under the place, and what to write instead.
[[noreturn]] void refuse_rule(std::string_view text, std::size_t position, const std::string& problem,
                              const std::string& instead);

/// A piece of a rule as it may stand in a message: cut if long, without control characters or broken UTF-8.
std::string shown(std::string_view piece);
std::string in_quotes(std::string_view piece);

/// The candidate that needs the fewest letters changed, whatever their case.
std::string_view nearest_word(std::string_view word, std::span<const std::string_view> candidates);

/// The name of a channel, or of a paired motion, that needs the fewest letters changed.
std::string_view nearest_channel(std::string_view word);

}  // namespace stretchcore::detail
