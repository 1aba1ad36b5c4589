#pragma once

// The one place the version is written. CMake and the Python package read these three lines.
#define STRETCHCORE_VERSION_MAJOR 0
#define STRETCHCORE_VERSION_MINOR 1
#define STRETCHCORE_VERSION_PATCH 0

namespace stretchcore {

/// Grows by one whenever the same inputs may tell other events. A journal that another engine wrote is not played again
/// (`replay`); it is shown as it was recorded (`recorded`).
inline constexpr int engine_version = 1;

}  // namespace stretchcore
