#pragma once

#include <array>
#include <boost/container/static_vector.hpp>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include <stretchcore/model/text.hpp>
#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/channel.hpp>
#include <stretchcore/quantity/time.hpp>
#include <stretchcore/stream/posture.hpp>

#include "document/json_tree.hpp"
#include "document/names.hpp"
#include "document/path.hpp"

namespace stretchcore::detail {

// One `Writer` for each kind of member; what has none does not compile. A value that no document can hold throws
// `Error`.

template <class T>
struct Writer;

template <class T>
JsonValue write(const T& value, const Path& path = {}) {
  return Writer<T>::write(value, path);
}

[[noreturn]] inline void refuse_writing(const Path& path, const std::string& problem) {
  throw Error(path.text() + ": " + problem + " and cannot be written");
}

template <>
struct Writer<bool> {
  static JsonValue write(bool value, const Path&) { return json_boolean(value); }
};

template <std::integral T>
  requires(!std::same_as<T, bool>)
struct Writer<T> {
  static JsonValue write(T value, const Path&) {
    return json_number(static_cast<double>(value), std::to_string(value));
  }
};

template <>
struct Writer<double> {
  static JsonValue write(double value, const Path& path) {
    if (!std::isfinite(value)) refuse_writing(path, "is not a finite number");
    return json_number(value);
  }
};

template <>
struct Writer<Angle> {
  static JsonValue write(Angle value, const Path& path) { return detail::write(value.degrees(), path); }
};

/// Seconds with as many decimals as there are: no double in between, so that a nanosecond survives a century.
template <>
struct Writer<Time> {
  static JsonValue write(Time value, const Path& path) {
    constexpr std::int64_t second = 1'000'000'000;
    if (std::fabs(to_seconds(value)) > longest_seconds) refuse_writing(path, "is more than a century");
    const std::int64_t count = value.count() < 0 ? -value.count() : value.count();
    std::string digits = (value.count() < 0 ? "-" : "") + std::to_string(count / second);
    if (count % second != 0) {
      digits += "." + std::to_string(second + count % second).substr(1);
      digits.erase(digits.find_last_not_of('0') + 1);
    }
    return json_number(to_seconds(value), std::move(digits));
  }
};

template <>
struct Writer<std::string> {
  static JsonValue write(const std::string& value, const Path&) { return json_string(value); }
};

template <>
struct Writer<Text> {
  static JsonValue write(const Text& value, const Path&) {
    JsonValue object = json_object();
    for (const auto& [language, words] : value) object.add(language, json_string(words));
    return object;
  }
};

template <DescribedEnum E>
struct Writer<E> {
  static JsonValue write(E value, const Path& path) {
    const std::string_view word = name(value);
    if (word.empty()) refuse_writing(path, "is no " + std::string{type_name<E>()});
    return json_string(word);
  }
};

template <>
struct Writer<ChannelSet> {
  static JsonValue write(const ChannelSet& value, const Path&) {
    JsonValue list = json_array();
    value.each([&](Channel channel) { list.add(json_string(name(channel))); });
    return list;
  }
};

template <class T>
struct Writer<std::optional<T>> {
  static JsonValue write(const std::optional<T>& value, const Path& path) {
    return value ? detail::write(*value, path) : JsonValue{};
  }
};

template <class List>
JsonValue write_list(const List& values, const Path& path) {
  JsonValue list = json_array();
  std::size_t index = 0;
  for (const auto& value : values) list.add(write(value, Path{path, index++}));
  return list;
}

template <class T>
struct Writer<std::vector<T>> {
  static JsonValue write(const std::vector<T>& values, const Path& path) { return write_list(values, path); }
};

template <class T>
struct Writer<std::map<std::string, T>> {
  static JsonValue write(const std::map<std::string, T>& values, const Path& path) {
    JsonValue object = json_object();
    for (const auto& [key, value] : values) object.add(key, detail::write(value, Path{path, key}));
    return object;
  }
};

template <class T, std::size_t most>
struct Writer<boost::container::static_vector<T, most>> {
  static JsonValue write(const boost::container::static_vector<T, most>& values, const Path& path) {
    return write_list(values, path);
  }
};

template <class T, std::size_t count>
struct Writer<std::array<T, count>> {
  static JsonValue write(const std::array<T, count>& values, const Path& path) { return write_list(values, path); }
};

/// The members by name, in their order; an optional that holds nothing is left out.
template <DescribedStruct T>
struct Writer<T> {
  static JsonValue write(const T& value, const Path& path) {
    JsonValue object = json_object();
    each_member<T>([&](std::string_view name, auto member) {
      JsonValue written = detail::write(value.*member, Path{path, name});
      if (written.kind != JsonValue::Kind::null) object.add(name, std::move(written));
    });
    return object;
  }
};

/// The time, then each channel that was seen. A number that JSON does not have is a word, as the sensor gave it.
template <>
struct Writer<Posture> {
  static JsonValue write(const Posture& posture, const Path& path) {
    JsonValue object = json_object();
    object.add("time", detail::write(posture.time, Path{path, "time"}));
    (posture.present() | posture.not_a_number()).each([&](Channel channel) {
      const double angle = posture.angle(channel).degrees();
      const bool number = posture.has(channel) && std::isfinite(angle);
      object.add(name(channel), number ? json_number(angle)
                                       : json_string(!posture.has(channel) ? "nan"
                                                     : angle > 0           ? "inf"
                                                                           : "-inf"));
    });
    return object;
  }
};

/// The members of the alternative, after the word that says which it is.
template <class... Alternatives>
struct Writer<std::variant<Alternatives...>> {
  static JsonValue write(const std::variant<Alternatives...>& value, const Path& path) {
    return std::visit(
        [&]<class Alternative>(const Alternative& alternative) {
          JsonValue object = detail::write(alternative, path);
          JsonMember tag{std::string{tag_key<std::variant<Alternatives...>>}, json_string(tag_of<Alternative>)};
          object.members.insert(object.members.begin(), std::move(tag));
          return object;
        },
        value);
  }
};

}  // namespace stretchcore::detail
