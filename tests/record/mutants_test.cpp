#include "allocation_counter.hpp"
#include "catch.hpp"
#include "record/container.hpp"
#include "record/mutate.hpp"
#include "record/reading.hpp"
#include "record/samples.hpp"

namespace record_mutants_test {

using namespace stretchcore;

// A few thousand of what tests/benchmarks/record_mutants.cpp does a million times.

TEST_CASE("of many damaged records none is taken for another value", "[SR-14]") {
  Random random{7};
  int accepted = 0;
  for (const SampleRecord& sample : sample_records()) {
    INFO(sample.name);
    for (int i = 0; i < 1500; ++i) {
      Bytes mutant = sample.bytes;
      mutate(random, mutant);
      if (mutant != sample.bytes && taken(mutant)) ++accepted;
    }
  }
  CHECK(accepted == 0);
}

TEST_CASE("a forged body crashes nothing, asks for no more than its bytes bear out, and is valid where it is read",
          "[SR-14]") {
  Random random{8};
  int read = 0;
  int refused = 0;
  for (const SampleRecord& sample : sample_records()) {
    INFO(sample.name);
    const detail::Opened opened = detail::opened(sample.bytes);
    for (int i = 0; i < 300; ++i) {
      Bytes body{opened.body.begin(), opened.body.end()};
      for (std::size_t times = 1 + up_to(random, 2); times > 0; --times) mutate(random, body);
      const Bytes record = detail::sealed(opened.kind, body);
      const AllocationCounter counter;
      std::optional<Archived> value = taken(record);
      const std::size_t largest = counter.largest();
      CHECK(largest <= 1'000'000 + 16 * record.size());
      value ? ++read : ++refused;
      if (!value) continue;
      // What is read is exactly what would be written; a session's exercise is adapted to the person once more.
      if (opened.kind != "SESS") CHECK(archived(*value) == record);
      use(*value);
    }
  }
  CHECK(read > 100);
  CHECK(refused > 100);
}

TEST_CASE("a count of billions is refused before anything is sized by it") {
  for (const SampleRecord& sample : sample_records()) {
    INFO(sample.name);
    const detail::Opened opened = detail::opened(sample.bytes);
    const std::size_t step = std::max<std::size_t>(1, opened.body.size() / 400);
    for (std::size_t at = 0; at + 4 <= opened.body.size(); at += step) {
      Bytes body{opened.body.begin(), opened.body.end()};
      std::fill_n(body.begin() + static_cast<std::ptrdiff_t>(at), 4, std::byte{0xFF});
      const Bytes record = detail::sealed(opened.kind, body);
      const AllocationCounter counter;
      taken(record);
      CHECK(counter.largest() <= 1'000'000 + 16 * record.size());
    }
  }
}

}  // namespace record_mutants_test
