#pragma once

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>
#include <string_view>
#include <variant>
#include <vector>

#include <stretchcore/detail/describe.hpp>
#include <stretchcore/model/movement.hpp>
#include <stretchcore/stream/event.hpp>
#include <stretchcore/stream/input.hpp>

namespace stretchcore::detail {

/// The name of a type as the code spells it, without namespace and template arguments. For messages and titles, never
/// for what is kept.
template <class T>
constexpr std::string_view type_name() {
  std::string_view name = __PRETTY_FUNCTION__;  // "… [with T = stretchcore::Cue; …]" or "… [T = stretchcore::Cue]"
  name.remove_prefix(name.find("T = ") + 4);
  name = name.substr(0, name.find_first_of(";]<"));
  const std::size_t scope = name.rfind("::");
  return scope == std::string_view::npos ? name : name.substr(scope + 2);
}

/// The key that says which alternative of a variant an object is.
template <class Variant>
inline constexpr std::string_view tag_key{};
template <>
inline constexpr std::string_view tag_key<Effort> = "kind";
template <>
inline constexpr std::string_view tag_key<Event> = "event";
template <>
inline constexpr std::string_view tag_key<Input> = "input";

/// The word under that key.
template <class Alternative>
inline constexpr std::string_view tag_of = Alternative::tag;
template <>
inline constexpr std::string_view tag_of<Posture> = "posture";

/// Calls `visit(tag, type)` for each alternative, `type` being a `std::type_identity`.
template <class Variant, class Visitor>
constexpr void each_alternative(Visitor&& visit) {
  static_assert(!tag_key<Variant>.empty(), "give the variant a tag_key");
  boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Variant>>(
      [&]<class Alternative>(std::type_identity<Alternative> type) { visit(tag_of<Alternative>, type); });
}

template <DescribedEnum E>
std::vector<std::string_view> words_of() {
  std::vector<std::string_view> words;
  each_enumerator<E>([&](std::string_view word, E) { words.push_back(word); });
  return words;
}

template <DescribedStruct T>
std::vector<std::string_view> members_by_name() {
  std::vector<std::string_view> names;
  each_member<T>([&](std::string_view name, auto) { names.push_back(name); });
  return names;
}

template <class Variant>
std::vector<std::string_view> tags_of() {
  std::vector<std::string_view> tags;
  each_alternative<Variant>([&](std::string_view tag, auto) { tags.push_back(tag); });
  return tags;
}

}  // namespace stretchcore::detail
