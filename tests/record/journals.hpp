#pragma once

// A session that was guided once, to be journaled, cut short and gone on with.

#include <algorithm>
#include <fstream>
#include <span>
#include <string>
#include <vector>

#include <stretchcore/record/journal.hpp>

#include "record/failing_files.hpp"
#include "record/files.hpp"
#include "record/journal_format.hpp"
#include "record/samples.hpp"

namespace stretchcore {

/// A whole session with a pause, a symptom that eases and signals that are lost.
inline const Rehearsal& whole_rehearsal() {
  static const Rehearsal rehearsal = [] {
    Rehearsal all{Session{inner_thigh(), sample_person()}, {.rate = 10, .hidden = {}, .reply = agreeable}};
    all.play_to(Phase::stretching, Stage::opening);
    all.play_for(seconds(8));
    all.give(Command{{}, Action::pause});
    all.play_for(seconds(2));
    all.give(Command{{}, Action::resume});
    all.body.sensor = false;
    all.play_for(seconds(4));
    all.body.sensor = true;
    all.play();
    return all;
  }();
  return rehearsal;
}

/// Gives a journaled session what comes next; the events that it tells.
inline std::vector<Event> give(JournaledSession& session, std::span<const Input> inputs) {
  std::vector<Event> events;
  for (const Input& input : inputs) {
    for (const Event& event : session.apply(input)) events.push_back(event);
  }
  return events;
}

inline Bytes content_of(const std::string& path) {
  return detail::read_file(detail::file_system(), path, std::size_t{64} * 1024 * 1024);
}

inline void put(const std::string& path, std::span<const std::byte> bytes) {
  std::ofstream file{path, std::ios::binary | std::ios::trunc};
  file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

/// The journal of a short session without a sensor that nobody closed, and its events.
struct ShortJournal {
  Bytes bytes;
  std::vector<Event> events;
};
inline const ShortJournal& short_journal() {
  static const ShortJournal journal = [] {
    const TestFolder folder;
    ShortJournal made;
    {
      JournaledSession session{folder / "short", Exercise{sample_exercise()}, {}, {.sensor = Sensor::none}};
      std::vector<Input> inputs{Command{seconds(0), Action::start}};
      for (int second = 1; second < 120; ++second) inputs.emplace_back(Tick{seconds(second)});
      inputs.emplace_back(FeltStretch{{}, Stretch::comfortable});
      made.events = give(session, inputs);
      session.sync();
      give(session, std::vector<Input>{Tick{seconds(120)}, Tick{seconds(121)}});
    }
    made.bytes = content_of(folder / "short");
    return made;
  }();
  return journal;
}

inline bool same_entry(const detail::FoundEntry& a, const detail::FoundEntry& b) {
  return a.kind == b.kind && a.number == b.number &&
         std::equal(a.content.begin(), a.content.end(), b.content.begin(), b.content.end());
}

/// Whether each of these entries is one of the original ones, in their order.
inline bool all_original(const std::vector<detail::FoundEntry>& entries,
                         const std::vector<detail::FoundEntry>& original) {
  std::uint32_t before = 0;
  for (const detail::FoundEntry& entry : entries) {
    if (entry.number <= before || entry.number > original.size() || !same_entry(entry, original[entry.number - 1]))
      return false;
    before = entry.number;
  }
  return true;
}

/// Whether they are the first ones, without a gap.
inline bool a_prefix(const std::vector<detail::FoundEntry>& entries, const std::vector<detail::FoundEntry>& original) {
  return all_original(entries, original) && (entries.empty() || entries.back().number == entries.size());
}

enum class Fate { refused, prefix, wrong };

inline Fate fate_of(std::span<const std::byte> bytes, const std::vector<detail::FoundEntry>& original,
                    Recovery recovery) {
  try {
    detail::FoundJournal found = detail::find_entries(bytes);
    if (!all_original(found.entries, original)) return Fate::wrong;
    detail::recover(found, recovery);
    return a_prefix(found.entries, original) ? Fate::prefix : Fate::wrong;
  } catch (const RecordError&) {
    return Fate::refused;
  }
}

}  // namespace stretchcore
