#pragma once

#include <map>
#include <string>
#include <string_view>

#include <stretchcore/export.hpp>

namespace stretchcore {

/// Words in several languages: BCP 47 tag → text, {"en": "Rest."}. Another register of a language is a tag of private
/// use: {"de": "Leg dich hin.", "de-x-formal": "Legen Sie sich hin."}.
using Text = std::map<std::string, std::string>;

/// The language that there are words in for whoever speaks `language`: that tag, else shorter ones, of its register
/// first ("de-AT-x-formal", "de-x-formal", "de-AT", "de"; RFC 4647), else English, else any; empty if there are none.
STRETCHCORE_API std::string_view spoken_language(const Text& text, std::string_view language);

/// The words in that language.
STRETCHCORE_API const std::string& in_language(const Text& text, std::string_view language);

}  // namespace stretchcore
