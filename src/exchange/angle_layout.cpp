#include "angle_layout.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "csv_cells.hpp"
#include "place.hpp"
#include "units.hpp"
#include "words.hpp"

namespace stretchcore::detail {

namespace {

// What a table can hold for us: a channel at its index, and after them the time.
using Slot = std::size_t;
constexpr Slot time_slot = channel_count;

std::string_view slot_name(Slot slot) { return slot == time_slot ? "time" : name(static_cast<Channel>(slot)); }

std::optional<Slot> slot_of(std::string_view word) {
  if (word == "time") return time_slot;
  const std::optional<Channel> channel = named<Channel>(word);
  return channel ? std::optional<Slot>{index(*channel)} : std::nullopt;
}

std::vector<std::string_view> slot_names() {
  std::vector<std::string_view> names;
  for (Slot slot = 0; slot <= time_slot; ++slot) names.push_back(slot_name(slot));
  return names;
}

/// The channel of a column that bears our own word, "pelvis_tilt" or with a unit "pelvis_tilt_rad".
std::optional<Slot> own_channel(std::string_view column_name) {
  for (const std::string_view unit : {"_deg", "_rad"}) {
    if (column_name.ends_with(unit)) column_name.remove_suffix(unit.size());
  }
  const std::optional<Slot> slot = slot_of(column_name);
  return slot == time_slot ? std::nullopt : slot;
}

/// A column name as it is typed into a terminal.
std::string for_shell(const std::string& column_name) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";
  const bool needs_quotes = column_name.find_first_not_of(plain) != std::string::npos;
  return needs_quotes ? quoted_word(column_name) : column_name;
}

struct SignedWord {
  std::string_view word;
  bool turned = false;
};

SignedWord without_sign(std::string_view word) {
  const bool turned = word.starts_with('-');
  if (turned) word.remove_prefix(1);
  return {word, turned};
}

class LayoutReader {
 public:
  LayoutReader(const TableHeader& header, const AngleWords& words)
      : header_(header), words_(words), taken_(header.names.size(), false) {}

  AngleLayout read(const std::map<std::string, std::string>& columns) {
    for (const auto& [left, right] : columns) take_mapped(without_sign(left), without_sign(right));
    const auto mapped = slots_;
    for (std::size_t position = 0; position < header_.names.size(); ++position) {
      if (!taken_[position]) take_spoken(position, mapped);
    }
    return layout();
  }

 private:
  struct Found {
    std::size_t position = 0;
    double scale = 1.0;  // time: units a second; angles: factor to degrees
  };

  [[noreturn]] void fail(const std::string& problem, std::size_t column = 0) const {
    fail_at(header_.file_name, header_.line, column, problem);
  }

  bool in_file(std::string_view word) const {
    return std::find(header_.names.begin(), header_.names.end(), word) != header_.names.end();
  }

  void take_mapped(SignedWord left, SignedWord right) {
    const std::optional<Slot> left_slot = slot_of(left.word);
    const std::optional<Slot> right_slot = slot_of(right.word);
    if (!left_slot && !right_slot) fail_unknown_word(left.word, right.word);
    // With two words of ours, ours=theirs is how it is usually written, unless only the other way round can be meant.
    const bool theirs_is_left = !left_slot || (right_slot && !in_file(right.word) && in_file(left.word));
    const Slot slot = theirs_is_left ? *right_slot : *left_slot;
    const std::string_view theirs = theirs_is_left ? left.word : right.word;
    const bool turned = left.turned != right.turned;

    const std::size_t position = only_column(slot, theirs);
    if (slots_[slot]) fail("columns: two columns are given for " + std::string{slot_name(slot)}, position + 1);
    if (taken_[position]) fail("columns: " + quoted_word(theirs) + " is given for two words", position + 1);
    if (slot == time_slot) {
      if (turned) fail("columns: time cannot be turned round; take the minus away", position + 1);
      slots_[slot] = Found{position, time_units(theirs)};
    } else {
      slots_[slot] = Found{position, degrees_a_unit(theirs) * (turned ? -1.0 : 1.0)};
    }
    taken_[position] = true;
  }

  double degrees_a_unit(std::string_view column_name) const {
    return to_degrees(column_name).value_or(words_.degrees_per_unit);
  }

  [[noreturn]] void fail_unknown_word(std::string_view left, std::string_view right) const {
    std::string problem = "columns: neither " + quoted_word(left) + " nor " + quoted_word(right) +
                          " is a word of ours (time or a channel)";
    for (const std::string_view word : {left, right}) {
      std::optional<std::string_view> meant;
      if (!in_file(word)) meant = nearest(word, slot_names());
      if (meant) fail(problem + "; did you mean " + std::string{*meant} + "?");
    }
    fail(problem);
  }

  std::size_t only_column(Slot slot, std::string_view theirs) const {
    const auto& names = header_.names;
    const auto first = std::find(names.begin(), names.end(), theirs);
    const std::string wanted = "columns: " + std::string{slot_name(slot)} + " wants " + quoted_word(theirs);
    if (first == names.end()) {
      const auto meant = nearest(theirs, {names.begin(), names.end()});
      fail(wanted + ", which the file does not have" + (meant ? "; did you mean " + quoted_word(*meant) + "?" : ""));
    }
    const auto second = std::find(first + 1, names.end(), theirs);
    if (second != names.end()) {
      fail(wanted + ", which the file has twice", static_cast<std::size_t>(second - names.begin()) + 1);
    }
    return static_cast<std::size_t>(first - names.begin());
  }

  /// What a column is called in the language of the program, else in our own.
  std::optional<std::pair<Slot, double>> spoken(std::string_view column_name) const {
    if (const std::optional<double> unit = usual_time(column_name)) return std::pair{time_slot, *unit};
    const double unit = degrees_a_unit(column_name);
    if (words_.of_program != nullptr) {
      const std::optional<SpokenAngle> theirs = words_.of_program(column_name);
      if (theirs) return std::pair{index(theirs->channel), theirs->sign * unit};
    }
    const std::optional<Slot> own = own_channel(column_name);
    return own ? std::optional{std::pair{*own, unit}} : std::nullopt;
  }

  template <class Slots>
  void take_spoken(std::size_t position, const Slots& mapped) {
    const std::string& theirs = header_.names[position];
    const auto meant = spoken(theirs);
    if (!meant || mapped[meant->first]) return;
    if (const std::optional<Found>& other = slots_[meant->first]) {
      const std::string ours{slot_name(meant->first)};
      fail("two columns for " + ours + ", " + quoted_word(header_.names[other->position]) + " and " +
               quoted_word(theirs) + "; say which with columns={\"" + ours + "\": \"…\"} or --column " + ours + "=…",
           position + 1);
    }
    slots_[meant->first] = Found{position, meant->second};
  }

  AngleLayout layout() const {
    const std::optional<Found>& time = slots_[time_slot];
    if (!time && !words_.may_lack_time) fail_without_time();
    AngleLayout layout;
    if (time) layout.time = {time->position, time->scale};
    for (Slot slot = 0; slot < channel_count; ++slot) {
      if (const std::optional<Found>& angle = slots_[slot]) {
        layout.angles.push_back({static_cast<Channel>(slot), angle->position, angle->scale});
      }
    }
    if (layout.angles.empty()) fail_without_channel();
    return layout;
  }

  [[noreturn]] void fail_without_time() const {
    CellNumbers numbers{';'};
    const bool only_numbers = std::all_of(header_.names.begin(), header_.names.end(), [&](const std::string& cell) {
      return numbers.read(cell).kind == CellKind::number;
    });
    if (only_numbers) fail("has no header line; the first line holds numbers where it should name the columns");
    fail("no time column among " + columns_found(header_) +
         "; name it with columns={\"time\": \"…\"} or --column time=…, or give the rate of the rows with frame_rate=… "
         "or "
         "--frame-rate …");
  }

  [[noreturn]] void fail_without_channel() const {
    std::string for_python;
    std::string for_terminal;
    std::array<bool, channel_count> suggested{};
    constexpr std::size_t most_compared = 200;  // each with every word of ours, letter by letter
    for (std::size_t i = 0; i < std::min(most_compared, header_.names.size()); ++i) {
      const std::string& theirs = header_.names[i];
      std::optional<Resemblance> meant = resembling(theirs);
      if (!meant) {
        const std::optional<std::string_view> slip = nearest(theirs, slot_names());
        const std::optional<Channel> channel = slip ? named<Channel>(*slip) : std::nullopt;
        if (channel) meant = Resemblance{*channel, false};
      }
      if (!meant || std::exchange(suggested[index(meant->channel)], true)) continue;
      const std::string ours{name(meant->channel)};
      const std::string sign = meant->turned ? "-" : "";
      for_python +=
          (for_python.empty() ? "" : ", ") + quoted_word(ours) + ": \"" + sign + quoted_word(theirs).substr(1);
      for_terminal.append(" --column ").append(ours).append("=").append(sign).append(for_shell(theirs));
    }
    const std::string problem =
        "no column is one of our channels, such as hip_abduction_left; found " + columns_found(header_);
    if (for_python.empty())
      fail(problem + "; name them with columns={\"hip_abduction_left\": \"…\"} or --column hip_abduction_left=…");
    fail(problem + "; perhaps columns={" + for_python + "} or" + for_terminal);
  }

  const TableHeader& header_;
  const AngleWords& words_;
  std::array<std::optional<Found>, channel_count + 1> slots_{};
  std::vector<bool> taken_;
};

}  // namespace

AngleLayout angle_layout(const TableHeader& header, const std::map<std::string, std::string>& columns,
                         const AngleWords& words) {
  return LayoutReader{header, words}.read(columns);
}

bool names_angles(const TableHeader& header, const std::map<std::string, std::string>& columns) {
  const auto is_angle = [](std::string_view word) {
    const std::optional<Slot> slot = slot_of(without_sign(word).word);
    return slot && *slot != time_slot;
  };
  return std::any_of(columns.begin(), columns.end(),
                     [&](const auto& pair) { return is_angle(pair.first) || is_angle(pair.second); }) ||
         std::any_of(header.names.begin(), header.names.end(),
                     [](const std::string& column) { return own_channel(column).has_value(); });
}

}  // namespace stretchcore::detail
