#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "places.hpp"

namespace stretchcore {
inline namespace exchange_tests {

/// Small files of a format, written by hand: those that the fuzz target of its reader begins with.
inline std::vector<std::string> samples_of(const std::string& reader) {
  namespace fs = std::filesystem;
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator{source_folder() / "tests/fuzz/corpus" / reader}) {
    const bool by_hand = entry.path().has_extension();  // what a fuzzer has found is called by its hash
    if (by_hand) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> samples;
  for (const fs::path& path : paths) {
    std::ifstream file{path, std::ios::binary};
    samples.emplace_back(std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{});
  }
  return samples;
}

}  // namespace exchange_tests
}  // namespace stretchcore
