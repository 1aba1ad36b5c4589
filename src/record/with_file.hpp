#pragma once

#include <string>

#include <stretchcore/error.hpp>

namespace stretchcore::detail {

/// Puts the file in front of what is wrong with what is in it.
template <class Read>
auto with_file(const std::string& path, Read&& read) {
  try {
    return read();
  } catch (const CorruptRecord& error) {
    throw CorruptRecord(error.place(), error.problem(), path);
  } catch (const RecordError& error) {
    throw RecordError(path + ": " + error.what());
  }
}

}  // namespace stretchcore::detail
