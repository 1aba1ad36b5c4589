#pragma once

#include <optional>
#include <string_view>

#include <stretchcore/export.hpp>
#include <stretchcore/stream/event.hpp>

namespace stretchcore {

/// Whether a field of an event says something of the person's health.
enum class Privacy {
  neutral,  ///< of the app, the sensor and the course: may be counted
  health    ///< of the body, and of what somebody felt or could not do: stays with the person
};
BOOST_DESCRIBE_ENUM(Privacy, neutral, health)

/// How a field is marked, by the event's tag and the field's name. What nobody has marked neutral is health.
STRETCHCORE_API Privacy privacy(std::string_view tag, std::string_view field);

/// What may leave for analytics: the event with its neutral fields, the others as in an event that was just made.
/// Nothing for an event whose being there says something of the person's health, as `SymptomHeard`.
STRETCHCORE_API std::optional<Event> analytics(const Event& event);

}  // namespace stretchcore
