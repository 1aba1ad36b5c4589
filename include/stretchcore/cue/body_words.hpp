#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include <stretchcore/cue/phrases.hpp>
#include <stretchcore/export.hpp>
#include <stretchcore/model/body_position.hpp>
#include <stretchcore/model/cue.hpp>
#include <stretchcore/model/symptom.hpp>
#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

/// What a symptom, or a stop without one, asks of the body.
enum class Concern {
  ordinary,  ///< come out of the stretch, rest
  faint,     ///< stay low: nobody who is dizzy is told to get up
  breath,    ///< sit up and lean: chest and breath
  saddle,    ///< rest, and do not get up alone
  help       ///< any other emergency
};
BOOST_DESCRIBE_ENUM(Concern, ordinary, faint, breath, saddle, help)

STRETCHCORE_API Concern concern_of(Symptom symptom, Urgency urgency, WayOut way_out);

/// What to do with the body, for one concern from some positions. Where there is none for a position the exercise's own
/// way out leads out of it.
struct BodyWords {
  Concern concern = Concern::ordinary;
  std::vector<BodyPosition> from{};
  Cue cue{};
};

/// The table of them, in English, German and Spanish.
STRETCHCORE_API std::vector<BodyWords> body_words();

/// The call, the questions after a stop, and what they need. `number` is what the person dials; if it is empty they are
/// told to call their emergency number. No exercise has other words for these; an app may have, in its pack.
STRETCHCORE_API std::vector<Cue> emergency_cues(std::string_view number, const std::optional<PhrasePack>& pack = {});

/// The number, or in words which one to call.
STRETCHCORE_API std::string number_words(std::string_view number, const FillWords& words);

/// How long the call takes to say: the digits of a number are words of their own.
STRETCHCORE_API Time call_length(std::string_view words, std::string_view number);

}  // namespace stretchcore
