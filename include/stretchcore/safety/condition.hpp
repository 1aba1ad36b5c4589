#pragma once

#include <boost/container/static_vector.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <stretchcore/export.hpp>
#include <stretchcore/quantity/channel.hpp>
#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

/// What the comparisons of a rule compare, and so the unit of its margin: degrees, degrees a second, none.
enum class MarginUnit : unsigned char { degrees, degrees_per_second, none, mixed };

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
    rate,    ///< how fast the angle on top changes; `slot` remembers the last one
    change,  ///< how far it is from where it was first seen, which `slot` remembers
    less,
    less_equal,
    greater,
    greater_equal,
    both,
    either,
    invert,
    held,    ///< the truth on top has been true for `duration`; `slot` is its memory
    within,  ///< it was true at most `duration` ago
    since,   ///< so was the truth on top, and the one below it has been true since
    cleared  ///< the truth below was true, and the one on top not since: always the last step
  };

  /// What a comparison compares. Most compare a channel with a limit, and are a single step.
  enum class Compared : unsigned char {
    two,       ///< the two numbers on top
    one,       ///< the number on top with `value`
    channel,   ///< the channel with `value`
    magnitude  ///< its size with `value`
  };

  Code code = Code::constant;
  Compared compared = Compared::two;
  unsigned char slot = 0;
  MarginUnit unit = MarginUnit::none;  ///< of a constant, or of what a comparison compares
  Channel channel = Channel::hip_abduction_left;
  double value = 0.0;
  Time duration{0};

  /// Whether it compares with a number that is always the same.
  constexpr bool fixed() const { return compared != Compared::two; }

  bool operator==(const Instruction&) const = default;
};

inline constexpr std::size_t longest_program = 48;                          ///< steps of one rule
inline constexpr std::size_t most_comparisons = (longest_program + 1) / 3;  ///< an operand each, and what joins them
inline constexpr std::size_t most_windows = 4;                              ///< `for`, `within` and `since` in one rule
inline constexpr std::size_t most_angles = 4;                               ///< `rate` and `change` in one rule
inline constexpr std::size_t longest_rule_text = 1000;                      ///< [bytes]
inline constexpr std::size_t deepest_nesting = 16;                          ///< parentheses in parentheses
inline constexpr Time longest_window{600'000'000'000};                      ///< the longest `for` or `within`

/// A rule of the rule language, compiled: what must not happen. Only `parse_rule` makes a program that can be
/// evaluated; an empty one is unknown.
struct Condition {
  std::string text;          ///< as it was written
  std::optional<Side> side;  ///< the side this copy watches, for a rule about a pair
  ChannelSet channels;       ///< what it needs to see
  boost::container::static_vector<Instruction, longest_program> program;
  int windows = 0;       ///< times it remembers
  int angles = 0;        ///< angles it remembers
  bool latches = false;  ///< has a `clears when`
  MarginUnit margin_unit = MarginUnit::degrees;

  bool operator==(const Condition&) const = default;
};

/// Compiles a rule about the midline or named sides. Throws `RuleError` with position, a caret line and what to write
/// instead.
STRETCHCORE_API Condition parse_rule(std::string_view text);

/// Compiles a rule once for each side it stands for: two conditions when it names a pair without a side, else one.
STRETCHCORE_API boost::container::static_vector<Condition, 2> parse_rule_by_side(std::string_view text);

}  // namespace stretchcore
