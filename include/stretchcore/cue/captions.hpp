#pragma once

#include <span>
#include <string>
#include <vector>

#include <stretchcore/cue/line.hpp>
#include <stretchcore/export.hpp>

namespace stretchcore {

inline constexpr std::size_t caption_width = 42;        ///< characters in a row of a caption, of at most two
inline constexpr double caption_speed = 17.0;           ///< characters a second that can be read with ease
inline constexpr Time caption_shortest{1'000'000'000};  ///< on the screen
inline constexpr Time caption_longest{7'000'000'000};   ///< on the screen
inline constexpr Time caption_gap{80'000'000};          ///< two frames between two captions, so that a change is seen

/// Lines as captions, in the order of time: words that need more than two rows become several captions one after the
/// other, divided where a sentence or a part of one ends if they can be; each stays for as long as it takes to read, as
/// far as the next one leaves room. Rows are divided by a line break. (Usual limits of broadcasters; see
/// docs/sources.md.)
STRETCHCORE_API std::vector<Line> captions(std::span<const Line> lines);

/// Captions as WebVTT (https://www.w3.org/TR/webvtt1/) in UTF-8: cues are numbered, `& < >` are escaped.
STRETCHCORE_API std::string to_webvtt(std::span<const Line> lines);

/// Captions as SubRip text, for players that know no WebVTT. SRT has no escapes: an arrow in a text loses a dash.
STRETCHCORE_API std::string to_srt(std::span<const Line> lines);

}  // namespace stretchcore
