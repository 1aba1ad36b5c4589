#pragma once

// Reading a description: everything generic (JSON, Python, state) walks types through these few functions.

#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>
#include <optional>
#include <string_view>
#include <type_traits>

namespace stretchcore::detail {

template <class T>
concept DescribedStruct = boost::describe::has_describe_members<T>::value && !std::is_enum_v<T>;

template <class E>
concept DescribedEnum = std::is_enum_v<E> && boost::describe::has_describe_enumerators<E>::value;

template <class T>
using members_of = boost::describe::describe_members<T, boost::describe::mod_public>;

template <class T>
inline constexpr std::size_t member_count = boost::mp11::mp_size<members_of<T>>::value;

/// A member as JSON, Python and messages say it. Where its word is a macro of other libraries (`signals` is one of Qt),
/// the member ends with an underscore in C++, and there only.
constexpr std::string_view member_word(std::string_view name) {
  if (name.ends_with('_')) name.remove_suffix(1);
  return name;
}

/// Calls `visit(name, pointer_to_member)` for each described member, in order.
template <DescribedStruct T, class Visitor>
constexpr void each_member(Visitor&& visit) {
  boost::mp11::mp_for_each<members_of<T>>([&](auto member) { visit(member_word(member.name), member.pointer); });
}

/// Calls `visit(name, value)` for each enumerator, in order.
template <DescribedEnum E, class Visitor>
constexpr void each_enumerator(Visitor&& visit) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
      [&](auto enumerator) { visit(std::string_view{enumerator.name}, static_cast<E>(enumerator.value)); });
}

template <DescribedEnum E>
inline constexpr std::size_t enumerator_count = boost::mp11::mp_size<boost::describe::describe_enumerators<E>>::value;

}  // namespace stretchcore::detail

namespace stretchcore {

/// The word of an enumerator, the same in JSON, Python, CSV headers and rules; empty for a value outside the
/// enumeration.
template <detail::DescribedEnum E>
constexpr std::string_view name(E value) {
  std::string_view found;
  detail::each_enumerator<E>([&](std::string_view word, E candidate) {
    if (candidate == value) found = word;
  });
  return found;
}

/// The enumerator of a word, or nothing.
template <detail::DescribedEnum E>
constexpr std::optional<E> named(std::string_view word) {
  std::optional<E> found;
  detail::each_enumerator<E>([&](std::string_view candidate, E value) {
    if (candidate == word) found = value;
  });
  return found;
}

}  // namespace stretchcore
