#include "document/json_document.hpp"

#include <algorithm>

namespace stretchcore::detail {

JsonValue parse_document(std::string_view text) {
  JsonValue document = parse_json(text);
  const Path root;
  expect(document, JsonValue::Kind::object, root, "an object");
  const auto schema = std::find_if(document.members.begin(), document.members.end(),
                                   [](const JsonMember& member) { return member.key == "schema"; });
  const Path place{root, "schema"};
  const std::string ours = std::to_string(schema_version);
  if (schema == document.members.end()) refuse(place, "is missing; begin the document with \"schema\": " + ours);
  const int version = read<int>(schema->value, place);
  if (version > schema_version) {
    refuse(place, std::to_string(version) + " is newer than this library reads (" + ours + ")");
  }
  if (version < 1) refuse(place, std::to_string(version) + " is below 1, the first schema");
  document.members.erase(schema);
  return document;
}

std::string print_document(JsonValue object, int indent) {
  object.members.insert(object.members.begin(), {"schema", write(schema_version)});
  return print_json(object, indent);
}

}  // namespace stretchcore::detail
