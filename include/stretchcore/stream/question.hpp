#pragma once

#include <array>
#include <boost/describe/enum.hpp>
#include <span>

namespace stretchcore {

enum class QuestionKind {
  ready,         ///< without a sensor: in position?
  side,          ///< which side stops first?
  stretch,       ///< nothing, comfortable, too much?
  change,        ///< freer, the same, tighter?
  more,          ///< another block, or enough?
  by_feel,       ///< the signal is lost: go on without it?
  pain,          ///< how much, from 0 to 10? Answered with a `PainRating`
  health,        ///< is one of the conditions that its words name the person's?
  which,         ///< which of them? Answered with a yes and the code; no: none of these
  go_on,         ///< in a pause: go on, a little longer, or come out?
  all_right,     ///< nothing was heard or seen of the person: are they all right?
  what_is_felt,  ///< after a stop
  need_help      ///< after "something is wrong": ten seconds of silence are a yes
};
BOOST_DESCRIBE_ENUM(QuestionKind, ready, side, stretch, change, more, by_feel, pain, health, which, go_on, all_right,
                    what_is_felt, need_help)

enum class Choice {
  ready,
  left,
  right,
  same,
  nothing,
  comfortable,
  too_much,
  freer,
  tighter,
  more,
  enough,
  yes,
  no,
  go_on,
  longer,
  come_down,
  numb_tingling_burning,
  sharp_or_pinching,
  chest_breath_head,
  cramp,
  something_else
};
BOOST_DESCRIBE_ENUM(Choice, ready, left, right, same, nothing, comfortable, too_much, freer, tighter, more, enough, yes,
                    no, go_on, longer, come_down, numb_tingling_burning, sharp_or_pinching, chest_breath_head, cramp,
                    something_else)

/// What can be answered to a question.
inline std::span<const Choice> choices(QuestionKind kind) {
  using enum Choice;
  static constexpr std::array in_position{ready};
  static constexpr std::array sides{left, right, same};
  static constexpr std::array strengths{nothing, comfortable, too_much};
  static constexpr std::array changes{freer, same, tighter};
  static constexpr std::array ends{more, enough};
  static constexpr std::array agreement{yes, no};
  static constexpr std::array ways_on{go_on, longer, come_down};
  static constexpr std::array feelings{nothing,           numb_tingling_burning, sharp_or_pinching,
                                       chest_breath_head, cramp,                 something_else};
  switch (kind) {
    case QuestionKind::ready:
      return in_position;
    case QuestionKind::side:
      return sides;
    case QuestionKind::stretch:
      return strengths;
    case QuestionKind::change:
      return changes;
    case QuestionKind::more:
      return ends;
    case QuestionKind::by_feel:
    case QuestionKind::health:
    case QuestionKind::which:
    case QuestionKind::all_right:
    case QuestionKind::need_help:
      return agreement;
    case QuestionKind::go_on:
      return ways_on;
    case QuestionKind::what_is_felt:
      return feelings;
    case QuestionKind::pain:
      return {};
  }
  return {};
}

}  // namespace stretchcore
