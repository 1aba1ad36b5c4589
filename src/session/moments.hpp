#pragma once

#include <stretchcore/model/cue.hpp>
#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

// What is known of words from the moment they are for.

Priority priority_of(Moment moment);

/// Remarks about a movement are worth nothing after the next one has begun; a step must be said whenever it can be.
Time patience_of(Moment moment);

/// Words that correct the movement the person makes.
bool corrects(Moment moment);

/// Words that nothing keeps from being said, whole.
bool of_safety(Moment moment);

/// Where one side works alone, words about both of them give way to the standard ones.
bool about_both(Moment moment);

}  // namespace stretchcore
