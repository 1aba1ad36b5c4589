#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/model/dose.hpp>
#include <stretchcore/model/text.hpp>
#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

/// What a routine is for, as far as its order depends on it.
enum class Occasion {
  any,
  morning,  ///< in the first hour of the day: from lying to standing
  evening,  ///< it may end lying
  warm_up   ///< before sport: no hold is longer than 30 s, no muscle is held for 60 s
};
BOOST_DESCRIBE_ENUM(Occasion, any, morning, evening, warm_up)

/// Which sides a slot is for. Both have the same time.
enum class SlotSides { both, left, right };
BOOST_DESCRIBE_ENUM(SlotSides, both, left, right)

/// How an app may change a prescribed slot without asking the prescriber.
enum class Change {
  drop,       ///< leave it out
  shorten,    ///< fewer or shorter holds, fewer repetitions
  substitute  ///< do another exercise instead
};
BOOST_DESCRIBE_ENUM(Change, drop, shorten, substitute)

/// That somebody prescribed a slot: it is not changed but in the ways that they allow.
struct Prescription {
  std::string by{};           ///< who, in a word of the app's
  std::string until{};        ///< the last day, "2027-01-31"; empty: as long as the routine is used
  std::vector<Change> may{};  ///< what may be changed

  STRETCHCORE_API void validate() const;
  bool operator==(const Prescription&) const = default;
};
BOOST_DESCRIBE_STRUCT(Prescription, (), (by, until, may))

/// One exercise in a routine, and how much of it.
struct Slot {
  std::string id{};        ///< within the routine; empty: the exercise's
  std::string exercise{};  ///< id of an exercise
  SlotSides sides = SlotSides::both;
  BlockDose dose{};    ///< of one block
  int blocks = 1;      ///< of them [1..4]
  bool focus = false;  ///< it is measured before and after, where it can be; of one slot at most
  int drop_order = 0;  ///< when minutes are few, 1 is left out first; 0: it is not left out for that
  std::vector<std::string> alternatives{};  ///< ids of exercises instead of it, the first that fits
  std::optional<Prescription> prescribed{};
  Time rest{0};  ///< quiet after it [0..120 s]
  Text words{};  ///< what is said of it before it begins, besides its name

  STRETCHCORE_API void validate() const;
  bool operator==(const Slot&) const = default;
};
BOOST_DESCRIBE_STRUCT(Slot, (),
                      (id, exercise, sides, dose, blocks, focus, drop_order, alternatives, prescribed, rest, words))

inline const std::string& id_of(const Slot& slot) { return slot.id.empty() ? slot.exercise : slot.id; }

/// Several stretches in an order, to be guided in one go.
struct Routine {
  std::string id{};  ///< kebab-case, "desk-break"
  int version = 1;
  Text name{};
  Text summary{};
  Occasion occasion = Occasion::any;
  int minutes = 10;  ///< about as many are meant [1..60]
  std::vector<Slot> slots_{};
  std::vector<std::string> evidence{};  ///< where its order and its doses come from

  /// Structure only: `findings` also looks at the exercises and at the order. Throws `InvalidModel`.
  STRETCHCORE_API void validate() const;
  bool operator==(const Routine&) const = default;
};
BOOST_DESCRIBE_STRUCT(Routine, (), (id, version, name, summary, occasion, minutes, slots_, evidence))

}  // namespace stretchcore
