#include <stretchcore/exchange/openpose_json.hpp>

#include "fuzz/fuzz.hpp"

STRETCHCORE_FUZZ([](std::string_view text, const ReadOptions& options) {
  angles_of(parse_openpose_json(text, options));
})
