#pragma once

// What may become of bytes that nobody vouches for. Used by the tests, by the fuzz target and by the program that runs
// a million of them.

#include <optional>
#include <span>
#include <type_traits>
#include <variant>

#include <stretchcore/error.hpp>
#include <stretchcore/record/archive.hpp>

namespace stretchcore {

/// What was read, or nothing where it was refused as it should be. Any other exception goes on.
inline std::optional<Archived> taken(std::span<const std::byte> record) {
  try {
    return from_archive(record);
  } catch (const RecordError&) {
    return std::nullopt;
  }
}

/// Looks at everything that was read, as its owner would: limits are held, a session goes on.
inline void use(Archived& value) {
  std::visit(
      []<class T>(T& one) {
        if constexpr (requires { one.validate(); }) one.validate();
        if constexpr (requires { one.text("en"); }) static_cast<void>(one.text("en"));
        if constexpr (std::is_same_v<T, Recording>) {
          for (std::size_t row = 0; row < one.size(); ++row) static_cast<void>(one.posture(row));
        }
        if constexpr (std::is_same_v<T, Session>) {
          static_cast<void>(one.view());
          Posture posture{one.state().now() + seconds(0.1)};
          for (const Channel c : {Channel::hip_abduction_left, Channel::hip_abduction_right}) {
            posture.set(c, degrees(20));
          }
          one.observe(posture);
          one.tick(one.state().now() + seconds(20));
          static_cast<void>(one.summary().text("en"));
        }
      },
      value);
}

}  // namespace stretchcore
