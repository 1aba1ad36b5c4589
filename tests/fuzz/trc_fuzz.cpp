#include <stretchcore/exchange/trc.hpp>

#include "fuzz/fuzz.hpp"

STRETCHCORE_FUZZ([](std::string_view text, const ReadOptions& options) { angles_of(parse_trc(text, options)); })
