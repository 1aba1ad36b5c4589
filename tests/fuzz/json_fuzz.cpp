#include <cstdlib>

#include "document/mutated_json.hpp"

/// A document behind the byte that chooses its kind: refused with a place, or read as something that can be.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stretchcore;
  if (size == 0) return 0;
  const std::string_view text{reinterpret_cast<const char*>(data + 1), size - 1};
  const Reading reading = document_kinds()[data[0] % document_kinds().size()].read(text);
  if (reading != Reading::refused && reading != Reading::accepted) std::abort();
  return 0;
}
