#pragma once

#include <boost/describe/class.hpp>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/cue/line.hpp>
#include <stretchcore/cue/signal.hpp>
#include <stretchcore/export.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/person.hpp>
#include <stretchcore/session/summary.hpp>

namespace stretchcore {

/// What was said in a session, in the order of time, from its start.
STRETCHCORE_API std::vector<Line> transcript(const Summary& summary);

/// A whole guided session for where nothing sees and nothing answers: a trainer reads it, or an app plays it.
struct Script {
  std::string exercise;  ///< its id
  std::string language;
  Time length{0};
  int blocks = 0;
  int openings = 0;  ///< or holds, offered in each block: of each side for a movement of one, else of both
  std::vector<Line> lines;
  std::vector<Signal> signals_;  ///< `signals` in JSON and Python; that word is a macro of Qt

  bool operator==(const Script&) const = default;
};
BOOST_DESCRIBE_STRUCT(Script, (), (exercise, language, length, blocks, openings, lines, signals_))

/// The session of this exercise that lasts so long: it is the session itself, heard by nobody, with as many blocks and
/// openings as fit; what is left over is silence before it begins and in each rest. Throws `InvalidModel` for a length
/// that no dose of the exercise has, and says which ones it has.
STRETCHCORE_API Script script(const Exercise& exercise, Time length, std::string_view language = "en",
                              const Person& person = {});

}  // namespace stretchcore
