#pragma once

#include <string>

#include <stretchcore/session/summary.hpp>

#include "sentence.hpp"

namespace stretchcore {

/// The symptoms the person reported, gravest first, each kind once; empty for none.
std::string reported_symptoms(const Summary& summary, detail::Tongue tongue);

/// How long holds were kept, and how long they were offered where nothing sees; empty for none.
std::string held_times(const Summary& summary, detail::Tongue tongue);

}  // namespace stretchcore
