// The words of a rule: numbers, units and names.

#include <algorithm>
#include <array>

#include "detail/parse_number.hpp"
#include "safety/rule_compiler.hpp"
#include "safety/rule_error.hpp"

namespace stretchcore::detail {
namespace {

bool is_unit(std::string_view word) { return word == "deg" || word == "s" || word == "ms"; }

bool is_no_number(std::string_view word) {
  static constexpr std::array<std::string_view, 5> words{"nan", "NaN", "inf", "Inf", "infinity"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

double RuleCompiler::value_at(Place place) const {
  double value = 0.0;
  const char* first = text_.data() + place.begin;
  const char* last = text_.data() + place.end;
  if (parse_number(first, last, value).ec != std::errc{}) {
    refuse_rule(text_, place.begin, quote(place) + " is beyond the numbers that can be calculated with",
                "write a number in the range of a joint, such as 30 deg");
  }
  return value;
}

void RuleCompiler::number(Place place) {
  const double value = value_at(place);
  operands_.push_back(
      {.kind = Kind::number, .range = Range::point(value), .constant = true, .first = program_.size(), .place = place});
  emit({.code = Instruction::Code::constant, .value = value}, place.begin);
}

void RuleCompiler::unit(Place place) {
  const std::string_view word = at(place);
  Operand& value = operands_.back();
  if (word == "s" || word == "ms") {
    refuse_rule(text_, place.begin, "a time stands only after for or within", "write an angle such as 5 deg here");
  }
  if (word != "deg" && word != "deg/s") {
    refuse_rule(text_, place.begin, in_quotes(word) + " is not a unit for an angle or a speed",
                "write " + shown(at(value.place)) + " deg, or " + shown(at(value.place)) + " deg/s");
  }
  value.kind = word == "deg" ? Kind::angle : Kind::speed;
  value.place.end = place.end;
  program_.back().unit = word == "deg" ? MarginUnit::degrees : MarginUnit::degrees_per_second;
}

void RuleCompiler::name(Place place) {
  const std::string_view word = at(place);
  const std::optional<Channel> named_channel = named<Channel>(word);
  const std::optional<Motion> named_motion = named<Motion>(word);
  if (!named_channel && !named_motion) {
    if (is_unit(word)) {
      refuse_rule(text_, place.begin, in_quotes(word) + " is a unit without its number",
                  "write the number first, such as 5 deg or 0.4 s");
    }
    if (is_no_number(word)) {
      refuse_rule(text_, place.begin, in_quotes(word) + " is not a number a rule can use",
                  "write a limit such as 30 deg");
    }
    refuse_rule(text_, place.begin, in_quotes(word) + " is not the name of a channel",
                "the nearest name is " + std::string{nearest_channel(word)});
  }

  const Channel watched = named_channel ? *named_channel : channel(*named_motion, Side::left);
  const bool of_pair = !named_channel;
  if (of_pair && !pair_) pair_ = place;
  if (!of_pair && side(watched) && !sided_) sided_ = place;
  if (pair_ && sided_) {
    refuse_rule(text_, place.begin,
                quote(*pair_) + " stands for either side, and " + quote(*sided_) + " names one: they do not mix",
                "name a side everywhere (_left, _right) or nowhere");
  }
  operands_.push_back(
      {.kind = Kind::angle, .range = Range::any_joint_angle(), .first = program_.size(), .place = place});
  emit({.code = Instruction::Code::channel, .channel = watched}, place.begin);
  of_pair_.set(program_.size() - 1, of_pair);
}

void RuleCompiler::duration_number(Place place) {
  duration_place_ = place;
  duration_value_ = value_at(place);
  nanoseconds_per_unit_ = 0.0;
}

void RuleCompiler::duration_unit(Place place) {
  const std::string_view word = at(place);
  if (word != "s" && word != "ms") {
    refuse_rule(text_, place.begin, in_quotes(word) + " is not a unit for a time",
                "write seconds or milliseconds, such as 0.4 s or 400 ms");
  }
  nanoseconds_per_unit_ = word == "s" ? 1e9 : 1e6;
  duration_place_.end = place.end;
}

}  // namespace stretchcore::detail
