#include <stretchcore/exchange/csv.hpp>

#include "fuzz/fuzz.hpp"

STRETCHCORE_FUZZ([](std::string_view text, const ReadOptions& options) { parse_csv(text, options); })
