#pragma once

#include <boost/locale/utf.hpp>
#include <string_view>

namespace stretchcore::detail {

inline bool is_utf8(std::string_view words) {
  using Letter = boost::locale::utf::utf_traits<char>;
  for (auto at = words.begin(); at != words.end();) {
    if (!boost::locale::utf::is_valid_codepoint(Letter::decode(at, words.end()))) return false;
  }
  return true;
}

}  // namespace stretchcore::detail
