#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <stretchcore/error.hpp>
#include <stretchcore/safety/monitor.hpp>
#include <stretchcore/safety/widen.hpp>

using namespace stretchcore;

namespace {

/// A rule that was accepted is judged over a stream with everything in it: angles, lost ones, gaps, times that do not
/// increase, silence.
void judge(const Condition& condition) {
  Monitor monitor{{condition}};
  ConditionState state;
  for (int i = 0; i < 40; ++i) {
    Posture posture{Time{std::int64_t{i} * (i % 7 == 0 ? 900'000'000 : 30'000'000)}};
    condition.channels.each([&](Channel c) {
      if ((i + static_cast<int>(index(c))) % 5 != 0) posture.set(c, degrees((i * 37 % 90) - 20.0));
    });
    evaluate(condition, state, posture);
    if (!fits(condition, state)) std::abort();
    monitor.observe(posture);
    if (i % 11 == 0) monitor.tick(posture.time + Time{600'000'000});
    monitor.margin(0);
  }
}

bool refused(const std::string& text) {
  try {
    parse_rule_by_side(text);
    return false;
  } catch (const RuleError&) {
    return true;
  }
}

}  // namespace

/// A text is a rule, which is then judged, or refused with a place inside it; and no rule is only the beginning of a
/// text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  try {
    for (Condition condition : parse_rule_by_side(text)) {
      judge(condition);
      widen(condition, degrees(8));
      judge(condition);
    }
    for (const char* const more : {" ;", " and", " )", " for"}) {
      if (!refused(std::string{text} + more)) std::abort();
    }
  } catch (const RuleError& error) {
    if (error.position() > size) std::abort();
  }
  return 0;
}
