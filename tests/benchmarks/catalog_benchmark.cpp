// What the catalog costs whoever starts the library: reading all of it, and checking all of it, beside nlohmann/json
// reading the same text into its own tree and doing nothing with it.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <vector>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/session/check.hpp>

#include "document/embedded.hpp"

using namespace stretchcore;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point since) {
  return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

struct Figures {
  double tree = 1e9, read = 1e9, checked = 1e9;  // [ms], the quickest of all rounds
};

}  // namespace

int main() {
  std::size_t bytes = 0;
  for (const detail::EmbeddedText& file : detail::embedded_exercises()) bytes += file.text.size();

  Clock::time_point start = Clock::now();
  const std::size_t exercises = catalog().size();
  const double first = milliseconds(start);

  Figures figures;
  std::size_t values = 0, found = 0;
  for (int round = 0; round < 20; ++round) {
    start = Clock::now();
    for (const detail::EmbeddedText& file : detail::embedded_exercises()) {
      values += nlohmann::json::parse(file.text).size();
    }
    figures.tree = std::min(figures.tree, milliseconds(start));

    start = Clock::now();
    std::vector<Exercise> read;
    for (const detail::EmbeddedText& file : detail::embedded_exercises()) {
      read.push_back(detail::read_unchecked(file.text));
    }
    figures.read = std::min(figures.read, milliseconds(start));

    start = Clock::now();
    for (const Exercise& exercise : read) found += findings(exercise).size();
    figures.checked = std::min(figures.checked, milliseconds(start));
  }

  std::printf("%zu exercises, %zu bytes of text (%zu values at the top, %zu findings in 20 rounds)\n", exercises, bytes,
              values / 20, found);
  std::printf("reading the catalog for the first time  %6.1f ms\n", first);
  std::printf("nlohmann/json reads the same text       %6.1f ms\n", figures.tree);
  std::printf("all exercises read                      %6.1f ms, %.1f x\n", figures.read, figures.read / figures.tree);
  std::printf("all exercises checked                   %6.1f ms, %.1f x\n", figures.checked,
              figures.checked / figures.tree);
}
