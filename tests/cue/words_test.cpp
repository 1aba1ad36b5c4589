#include <algorithm>
#include <set>
#include <string>

#include <stretchcore/cue/words.hpp>

#include "catch.hpp"

namespace cue_words_test {

using namespace stretchcore;

namespace {
constexpr std::string_view languages[] = {"en", "de", "es"};
}

TEST_CASE("each side has one bare word in each language") {
  CHECK(side_word(Side::left, "en") == "left");
  CHECK(side_word(Side::right, "en") == "right");
  CHECK(side_word(Side::left, "de") == "links");
  CHECK(side_word(Side::right, "de-AT") == "rechts");
  CHECK(side_word(Side::left, "es") == "izquierda");
  CHECK(side_word(Side::right, "es-MX") == "derecha");
  CHECK(side_word(Side::left, "fr") == "left");
  CHECK(side_word(Side::left, "") == "left");
  CHECK(side_word(Side::left, "den") == "left");
}

TEST_CASE("every motion has words in every language, and none shows a name of the code") {
  for (const std::string_view language : languages) {
    detail::each_enumerator<Motion>([&](std::string_view name, Motion motion) {
      INFO(name << " in " << language);
      CHECK_FALSE(channel_words(motion, language).empty());
      CHECK(channel_words(motion, language).find('_') == std::string_view::npos);
      if (language != "en") CHECK(channel_words(motion, language) != channel_words(motion, "en"));
    });
  }
}

TEST_CASE("two motions share words only where a person would not tell them apart") {
  // Hips and shoulders move in three directions and are one part each; everything else has words of its own.
  std::set<std::string_view> words;
  detail::each_enumerator<Motion>([&](std::string_view, Motion motion) { words.insert(channel_words(motion, "de")); });
  CHECK(words.size() == detail::enumerator_count<Motion> - 4);
}

TEST_CASE("both sides are one part") {
  const ChannelSet hips{Channel::hip_abduction_left, Channel::hip_abduction_right, Channel::pelvis_list};
  CHECK(join_parts(hips, "en") == "hips and pelvis level");
  CHECK(join_parts(hips - ChannelSet{Channel::hip_abduction_left}, "en") == "hips and pelvis level");
  CHECK(join_parts(hips | ChannelSet{Channel::hip_flexion_left}, "en") == "hips and pelvis level");
}

TEST_CASE("hips are followed only where the pelvis is seen, else it is the legs, and the pelvis is named as unseen") {
  for (const Motion hip : {Motion::hip_abduction, Motion::hip_flexion, Motion::hip_rotation}) {
    ChannelSet thighs;
    for (const Side side : both_sides) thighs.insert(channel(hip, side));
    CHECK(join_parts(thighs, "en") == "legs, but not your pelvis");
    CHECK(join_parts(thighs, "de") == "die Beine, aber nicht das Becken");
    CHECK(join_parts(thighs, "es") == "las piernas, pero no la pelvis");
    for (const Motion seen : {Motion::pelvis_tilt, Motion::pelvis_list, Motion::pelvis_rotation}) {
      CHECK(join_parts(thighs | ChannelSet{channel(seen, Side::left)}, "en").starts_with("hips and pelvis"));
    }
    const ChannelSet with_knees = thighs | ChannelSet{Channel::knee_flexion_left};
    for (const std::string_view language : {"en", "de", "es"}) {
      const std::string words = join_parts(with_knees, language);
      CHECK(words_in_parts(with_knees, language) == 1 + std::count(words.begin(), words.end(), ' '));
    }
  }
}

TEST_CASE("parts are joined as a person would list them") {
  CHECK(join_parts(ChannelSet{}, "en").empty());
  const ChannelSet two{Channel::ankle_dorsiflexion_left, Channel::knee_flexion_left};
  CHECK(join_parts(two, "en") == "knees and ankles");
  CHECK(join_parts(two, "de") == "die Knie und die Knöchel");
  CHECK(join_parts(two, "es") == "las rodillas y los tobillos");
  const ChannelSet three{Channel::hip_abduction_left, Channel::knee_flexion_left, Channel::pelvis_list};
  CHECK(join_parts(three, "en") == "hips, knees and pelvis level");
}

TEST_CASE("a region is named as a whole only when all its motions are there") {
  const ChannelSet all{Channel::pelvis_tilt, Channel::pelvis_list, Channel::pelvis_rotation};
  CHECK(join_parts(all, "en") == "pelvis");
  CHECK(join_parts(all, "de") == "das Becken");
  CHECK(join_parts(all - ChannelSet{Channel::pelvis_tilt}, "en") == "pelvis level and pelvis turn");
  const ChannelSet back{Channel::spine_flexion, Channel::spine_side_bend, Channel::spine_rotation};
  CHECK(join_parts(all | back, "es") == "la pelvis y la espalda");
}

TEST_CASE("a mirror changes no parts") {
  ChannelSet channels;
  ChannelSet in_the_mirror;
  for (const Channel c : {Channel::hip_abduction_left, Channel::knee_flexion_right, Channel::neck_rotation}) {
    channels.insert(c);
    in_the_mirror.insert(mirrored(c));
    CHECK(join_parts(channels, "en") == join_parts(in_the_mirror, "en"));
  }
}

}  // namespace cue_words_test
