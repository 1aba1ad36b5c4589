#pragma once

#include <array>
#include <bit>
#include <boost/container/static_vector.hpp>
#include <boost/mp11/algorithm.hpp>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <variant>
#include <vector>

#include <stretchcore/detail/describe.hpp>
#include <stretchcore/model/text.hpp>
#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/channel.hpp>
#include <stretchcore/quantity/time.hpp>
#include <stretchcore/stream/posture.hpp>

namespace stretchcore {

using Random = std::mt19937_64;

/// From 0 to `most`, both included. The standard distributions differ from library to library.
inline std::size_t up_to(Random& random, std::size_t most) { return static_cast<std::size_t>(random() % (most + 1)); }

inline void randomise(Random& random, bool& value) { value = up_to(random, 1) == 1; }

template <std::integral T>
  requires(!std::same_as<T, bool>)
void randomise(Random& random, T& value) {
  value = static_cast<T>(random() >> up_to(random, 63));
}

/// Any finite double, bit pattern by bit pattern, or one of the awkward ones.
inline void randomise(Random& random, double& value) {
  constexpr std::array awkward{0.0, -0.0, 0.1, 1e308, 5e-324, -2.2250738585072014e-308, 9007199254740993.0, 1e21};
  if (up_to(random, 4) == 0) {
    value = awkward[up_to(random, awkward.size() - 1)];
    return;
  }
  do {
    value = std::bit_cast<double>(random());
  } while (!std::isfinite(value));
}

inline void randomise(Random& random, Angle& value) {
  double number = 0.0;
  randomise(random, number);
  value = degrees(number);
}

/// Any nanosecond of a century before or after zero, the short ones as likely as the long ones.
inline void randomise(Random& random, Time& value) {
  constexpr auto century = static_cast<std::uint64_t>(longest_seconds) * 1'000'000'000u;
  const auto count = static_cast<std::int64_t>((random() % (century + 1)) >> up_to(random, 61));
  value = Time{up_to(random, 1) == 0 ? count : -count};
}

inline void randomise(Random& random, std::string& value) {
  constexpr std::array<const char*, 10> parts{"a", "Rest", " ", "\"", "\\", "\n", "ä", "休", "{side}", "\x01"};
  value.clear();
  for (std::size_t i = up_to(random, 6); i > 0; --i) value += parts[up_to(random, parts.size() - 1)];
}

inline void randomise(Random& random, Text& value) {
  value.clear();
  for (const char* tag : {"en", "de-AT", "x"}) {
    if (up_to(random, 1) == 0) randomise(random, value[tag]);
  }
}

template <detail::DescribedEnum E>
void randomise(Random& random, E& value) {
  value = static_cast<E>(up_to(random, detail::enumerator_count<E> - 1));
}

inline void randomise(Random& random, ChannelSet& value) {
  value = {};
  for (std::size_t i = up_to(random, 5); i > 0; --i)
    value.insert(static_cast<Channel>(up_to(random, channel_count - 1)));
}

inline void randomise(Random& random, Posture& value) {
  value = Posture{};
  randomise(random, value.time);
  for (std::size_t i = up_to(random, 6); i > 0; --i) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const std::array angles{31.25, 1e-9, -0.0, infinity, -infinity, std::numeric_limits<double>::quiet_NaN()};
    value.set(static_cast<Channel>(up_to(random, channel_count - 1)),
              degrees(angles[up_to(random, angles.size() - 1)]));
  }
}

template <class T>
void randomise(Random& random, std::optional<T>& value);
template <class T>
void randomise(Random& random, std::vector<T>& values);
template <class T, std::size_t most>
void randomise(Random& random, boost::container::static_vector<T, most>& values);
template <class T, std::size_t count>
void randomise(Random& random, std::array<T, count>& values);
template <class... Alternatives>
void randomise(Random& random, std::variant<Alternatives...>& value);
template <class T>
void randomise(Random& random, std::map<std::string, T>& values);

template <detail::DescribedStruct T>
void randomise(Random& random, T& value) {
  detail::each_member<T>([&](std::string_view, auto member) { randomise(random, value.*member); });
}

template <class T>
void randomise(Random& random, std::optional<T>& value) {
  value.reset();
  if (up_to(random, 1) == 0) randomise(random, value.emplace());
}

template <class T>
void randomise(Random& random, std::vector<T>& values) {
  values.resize(up_to(random, 3));
  for (T& value : values) randomise(random, value);
}

template <class T>
void randomise(Random& random, std::map<std::string, T>& values) {
  values.clear();
  for (std::size_t i = up_to(random, 3); i > 0; --i) randomise(random, values["code_" + std::to_string(i)]);
}

template <class T, std::size_t most>
void randomise(Random& random, boost::container::static_vector<T, most>& values) {
  values.resize(up_to(random, most < 3 ? most : 3));
  for (T& value : values) randomise(random, value);
}

template <class T, std::size_t count>
void randomise(Random& random, std::array<T, count>& values) {
  for (T& value : values) randomise(random, value);
}

template <class... Alternatives>
void randomise(Random& random, std::variant<Alternatives...>& value) {
  boost::mp11::mp_with_index<sizeof...(Alternatives)>(up_to(random, sizeof...(Alternatives) - 1),
                                                      [&](auto i) { randomise(random, value.template emplace<i>()); });
}

}  // namespace stretchcore
