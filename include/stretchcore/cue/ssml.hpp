#pragma once

#include <boost/describe/enum.hpp>
#include <span>
#include <string>
#include <string_view>

#include <stretchcore/cue/line.hpp>
#include <stretchcore/export.hpp>

namespace stretchcore {

enum class Ssml {
  v1_0,  ///< `speak`, `s` and `break` alone: what every engine takes
  v1_1   ///< and a `mark` before each line, so that an app hears where the voice is
};
BOOST_DESCRIBE_ENUM(Ssml, v1_0, v1_1)

/// Lines for a speech engine (https://www.w3.org/TR/speech-synthesis11/): a sentence each, silence between them as
/// breaks of at most 10 s, which is all that some engines take. `language` is a BCP 47 tag. Characters that XML has
/// not are left out.
STRETCHCORE_API std::string to_ssml(std::span<const Line> lines, std::string_view language, Ssml version = Ssml::v1_1);

}  // namespace stretchcore
