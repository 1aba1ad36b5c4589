#pragma once

// Two numbers that are calculated with at once: each operation is done on both, each rounded as if it were alone. Every
// processor of today does two for the price of one; here the compiler is told so.

namespace stretchcore::detail {

#if defined(__GNUC__)
using Pair = double __attribute__((vector_size(2 * sizeof(double))));
#else
struct Pair {
  double of[2]{};

  Pair() = default;
  Pair(double both) : of{both, both} {}
  Pair(double a, double b) : of{a, b} {}
  double& operator[](int i) { return of[i]; }
  double operator[](int i) const { return of[i]; }
  friend Pair operator+(Pair a, Pair b) { return {a[0] + b[0], a[1] + b[1]}; }
  friend Pair operator-(Pair a, Pair b) { return {a[0] - b[0], a[1] - b[1]}; }
  friend Pair operator*(Pair a, Pair b) { return {a[0] * b[0], a[1] * b[1]}; }
  friend Pair operator/(Pair a, Pair b) { return {a[0] / b[0], a[1] / b[1]}; }
  friend Pair& operator+=(Pair& a, Pair b) { return a = a + b; }
};
#endif

/// Each of the two by itself; what is no number is passed over.
#if defined(__GNUC__)
inline Pair least(Pair known, Pair x) { return x < known ? x : known; }
inline Pair most(Pair known, Pair x) { return x > known ? x : known; }
#else
inline Pair least(Pair known, Pair x) { return {x[0] < known[0] ? x[0] : known[0], x[1] < known[1] ? x[1] : known[1]}; }
inline Pair most(Pair known, Pair x) { return {x[0] > known[0] ? x[0] : known[0], x[1] > known[1] ? x[1] : known[1]}; }
inline Pair magnitude(Pair x) { return most(Pair{-x[0], -x[1]}, x); }
#endif

/// Four numbers at once: while two wait for their last result, the other two go on.
struct Four {
  Pair a{};
  Pair b{};

  friend Four operator+(const Four& x, const Four& y) { return {x.a + y.a, x.b + y.b}; }
  friend Four operator-(const Four& x, const Four& y) { return {x.a - y.a, x.b - y.b}; }
  friend Four operator*(double factor, const Four& x) { return {factor * x.a, factor * x.b}; }
};

}  // namespace stretchcore::detail
