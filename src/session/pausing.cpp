// Pausing with its way back, caps, and asking for less.

#include <algorithm>
#include <utility>

#include <stretchcore/balance/target.hpp>

#include "engine.hpp"

namespace stretchcore {
namespace {

constexpr Time lost_for{1'500'000'000};  // after a signal went stale: two seconds in all
constexpr Time healthy_for{1'000'000'000};
constexpr Time by_feel_after{13'000'000'000};   // after the pause: fifteen seconds in all
constexpr Time comes_and_goes{60'000'000'000};  // three pauses within this are too many to go on by sight

}  // namespace

/// Something that is watched cannot be trusted, and has been so for too long.
bool Engine::blind() const {
  const auto& lost = s_.sight.primary_lost_since;
  if (lost && s_.now - *lost >= lost_for) return true;
  for (std::size_t i = 0; i < plan_.rules.size(); ++i) {
    const RuleTrack& track = s_.rules[i];
    if (track.announced == RuleVerdict::cued_only || !track.blind_since) continue;
    if (s_.now - *track.blind_since >= plan_.rules[i].unknown_after) return true;
  }
  return false;
}

void Engine::check_pause() {
  if (!s_.sight.covered || !seen()) return;
  if (plan_.options.recorded) return tell_pause();
  if (!blind()) return;
  if (moving_phase()) {
    pause(PauseCause::signal);
  } else if (s_.course.phase == Phase::paused && s_.intermission.cause == PauseCause::rule) {
    leave_out(s_.now - s_.intermission.since);
    s_.intermission.cause = PauseCause::signal;
    s_.intermission.since = s_.now;
    s_.intermission.healthy_since.reset();
    note_loss();
  }
}

/// A recording is not paused: what a live session would have said is told, and it goes on.
void Engine::tell_pause() {
  bool& told = s_.sight.pause_told;
  if (blind()) {
    if (!told && moving_phase()) say(Moment::pause_lost);
    told = told || moving_phase();
  } else if (told && s_.sight.primary_since && s_.now - *s_.sight.primary_since >= healthy_for) {
    told = false;
    if (moving_phase()) say(Moment::found);
  }
}

void Engine::pause(PauseCause cause, std::optional<Moment> own) {
  Intermission& rest = s_.intermission;
  rest = {cause, s_.course.phase, s_.now, {}, false, {}};
  for (const auto& movement : finish_movement(plan_.movement, s_.movement, s_.sight.neutral, s_.now)) {
    if (const auto* attempt = std::get_if<Attempt>(&movement)) rejected(*attempt);
    if (const auto* whole = std::get_if<Repetition>(&movement)) note_home(whole->home, whole->peak);
  }
  if (asked(QuestionKind::health)) ask_health_again();
  if (asked(QuestionKind::pain)) s_.course.pain_asked = false;
  s_.talk.question.reset();  // it is asked again afterwards
  emit(PhaseChanged{{}, s_.course.phase, Phase::paused, s_.course.block});
  s_.course.phase = Phase::paused;
  if (cause == PauseCause::signal) note_loss();
  const Moment words = cause == PauseCause::signal ? Moment::pause_lost
                       : cause == PauseCause::rule ? Moment::pause_rule
                                                   : Moment::pause;
  say_now(own.value_or(words));
}

void Engine::note_loss() {
  auto& losses = s_.sight.losses;
  if (losses.size() == losses.capacity()) losses.erase(losses.begin());
  losses.push_back(s_.now);
}

/// From here on only she ends the pause.
void Engine::pause_for_her() {
  const Phase phase = s_.course.phase;
  if (moving_phase() || phase == Phase::setting_up) {
    pause(PauseCause::person);
  } else if (phase == Phase::paused && s_.intermission.cause != PauseCause::person) {
    s_.intermission.cause = PauseCause::person;
    s_.talk.question.reset();
    say(Moment::pause);
  }
}

void Engine::go_on_after_her() {
  if (!s_.intermission.away) {
    say(Moment::resume);
    resume();
    return take_up();
  }
  if (const auto over = over_after_break()) return come_out(*over);
  set_up_anew();
}

/// She lies down again, and what sees her may have been moved: how she lay, which side is which and how far she came
/// say nothing of what comes. A stuck sensor is still one.
void Engine::set_up_anew() {
  Sight& sight = s_.sight;
  if (seen()) sight.following = Sensing::any;
  sight.covered = false;
  sight.sides = SideCheck::not_asked;
  sight.primary_since.reset();
  sight.neutral = {};
  sight.rest = {};
  sight.losses.clear();
  sight.pair.reset();
  drop_target();
  const double eased = s_.aim.eased;
  const auto ceiling = s_.aim.ceiling;
  s_.aim = {};
  s_.aim.eased = eased;
  s_.aim.ceiling = ceiling;
  s_.movement = {};
  s_.tally.floors.reset();
  for (RuleTrack& rule : s_.rules) rule = {};
  for (const PlannedRule& rule : plan_.rules) no_longer(rule.cue);
  correct_anew();
  Course& course = s_.course;
  if (s_.intermission.phase == Phase::stretching) --course.block;  // that one is begun anew
  course.active_side.reset();
  course.change.reset();
  course.wants_more = false;
  course.pain_asked = false;
  s_.tally.away += s_.now - *s_.intermission.away;
  s_.intermission = {};
  s_.talk.question.reset();
  for (const Moment again : {Moment::settle, Moment::symptom_notice, Moment::ask_ready}) {
    s_.talk.said[static_cast<std::size_t>(again)] = 0;
  }
  enter(Phase::setting_up, Stage::settling);
  say(Moment::set_up_anew);
}

/// The time of a pause does not count.
void Engine::leave_out(Time away) {
  s_.course.phase_since += away;
  s_.course.stage_since += away;
  s_.course.progress_at += away;
  s_.pacing.since += away;
}

/// Back to where it was.
void Engine::resume() {
  leave_out(s_.now - s_.intermission.since);
  emit(PhaseChanged{{}, Phase::paused, s_.intermission.phase, s_.course.block});
  s_.course.phase = s_.intermission.phase;
  s_.pacing.counted.reset();
  s_.intermission.cause.reset();
  s_.aim.pursuit = {};
  for (RuleTrack& rule : s_.rules) rule.answered = false;  // what is still violated is answered again
  s_.talk.question.reset();
  const bool aims = s_.course.stage == Stage::opening || s_.course.stage == Stage::announcing;
  if (s_.course.phase == Phase::stretching && aims) set_target();  // it may be eased
  if (s_.course.stage == Stage::asking_change) enter(Stage::checking);
  if (s_.course.stage == Stage::offering) offer();
}

/// Whoever rests because of a rule hears again what it waits for.
void Engine::remind() {
  for (std::size_t i = 0; i < plan_.rules.size(); ++i) {
    const PlannedRule& rule = plan_.rules[i];
    const bool waits = s_.rules[i].announced == RuleVerdict::violated && rule.response >= Response::pause;
    if (waits && rule.cue >= 0 && !waiting(s_.talk.voice, rule.cue)) say_cue(rule.cue, {rule.condition.side, 0, {}});
  }
}

/// A signal that comes back each time, and each time goes again, is not seen.
bool Engine::flickers() const {
  const auto& losses = s_.sight.losses;
  return losses.size() == losses.capacity() && losses.back() - losses.front() <= comes_and_goes;
}

void Engine::check_resume() {
  Intermission& rest = s_.intermission;
  if (s_.course.phase != Phase::paused || !rest.cause || *rest.cause == PauseCause::person) return;
  bool well = primary_fresh();
  for (std::size_t i = 0; i < plan_.rules.size(); ++i) {
    const RuleTrack& track = s_.rules[i];
    if (track.announced == RuleVerdict::cued_only) continue;
    const bool pauses = plan_.rules[i].response >= Response::pause;
    well = well && !track.blind_since && (*rest.cause == PauseCause::signal || !pauses || track.ok_since);
  }
  const bool given_up_on = *rest.cause == PauseCause::signal && flickers();
  if (!well || given_up_on) {
    rest.healthy_since.reset();
    const bool waited = s_.now - rest.since >= by_feel_after || given_up_on;
    if (*rest.cause != PauseCause::signal || !waited) return;
    if (!rest.offered_feel) {
      rest.offered_feel = true;
      ask(QuestionKind::by_feel, Moment::ask_by_feel);
    } else if (!s_.talk.question && silent()) {
      go_by_feel();
    }
    return;
  }
  if (!rest.healthy_since) rest.healthy_since = s_.now;
  if (s_.now - *rest.healthy_since < healthy_for) return;
  say(*rest.cause == PauseCause::signal ? Moment::found : Moment::resume);
  resume();
  take_up();
}

void Engine::check_caps() {
  const Dose& dose = plan_.exercise.dose;
  const bool guiding = moving_phase() || s_.course.phase == Phase::paused || s_.course.phase == Phase::setting_up;
  if (!guiding) return;
  const Tally& tally = s_.tally;
  const Time away = tally.away + (s_.intermission.away ? s_.now - *s_.intermission.away : Time{0});
  const bool full = tally.openings + tally.offered >= dose.cap_repetitions || tally.moving >= dose.cap_moving ||
                    s_.now - s_.started - away >= dose.cap_in_position;
  if (full) come_out(EndReason::cap);
}

/// Less far from here on; false if it is over already.
bool Engine::lower() {
  const Phase phase = s_.course.phase;
  if (phase == Phase::finished || phase == Phase::stopped || phase == Phase::coming_out) return false;
  s_.aim.eased = std::max(s_.aim.eased * eased_by, least_eased);
  return true;
}

void Engine::ease() {
  if (!lower()) return;
  if (moving_phase() || s_.course.phase == Phase::paused) say(Moment::ease_off);
  if (s_.course.phase == Phase::stretching) set_target();
}

/// Less than what was too much, whatever the ramp; where there is no less, rest.
void Engine::ease_after_too_much() {
  if (!lower()) return;
  cap_at_latest();
  const bool stretching = s_.course.phase == Phase::stretching;
  const bool smallest = at_the_smallest() && !plan_.options.recorded;
  if (smallest && stretching) {
    pause(PauseCause::person, Moment::smallest);
  } else if (moving_phase() || s_.course.phase == Phase::paused) {
    say(smallest ? Moment::smallest : Moment::ease_off);
  }
  if (stretching) set_target();
}

}  // namespace stretchcore
