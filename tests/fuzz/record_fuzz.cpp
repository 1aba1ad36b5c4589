#include "record/reading.hpp"

/// A whole record. Its checksums keep almost everything out: what is tried here is the container.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  stretchcore::taken(std::as_bytes(std::span{data, size}));
  return 0;
}
