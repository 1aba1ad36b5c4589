#pragma once

// The one place the version is written. CMake and the Python package read these three lines.
#define STRETCHCORE_VERSION_MAJOR 0
#define STRETCHCORE_VERSION_MINOR 1
#define STRETCHCORE_VERSION_PATCH 0
