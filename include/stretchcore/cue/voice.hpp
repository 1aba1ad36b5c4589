#pragma once

#include <boost/container/static_vector.hpp>
#include <boost/describe/class.hpp>
#include <optional>

#include <stretchcore/export.hpp>
#include <stretchcore/stream/event.hpp>
#include <stretchcore/stream/input.hpp>

namespace stretchcore {

inline constexpr std::size_t most_waiting_cues = 8;
inline constexpr std::size_t most_dropped_cues = 16;
inline constexpr Time gap_between_words{400'000'000};   ///< between two steps or a question and an answer
inline constexpr Time gap_while_moving{3'000'000'000};  ///< between two remarks: rare words are heard

/// Something that wants to be said.
struct WaitingCue {
  int cue = -1;
  Priority priority = Priority::encouragement;
  Time length{0};
  Time then_wait{0};
  Time expires{0};  ///< not said by then, it is dropped: a late cue is a wrong one
  std::optional<Side> side;
  int count = 0;
  ChannelSet parts;
  bool brief = false;
  bool corrects = false;  ///< about what she does: one in a repetition is enough
  bool cuts = false;      ///< what a rule has to say waits for nothing that matters less
  bool again = false;     ///< a step that is cut off is said again

  bool operator==(const WaitingCue&) const = default;
};
BOOST_DESCRIBE_STRUCT(WaitingCue, (),
                      (cue, priority, length, then_wait, expires, side, count, parts, brief, corrects, cuts, again))

/// What was wanted and is not said, or not to its end.
struct DroppedCue {
  int cue = 0;
  DropReason reason = DropReason::late;

  bool operator==(const DroppedCue&) const = default;
};
BOOST_DESCRIBE_STRUCT(DroppedCue, (), (cue, reason))

/// One voice: what it is saying, until when, and what waits for it.
struct VoiceState {
  WaitingCue saying;  ///< the latest
  Time since{0};
  Time until{0};  ///< its estimated end
  boost::container::static_vector<WaitingCue, most_waiting_cues> waiting;
  boost::container::static_vector<DroppedCue, most_dropped_cues>
      dropped;  ///< not told yet; whoever tells it empties it

  bool operator==(const VoiceState&) const = default;
};
BOOST_DESCRIBE_STRUCT(VoiceState, (), (saying, since, until, waiting, dropped))

/// Puts a cue in the queue. The same cue does not wait twice; when the queue is full the least important goes.
STRETCHCORE_API void want(VoiceState& voice, const WaitingCue& cue);

STRETCHCORE_API bool waiting(const VoiceState& voice, int cue);

/// A cue that waits is no longer wanted.
STRETCHCORE_API void withdraw(VoiceState& voice, int cue);

/// Says a cue now and forgets what waited. It cuts off whatever is being said, unless it is listed to be said after it.
/// Only a symptom, a stop, a pause and the end do this.
STRETCHCORE_API void interrupt(VoiceState& voice, const WaitingCue& cue, Time now, bool cuts = true);

/// Nothing that waits is wanted any more.
STRETCHCORE_API void hush(VoiceState& voice);

/// It is not said, for a reason of whoever asks.
STRETCHCORE_API void drop(VoiceState& voice, int cue, DropReason reason);

/// The cue to say now, if the voice is free and one may be said: the most important, the first that came among equals.
/// One that cuts does not wait for words that matter less; a step that was cut off is said again after it. Corrections
/// wait unless they may be said, and so does what matters less than `least`.
STRETCHCORE_API std::optional<WaitingCue> speak(VoiceState& voice, Time now, bool corrections = true,
                                                Priority least = Priority::encouragement);

/// The app's voice says what it really did.
STRETCHCORE_API void correct(VoiceState& voice, int cue, Speech speech, Time now);

/// It is speaking, as far as is known.
STRETCHCORE_API bool speaking(const VoiceState& voice, Time now);

/// Nothing is being said or waits to be said, and the silence asked for has passed. Corrections that may not be said
/// yet keep nothing else waiting.
STRETCHCORE_API bool quiet(const VoiceState& voice, Time now, bool corrections = true);

}  // namespace stretchcore
