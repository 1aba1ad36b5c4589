#pragma once

#include <boost/describe/enum.hpp>

// BOOST_DESCRIBE_ENUM takes about fifty enumerators at most. This one takes them in two groups, each in parentheses, in
// their order: STRETCHCORE_DESCRIBE_LONG_ENUM(E, (first, second), (third)). The enumeration is described as by the
// other.

#define STRETCHCORE_DETAIL_UNWRAPPED(...) __VA_ARGS__
#define STRETCHCORE_DETAIL_ENTRIES(E, ...) BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, E, __VA_ARGS__)
#define STRETCHCORE_DETAIL_ENTRIES_OF(...) STRETCHCORE_DETAIL_ENTRIES(__VA_ARGS__)
#define STRETCHCORE_DESCRIBE_LONG_ENUM(E, first, second)                   \
  BOOST_DESCRIBE_MAYBE_UNUSED BOOST_DESCRIBE_ENUM_BEGIN(E)                 \
      STRETCHCORE_DETAIL_ENTRIES_OF(E, STRETCHCORE_DETAIL_UNWRAPPED first) \
          STRETCHCORE_DETAIL_ENTRIES_OF(E, STRETCHCORE_DETAIL_UNWRAPPED second) BOOST_DESCRIBE_ENUM_END(E)
