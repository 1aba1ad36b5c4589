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

constexpr std::array<Migration, 1> of_exercise{exercise_to_2};

}  // namespace

template <>
std::span<const Migration> migrations_of<Exercise>() {
  return of_exercise;
}

}  // namespace stretchcore::detail
