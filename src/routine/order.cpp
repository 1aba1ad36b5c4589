// In which order stretches can be done. The rules are those of docs/routines.md, which says where they come from.

#include <map>
#include <set>
#include <string>

#include <stretchcore/routine/order.hpp>

#include "detail/suggest.hpp"
#include "routine/dosed.hpp"
#include "routine/lookup.hpp"

namespace stretchcore {
namespace {

using namespace literals;

constexpr Time longest_legs_up = 600_s;
constexpr Time longest_before_sport = 30_s;  // of one hold; Warneke 2025: longer holds cost strength for a while
constexpr Time most_of_a_muscle = 60_s;      // before sport
constexpr int most_changes = 4;              // of position, in ten minutes
constexpr int most_slots = 8;                // in ten minutes

/// A slot with its exercise.
struct Placed {
  std::size_t place = 0;
  const Slot* slot = nullptr;
  const Exercise* of = nullptr;

  const Exercise& exercise() const { return *of; }
  Position position() const { return of->position.value_or(Position::chair); }
};

std::string at(std::size_t place, std::string_view member = {}) {
  std::string path = "slots[" + std::to_string(place) + "]";
  if (!member.empty()) path.append(".").append(member);
  return path;
}

class Order {
 public:
  Order(const Routine& routine, std::span<const Exercise> exercises, std::vector<Finding>& findings)
      : routine_(routine), exercises_(exercises), findings_(findings) {
    for (const Exercise& exercise : exercises) ids_.push_back(exercise.id);
  }

  void look() {
    for (std::size_t i = 0; i < routine_.slots_.size(); ++i) place(i);
    if (placed_.size() != routine_.slots_.size()) return;  // of what is not there no order can be told
    one_way();
    moving_first();
    focus_first();
    muscles_apart();
    neck();
    legs_and_head();
    before_sport();
    count();
  }

 private:
  void error(std::string path, std::string message) {
    findings_.push_back({Severity::error, std::move(path), std::move(message)});
  }

  void know(const std::string& id, const std::string& path) {
    if (!find_exercise(exercises_, id)) {
      error(path, "\"" + id + "\" is no exercise that is at hand" + detail::suggestion(id, ids_));
    }
  }

  void place(std::size_t i) {
    const Slot& slot = routine_.slots_[i];
    for (std::size_t k = 0; k < slot.alternatives.size(); ++k) {
      know(slot.alternatives[k], at(i, "alternatives[" + std::to_string(k) + "]"));
    }
    know(slot.exercise, at(i, "exercise"));
    const Exercise* const exercise = find_exercise(exercises_, slot.exercise);
    if (!exercise) return;
    if (!exercise->position) error(at(i, "exercise"), "\"" + slot.exercise + "\" has no position to lead to");
    if (const std::string problem = misfit(slot.dose, *exercise); !problem.empty()) error(at(i, "dose"), problem);
    if (slot.sides != SlotSides::both && !has_one_sided_form(exercise->movement)) {
      error(at(i, "sides"), "is of one side, and \"" + slot.exercise + "\" has no form of one side; write both");
    }
    if (slot.focus && (!exercise->movement.motion || exercise->dose.goal != Goal::gain_range)) {
      error(at(i, "focus"), "\"" + slot.exercise + "\" is not measured, so it cannot be what is measured");
    }
    placed_.push_back({i, &slot, exercise});
  }

  /// One way, each position once.
  void one_way() {
    std::map<Position, std::size_t> left;
    int up = 0;
    int down = 0;
    int changes = 0;
    for (std::size_t i = 1; i < placed_.size(); ++i) {
      const Position from = placed_[i - 1].position();
      const Position to = placed_[i].position();
      if (from == to) continue;
      ++changes;
      left.emplace(from, i - 1);
      const std::string names = std::string{name(from)} + " to " + std::string{name(to)};
      if (left.contains(to)) {
        error(at(i, "exercise"), names + " goes back to a position that was left after " + at(left.at(to)) +
                                     "; put the slots of one position together");
      }
      up += height(to) > height(from) ? 1 : 0;
      down += height(to) < height(from) ? 1 : 0;
      const bool turned = up > 0 && down > 0 && height(to) != height(from);
      if (turned) error(at(i, "exercise"), names + " turns back; go down once, or up once");
    }
    const int allowed = std::max(most_changes, most_changes * routine_.minutes / 10);
    if (changes > allowed) {
      error("slots", "change the position " + std::to_string(changes) + " times in " +
                         std::to_string(routine_.minutes) + " minutes, at most " + std::to_string(allowed) + " fit");
    }
  }

  void moving_first() {
    for (std::size_t i = 1; i < placed_.size(); ++i) {
      const Placed& before = placed_[i - 1];
      const bool together = before.position() == placed_[i].position();
      if (together && held(before.exercise()) && !held(placed_[i].exercise())) {
        error(at(i, "exercise"),
              "moves, and comes after " + at(i - 1) + ", which is held in the same position; put what moves first");
      }
    }
  }

  void focus_first() {
    const auto focus = std::find_if(placed_.begin(), placed_.end(), [](const Placed& one) { return one.slot->focus; });
    for (auto one = placed_.begin(); focus != placed_.end() && one != focus; ++one) {
      const std::string_view muscle = held(one->exercise()) ? in_common(one->exercise(), focus->exercise()) : "";
      if (muscle.empty()) continue;
      error(at(focus->place, "focus"), "comes after " + at(one->place) + ", which holds the same muscle (" +
                                           std::string{muscle} + "); measure before it is held");
    }
  }

  void muscles_apart() {
    for (std::size_t i = 1; i < placed_.size(); ++i) {
      const Placed& before = placed_[i - 1];
      if (held(placed_[i].exercise())) continue;
      const std::string_view muscle = in_common(before.exercise(), placed_[i].exercise());
      if (muscle.empty()) continue;
      error(at(i, "exercise"), "is for the same muscle (" + std::string{muscle} + ") as " + at(i - 1) +
                                   "; put another between them, or hold it the second time only");
    }
  }

  void neck() {
    for (std::size_t i = 0; i < placed_.size(); ++i) {
      const bool last = i + 1 == placed_.size();
      const bool rises = last ? routine_.occasion != Occasion::evening
                              : height(placed_[i + 1].position()) > height(placed_[i].position());
      if (placed_[i].exercise().region == Region::neck && rises) {
        error(at(i, "exercise"), "is for the neck and comes last before standing up; put another after it");
      }
    }
  }

  void legs_and_head() {
    for (const Placed& one : placed_) {
      if (asks_for(one.exercise(), Demand::head_down)) error(at(one.place, "exercise"), "lowers the head");
      const bool up = one.position() == Position::legs_up_wall;
      if (up && one.exercise().dose.cap_in_position > longest_legs_up) {
        error(at(one.place, "exercise"), "may keep the legs up for more than ten minutes");
      }
      const bool bends = asks_for(one.exercise(), Demand::lumbar_flexion);
      if (routine_.occasion == Occasion::morning && bends && held(one.exercise())) {
        error(at(one.place, "exercise"), "holds a bend of the back in the first hour of the day");
      }
    }
  }

  void before_sport() {
    if (routine_.occasion != Occasion::warm_up) return;
    std::map<std::string_view, Time> held_for;
    for (const Placed& one : placed_) {
      const auto* const hold = std::get_if<Hold>(&one.exercise().movement.effort);
      if (!hold) continue;
      const BlockDose& dose = one.slot->dose;
      const Time duration = dose.duration.value_or(hold->duration);
      if (duration > longest_before_sport) {
        error(at(one.place, "dose.duration"), "is longer than 30 s, which is too long before sport");
      }
      std::set<std::string_view> groups;
      for (const std::string& muscle : one.exercise().muscles) groups.insert(muscle_group(muscle));
      for (const std::string_view group : groups) {
        Time& sum = held_for[group];
        const bool fitted = sum < most_of_a_muscle;
        sum += duration * dose.holds_each_side.value_or(hold->holds_each_side) * one.slot->blocks;
        if (fitted && sum >= most_of_a_muscle) {
          error(at(one.place, "dose"),
                "holds " + std::string{group} + " for 60 s in all, which is too long before sport");
        }
      }
    }
  }

  void count() {
    const int allowed = std::max(most_slots, most_slots * routine_.minutes / 10);
    if (static_cast<int>(placed_.size()) <= allowed) return;
    findings_.push_back({Severity::warning, "slots",
                         "are " + std::to_string(placed_.size()) + " in " + std::to_string(routine_.minutes) +
                             " minutes; fewer than " + std::to_string(allowed + 1) + " are done better"});
  }

  const Routine& routine_;
  std::span<const Exercise> exercises_;
  std::vector<Finding>& findings_;
  std::vector<std::string_view> ids_;
  std::vector<Placed> placed_;
};

void check_languages(const Routine& routine, std::vector<Finding>& findings) {
  std::vector<std::pair<std::string, const Text*>> texts{{"name", &routine.name}, {"summary", &routine.summary}};
  for (std::size_t i = 0; i < routine.slots_.size(); ++i) texts.emplace_back(at(i, "words"), &routine.slots_[i].words);
  std::set<std::string> languages{"en"};
  for (const auto& [path, text] : texts) {
    for (const auto& [tag, words] : *text) languages.insert(tag.substr(0, tag.find('-')));
  }
  for (const auto& [path, text] : texts) {
    for (const std::string& tag : languages) {
      const bool there = std::any_of(text->begin(), text->end(),
                                     [&](const auto& one) { return one.first.substr(0, one.first.find('-')) == tag; });
      if (text->empty() || there) continue;
      findings.push_back({Severity::warning, path, "has no \"" + tag + "\""});
    }
  }
}

}  // namespace

std::vector<Finding> findings(const Routine& routine, std::span<const Exercise> exercises) {
  std::vector<Finding> findings;
  try {
    routine.validate();
  } catch (const InvalidModel& error) {
    findings.push_back({Severity::error, error.field(), error.problem()});
    return findings;
  }
  Order{routine, exercises, findings}.look();
  check_languages(routine, findings);
  return findings;
}

}  // namespace stretchcore
