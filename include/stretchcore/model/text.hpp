#pragma once

#include <map>
#include <string>
#include <string_view>

namespace stretchcore {

/// Words in several languages: BCP 47 tag → text, {"en": "Rest."}.
using Text = std::map<std::string, std::string>;

/// The words for a language: exact tag, else its first part ("de" for "de-AT"), else English, else any; empty if there
/// are none.
const std::string& in_language(const Text& text, std::string_view language);

}  // namespace stretchcore
