#include "units.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <stretchcore/quantity/angle.hpp>

#include "words.hpp"

namespace stretchcore::detail {

namespace {

struct TimeUnit {
  double per_second;
  std::array<std::string_view, 5> names;
};

std::optional<double> units_per_second(std::string_view word) {
  // Micro is written with either of two signs.
  static constexpr std::array<TimeUnit, 4> units{{{1e0, {"s", "sec", "secs", "second", "seconds"}},
                                                  {1e3, {"ms", "msec", "msecs", "millis", "milliseconds"}},
                                                  {1e6, {"us", "\u00b5s", "\u03bcs", "micros", "microseconds"}},
                                                  {1e9, {"ns", "nsec", "nsecs", "nanos", "nanoseconds"}}}};
  for (const TimeUnit& unit : units) {
    if (std::find(unit.names.begin(), unit.names.end(), word) != unit.names.end()) return unit.per_second;
  }
  return std::nullopt;
}

std::string last_word(std::string_view column_name) {
  const std::vector<std::string> words = words_of(column_name);
  return words.empty() ? std::string{} : words.back();
}

}  // namespace

std::optional<double> usual_time(std::string_view column_name) {
  const std::vector<std::string> words = words_of(column_name);
  if (words.empty() || words.size() > 2) return std::nullopt;
  const bool called_time = words[0] == "time" || words[0] == "t" || words[0] == "timestamp";
  if (words.size() == 2) return called_time ? units_per_second(words[1]) : std::nullopt;
  if (called_time) return 1.0;
  const bool abbreviated = words[0].size() < 6;  // a lone "s" or "ms" may be anything
  return abbreviated ? std::nullopt : units_per_second(words[0]);
}

double time_units(std::string_view column_name) { return units_per_second(last_word(column_name)).value_or(1.0); }

std::optional<double> to_degrees(std::string_view column_name) {
  const std::string last = last_word(column_name);
  if (last == "rad") return radians(1.0).degrees();
  return last == "deg" ? std::optional{1.0} : std::nullopt;
}

}  // namespace stretchcore::detail
