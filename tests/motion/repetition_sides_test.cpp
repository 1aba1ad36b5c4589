#include <algorithm>
#include <vector>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/motion/repetitions.hpp>

#include "catch.hpp"
#include "motion/detector.hpp"

namespace motion_repetition_sides_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

RepetitionPlan leading_plan(Sides sides = Sides::alternating) {
  RepetitionPlan plan;
  plan.sides = sides;
  plan.counted_by = CountedBy::leading;
  plan.floor_amplitude = degrees(12);
  plan.floor_level = degrees(20);
  return plan;
}

/// Openings of one leg after the other, in this order, the other leg at rest or going along a little.
Detector found_in_order(const std::vector<Side>& order, double goes_along, double late = 0.0) {
  Course course;
  course.openings = static_cast<int>(order.size());
  course.noise = 0.3;
  Detector detector{leading_plan()};
  Noise noise{4};
  course.play([&](const Posture& posture) {
    const double t = to_seconds(posture.time);
    const auto at = [&](double time) {
      const auto i = static_cast<std::size_t>(std::clamp(time / 5.0, 0.0, static_cast<double>(order.size()) - 1));
      return order[i];
    };
    Posture one_leg{posture.time};
    for (const Side side : both_sides) {
      const bool leads = at(t) == side;
      const double height = leads ? 40 * course.shape(t) : goes_along * course.shape(std::max(t - late, 0.0));
      one_leg.set(channel(Motion::hip_abduction, side), degrees(2 + height + 0.3 * noise()));
    }
    detector.see(one_leg);
  });
  return detector;
}

}  // namespace

TEST_CASE("legs that move in turn are counted by the leg that moves") {
  const std::vector<Side> order{Side::left, Side::right, Side::right, Side::left, Side::right};
  for (const double goes_along : {0.0, 5.0}) {
    const Detector detector = found_in_order(order, goes_along);
    CHECK(detector.attempts.empty());
    REQUIRE(detector.repetitions.size() == order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      const Repetition& r = detector.repetitions[i];
      CHECK(r.side == order[i]);
      CHECK(r.peak[order[i]]->degrees() == Approx(42).margin(1.5));
      CHECK(r.peak[opposite(order[i])]->degrees() == Approx(2 + goes_along).margin(1.5));
    }
  }
}

TEST_CASE("the leg that only accompanies another is not counted, whether it comes home first or last") {
  const std::vector<Side> order{Side::left, Side::right, Side::left, Side::left};
  for (const double goes_along : {9.0, 15.0, 25.0, 34.0}) {
    for (const double late : {-0.3, 0.0, 0.3}) {
      const Detector detector = found_in_order(order, goes_along, late);
      CAPTURE(goes_along, late);
      CHECK(detector.attempts.empty());
      REQUIRE(detector.repetitions.size() == order.size());
      for (std::size_t i = 0; i < order.size(); ++i) CHECK(detector.repetitions[i].side == order[i]);
    }
  }
}

TEST_CASE("a movement of one leg needs only that leg to be seen") {
  Course course;
  Detector detector{leading_plan(Sides::one)};
  course.play([&](Posture posture) {
    posture.clear(Channel::hip_abduction_right);
    detector.see(posture);
  });
  REQUIRE(detector.repetitions.size() == 5);
  for (const Repetition& r : detector.repetitions) {
    CHECK(r.side == Side::left);
    CHECK(r.peak.left);
    CHECK_FALSE(r.peak.right);
  }
}

TEST_CASE("a movement of both legs needs both to be seen") {
  for (const Side hidden : both_sides) {
    Course course;
    Detector detector;
    course.play([&](Posture posture) {
      posture.clear(channel(Motion::hip_abduction, hidden));
      detector.see(posture);
    });
    CHECK(detector.found() == 0);
  }
}

TEST_CASE("counted by the sum one still leg hides no opening; counted by the mean the floors are those of one leg") {
  Course course;
  course.amplitude = {40, 0};
  CHECK(found_in(course).repetitions.size() == 5);

  RepetitionPlan mean;
  mean.counted_by = CountedBy::mean;
  CHECK(found_in(course, mean).repetitions.empty());  // 20° in the mean, below the level of 28°
  course.amplitude = {40, 20};
  CHECK(found_in(course, mean).repetitions.size() == 5);
}

TEST_CASE("a leg that closes while the other opens makes no repetition of both, and an attempt that says so") {
  for (const auto& [left, right] : {std::pair{60.0, -20.0}, std::pair{-20.0, 60.0}, std::pair{60.0, -6.0}}) {
    Course course;
    course.amplitude = {left, right};
    const Detector found = found_in(course);
    CHECK(found.repetitions.empty());
    REQUIRE(found.attempts.size() == 5);
    for (const Attempt& attempt : found.attempts) CHECK(attempt.reason == AttemptReason::opposed);
  }
  RepetitionPlan unsure;  // a sensor that cannot tell whether the other leg has closed
  unsure.side_error = degrees(3);
  Course course;
  course.amplitude = {60, -6};
  CHECK(found_in(course, unsure).repetitions.size() == 5);
}

TEST_CASE("a movement of the midline has no side, and the same values on both") {
  RepetitionPlan plan;
  plan.sides = Sides::midline;
  plan.shows = side_signals({.motion = Motion::spine_flexion, .sides = Sides::midline});
  for (const CountedBy counted : {CountedBy::leading, CountedBy::mean}) {
    plan.counted_by = counted;
    Detector detector{plan};
    Course course;
    course.play([&](const Posture& posture) {
      detector.see(Posture{posture.time}.set(Channel::spine_flexion, posture.angle(Channel::hip_abduction_left)));
    });
    REQUIRE(detector.repetitions.size() == 5);
    for (const Repetition& r : detector.repetitions) {
      CHECK_FALSE(r.side);
      CHECK(r.peak.left == r.peak.right);
      CHECK(r.reach.left == r.reach.right);
      CHECK(r.peak_time.left == r.peak_time.right);
      CHECK(r.peak.left->degrees() == Approx(42).margin(1));
    }
  }
}

TEST_CASE("a movement that is broken off on its way back is completed, and what follows counts anew") {
  Course course;
  for (const bool leading : {false, true}) {
    Detector detector{leading ? leading_plan() : RepetitionPlan{}};
    bool broken_off = false;
    course.play([&](const Posture& posture) {
      detector.see(leading ? Posture{posture}.set(Channel::hip_abduction_right, degrees(1)) : posture);
      if (!broken_off && to_seconds(posture.time) > course.peak(1) + 1.3) {  // most of the way back
        broken_off = true;
        detector.end(posture.time);
        CHECK(detector.repetitions.size() == 2);
        CHECK(detector.state.strokes.left.stroke == Stroke::home);
        detector.end(posture.time);
        CHECK(detector.found() == 2);
      }
    });
    CHECK(detector.repetitions.size() == 5);
    CHECK(detector.attempts.empty());
    CHECK(detector.repetitions[1].end <= seconds(course.peak(1) + 1.35));
  }
}

TEST_CASE("a movement that was broken off leaves nothing in the next one") {
  Detector detector;
  Course course;
  course.openings = 1;
  course.play([&](const Posture& posture) {
    if (posture.time < seconds(course.peak(0) + 1.3)) detector.see(posture);
  });
  const Time broken_off = detector.signals.last.value();
  detector.end(broken_off);
  course.amplitude = {20, 20};
  course.play([&](Posture posture) {
    posture.time += broken_off + 100_ms;
    detector.see(posture);
  });
  REQUIRE(detector.repetitions.size() == 2);
  CHECK(detector.repetitions[1].peak.left->degrees() == Approx(22).margin(0.5));
}

TEST_CASE("when a movement is broken off at rest nothing is made of it") {
  Detector detector;
  Course course;
  course.play([&](const Posture& posture) {
    if (to_seconds(posture.time) < 0.9) detector.see(posture);
  });
  detector.end(1_s);
  CHECK(detector.found() == 0);
}

TEST_CASE("what is judged is the change from neutral") {
  const RepetitionPlan plan = guarded_plan();
  SignalState signals;
  signals.at(Channel::pelvis_list).filter.smooth = degrees(7);
  signals.at(Channel::knee_flexion_left).filter.smooth = degrees(9);
  RepetitionState state;
  NeutralState neutral;
  const auto judged = [&](Channel c) { return from_neutral(plan, state, signals, neutral, c).degrees(); };
  CHECK(judged(Channel::pelvis_list) == 7);
  state.excursions.left.at_start[0] = degrees(3);
  CHECK(judged(Channel::pelvis_list) == 4);
  CHECK(judged(Channel::knee_flexion_left) == 9);
  neutral.captured = true;
  CHECK(judged(Channel::pelvis_list) == 7);
  neutral.known.insert(Channel::pelvis_list);
  neutral.value[index(Channel::pelvis_list)] = degrees(-1);
  CHECK(judged(Channel::pelvis_list) == 8);
  CHECK(judged(Channel::knee_flexion_left) == 9);
}

TEST_CASE("the plan of an exercise holds its floors and what it guards, side by side") {
  Exercise exercise;
  exercise.movement.motion = Motion::hip_flexion;
  exercise.movement.counted_by = CountedBy::leading;
  exercise.movement.sides = Sides::one;
  exercise.movement.floor_amplitude = degrees(17);
  exercise.movement.floor_level = degrees(31);
  exercise.movement.shortest_repetition = 3_s;
  exercise.guards = {{.motion = Motion::pelvis_tilt, .tolerance = degrees(8)},
                     {.motion = Motion::knee_flexion, .tolerance = degrees(12)}};
  const RepetitionPlan plan = repetition_plan(exercise);
  CHECK(plan.channels().left == Channel::hip_flexion_left);
  CHECK(plan.sides == Sides::one);
  CHECK(plan.counted_by == CountedBy::leading);
  CHECK(plan.floor_amplitude == degrees(17));
  CHECK(plan.floor_level == degrees(31));
  CHECK(plan.shortest == 3_s);
  CHECK(plan.guarded == References{Channel::pelvis_tilt, Channel::knee_flexion_left, Channel::knee_flexion_right});
  CHECK(plan.tolerance[0] == degrees(8));
  CHECK(plan.tolerance[1] == degrees(12));
  CHECK(plan.tolerance[2] == degrees(12));
  CHECK(plan.channels() == Bilateral{Channel::hip_flexion_left, Channel::hip_flexion_right});
}

TEST_CASE("a leg whose fellow is out whenever it is home has its own peak each time") {
  // As in side lunges: the leg that follows opens while the leading one comes back, so they are never home together.
  Detector detector{leading_plan()};
  constexpr double cycle = 4.0;
  for (int n = 0; n < 24 * 60; ++n) {
    const Time now = sample_time(n, 60);
    Posture posture{now};
    for (const Side side : both_sides) {
      const bool leads = side == Side::left;
      const double since = to_seconds(now) - (leads ? 0.5 : 0.5 + cycle / 2);
      const int i = static_cast<int>(since / cycle);
      const double height = leads ? 50.0 - 3.0 * i : 20.0;
      posture.set(channel(Motion::hip_abduction, side), degrees(since > 0 ? height * opening(since / cycle - i) : 0.0));
    }
    detector.see(posture);
  }
  REQUIRE(detector.repetitions.size() == 5);
  for (std::size_t i = 0; i < 5; ++i) {
    const Repetition& r = detector.repetitions[i];
    CHECK(r.side == Side::left);
    CHECK(r.peak.left->degrees() == Approx(50.0 - 3.0 * static_cast<double>(i)).margin(1.0));
  }
}

TEST_CASE("an opening is too small only where it is smaller than the floor by more than the source can tell") {
  const Exercise exercise = catalog().at("dynamic-inner-thigh-stretch");  // the sum of both, 12°
  const auto counted = [&](double rise, const ErrorModel& error) {
    Course course;
    course.amplitude = {rise / 2.0, rise / 2.0};
    course.base = 15.0;  // high enough for the level
    return found_in(course, repetition_plan(exercise, error)).repetitions.size();
  };
  const ErrorModel camera = error_model(Source::depth_camera);  // 2.5° a side, 3.5° the sum
  const ErrorModel markers = error_model(Source::optical_markers);
  CHECK(counted(13.0, {Angle{}, Angle{}}) == 5);
  CHECK(counted(11.5, {Angle{}, Angle{}}) == 0);
  CHECK(counted(11.5, markers) == 5);
  CHECK(counted(10.0, markers) == 0);
  CHECK(counted(9.5, camera) == 5);
  CHECK(counted(8.0, camera) == 0);
  // However little a source can tell, less than half the floor is nothing.
  CHECK(repetition_plan(exercise, {degrees(60), Angle{}}).least_amplitude == exercise.movement.floor_amplitude * 0.5);
}

}  // namespace motion_repetition_sides_test
