#pragma once

#include <cmath>
#include <compare>
#include <numbers>

namespace stretchcore {

/// An angle. It is made by naming the unit, `degrees(30)`, and read by naming it, `.degrees()`.
/// Degrees are what is stored, so that a number that came in as degrees goes out unchanged.
class Angle {
 public:
  constexpr Angle() = default;

  constexpr double degrees() const { return degrees_; }
  constexpr double radians() const { return degrees_ * (std::numbers::pi / 180.0); }
  bool finite() const { return std::isfinite(degrees_); }

  constexpr auto operator<=>(const Angle&) const = default;
  constexpr Angle operator-() const { return Angle{-degrees_}; }
  constexpr Angle& operator+=(Angle other) { return degrees_ += other.degrees_, *this; }
  constexpr Angle& operator-=(Angle other) { return degrees_ -= other.degrees_, *this; }

  // Said one by one: by way of <=>, g++ makes three jumps of each where one is enough.
  friend constexpr bool operator<(Angle a, Angle b) { return a.degrees_ < b.degrees_; }
  friend constexpr bool operator>(Angle a, Angle b) { return a.degrees_ > b.degrees_; }
  friend constexpr bool operator<=(Angle a, Angle b) { return a.degrees_ <= b.degrees_; }
  friend constexpr bool operator>=(Angle a, Angle b) { return a.degrees_ >= b.degrees_; }

  friend constexpr Angle operator+(Angle a, Angle b) { return Angle{a.degrees_ + b.degrees_}; }
  friend constexpr Angle operator-(Angle a, Angle b) { return Angle{a.degrees_ - b.degrees_}; }
  friend constexpr Angle operator*(Angle a, double factor) { return Angle{a.degrees_ * factor}; }
  friend constexpr Angle operator*(double factor, Angle a) { return Angle{a.degrees_ * factor}; }
  friend constexpr Angle operator/(Angle a, double divisor) { return Angle{a.degrees_ / divisor}; }
  friend constexpr double operator/(Angle a, Angle b) { return a.degrees_ / b.degrees_; }

  friend constexpr Angle degrees(double value);
  friend constexpr Angle radians(double value);

 private:
  constexpr explicit Angle(double degrees) : degrees_(degrees) {}

  double degrees_ = 0.0;
};

constexpr Angle degrees(double value) { return Angle{value}; }
constexpr Angle radians(double value) { return Angle{value * (180.0 / std::numbers::pi)}; }
inline Angle abs(Angle angle) { return degrees(std::fabs(angle.degrees())); }

namespace literals {
constexpr Angle operator""_deg(unsigned long long value) { return degrees(static_cast<double>(value)); }
constexpr Angle operator""_deg(long double value) { return degrees(static_cast<double>(value)); }
}  // namespace literals

}  // namespace stretchcore
