#include <algorithm>
#include <cassert>
#include <cmath>
#include <string>
#include <utility>

#include <stretchcore/error.hpp>
#include <stretchcore/stream/recording.hpp>

namespace stretchcore {

namespace {

bool same_cell(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

}  // namespace

Recording::Recording(std::vector<double> time_seconds) : time_(std::move(time_seconds)) {
  for (std::size_t row = 0; row < time_.size(); ++row) {
    if (!std::isfinite(time_[row])) {
      throw RecordingError("time: row " + std::to_string(row) + " is not a finite number of seconds");
    }
    if (std::fabs(time_[row]) > longest_seconds) {
      throw RecordingError("time: row " + std::to_string(row) +
                           " is more than a century from zero; count from the start of the recording, in seconds");
    }
  }
}

void Recording::set(Channel channel, std::vector<double> degrees) {
  if (degrees.size() != time_.size()) {
    throw RecordingError(std::string{name(channel)} + ": has " + std::to_string(degrees.size()) + " values, time has " +
                         std::to_string(time_.size()));
  }
  channels_.insert(channel);
  columns_[index(channel)] = std::move(degrees);
}

Posture Recording::posture(std::size_t row) const {
  assert(row < size());
  Posture posture{seconds(time_[row])};
  channels_.each([&](Channel c) {
    // Absent, not garbled: a NaN given to `Posture::set` would be remembered as a broken number.
    const double value = columns_[index(c)][row];
    if (!std::isnan(value)) posture.set(c, degrees(value));
  });
  return posture;
}

Time Recording::start() const { return empty() ? Time{0} : seconds(time_.front()); }

Time Recording::end() const { return empty() ? Time{0} : seconds(time_.back()); }

bool Recording::operator==(const Recording& other) const {
  return time_ == other.time_ && channels_ == other.channels_ && source == other.source &&
         std::equal(columns_.begin(), columns_.end(), other.columns_.begin(), [](const auto& a, const auto& b) {
           return std::equal(a.begin(), a.end(), b.begin(), b.end(), same_cell);
         });
}

}  // namespace stretchcore
