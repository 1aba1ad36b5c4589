#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stretchcore::contract {

/// Words that the person heard, or would have heard from a voice that works.
struct Heard {
  double time = 0.0;  ///< when they began [s]
  std::string text;
  bool cut_in = false;  ///< another voice was speaking, and it was cut
  bool spoken = true;   ///< false: the voice failed
};

/// What the person sees.
struct Screen {
  bool stop = false;   ///< STOP can be pressed, at once and without a menu
  bool call = false;   ///< the call screen is there
  std::string number;  ///< that it dials; empty where the app knows none
  bool speaking = false;
};

/// An app, as the contract presses its buttons and watches it. Write one for your app and hand it to `violations`
/// (contract.hpp). An app in another language needs a few lines here that talk to it.
class Adapter {
 public:
  virtual ~Adapter() = default;

  /// A new session of the app, brought to a phase: ready, setting_up, measuring, stretching, remeasuring, paused,
  /// coming_out, finished or stopped. False where the app has no such phase.
  virtual bool open(std::string_view phase, std::string_view emergency_number) = 0;

  /// The person presses the button of a symptom ("numbness", "chest_pain_or_breathlessness"), STOP, or the button that
  /// says that the call was seen to.
  virtual void report(std::string_view symptom) = 0;
  virtual void press_stop() = 0;
  virtual void acknowledge() = 0;

  /// Time passes with the app on the screen; or in a pocket, where nothing of it runs; or with a sensor that stands
  /// still while the app runs.
  virtual void pass(double seconds) = 0;
  virtual void suspend(double seconds) = 0;
  virtual void lose_sensor(double seconds) = 0;

  /// From now on the speech engine fails, or works again.
  virtual void break_voice(bool broken) = 0;

  virtual double now() const = 0;
  virtual std::vector<Heard> heard() const = 0;  ///< all of it, since `open`
  virtual Screen screen() const = 0;
};

}  // namespace stretchcore::contract
