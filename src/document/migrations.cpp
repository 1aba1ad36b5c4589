#include "document/migrations.hpp"

#include <array>

namespace stretchcore::detail {
namespace {

/// What stands for a member that schema 1 let out: schema 2 has other defaults, or none.
void fill_in(JsonValue& object, std::string_view key, JsonValue value) {
  if (object.find(key) == nullptr) object.add(key, std::move(value));
}

/// Schema 1 had no stretches by feel, and a level wherever none was written.
void exercise_to_2(JsonValue& document) {
  for (JsonMember& member : document.members) {
    if (member.key != "movement" || member.value.kind != JsonValue::Kind::object) continue;
    fill_in(member.value, "motion", json_string("hip_abduction"));
    fill_in(member.value, "floor_level", json_number(28.0));
    return;
  }
  JsonValue movement = json_object();
  movement.add("motion", json_string("hip_abduction"));
  movement.add("floor_level", json_number(28.0));
  document.add("movement", std::move(movement));
}

/// A limit of the motions that the exercises of schema 1 measured.
void add_limits(JsonValue& limits, const JsonValue& at_most, std::string_view kind, std::string_view exercise) {
  if (at_most.kind == JsonValue::Kind::null) return;
  for (const std::string_view motion : {"hip_abduction", "hip_flexion"}) {
    JsonValue& limit = limits.add(json_object());
    limit.add("motion", json_string(motion));
    limit.add("at_most", at_most);
    limit.add("kind", json_string(kind));
    if (!exercise.empty()) limit.add("exercise", json_string(exercise));
  }
}

/// Takes a member out of an object; null if it has none.
JsonValue taken(JsonValue& object, std::string_view key) {
  JsonValue value;
  std::erase_if(object.members, [&](JsonMember& member) {
    if (member.key != key) return false;
    value = std::move(member.value);
    return true;
  });
  return value;
}

/// Schema 1 had one number for every joint.
void person_to_2(JsonValue& document) {
  JsonValue limits = json_array();
  add_limits(limits, taken(document, "prescription"), "prescription", {});
  add_limits(limits, taken(document, "clinician_limit"), "clinician", {});
  for (JsonMember& member : document.members) {
    if (member.key != "clearances") continue;
    for (JsonMember& entry : member.value.members) {
      JsonValue& clearance = entry.value;
      const JsonValue* const exercise = clearance.find("exercise");
      add_limits(limits, taken(clearance, "limit"), "agreed", exercise == nullptr ? std::string{} : exercise->text);
    }
  }
  if (!limits.members.empty()) document.add("limits", std::move(limits));
}

constexpr std::array<Migration, 1> of_exercise{exercise_to_2};
constexpr std::array<Migration, 1> of_person{person_to_2};

}  // namespace

template <>
std::span<const Migration> migrations_of<Exercise>() {
  return of_exercise;
}

template <>
std::span<const Migration> migrations_of<Person>() {
  return of_person;
}

}  // namespace stretchcore::detail
