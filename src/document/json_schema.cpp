#include <initializer_list>

#include <stretchcore/document/json.hpp>
#include <stretchcore/document/json_schema.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/routine.hpp>

#include "document/embedded.hpp"
#include "document/json_document.hpp"
#include "document/json_writer.hpp"

namespace stretchcore {
namespace detail {
namespace {

struct Definitions {
  JsonValue schemas = json_object();  // named ones are written once and referred to
  JsonValue words = parse_json(embedded_descriptions().front().text);

  /// Says what a type, or a member or a word of one, means to those who write a file.
  void describe(JsonValue& schema, const std::string& what) const {
    const JsonValue* const found = words.find(what);
    if (found != nullptr) schema.add("description", *found);
  }
};

JsonValue typed(std::string_view type) {
  JsonValue schema = json_object();
  schema.add("type", json_string(type));
  return schema;
}

JsonValue closed_object(JsonValue properties, std::initializer_list<std::string_view> required) {
  JsonValue schema = typed("object");
  schema.add("properties", std::move(properties));
  if (required.size() > 0) {
    JsonValue& names = schema.add("required", json_array());
    for (const std::string_view name : required) names.add(json_string(name));
  }
  schema.add("additionalProperties", json_boolean(false));
  return schema;
}

JsonValue exactly(JsonValue value) {
  JsonValue schema = json_object();
  schema.add("const", std::move(value));
  return schema;
}

template <class Make>
JsonValue reference(Definitions& definitions, std::string_view name, Make&& make) {
  if (definitions.schemas.find(name) == nullptr) {
    JsonValue schema = make();  // what it refers to comes first
    definitions.describe(schema, std::string{name});
    definitions.schemas.add(name, std::move(schema));
  }
  JsonValue schema = json_object();
  schema.add("$ref", json_string("#/$defs/" + std::string{name}));
  return schema;
}

/// A member of a type, or a word of one, in the file of descriptions.
template <class T>
std::string key_of(std::string_view name) {
  return std::string{type_name<T>()} + "." + std::string{name};
}

template <class T>
struct Schema;

template <class T>
JsonValue schema_of(Definitions& definitions) {
  return Schema<T>::of(definitions);
}

template <>
struct Schema<bool> {
  static JsonValue of(Definitions&) { return typed("boolean"); }
};

template <>
struct Schema<int> {
  static JsonValue of(Definitions&) { return typed("integer"); }
};

template <>
struct Schema<double> {
  static JsonValue of(Definitions&) { return typed("number"); }
};

template <>
struct Schema<std::string> {
  static JsonValue of(Definitions&) { return typed("string"); }
};

template <>
struct Schema<Time> {
  static JsonValue of(Definitions&) { return typed("number"); }
};

template <>
struct Schema<Angle> {
  static JsonValue of(Definitions&) { return typed("number"); }
};

template <>
struct Schema<Text> {
  static JsonValue of(Definitions& definitions) {
    return reference(definitions, "Text", [] {
      JsonValue schema = typed("object");
      schema.add("additionalProperties", typed("string"));
      return schema;
    });
  }
};

template <class T>
struct Schema<std::map<std::string, T>> {
  static JsonValue of(Definitions& definitions) {
    JsonValue schema = typed("object");
    schema.add("additionalProperties", schema_of<T>(definitions));
    return schema;
  }
};

template <DescribedEnum E>
struct Schema<E> {
  static JsonValue of(Definitions& definitions) {
    return reference(definitions, type_name<E>(), [&] {
      JsonValue schema = json_object();
      JsonValue& words = schema.add("enum", json_array());
      for (const std::string_view word : words_of<E>()) words.add(json_string(word));
      JsonValue& meanings = schema.add("enumDescriptions", json_array());  // shown by editors
      for (const std::string_view word : words_of<E>()) {
        const JsonValue* const meaning = definitions.words.find(key_of<E>(word));
        meanings.add(meaning == nullptr ? json_string({}) : *meaning);
      }
      return schema;
    });
  }
};

template <class T>
struct Schema<std::optional<T>> {
  static JsonValue of(Definitions& definitions) { return schema_of<T>(definitions); }
};

template <class T>
struct Schema<std::vector<T>> {
  static JsonValue of(Definitions& definitions) {
    JsonValue schema = typed("array");
    schema.add("items", schema_of<T>(definitions));
    return schema;
  }
};

template <class T>
JsonValue properties_of(Definitions& definitions) {
  JsonValue properties = json_object();
  each_member<T>([&]<class Member>(std::string_view name, Member T::*) {
    definitions.describe(properties.add(name, schema_of<Member>(definitions)), key_of<T>(name));
  });
  return properties;
}

template <DescribedStruct T>
struct Schema<T> {
  static JsonValue of(Definitions& definitions) {
    return reference(definitions, type_name<T>(), [&] { return closed_object(properties_of<T>(definitions), {}); });
  }
};

template <class... Alternatives>
struct Schema<std::variant<Alternatives...>> {
  static JsonValue of(Definitions& definitions) {
    JsonValue schema = json_object();
    JsonValue& choices = schema.add("oneOf", json_array());
    constexpr std::string_view key = tag_key<std::variant<Alternatives...>>;
    (choices.add(alternative<Alternatives>(definitions, key)), ...);
    return schema;
  }

 private:
  template <class Alternative>
  static JsonValue alternative(Definitions& definitions, std::string_view key) {
    JsonValue properties = properties_of<Alternative>(definitions);
    JsonMember tag{std::string{key}, exactly(json_string(tag_of<Alternative>))};
    properties.members.insert(properties.members.begin(), std::move(tag));
    JsonValue schema = closed_object(std::move(properties), {key});
    definitions.describe(schema, std::string{type_name<Alternative>()});
    return schema;
  }
};

template <class T>
std::string document_schema(std::initializer_list<std::string_view> required) {
  Definitions definitions;
  JsonValue properties = properties_of<T>(definitions);
  JsonValue number = exactly(write(stretchcore::detail::schema_of<T>()));
  definitions.describe(number, key_of<T>("schema"));
  properties.members.insert(properties.members.begin(), {"schema", std::move(number)});
  definitions.describe(properties.add("$schema", typed("string")), key_of<T>("$schema"));

  JsonValue schema = json_object();
  schema.add("$schema", json_string("https://json-schema.org/draft/2020-12/schema"));
  schema.add("title", json_string(type_name<T>()));
  definitions.describe(schema, std::string{type_name<T>()});
  for (JsonMember& member : closed_object(std::move(properties), required).members) {
    schema.members.push_back(std::move(member));
  }
  schema.add("$defs", std::move(definitions.schemas));
  return print_json(schema, 2);
}

}  // namespace
}  // namespace detail

std::string exercise_schema() { return detail::document_schema<Exercise>({"schema", "id", "name"}); }
std::string routine_schema() { return detail::document_schema<Routine>({"schema", "id", "name", "slots"}); }

}  // namespace stretchcore
