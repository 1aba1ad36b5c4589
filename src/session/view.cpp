#include <algorithm>
#include <cstdio>

#include <stretchcore/session/session.hpp>
#include <stretchcore/session/view.hpp>

#include "plan.hpp"
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
std::string trouble(const SessionState& s, Channel c) {
  const ChannelState& channel = s.sight.signals[c];
  const auto since = [&](const char* what, Time time) {
    return spoken(c) + ' ' + what + " for " + whole(to_seconds(s.now - time)) + " s";
  };
  switch (health(s.sight.signals, c, s.now)) {
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

/// Which channel is missing and for how long: a primary side first, then whatever else is watched.
std::string not_seen(const SessionPlan& plan, const SessionState& s) {
  std::string words;
  for (const ChannelSet& channels : {plan.primary, s.sight.watched}) {
    channels.each([&](Channel c) {
      if (words.empty() && health(s.sight.signals, c, s.now) != Health::fresh) words = trouble(s, c);
    });
  }
  return words;
}

/// A mistake in the stream that explains why nothing goes on.
std::string wrong_unit(const SessionState& s) {
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
  const bool waits =
      s.course.phase >= Phase::measuring && s.course.phase <= Phase::remeasuring && s.tally.openings == 0;
  const bool small = s.diagnosis.largest > degrees(0.02) && s.diagnosis.largest <= degrees(1.6);
  if (waits && small && s.diagnosis.samples >= enough_samples) return "angles never exceed 1.6: radians?";
  return {};
}

std::string paused_for(const SessionPlan& plan, const SessionState& s) {
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

std::string setting_up_for(const SessionPlan& plan, const SessionState& s) {
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

std::string opening_for(const SessionPlan& plan, const SessionState& s) {
  const Course& course = s.course;
  if (s.sight.following == Sensing::unseen) return "the tempo of an opening";
  if (course.stage == Stage::resting) return "the rest between the sides";
  if (course.stage == Stage::practising) return "small openings, " + std::to_string(course.practised) + " of 2";
  if (course.phase == Phase::stretching) {
    if (plan.held()) return "a hold near the target, " + one_decimal(to_seconds(s.pacing.kept)) + " s kept";
    return "repetitions, " + std::to_string(course.counted) + " of " + std::to_string(per_block(plan, s));
  }
  return "easy openings, " + std::to_string(course.counted) + " of " + std::to_string(plan.openings_wanted());
}

std::string waiting_for(const SessionPlan& plan, const SessionState& s, bool over) {
  if (const std::string mistake = wrong_unit(s); !mistake.empty()) return mistake;
  if (s.alarm.raised() && !s.alarm.acknowledged) return "acknowledge, for the call for help";
  if (over) return {};
  if (s.course.phase == Phase::ready) return "start";
  if (s.talk.question) return "an answer: " + std::string{name(s.talk.question->kind)};
  switch (s.course.phase) {
    case Phase::setting_up:
      return setting_up_for(plan, s);
    case Phase::paused:
      return paused_for(plan, s);
    case Phase::measuring:
    case Phase::stretching:
    case Phase::remeasuring:
      return s.course.stage == Stage::checking || s.course.stage == Stage::asking_change ||
                     s.course.stage == Stage::offering || s.course.stage == Stage::announcing
                 ? "words to be said"
                 : opening_for(plan, s);
    default:
      return "the way out";
  }
}

/// How much of a block is done [0..1].
double block_done(const SessionPlan& plan, const SessionState& s) {
  const Effort& effort = plan.exercise.movement.effort;
  int wanted = per_block(plan, s);
  if (const auto* hold = std::get_if<Hold>(&effort)) wanted = hold->holds_each_side;
  if (const auto* relax = std::get_if<ContractRelax>(&effort)) wanted = relax->holds_each_side;
  const bool paced = plan.held() || s.sight.following == Sensing::unseen;
  const double done = std::clamp(static_cast<double>(paced ? s.pacing.done : s.course.counted) / wanted, 0.0, 1.0);
  if (!plan.one_sided() || plan.only) return done;
  const bool first = s.course.active_side == plan.first_side(Phase::stretching);
  return (first ? done : 1.0 + done) / 2.0;
}

/// A guess from the usual share of each phase; within one it only grows.
double progress(const SessionPlan& plan, const SessionState& s) {
  const Course& course = s.course;
  const Phase phase = course.phase == Phase::paused ? s.intermission.phase : course.phase;
  constexpr double usual = 60.0;  // [s]
  // A question before getting down begins the phase anew, not the session.
  const Time since = phase == Phase::setting_up ? s.started : course.phase_since;
  const double spent = std::clamp(to_seconds(s.now - since) / usual, 0.0, 1.0);
  const double counted = block_done(plan, s);
  const double block = course.block > 0 ? 1.0 - 1.0 / course.block : 0.0;  // later blocks share what is left
  switch (phase) {
    case Phase::ready:
      return 0.0;
    case Phase::setting_up:
      return 0.2 * spent;
    case Phase::measuring:
      return 0.2 + 0.15 * spent;
    case Phase::stretching:
      return 0.35 + 0.5 * (block + (1.0 - block) * 0.6 * counted);
    case Phase::remeasuring:
      return 0.35 + 0.5 * (block + (1.0 - block) * (0.6 + 0.4 * spent));
    case Phase::coming_out:
    case Phase::stopped:
      return s.way_out_spoken ? 1.0 : 0.9;
    default:
      return 1.0;
  }
}

/// The call screen, while nobody has seen to it.
std::optional<CallScreen> call_screen(const SessionPlan& plan, const SessionState& s) {
  const Alarm& alarm = s.alarm;
  if (!alarm.raised() || alarm.acknowledged) return std::nullopt;
  const auto words = [&](int cue) { return plan.cues[static_cast<std::size_t>(cue)].words; };
  const Symptom symptom = plan.symptoms[static_cast<std::size_t>(alarm.symptom)].symptom;
  const int posture = plan.posture_cue(plan.concern_in_emergency(alarm.symptom), alarm.body);
  return CallScreen{symptom,          alarm.side,
                    alarm.times_said, plan.options.emergency_number,
                    words(plan.call), posture < 0 ? std::string{} : words(posture)};
}

std::vector<Action> actions(const SessionState& s) {
  const Phase phase = s.course.phase;
  const bool moving = phase == Phase::measuring || phase == Phase::stretching || phase == Phase::remeasuring;
  const bool paused = phase == Phase::paused;
  const bool guiding = moving || paused || phase == Phase::setting_up;
  const bool asks_more = s.talk.question && s.talk.question->kind == QuestionKind::more;
  std::vector<Action> all{Action::stop};
  const auto offer = [&](bool possible, Action action) {
    if (possible) all.push_back(action);
  };
  offer(phase == Phase::ready, Action::start);
  offer(guiding && !paused, Action::pause);
  offer(paused && s.intermission.cause == PauseCause::person, Action::resume);
  offer(moving || paused, Action::ease);
  offer(moving || asks_more, Action::more);
  offer(guiding || phase == Phase::ready, Action::enough);
  offer(guiding, Action::away);
  offer(s.alarm.raised() && !s.alarm.acknowledged, Action::acknowledge);
  return all;
}

}  // namespace

View Session::view() const {
  const SessionState& s = state_;
  View view;
  view.time = s.now;
  view.phase = s.course.phase;
  view.block = s.course.block;
  view.active_side = s.course.active_side;
  const bool practising = s.course.stage == Stage::practising;
  view.repetitions = practising ? s.course.practised : s.course.counted;
  if (s.sight.following == Sensing::seen && s.course.stage == Stage::opening && !plan_->held()) {
    view.repetitions_wanted = s.course.phase == Phase::stretching ? per_block(*plan_, s) : plan_->openings_wanted();
  }
  view.opening = each_side([&](Side side) -> std::optional<Angle> {
    const Channel c = channel(plan_->movement.motion, side);
    if (health(s.sight.signals, c, s.now) != Health::fresh) return std::nullopt;
    return s.sight.signals[c].smooth();
  });
  view.target = target();
  view.coverage = {s.sight.watched, s.sight.cued_only};
  view.question = s.talk.question;
  view.progress = progress(*plan_, s);
  view.waiting_for = waiting_for(*plan_, s, over());
  view.emergency = call_screen(*plan_, s);
  view.actions = actions(s);
  return view;
}

}  // namespace stretchcore
