#pragma once

#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>

#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/channel.hpp>
#include <stretchcore/quantity/time.hpp>
#include <stretchcore/stream/posture.hpp>

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
  static bool fits(double value, Keeping keeping) { return keeping == Keeping::exact || std::isfinite(value); }
  static void write(BodyWriter& to, double value, const Path& path) {
    if (!fits(value, to.keeping)) refuse_keeping(path, "is not a finite number");
    to.put(value);
  }
  static void read(BodyReader& from, double& value, const Path& path) {
    value = from.take<double>(path);
    if (!fits(value, from.keeping)) refuse_body(path, "is not a finite number");
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
  static bool fits(Time value, Keeping keeping) {
    return keeping == Keeping::exact || (value >= -longest_time && value <= longest_time);
  }
  static void write(BodyWriter& to, Time value, const Path& path) {
    if (!fits(value, to.keeping)) refuse_keeping(path, "is more than a century");
    to.put(std::int64_t{value.count()});
  }
  static void read(BodyReader& from, Time& value, const Path& path) {
    value = Time{from.take<std::int64_t>(path)};
    if (!fits(value, from.keeping)) refuse_body(path, "is more than a century");
  }
  static JsonValue layout(Layout&) { return json_string("nanoseconds"); }
};

template <>
struct Body<std::string> {
  static constexpr std::size_t least = 4;
  static void write(BodyWriter& to, const std::string& value, const Path& path) {
    if (value.size() > most_letters) refuse_keeping(path, "is longer than " + std::to_string(most_letters) + " bytes");
    if (to.keeping == Keeping::strict && !is_utf8(value)) refuse_keeping(path, "is not UTF-8");
    to.put(static_cast<std::uint32_t>(value.size()));
    to.put(std::as_bytes(std::span{value.data(), value.size()}));
  }
  static void read(BodyReader& from, std::string& value, const Path& path) {
    value.resize(from.count(most_letters, 1, path));
    from.take(std::as_writable_bytes(std::span{value.data(), value.size()}), path);
    if (from.keeping == Keeping::strict && !is_utf8(value)) refuse_body(path, "is not UTF-8");
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
  static JsonValue layout(Layout& layout) { return layout.of("set", Body<Channel>::layout(layout)); }
};

/// The time, what is present, what was not a number, and each angle that is present: any number, as the sensor gave it.
template <>
struct Body<Posture> {
  static constexpr std::size_t least = 16;
  static void write(BodyWriter& to, const Posture& value, const Path& path) {
    detail::write(to, value.time, path);
    detail::write(to, value.present(), path);
    detail::write(to, value.not_a_number(), path);
    value.present().each([&](Channel channel) { to.put(value.angle(channel).degrees()); });
  }
  static void read(BodyReader& from, Posture& value, const Path& path) {
    ChannelSet present;
    ChannelSet garbled;
    detail::read(from, value.time, path);
    detail::read(from, present, path);
    detail::read(from, garbled, path);
    if (!(present & garbled).empty()) refuse_body(path, "has a channel that is both seen and not");
    garbled.each([&](Channel channel) { value.set(channel, degrees(std::numeric_limits<double>::quiet_NaN())); });
    present.each([&](Channel channel) {
      const auto angle = from.take<double>(path);
      if (std::isnan(angle)) refuse_body(path, "has an angle that is no number");
      value.set(channel, degrees(angle));
    });
  }
  static JsonValue layout(Layout& layout) {
    return layout.members("Posture", [&](JsonValue& members) {
      members.add("time", Body<Time>::layout(layout));
      members.add("present", Body<ChannelSet>::layout(layout));
      members.add("not_a_number", Body<ChannelSet>::layout(layout));
      members.add("angles", layout.of("columns", json_string("double")));
    });
  }
};

}  // namespace stretchcore::detail
