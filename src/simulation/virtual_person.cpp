#include <algorithm>

#include <stretchcore/simulation/virtual_person.hpp>

namespace stretchcore {
namespace {

constexpr Time thinks_for{1'500'000'000};    // before an answer
constexpr Time breath_between{400'000'000};  // openings
constexpr Time longest{1'800'000'000'000};
constexpr double small_share = 0.5;
constexpr int openings_to_gain = 20;
constexpr double learns = 0.5;  // of what is missing to full obedience, at each correction

/// From 0 to 1 and back to 0 over a cycle, with rest at both ends: the minimum-jerk polynomial (Flash & Hogan 1985).
double opening_shape(double share) {
  const double x = std::clamp(share < 0.5 ? 2.0 * share : 2.0 * (1.0 - share), 0.0, 1.0);
  return x * x * x * (10.0 + x * (-15.0 + 6.0 * x));
}

void require(bool good, const char* field, const char* problem) {
  if (!good) throw InvalidModel(field, problem);
}

}  // namespace

void Traits::validate() const {
  const auto within = [](Angle a, double low, double high) { return a.degrees() >= low && a.degrees() <= high; };
  require(within(easy_left, 5, 110), "easy_left", "must lie in 5..110 degrees");
  require(within(easy_right, 5, 110), "easy_right", "must lie in 5..110 degrees");
  require(within(spread, 0, 10), "spread", "must lie in 0..10 degrees");
  require(within(gain, -20, 20), "gain", "must lie in -20..20 degrees");
  require(obedience >= 0.0 && obedience <= 1.0, "obedience", "must lie in 0..1");
  require(cycle >= seconds(1) && cycle <= seconds(60), "cycle", "must lie in 1..60 seconds");
  require(settles_in >= Time{0} && settles_in <= seconds(120), "settles_in", "must lie in 0..120 seconds");
  require(within(sensor_noise, 0, 10), "sensor_noise", "must lie in 0..10 degrees");
  require(rate >= 5.0 && rate <= 240.0, "rate", "must lie in 5..240 samples a second");
  require(symptom_at >= Time{0}, "symptom_at", "must not be negative");
}

VirtualPerson::VirtualPerson(std::uint64_t seed, Traits traits)
    : traits_(std::move(traits)), random_(seed), obedience_(traits_.obedience) {
  traits_.validate();
}

/// Near-normal, one standard deviation: the sum of twelve uniforms is the same to the last bit everywhere.
double VirtualPerson::noise() {
  double sum = 0.0;
  for (int i = 0; i < 12; ++i) sum += static_cast<double>(random_() >> 11) * 0x1.0p-53;
  return sum - 6.0;
}

Angle VirtualPerson::easy(Side side) const {
  const double gained = std::min(1.0, static_cast<double>(openings_) / openings_to_gain);
  return (side == Side::left ? traits_.easy_left : traits_.easy_right) + traits_.gain * gained;
}

std::span<const Event> VirtualPerson::step(Session& session) {
  events_.clear();
  if (session.phase() == Phase::ready) {
    now_ = std::max(now_, session.state().now);
    keep(session, session.report(Command{now_, Action::start}));
  }
  now_ =
      session.state().started + Time{static_cast<std::int64_t>(static_cast<double>(++samples_) * 1e9 / traits_.rate)};
  if (traits_.symptom && !told_symptom_ && now_ - session.state().started >= traits_.symptom_at) {
    told_symptom_ = true;
    keep(session, session.report(SymptomReport{now_, *traits_.symptom, {}, traits_.symptom_id}));
  }
  if (answer_ && now_ >= answer_at_) {
    const Answer answer = *answer_;
    answer_.reset();
    keep(session, session.report(answer));
  }
  motion_ = session.exercise().movement.motion;
  move(session);
  if (traits_.seen) {
    posture_ = sense();
    keep(session, session.observe(posture_));
  }
  keep(session, session.tick(now_));
  return events_;
}

void VirtualPerson::follow(Session& session, const std::function<void(const Event&)>& hear_each) {
  const Time until = now_ + longest;
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
      task_ = Task::small;
      small_left_ = 2;
    }
    if (cue->moment == Moment::over_target) obedience_ += (1.0 - obedience_) * learns;
  } else if (const auto* change = std::get_if<PhaseChanged>(&event)) {
    if (change->to == Phase::stretching) task_ = Task::target;
    if (change->to == Phase::measuring && change->from == Phase::paused) task_ = Task::easy;
    const bool at_rest = change->to == Phase::remeasuring || change->to == Phase::paused ||
                         change->to == Phase::coming_out || change->to == Phase::stopped;
    if (at_rest) task_ = Task::rest;
    if (change->to == Phase::remeasuring && change->from == Phase::paused) task_ = Task::easy;
  } else if (const auto* turn = std::get_if<SideChanged>(&event)) {
    working_ = turn->side;
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
        const Angle change = easy(Side::left) - traits_.easy_left;
        if (abs(change) < noticeable) return Choice::same;
        return change > Angle{} ? Choice::freer : Choice::tighter;
      }
      case QuestionKind::more:
        return Choice::enough;
      case QuestionKind::by_feel:
        return Choice::yes;
      case QuestionKind::health:
        return Choice::no;
      case QuestionKind::pain:  // she has none, and nobody asks her
        break;
    }
    return Choice::enough;
  };
  answer_ = Answer{{}, question.id, choose()};
  answer_at_ = question.answer_by - seconds(8) + thinks_for;  // the question is heard first
}

void VirtualPerson::start_opening(const Session& session) {
  opening_since_ = now_;
  const Movement& movement = session.exercise().movement;
  const bool one_at_a_time = movement.sides == Sides::one || movement.sides == Sides::alternating;
  for (const Side side : both_sides) {
    Angle wanted = easy(side);
    if (task_ == Task::small) wanted = wanted * small_share;
    const auto& target = session.state().aim.target[side];
    if (task_ == Task::target && target) wanted += (target->angle - wanted) * obedience_;
    wanted += traits_.spread * noise();
    const bool still = one_at_a_time && side != working_;
    amplitude_[side] = still ? Angle{} : std::max(wanted, Angle{});
  }
  if (movement.sides == Sides::midline) amplitude_.right = amplitude_.left;
}

void VirtualPerson::move(const Session& session) {
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
  for (const Side side : both_sides) angle_[side] = amplitude_[side] * opening_shape(share);
  if (share < 1.0) return;
  opening_since_.reset();
  rest_until_ = now_ + breath_between;
  if (task_ != Task::small) ++openings_;
  if (movement.sides == Sides::alternating) working_ = opposite(working_);
  if (task_ == Task::small && --small_left_ <= 0) task_ = Task::easy;
}

Posture VirtualPerson::sense() {
  Posture shown{now_};
  const auto read = [&](Channel c, Angle truth) { shown.set(c, truth + traits_.sensor_noise * noise()); };
  if (now_ < traits_.settles_in) return shown;
  constexpr Angle soft_knee = degrees(9);
  for (const Side side : both_sides) {
    read(channel(motion_, side), angle_[side] + degrees(2));
    if (motion_ != Motion::knee_flexion) read(channel(Motion::knee_flexion, side), soft_knee);
  }
  if (traits_.sees_pelvis && paired(motion_)) {
    // The pelvis is quiet as long as it is easy, and goes along beyond that.
    const Angle left = std::max(angle_.left - easy(Side::left), Angle{});
    const Angle right = std::max(angle_.right - easy(Side::right), Angle{});
    read(Channel::pelvis_list, (left - right) * 0.6);
    read(Channel::pelvis_tilt, (left + right) * -0.3);
    read(Channel::pelvis_rotation, Angle{});
  }
  return shown;
}

}  // namespace stretchcore
