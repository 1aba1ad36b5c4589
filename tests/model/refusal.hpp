#pragma once

#include <string>

#include <stretchcore/error.hpp>

namespace stretchcore {

/// What `validate` says against a value: "field: problem", or nothing.
template <class T>
std::string refusal(const T& value) {
  try {
    value.validate();
  } catch (const InvalidModel& error) {
    return error.what();
  }
  return {};
}

/// The same after one change: `refusal_after(Dose{}, [](Dose& d) { d.per_block = 0; })`.
template <class T, class Change>
std::string refusal_after(T value, Change&& change) {
  change(value);
  return refusal(value);
}

}  // namespace stretchcore
