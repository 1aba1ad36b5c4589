#include "document/json_tree.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include <stretchcore/document/json.hpp>
#include <stretchcore/error.hpp>

#include "document/path.hpp"

namespace stretchcore::detail {
namespace {

using Kind = JsonValue::Kind;
using Json = nlohmann::json;

/// Each value takes about a hundred bytes as a tree; no exercise or session comes near this many.
constexpr std::size_t most_values = 500'000;

/// Builds the tree as the parser goes along, so that the limits hold before there is anything to hold.
class TreeBuilder final : public nlohmann::json_sax<Json> {
 public:
  explicit TreeBuilder(std::string_view document) : document_(document) {}

  JsonValue take() { return std::move(root_); }

  bool null() override { return put({}); }
  bool boolean(bool value) override { return put(json_boolean(value)); }
  bool number_integer(std::int64_t value) override {
    return put(json_number(static_cast<double>(value), std::to_string(value)));
  }
  bool number_unsigned(std::uint64_t value) override {
    return put(json_number(static_cast<double>(value), std::to_string(value)));
  }
  bool number_float(double value, const std::string& digits) override { return put(json_number(value, digits)); }
  bool string(std::string& words) override { return put(json_string(words)); }
  bool binary(Json::binary_t&) override { return false; }

  bool start_object(std::size_t) override { return open(json_object()); }
  bool start_array(std::size_t) override { return open(json_array()); }
  bool key(std::string& word) override { return open_.back()->add(word, {}), true; }
  bool end_array() override { return open_.pop_back(), true; }
  bool end_object() override {
    refuse_repeated_keys();
    return open_.pop_back(), true;
  }

  bool parse_error(std::size_t position, const std::string&, const Json::exception& error) override {
    const std::string_view read = document_.substr(0, position == 0 ? 0 : std::min(position - 1, document_.size()));
    const auto line = 1 + std::count(read.begin(), read.end(), '\n');
    const std::size_t column = read.size() - (read.rfind('\n') + 1) + 1;
    throw DocumentError(
        "", "line " + std::to_string(line) + ", column " + std::to_string(column) + ": " + reason(error.what()));
  }

 private:
  bool open(JsonValue container) {
    if (open_.size() >= deepest_document) {
      throw DocumentError("", "is nested deeper than " + std::to_string(deepest_document) + " levels");
    }
    JsonValue& placed = place(std::move(container));
    open_.push_back(&placed);  // stays where it is: nothing is added beside it while it is open
    return true;
  }

  bool put(JsonValue value) { return place(std::move(value)), true; }

  JsonValue& place(JsonValue value) {
    if (++values_ > most_values) {
      throw DocumentError("", "has more than " + std::to_string(most_values) + " values");
    }
    if (open_.empty()) return root_ = std::move(value);
    if (open_.back()->kind == Kind::array) open_.back()->add({});
    return open_.back()->members.back().value = std::move(value);
  }

  void refuse_repeated_keys() const {
    std::vector<std::string_view> keys;
    for (const JsonMember& member : open_.back()->members) keys.push_back(member.key);
    std::sort(keys.begin(), keys.end());
    const auto repeated = std::adjacent_find(keys.begin(), keys.end());
    if (repeated == keys.end()) return;
    const std::string path = path_of_open();
    throw DocumentError((path.empty() ? path : path + ".") + step_to(shortened(*repeated)), "is there twice");
  }

  std::string path_of_open() const {
    std::string path;
    for (std::size_t depth = 0; depth + 1 < open_.size(); ++depth) {
      const JsonValue& container = *open_[depth];
      if (container.kind == Kind::array) {
        path += "[" + std::to_string(container.members.size() - 1) + "]";
      } else {
        path += (path.empty() ? "" : ".") + step_to(shortened(container.members.back().key));
      }
    }
    return path;
  }

  /// The parser's own words without its numbering; bytes that could be half a letter become question marks.
  static std::string reason(std::string_view words) {
    const std::string_view ahead = words.find(" - ") == std::string_view::npos ? "] " : " - ";
    std::string rest{words.substr(std::min(words.find(ahead) + ahead.size(), words.size()))};
    std::replace_if(
        rest.begin(), rest.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '?');
    return rest.size() > 200 ? rest.substr(0, 200) + "..." : rest;
  }

  std::string_view document_;
  JsonValue root_;
  std::vector<JsonValue*> open_;
  std::size_t values_ = 0;
};

/// Prints a value on one line where it fits, else a member a line.
class Printer {
 public:
  explicit Printer(int indent) : indent_(indent) {}

  std::string text(const JsonValue& value, std::size_t margin = 0, std::size_t taken = 0) const {
    constexpr std::size_t width = 120;
    const bool container = value.kind == Kind::array || value.kind == Kind::object;
    std::string flat = one_line(value);
    const bool whole_document = margin == 0;
    if (!container || indent_ < 0 || value.members.empty() || (!whole_document && taken + flat.size() < width)) {
      return flat;
    }
    const std::size_t inner = margin + static_cast<std::size_t>(indent_);
    std::string lines;
    for (const JsonMember& member : value.members) {
      lines += (lines.empty() ? "\n" : ",\n") + std::string(inner, ' ');
      const std::string key = value.kind == Kind::object ? quoted(member.key) + ": " : "";
      lines += key + text(member.value, inner, inner + key.size());
    }
    return bracket(value, lines + "\n" + std::string(margin, ' '));
  }

  static std::string quoted(std::string_view words) {
    try {
      return Json(words).dump();
    } catch (const Json::exception&) {
      throw Error("words that are not UTF-8 cannot be written to a document");
    }
  }

 private:
  static std::string bracket(const JsonValue& value, const std::string& inside) {
    return value.kind == Kind::array ? "[" + inside + "]" : "{" + inside + "}";
  }

  std::string one_line(const JsonValue& value) const {
    switch (value.kind) {
      case Kind::null:
        return "null";
      case Kind::boolean:
        return value.truth ? "true" : "false";
      case Kind::number:
        return value.text;
      case Kind::string:
        return quoted(value.text);
      case Kind::array:
      case Kind::object:
        break;
    }
    const std::string_view comma = indent_ < 0 ? "," : ", ";
    const std::string_view colon = indent_ < 0 ? ":" : ": ";
    std::string inside;
    for (const JsonMember& member : value.members) {
      if (!inside.empty()) inside += comma;
      if (value.kind == Kind::object) inside.append(quoted(member.key)).append(colon);
      inside += one_line(member.value);
    }
    return bracket(value, inside);
  }

  int indent_;
};

JsonValue of_kind(Kind kind) {
  JsonValue json;
  json.kind = kind;
  return json;
}

}  // namespace

JsonValue& JsonValue::add(std::string_view key, JsonValue value) {
  return members.emplace_back(JsonMember{std::string{key}, std::move(value)}).value;
}

JsonValue& JsonValue::add(JsonValue value) { return add({}, std::move(value)); }

const JsonValue* JsonValue::find(std::string_view key) const {
  const auto found = std::find_if(members.begin(), members.end(), [&](const JsonMember& m) { return m.key == key; });
  return found == members.end() ? nullptr : &found->value;
}

JsonValue json_boolean(bool value) {
  JsonValue json = of_kind(Kind::boolean);
  json.truth = value;
  return json;
}

JsonValue json_string(std::string_view words) {
  JsonValue json = of_kind(Kind::string);
  json.text = words;
  return json;
}

JsonValue json_number(double value, std::string digits) {
  JsonValue json = of_kind(Kind::number);
  json.number = value;
  json.text = std::move(digits);
  return json;
}

JsonValue json_array() { return of_kind(Kind::array); }
JsonValue json_object() { return of_kind(Kind::object); }

JsonValue json_number(double value) {
  std::array<char, 32> digits;
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  std::string text{digits.data(), written.ptr};
  if (text == "-0") text += ".0";  // "-0" is the whole number 0 to a JSON reader, and loses its sign
  return json_number(value, std::move(text));
}

JsonValue parse_json(std::string_view text) {
  if (text.size() > longest_document) {
    throw DocumentError("",
                        std::to_string(text.size()) + " bytes exceed the limit of " + std::to_string(longest_document));
  }
  TreeBuilder builder{text};
  Json::sax_parse(text.begin(), text.end(), &builder);
  return builder.take();
}

std::string print_json(const JsonValue& value, int indent) { return Printer{indent}.text(value); }

std::string shown(const JsonValue& value) {
  switch (value.kind) {
    case Kind::array:
      return "a list";
    case Kind::object:
      return "an object";
    case Kind::string:
      return Printer::quoted(shortened(value.text));
    default:
      return shortened(print_json(value, -1));
  }
}

std::string shortened(std::string_view words) {
  constexpr std::size_t longest = 60;
  if (words.size() <= longest) return std::string{words};
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;  // not inside a UTF-8 letter
  return std::string{words.substr(0, end)} + "...";
}

}  // namespace stretchcore::detail
