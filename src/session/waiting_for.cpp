#include "waiting_for.hpp"

#include <algorithm>
#include <cstdio>

#include "phase_traits.hpp"
#include "standing.hpp"

namespace stretchcore {
namespace {

std::string spoken(Channel c) {
  std::string words;
  if (const auto s = side(c)) words = std::string{name(*s)} + ' ';
  std::string_view joint = name(motion(c));
  if (side(c)) joint = joint.substr(0, joint.find('_'));
  for (const char letter : joint) words += letter == '_' ? ' ' : letter;
  return words;
}

std::string one_decimal(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

std::string whole(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.0f", value);
  return text;
}

/// What is wrong with a channel, and since when.
std::string trouble(const State& s, Channel c) {
  const ChannelState& channel = s.sight.signals_[c];
  const auto since = [&](const char* what, Time time) {
    return spoken(c) + ' ' + what + " for " + whole(to_seconds(s.now - time)) + " s";
  };
  switch (health(s.sight.signals_, c, s.now)) {
    case Health::frozen:
      return since("stuck", channel.changed);
    case Health::implausible:
      return since("beyond its joint", channel.doubted_since);
    case Health::jumping:
      return since("jumping", channel.doubted_since);
    case Health::too_slow:
      return spoken(c) + " too slow to watch: more than half a second between two values";
    default:
      return since("not seen", channel.seen() ? channel.at() : s.started);
  }
}

/// Which channel is missing and for how long: a primary side first, then what else is watched.
std::string not_seen(const SessionPlan& plan, const State& s) {
  std::string words;
  for (const ChannelSet& channels : {plan.primary, s.sight.watched}) {
    channels.each([&](Channel c) {
      if (words.empty() && health(s.sight.signals_, c, s.now) != Health::fresh) words = trouble(s, c);
    });
  }
  return words;
}

/// A mistake in the stream that explains why nothing goes on.
std::string wrong_unit(const State& s) {
  constexpr int in_a_row = 3;
  constexpr int enough_samples = 100;
  constexpr Time two_clocks{60'000'000'000};
  if (s.diagnosis.behind >= two_clocks) {
    return "postures " + whole(to_seconds(s.diagnosis.behind)) + " s behind ticks and reports: two clocks?";
  }
  if (s.diagnosis.reports_off >= two_clocks) {
    return "reports " + whole(to_seconds(s.diagnosis.reports_off)) + " s away from postures and ticks: two clocks?";
  }
  if (s.diagnosis.long_steps >= in_a_row) {
    return "time step " + whole(to_seconds(s.diagnosis.step)) + ": milliseconds?";
  }
  const bool waits = traits(s.course.phase).moving && s.tally.openings == 0;
  const bool small = s.diagnosis.largest > degrees(0.02) && s.diagnosis.largest <= degrees(1.6);
  if (waits && small && s.diagnosis.samples >= enough_samples) return "angles never exceed 1.6: radians?";
  return {};
}

std::string paused_for(const SessionPlan& plan, const State& s) {
  switch (s.intermission.cause.value_or(PauseCause::person)) {
    case PauseCause::person:
      return s.intermission.away ? "resume, then set up anew" : "resume";
    case PauseCause::rule:
      for (std::size_t i = 0; i < plan.rules.size(); ++i) {
        const bool ok = s.rules[i].ok_since || s.rules[i].announced == RuleVerdict::cued_only;
        if (!ok && plan.rules[i].response >= Response::pause) {
          return "rule " + plan.exercise.rules[static_cast<std::size_t>(plan.rules[i].rule)].id + " to be ok for 1 s";
        }
      }
      return "rules to be ok for 1 s";
    case PauseCause::signal: {
      const std::string missing = not_seen(plan, s);
      return missing.empty() ? "1 s of healthy signals" : missing;
    }
  }
  return {};
}

std::string setting_up_for(const SessionPlan& plan, const State& s) {
  switch (s.course.stage) {
    case Stage::looking: {
      const std::string missing = not_seen(plan, s);
      return missing.empty() ? "both sides seen for 1 s" : missing;
    }
    case Stage::side_check:
      return "one bend of the left knee";
    case Stage::stilling: {
      const NeutralState& neutral = s.sight.neutral;
      const Time still = neutral.watching && !neutral.captured ? s.now - neutral.since : neutral_window;
      return "hold still, " + one_decimal(to_seconds(std::min(still, neutral_window))) + " of " +
             one_decimal(to_seconds(neutral_window)) + " s";
    }
    default:
      return "the words of the set-up";
  }
}

std::string opening_for(const SessionPlan& plan, const State& s) {
  const Course& course = s.course;
  if (s.sight.following == Sensing::unseen || !plan.counted) return "the tempo of an opening";
  if (course.stage == Stage::resting) return "the rest between the sides";
  if (course.stage == Stage::practising) return "small openings, " + std::to_string(course.practised) + " of 2";
  if (course.phase == Phase::stretching) {
    if (plan.held()) return "a hold near the target, " + one_decimal(to_seconds(s.pacing.kept)) + " s kept";
    return "repetitions, " + std::to_string(course.counted) + " of " + std::to_string(per_block(plan, s));
  }
  return "easy openings, " + std::to_string(course.counted) + " of " + std::to_string(plan.openings_wanted());
}

bool at_words(Stage stage) {
  return stage == Stage::checking || stage == Stage::asking_change || stage == Stage::offering ||
         stage == Stage::announcing;
}

}  // namespace

std::string waiting_for(const SessionPlan& plan, const State& s, bool over) {
  if (const std::string mistake = wrong_unit(s); !mistake.empty()) return mistake;
  if (s.alarm.raised() && !s.alarm.acknowledged) return "acknowledge, for the call for help";
  if (over) return {};
  if (s.talk.question) return "an answer: " + std::string{name(s.talk.question->kind)};
  const PhaseTraits& now = traits(s.course.phase);
  if (!now.waits_for.empty()) return std::string{now.waits_for};
  if (!now.moving) return now.phase == Phase::paused ? paused_for(plan, s) : setting_up_for(plan, s);
  return at_words(s.course.stage) ? "words to be said" : opening_for(plan, s);
}

}  // namespace stretchcore
