#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/export.hpp>

namespace stretchcore::detail {

struct JsonMember;

/// A JSON document as a tree that keeps what reading needs: the order of the members and the digits of the numbers.
struct STRETCHCORE_API JsonValue {
  enum class Kind { null, boolean, number, string, array, object };

  Kind kind = Kind::null;
  bool truth = false;               // of a boolean
  double number = 0.0;              // of a number, to the nearest double
  std::string text;                 // of a string its words, of a number its digits
  std::vector<JsonMember> members;  // of an object; of an array, without keys

  JsonValue& add(std::string_view key, JsonValue value);
  JsonValue& add(JsonValue value);
  const JsonValue* find(std::string_view key) const;
};

struct JsonMember {
  std::string key;
  JsonValue value;
};

STRETCHCORE_API JsonValue json_boolean(bool value);
STRETCHCORE_API JsonValue json_number(double value);  // finite; as the shortest digits that read back to it
STRETCHCORE_API JsonValue json_number(double value, std::string digits);  // as these digits
STRETCHCORE_API JsonValue json_string(std::string_view words);
STRETCHCORE_API JsonValue json_array();
STRETCHCORE_API JsonValue json_object();

/// Throws `DocumentError` for what is not JSON (with line and column), too long, too deep, or says a member twice.
JsonValue parse_json(std::string_view text);

/// With `indent` ≥ 0 whatever fits stands on one line; with less all of it. Throws `Error` for words that are not
/// UTF-8.
STRETCHCORE_API std::string print_json(const JsonValue& value, int indent);

/// A value as an error message shows it, never long.
STRETCHCORE_API std::string shown(const JsonValue& value);
std::string shortened(std::string_view words);

}  // namespace stretchcore::detail
