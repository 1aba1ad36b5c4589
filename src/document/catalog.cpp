#include <vector>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/document/json.hpp>

#include "document/embedded.hpp"

namespace stretchcore {

const std::map<std::string, Exercise, std::less<>>& catalog() {
  static const auto exercises = [] {
    std::map<std::string, Exercise, std::less<>> by_id;
    for (const detail::EmbeddedText& file : detail::embedded_exercises()) {
      Exercise exercise = detail::read_unchecked(file.text);
      std::string id = exercise.id;
      by_id.emplace(std::move(id), std::move(exercise));
    }
    return by_id;
  }();
  return exercises;
}

std::span<const Exercise> catalog_exercises() {
  static const auto exercises = [] {
    std::vector<Exercise> in_a_row;
    for (const auto& [id, exercise] : catalog()) in_a_row.push_back(exercise);
    return in_a_row;
  }();
  return exercises;
}

const std::map<std::string, Routine, std::less<>>& routines() {
  static const auto all = [] {
    std::map<std::string, Routine, std::less<>> by_id;
    for (const detail::EmbeddedText& file : detail::embedded_routines()) {
      by_id.emplace(file.name, from_json<Routine>(file.text));
    }
    return by_id;
  }();
  return all;
}

}  // namespace stretchcore
