#include <algorithm>

#include <stretchcore/model/session_options.hpp>

#include "model/require.hpp"

namespace stretchcore {

using namespace literals;

namespace {

constexpr std::size_t longest_number = 20;  // a number of E.164 has 15 digits

void require_number(const std::string& number) {
  if (number.empty()) return;
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  detail::require(number.size() <= longest_number, "emergency_number",
                  "has " + std::to_string(number.size()) + " characters, at most " + std::to_string(longest_number) +
                      " fit");
  const bool known = std::all_of(number.begin(), number.end(), [&](char c) {
    return digit(c) || std::string_view{" +-()*#"}.find(c) != std::string_view::npos;
  });
  detail::require(known && std::any_of(number.begin(), number.end(), digit), "emergency_number",
                  "is no number to dial: digits, spaces and + - ( ) * # only");
}

}  // namespace

void SessionOptions::validate() const {
  detail::require_language("language", language);
  detail::require_range("output_latency", output_latency, 0_s, 5_s);
  detail::require_range("sessions_before", sessions_before, 0, 1'000'000);
  require_number(emergency_number);
  if (neutral) {
    // Further from zero than a pelvis goes.
    detail::require_range("neutral.tilt", neutral->tilt, -60_deg, 60_deg);
    detail::require_range("neutral.list", neutral->list, -45_deg, 45_deg);
    detail::require_range("neutral.rotation", neutral->rotation, -60_deg, 60_deg);
  }
  detail::validate_members(*this);
}

}  // namespace stretchcore
