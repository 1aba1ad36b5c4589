// What may be counted of a session. A field is neutral only where it says so here.

#include <algorithm>
#include <array>

#include <stretchcore/detail/describe.hpp>
#include <stretchcore/stream/analytics.hpp>

namespace stretchcore {
namespace {

struct Neutral {
  std::string_view tag;
  std::string_view field;
};

// Where not even the time of an event is named, that it happened says something of the person's health: so it is with
// `nobody_answers`, for a person may be unable to. A phase is neutral, but that it stopped is not: see below. That the
// person slid or the camera moved is neutral, how the body lay before and after is not.
constexpr std::array neutral_fields{Neutral{"phase_changed", "time"},
                                    Neutral{"phase_changed", "from"},
                                    Neutral{"phase_changed", "to"},
                                    Neutral{"phase_changed", "block"},
                                    Neutral{"coverage_set", "time"},
                                    Neutral{"coverage_set", "watched"},
                                    Neutral{"coverage_set", "cued_only"},
                                    Neutral{"coverage_set", "sides"},
                                    Neutral{"repetition_completed", "time"},
                                    Neutral{"repetition_completed", "number"},
                                    Neutral{"hold_completed", "time"},
                                    Neutral{"side_changed", "time"},
                                    Neutral{"set_completed", "time"},
                                    Neutral{"set_completed", "block"},
                                    Neutral{"guide", "time"},
                                    Neutral{"guide", "kind"},
                                    Neutral{"signal_lost", "time"},
                                    Neutral{"signal_lost", "channels"},
                                    Neutral{"signal_lost", "health"},
                                    Neutral{"signal_restored", "time"},
                                    Neutral{"signal_restored", "channels"},
                                    Neutral{"sample_rejected", "time"},
                                    Neutral{"sample_rejected", "reason"},
                                    Neutral{"sample_rejected", "channel"},
                                    Neutral{"rule_widened", "time"},
                                    Neutral{"rule_widened", "rule"},
                                    Neutral{"rule_widened", "limit"},
                                    Neutral{"session_ended", "time"},
                                    Neutral{"clock_adopted", "time"},
                                    Neutral{"clock_adopted", "clock"},
                                    Neutral{"clock_adopted", "by"},
                                    Neutral{"clock_adopted", "bridged"},
                                    Neutral{"neutral_moved", "time"},
                                    Neutral{"neutral_moved", "channel"}};

constexpr bool of_health(Phase phase) { return phase == Phase::stopped; }

/// That somebody stopped is told as that it ended.
void soften(PhaseChanged& change) {
  if (of_health(change.to)) change.to = Phase::finished;
  if (of_health(change.from)) change.from = Phase::finished;
}

template <class E>
void soften(E&) {}

}  // namespace

Privacy privacy(std::string_view tag, std::string_view field) {
  const bool neutral = std::any_of(neutral_fields.begin(), neutral_fields.end(),
                                   [&](const Neutral& one) { return one.tag == tag && one.field == field; });
  return neutral ? Privacy::neutral : Privacy::health;
}

std::optional<Event> analytics(const Event& event) {
  return std::visit(
      [](const auto& given) -> std::optional<Event> {
        using E = std::decay_t<decltype(given)>;
        if (privacy(E::tag, "time") == Privacy::health) return std::nullopt;
        E passed;
        detail::each_member<E>([&](std::string_view name, auto member) {
          if (privacy(E::tag, name) == Privacy::neutral) passed.*member = given.*member;
        });
        soften(passed);
        return Event{passed};
      },
      event);
}

}  // namespace stretchcore
