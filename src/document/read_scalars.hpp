#pragma once

#include <span>
#include <string>
#include <string_view>

#include <stretchcore/export.hpp>
#include <stretchcore/model/text.hpp>
#include <stretchcore/quantity/time.hpp>

#include "detail/suggest.hpp"
#include "document/json_tree.hpp"
#include "document/path.hpp"

namespace stretchcore::detail {

// What reading needs that does not depend on a type. Everything here throws `DocumentError` at `path`.

[[noreturn]] STRETCHCORE_API void refuse(const Path& path, const std::string& problem);

/// "… is not one of together, one; did you mean …"
[[noreturn]] STRETCHCORE_API void refuse_word(const JsonValue& json, const Path& path,
                                              std::span<const std::string_view> words);

/// "unknown member of Cue; did you mean …", or the members it has
[[noreturn]] STRETCHCORE_API void refuse_member(std::string_view key, const Path& path, std::string_view type,
                                                std::span<const std::string_view> members);

/// `expected` ends the sentence "5 is not …".
STRETCHCORE_API void expect(const JsonValue& json, JsonValue::Kind kind, const Path& path, std::string_view expected);
void expect_count(const JsonValue& json, std::size_t least, std::size_t most, const Path& path);

STRETCHCORE_API bool read_boolean(const JsonValue& json, const Path& path);
STRETCHCORE_API double read_number(const JsonValue& json, const Path& path, std::string_view expected);
/// The digits of a whole number; 8.0 is one, 8.5 is not.
STRETCHCORE_API std::string read_whole_number(const JsonValue& json, const Path& path);
/// A number, or one of the words nan, inf, -inf.
double read_sensor_number(const JsonValue& json, const Path& path);
/// Seconds, rounded once to the nearest nanosecond.
STRETCHCORE_API Time read_time(const JsonValue& json, const Path& path);
STRETCHCORE_API std::string read_string(const JsonValue& json, const Path& path);
STRETCHCORE_API Text read_text(const JsonValue& json, const Path& path);

}  // namespace stretchcore::detail
