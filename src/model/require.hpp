#pragma once

// What the `validate` members say: each line names a member, its value and its limit.

#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include <stretchcore/detail/describe.hpp>
#include <stretchcore/error.hpp>
#include <stretchcore/model/text.hpp>
#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/time.hpp>

namespace stretchcore::detail {

/// Throws `InvalidModel(field, problem)` unless `fine`.
void require(bool fine, std::string_view field, std::string_view problem);

// A value between two ends, both included.
void require_range(std::string_view field, int value, int lowest, int highest);
void require_range(std::string_view field, double value, double lowest, double highest);
void require_range(std::string_view field, Time value, Time lowest, Time highest);
void require_range(std::string_view field, Angle value, Angle lowest, Angle highest);

template <class T>
void require_range(std::string_view field, const std::optional<T>& value, std::type_identity_t<T> lowest,
                   std::type_identity_t<T> highest) {
  if (value) require_range(field, *value, lowest, highest);
}

void require_words(std::string_view field, std::string_view value);
void require_words(std::string_view field, const Text& value);

void require_kebab_case(std::string_view field, std::string_view value);
void require_snake_case(std::string_view field, std::string_view value);

/// A language tag like "en", "de-AT", "zh-Hant" (BCP 47 without its rarer forms).
void require_language(std::string_view field, std::string_view tag);

/// Each language of a text has a tag and words; a text without any language is fine.
void require_languages(std::string_view field, const Text& value);

std::string at(std::string_view list, std::size_t index, std::string_view member = {});

/// No two elements have the same `key`, a string or an enumerator.
template <class Element, class Key>
void require_unique(std::string_view list, const std::vector<Element>& elements, Key Element::*key,
                    std::string_view key_name) {
  for (std::size_t later = 1; later < elements.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      const Key& value = elements[later].*key;
      if (value != elements[earlier].*key) continue;
      const auto word = [&] {
        if constexpr (std::is_enum_v<Key>) {
          return stretchcore::name(value);
        } else {
          return std::string_view{value};
        }
      }();
      throw InvalidModel(at(list, later, key_name),
                         std::string{'"'}.append(word).append("\" is already that of ").append(at(list, earlier)));
    }
  }
}

template <class T>
concept Validated = requires(const T& value) { value.validate(); };

template <class T>
void validate_members(const T& value);

/// What stands in the member `path` is valid; the path goes before the field of what is wrong inside.
template <class T>
void validate_member(std::string_view path, const T& value) {
  if constexpr (std::same_as<T, Text>) {
    require_languages(path, value);
  } else if constexpr (DescribedStruct<T>) {
    try {
      if constexpr (Validated<T>) {
        value.validate();
      } else {
        validate_members(value);
      }
    } catch (const InvalidModel& error) {
      throw InvalidModel(std::string{path} + "." + error.field(), error.problem());
    }
  }
}

template <class T>
void validate_member(std::string_view path, const std::optional<T>& value) {
  if (value) validate_member(path, *value);
}

template <class... Alternatives>
void validate_member(std::string_view path, const std::variant<Alternatives...>& value) {
  std::visit([&](const auto& alternative) { validate_member(path, alternative); }, value);
}

template <class T>
void validate_member(std::string_view path, const std::vector<T>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) validate_member(at(path, i), values[i]);
}

template <class T>
  requires(!std::same_as<T, std::string>)
void validate_member(std::string_view path, const std::map<std::string, T>& values) {
  for (const auto& [key, value] : values) validate_member(std::string{path} + "." + key, value);
}

/// Every member of a described struct is valid in itself, however deep.
template <class T>
void validate_members(const T& value) {
  each_member<T>([&](std::string_view name, auto member) { validate_member(name, value.*member); });
}

}  // namespace stretchcore::detail
