#include <stretchcore/exchange/mediapipe_json.hpp>

#include "fuzz/fuzz.hpp"

STRETCHCORE_FUZZ([](std::string_view text, const ReadOptions& options) {
  angles_of(parse_mediapipe_json(text, options));
})
