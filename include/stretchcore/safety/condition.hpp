#pragma once

#include <boost/container/static_vector.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <stretchcore/quantity/channel.hpp>
#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

/// One step of a compiled rule, in postfix order. Numbers are degrees or plain; truths are three-valued.
struct Instruction {
  enum class Code : unsigned char {
    constant,
    channel,
    negate,
    absolute,
    add,
    subtract,
    multiply,
    divide,
    minimum,
    maximum,
    less,
    less_equal,
    greater,
    greater_equal,
    both,
    either,
    invert,
    held  ///< the truth on top has been true for `duration`; `slot` is its memory
  };

  Code code = Code::constant;
  unsigned char slot = 0;
  Channel channel = Channel::hip_abduction_left;
  double value = 0.0;
  Time duration{0};

  bool operator==(const Instruction&) const = default;
};

inline constexpr std::size_t longest_program = 48;      ///< steps of one rule
inline constexpr std::size_t most_windows = 4;          ///< `for`s in one rule
inline constexpr std::size_t longest_rule_text = 1000;  ///< [bytes]
inline constexpr std::size_t deepest_nesting = 16;      ///< parentheses in parentheses
inline constexpr Time longest_window{600'000'000'000};  ///< the longest `for`

/// A rule of the rule language, compiled: what must not happen. Only `parse_rule` makes a program that can be
/// evaluated; an empty one is unknown.
struct Condition {
  std::string text;          ///< as it was written
  std::optional<Side> side;  ///< the side this copy watches, for a rule about a pair
  ChannelSet channels;       ///< what it needs to see
  boost::container::static_vector<Instruction, longest_program> program;
  int windows = 0;  ///< `for` windows it remembers

  bool operator==(const Condition&) const = default;
};

/// Compiles a rule about the midline or named sides. Throws `RuleError` with position, a caret line and what to write
/// instead.
Condition parse_rule(std::string_view text);

/// Compiles a rule once for each side it stands for: two conditions when it names a pair without a side, else one.
boost::container::static_vector<Condition, 2> parse_rule_by_side(std::string_view text);

}  // namespace stretchcore
