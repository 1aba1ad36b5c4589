#pragma once

// Values in which every member holds something, and their records.

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/record/archive.hpp>

#include "model/sample_exercise.hpp"
#include "session/people.hpp"

namespace stretchcore {

using Bytes = std::vector<std::byte>;

inline Person sample_person() {
  Person person;
  person.key = "k-17";
  person.profile = Profile::cautious;
  person.limits = {{.at_most = degrees(41.5), .kind = LimitKind::prescription},
                   {.motion = Motion::neck_rotation,
                    .direction = MotionDirection::negative,
                    .at_most = degrees(60),
                    .until = "2027-03-31",
                    .by = "Dr. Muñoz"}};
  person.pain_profile = PainProfile::clinician;
  person.pain_limits = PainLimits{2, 5};
  person.facts = {{"hip_replacement", Fact::no}, {"pregnancy", Fact::unknown}};
  person.clearances = {{"hip_replacement", "sample-stretch"}};
  person.questionnaires = {{"parq", {{"no", "yes", "nein"}, Fact::yes}}};
  return person;
}

inline SessionOptions sample_options() {
  SessionOptions options;
  options.language = "de-AT";
  options.answers = Answers::voice;
  options.error_model = error_model(Source::imu_pair);
  options.watched = ChannelSet{Channel::hip_abduction_left, Channel::hip_abduction_right, Channel::pelvis_list};
  options.neutral = Neutral{degrees(1.25), std::nullopt, degrees(-0.5)};
  return options;
}

inline Recording sample_recording() {
  Recording recording{{0.0, 0.1, 0.2, 0.1}};
  recording.source = Source::depth_camera;
  recording.set(Channel::hip_abduction_left, {1.0, 2.5, std::numeric_limits<double>::quiet_NaN(), -0.0});
  recording.set(Channel::neck_rotation, {0.1, 5e-324, 1e300, std::numeric_limits<double>::infinity()});
  return recording;
}

/// Somebody in the middle of her first block.
inline Rehearsal sample_rehearsal() {
  Rehearsal rehearsal{Session{inner_thigh()}, {.rate = 10, .hidden = {}, .reply = agreeable}};
  rehearsal.play_to(Phase::stretching, Stage::opening);
  rehearsal.play_for(seconds(11));
  return rehearsal;
}

struct SampleRecord {
  std::string_view name;
  Bytes bytes;
};

inline const std::vector<SampleRecord>& sample_records() {
  static const std::vector<SampleRecord> all = [] {
    const Rehearsal rehearsal = sample_rehearsal();
    return std::vector<SampleRecord>{{"exercise", to_archive(sample_exercise())},
                                     {"person", to_archive(sample_person())},
                                     {"options", to_archive(sample_options())},
                                     {"recording", to_archive(sample_recording())},
                                     {"summary", to_archive(rehearsal.session.summary())},
                                     {"state", to_archive(rehearsal.session.state())},
                                     {"session", to_archive(rehearsal.session)}};
  }();
  return all;
}

inline Bytes archived(const Archived& value) {
  return std::visit([](const auto& one) { return to_archive(one); }, value);
}

}  // namespace stretchcore
