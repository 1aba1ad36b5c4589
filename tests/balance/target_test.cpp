#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

#include <stretchcore/balance/target.hpp>
#include <stretchcore/document/catalog.hpp>

#include "catch.hpp"
#include "model/motion_limits.hpp"

namespace balance_target_test {

using namespace stretchcore;

namespace {

Exercise exercise_for(Goal goal = Goal::gain_range, double anatomy = 85) {
  Exercise exercise;
  exercise.dose.goal = goal;
  exercise.movement.motion = Motion::hip_abduction;
  exercise.movement.anatomy = degrees(anatomy);
  return exercise;
}

Estimate measured(double value, double within = 0) { return {degrees(value), degrees(within + 5), degrees(within), 6}; }

/// After the ramp, nothing eased.
TargetBasis measured_basis(double left, double right, double within = 0) {
  TargetBasis basis;
  basis.range = {measured(left, within), measured(right, within)};
  basis.repetitions_done = 5;
  return basis;
}

Target both(const TargetBasis& basis, const Person& person = {}, const Exercise& exercise = exercise_for()) {
  return target(exercise, person, basis, std::nullopt).value();
}

Person prescribed(double angle) {
  Person person;
  person.limits = {{.at_most = degrees(angle), .kind = LimitKind::prescription}};
  return person;
}

}  // namespace

TEST_CASE("the side that stops first leads, a little inside what is easy for it") {
  // (44 − 1.5) · 0.95 and, for those who should be careful, · 0.8.
  const Target standard = both(measured_basis(44, 50, 1.5));
  CHECK(standard.angle.degrees() == Approx(40.375));
  CHECK(standard.limited_by == Limit::side_that_stops_first);
  CHECK(standard.side == Side::left);
  CHECK(both(measured_basis(50, 44, 1.5)).side == Side::right);
  CHECK(both(measured_basis(50, 44, 1.5)).angle == standard.angle);

  Person careful;
  careful.profile = Profile::cautious;
  CHECK(both(measured_basis(44, 50, 1.5), careful).angle.degrees() == Approx(34.0));
  CHECK(both(measured_basis(44, 50, 1.5), {}, exercise_for(Goal::move_easily)).angle.degrees() == Approx(34.0));
}

TEST_CASE("it is the range less its repetition error that counts, not the sensor's constant one") {
  TargetBasis basis = measured_basis(44, 46, 0);
  basis.range.right.within_session = degrees(3);
  CHECK(both(basis).side == Side::right);
  CHECK(both(basis).angle.degrees() == Approx(43 * 0.95));
  basis.range.left.standard_error = degrees(20);
  CHECK(both(basis).side == Side::right);
}

TEST_CASE("a movement of one side has the target of that side") {
  const TargetBasis basis = measured_basis(44, 50);
  for (const Side side : both_sides) {
    const Target one = target(exercise_for(), {}, basis, side).value();
    CHECK(one.angle.degrees() == Approx(basis.range[side].value.degrees() * 0.95));
    CHECK(one.side == side);
  }
  TargetBasis unknown = basis;
  unknown.range.right = {};
  CHECK_FALSE(target(exercise_for(), {}, unknown, Side::right));
  CHECK_FALSE(target(exercise_for(), {}, unknown, std::nullopt));
  CHECK(target(exercise_for(), {}, unknown, Side::left));
  CHECK(both(unknown, prescribed(60)).side == Side::left);
}

TEST_CASE("every limit limits, and says so") {
  TargetBasis basis = measured_basis(60, 62);
  CHECK(both(basis).limited_by == Limit::side_that_stops_first);
  CHECK(both(basis, {}, exercise_for(Goal::gain_range, 50)) == Target{degrees(50), Limit::anatomy, {}});
  CHECK(both(basis, prescribed(40)) == Target{degrees(40), Limit::prescription, {}});
  Person held_back;
  held_back.limits = {{.at_most = degrees(45)}};
  CHECK(both(basis, held_back) == Target{degrees(45), Limit::clinician, {}});
  basis.range_at_start = degrees(48);
  CHECK(both(basis) == Target{degrees(48) + allowed_progress, Limit::progress, {}});
}

TEST_CASE("a prescription wider than what is easy is not followed") {
  CHECK(both(measured_basis(40, 42), prescribed(70)).limited_by == Limit::side_that_stops_first);
  CHECK(both(measured_basis(40, 42), prescribed(70)).angle.degrees() == Approx(38));
}

TEST_CASE("where nothing was measured a prescription holds, or none is named") {
  TargetBasis nothing;
  nothing.repetitions_done = 5;
  CHECK_FALSE(target(exercise_for(), {}, nothing, std::nullopt));
  CHECK(both(nothing, prescribed(50)) == Target{degrees(50), Limit::prescription, {}});
  CHECK(both(nothing, prescribed(50), exercise_for(Goal::gain_range, 20)) == Target{degrees(20), Limit::anatomy, {}});
}

TEST_CASE("a range within its own error is no reason to go backwards") {
  CHECK(both(measured_basis(2, 40, 5)).angle == degrees(0));
  CHECK(both(measured_basis(2, 40, 5)).side == Side::left);
}

TEST_CASE("a block begins with 60 and 75 % of the way") {
  TargetBasis basis = measured_basis(40, 50);
  const Angle whole = both(basis).angle;
  const auto share = [&](int done) {
    basis.repetitions_done = done;
    const Target t = both(basis);
    CHECK(t.limited_by == (done < 2 ? Limit::ramp_in : Limit::side_that_stops_first));
    CHECK(t.side == Side::left);
    return t.angle / whole;
  };
  CHECK(share(0) == Approx(0.60));
  CHECK(share(1) == Approx(0.75));
  CHECK(share(2) == 1.0);
  CHECK(share(30) == 1.0);
  CHECK(share(-1) == Approx(0.60));
}

TEST_CASE("asking for less gives less, of whatever limit there was, and of the ramp too") {
  TargetBasis basis = measured_basis(40, 50);
  basis.eased = eased_by;
  CHECK(both(basis).angle.degrees() == Approx(38 * 0.85));
  CHECK(both(basis).limited_by == Limit::eased);
  CHECK(both(basis).side == Side::left);
  CHECK(both(basis, prescribed(20)).angle.degrees() == Approx(17));
  CHECK(both(basis, prescribed(20)).limited_by == Limit::eased);
  basis.repetitions_done = 0;
  CHECK(both(basis).angle.degrees() == Approx(38 * 0.85 * 0.6));
  CHECK(both(basis).limited_by == Limit::ramp_in);
  CHECK((eased_by >= 0.80 && eased_by <= 0.90));
}

TEST_CASE("the target is the least of all limits, and it is one of them that it names", "[SR-10]") {
  std::mt19937_64 random{1};
  const auto any = [&](double low, double high) {
    return low + (high - low) * static_cast<double>(random() >> 11) * 0x1p-53;
  };
  const auto maybe = [&](int of) { return random() % static_cast<std::uint64_t>(of) == 0; };
  for (int i = 0; i < 20'000; ++i) {
    const Exercise exercise = exercise_for(maybe(4) ? Goal::move_easily : Goal::gain_range, any(20, 120));
    Person person;
    if (maybe(3)) person.profile = Profile::cautious;
    if (maybe(3)) person.limits.push_back({.at_most = degrees(any(5, 90)), .kind = LimitKind::prescription});
    if (maybe(3)) person.limits.push_back({.at_most = degrees(any(5, 90))});
    if (maybe(3)) person.limits.push_back({.motion = Motion::hip_flexion, .at_most = degrees(1)});  // of something else
    const bool prescribed = !person.limits.empty() && person.limits[0].kind == LimitKind::prescription;
    TargetBasis basis;
    for (const Side side : both_sides) {
      if (!maybe(4)) basis.range[side] = measured(any(3, 80), any(0, 4));
    }
    if (maybe(2)) basis.range_at_start = degrees(any(3, 80));
    basis.repetitions_done = static_cast<int>(random() % 4);
    if (maybe(3)) basis.eased = any(0.4, 1);
    const auto side = maybe(3) ? std::optional{maybe(2) ? Side::left : Side::right} : std::nullopt;
    const std::optional<Target> found = target(exercise, person, basis, side);
    const bool every =
        (side == Side::right || basis.range.left.known()) && (side == Side::left || basis.range.right.known());
    REQUIRE(found.has_value() == (every || prescribed));
    if (!found) continue;
    const Target& result = *found;

    std::vector<std::pair<Limit, double>> limits{{Limit::anatomy, exercise.movement.anatomy.degrees()}};
    for (const MotionLimit& limit : person.limits) {
      if (limit.motion != Motion::hip_abduction) continue;
      const Limit named = limit.kind == LimitKind::prescription ? Limit::prescription : Limit::clinician;
      limits.push_back({named, limit.at_most.degrees()});
    }
    if (basis.range_at_start) limits.push_back({Limit::progress, basis.range_at_start->degrees() + 5});
    const bool careful = person.profile == Profile::cautious || exercise.dose.goal == Goal::move_easily;
    for (const Side each : both_sides) {
      if ((side && each != *side) || !basis.range[each].known()) continue;
      const double easy = (basis.range[each].value - basis.range[each].within_session).degrees();
      limits.push_back({Limit::side_that_stops_first, std::max(easy * (careful ? 0.8 : 0.95), 0.0)});
    }
    const auto least = *std::min_element(limits.begin(), limits.end(),
                                         [](const auto& a, const auto& b) { return a.second < b.second; });
    const double ramp = basis.repetitions_done == 0 ? 0.6 : basis.repetitions_done == 1 ? 0.75 : 1.0;
    REQUIRE(result.angle.degrees() == Approx(least.second * basis.eased * ramp).margin(1e-12));
    const Limit named = least.second == 0 ? least.first
                        : ramp < 1        ? Limit::ramp_in
                        : basis.eased < 1 ? Limit::eased
                                          : least.first;
    REQUIRE(result.limited_by == named);
    const auto sides_at_least = std::count(limits.begin(), limits.end(), least);
    REQUIRE(result.side.has_value() == (least.first == Limit::side_that_stops_first && sides_at_least == 1));
    if (side && result.side) REQUIRE(*result.side == *side);

    // Mirrored, it is the same on the other side.
    TargetBasis mirrored = basis;
    mirrored.range = basis.range.mirrored();
    const auto other = side ? std::optional{opposite(*side)} : std::nullopt;
    const Target mirror = target(exercise, person, mirrored, other).value();
    REQUIRE(mirror.angle == result.angle);
    REQUIRE(mirror.limited_by == result.limited_by);
    if (result.side) REQUIRE(*mirror.side == opposite(*result.side));
  }
}

TEST_CASE("of sides that are alike to the last bit both are held, and neither is the one") {
  const Target alike = both(measured_basis(40, 40));
  CHECK(alike.limited_by == Limit::side_that_stops_first);
  CHECK(alike.angle.degrees() == Approx(38));
  CHECK_FALSE(alike.side);
}

TEST_CASE("no target is beyond any measured range, for any home, any drift, and any wish for less") {
  std::mt19937_64 random{5};
  const auto any = [&](double low, double high) {
    return low + (high - low) * static_cast<double>(random() >> 11) * 0x1p-53;
  };
  for (int i = 0; i < 50'000; ++i) {
    TargetBasis basis;
    for (const Side side : both_sides) {
      basis.home[side] = degrees(any(-60, 40));
      basis.range[side] = measured(basis.home[side].degrees() + any(-5, 80), any(0, 4));
      basis.shift[side] = degrees(any(-10, 10));
    }
    basis.repetitions_done = static_cast<int>(random() % 4);
    basis.eased = any(0.5, 1);
    if (random() % 3 == 0) basis.ceiling = degrees(any(-20, 60));
    Person person;
    if (random() % 3 == 0) person.profile = Profile::cautious;
    const Exercise exercise = exercise_for();
    const Target result = both(basis, person, exercise);
    for (const Side side : both_sides) {
      REQUIRE(result.angle <= basis.range[side].value);
      REQUIRE(result.angle <= basis.range[side].value + std::min(basis.shift[side], Angle{}) + degrees(1e-9));
    }
    if (basis.ceiling) REQUIRE(result.angle <= *basis.ceiling);
    // What takes nothing away is not what limits, not by a last bit either.
    TargetBasis nothing_eased = basis;
    nothing_eased.eased = 1.0;
    nothing_eased.ceiling.reset();
    nothing_eased.repetitions_done = 3;
    const Limit limit = both(nothing_eased, person, exercise).limited_by;
    REQUIRE((limit != Limit::eased && limit != Limit::ramp_in));
    // It is the excursion that counts: everything a little further on, and the target is, too.
    TargetBasis moved = basis;
    for (const Side side : both_sides) {
      moved.home[side] = moved.home[side] + degrees(7);
      moved.range[side].value = moved.range[side].value + degrees(7);
    }
    if (moved.ceiling) moved.ceiling = *moved.ceiling + degrees(7);
    const Exercise wide = exercise_for(Goal::gain_range, 180);
    REQUIRE(both(moved, person, wide).angle.degrees() ==
            Approx(both(basis, person, wide).angle.degrees() + 7).margin(1e-9));
  }
}

TEST_CASE("no target of any exercise is beyond a measured range, a limit or anatomy, from any home", "[SR-10]") {
  std::mt19937_64 random{42};
  const auto any = [&](double low, double high) {
    return low + (high - low) * static_cast<double>(random() >> 11) * 0x1p-53;
  };
  const auto maybe = [&](int of) { return random() % static_cast<std::uint64_t>(of) == 0; };
  int aimed = 0;
  for (const auto& [id, exercise] : catalog()) {
    if (!exercise.movement.motion) continue;
    for (int i = 0; i < 2000; ++i) {
      CAPTURE(id, i);
      TargetBasis basis;
      for (const Side each : both_sides) {
        basis.home[each] = degrees(any(-90, 90));
        if (!maybe(5)) basis.range[each] = measured(basis.home[each].degrees() + any(0, 70), any(0, 4));
        if (maybe(4)) basis.shift[each] = degrees(any(-15, 15));
      }
      if (maybe(2)) basis.range_at_start = degrees(any(-60, 120));
      basis.repetitions_done = static_cast<int>(random() % 4);
      if (maybe(2)) basis.eased = any(0.4, 1);
      if (maybe(3)) basis.ceiling = degrees(any(-60, 120));
      if (maybe(3)) basis.most_of_easy = any(0.1, 1);
      basis.move_easily = maybe(3);
      Person person;
      const MotionDirection direction = left_and_right_of_midline(exercise.movement) && maybe(2)
                                            ? MotionDirection::negative
                                            : exercise.movement.direction;
      const MotionLimit limit{.motion = *exercise.movement.motion,
                              .direction = direction,
                              .at_most = degrees(any(-80, 120)),
                              .kind = maybe(2) ? LimitKind::clinician : LimitKind::agreed};
      const bool bound = maybe(2) && direction != MotionDirection::both;
      if (bound) person.limits = {limit};
      const auto side = maybe(2) ? std::optional{maybe(2) ? Side::left : Side::right} : std::nullopt;
      const std::optional<Target> found = target(exercise, person, basis, side);
      if (!found) continue;
      ++aimed;
      REQUIRE(found->angle <= exercise.movement.anatomy);
      for (const Side each : both_sides) {
        if (!side || *side == each) REQUIRE(found->angle <= basis.range[each].value);
      }
      if (bound && least_limit(person, exercise, limit.kind, side)) REQUIRE(found->angle <= limit.at_most);
      if (basis.ceiling) REQUIRE(found->angle <= *basis.ceiling);
      TargetBasis eased = basis;
      eased.eased = basis.eased * 0.8;
      REQUIRE(target(exercise, person, eased, side)->angle <= found->angle);
    }
  }
  CHECK(aimed > 40'000);
}

}  // namespace balance_target_test
