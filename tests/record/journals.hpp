#pragma once

// A session that was guided once, to be journaled, cut short and gone on with.

#include <span>
#include <string>
#include <vector>

#include <stretchcore/record/journal.hpp>

#include "record/failing_files.hpp"
#include "record/files.hpp"
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

}  // namespace stretchcore
