#include "document/json_document.hpp"

#include <algorithm>

namespace stretchcore::detail {

void migrate(JsonValue& document, int schema, std::span<const Migration> steps) {
  for (const Migration step : steps.subspan(static_cast<std::size_t>(schema - 1))) step(document);
}

JsonValue parse_document(std::string_view text, std::span<const Migration> steps) {
  JsonValue document = parse_json(text);
  const Path root;
  expect(document, JsonValue::Kind::object, root, "an object");
  const auto schema = std::find_if(document.members.begin(), document.members.end(),
                                   [](const JsonMember& member) { return member.key == "schema"; });
  const Path place{root, "schema"};
  const int newest = 1 + static_cast<int>(steps.size());
  const std::string ours = std::to_string(newest);
  if (schema == document.members.end()) refuse(place, "is missing; begin the document with \"schema\": " + ours);
  const int version = read<int>(schema->value, place);
  if (version > newest) {
    refuse(place, std::to_string(version) + " is newer than this library reads (" + ours + ")");
  }
  if (version < 1) refuse(place, std::to_string(version) + " is below 1, the first schema");
  document.members.erase(schema);
  // What an editor is told about the document is no part of it.
  std::erase_if(document.members, [](const JsonMember& member) { return member.key == "$schema"; });
  migrate(document, version, steps);
  return document;
}

std::string print_document(JsonValue object, int schema, int indent) {
  object.members.insert(object.members.begin(), {"schema", write(schema)});
  return print_json(object, indent);
}

}  // namespace stretchcore::detail
