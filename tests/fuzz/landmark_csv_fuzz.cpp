#include <stretchcore/exchange/landmark_csv.hpp>

#include "fuzz/fuzz.hpp"

STRETCHCORE_FUZZ([](std::string_view text, const ReadOptions& options) {
  angles_of(parse_landmark_csv(text, options));
})
