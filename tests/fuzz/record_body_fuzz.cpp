#include <array>

#include "record/container.hpp"
#include "record/kinds.hpp"
#include "record/reading.hpp"

/// A body behind the byte that chooses its kind, sealed as if somebody had meant it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stretchcore;
  if (size == 0) return 0;
  constexpr std::size_t kinds = std::variant_size_v<Archived>;
  std::array<std::string_view, kinds> letters;
  std::size_t n = 0;
  detail::each_kind([&]<class T>(std::type_identity<T>) { letters[n++] = detail::kind_of<T>; });
  const auto record = detail::sealed(letters[data[0] % kinds], std::as_bytes(std::span{data + 1, size - 1}));
  if (auto value = taken(record)) use(*value);
  return 0;
}
