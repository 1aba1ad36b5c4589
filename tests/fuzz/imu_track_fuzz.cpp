#include "exchange/imu_track.hpp"
#include "fuzz/fuzz.hpp"

STRETCHCORE_FUZZ([](std::string_view text, const ReadOptions&) {
  const detail::ImuTrack track = detail::parse_imu_track(text, "IMU");
  track.at(track.time.front() + 0.01);
})
