#pragma once

// Sessions to remember, and what lies in the files of a history.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <stretchcore/balance/compare.hpp>
#include <stretchcore/record/history.hpp>

#include "record/failing_files.hpp"
#include "record/history_schema.hpp"
#include "record/samples.hpp"

namespace stretchcore {

inline constexpr std::string_view she = "k-4711-of-her";  // a key that occurs nowhere by chance
inline const std::string her{she};
inline const std::string his = "k-0815-of-him";

inline Time day(int number) { return std::chrono::hours{24 * (20'000 + number)}; }

/// A session in which both ranges were measured to a degree.
inline Summary measured(double left, double right) {
  Summary summary;
  summary.exercise = "dynamic-inner-thigh-stretch";
  summary.started = seconds(1);
  summary.ended = seconds(241.5);
  summary.end_reason = EndReason::felt_freer;
  summary.range_before = {{degrees(left), degrees(1), degrees(0.5), 6, false},
                          {degrees(right), degrees(1), degrees(0.5), 6, false}};
  summary.range_after = summary.range_before;
  summary.gain = judged({degrees(4.5), degrees(3.25), degrees(5.75)});
  summary.asymmetry = {degrees(right - left),
                       degrees(right - left - 1),
                       degrees(right - left + 1),
                       right > left ? AsymmetryVerdict::left_tighter : AsymmetryVerdict::right_tighter,
                       right > left ? Side::left : Side::right,
                       degrees(1)};
  return summary;
}

/// What a whole session leaves, with repetitions, cues and notes.
inline const Summary& whole_summary() {
  static const Summary summary = sample_rehearsal().session.summary();
  return summary;
}

/// The database behind a history's back.
inline detail::Database raw(const std::string& path) { return detail::Database{path, seconds(5)}; }

inline std::string letters_of(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

/// The files in a folder that hold some letters.
inline std::vector<std::string> files_with(const std::filesystem::path& folder, std::string_view letters) {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator{folder}) {
    if (letters_of(entry.path()).find(letters) != std::string::npos) found.push_back(entry.path().filename());
  }
  return found;
}

/// What a call throws; "nothing" if it does not.
template <class Call>
std::string refusal(Call&& call) {
  try {
    call();
  } catch (const RecordError& error) {
    return error.what();
  }
  return "nothing";
}

}  // namespace stretchcore
