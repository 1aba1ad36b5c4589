#include <array>
#include <string>
#include <tao/pegtl.hpp>
#include <type_traits>

#include <stretchcore/safety/condition.hpp>

#include "safety/rule_compiler.hpp"
#include "safety/rule_error.hpp"
#include "safety/rule_grammar.hpp"

namespace stretchcore {
namespace {

namespace grammar = detail::grammar;
using detail::in_quotes;
using detail::refuse_rule;
using Code = Instruction::Code;

/// What is being read, and what it is turned into.
struct Reading {
  std::string_view text;
  detail::RuleCompiler compiler{text};

  detail::Place place(const char* begin, const char* end) const {
    return {static_cast<std::size_t>(begin - text.data()), static_cast<std::size_t>(end - text.data())};
  }
};

// What the grammar has recognised goes to the compiler.

template <class Rule>
struct Action : tao::pegtl::nothing<Rule> {};

/// For rules whose meaning needs their place.
template <auto member>
struct WithPlace {
  template <class Match>
  static void apply(const Match& match, Reading& reading) {
    (reading.compiler.*member)(reading.place(match.begin(), match.end()));
  }
};

/// For rules whose meaning needs only where they begin, at their operator.
template <auto member>
struct WithPosition {
  template <class Match>
  static void apply(const Match& match, Reading& reading) {
    (reading.compiler.*member)(reading.place(match.begin(), match.end()).begin);
  }
};

template <auto member, Code code>
struct WithCode {
  template <class Match>
  static void apply(const Match& match, Reading& reading) {
    (reading.compiler.*member)(code, reading.place(match.begin(), match.end()).begin);
  }
};

/// For functions, which a message quotes whole.
template <auto member, Code code>
struct WithCodeAndPlace {
  template <class Match>
  static void apply(const Match& match, Reading& reading) {
    (reading.compiler.*member)(code, reading.place(match.begin(), match.end()));
  }
};

using detail::RuleCompiler;

// clang-format off
template <> struct Action<grammar::number> : WithPlace<&RuleCompiler::number> {};
template <> struct Action<grammar::unit> : WithPlace<&RuleCompiler::unit> {};
template <> struct Action<grammar::channel_name> : WithPlace<&RuleCompiler::name> {};
template <> struct Action<grammar::group> : WithPlace<&RuleCompiler::enclose> {};
template <> struct Action<grammar::absolute> : WithPlace<&RuleCompiler::absolute> {};
template <> struct Action<grammar::minimum> : WithCodeAndPlace<&RuleCompiler::extreme, Code::minimum> {};
template <> struct Action<grammar::maximum> : WithCodeAndPlace<&RuleCompiler::extreme, Code::maximum> {};
template <> struct Action<grammar::rate> : WithCodeAndPlace<&RuleCompiler::remember, Code::rate> {};
template <> struct Action<grammar::change> : WithCodeAndPlace<&RuleCompiler::remember, Code::change> {};
template <> struct Action<grammar::negative> : WithPlace<&RuleCompiler::negate> {};
template <> struct Action<grammar::times_factor> : WithCode<&RuleCompiler::calculate, Code::multiply> {};
template <> struct Action<grammar::over_factor> : WithCode<&RuleCompiler::calculate, Code::divide> {};
template <> struct Action<grammar::plus_product> : WithCode<&RuleCompiler::calculate, Code::add> {};
template <> struct Action<grammar::minus_product> : WithCode<&RuleCompiler::calculate, Code::subtract> {};
template <> struct Action<grammar::less_sum> : WithCode<&RuleCompiler::compare, Code::less> {};
template <> struct Action<grammar::less_equal_sum> : WithCode<&RuleCompiler::compare, Code::less_equal> {};
template <> struct Action<grammar::greater_sum> : WithCode<&RuleCompiler::compare, Code::greater> {};
template <> struct Action<grammar::greater_equal_sum> : WithCode<&RuleCompiler::compare, Code::greater_equal> {};
template <> struct Action<grammar::duration_number> : WithPlace<&RuleCompiler::duration_number> {};
template <> struct Action<grammar::duration_unit> : WithPlace<&RuleCompiler::duration_unit> {};
template <> struct Action<grammar::for_duration> : WithCode<&RuleCompiler::look_back, Code::held> {};
template <> struct Action<grammar::within_duration> : WithCode<&RuleCompiler::look_back, Code::within> {};
template <> struct Action<grammar::since_duration> : WithCode<&RuleCompiler::look_back, Code::since> {};
template <> struct Action<grammar::clears_when> : WithPosition<&RuleCompiler::clear> {};
template <> struct Action<grammar::not_comparison> : WithPosition<&RuleCompiler::invert> {};
template <> struct Action<grammar::and_chained> : WithCode<&RuleCompiler::join, Code::both> {};
template <> struct Action<grammar::or_conjunction> : WithCode<&RuleCompiler::join, Code::either> {};
// clang-format on

// What the grammar recognises only to refuse it.

template <>
struct Action<grammar::unknown_function> {
  template <class Match>
  static void apply(const Match& match, Reading& reading) {
    refuse_rule(reading.text, reading.place(match.begin(), match.end()).begin,
                in_quotes(match.string_view()) + " is not a function",
                "the functions are abs(x), min(a, b), max(a, b), rate(x) and change(x)");
  }
};

template <>
struct Action<grammar::ambiguous_time> {
  template <class Match>
  static void apply(const Match& match, Reading& reading) {
    const std::string word = match.string();
    const std::string time = word == "since" ? " since c within 0.4 s" : " " + word + " 0.4 s";
    refuse_rule(reading.text, reading.place(match.begin(), match.end()).begin,
                "this " + word + " could mean the last comparison or everything before it",
                "put what it is about into parentheses: (a and b)" + time + ", or a and (b" + time + ")");
  }
};

template <>
struct Action<grammar::duration_sign> {
  template <class Match>
  static void apply(const Match& match, Reading& reading) {
    refuse_rule(reading.text, reading.place(match.begin(), match.end()).begin, "a time is above zero",
                "write it without the minus, such as 0.4 s");
  }
};

// Where the grammar cannot go on: what to write there.

template <class Rule>
inline constexpr std::string_view wanted =
    "write a channel, an angle such as 5 deg, abs(x), min(a, b), max(a, b) or parentheses here";
template <>
inline constexpr std::string_view wanted<grammar::open> = "write an opening parenthesis here";
template <>
inline constexpr std::string_view wanted<grammar::close> = "write a closing parenthesis here";
template <>
inline constexpr std::string_view wanted<grammar::comma> = "write a comma here";
template <>
inline constexpr std::string_view wanted<grammar::duration> = "write a time such as 0.4 s here";
template <>
inline constexpr std::string_view wanted<grammar::since_within> = "write within and a time here, such as within 2 s";
template <>
inline constexpr std::string_view wanted<grammar::when> = "write when and what ends it here: clears when x < 3 deg";
template <>
inline constexpr std::string_view wanted<grammar::end> =
    "write a comparison, and, or, for, within, since, clears when here, or end the rule";

struct letter_run : tao::pegtl::identifier {};
struct one_character : tao::pegtl::sor<tao::pegtl::utf8::any, tao::pegtl::bytes<1>> {};

/// The word or character at a position of the text.
std::string_view token_at(std::string_view text, std::size_t position) {
  const std::string_view rest = text.substr(position);
  tao::pegtl::memory_input<> input{rest.data(), rest.size(), "rule"};
  tao::pegtl::parse<tao::pegtl::sor<letter_run, one_character>>(input);
  return rest.substr(0, input.byte());
}

[[noreturn]] void refuse_unexpected(std::string_view text, std::size_t position, std::string_view instead,
                                    bool after_value) {
  if (position >= text.size()) refuse_rule(text, text.size(), "the rule ends too early", std::string{instead});
  const std::string_view token = token_at(text, position);
  const char first = token.front();
  if (first == '=' || first == '!') {
    refuse_rule(text, position, "angles are never compared for being equal", "write <, <=, > or >=");
  }
  if (after_value && (first == '<' || first == '>')) {
    refuse_rule(text, position, "there is already a comparison before this one",
                "write two comparisons and join them: x > 0 deg and x < 5 deg");
  }
  static constexpr std::array<std::string_view, 8> joining{"and",    "or",    "not",    "for",
                                                           "within", "since", "clears", "when"};
  const std::string_view nearest = detail::nearest_word(token, joining);
  const bool word = token.size() > 1 && static_cast<unsigned char>(first) < 0x80;
  const bool misspelt = after_value && word && token != nearest;
  const std::string hint = misspelt ? "; the nearest word is " + std::string{nearest} : "";
  refuse_rule(text, position, in_quotes(token) + " does not belong here", std::string{instead} + hint);
}

template <class Rule>
struct Control : tao::pegtl::normal<Rule> {
  template <class Input>
  [[noreturn]] static void raise(const Input& input, Reading& reading) {
    constexpr bool after_value = std::is_same_v<Rule, grammar::close> || std::is_same_v<Rule, grammar::comma> ||
                                 std::is_same_v<Rule, grammar::end> || std::is_same_v<Rule, grammar::since_within> ||
                                 std::is_same_v<Rule, grammar::when>;
    refuse_unexpected(reading.text, reading.place(input.current(), input.current()).begin, wanted<Rule>, after_value);
  }
};

/// Reading nests as deep as the parentheses; the text must not decide how much stack that takes.
void require_shallow(std::string_view text) {
  std::size_t depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ')' && depth > 0) --depth;
    if (text[i] == '(' && ++depth > deepest_nesting) {
      refuse_rule(text, i, "parentheses stand more than " + std::to_string(deepest_nesting) + " deep in each other",
                  "split it into several rules");
    }
  }
}

Reading read(std::string_view text) {
  if (text.size() > longest_rule_text) {
    refuse_rule(text, longest_rule_text, "the rule is longer than " + std::to_string(longest_rule_text) + " bytes",
                "split it into several rules");
  }
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    refuse_rule(text, 0, "the rule is empty", "write what must not happen, such as abs(pelvis_list) > 5 deg for 0.4 s");
  }
  require_shallow(text);
  Reading reading{text};
  tao::pegtl::memory_input<> input{text.data(), text.size(), "rule"};
  tao::pegtl::parse<grammar::rule, Action, Control>(input, reading);
  reading.compiler.require_rule();
  return reading;
}

}  // namespace

Condition parse_rule(std::string_view text) {
  const Reading reading = read(text);
  if (const std::optional<detail::Place> pair = reading.compiler.pair()) {
    const std::string name{text.substr(pair->begin, pair->end - pair->begin)};
    refuse_rule(text, pair->begin, in_quotes(name) + " has two sides",
                "write " + name + "_left or " + name + "_right; only the rules of an exercise may leave the side open");
  }
  return reading.compiler.condition(std::nullopt);
}

boost::container::static_vector<Condition, 2> parse_rule_by_side(std::string_view text) {
  const Reading reading = read(text);
  boost::container::static_vector<Condition, 2> conditions;
  if (!reading.compiler.pair()) {
    conditions.push_back(reading.compiler.condition(std::nullopt));
  } else {
    for (const Side side : both_sides) conditions.push_back(reading.compiler.condition(side));
  }
  return conditions;
}

}  // namespace stretchcore
