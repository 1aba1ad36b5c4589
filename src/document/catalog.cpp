#include <stretchcore/document/catalog.hpp>
#include <stretchcore/document/json.hpp>

#include "document/embedded.hpp"

namespace stretchcore {

const std::map<std::string, Exercise, std::less<>>& catalog() {
  static const auto exercises = [] {
    std::map<std::string, Exercise, std::less<>> by_id;
    for (const detail::EmbeddedText& file : detail::embedded_exercises()) {
      Exercise exercise = from_json<Exercise>(file.text);
      std::string id = exercise.id;
      by_id.emplace(std::move(id), std::move(exercise));
    }
    return by_id;
  }();
  return exercises;
}

}  // namespace stretchcore
