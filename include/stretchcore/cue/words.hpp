#pragma once

#include <string>
#include <string_view>

#include <stretchcore/cue/phrases.hpp>
#include <stretchcore/export.hpp>
#include <stretchcore/quantity/channel.hpp>
#include <stretchcore/quantity/side.hpp>

namespace stretchcore {

// The words that placeholders are filled with. With a language instead of words they are the library's own; a language
// that the library does not speak gets English.

/// The bare word for {side}: "left", "links", "izquierda". Sentences are worded so that it fits as it stands:
/// an adverb in German, feminine in Spanish ("la pierna izquierda").
STRETCHCORE_API std::string_view side_word(Side side, const FillWords& words);
STRETCHCORE_API std::string_view side_word(Side side, std::string_view language);

/// The part of the body that a motion moves, as a person would say it: "hips", "pelvis tilt". German and Spanish
/// bring the article, in the accusative: "die Hüften", "las caderas".
STRETCHCORE_API std::string_view channel_words(Motion motion, std::string_view language);

/// What {parts} says: "hips, knees and pelvis tilt". Both sides are one part, and a region that is there with all
/// its motions is called by its own name ("pelvis"). Thighs without any pelvis are "legs, but not your pelvis". Empty
/// for an empty set.
STRETCHCORE_API std::string join_parts(const ChannelSet& channels, const FillWords& words);
STRETCHCORE_API std::string join_parts(const ChannelSet& channels, std::string_view language);

/// How many words `join_parts` makes, without making them. Allocates nothing.
STRETCHCORE_API int words_in_parts(const ChannelSet& channels, const FillWords& words);
STRETCHCORE_API int words_in_parts(const ChannelSet& channels, std::string_view language);

}  // namespace stretchcore
