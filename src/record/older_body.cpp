#include "older_body.hpp"

#include <cmath>
#include <string>

#include "body_scalars.hpp"

namespace stretchcore::detail {
namespace {

/// "ContractRelax" → "contract_relax": the word of an alternative in a document.
std::string word_of(std::string_view type) {
  std::string word;
  for (const char c : type) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital && !word.empty()) word += '_';
    word += capital ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return word;
}

/// Nanoseconds as seconds, every digit of them.
JsonValue seconds_of(std::int64_t nanoseconds) {
  constexpr std::int64_t second = 1'000'000'000;
  const bool negative = nanoseconds < 0;
  std::string digits = std::to_string(std::abs(nanoseconds % second));
  digits.insert(0, 9 - digits.size(), '0');
  digits = (negative ? "-" : "") + std::to_string(std::abs(nanoseconds / second)) + "." + digits;
  return json_number(std::chrono::duration<double>(Time{nanoseconds}).count(), digits);
}

class OlderReader {
 public:
  OlderReader(std::span<const std::byte> body, const JsonValue& layout)
      : from_(body, Keeping::strict), words_(*layout.find("words")), members_(*layout.find("members")) {}

  JsonValue value(const JsonValue& kind, const Path& path) {
    return kind.kind == JsonValue::Kind::array ? made(kind, path) : named(kind.text, path);
  }

  std::size_t left() const { return from_.left(); }

 private:
  template <class T>
  T read(const Path& path) {
    T value{};
    detail::read(from_, value, path);
    return value;
  }

  std::size_t count(const Path& path) { return from_.count(most_elements, 0, path); }

  JsonValue named(const std::string& name, const Path& path) {
    if (name == "text") return json_string(read<std::string>(path));
    if (name == "bool") return json_boolean(read<bool>(path));
    if (name == "nanoseconds") return seconds_of(read<std::int64_t>(path));
    if (name == "degrees" || name == "double") return json_number(read<double>(path));
    if (name == "int32") return whole(read<std::int32_t>(path));
    if (name == "uint32") return whole(read<std::uint32_t>(path));
    if (name == "int64") return whole(read<std::int64_t>(path));
    if (name == "uint64") return whole(read<std::uint64_t>(path));
    if (const JsonValue* words = words_.find(name)) return word(*words, from_.take<std::uint8_t>(path), path);
    const JsonValue* members = members_.find(name);
    if (!members) refuse_body(path, "is of a type that its layout does not have");
    JsonValue object = json_object();
    for (const JsonMember& member : members->members) add(object, member, Path{path, member.key});
    return object;
  }

  template <class T>
  static JsonValue whole(T number) {
    return json_number(static_cast<double>(number), std::to_string(number));
  }

  static JsonValue word(const JsonValue& words, std::size_t which, const Path& path) {
    if (which >= words.members.size()) refuse_body(path, "is none of its words");
    return words.members[which].value;
  }

  /// A member that holds nothing is left out of a document.
  void add(JsonValue& object, const JsonMember& member, const Path& path) {
    const bool optional = is(member.value, "optional");
    if (optional && !read<bool>(path)) return;
    object.add(member.key, value(optional ? member.value.members[1].value : member.value, path));
  }

  static bool is(const JsonValue& kind, std::string_view word) {
    return kind.kind == JsonValue::Kind::array && !kind.members.empty() && kind.members[0].value.text == word;
  }

  /// ["list", element] and its like.
  JsonValue made(const JsonValue& kind, const Path& path) {
    const JsonValue& of = kind.members.at(1).value;
    if (is(kind, "list")) return list(of, count(path), path);
    if (is(kind, "array")) return list(of, static_cast<std::size_t>(kind.members.at(2).value.number), path);
    if (is(kind, "optional")) return read<bool>(path) ? value(of, path) : JsonValue{};
    if (is(kind, "set")) return set(*words_.find(of.text), path);
    JsonValue object = json_object();
    if (is(kind, "map")) {
      for (std::size_t i = count(path); i > 0; --i) {
        const auto key = read<std::string>(path);
        object.add(key, value(of, Path{path, key}));
      }
    } else if (is(kind, "bilateral")) {
      for (const std::string_view side : {"left", "right"}) object.add(side, value(of, Path{path, side}));
    } else if (is(kind, "variant")) {
      const std::size_t which = 1 + from_.take<std::uint8_t>(path);
      if (which >= kind.members.size()) refuse_body(path, "is none of its kinds");
      const JsonValue& type = kind.members[which].value;
      object = value(type, path);
      object.members.insert(object.members.begin(), {"kind", json_string(word_of(type.text))});
    } else {
      refuse_body(path, "is made in a way that its layout does not explain");
    }
    return object;
  }

  JsonValue list(const JsonValue& of, std::size_t count, const Path& path) {
    JsonValue all = json_array();
    for (std::size_t i = 0; i < count; ++i) all.add(value(of, Path{path, i}));
    return all;
  }

  JsonValue set(const JsonValue& words, const Path& path) {
    JsonValue all = json_array();
    const auto bits = from_.take<std::uint32_t>(path);
    for (std::size_t i = 0; i < words.members.size(); ++i) {
      if (bits >> i & 1U) all.add(words.members[i].value);
    }
    return all;
  }

  BodyReader from_;
  const JsonValue& words_;
  const JsonValue& members_;
};

}  // namespace

JsonValue document_of(std::span<const std::byte> body, std::string_view kind, const JsonValue& layout) {
  const JsonValue* kinds = layout.find("kinds");
  const JsonValue* type = kinds ? kinds->find(kind) : nullptr;
  if (!type) throw RecordError("the record is of a kind that its schema does not have");
  OlderReader reader{body, layout};
  JsonValue document = reader.value(*type, Path{});
  if (reader.left() != 0) refuse_body(Path{}, "has something after its end");
  return document;
}

}  // namespace stretchcore::detail
