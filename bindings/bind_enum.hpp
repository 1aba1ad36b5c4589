#pragma once

#include "casters.hpp"

namespace stretchcore::detail {

/// Makes the Python class of a list of words: a `stretchcore._word.Word` with one member each.
void make_words(py::module_& m, const char* name, const char* doc, Words& known);

/// Binds an enumeration from its description.
template <DescribedEnum E>
void bind_enum(py::module_& m, const char* name, const char* doc) {
  Words& known = words<E>();
  each_enumerator<E>([&](std::string_view word, E value) {
    if (static_cast<std::size_t>(value) != known.texts.size()) throw Error("the enumerators do not count from 0");
    known.texts.emplace_back(word);
  });
  make_words(m, name, doc, known);
}

}  // namespace stretchcore::detail
