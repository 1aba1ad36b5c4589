#pragma once

// Golden event streams: one event a line, in the order in which a session told them.

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <stretchcore/document/json.hpp>
#include <stretchcore/session/session.hpp>

#include "catch.hpp"
#include "places.hpp"

namespace stretchcore {

/// An event as a line of JSON that names its cue by id: numbers of cues move whenever a sentence is added.
inline std::string golden_line(const Session& session, const Event& event) {
  std::string line = to_json(event, -1) + "\n";
  const auto name_cue = [&](const auto& told) {
    if constexpr (requires { told.cue; }) {
      const Cue* cue = session.cue(told.cue);
      const std::string number = "\"cue\":" + std::to_string(told.cue);
      if (cue) line.replace(line.find(number), number.size(), "\"cue\":\"" + cue->id + '"');
    }
  };
  std::visit(name_cue, event);
  return line;
}

inline std::vector<std::string> lines_of(std::istream&& text) {
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

/// Compares a stream with the one in tests/golden. Where they differ, the new one is written into the working
/// directory: read the difference before it takes the place of the old one.
inline void check_golden_stream(const std::string& text, const std::string& file) {
  const std::vector<std::string> now = lines_of(std::istringstream{text});
  const std::vector<std::string> stored = lines_of(std::ifstream{source_folder() / "tests/golden" / file});
  if (now != stored) std::ofstream{file} << text;
  CHECK(now.size() == stored.size());
  for (std::size_t i = 0; i < std::min(now.size(), stored.size()); ++i) {
    if (now[i] == stored[i]) continue;
    INFO("first difference of " << file << ", line " << i + 1 << "; the new stream is in the working directory");
    CHECK(now[i] == stored[i]);
    break;
  }
}

}  // namespace stretchcore
