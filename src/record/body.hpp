#pragma once

#include <array>
#include <boost/container/static_vector.hpp>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/bilateral.hpp>
#include <stretchcore/quantity/channel.hpp>
#include <stretchcore/quantity/time.hpp>

#include "body_stream.hpp"
#include "document/json_tree.hpp"
#include "document/names.hpp"
#include "layout.hpp"
#include "utf8.hpp"

namespace stretchcore::detail {

// How each kind of member lies in a body: one `Body` a kind, with
//   write   to bytes; throws `RecordError` for what reading would refuse
//   read    into a fresh value; throws `CorruptRecord`
//   least   the fewest bytes it can take, which bounds what a count may claim
//   layout  how the published layout names it
// What has no `Body` does not compile. A described type follows from its description.

template <class T>
struct Body;

template <class T>
void write(BodyWriter& to, const T& value, const Path& path) {
  Body<T>::write(to, value, path);
}
template <class T>
void read(BodyReader& from, T& value, const Path& path) {
  Body<T>::read(from, value, path);
}

inline constexpr std::size_t most_elements = 65'536;  ///< of a list without a limit of its own
inline constexpr std::size_t most_letters = 65'536;   ///< bytes of a text

template <>
struct Body<bool> {
  static constexpr std::size_t least = 1;
  static void write(BodyWriter& to, bool value, const Path&) { to.put(std::uint8_t{value}); }
  static void read(BodyReader& from, bool& value, const Path& path) {
    const auto byte = from.take<std::uint8_t>(path);
    if (byte > 1) refuse_body(path, "is neither true nor false");
    value = byte == 1;
  }
  static JsonValue layout(Layout&) { return json_string("bool"); }
};

template <std::integral T>
  requires Number<T>
struct Body<T> {
  static constexpr std::size_t least = sizeof(T);
  static void write(BodyWriter& to, T value, const Path&) { to.put(value); }
  static void read(BodyReader& from, T& value, const Path& path) { value = from.take<T>(path); }
  static JsonValue layout(Layout&) {
    return json_string((std::is_signed_v<T> ? "int" : "uint") + std::to_string(8 * sizeof(T)));
  }
};

template <>
struct Body<double> {
  static constexpr std::size_t least = 8;
  static void write(BodyWriter& to, double value, const Path& path) {
    if (!std::isfinite(value)) refuse_keeping(path, "is not a finite number");
    to.put(value);
  }
  static void read(BodyReader& from, double& value, const Path& path) {
    value = from.take<double>(path);
    if (!std::isfinite(value)) refuse_body(path, "is not a finite number");
  }
  static JsonValue layout(Layout&) { return json_string("double"); }
};

template <>
struct Body<Angle> {
  static constexpr std::size_t least = 8;
  static void write(BodyWriter& to, Angle value, const Path& path) { detail::write(to, value.degrees(), path); }
  static void read(BodyReader& from, Angle& value, const Path& path) {
    double number = 0.0;
    detail::read(from, number, path);
    value = degrees(number);
  }
  static JsonValue layout(Layout&) { return json_string("degrees"); }
};

template <>
struct Body<Time> {
  static constexpr std::size_t least = 8;
  static bool fits(std::int64_t count) { return count >= -longest_time.count() && count <= longest_time.count(); }
  static void write(BodyWriter& to, Time value, const Path& path) {
    if (!fits(value.count())) refuse_keeping(path, "is more than a century");
    to.put(std::int64_t{value.count()});
  }
  static void read(BodyReader& from, Time& value, const Path& path) {
    const auto count = from.take<std::int64_t>(path);
    if (!fits(count)) refuse_body(path, "is more than a century");
    value = Time{count};
  }
  static JsonValue layout(Layout&) { return json_string("nanoseconds"); }
};

template <>
struct Body<std::string> {
  static constexpr std::size_t least = 4;
  static void write(BodyWriter& to, const std::string& value, const Path& path) {
    if (value.size() > most_letters) refuse_keeping(path, "is longer than " + std::to_string(most_letters) + " bytes");
    if (!is_utf8(value)) refuse_keeping(path, "is not UTF-8");
    to.put(static_cast<std::uint32_t>(value.size()));
    to.put(std::as_bytes(std::span{value.data(), value.size()}));
  }
  static void read(BodyReader& from, std::string& value, const Path& path) {
    value.resize(from.count(most_letters, 1, path));
    from.take(std::as_writable_bytes(std::span{value.data(), value.size()}), path);
    if (!is_utf8(value)) refuse_body(path, "is not UTF-8");
  }
  static JsonValue layout(Layout&) { return json_string("text"); }
};

template <DescribedEnum E>
struct Body<E> {
  static_assert(enumerator_count<E> <= 256, "an enumeration is kept in one byte");
  static constexpr std::size_t least = 1;
  static void write(BodyWriter& to, E value, const Path& path) {
    if (name(value).empty()) refuse_keeping(path, "is no " + std::string{type_name<E>()});
    to.put(static_cast<std::uint8_t>(value));
  }
  static void read(BodyReader& from, E& value, const Path& path) {
    value = static_cast<E>(from.take<std::uint8_t>(path));
    if (name(value).empty()) refuse_body(path, "is no " + std::string{type_name<E>()});
  }
  static JsonValue layout(Layout& layout) { return layout.words(type_name<E>(), words_of<E>()); }
};

template <>
struct Body<ChannelSet> {
  static constexpr std::size_t least = 4;
  static void write(BodyWriter& to, const ChannelSet& value, const Path&) {
    std::uint32_t bits = 0;
    value.each([&](Channel channel) { bits |= std::uint32_t{1} << index(channel); });
    to.put(bits);
  }
  static void read(BodyReader& from, ChannelSet& value, const Path& path) {
    static_assert(channel_count < 32);
    const auto bits = from.take<std::uint32_t>(path);
    if (bits >> channel_count != 0) refuse_body(path, "has a channel that does not exist");
    for (std::size_t i = 0; i < channel_count; ++i) {
      if ((bits >> i & 1U) != 0) value.insert(static_cast<Channel>(i));
    }
  }
  static JsonValue layout(Layout& layout) {
    return layout.of("set", Body<Channel>::layout(layout));
  }
};

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
  static JsonValue layout(Layout& layout) { return layout.of("variant", Body<Alternatives>::layout(layout)...); }
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
