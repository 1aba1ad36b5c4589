#include "csv_layout.hpp"

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
  return needs_quotes ? quoted(column_name) : column_name;
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
  explicit LayoutReader(const CsvHeader& header) : header_(header), taken_(header.names.size(), false) {}

  CsvLayout read(const std::map<std::string, std::string>& columns) {
    for (const auto& [left, right] : columns) take_mapped(without_sign(left), without_sign(right));
    const auto mapped = slots_;
    for (std::size_t position = 0; position < header_.names.size(); ++position) {
      if (!taken_[position]) take_own_word(position, mapped);
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
    if (taken_[position]) fail("columns: " + quoted(theirs) + " is given for two words", position + 1);
    if (slot == time_slot) {
      if (turned) fail("columns: time cannot be turned round; take the minus away", position + 1);
      slots_[slot] = Found{position, time_units(theirs)};
    } else {
      slots_[slot] = Found{position, to_degrees(theirs) * (turned ? -1.0 : 1.0)};
    }
    taken_[position] = true;
  }

  [[noreturn]] void fail_unknown_word(std::string_view left, std::string_view right) const {
    std::string problem =
        "columns: neither " + quoted(left) + " nor " + quoted(right) + " is a word of ours (time or a channel)";
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
    const std::string wanted = "columns: " + std::string{slot_name(slot)} + " wants " + quoted(theirs);
    if (first == names.end()) {
      const auto meant = nearest(theirs, {names.begin(), names.end()});
      fail(wanted + ", which the file does not have" + (meant ? "; did you mean " + quoted(*meant) + "?" : ""));
    }
    const auto second = std::find(first + 1, names.end(), theirs);
    if (second != names.end()) {
      fail(wanted + ", which the file has twice", static_cast<std::size_t>(second - names.begin()) + 1);
    }
    return static_cast<std::size_t>(first - names.begin());
  }

  template <class Slots>
  void take_own_word(std::size_t position, const Slots& mapped) {
    const std::string& theirs = header_.names[position];
    const std::optional<double> time_unit = usual_time(theirs);
    const std::optional<Slot> slot = time_unit ? std::optional<Slot>{time_slot} : own_channel(theirs);
    if (!slot || mapped[*slot]) return;
    if (const std::optional<Found>& other = slots_[*slot]) {
      const std::string ours{slot_name(*slot)};
      fail("two columns for " + ours + ", " + quoted(header_.names[other->position]) + " and " + quoted(theirs) +
               "; say which with columns={\"" + ours + "\": \"…\"} or --column " + ours + "=…",
           position + 1);
    }
    slots_[*slot] = Found{position, time_unit ? *time_unit : to_degrees(theirs)};
  }

  CsvLayout layout() const {
    const std::optional<Found>& time = slots_[time_slot];
    if (!time) fail_without_time();
    CsvLayout layout{{time->position, time->scale}, {}};
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
    fail("no time column among " + columns_found() + "; name it with columns={\"time\": \"…\"} or --column time=…");
  }

  [[noreturn]] void fail_without_channel() const {
    std::string for_python;
    std::string for_terminal;
    std::array<bool, channel_count> suggested{};
    for (const std::string& theirs : header_.names) {
      std::optional<Resemblance> meant = resembling(theirs);
      if (!meant) {
        const std::optional<std::string_view> slip = nearest(theirs, slot_names());
        const std::optional<Channel> channel = slip ? named<Channel>(*slip) : std::nullopt;
        if (channel) meant = Resemblance{*channel, false};
      }
      if (!meant || std::exchange(suggested[index(meant->channel)], true)) continue;
      const std::string ours{name(meant->channel)};
      const std::string sign = meant->turned ? "-" : "";
      for_python += (for_python.empty() ? "" : ", ") + quoted(ours) + ": \"" + sign + quoted(theirs).substr(1);
      for_terminal.append(" --column ").append(ours).append("=").append(sign).append(for_shell(theirs));
    }
    const std::string problem =
        "no column is one of our channels, such as hip_abduction_left; found " + columns_found();
    if (for_python.empty())
      fail(problem + "; name them with columns={\"hip_abduction_left\": \"…\"} or --column hip_abduction_left=…");
    fail(problem + "; perhaps columns={" + for_python + "} or" + for_terminal);
  }

  std::string columns_found() const {
    constexpr std::size_t most_listed = 10;
    const std::size_t listed = std::min(most_listed, header_.names.size());
    std::string found;
    for (std::size_t i = 0; i < listed; ++i) found += (i == 0 ? "" : ", ") + quoted(header_.names[i]);
    if (listed == header_.names.size()) return found;
    return found + " and " + std::to_string(header_.names.size() - listed) + " more";
  }

  const CsvHeader& header_;
  std::array<std::optional<Found>, channel_count + 1> slots_{};
  std::vector<bool> taken_;
};

}  // namespace

CsvLayout csv_layout(const CsvHeader& header, const std::map<std::string, std::string>& columns) {
  return LayoutReader{header}.read(columns);
}

bool has_pelvis_markers(const CsvHeader& header) {
  const auto has = [&](std::string_view marker) {
    return std::any_of(header.names.begin(), header.names.end(), [&](const std::string& column) {
      const std::vector<std::string> words = words_of(column);
      return words.size() >= 2 && words[0] == marker && words[1] == "x";
    });
  };
  return has("lasi") && has("rasi");
}

}  // namespace stretchcore::detail
