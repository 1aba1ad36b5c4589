#pragma once

#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/person.hpp>
#include <stretchcore/model/session_options.hpp>
#include <stretchcore/quantity/time.hpp>
#include <stretchcore/session/frame.hpp>

namespace stretchcore {

/// How long a session of it takes that nothing sees, with a person who answers as most do, in a moment.
Time dry_run(const Exercise& exercise, const Frame& frame, const Person& person, const SessionOptions& options);

}  // namespace stretchcore
