#pragma once

#include <bitset>
#include <boost/container/static_vector.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/safety/condition.hpp>

#include "safety/rule_range.hpp"

namespace stretchcore::detail {

/// Where something stands in the text, in bytes.
struct Place {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Turns what the grammar recognises, in the order it is recognised, into a program, and refuses what has no meaning.
/// It keeps a stack of what the program will have on its own: kinds, ranges and places instead of values.
class RuleCompiler {
 public:
  explicit RuleCompiler(std::string_view text) : text_(text) {}

  void number(Place place);
  void unit(Place place);
  void name(Place place);
  void negate(Place place);
  void absolute(Place place);
  void calculate(Instruction::Code code, std::size_t position);
  void extreme(Instruction::Code code, Place place);
  void remember(Instruction::Code code, Place place);
  void compare(Instruction::Code code, std::size_t position);
  void join(Instruction::Code code, std::size_t position);
  void invert(std::size_t position);
  void enclose(Place parentheses);
  void duration_number(Place place);
  void duration_unit(Place place);
  void look_back(Instruction::Code code, std::size_t position);
  void clear(std::size_t position);

  /// At its end the whole rule must be a truth.
  void require_rule() const;
  /// Whether it names a motion without its side, and where first.
  std::optional<Place> pair() const { return pair_; }
  /// The rule; for a pair the copy of that side.
  Condition condition(std::optional<Side> side) const;

 private:
  enum class Kind { angle, speed, number, truth };

  /// A comparison of something that changes with a number that does not.
  struct Limit {
    std::size_t first;  ///< instructions of what changes
    std::size_t last;
    bool above;      ///< true above the number, else below it
    bool inclusive;  ///< and at it
    double value;
  };

  struct Operand {
    Kind kind = Kind::truth;
    Range range{};
    bool constant = false;
    std::size_t first = 0;  ///< its first instruction
    Place place{};
    MarginUnit margin_unit = MarginUnit::mixed;  ///< of what a truth compares
    std::optional<Limit> limit{};                ///< if a truth is no more than that
  };

  using Program = boost::container::static_vector<Instruction, longest_program>;

  static void join_with_channel(Program& program, Instruction& comparison);
  std::string_view at(Place place) const;
  std::string quote(Place place) const;
  std::string described(const Operand& operand) const;
  std::string with_unit(const Operand& plain, Kind kind) const;
  double value_at(Place place) const;
  void emit(Instruction step, std::size_t position);
  void require_value(const Operand& operand) const;
  void require_truth(const Operand& operand) const;
  void require_same_kind(const Operand& left, const Operand& right, std::size_t position) const;
  void require_finite(const Operand& operand) const;
  void require_hysteresis(const Operand& violated, const Operand& clear, std::size_t position) const;
  Time duration() const;
  std::optional<Limit> limit(Instruction::Code code, const Operand& left, const Operand& right) const;
  bool same_steps(std::size_t first, std::size_t last, std::size_t other_first, std::size_t other_last) const;
  Operand pop();

  std::string_view text_;
  std::vector<Operand> operands_;
  Program program_;
  std::bitset<longest_program> of_pair_;  ///< instructions whose channel is either side's
  std::optional<Place> pair_;
  std::optional<Place> sided_;
  int windows_ = 0;
  int angles_ = 0;
  bool latches_ = false;
  Place duration_place_;
  double duration_value_ = 0.0;
  double nanoseconds_per_unit_ = 0.0;
};

}  // namespace stretchcore::detail
