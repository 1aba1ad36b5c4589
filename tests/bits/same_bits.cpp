// One line a part of the library: its name, how much went in and came out, and a hash over every bit that came out.
// tests/golden/same_bits.txt holds what every compiler and machine has to print; scripts/same_bits asks several of
// them.

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/balance/indices.hpp>
#include <stretchcore/document/catalog.hpp>
#include <stretchcore/document/json.hpp>
#include <stretchcore/motion/filters.hpp>
#include <stretchcore/motion/flexion_axis.hpp>
#include <stretchcore/motion/imu_tracker.hpp>
#include <stretchcore/motion/inclinometer.hpp>
#include <stretchcore/motion/pose_tracker.hpp>
#include <stretchcore/session/analyse.hpp>
#include <stretchcore/session/session.hpp>
#include <stretchcore/simulation/virtual_person.hpp>

#include "bits/made_body.hpp"
#include "detail/maths.hpp"

using namespace stretchcore;

namespace {

/// FNV-1a, byte by byte from the lowest.
class Hash {
 public:
  void add(std::uint64_t bits) {
    for (int shift = 0; shift < 64; shift += 8) byte(static_cast<unsigned char>(bits >> shift & 0xff));
    ++values_;
  }
  void add(double value) { add(std::bit_cast<std::uint64_t>(value)); }
  void add(Angle angle) { add(angle.degrees()); }
  void add(const Vector3& v) { add(v.x), add(v.y), add(v.z); }
  void add(std::string_view text) {
    for (const char c : text) byte(static_cast<unsigned char>(c));
    ++values_;
  }
  void add(const Posture& posture) {
    posture.present().each([&](Channel c) {
      add(static_cast<std::uint64_t>(index(c)));
      add(posture.angle(c));
    });
  }

  void print(const char* part, int inputs) const {
    std::printf("%-12s %6d in %8d out  %016llx\n", part, inputs, values_, static_cast<unsigned long long>(value_));
  }

 private:
  void byte(unsigned char c) {
    value_ ^= c;
    value_ *= 1099511628211U;
  }

  std::uint64_t value_ = 14695981039346656037U;
  int values_ = 0;
};

constexpr int frames = 20'000;

void functions() {
  Numbers numbers{1};
  Hash hash;
  for (int i = 0; i < frames; ++i) {
    const double x = numbers.number(), y = numbers.number();
    const auto [sine, cosine] = maths::sin_cos(100.0 * x);
    for (const double value : {sine, cosine, maths::atan(4.0 * x), maths::atan2(y, x), maths::acos(y),
                               maths::exp(50.0 * x), maths::log(std::fabs(y)), maths::hypot(x, y)}) {
      hash.add(value);
    }
  }
  hash.print("functions", frames);
}

void landmarks() {
  Numbers numbers{2};
  Hash hash;
  const CameraGeometry camera{.image_size = {{1280, 720}}};
  const int of_each = frames / static_cast<int>(skeletons().size());
  int count = 0;
  for (const Skeleton& skeleton : skeletons()) {
    const MadeBody at_rest{numbers};
    const PoseTracker any{skeleton, camera};
    const PoseTracker tracker{skeleton, camera, any.reference(at_rest.landmarks(skeleton, numbers))};
    for (int i = 0; i < of_each; ++i, ++count) {
      const std::vector<Landmark> seen = MadeBody{numbers}.landmarks(skeleton, numbers);
      hash.add((i % 2 == 0 ? any : tracker).posture(Time{0}, seen));
    }
  }
  hash.print("landmarks", count);
}

void sensors() {
  Numbers numbers{3};
  Hash hash;
  std::vector<PlacedSensor> strapped;
  std::vector<Segment> segments;
  for (std::size_t i = 0; i < segment_count; ++i) {
    segments.push_back(static_cast<Segment>(i));
    strapped.push_back({segments.back(), numbers.orientation()});
  }
  const ImuTracker tracker{{.sensors = strapped, .right = {0.9, 0.4, 0.1}}};
  const Inclinometer phone{{}, {0.3, 9.7, 0.8}};
  std::vector<double> time;
  std::vector<Orientation> all;
  for (int i = 0; i < frames / 4; ++i) {
    std::vector<Orientation> now;
    for (std::size_t s = 0; s < segment_count; ++s) now.push_back(numbers.orientation());
    hash.add(tracker.posture(Time{0}, now));
    const Vector3 gravity = Vector3{0.0, 9.7, 0.0} + numbers.vector(4.0);
    hash.add(phone.posture(Time{0}, (9.8 / detail::norm(gravity)) * gravity));
    time.push_back(static_cast<double>(i) / 100.0);
    all.insert(all.end(), now.begin(), now.end());
  }
  const FlexionAxis axis = flexion_axis(ImuRecording{time, segments, all}, strapped);
  hash.add(axis.right);
  for (const Angle angle : {axis.moved, axis.spread, axis.between_legs}) hash.add(angle);
  hash.add(axis.forward);
  hash.print("sensors", frames / 4);
}

const Exercise& exercise_of(std::uint64_t seed) {
  return catalog().at(seed % 3 == 0 ? "strap-hamstring-hold" : "dynamic-inner-thigh-stretch");
}

/// What a virtual person's sensor saw in a session, and the events of it.
Recording guided(std::uint64_t seed, Hash& events, int& postures) {
  Traits traits{.gain = degrees(static_cast<double>(seed % 5)), .sensor_noise = degrees(0.3), .sees_pelvis = true};
  Session session{exercise_of(seed), {}, {.source = Source::optical_markers}};
  VirtualPerson person{seed, traits};
  std::vector<double> time;
  std::vector<std::vector<double>> columns(channel_count);
  ChannelSet seen;
  while (!session.over() && person.now() < seconds(1200)) {
    for (const Event& event : person.step(session)) events.add(to_json(event, -1));
    ++postures;
    const Posture& posture = person.posture();
    time.push_back(to_seconds(posture.time));
    for (std::size_t c = 0; c < channel_count; ++c) {
      const auto angle = posture.get(static_cast<Channel>(c));
      columns[c].push_back(angle ? angle->degrees() : std::nan(""));
      if (angle) seen.insert(static_cast<Channel>(c));
    }
  }
  events.add(to_json(session.summary(), -1));
  Recording recording{time};
  seen.each([&](Channel c) { recording.set(c, columns[index(c)]); });
  return recording;
}

void sessions() {
  Hash events, analyses;
  int postures = 0, rows = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const Recording recording = guided(seed, events, postures);
    rows += static_cast<int>(recording.size());
    const Analysis analysis = analyse(recording, exercise_of(seed));
    analyses.add(to_json(analysis, -1));
    for (const Repetition& repetition : analysis.repetitions) {
      const auto left = repetition.reach.left, right = repetition.reach.right;
      if (!left || !right || *left < least_for_a_ratio || *right < least_for_a_ratio) continue;
      for (const double of : indices(*left, *right)) analyses.add(of);
    }
    const Recording quiet = smooth(recording);
    quiet.channels().each([&](Channel c) {
      for (const double angle : quiet.column(c)) {
        if (!std::isnan(angle)) analyses.add(angle);
      }
    });
  }
  events.print("sessions", postures);
  analyses.print("recordings", rows);
}

}  // namespace

int main() {
  functions();
  landmarks();
  sensors();
  sessions();
  return 0;
}
