#pragma once

#include <filesystem>

namespace stretchcore {

/// The checkout that these tests were built from.
std::filesystem::path source_folder();

}  // namespace stretchcore
