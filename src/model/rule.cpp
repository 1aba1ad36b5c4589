#include <stretchcore/model/rule.hpp>

#include "model/require.hpp"

namespace stretchcore {

using namespace literals;

void Rule::validate() const {
  detail::require_kebab_case("id", id);
  detail::require_words("when", when);
  detail::require_range("unknown_after", unknown_after, 0_s, 60_s);
  detail::require(priority <= Priority::safety, "priority",
                  std::string{name(priority)} + " is not that of a rule; the highest is safety");
  detail::validate_members(*this);
}

}  // namespace stretchcore
