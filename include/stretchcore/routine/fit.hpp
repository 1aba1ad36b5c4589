#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/person.hpp>
#include <stretchcore/model/routine.hpp>
#include <stretchcore/model/session_options.hpp>
#include <stretchcore/quantity/time.hpp>
#include <stretchcore/session/frame.hpp>

namespace stretchcore {

/// Where a person can stretch. It says which positions there are, and what stands there.
enum class Spot {
  chair,  ///< a firm chair without wheels
  floor,  ///< a dry floor, a mat, a carpet
  wall,   ///< a free stretch of wall, or a door frame
  bed,    ///< a firm bed: too soft to kneel on, and away from the wall
  field   ///< outdoors, with nothing to hold: standing only
};
BOOST_DESCRIBE_ENUM(Spot, chair, floor, wall, bed, field)

/// Whether a position can be taken there.
STRETCHCORE_API bool can_be_taken(Position position, const std::vector<Spot>& places);

/// What a person has today.
struct Circumstances {
  std::optional<int> minutes{};                     ///< none: as many as the routine means [1..60]
  std::vector<Spot> places{};                       ///< empty: all of them
  std::optional<std::vector<std::string>> props{};  ///< ids of what is at hand; none known: whatever it takes
  bool at_least_65 = false;                         ///< years: no hold is shortened below 30 s
  std::vector<std::string> declined{};  ///< ids of slots whose substitute the person does not want: they are left out

  STRETCHCORE_API void validate() const;
  bool operator==(const Circumstances&) const = default;
};
BOOST_DESCRIBE_STRUCT(Circumstances, (), (minutes, places, props, at_least_65, declined))

/// What was done to a slot.
enum class FittedBy {
  dropped,
  substituted,
  shortened,   ///< fewer or shorter holds, fewer repetitions
  rest_cut,    ///< the quiet after it
  unmeasured,  ///< it is not measured again at its end
  moved        ///< to the slots of its position
};
BOOST_DESCRIBE_ENUM(FittedBy, dropped, substituted, shortened, rest_cut, unmeasured, moved)

/// Why.
enum class FittedFor {
  minutes,    ///< there are too few
  condition,  ///< of the person; `detail` is its code
  limit,      ///< of a joint
  place,      ///< the position cannot be taken there
  prop,       ///< it is not at hand; `detail` is its id
  declined,   ///< the substitute was
  order       ///< the slots around it changed
};
BOOST_DESCRIBE_ENUM(FittedFor, minutes, condition, limit, place, prop, declined, order)

/// What a change takes of the person before it is made.
enum class Consent {
  none,  ///< nothing
  show,  ///< it is shown, and can be taken back
  ask    ///< they are asked first: their no is `Circumstances.declined`
};
BOOST_DESCRIBE_ENUM(Consent, none, show, ask)

/// A change, with what it takes to undo it.
struct FittedChange {
  std::string slot{};  ///< its id in the routine
  FittedBy by = FittedBy::dropped;
  FittedFor why = FittedFor::minutes;
  std::string detail{};  ///< what more can be said of the reason
  Consent consent = Consent::show;
  Slot before{};  ///< the slot as it was

  bool operator==(const FittedChange&) const = default;
};
BOOST_DESCRIBE_STRUCT(FittedChange, (), (slot, by, why, detail, consent, before))

/// A slot as it will be done.
struct FittedSlot {
  Slot slot{};
  Exercise exercise{};             ///< with the dose of the slot, whole: nothing else has to be at hand
  Frame frame{};                   ///< how the person comes to it and what becomes of them after it
  Time seconds{0};                 ///< what it takes, its way in and out included, without its rest
  std::optional<FittedFor> why{};  ///< it is not as the routine has it; none: it is

  bool operator==(const FittedSlot&) const = default;
};
BOOST_DESCRIBE_STRUCT(FittedSlot, (), (slot, exercise, frame, seconds, why))

/// A routine as this person does it today. Without slots it cannot be done; then `changes` says why, and `instead` what
/// there is.
struct Fitted {
  std::string id{};  ///< of the routine
  int version = 1;
  Text name{};
  Occasion occasion = Occasion::any;
  std::vector<FittedSlot> slots_{};
  std::vector<FittedChange> changes{};
  Time seconds{0};                     ///< what all of it takes
  bool too_long = false;               ///< by more than a tenth of the minutes; nothing more may be taken away
  bool much_shorter = false;           ///< than the routine means, below six tenths: a shorter routine would fit better
  std::vector<std::string> instead{};  ///< ids of exercises that this person may do there, where no slot is left

  bool operator==(const Fitted&) const = default;
};
BOOST_DESCRIBE_STRUCT(Fitted, (),
                      (id, version, name, occasion, slots_, changes, seconds, too_long, much_shorter, instead))

/// Fits a routine to a person and to what they have today. Same input, same result.
///
/// - An exercise that the person may not do, or that cannot be done there, is replaced by the first of the slot's
///   alternatives, then of the exercise's own and its easier ones, that they may do, that can be done there, and that
///   the order of the routine takes; if there is none the slot is left out.
/// - If it takes more than the minutes, in this order: rests go; second holds and blocks go; slots go by their
///   `drop_order`; holds are shortened to 20 s and repetitions to 5; the focus is not measured again. Each only until
///   it fits.
/// - No change adds work, makes a slot harder, or leads the person down to the floor. A prescribed slot changes only as
///   it says.
///
/// What a slot takes is the length of a session of it that nothing sees, with the words of `options.language`.
/// Throws `InvalidModel` where `findings` of the routine has an error, and for circumstances that cannot be.
STRETCHCORE_API Fitted fit(const Routine& routine, const Person& person, std::span<const Exercise> exercises,
                           const Circumstances& circumstances = {}, const SessionOptions& options = {});

/// A question about health that comes before a routine.
struct HealthToAsk {
  int cue = 0;                       ///< number of its phrase
  std::string text{};                ///< in the language of the options
  std::vector<std::string> codes{};  ///< of the conditions that it names and of which nothing is known

  bool operator==(const HealthToAsk&) const = default;
};
BOOST_DESCRIBE_STRUCT(HealthToAsk, (), (cue, text, codes))

/// What is to be asked before the first slot, once for all of them: at most the five questions of the library and those
/// of the exercises. A no says no to all codes of its question.
STRETCHCORE_API std::vector<HealthToAsk> prepare(const Routine& routine, const Person& person,
                                                 std::span<const Exercise> exercises,
                                                 const SessionOptions& options = {});

}  // namespace stretchcore
