#include <algorithm>
#include <array>
#include <boost/container/static_vector.hpp>

#include <stretchcore/cue/words.hpp>

namespace stretchcore {
namespace {

/// English, German, Spanish.
using Words = std::array<std::string_view, 3>;

constexpr std::size_t language_index(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  return primary == "de" ? 1 : primary == "es" ? 2 : 0;
}

constexpr Words words_of(Motion motion) {
  switch (motion) {
    case Motion::hip_abduction:
    case Motion::hip_flexion:
    case Motion::hip_rotation:
      return {"hips", "die Hüften", "las caderas"};
    case Motion::knee_flexion:
      return {"knees", "die Knie", "las rodillas"};
    case Motion::ankle_dorsiflexion:
      return {"ankles", "die Knöchel", "los tobillos"};
    case Motion::shoulder_abduction:
    case Motion::shoulder_flexion:
    case Motion::shoulder_rotation:
      return {"shoulders", "die Schultern", "los hombros"};
    case Motion::elbow_flexion:
      return {"elbows", "die Ellbogen", "los codos"};
    case Motion::pelvis_tilt:
      return {"pelvis tilt", "die Beckenkippung", "la inclinación de la pelvis"};
    case Motion::pelvis_list:
      return {"pelvis level", "die Beckenhöhe", "el nivel de la pelvis"};
    case Motion::pelvis_rotation:
      return {"pelvis turn", "die Beckendrehung", "el giro de la pelvis"};
    case Motion::spine_flexion:
      return {"back bend", "die Rückenbeugung", "la flexión de la espalda"};
    case Motion::spine_side_bend:
      return {"side bend", "die Seitneigung", "la inclinación lateral"};
    case Motion::spine_rotation:
      return {"back turn", "die Rückendrehung", "el giro de la espalda"};
    case Motion::neck_flexion:
      return {"neck bend", "die Nackenbeugung", "la flexión del cuello"};
    case Motion::neck_side_bend:
      return {"neck side bend", "die Nackenneigung", "la inclinación del cuello"};
    case Motion::neck_rotation:
      return {"neck turn", "die Nackendrehung", "el giro del cuello"};
  }
  return {};
}

// Where only the thighs are seen, how the pelvis lies is not known, and hips that are followed would promise it.
constexpr Words legs{"legs", "die Beine", "las piernas"};
constexpr Words not_the_pelvis{", but not your pelvis", ", aber nicht das Becken", ", pero no la pelvis"};

constexpr bool of_hip(Motion motion) {
  return motion == Motion::hip_abduction || motion == Motion::hip_flexion || motion == Motion::hip_rotation;
}

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
  Words words;
};

constexpr std::array<Region, 3> regions{{
    {{Motion::pelvis_tilt, Motion::pelvis_list, Motion::pelvis_rotation}, {"pelvis", "das Becken", "la pelvis"}},
    {{Motion::spine_flexion, Motion::spine_side_bend, Motion::spine_rotation}, {"back", "den Rücken", "la espalda"}},
    {{Motion::neck_flexion, Motion::neck_side_bend, Motion::neck_rotation}, {"neck", "den Nacken", "el cuello"}},
}};

bool whole(const Region& region, const ChannelSet& channels) {
  for (const Motion motion : region.motions) {
    if (!channels.contains(channel(motion, Side::left))) return false;
  }
  return true;
}

using Parts = boost::container::static_vector<std::string_view, channel_count>;

std::string_view part_of(Motion motion, const ChannelSet& channels, std::size_t language) {
  if (of_hip(motion) && thighs_alone(channels)) return legs[language];
  for (const Region& region : regions) {
    for (const Motion member : region.motions) {
      if (member == motion && whole(region, channels)) return region.words[language];
    }
  }
  return words_of(motion)[language];
}

Parts parts_of(const ChannelSet& channels, std::size_t language) {
  Parts parts;
  channels.each([&](Channel c) {
    const std::string_view part = part_of(motion(c), channels, language);
    if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
  });
  return parts;
}

}  // namespace

std::string_view side_word(Side side, std::string_view language) {
  constexpr Bilateral<Words> words{{"left", "links", "izquierda"}, {"right", "rechts", "derecha"}};
  return words[side][language_index(language)];
}

std::string_view channel_words(Motion motion, std::string_view language) {
  return words_of(motion)[language_index(language)];
}

std::string join_parts(const ChannelSet& channels, std::string_view language) {
  const std::size_t l = language_index(language);
  const Parts parts = parts_of(channels, l);

  // Spanish "y" would become "e" before an i- sound; no part begins with one.
  constexpr Words last_joint{" and ", " und ", " y "};
  std::string joined;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) joined += i + 1 == parts.size() ? last_joint[l] : std::string_view{", "};
    joined += parts[i];
  }
  if (thighs_alone(channels)) joined += not_the_pelvis[l];
  return joined;
}

int words_in_parts(const ChannelSet& channels, std::string_view language) {
  const Parts parts = parts_of(channels, language_index(language));
  std::ptrdiff_t words = parts.size() > 1 ? 1 : 0;  // the joint before the last
  for (const std::string_view part : parts) words += 1 + std::count(part.begin(), part.end(), ' ');
  const std::string_view apart = not_the_pelvis[language_index(language)];
  if (thighs_alone(channels)) words += std::count(apart.begin(), apart.end(), ' ');
  return static_cast<int>(words);
}

}  // namespace stretchcore
