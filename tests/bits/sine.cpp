// What bits.last_bits has to find.

#include <cmath>

double sine(double x);
double sine(double x) { return std::sin(x); }
