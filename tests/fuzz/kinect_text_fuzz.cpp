#include <stretchcore/exchange/kinect_text.hpp>

#include "fuzz/fuzz.hpp"

STRETCHCORE_FUZZ([](std::string_view text, const ReadOptions& options) { angles_of(parse_kinect_text(text, options)); })
