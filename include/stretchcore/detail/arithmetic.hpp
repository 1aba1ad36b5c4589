#pragma once

// The same input gives the same output, to the last bit. That asks two things of a compiler: each operation on doubles
// is rounded to a double, and none is left out or put into another order.

#include <cfloat>

#if (defined(__FAST_MATH__) || defined(_M_FP_FAST) || defined(__ASSOCIATIVE_MATH__) || defined(__RECIPROCAL_MATH__) || \
     (defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__))
#error \
    "stretchcore has to be compiled without -ffast-math and its parts: a missing angle is not a number, and sums have an order."
#endif

// 1 and 16 are about numbers that are smaller than a double.
static_assert(
    FLT_EVAL_METHOD == 0 || FLT_EVAL_METHOD == 1 || FLT_EVAL_METHOD == 16,
    "stretchcore needs doubles that are calculated as doubles, and x87 keeps more digits: -msse2 -mfpmath=sse");
