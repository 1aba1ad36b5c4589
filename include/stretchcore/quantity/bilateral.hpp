#pragma once

#include <boost/describe/class.hpp>

#include <stretchcore/quantity/side.hpp>

namespace stretchcore {

/// One value for each side of the body. Code asks `value[side]`, so that no side is ever written twice.
template <class T>
struct Bilateral {
  T left{};
  T right{};

  constexpr T& operator[](Side side) { return side == Side::left ? left : right; }
  constexpr const T& operator[](Side side) const { return side == Side::left ? left : right; }
  bool operator==(const Bilateral&) const = default;

  constexpr Bilateral mirrored() const { return {right, left}; }

  BOOST_DESCRIBE_CLASS(Bilateral, (), (left, right), (), ())
};

template <class T>
Bilateral(T, T) -> Bilateral<T>;

/// The same question asked of each side.
template <class Question>
constexpr auto each_side(Question&& ask) {
  return Bilateral{ask(Side::left), ask(Side::right)};
}

}  // namespace stretchcore
