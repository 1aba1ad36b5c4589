#pragma once

#include <boost/describe/enum.hpp>
#include <string_view>

#include <stretchcore/export.hpp>

namespace stretchcore {

/// The forms that words take by number, in any language.
enum class Plural { zero, one, two, few, many, other };
BOOST_DESCRIBE_ENUM(Plural, zero, one, two, few, many, other)

/// Which of them a whole number takes (Unicode CLDR 44, plural rules,
/// https://www.unicode.org/cldr/charts/44/supplemental/language_plural_rules.html). A language that is not known here
/// counts as English does: one, and all others.
STRETCHCORE_API Plural plural(int number, std::string_view language);

}  // namespace stretchcore
