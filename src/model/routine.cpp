#include <algorithm>

#include <stretchcore/model/routine.hpp>

#include "model/require.hpp"

namespace stretchcore {

using namespace literals;

namespace {

constexpr int most_slots = 30;

bool digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Only whether it reads as a day: no clock is asked which day it is.
bool is_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const std::string_view month = text.substr(5, 2);
  const std::string_view day = text.substr(8, 2);
  return digits(text.substr(0, 4)) && digits(month) && digits(day) && month >= "01" && month <= "12" && day >= "01" &&
         day <= "31";
}

void require_ids_once(const std::vector<Slot>& slots) {
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const auto same = std::find_if(slots.begin(), slots.begin() + static_cast<std::ptrdiff_t>(i),
                                   [&](const Slot& one) { return id_of(one) == id_of(slots[i]); });
    const auto before = static_cast<std::size_t>(same - slots.begin());
    detail::require(before == i, detail::at("slots", i, "id"),
                    "\"" + id_of(slots[i]) + "\" is that of slots[" + std::to_string(before) + "], too; write another");
  }
}

void require_one_focus(const std::vector<Slot>& slots) {
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (!slots[i].focus) continue;
    detail::require(!first, detail::at("slots", i, "focus"),
                    "slots[" + std::to_string(first.value_or(0)) +
                        "] is the focus already; one slot is measured, the others are not");
    first = i;
  }
}

}  // namespace

void Prescription::validate() const {
  detail::require_words("by", by);
  detail::require(until.empty() || is_day(until), "until", "\"" + until + "\" is not a day like \"2027-01-31\"");
}

void Slot::validate() const {
  if (!id.empty()) detail::require_kebab_case("id", id);
  detail::require_kebab_case("exercise", exercise);
  detail::require(dose.per_block || dose.holds_each_side || dose.duration, "dose",
                  "is missing; write how much of one block, as {\"per_block\": 8} or "
                  "{\"holds_each_side\": 1, \"duration\": 20}");
  detail::require_range("blocks", blocks, 1, 4);
  detail::require_range("drop_order", drop_order, 0, most_slots);
  detail::require(!prescribed || drop_order == 0, "drop_order",
                  "is of a prescribed slot; what may be changed of it stands in prescribed.may");
  for (std::size_t i = 0; i < alternatives.size(); ++i) {
    detail::require_kebab_case(detail::at("alternatives", i, ""), alternatives[i]);
  }
  detail::require_range("rest", rest, 0_s, 120_s);
  detail::validate_members(*this);
}

void Routine::validate() const {
  detail::require_kebab_case("id", id);
  detail::require_range("version", version, 1, 1'000'000);
  detail::require_words("name", name);
  detail::require_range("minutes", minutes, 1, 60);
  detail::require(!slots_.empty(), "slots", "is empty; a routine has one slot at least");
  detail::require(slots_.size() <= static_cast<std::size_t>(most_slots), "slots",
                  "are " + std::to_string(slots_.size()) + ", at most " + std::to_string(most_slots) + " fit");
  detail::validate_members(*this);
  require_ids_once(slots_);
  require_one_focus(slots_);
}

}  // namespace stretchcore
