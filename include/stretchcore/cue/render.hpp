#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/cue/phrases.hpp>
#include <stretchcore/export.hpp>
#include <stretchcore/model/text.hpp>
#include <stretchcore/quantity/channel.hpp>
#include <stretchcore/quantity/side.hpp>
#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

/// What a cue's placeholders are filled with.
struct Filling {
  std::optional<Side> side;  ///< {side}
  int count = 0;             ///< {count}
  ChannelSet parts;          ///< {parts}
};

/// The words to say: `{side}`, `{count}` and `{parts}` filled in, and of "{count, plural, one {one more} other {#
/// more}}" the words for that number: of "=3" if it is there, else of its CLDR category, else `other`; `#` is the
/// number. What is unknown or has nothing to be filled with stays as it is, so that the mistake can be seen. `language`
/// must be the pattern's own (`spoken_language`).
STRETCHCORE_API std::string render(std::string_view pattern, const Filling& filling, std::string_view language);

/// The same, filled in with other words than the library's.
STRETCHCORE_API std::string render(std::string_view pattern, const Filling& filling, const FillWords& words);

/// The words of a text for whoever speaks `language`, filled in.
STRETCHCORE_API std::string render(const Text& text, const Filling& filling, std::string_view language);

/// The names between braces, in order, each as often as it stands there; of a plural its number, and what else stands
/// in its `other`.
STRETCHCORE_API std::vector<std::string> placeholders(std::string_view pattern);

/// How long a voice takes: 150 words a minute, 0.3 s to start, 0.3 s more at each dash or ellipsis.
/// A word is anything between spaces with a letter or a digit in it. Allocates nothing.
STRETCHCORE_API Time spoken_length(std::string_view text);

/// How long `render(pattern, filling, language)` takes, without making the text. Allocates nothing.
STRETCHCORE_API Time spoken_length(std::string_view pattern, const Filling& filling, std::string_view language);
STRETCHCORE_API Time spoken_length(std::string_view pattern, const Filling& filling, const FillWords& words);

}  // namespace stretchcore
