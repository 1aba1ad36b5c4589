#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/flexion_axis.hpp>
#include <stretchcore/motion/imu_recording.hpp>

#include "detail/maths.hpp"

namespace stretchcore {
namespace {

constexpr double still_seconds = 1.0;
constexpr Angle still_turn = degrees(2);

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

void require(bool fine, const std::string& problem) {
  if (!fine) throw RecordingError(problem);
}

std::string in_row(std::size_t row) { return " in row " + std::to_string(row); }

/// Three digits, without a locale.
std::string short_number(double value) {
  std::array<char, 32> digits;
  const auto written =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::general, 3);
  return {digits.data(), written.ptr};
}

Orientation operator+(const Orientation& a, const Orientation& b) {
  return {a.w + b.w, a.x + b.x, a.y + b.y, a.z + b.z};
}
Orientation operator-(const Orientation& a, const Orientation& b) {
  return {a.w - b.w, a.x - b.x, a.y - b.y, a.z - b.z};
}
Orientation unit(const Orientation& q) {
  const double norm = q.norm();
  return {q.w / norm, q.x / norm, q.y / norm, q.z / norm};
}
double dot(const Orientation& a, const Orientation& b) { return a.w * b.w + a.x * b.x + a.y * b.y + a.z * b.z; }

/// How far one is turned from another; both are seen. A quaternion and its negative are the same turn.
Angle turn(const Orientation& a, const Orientation& b) {
  const Orientation p = unit(a), q = unit(b);
  const double apart = (p - q).norm(), together = (p + q).norm();
  return radians(4.0 * maths::atan2(std::fmin(apart, together), std::fmax(apart, together)));
}

/// The largest turn from the first row of a second, or one that is `enough`; infinity where something was not seen.
Angle unrest(const ImuRecording& recording, std::size_t from, std::size_t until, Angle enough) {
  const auto first = recording.row(from);
  Angle largest{};
  for (std::size_t row = from; row < until && largest < enough; ++row) {
    for (std::size_t s = 0; s < first.size(); ++s) {
      const Orientation& now = recording.row(row)[s];
      if (!now.seen() || !first[s].seen()) return degrees(std::numeric_limits<double>::infinity());
      largest = std::max(largest, turn(first[s], now));
    }
  }
  return largest;
}

Orientation mean(const ImuRecording& recording, std::size_t sensor, std::size_t from, std::size_t until) {
  const Orientation first = unit(recording.row(from)[sensor]);
  Orientation sum{0.0, 0.0, 0.0, 0.0};
  for (std::size_t row = from; row < until; ++row) {
    const Orientation q = unit(recording.row(row)[sensor]);
    sum = dot(q, first) < 0.0 ? sum - q : sum + q;
  }
  return unit(sum);
}

bool same(const Orientation& a, const Orientation& b) { return a == b || (!a.seen() && !b.seen()); }

}  // namespace

ImuRecording::ImuRecording(std::vector<double> time_seconds, std::vector<Segment> segments,
                           std::vector<Orientation> orientations)
    : time_(std::move(time_seconds)), segments_(std::move(segments)), orientations_(std::move(orientations)) {
  require(!segments_.empty(), "segments: at least one is needed");
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const auto before = segments_.begin() + static_cast<std::ptrdiff_t>(i);
    require(std::find(segments_.begin(), before, segments_[i]) == before,
            "segments: " + std::string{name(segments_[i])} + " is named twice");
  }
  require(orientations_.size() == time_.size() * segments_.size(),
          "orientations: expected " + std::to_string(time_.size()) + " rows of " + std::to_string(segments_.size()) +
              ", got " + std::to_string(orientations_.size()) + " orientations");
  for (std::size_t row = 0; row < time_.size(); ++row) {
    require(std::fabs(time_[row]) <= longest_seconds, "time: not within a century" + in_row(row));
    require(row == 0 || time_[row] > time_[row - 1], "time: does not increase" + in_row(row));
  }
  for (std::size_t i = 0; i < orientations_.size(); ++i) {
    Orientation& one = orientations_[i];
    if (one.seen()) continue;
    require(std::isnan(one.norm()), "orientations: " + std::string{name(segments_[i % segments_.size()])} +
                                        in_row(i / segments_.size()) + " has the norm " + short_number(one.norm()) +
                                        ", expected 1");
    one = not_seen;
  }
}

std::span<const Orientation> ImuRecording::row(std::size_t row) const {
  return std::span{orientations_}.subspan(row * segments_.size(), segments_.size());
}

ImuRecording ImuRecording::part(double start, double end) const {
  ImuRecording chosen;
  chosen.segments_ = segments_;
  for (std::size_t i = 0; i < size(); ++i) {
    if (time_[i] < start || time_[i] >= end) continue;
    chosen.time_.push_back(time_[i]);
    chosen.orientations_.insert(chosen.orientations_.end(), row(i).begin(), row(i).end());
  }
  return chosen;
}

bool ImuRecording::operator==(const ImuRecording& other) const {
  return time_ == other.time_ && segments_ == other.segments_ &&
         std::equal(orientations_.begin(), orientations_.end(), other.orientations_.begin(), other.orientations_.end(),
                    same);
}

std::vector<PlacedSensor> first_still(const ImuRecording& recording) {
  const auto time = recording.time();
  Angle quietest = degrees(std::numeric_limits<double>::infinity());
  double quietest_at = 0.0;
  std::size_t until = 0;
  for (std::size_t from = 0; from < recording.size(); ++from) {
    while (until < recording.size() && time[until] < time[from] + still_seconds) ++until;
    if (until == recording.size()) break;
    const Angle turned = unrest(recording, from, until, quietest);
    if (turned <= still_turn) {
      std::vector<PlacedSensor> sensors;
      for (std::size_t s = 0; s < recording.segments().size(); ++s) {
        sensors.push_back({recording.segments()[s], mean(recording, s, from, until)});
      }
      return sensors;
    }
    if (turned < quietest) {
      quietest = turned;
      quietest_at = time[from];
    }
  }
  require(quietest.finite(), "there is no second in which every sensor was seen");
  throw RecordingError("there is no still second to calibrate with: the quietest, from " + short_number(quietest_at) +
                       " s on, turns by " + short_number(quietest.degrees()) + "°, at most 2° are still");
}

ImuCalibration calibrate(const ImuRecording& recording, const KnownPose& pose, const Vector3& up,
                         const std::optional<Vector3>& right) {
  ImuCalibration calibration{first_still(recording), pose, up, right.value_or(Vector3{})};
  if (!right) {
    const FlexionAxis axis = flexion_axis(recording, calibration.sensors, up);
    require(axis.doubt().empty(),
            "which way is right cannot be told: " + std::string{axis.doubt()} + "; raise both knees, or give it");
    calibration.right = axis.right;
  }
  calibration.validate();
  return calibration;
}

Recording to_recording(const ImuRecording& recording, const ImuCalibration& calibration) {
  const ImuTracker tracker{calibration};
  std::vector<std::size_t> places;  // for each of the recording's sensors: its place in the calibration
  for (const Segment segment : recording.segments()) {
    const auto& sensors = calibration.sensors;
    const auto known =
        std::find_if(sensors.begin(), sensors.end(), [&](const PlacedSensor& s) { return s.segment == segment; });
    require(known != sensors.end(), "the calibration does not know the sensor of " + std::string{name(segment)});
    places.push_back(static_cast<std::size_t>(known - sensors.begin()));
  }

  std::array<std::vector<double>, channel_count> columns;
  std::vector<Orientation> ordered(calibration.sensors.size(), not_seen);
  ChannelSet seen;
  for (std::size_t row = 0; row < recording.size(); ++row) {
    for (std::size_t s = 0; s < places.size(); ++s) ordered[places[s]] = recording.row(row)[s];
    const Posture posture = tracker.posture(Time{0}, ordered);
    seen = seen | posture.present();
    for (std::size_t c = 0; c < channel_count; ++c) {
      const auto angle = posture.get(static_cast<Channel>(c));
      columns[c].push_back(angle ? angle->degrees() : not_a_number);
    }
  }
  Recording angles{{recording.time().begin(), recording.time().end()}};
  seen.each([&](Channel c) { angles.set(c, std::move(columns[index(c)])); });
  angles.source = Source::imu_pair;
  return angles;
}

}  // namespace stretchcore
