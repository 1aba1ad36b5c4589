#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>

#include "catch.hpp"
#include "places.hpp"

namespace stretchcore {

/// The folder of real recordings: environment variable STRETCHCORE_RECORDINGS, else beside the checkout. Says so and is
/// nothing where it is absent.
inline std::optional<std::filesystem::path> recordings_folder() {
  const char* given = std::getenv("STRETCHCORE_RECORDINGS");
  const std::filesystem::path folder = given != nullptr ? given : source_folder() / ".." / "shared" / "recordings";
  if (std::filesystem::is_directory(folder)) return folder;
  WARN("skipped: no recordings at " << folder.string() << "; set STRETCHCORE_RECORDINGS");
  return std::nullopt;
}

}  // namespace stretchcore
