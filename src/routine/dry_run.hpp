#pragma once

#include <stretchcore/export.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/person.hpp>
#include <stretchcore/model/session_options.hpp>
#include <stretchcore/quantity/time.hpp>
#include <stretchcore/session/frame.hpp>
#include <stretchcore/stream/question.hpp>

namespace stretchcore {

/// What most people say, and nothing that makes a session longer.
STRETCHCORE_API Choice usual_answer(QuestionKind kind);

/// How long a session of it takes that nothing sees, with a person who answers as most do, in a moment.
Time dry_run(const Exercise& exercise, const Frame& frame, const Person& person, const SessionOptions& options);

}  // namespace stretchcore
