#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <stretchcore/exchange/read_options.hpp>
#include <stretchcore/stream/landmark.hpp>

namespace stretchcore::detail {

using Person = std::vector<Landmark>;

struct PeopleFrame {
  double number = 0.0;  ///< of the frame; they may have gaps
  std::vector<Person> people{};
};

/// The frames of a text, numbered from 0. Throws `RecordingError` with the place.
std::vector<PeopleFrame> read_people(std::string_view text, const ReadOptions& options, std::string_view file_name);

/// Follows one person through the frames.
class PersonFollower {
 public:
  /// After so many frames without her whoever is seen best is followed.
  explicit PersonFollower(double patience) : patience_(patience) {}

  /// The person in a frame; null if she is not in it.
  const Person* in(const PeopleFrame& frame);

 private:
  double patience_;
  bool following_ = false;
  double last_seen_ = 0.0;  // the frame's number
  double x_ = 0.0;
  double y_ = 0.0;
  double size_ = 0.0;
};

}  // namespace stretchcore::detail
