#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/session/check.hpp>

namespace stretchcore {

/// "rules[2]"
inline std::string numbered(std::string_view list, std::size_t i) {
  return std::string{list}.append(1, '[').append(std::to_string(i)).append(1, ']');
}

/// Lists the words of safety that are not said to have been read, and those that have changed since, by language.
void check_reviews(const Exercise& exercise, std::vector<Finding>& findings);

}  // namespace stretchcore
