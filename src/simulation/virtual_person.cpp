#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include <stretchcore/cue/render.hpp>
#include <stretchcore/simulation/virtual_person.hpp>

#include "session/access.hpp"

namespace stretchcore {
namespace {

constexpr Time thinks_for{1'500'000'000};  // before an answer
constexpr Time reacts_in{500'000'000};     // to words that have ended
constexpr Angle at_rest = degrees(2);       // a leg that lies closed
constexpr Angle founding_way = degrees(40);  // what is usual for the founding exercise
constexpr double small_share = 0.5;
constexpr double learns = 0.5;  // of what is missing to full obedience, at each correction

/// From 0 to 1 and back to 0 over a cycle, with rest at both ends: the minimum-jerk polynomial (Flash & Hogan 1985).
double opening_shape(double share) {
  const double x = std::clamp(share < 0.5 ? 2.0 * share : 2.0 * (1.0 - share), 0.0, 1.0);
  return x * x * x * (10.0 + x * (-15.0 + 6.0 * x));
}

/// Says what to do next, so it is heard to its end before it is done.
bool instructs(Moment moment) {
  switch (moment) {
    case Moment::practice:
    case Moment::measure:
    case Moment::remeasure:
    case Moment::block:
    case Moment::switch_side:
    case Moment::work_side:
      return true;
    default:
      return false;
  }
}

}  // namespace

VirtualPerson::VirtualPerson(std::uint64_t seed, Traits traits)
    : traits_(std::move(traits)), random_(seed), obedience_(traits_.obedience) {
  traits_.validate();
  if (traits_.guards_after == 0) guards_since_ = now_;
}

double VirtualPerson::uniform() { return static_cast<double>(random_() >> 11) * 0x1.0p-53; }

/// Near-normal, one standard deviation: the sum of eight uniform numbers is exact, and so the same everywhere.
double VirtualPerson::noise() {
  constexpr double mean = 8.0 * 65535.0 / 2.0;
  constexpr double deviation = 53509.43;  // √(8 (65536² − 1) / 12)
  std::uint64_t sum = 0;
  for (int i = 0; i < 2; ++i) {
    const std::uint64_t bits = random_();
    for (int shift = 0; shift < 64; shift += 16) sum += bits >> shift & 0xffff;
  }
  return (static_cast<double>(sum) - mean) / deviation;
}

Bilateral<Angle> VirtualPerson::easy() const {
  return each_side([&](Side side) { return easy(side); });
}

Bilateral<Angle> VirtualPerson::limit() const {
  return each_side([&](Side side) { return easy(side) + traits_.beyond * smaller(); });
}

bool VirtualPerson::moves(Side side) const { return !traits_.moves_only || *traits_.moves_only == side; }

VirtualPerson::Usual VirtualPerson::usual_for(const Exercise& exercise) {
  Usual usual;
  const Movement& movement = exercise.movement;
  usual.motion = movement.motion;
  usual.home = at_rest;
  if (!movement.motion) return usual;
  usual.shows = side_signals(movement);
  if (!exercise.figure) return usual;
  const std::string channel{name(usual.shows.left.channel)};
  const auto angle_in = [&](const Pose& pose) {
    const auto found = pose.find(channel);
    return degrees(found == pose.end() ? 0.0 : found->second);
  };
  const Angle start = angle_in(exercise.figure->start);
  const Angle way = abs(angle_in(exercise.figure->end) - start);
  if (way < degrees(1)) return usual;
  usual.home = start;
  usual.share = way / founding_way;
  return usual;
}

/// No joint goes further beyond what anatomy lets it.
Angle VirtualPerson::furthest(const Movement& movement, Side side) const {
  return std::max(movement.anatomy + degrees(25) - starts_from(side), Angle{});
}

/// The angle that a way to somewhere begins at. Legs that lie closed begin at 0°, whatever a sensor says.
Angle VirtualPerson::starts_from(Side side) const {
  const SideSignal& signal = usual_.shows[side];
  return usual_.home == at_rest ? Angle{} : signal.of(usual_.home, signal.one_way ? usual_.home : Angle{});
}

/// Of what varies from one opening to the next, where the whole way is short.
double VirtualPerson::smaller() const {
  return std::min(usual_.share, 1.0);
}

/// Before anything was gained or lost.
Angle VirtualPerson::fresh_easy(Side side) const {
  return (side == Side::left ? traits_.easy_left : traits_.easy_right) * usual_.share;
}

Angle VirtualPerson::easy(Side side) const {
  const double gained = std::min(1.0, static_cast<double>(held_) / traits_.gain_openings);
  return fresh_easy(side) + traits_.gain * gained * smaller() -
         traits_.tires * static_cast<double>(held_) - (guards_since_ ? traits_.guarding : Angle{});
}

/// What is still missing before she is warm.
Angle VirtualPerson::warming() const { return degrees(std::ldexp(traits_.warms.degrees(), -openings_)); }

void VirtualPerson::begin(Session& session) {
  if (session.phase() == Phase::ready) {
    now_ = std::max(now_, session.state().now());
    const Time at = now_;
    keep(session, session.report(Command{at, Action::start}));
    if (session.phase() != Phase::ready) started_ = at;
  }
  if (!started_) started_ = SessionInside::state(session).started;  // somebody else has started it
}

/// One sample later.
void VirtualPerson::later() {
  const double late = traits_.jitter > 0.0 ? traits_.jitter * uniform() : 0.0;
  const double steps = static_cast<double>(++samples_) + late;
  now_ = *started_ + Time{static_cast<std::int64_t>(steps * 1e9 / traits_.rate)};
  since_start_ = now_ - *started_;
}

/// What the person tells by themselves, and what they answer.
void VirtualPerson::answer(Session& session) {
  if (traits_.symptom && !told_symptom_ && since_start_ >= traits_.symptom_at) {
    told_symptom_ = true;
    keep(session, session.report(SymptomReport{told_by(Clocks::ticks), *traits_.symptom, {}, traits_.symptom_id}));
  }
  if (answer_ && now_ >= answer_at_) {
    const Answer answer = *answer_;
    answer_.reset();
    keep(session, session.report(answer));
  }
}

std::span<const Event> VirtualPerson::step(Session& session) {
  events_.clear();
  begin(session);
  later();
  usual_ = usual_for(session.exercise());
  pass_suspended(session);
  answer(session);
  move(session);
  wear();
  if (traits_.seen) spoil(posture_ = sense());
  const bool comes = traits_.seen && (traits_.lost == 0.0 || uniform() >= traits_.lost);
  show(session, comes && arrives());
  return events_;
}

void VirtualPerson::follow(Session& session, const std::function<void(const Event&)>& hear_each) {
  const Time until = now_ + longest_following;
  while (!session.over() && now_ < until) {
    for (const Event& event : step(session)) {
      if (hear_each) hear_each(event);
    }
  }
}

void VirtualPerson::keep(const Session& session, std::span<const Event> events) {
  for (const Event& event : events) {
    hear(session, event);
    events_.push_back(event);
  }
}

void VirtualPerson::hear(const Session& session, const Event& event) {
  if (const auto* cue = std::get_if<CueGiven>(&event)) {
    const bool free = cue->moment == Moment::practice || cue->moment == Moment::remeasure;
    if (free) {
      task_ = Task::little;
      small_left_ = 2;
    }
    if (cue->moment == Moment::block) task_ = Task::target;
    if (cue->moment == Moment::over_target) obedience_ += (1.0 - obedience_) * learns;
    if (instructs(cue->moment)) {
      const std::string words = session.text(event, session.options().language);
      rest_until_ = std::max(rest_until_, now_ + spoken_length(words) + reacts_in);
    }
  } else if (const auto* change = std::get_if<PhaseChanged>(&event)) {
    // A block begins when its words have been heard.
    if (change->to == Phase::stretching) task_ = change->from == Phase::paused ? Task::target : Task::rest;
    if (change->to == Phase::stretching && change->from != Phase::paused) ++blocks_begun_;
    if (change->to == Phase::measuring && change->from == Phase::paused) task_ = Task::easy;
    const bool at_rest = change->to == Phase::remeasuring || change->to == Phase::paused ||
                         change->to == Phase::coming_out || change->to == Phase::stopped;
    if (at_rest) task_ = Task::rest;
    if (change->to == Phase::remeasuring && change->from == Phase::paused) task_ = Task::easy;
  } else if (const auto* turn = std::get_if<SideChanged>(&event)) {
    working_ = turn->side;
  } else if (const auto* shown = std::get_if<TargetChanged>(&event)) {
    const auto angle = shown->target ? std::optional{shown->target->angle} : std::nullopt;
    for (const Side side : both_sides) {
      if (!shown->side || *shown->side == side) shown_target_[side] = angle;
    }
  } else if (const auto* question = std::get_if<QuestionAsked>(&event)) {
    if (traits_.answers) plan_answer(*question);
  }
  if (session.over()) task_ = Task::rest;
}

void VirtualPerson::plan_answer(const QuestionAsked& question) {
  const auto choose = [&]() {
    switch (question.kind) {
      case QuestionKind::ready:
        return Choice::ready;
      case QuestionKind::side:
        if (easy(Side::left) == easy(Side::right)) return Choice::same;
        return easy(Side::left) < easy(Side::right) ? Choice::left : Choice::right;
      case QuestionKind::stretch:
        return Choice::comfortable;
      case QuestionKind::change: {
        constexpr Angle noticeable = degrees(1);
        const Angle change = easy(Side::left) - fresh_easy(Side::left);
        if (abs(change) < noticeable) return Choice::same;
        return change > Angle{} ? Choice::freer : Choice::tighter;
      }
      case QuestionKind::more:
        return blocks_begun_ < traits_.blocks ? Choice::more : Choice::enough;
      case QuestionKind::by_feel:
        return Choice::yes;
      case QuestionKind::all_right:
        return Choice::yes;
      case QuestionKind::go_on:
        return Choice::go_on;
      case QuestionKind::health:
      case QuestionKind::which:
        return Choice::no;
      case QuestionKind::what_is_felt:
        return Choice::nothing;
      case QuestionKind::need_help:
        return Choice::no;
      case QuestionKind::pain:  // she has none, and nobody asks her
        break;
    }
    return Choice::enough;
  };
  answer_ = Answer{{}, question.id, choose()};
  answer_at_ = now_ + (question.answer_by - question.time) - seconds(8) + thinks_for;  // the question is heard first
  answer_at_ += traits_.answers_late;
}

/// What she was told last, and what she does of it: some time later.
void VirtualPerson::follow_target() {
  if (shown_target_ != told_target_) told_target_at_ = now_;
  told_target_ = shown_target_;
  const bool dropped = !told_target_.left && !told_target_.right;
  if (dropped || now_ - told_target_at_ >= traits_.delay) followed_target_ = told_target_;
}

void VirtualPerson::start_opening(const Session& session) {
  opening_since_ = now_;
  out_ = true;
  const Movement& movement = session.exercise().movement;
  const bool one_at_a_time = movement.sides == Sides::one || movement.sides == Sides::alternating;
  for (const Side side : both_sides) {
    Angle wanted = easy(side) - warming();
    if (task_ == Task::little) wanted = wanted * small_share;
    if (task_ == Task::easy) wanted += traits_.beyond_easy;
    if (task_ == Task::target && followed_target_[side]) {
      const Angle told = *followed_target_[side];
      const Angle way = traits_.by_tones ? opening_at(told)[side] : told - starts_from(side);
      wanted += (way - wanted) * obedience_ + traits_.beyond_target;
    }
    if (guards_since_) wanted = std::min(wanted, easy(side));  // muscles that guard do not listen
    off_[side] = traits_.likeness * off_[side] + std::sqrt(1.0 - traits_.likeness * traits_.likeness) * noise();
    wanted += traits_.spread * smaller() * off_[side];
    const bool still = (one_at_a_time && side != working_) || !moves(side);
    amplitude_[side] = still ? Angle{} : std::clamp(wanted, Angle{}, furthest(movement, side));
  }
  if (movement.sides == Sides::midline) amplitude_.right = amplitude_.left;
}

void VirtualPerson::move(const Session& session) {
  follow_target();
  if (!opening_since_) slid_ = slid_ || (traits_.slides_at && since_start_ >= *traits_.slides_at);
  if (!opening_since_ && task_ != Task::rest && now_ >= rest_until_) start_opening(session);
  angle_ = {};
  if (!opening_since_) return;
  const Movement& movement = session.exercise().movement;
  const auto* hold = std::get_if<Hold>(&movement.effort);
  const auto* relax = std::get_if<ContractRelax>(&movement.effort);
  Time stay{0};
  if (task_ == Task::target && hold) stay = hold->duration + seconds(2);
  if (task_ == Task::target && relax) stay = relax->contract + relax->hold + seconds(2);
  const Time half = traits_.cycle / 2;
  const Time spent = now_ - *opening_since_;
  // Whoever is told to rest closes from where she is: the stay is cut short.
  const Time moved = spent <= half ? spent : std::max(half, spent - stay);
  const double share = to_seconds(moved) / to_seconds(traits_.cycle);
  if (share >= 0.5) closes(traits_.cycle - moved);
  for (const Side side : both_sides) angle_[side] = amplitude_[side] * opening_shape(share);
  if (share >= 0.5 && std::exchange(out_, false) && task_ == Task::target) ++turned_;
  if (share < 1.0) return;
  opening_since_.reset();
  rest_until_ = now_ + traits_.rest;
  if (task_ != Task::little) ++openings_;
  if (task_ == Task::target && ++held_ == traits_.guards_after) guards_since_ = now_;
  if (movement.sides == Sides::alternating) working_ = opposite(working_);
  if (task_ == Task::little && --small_left_ <= 0) task_ = Task::easy;
}

}  // namespace stretchcore
