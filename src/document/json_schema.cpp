#include <initializer_list>

#include <stretchcore/document/json.hpp>
#include <stretchcore/document/json_schema.hpp>
#include <stretchcore/model/exercise.hpp>

#include "document/json_document.hpp"
#include "document/json_writer.hpp"

namespace stretchcore {
namespace detail {
namespace {

/// Named schemas are written once and referred to.
using Definitions = JsonValue;

JsonValue typed(std::string_view type, std::string_view description = {}) {
  JsonValue schema = json_object();
  schema.add("type", json_string(type));
  if (!description.empty()) schema.add("description", json_string(description));
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
  if (definitions.find(name) == nullptr) {
    JsonValue schema = make();  // what it refers to comes first
    definitions.add(name, std::move(schema));
  }
  JsonValue schema = json_object();
  schema.add("$ref", json_string("#/$defs/" + std::string{name}));
  return schema;
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
  static JsonValue of(Definitions&) { return typed("number", "seconds"); }
};

template <>
struct Schema<Angle> {
  static JsonValue of(Definitions&) { return typed("number", "degrees"); }
};

template <>
struct Schema<Text> {
  static JsonValue of(Definitions& definitions) {
    return reference(definitions, "Text", [] {
      JsonValue schema = typed("object", "words by language tag");
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
    return reference(definitions, type_name<E>(), [] {
      JsonValue schema = json_object();
      JsonValue& words = schema.add("enum", json_array());
      for (const std::string_view word : words_of<E>()) words.add(json_string(word));
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
  each_member<T>(
      [&]<class Member>(std::string_view name, Member T::*) { properties.add(name, schema_of<Member>(definitions)); });
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
    return closed_object(std::move(properties), {key});
  }
};

}  // namespace
}  // namespace detail

std::string exercise_schema() {
  using namespace detail;
  Definitions definitions = json_object();
  JsonValue properties = properties_of<Exercise>(definitions);
  properties.members.insert(properties.members.begin(), {"schema", exactly(write(schema_of<Exercise>()))});

  JsonValue schema = json_object();
  schema.add("$schema", json_string("https://json-schema.org/draft/2020-12/schema"));
  schema.add("title", json_string(type_name<Exercise>()));
  for (JsonMember& member : closed_object(std::move(properties), {"schema", "id", "name"}).members) {
    schema.members.push_back(std::move(member));
  }
  schema.add("$defs", std::move(definitions));
  return print_json(schema, 2);
}

}  // namespace stretchcore
