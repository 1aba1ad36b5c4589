// A million damaged records, half as many forged ones and a million damaged journals: what became of them, in one
// table. Anything that is accepted with another value, thrown by others, or asked for beyond the bound ends it with 1.
//
//   stretchcore_record_mutants [how many, 1000000]

#include <cstdio>
#include <cstdlib>
#include <exception>

#include "allocation_counter.hpp"
#include "record/container.hpp"
#include "record/journals.hpp"
#include "record/mutate.hpp"
#include "record/reading.hpp"
#include "record/samples.hpp"

using namespace stretchcore;

namespace {

struct Row {
  long unchanged = 0;
  long refused = 0;
  long read = 0;   ///< another value than was written
  long other = 0;  ///< threw what is not ours
  std::size_t largest = 0;
};

void try_one(Row& row, const Bytes& record, bool look) {
  const AllocationCounter counter;
  try {
    std::optional<Archived> value = taken(record);
    row.largest = std::max(row.largest, counter.largest());
    value ? ++row.read : ++row.refused;
    if (value && look) use(*value);
  } catch (const std::exception& error) {
    ++row.other;
    std::fprintf(stderr, "threw: %s\n", error.what());
  }
}

void print(const char* what, std::string_view name, const Row& row) {
  std::printf("%-8s %-10s %9ld %9ld %9ld %9ld %9zu\n", what, std::string{name}.c_str(), row.unchanged, row.refused,
              row.read, row.other, row.largest);
}

/// Of a journal some may be believed: a beginning of what was written, and nothing else.
bool journals(long wanted, Random& random) {
  const Bytes& whole = short_journal().bytes;
  const std::vector<detail::FoundEntry> original = detail::find_entries(whole).entries;
  long refused = 0;
  long prefixes = 0;
  long wrong = 0;
  std::size_t largest = 0;
  for (long i = 0; i < wanted; ++i) {
    Bytes mutant = whole;
    mutate(random, mutant);
    const AllocationCounter counter;
    const Fate fate = fate_of(mutant, original, Recovery::tail);
    largest = std::max(largest, counter.largest());
    ++(fate == Fate::refused ? refused : fate == Fate::prefix ? prefixes : wrong);
  }
  std::printf("journals of %zu bytes: %ld refused, %ld a beginning of what was written, %ld wrong; largest %zu\n",
              whole.size(), refused, prefixes, wrong, largest);
  return wrong == 0 && largest <= 1'000'000 + 16 * whole.size();
}

}  // namespace

int main(int count, char** arguments) {
  const long wanted = count > 1 ? std::atol(arguments[1]) : 1'000'000;
  const long each = wanted / static_cast<long>(sample_records().size()) + 1;
  Random random{20261128};
  bool fine = true;
  std::printf("%-8s %-10s %9s %9s %9s %9s %9s\n", "", "record", "unchanged", "refused", "read", "threw", "largest");
  for (const SampleRecord& sample : sample_records()) {
    Row damaged;
    for (long i = 0; i < each; ++i) {
      Bytes mutant = sample.bytes;
      mutate(random, mutant);
      if (mutant == sample.bytes) {
        ++damaged.unchanged;
      } else {
        try_one(damaged, mutant, false);
      }
    }
    print("damaged", sample.name, damaged);
    Row forged;
    const detail::Opened opened = detail::opened(sample.bytes);
    for (long i = 0; i < each / 2; ++i) {
      Bytes body{opened.body.begin(), opened.body.end()};
      mutate(random, body);
      try_one(forged, detail::sealed(opened.kind, body), true);
    }
    print("forged", sample.name, forged);
    const std::size_t bound = 1'000'000 + 16 * sample.bytes.size();
    fine = fine && damaged.read == 0 && damaged.other + forged.other == 0;
    fine = fine && damaged.largest <= bound && forged.largest <= bound;
  }
  fine = journals(wanted, random) && fine;
  return fine ? 0 : 1;
}
