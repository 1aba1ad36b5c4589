#include <stretchcore/exchange/bvh.hpp>

#include "fuzz/fuzz.hpp"

STRETCHCORE_FUZZ([](std::string_view text, const ReadOptions& options) { angles_of(parse_bvh(text, options)); })
