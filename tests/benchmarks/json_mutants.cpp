// A million changed documents of all kinds: what became of them, in one table. A refusal without a place, a value that
// cannot be, a foreign exception, or memory asked for beyond the bound ends it with 1.
//
//   stretchcore_json_mutants [how many, 1000000]

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>

#include "allocation_counter.hpp"
#include "document/mutated_json.hpp"

using namespace stretchcore;

namespace {

/// What may be asked for at once: a value of a state has room of its own, a text is copied while it is written.
constexpr std::size_t bound_beside = 1'000'000;
constexpr std::size_t bound_by_length = 16;

}  // namespace

int main(int count, char** arguments) {
  const long wanted = count > 1 ? std::atol(arguments[1]) : 1'000'000;
  const long each = wanted / static_cast<long>(document_kinds().size());
  Random random{20261128};
  bool fine = true;
  std::printf("%-10s %9s %9s %9s %10s %9s %9s\n", "document", "refused", "accepted", "placeless", "impossible", "threw",
              "largest");
  for (const DocumentKind& kind : document_kinds()) {
    std::array<long, 4> fates{};
    long threw = 0;
    std::size_t largest = 0;
    for (long i = 0; i < each; ++i) {
      std::string text = kind.samples[up_to(random, kind.samples.size() - 1)];
      for (std::size_t n = up_to(random, 2) + 1; n > 0; --n) mutate_text(random, text);
      const AllocationCounter counter;
      try {
        const Reading reading = kind.read(text);
        const auto fate = static_cast<std::size_t>(reading);
        ++fates[fate];
        if (fate > 1 && fates[fate] <= 3) std::fprintf(stderr, "%s\n", text.substr(0, 4000).c_str());
      } catch (const std::exception& error) {
        ++threw;
        std::fprintf(stderr, "threw: %s\n", error.what());
      }
      largest = std::max(largest, counter.largest());
      fine = fine && counter.largest() <= bound_beside + bound_by_length * text.size();
    }
    std::printf("%-10s %9ld %9ld %9ld %10ld %9ld %9zu\n", std::string{kind.name}.c_str(), fates[0], fates[1], fates[2],
                fates[3], threw, largest);
    fine = fine && fates[2] + fates[3] + threw == 0;
  }
  return fine ? 0 : 1;
}
