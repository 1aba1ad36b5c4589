// An hour at 60 Hz kept and read again: as a record, as a plain Boost binary archive, as JSON and as a journal; and the
// state of a session, which is kept every minute. A line each: what, how, to keep [ms], to read [ms], bytes.
//
//   stretchcore_record_benchmark [file, for the record of the hour]
//
// `record_table.py` runs it, adds pickle, and makes a table of it.

#include <boost/archive/binary_iarchive.hpp>
#include <boost/archive/binary_oarchive.hpp>
#include <boost/serialization/map.hpp>
#include <boost/serialization/string.hpp>
#include <boost/serialization/vector.hpp>
#include <cstdio>
#include <map>
#include <sstream>
#include <string>

#include <stretchcore/document/json.hpp>
#include <stretchcore/record/archive.hpp>

#include "hour.hpp"

namespace {

using namespace stretchcore;

/// What somebody would write without this library.
struct Plain {
  std::vector<double> time;
  std::map<std::string, std::vector<double>> columns;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& time& columns;
  }
  bool operator==(const Plain&) const = default;
};

Recording recording_of(const std::vector<Input>& inputs) {
  std::vector<double> time;
  std::array<std::vector<double>, channel_count> columns;
  ChannelSet seen;
  for (const Input& input : inputs) {
    if (const auto* posture = std::get_if<Posture>(&input)) seen = seen | posture->present();
  }
  for (const Input& input : inputs) {
    const auto* posture = std::get_if<Posture>(&input);
    if (posture == nullptr) continue;
    time.push_back(to_seconds(posture->time));
    seen.each([&](Channel c) {
      columns[index(c)].push_back(posture->has(c) ? posture->angle(c).degrees()
                                                  : std::numeric_limits<double>::quiet_NaN());
    });
  }
  Recording recording{std::move(time)};
  recording.source = Source::phone_camera;
  seen.each([&](Channel c) { recording.set(c, std::move(columns[index(c)])); });
  return recording;
}

Plain plain_of(const Recording& recording) {
  Plain plain{{recording.time().begin(), recording.time().end()}, {}};
  recording.channels().each([&](Channel c) {
    plain.columns[std::string{name(c)}] = {recording.column(c).begin(), recording.column(c).end()};
  });
  return plain;
}

void print(const char* what, const char* how, double kept, double read, std::size_t bytes) {
  std::printf("%s|%s|%.3f|%.3f|%zu\n", what, how, kept, read, bytes);
}

void require(bool same) {
  if (same) return;
  std::fprintf(stderr, "what was read is not what was kept\n");
  std::exit(1);
}

void the_hour(const Recording& recording, int times) {
  Bytes record;
  const double kept = milliseconds([&] { record = to_archive(recording); }, times);
  Recording again;
  const double read = milliseconds([&] { again = from_archive<Recording>(record); }, times);
  require(again == recording);
  print("hour", "record", kept, read, record.size());

  const Plain plain = plain_of(recording);
  std::string bytes;
  const double boost_kept = milliseconds(
      [&] {
        std::ostringstream out{std::ios::binary};
        boost::archive::binary_oarchive{out} << plain;
        bytes = std::move(out).str();
      },
      times);
  Plain plain_again;
  const double boost_read = milliseconds(
      [&] {
        std::istringstream in{bytes, std::ios::binary};
        boost::archive::binary_iarchive{in} >> plain_again;
      },
      times);
  require(plain_again.time == plain.time && plain_again.columns.size() == plain.columns.size());
  print("hour", "Boost binary archive", boost_kept, boost_read, bytes.size());

  std::string lines;
  const double json_kept = milliseconds([&] {
    lines.clear();
    for (std::size_t row = 0; row < recording.size(); ++row) lines += to_json(recording.posture(row), -1) + "\n";
  });
  const double json_read = milliseconds([&] {
    std::string_view left = lines;
    for (std::size_t row = 0; !left.empty(); ++row) {
      const std::string_view line = left.substr(0, left.find('\n'));
      require(from_json<Posture>(line) == recording.posture(row));
      left.remove_prefix(line.size() + 1);
    }
  });
  print("hour", "JSON, a posture a line", json_kept, json_read, lines.size());
}

void the_journal(const std::vector<Input>& inputs, int times) {
  const TestFolder folder;
  const std::string path = folder / "hour";
  const double kept = milliseconds([&] {
    JournaledSession session{path, inner_thigh(), sample_person(), {}, {.room = 64 * 1024 * 1024}};
    give(session, inputs);
    session.sync();
  });
  const double read = milliseconds([&] { replay(path); }, times);
  const double resumed = milliseconds([&] { resume(path); }, times);
  print("hour", "journal, guided and replayed", kept, read, content_of(path).size());
  print("hour", "journal, resumed", 0.0, resumed, content_of(path).size());
}

void the_state(const SessionState& state, int times) {
  Bytes record;
  const double kept = milliseconds([&] { record = to_archive(state); }, times);
  const double read = milliseconds([&] { require(from_archive<SessionState>(record) == state); }, times);
  print("state", "record", kept, read, record.size());
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<Input> inputs = minutes_of_input(60);
  const Recording recording = recording_of(inputs);
  if (count > 1) save(recording, arguments[1]);
  the_hour(recording, 7);
  the_journal(inputs, 5);
  the_state(whole_rehearsal().session.state(), 100);
  if (count > 1) save(whole_rehearsal().session, std::string{arguments[1]} + "-session");
}
