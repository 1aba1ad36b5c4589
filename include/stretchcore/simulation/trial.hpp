#pragma once

#include <boost/describe/class.hpp>
#include <cstddef>
#include <span>
#include <vector>

#include <stretchcore/quantity/bilateral.hpp>
#include <stretchcore/quantity/estimate.hpp>
#include <stretchcore/session/session.hpp>
#include <stretchcore/simulation/export.hpp>
#include <stretchcore/simulation/virtual_person.hpp>
#include <stretchcore/stream/verdict.hpp>

namespace stretchcore {

/// One virtual person guided through one session: what was true of her, beside what was claimed.
struct TrialRow {
  Bilateral<Angle> easy_before{};      ///< true where the range was measured first
  Bilateral<Angle> easy_after{};       ///< and where it was measured last
  Bilateral<Estimate> range_before{};  ///< as measured
  Bilateral<Estimate> range_after{};
  Asymmetry asymmetry{};
  Gain gain{};
  EndReason end_reason = EndReason::input_ended;
  int blocks = 0;
  int repetitions = 0;    ///< all that counted
  int held = 0;           ///< of them to a target
  int beyond_2 = 0;       ///< of these, with a target more than 2° beyond the true limit of the side that stops first
  int beyond_5 = 0;       ///< more than 5°
  int overreached = 0;    ///< of these, in which she went beyond that limit herself
  int drops = 0;          ///< openings after which less was asked for, because she went less far
  int guarded = 0;        ///< openings to a target in which she guarded, until less was asked for or the block ended
  double of_limit = 0.0;  ///< their target as a share of it, on average; 0 without any
  Time duration{0};
  int turned = 0;          ///< openings to a target that were really made
  int led_of = 0;          ///< of these, with a target on the screen
  int led_2 = 0;           ///< of these, with a target that really led more than 2° beyond the limit then
  int led_5 = 0;           ///< more than 5°
  Angle led_most{};        ///< how far beyond at most; below zero: always short of it
  Bilateral<int> named{};  ///< how often words said that this side stops first
  bool by_feel = false;    ///< the person was guided by feel, at least for a part
  int paused_by_person = 0;
  int paused_by_signal = 0;
  int paused_by_rule = 0;
  Time blind_ok{0};          ///< a rule was told ok, and what it watches had not been seen for more than 2 s
  Time blind_ok_longest{0};  ///< the longest for which it had not been seen

  bool operator==(const TrialRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(TrialRow, (),
                      (easy_before, easy_after, range_before, range_after, asymmetry, gain, end_reason, blocks,
                       repetitions, held, beyond_2, beyond_5, overreached, drops, guarded, of_limit, duration, turned,
                       led_of, led_2, led_5, led_most, named, by_feel, paused_by_person, paused_by_signal,
                       paused_by_rule, blind_ok, blind_ok_longest))

/// Guides each of them, as she is now, through a session of her own, and says how it went, in their order. Several at
/// once; the rows are the same however many `threads` there are (0: as many as the machine has).
STRETCHCORE_SIMULATION_API std::vector<TrialRow> run_trial(std::span<const VirtualPerson> people,
                                                           const Exercise& exercise, const SessionOptions& options = {},
                                                           const Person& person = {}, int threads = 0);

}  // namespace stretchcore
