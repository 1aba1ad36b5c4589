#pragma once

// The rule language, docs/rules.md, as a PEGTL grammar. Every alternative is decided by its first token, so nothing is
// ever read twice and an action that has run is never taken back. Types are checked by the compiler, not here: that a
// comparison is no angle is said better with both of them at hand.

#include <tao/pegtl.hpp>

namespace stretchcore::detail::grammar {

namespace peg = tao::pegtl;

using ws = peg::star<peg::one<' ', '\t', '\r', '\n'>>;

template <char... Letters>
using word = peg::seq<peg::string<Letters...>, peg::not_at<peg::identifier_other>>;

using and_word = word<'a', 'n', 'd'>;
using or_word = word<'o', 'r'>;
using not_word = word<'n', 'o', 't'>;
using for_word = word<'f', 'o', 'r'>;
using within_word = word<'w', 'i', 't', 'h', 'i', 'n'>;
using since_word = word<'s', 'i', 'n', 'c', 'e'>;
using clears_word = word<'c', 'l', 'e', 'a', 'r', 's'>;
using when_word = word<'w', 'h', 'e', 'n'>;
using time_word = peg::sor<for_word, within_word, since_word>;
using connective = peg::sor<and_word, or_word, not_word, time_word, clears_word, when_word>;

struct expression;

// Numbers and units. A unit is any run of letters behind a number, so that a wrong one is named as a unit.
using digits = peg::plus<peg::digit>;
using number_text = peg::seq<digits, peg::opt<peg::one<'.'>, digits>,
                             peg::opt<peg::one<'e', 'E'>, peg::opt<peg::one<'+', '-'>>, digits>>;
using unit_letter = peg::sor<peg::identifier_other, peg::one<'%', '\'', '"'>, peg::range<'\x80', '\xff'>>;
using speed_unit = peg::seq<peg::string<'d', 'e', 'g', '/', 's'>, peg::not_at<unit_letter>>;
using unit_text = peg::sor<speed_unit, peg::seq<peg::not_at<connective>, peg::plus<unit_letter>>>;

struct number : number_text {};
struct unit : unit_text {};
struct literal : peg::seq<number, peg::opt<ws, unit>> {};

// Names. A word before a parenthesis is meant as a function.
struct channel_name : peg::identifier {};
struct unknown_function : peg::seq<peg::identifier, peg::at<ws, peg::one<'('>>> {};
struct name : peg::seq<peg::not_at<connective>, peg::sor<unknown_function, channel_name>> {};

// Functions and parentheses.
struct open : peg::one<'('> {};
struct close : peg::one<')'> {};
struct comma : peg::one<','> {};
struct group : peg::if_must<open, ws, expression, close> {};
struct absolute : peg::if_must<word<'a', 'b', 's'>, ws, open, ws, expression, close> {};
struct minimum : peg::if_must<word<'m', 'i', 'n'>, ws, open, ws, expression, comma, ws, expression, close> {};
struct maximum : peg::if_must<word<'m', 'a', 'x'>, ws, open, ws, expression, comma, ws, expression, close> {};
struct rate : peg::if_must<word<'r', 'a', 't', 'e'>, ws, open, ws, expression, close> {};
struct change : peg::if_must<word<'c', 'h', 'a', 'n', 'g', 'e'>, ws, open, ws, expression, close> {};

struct operand : peg::seq<peg::sor<group, absolute, minimum, maximum, rate, change, literal, name>, ws> {};

// Arithmetic.
struct negative : peg::if_must<peg::one<'-'>, ws, operand> {};
struct factor : peg::sor<negative, operand> {};
struct times_factor : peg::if_must<peg::one<'*'>, ws, factor> {};
struct over_factor : peg::if_must<peg::one<'/'>, ws, factor> {};
struct product : peg::seq<factor, peg::star<peg::sor<times_factor, over_factor>>> {};
struct plus_product : peg::if_must<peg::one<'+'>, ws, product> {};
struct minus_product : peg::if_must<peg::one<'-'>, ws, product> {};
struct sum : peg::seq<product, peg::star<peg::sor<plus_product, minus_product>>> {};

// Comparisons.
struct less_equal_sum : peg::if_must<peg::string<'<', '='>, ws, sum> {};
struct less_sum : peg::if_must<peg::one<'<'>, ws, sum> {};
struct greater_equal_sum : peg::if_must<peg::string<'>', '='>, ws, sum> {};
struct greater_sum : peg::if_must<peg::one<'>'>, ws, sum> {};
struct comparison : peg::seq<sum, peg::opt<peg::sor<less_equal_sum, less_sum, greater_equal_sum, greater_sum>>> {};

// `for`, `within` and `since` belong to the one comparison or group before them. Behind `and`, `or` or `not` a reader
// could take them for the whole chain, so there they are recognised only to be refused.
struct duration_sign : peg::one<'-'> {};
struct duration_number : number_text {};
struct duration_unit : unit_text {};
struct duration : peg::seq<peg::opt<duration_sign, ws>, duration_number, peg::opt<ws, duration_unit>, ws> {};
struct for_duration : peg::if_must<for_word, ws, duration> {};
struct within_duration : peg::if_must<within_word, ws, duration> {};
struct since_within : within_word {};
struct since_duration : peg::if_must<since_word, ws, comparison, since_within, ws, duration> {};
struct in_time : peg::sor<for_duration, within_duration, since_duration> {};
struct ambiguous_time : time_word {};

struct not_comparison : peg::if_must<not_word, ws, comparison, peg::opt<ambiguous_time>> {};
struct alone : peg::sor<not_comparison, peg::seq<comparison, peg::opt<in_time>>> {};
struct chained : peg::sor<not_comparison, peg::seq<comparison, peg::opt<ambiguous_time>>> {};
struct and_chained : peg::if_must<and_word, ws, chained> {};
struct conjunction : peg::seq<alone, peg::star<and_chained>> {};
struct chained_conjunction : peg::seq<chained, peg::star<and_chained>> {};
struct or_conjunction : peg::if_must<or_word, ws, chained_conjunction> {};
struct expression : peg::seq<conjunction, peg::star<or_conjunction>> {};

// What ends a violation, for the rule as a whole.
struct when : when_word {};
struct clears_when : peg::if_must<clears_word, ws, when, ws, expression> {};

struct end : peg::eof {};
struct rule : peg::must<ws, expression, peg::opt<clears_when>, end> {};

}  // namespace stretchcore::detail::grammar
