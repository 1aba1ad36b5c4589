#pragma once

#include <string>
#include <string_view>

#include <stretchcore/session/summary.hpp>

#include "sentence.hpp"

namespace stretchcore {

/// The id of a sharp pain that was not reported: the person stopped, and did not say what they felt.
inline constexpr std::string_view not_told = "not_told";

/// Whether the person said what they felt; the other note is of the silence after STOP.
bool was_told(const SymptomNote& note);

/// The symptoms the person reported, gravest first, each kind once, and that they did not say what they felt; empty for
/// none.
std::string reported_symptoms(const Summary& summary, detail::Tongue tongue);

/// How long holds were kept, and how long they were offered where nothing sees; empty for none.
std::string held_times(const Summary& summary, detail::Tongue tongue);

}  // namespace stretchcore
