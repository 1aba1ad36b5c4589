#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/exchange/bvh.hpp>
#include <stretchcore/exchange/csv.hpp>
#include <stretchcore/exchange/kinect_text.hpp>
#include <stretchcore/exchange/landmark_csv.hpp>
#include <stretchcore/exchange/mediapipe_json.hpp>
#include <stretchcore/exchange/mot.hpp>
#include <stretchcore/exchange/openpose_json.hpp>
#include <stretchcore/exchange/trc.hpp>

#include "catch.hpp"
#include "exchange/imu_track.hpp"
#include "exchange/refusal.hpp"
#include "exchange/samples.hpp"

namespace exchange_hostile_test {

using namespace stretchcore;

// What must hold for any text: a reader gives a recording, or refuses with a sentence that names the file. Whatever
// else it throws ends these tests, and the sanitizers see what it touches.

namespace {

ReadOptions everything_said() {
  ReadOptions options;
  options.frame_rate = 30.0;
  options.image_size = {{1280, 720}};
  return options;
}

struct Reader {
  const char* name;
  std::function<void(std::string_view)> read;
};

const std::vector<Reader>& readers() {
  static const ReadOptions said = everything_said();
  static const std::vector<Reader> all{
      {"csv", [](std::string_view text) { parse_csv(text, said, "file"); }},
      {"landmark_csv", [](std::string_view text) { parse_landmark_csv(text, said, "file"); }},
      {"mot", [](std::string_view text) { parse_mot(text, said, "file"); }},
      {"trc", [](std::string_view text) { parse_trc(text, said, "file"); }},
      {"bvh", [](std::string_view text) { parse_bvh(text, said, "file"); }},
      {"kinect_text", [](std::string_view text) { parse_kinect_text(text, said, "file"); }},
      {"mediapipe_json", [](std::string_view text) { parse_mediapipe_json(text, said, "file"); }},
      {"openpose_json", [](std::string_view text) { parse_openpose_json(text, said, "file"); }},
      {"imu_track", [](std::string_view text) { detail::parse_imu_track(text, "file"); }}};
  return all;
}

/// True if it was read, false if it was refused as it should be.
bool taken(const Reader& reader, std::string_view text) {
  try {
    reader.read(text);
    return true;
  } catch (const RecordingError& error) {
    const std::string message = error.what();
    if (!message.starts_with("file:") || message.size() > 1500) {
      FAIL(reader.name << " refuses with: " << message.substr(0, 2000));
    }
    return false;
  }
}

template <class Visitor>
void each_sample(Visitor&& visit) {
  for (const Reader& reader : readers()) {
    const std::vector<std::string> samples = samples_of(reader.name);
    REQUIRE(samples.size() >= 2);
    for (const std::string& sample : samples) {
      CAPTURE(reader.name, sample.substr(0, 60));
      visit(reader, sample);
    }
  }
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1);
    lines.push_back(text.substr(at, end + 1 - at));
    at = end + 1;
  }
  return lines;
}

std::string times(std::size_t count, std::string_view part) {
  std::string text;
  text.reserve(count * part.size());
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("the samples themselves are read") {
  each_sample([](const Reader& reader, const std::string& sample) {
    // The angles of an old header are in units that nobody says.
    CHECK((taken(reader, sample) || sample.find("datacolumns") != std::string::npos));
  });
}

TEST_CASE("a file cut off anywhere is read or refused") {
  each_sample([](const Reader& reader, const std::string& sample) {
    for (std::size_t length = 0; length < sample.size(); ++length) taken(reader, sample.substr(0, length));
    CHECK_FALSE(taken(reader, ""));
  });
}

TEST_CASE("a file that counts its rows is never read in part") {
  for (const auto& [name, sample] : {std::pair{"bvh", 0}, std::pair{"trc", 0}}) {
    const auto reader = std::find_if(readers().begin(), readers().end(),
                                     [&, wanted = std::string{name}](const Reader& r) { return r.name == wanted; });
    const std::string text = samples_of(name)[static_cast<std::size_t>(sample)];
    const std::size_t last_number = text.find_last_not_of("0123456789.\n");
    for (std::size_t length = 0; length <= last_number; ++length) CHECK_FALSE(taken(*reader, text.substr(0, length)));
  }
}

TEST_CASE("lines in any order, twice or missing are read or refused") {
  std::mt19937 random{11};
  each_sample([&](const Reader& reader, const std::string& sample) {
    std::vector<std::string> lines = lines_of(sample);
    for (int round = 0; round < 50; ++round) {
      std::shuffle(lines.begin(), lines.end(), random);
      std::string shuffled;
      for (const std::string& line : lines) shuffled += times(random() % 3, line);
      taken(reader, shuffled);
    }
  });
}

TEST_CASE("changed bytes are read or refused") {
  std::mt19937 random{12};
  each_sample([&](const Reader& reader, const std::string& sample) {
    const std::string likely = "0123456789.,;:-+eE\"{}[]\n\r\t xyzXYZ\0\xFF";
    for (int round = 0; round < 300; ++round) {
      std::string changed = sample;
      for (std::size_t n = 1 + random() % 6; n > 0; --n) {
        const std::size_t at = random() % changed.size();
        const char c = round % 2 == 0 ? likely[random() % likely.size()] : static_cast<char>(random() % 256);
        switch (random() % 3) {
          case 0:
            changed[at] = c;
            break;
          case 1:
            changed.insert(at, 1, c);
            break;
          default:
            changed.erase(at, 1 + random() % 8);
            if (changed.empty()) changed = "x";
        }
      }
      taken(reader, changed);
    }
  });
}

TEST_CASE("the file of another format is refused") {
  for (const Reader& reader : readers()) {
    for (const Reader& other : readers()) {
      const bool both_tables = std::string{reader.name}.find("csv") != std::string::npos &&
                               std::string{other.name}.find("csv") != std::string::npos;
      if (reader.name == other.name || both_tables) continue;
      CAPTURE(reader.name, other.name);
      for (const std::string& sample : samples_of(other.name)) CHECK_FALSE(taken(reader, sample));
    }
  }
}

TEST_CASE("what is no text at all is refused") {
  std::mt19937 random{13};
  for (const Reader& reader : readers()) {
    CAPTURE(reader.name);
    for (int round = 0; round < 30; ++round) {
      std::string noise(1 + random() % 3000, '\0');
      for (char& c : noise) c = static_cast<char>(random() % 256);
      CHECK_FALSE(taken(reader, noise));
    }
    for (const char c : {'\0', '\n', '\xFF', '"', '{', '[', ',', '\t'})
      CHECK_FALSE(taken(reader, std::string(5000, c)));
  }
}

TEST_CASE("a claim of a great many rows or columns makes room for none of them") {
  const std::map<std::string, std::vector<std::pair<std::string, std::string>>> claims{
      {"mot", {{"nRows=2", "nRows=999999999"}, {"nColumns=4", "nColumns=999999999"}, {"nRows=2", "nRows=1e308"}}},
      {"trc", {{"\t2\t8\tmm", "\t999999999\t8\tmm"}, {"\t2\t8\tmm", "\t2\t999999999\tmm"}}},
      {"bvh", {{"Frames: 2", "Frames: 999999999"}, {"CHANNELS 6", "CHANNELS 999999999"}, {"Frames: 2", "Frames: -2"}}}};
  for (const Reader& reader : readers()) {
    const auto found = claims.find(reader.name);
    if (found == claims.end()) continue;
    for (const auto& [truth, claim] : found->second) {
      int claimed = 0;
      for (std::string text : samples_of(reader.name)) {
        const std::size_t at = text.find(truth);
        if (at == std::string::npos) continue;
        ++claimed;
        CHECK_FALSE(taken(reader, text.replace(at, truth.size(), claim)));
      }
      CAPTURE(reader.name, truth);
      CHECK(claimed == 1);
    }
  }
}

TEST_CASE("very long lines, words and rows are read or refused, and the message stays short") {
  constexpr std::size_t much = 400'000;
  const std::string word(much, 'x');
  const std::string digits(much, '7');
  for (const Reader& reader : readers()) {
    CAPTURE(reader.name);
    for (const std::string& text : {word, digits, times(much / 2, "1 "), times(much / 4, "a,b\t"), "\"" + word,
                                    "{\"positions\": {\"1\": {\"" + word + "\": [" + digits + "]}}}",
                                    "{\"people\": [{\"pose_keypoints_2d\": [" + times(much / 2, "1,") + "1]}]}"}) {
      CHECK_FALSE(taken(reader, text));
    }
    for (const std::string& sample : samples_of(reader.name)) {
      taken(reader, sample + word);
      taken(reader, sample + times(much / 10, "1 2,3;4\t"));
    }
  }
}

TEST_CASE("nesting without end is refused, not followed") {
  constexpr std::size_t deep = 50'000;
  for (const Reader& reader : readers()) {
    CAPTURE(reader.name);
    for (const std::string& text :
         {times(deep, "["), times(deep, "{\"people\":"), times(deep, "{\"positions\":"),
          times(deep, "[{\"people\":[{\"a\":"), R"({"people": [{"a": )" + times(deep, "["),
          R"({"a": )" + times(deep, "{\"a\":"), "HIERARCHY\nROOT Hips {\n" + times(deep, "JOINT LeftLeg {\n"),
          "HIERARCHY\n" + times(deep, "ROOT a {\n}\n")}) {
      CHECK_FALSE(taken(reader, text));
    }
  }
}

}  // namespace exchange_hostile_test
