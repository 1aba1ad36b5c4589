#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include <stretchcore/model/symptom.hpp>
#include <stretchcore/quantity/bilateral.hpp>
#include <stretchcore/session/summary.hpp>
#include <stretchcore/stream/input.hpp>
#include <stretchcore/stream/phase.hpp>
#include <stretchcore/stream/target.hpp>

namespace stretchcore {

/// A question that waits for its answer.
struct OpenQuestion {
  int id = 0;
  QuestionKind kind = QuestionKind::more;
  Time answer_by{0};

  bool operator==(const OpenQuestion&) const = default;
};
BOOST_DESCRIBE_STRUCT(OpenQuestion, (), (id, kind, answer_by))

/// The call screen: large, over all else, with the number to dial.
struct CallScreen {
  Symptom symptom = Symptom::something_wrong;
  std::optional<Side> side{};
  int times_said = 0;
  std::string number;   ///< to dial; empty: the app does not know it, and the words say "your emergency number"
  std::string call;     ///< the words of the call, in the session's language
  std::string posture;  ///< and what to do with the body

  bool operator==(const CallScreen&) const = default;
};
BOOST_DESCRIBE_STRUCT(CallScreen, (), (symptom, side, times_said, number, call, posture))

/// What a screen draws now. Made afresh each time, nothing in it is live.
struct View {
  Time time{0};
  Phase phase = Phase::ready;
  int block = 0;                              ///< held blocks begun so far
  std::optional<Side> active_side;            ///< for movements of one side at a time
  int repetitions = 0;                        ///< in this phase
  int repetitions_wanted = 0;                 ///< in this phase; 0 = as they come
  Bilateral<std::optional<Angle>> opening{};  ///< the primary angle now
  std::optional<Target> target;
  Coverage coverage;
  std::optional<OpenQuestion> question;
  double progress = 0.0;  ///< of the whole session [0..1], a guess that never runs backwards within a phase
  std::string
      waiting_for;  ///< what the session is waiting for, in plain English for the developer; empty when it is over
  std::optional<CallScreen> emergency;  ///< the call screen, until it is acknowledged: it outlives the session
  std::vector<Action> actions;          ///< what can be pressed; `stop` always

  bool operator==(const View&) const = default;
};
BOOST_DESCRIBE_STRUCT(View, (),
                      (time, phase, block, active_side, repetitions, repetitions_wanted, opening, target, coverage,
                       question, progress, waiting_for, emergency, actions))

}  // namespace stretchcore
