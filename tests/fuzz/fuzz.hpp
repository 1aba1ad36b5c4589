#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <stretchcore/error.hpp>
#include <stretchcore/exchange/read_options.hpp>
#include <stretchcore/motion/landmark_recording.hpp>

namespace stretchcore {

/// Whatever a file does not say is said, so that reading goes on.
inline const ReadOptions& everything_said() {
  static const ReadOptions options = [] {
    ReadOptions said;
    said.frame_rate = 30.0;
    said.image_size = {{1280, 720}};
    return said;
  }();
  return options;
}

/// What follows the reading of landmarks, with whatever numbers they have.
inline void angles_of(const LandmarkRecording& landmarks) { joint_angles(landmarks, {false, {{1280, 720}}}); }

/// A reader gives a recording or refuses with a sentence; anything else that it throws or does is a finding.
template <class Reader>
int read_anything(const std::uint8_t* data, std::size_t size, Reader&& read) {
  try {
    read(std::string_view{reinterpret_cast<const char*>(data), size}, everything_said());
  } catch (const RecordingError&) {
  }
  return 0;
}

}  // namespace stretchcore

/// Defines what libFuzzer calls, and the replay too.
#define STRETCHCORE_FUZZ(...)                                                         \
  using namespace stretchcore;                                                        \
  extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) { \
    return read_anything(data, size, __VA_ARGS__);                                    \
  }
