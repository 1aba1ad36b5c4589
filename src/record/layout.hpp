#pragma once

#include <span>
#include <string_view>

#include "document/json_tree.hpp"

namespace stretchcore::detail {

/// Collects how types lie in a body. A type is described once and then named.
class Layout {
 public:
  /// ["list", element]
  template <class... Parts>
  JsonValue of(std::string_view kind, Parts... parts) {
    JsonValue list = json_array();
    list.add(json_string(kind));
    (list.add(std::move(parts)), ...);
    return list;
  }

  JsonValue words(std::string_view type, std::span<const std::string_view> words) {
    if (words_.find(type) == nullptr) {
      JsonValue list = json_array();
      for (const std::string_view word : words) list.add(json_string(word));
      words_.add(type, std::move(list));
    }
    return json_string(type);
  }

  template <class Fill>
  JsonValue members(std::string_view type, Fill&& fill) {
    if (members_.find(type) == nullptr) {
      JsonValue members = json_object();
      fill(members);  // what it consists of comes first
      members_.add(type, std::move(members));
    }
    return json_string(type);
  }

  JsonValue document(JsonValue kinds) && {
    JsonValue document = json_object();
    document.add("kinds", std::move(kinds));
    document.add("members", std::move(members_));
    document.add("words", std::move(words_));
    return document;
  }

 private:
  JsonValue members_ = json_object();
  JsonValue words_ = json_object();
};

}  // namespace stretchcore::detail
