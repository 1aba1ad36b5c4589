#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <span>
#include <string_view>

#include <stretchcore/export.hpp>
#include <stretchcore/quantity/time.hpp>
#include <stretchcore/stream/event.hpp>

namespace stretchcore {

/// What a tone or a vibration can say. Which side it is about it cannot: that takes words.
enum class SignalKind {
  near_target,  ///< nearly there
  turn,         ///< turn now
  home,         ///< back
  question,     ///< an answer is waited for
  correction,   ///< something to change
  pause,        ///< rest
  found,        ///< it goes on
  stop          ///< stop, and come out
};
BOOST_DESCRIBE_ENUM(SignalKind, near_target, turn, home, question, correction, pause, found, stop)

/// How it sounds and how it feels: pulses of one pitch, and of one strength.
struct SignalForm {
  SignalKind kind;
  double pitch;                ///< [Hz]
  std::array<Time, 5> on_off;  ///< on, off, on …; nought ends it
  std::string_view shape;      ///< a sign beside the words, for eyes: never a colour alone

  /// The lengths that are used.
  STRETCHCORE_API std::span<const Time> pulses() const;
  STRETCHCORE_API Time length() const;
};

/// One form for each kind, in their order: short ones for the rhythm, a long one to stop.
STRETCHCORE_API const std::array<SignalForm, 8>& signal_forms();
STRETCHCORE_API const SignalForm& form(SignalKind kind);

/// The signal that goes with an event, if there is one.
STRETCHCORE_API std::optional<SignalKind> signal_of(const Event& event);

/// A signal with its place in time, from the beginning.
struct Signal {
  Time time{0};
  SignalKind kind = SignalKind::turn;

  bool operator==(const Signal&) const = default;
};
BOOST_DESCRIBE_STRUCT(Signal, (), (time, kind))

}  // namespace stretchcore
