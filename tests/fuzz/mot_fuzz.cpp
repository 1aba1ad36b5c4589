#include <stretchcore/exchange/mot.hpp>

#include "fuzz/fuzz.hpp"

STRETCHCORE_FUZZ([](std::string_view text, const ReadOptions& options) { parse_mot(text, options); })
