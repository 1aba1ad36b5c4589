#pragma once

#include <boost/describe/class.hpp>
#include <string>

#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

/// Words with their place in time, counted from the beginning.
struct Line {
  Time start{0};
  Time end{0};  ///< estimated; where another line cuts it off, the beginning of that
  std::string text;

  bool operator==(const Line&) const = default;
};
BOOST_DESCRIBE_STRUCT(Line, (), (start, end, text))

}  // namespace stretchcore
