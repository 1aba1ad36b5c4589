#pragma once

#include <array>
#include <boost/container/static_vector.hpp>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <stretchcore/detail/fixed_list.hpp>
#include <stretchcore/detail/sparse_list.hpp>
#include <stretchcore/quantity/bilateral.hpp>

#include "body_scalars.hpp"

namespace stretchcore::detail {

// What is made of other things: lists, alternatives, described types.

template <class T>
struct Body<std::optional<T>> {
  static constexpr std::size_t least = 1;
  static void write(BodyWriter& to, const std::optional<T>& value, const Path& path) {
    detail::write(to, value.has_value(), path);
    if (value) detail::write(to, *value, path);
  }
  static void read(BodyReader& from, std::optional<T>& value, const Path& path) {
    bool there = false;
    detail::read(from, there, path);
    if (there) detail::read(from, value.emplace(), path);
  }
  static JsonValue layout(Layout& layout) { return layout.of("optional", Body<T>::layout(layout)); }
};

/// A list of any length, up to `most`.
template <class List, std::size_t most>
struct ListBody {
  using Element = typename List::value_type;
  static constexpr std::size_t least = 4;
  static void write(BodyWriter& to, const List& values, const Path& path) {
    if (values.size() > most) refuse_keeping(path, "has more than " + std::to_string(most) + " elements");
    to.put(static_cast<std::uint32_t>(values.size()));
    for (std::size_t i = 0; i < values.size(); ++i) detail::write(to, values[i], Path{path, i});
  }
  static void read(BodyReader& from, List& values, const Path& path) {
    values.resize(from.count(most, Body<Element>::least, path));
    for (std::size_t i = 0; i < values.size(); ++i) detail::read(from, values[i], Path{path, i});
  }
  static JsonValue layout(Layout& layout) { return layout.of("list", Body<Element>::layout(layout)); }
};

template <class T>
struct Body<std::vector<T>> : ListBody<std::vector<T>, most_elements> {};
template <class T, std::size_t most>
struct Body<boost::container::static_vector<T, most>> : ListBody<boost::container::static_vector<T, most>, most> {};

template <class T, std::size_t most>
struct Body<FixedList<T, most>> : ListBody<FixedList<T, most>, most> {};

/// How many numbers there are, and of those that have a value the number and the value, in order.
template <class T, std::size_t most>
struct Body<SparseList<T, most>> {
  using List = SparseList<T, most>;
  static constexpr std::size_t least = 8;
  static void write(BodyWriter& to, const List& values, const Path& path) {
    to.put(static_cast<std::uint32_t>(values.size()));
    to.put(static_cast<std::uint32_t>(values.written().size()));
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!values.has(i)) continue;
      to.put(static_cast<std::uint32_t>(i));
      detail::write(to, values[i], Path{path, i});
    }
  }
  static void read(BodyReader& from, List& values, const Path& path) {
    const std::size_t numbers = from.count(most, 0, path);
    const std::size_t written = from.count(numbers, 4 + Body<T>::least, path);
    values = List{};
    values.fit_room(numbers, written);
    std::size_t least_number = 0;
    for (std::size_t i = 0; i < written; ++i) {
      const std::size_t number = from.count(most, 0, path);
      if (number < least_number || number >= numbers) refuse_body(path, "has numbers out of order, or one that is none");
      detail::read(from, values.at(number), Path{path, number});
      least_number = number + 1;
    }
  }
  static JsonValue layout(Layout& layout) { return layout.of("sparse", Body<T>::layout(layout)); }
};

template <class T, std::size_t count>
struct Body<std::array<T, count>> {
  static constexpr std::size_t least = count * Body<T>::least;
  static void write(BodyWriter& to, const std::array<T, count>& values, const Path& path) {
    for (std::size_t i = 0; i < count; ++i) detail::write(to, values[i], Path{path, i});
  }
  static void read(BodyReader& from, std::array<T, count>& values, const Path& path) {
    for (std::size_t i = 0; i < count; ++i) detail::read(from, values[i], Path{path, i});
  }
  static JsonValue layout(Layout& layout) {
    JsonValue many = layout.of("array", Body<T>::layout(layout));
    many.add(json_number(static_cast<double>(count)));
    return many;
  }
};

/// By key, in order. A key may be the code of a condition, so errors tell its place only.
template <class T>
struct Body<std::map<std::string, T>> {
  static constexpr std::size_t least = 4;
  static void write(BodyWriter& to, const std::map<std::string, T>& values, const Path& path) {
    if (values.size() > most_elements) refuse_keeping(path, "has too many elements");
    to.put(static_cast<std::uint32_t>(values.size()));
    std::size_t i = 0;
    for (const auto& [key, value] : values) {
      const Path place{path, i++};
      detail::write(to, key, place);
      detail::write(to, value, place);
    }
  }
  static void read(BodyReader& from, std::map<std::string, T>& values, const Path& path) {
    const std::size_t count = from.count(most_elements, 4 + Body<T>::least, path);
    for (std::size_t i = 0; i < count; ++i) {
      const Path place{path, i};
      std::string key;
      detail::read(from, key, place);
      if (!values.empty() && key <= values.rbegin()->first) refuse_body(place, "is out of order");
      detail::read(from, values[key], place);
    }
  }
  static JsonValue layout(Layout& layout) { return layout.of("map", Body<T>::layout(layout)); }
};

template <class... Alternatives>
struct Body<std::variant<Alternatives...>> {
  using Variant = std::variant<Alternatives...>;
  static constexpr std::size_t least = 1;
  static void write(BodyWriter& to, const Variant& value, const Path& path) {
    to.put(static_cast<std::uint8_t>(value.index()));
    std::visit([&](const auto& alternative) { detail::write(to, alternative, path); }, value);
  }
  static void read(BodyReader& from, Variant& value, const Path& path) {
    const std::size_t which = from.take<std::uint8_t>(path);
    if (which >= sizeof...(Alternatives)) refuse_body(path, "is none of its kinds");
    boost::mp11::mp_with_index<sizeof...(Alternatives)>(
        which, [&](auto i) { detail::read(from, value.template emplace<i>(), path); });
  }
  static JsonValue layout(Layout& layout) {
    JsonValue either = layout.of("variant");
    (either.add(Body<Alternatives>::layout(layout)), ...);  // one after the other: arguments have no order
    return either;
  }
};

template <class T>
inline constexpr bool has_sides = false;
template <class T>
inline constexpr bool has_sides<Bilateral<T>> = true;

/// The members in their order. Limits of its own are checked when all of them are there.
template <DescribedStruct T>
struct Body<T> {
  static constexpr std::size_t least = [] {
    std::size_t sum = 0;
    each_member<T>([&]<class M>(std::string_view, M T::*) { sum += Body<M>::least; });
    return sum;
  }();
  static void write(BodyWriter& to, const T& value, const Path& path) {
    each_member<T>([&](std::string_view name, auto member) { detail::write(to, value.*member, Path{path, name}); });
  }
  static void read(BodyReader& from, T& value, const Path& path) {
    each_member<T>([&](std::string_view name, auto member) { detail::read(from, value.*member, Path{path, name}); });
    if constexpr (requires { value.validate(); }) {
      if (from.keeping == Keeping::exact) return;
      try {
        value.validate();
      } catch (const InvalidModel& error) {
        refuse_body(Path{path, error.field()}, "is outside its limits");  // the model's own words hold the value
      }
    }
  }
  static JsonValue layout(Layout& layout) {
    if constexpr (has_sides<T>) {
      return layout.of("bilateral", Body<decltype(T::left)>::layout(layout));
    } else {
      return layout.members(type_name<T>(), [&](JsonValue& members) {
        each_member<T>([&]<class M>(std::string_view name, M T::*) { members.add(name, Body<M>::layout(layout)); });
      });
    }
  }
};

}  // namespace stretchcore::detail
