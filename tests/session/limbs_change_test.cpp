// Of one side at a time: the limb that rests lies somewhere else, goes along, or goes the other way, and the limbs
// change places between the turns. The person here is not the library's own.

#include <algorithm>
#include <cmath>
#include <cstdint>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/session/session.hpp>

#include "catch.hpp"
#include "session/people.hpp"

namespace session_limbs_change_test {

using namespace stretchcore;

namespace {

/// A body whose working limb leaves from one place, while the other one rests at another and goes along by a share.
struct Limbs {
  double works_from = 0.0;
  double rests_at = 0.0;
  double goes_along = 0.0;  ///< of the way of the working one; below 0 it goes the other way
  double easy = 60.0;       ///< the way of the working one
};

class Mover {
 public:
  Mover(const std::string& exercise, Limbs limbs, double rate = 20.0)
      : session(catalog().at(exercise), screened(catalog().at(exercise)), options()), limbs_(limbs), rate_(rate) {}

  void play() {
    hear(session.report(Command{Time{0}, Action::start}));
    for (int i = 1; !session.over() && i < static_cast<int>(rate_ * 1500); ++i) step(static_cast<double>(i) / rate_);
  }

  Session session;
  Bilateral<int> repetitions{};
  Bilateral<int> holds{};
  Bilateral<std::vector<double>> targets{};
  int wrong_side = 0;

 private:
  static SessionOptions options() {
    SessionOptions all;
    all.source = Source::optical_markers;
    all.error_model = ErrorModel{.repetition = degrees(0.5), .session = degrees(1)};
    return all;
  }

  void hear(std::span<const Event> events) {
    for (const Event& event : events) {
      if (const auto* change = std::get_if<SideChanged>(&event)) {
        moves_from_ = now_ + 7.0;  // the limbs change places first
        told_ = false;
        working_ = change->side;
      } else if (const auto* cue = std::get_if<CueGiven>(&event)) {
        wrong_side += cue->moment == Moment::wrong_side;
        const bool goes = cue->moment == Moment::practice || cue->moment == Moment::measure ||
                          cue->moment == Moment::remeasure || cue->moment == Moment::block ||
                          cue->moment == Moment::work_side;
        if (goes) {
          told_ = true;
          moves_from_ = std::max(moves_from_, now_ + to_seconds(cue->length));
        }
      } else if (const auto* question = std::get_if<QuestionAsked>(&event)) {
        asked_ = *question;
        answers_at_ = now_ + 1.5;
      } else if (const auto* done = std::get_if<RepetitionCompleted>(&event)) {
        if (done->repetition.side && done->repetition.held) ++repetitions[*done->repetition.side];
      } else if (const auto* held = std::get_if<HoldCompleted>(&event)) {
        if (held->side) ++holds[*held->side];
      } else if (const auto* aim = std::get_if<TargetChanged>(&event)) {
        if (aim->target && aim->side) targets[*aim->side].push_back(aim->target->angle.degrees());
      }
    }
  }

  double way() const {
    const auto view = session.view();
    const auto target = session.target();
    if (view.phase != Phase::stretching || !target) return limbs_.easy;
    return std::clamp(target->angle.degrees() - signed_of(limbs_.works_from), 0.0, limbs_.easy);
  }

  double sign() const { return session.exercise().movement.direction == MotionDirection::negative ? -1.0 : 1.0; }
  double signed_of(double angle) const { return sign() * angle; }

  /// A sensor's: one that says the same for ever is taken for stuck.
  double noise() {
    dice_ = dice_ * 6364136223846793005U + 1442695040888963407U;
    return (static_cast<double>(dice_ >> 40) / 16777216.0 - 0.5) * 0.6;
  }

  void step(double now) {
    const double passed = now - now_;
    now_ = now;
    if (asked_ && now_ >= answers_at_) answer();
    const Phase phase = session.view().phase;
    const bool open = told_ && (phase == Phase::measuring || phase == Phase::stretching || phase == Phase::remeasuring);
    if (began_ < 0.0 && open && now_ >= moves_from_) {
      began_ = now_;
      amplitude_ = way();
      const auto* hold = std::get_if<Hold>(&session.exercise().movement.effort);
      stays_ = hold != nullptr && phase == Phase::stretching ? to_seconds(hold->duration) + 3.0 : 0.0;
    }
    double out = 0.0;
    if (began_ >= 0.0) {
      const double since = now_ - began_;
      const double x = std::clamp(std::min(since, 6.0 + stays_ - since) / 3.0, 0.0, 1.0);
      out = amplitude_ * x * x * (3.0 - 2.0 * x);
      if (since >= 6.0 + stays_) {
        began_ = -1.0;
        moves_from_ = now_ + 0.8;
      }
    }
    const double to = working_ == Side::left ? 0.0 : 1.0;  // five seconds from one place to the other
    mixed_ += std::clamp(to - mixed_, -passed / 5.0, passed / 5.0);
    Posture posture;
    posture.time = seconds(now_);
    for (const Side side : both_sides) {
      const double elsewhere = side == Side::left ? mixed_ : 1.0 - mixed_;
      const double rest = limbs_.works_from * (1.0 - elsewhere) + limbs_.rests_at * elsewhere;
      const double share = side == working_ ? 1.0 : limbs_.goes_along;
      posture.set(channel(*session.exercise().movement.motion, side), degrees(rest + sign() * share * out + noise()));
    }
    for (const Guard& guard : session.exercise().guards) {
      for (const Side side : both_sides) {
        const Channel quiet = channel(guard.motion, side);
        const double middle = guard.low ? (guard.low->degrees() + guard.high->degrees()) / 2.0 : 0.0;
        if (guard.motion != *session.exercise().movement.motion) posture.set(quiet, degrees(middle + noise()));
      }
    }
    hear(session.observe(posture));
  }

  void answer() {
    const QuestionAsked question = *asked_;
    asked_.reset();
    if (!session.view().question) return;
    const Choice choice = question.kind == QuestionKind::health    ? Choice::no
                          : question.kind == QuestionKind::more    ? Choice::enough
                          : question.kind == QuestionKind::ready   ? Choice::ready
                          : question.kind == QuestionKind::stretch ? Choice::comfortable
                          : question.kind == QuestionKind::by_feel ? Choice::yes
                                                                   : Choice::same;
    hear(session.report(Answer{seconds(now_), question.id, choice}));
  }

  Limbs limbs_;
  std::uint64_t dice_ = 1;
  double rate_;
  double now_ = 0.0;
  Side working_ = Side::left;
  bool told_ = false;
  double moves_from_ = 0.0;
  double began_ = -1.0;
  double amplitude_ = 0.0;
  double stays_ = 0.0;
  double mixed_ = 0.0;
  std::optional<QuestionAsked> asked_;
  double answers_at_ = 0.0;
};

struct Way {
  std::string exercise;
  Limbs limbs;
};

}  // namespace

TEST_CASE("wherever the limb that rests lies, and whatever it does, each side gets its own turns and targets") {
  for (const auto& [exercise, limbs] : std::initializer_list<Way>{
           {"knee-to-chest", {.works_from = 45, .rests_at = 0, .goes_along = 0, .easy = 60}},
           {"knee-to-chest", {.works_from = 60, .rests_at = 50, .goes_along = 0.1, .easy = 50}},
           {"wall-calf-straight", {.works_from = 10, .rests_at = -5, .goes_along = 0, .easy = 20}},
           {"strap-hamstring-hold", {.works_from = 20, .rests_at = 0, .goes_along = 0, .easy = 55}},
           {"chair-hamstring-hinge", {.works_from = 55, .rests_at = 90, .goes_along = 1.1, .easy = 30}},
           {"half-kneeling-hip-flexor", {.works_from = 5, .rests_at = 90, .goes_along = -1.5, .easy = 18}},
           {"split-stance-hip-flexor", {.works_from = 5, .rests_at = 35, .goes_along = -1.2, .easy = 16}}}) {
    CAPTURE(exercise, limbs.works_from, limbs.rests_at, limbs.goes_along);
    Mover mover{exercise, limbs};
    mover.play();
    const Summary summary = mover.session.summary();
    CHECK(mover.wrong_side == 0);
    CHECK(mover.session.over());
    CHECK(summary.end_reason != EndReason::no_answer);
    const Movement& movement = mover.session.exercise().movement;
    const double home = (movement.direction == MotionDirection::negative ? -1.0 : 1.0) * limbs.works_from;
    for (const Side side : both_sides) {
      CAPTURE(name(side));
      REQUIRE(summary.range_before[side].known());
      CHECK(summary.range_before[side].value.degrees() == Approx(home + limbs.easy).margin(1.5));
      REQUIRE_FALSE(mover.targets[side].empty());
      const double last = mover.targets[side].back();
      CHECK(last > home + 0.7 * limbs.easy);
      CHECK(last <= home + limbs.easy + 0.5);
    }
    const bool held = !std::holds_alternative<Repeat>(movement.effort);
    const Bilateral<int>& turns = held ? mover.holds : mover.repetitions;
    CHECK(turns.left > 0);
    CHECK(std::abs(turns.left - turns.right) <= 1);
  }
}

}  // namespace session_limbs_change_test
