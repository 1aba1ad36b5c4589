#pragma once

#include <array>
#include <boost/describe/enum.hpp>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include <stretchcore/model/error_model.hpp>

namespace stretchcore {

/// What the numbers of a file are in: its angles, or its points.
enum class FileUnits {
  degrees,
  radians,
  normalised,  ///< fractions of the picture's width and height
  pixels,
  millimetres,
  centimetres,
  metres
};
BOOST_DESCRIBE_ENUM(FileUnits, degrees, radians, normalised, pixels, millimetres, centimetres, metres)

/// What a file does not say itself, and how its words are to be understood. What it does say goes before.
struct ReadOptions {
  /// Our word → theirs or theirs → ours: {"time": "t_s"}, {"pelvis_tilt": "-tilt"}. A minus turns the sign. Where both
  /// words are ours, the right one is the file's if the file has it. A named column goes before one with our own word.
  std::map<std::string, std::string> columns{};
  std::optional<Source> source{};                  ///< what measured it; else what the file itself shows
  std::optional<double> frame_rate{};              ///< [Hz], of a file that counts frames and has no times
  std::optional<std::array<int, 2>> image_size{};  ///< width and height [px]; normalised landmarks need it
  bool mirrored = false;                           ///< the picture was a mirror, as selfie cameras make them
  std::optional<std::string> skeleton{};           ///< the id of the skeleton whose landmarks these are
  std::optional<FileUnits> units{};
  /// Told how much of the file is read [0..1], at most 100 times; small files are read without a word.
  std::function<void(double)> progress{};
};

}  // namespace stretchcore
