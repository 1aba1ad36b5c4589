#include <algorithm>
#include <array>
#include <boost/container/static_vector.hpp>

#include <stretchcore/cue/words.hpp>

namespace stretchcore {
namespace {

constexpr FillWord part_word(Motion motion) {
  switch (motion) {
    case Motion::hip_abduction:
    case Motion::hip_flexion:
    case Motion::hip_rotation:
      return FillWord::hips;
    case Motion::knee_flexion:
      return FillWord::knees;
    case Motion::ankle_dorsiflexion:
      return FillWord::ankles;
    case Motion::shoulder_abduction:
    case Motion::shoulder_flexion:
    case Motion::shoulder_rotation:
      return FillWord::shoulders;
    case Motion::elbow_flexion:
      return FillWord::elbows;
    case Motion::pelvis_tilt:
      return FillWord::pelvis_tilt;
    case Motion::pelvis_list:
      return FillWord::pelvis_list;
    case Motion::pelvis_rotation:
      return FillWord::pelvis_rotation;
    case Motion::spine_flexion:
      return FillWord::spine_flexion;
    case Motion::spine_side_bend:
      return FillWord::spine_side_bend;
    case Motion::spine_rotation:
      return FillWord::spine_rotation;
    case Motion::neck_flexion:
      return FillWord::neck_flexion;
    case Motion::neck_side_bend:
      return FillWord::neck_side_bend;
    case Motion::neck_rotation:
      return FillWord::neck_rotation;
  }
  return FillWord::hips;
}

constexpr bool of_hip(Motion motion) {
  return motion == Motion::hip_abduction || motion == Motion::hip_flexion || motion == Motion::hip_rotation;
}

/// Where only the thighs are seen, how the pelvis lies is not known, and "hips" would promise it.
bool thighs_alone(const ChannelSet& channels) {
  bool hip = false;
  bool pelvis = false;
  channels.each([&](Channel c) {
    const Motion moved = motion(c);
    hip = hip || of_hip(moved);
    pelvis = pelvis || moved == Motion::pelvis_tilt || moved == Motion::pelvis_list || moved == Motion::pelvis_rotation;
  });
  return hip && !pelvis;
}

/// A part of the midline that has a name of its own once every one of its motions is there.
struct Region {
  std::array<Motion, 3> motions;
  FillWord word;
};

constexpr std::array<Region, 3> regions{{
    {{Motion::pelvis_tilt, Motion::pelvis_list, Motion::pelvis_rotation}, FillWord::pelvis},
    {{Motion::spine_flexion, Motion::spine_side_bend, Motion::spine_rotation}, FillWord::back},
    {{Motion::neck_flexion, Motion::neck_side_bend, Motion::neck_rotation}, FillWord::neck},
}};

bool whole(const Region& region, const ChannelSet& channels) {
  for (const Motion motion : region.motions) {
    if (!channels.contains(channel(motion, Side::left))) return false;
  }
  return true;
}

using Parts = boost::container::static_vector<std::string_view, channel_count>;

std::string_view part_of(Motion motion, const ChannelSet& channels, const FillWords& words) {
  if (of_hip(motion) && thighs_alone(channels)) return words[FillWord::legs];
  for (const Region& region : regions) {
    for (const Motion member : region.motions) {
      if (member == motion && whole(region, channels)) return words[region.word];
    }
  }
  return words[part_word(motion)];
}

Parts parts_of(const ChannelSet& channels, const FillWords& words) {
  Parts parts;
  channels.each([&](Channel c) {
    const std::string_view part = part_of(motion(c), channels, words);
    if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
  });
  return parts;
}

}  // namespace

std::string_view side_word(Side side, const FillWords& words) {
  return words[side == Side::left ? FillWord::left : FillWord::right];
}

std::string_view side_word(Side side, std::string_view language) { return side_word(side, FillWords{language}); }

std::string_view channel_words(Motion motion, std::string_view language) {
  return FillWords{language}[part_word(motion)];
}

std::string join_parts(const ChannelSet& channels, const FillWords& words) {
  const Parts parts = parts_of(channels, words);
  std::string joined;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) joined += i + 1 == parts.size() ? words[FillWord::list_end] : std::string_view{", "};
    joined += parts[i];
  }
  if (thighs_alone(channels)) joined += words[FillWord::but_not_the_pelvis];
  return joined;
}

std::string join_parts(const ChannelSet& channels, std::string_view language) {
  return join_parts(channels, FillWords{language});
}

int words_in_parts(const ChannelSet& channels, const FillWords& words) {
  const auto spaces = [](std::string_view text) { return std::count(text.begin(), text.end(), ' '); };
  const Parts parts = parts_of(channels, words);
  std::ptrdiff_t count = 0;
  for (const std::string_view part : parts) count += 1 + spaces(part);
  if (parts.size() > 1) count += spaces(words[FillWord::list_end]) - 1;  // " and " takes the place of ", "
  if (thighs_alone(channels)) count += spaces(words[FillWord::but_not_the_pelvis]);
  return static_cast<int>(count);
}

int words_in_parts(const ChannelSet& channels, std::string_view language) {
  return words_in_parts(channels, FillWords{language});
}

}  // namespace stretchcore
