#include "effort.hpp"

namespace stretchcore {
namespace {

constexpr Time into_a_hold{3'000'000'000};  // and back out of it

}  // namespace

Time out_time(const Effort& effort) {
  const auto* repeat = std::get_if<Repeat>(&effort);
  return repeat ? repeat->out : into_a_hold;
}

Time press_time(const Effort& effort) {
  const auto* relax = std::get_if<ContractRelax>(&effort);
  return relax ? relax->contract : Time{0};
}

Time stay_time(const Effort& effort) {
  if (const auto* repeat = std::get_if<Repeat>(&effort)) return repeat->stay;
  if (const auto* hold = std::get_if<Hold>(&effort)) return hold->duration;
  return std::get<ContractRelax>(effort).hold;
}

Time back_time(const Effort& effort) {
  const auto* repeat = std::get_if<Repeat>(&effort);
  return repeat ? repeat->back : into_a_hold;
}

int holds_each_side(const Effort& effort) {
  if (const auto* hold = std::get_if<Hold>(&effort)) return hold->holds_each_side;
  const auto* relax = std::get_if<ContractRelax>(&effort);
  return relax ? relax->holds_each_side : 0;
}

}  // namespace stretchcore
