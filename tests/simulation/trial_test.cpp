#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include <stretchcore/balance/compare.hpp>
#include <stretchcore/document/catalog.hpp>
#include <stretchcore/simulation/trial.hpp>

#include "catch.hpp"
#include "session/inside.hpp"

namespace simulation_trial_test {

using namespace stretchcore;

namespace {

constexpr std::size_t enough = 40;

const Exercise& founding() { return catalog().at("dynamic-inner-thigh-stretch"); }

/// Limits of the tighter side between 25° and 65°, as the figures of the evidence have them.
std::vector<VirtualPerson> people(std::size_t count, const std::function<void(Traits&)>& change = {}) {
  std::vector<VirtualPerson> all;
  for (std::size_t i = 0; i < count; ++i) {
    Traits traits;
    traits.easy_left = traits.easy_right = degrees(23.0 + 40.0 * static_cast<double>(i) / static_cast<double>(count));
    traits.beyond = degrees(2);
    traits.gain = degrees(0);
    traits.gain_openings = 10;
    traits.settles_in = seconds(3);
    if (change) change(traits);
    all.emplace_back(i + 1, traits);
  }
  return all;
}

SessionOptions without_error(Precision precision = Precision::standard) {
  SessionOptions options;
  options.precision = precision;
  options.source = Source::optical_markers;  // a camera would have to be checked first
  options.error_model = ErrorModel{.session = degrees(0)};
  return options;
}

Exercise one_block() {
  Exercise exercise = founding();
  exercise.dose.most_blocks = 1;
  return exercise;
}

template <class Rows, class Predicate>
double share(const Rows& rows, Predicate&& predicate) {
  return static_cast<double>(std::count_if(rows.begin(), rows.end(), predicate)) / static_cast<double>(rows.size());
}

bool increased(const TrialRow& row) { return row.gain.verdict == GainVerdict::increased; }

}  // namespace

TEST_CASE("a trial is the same for any number of threads") {
  const auto some = people(7);
  const auto one = run_trial(some, one_block(), without_error(), {}, 1);
  REQUIRE(one.size() == some.size());
  CHECK(run_trial(some, one_block(), without_error(), {}, 3) == one);
  CHECK(run_trial(some, one_block(), without_error(), {}, 0) == one);
  CHECK(run_trial({}, founding()).empty());
  CHECK_THROWS_AS(run_trial(some, founding(), {}, {}, -1), InvalidModel);
}

TEST_CASE("a problem in one session ends the trial and is told") {
  Exercise broken = founding();
  broken.dose.per_block = -1;
  CHECK_THROWS_AS(run_trial(people(5), broken), InvalidModel);
}

TEST_CASE("what was true stands beside what was claimed") {
  const auto rows =
      run_trial(people(enough, [](Traits& t) { t.gain = degrees(6); }), one_block(), without_error(Precision::careful));
  for (const TrialRow& row : rows) {
    CHECK(row.easy_after.left - row.easy_before.left == degrees(6));
    CHECK(row.blocks == 1);
    CHECK(row.held >= founding().dose.per_block);
    CHECK(row.repetitions >= row.held + 14);
    CHECK(row.end_reason == EndReason::felt_freer);
    CHECK(row.of_limit > 0.6);
    CHECK(row.beyond_5 == 0);
    CHECK(interval(row.range_before.left).contains(row.easy_before.left + degrees(2)));  // lying closed she shows 2°
  }
  CHECK(share(rows, increased) > 0.9);
}

TEST_CASE("nothing is claimed where nothing is to be found, and a side that is 8 degrees behind is named", "[SR-11]") {
  const auto alike = run_trial(people(enough), one_block(), without_error());
  CHECK(share(alike, increased) <= 0.05);
  CHECK(share(alike, [](const TrialRow& r) { return r.asymmetry.tighter_side.has_value(); }) <= 0.05);
  const auto apart =
      run_trial(people(enough, [](Traits& t) { t.easy_right += degrees(8); }), one_block(), without_error());
  CHECK(share(apart, [](const TrialRow& r) { return r.asymmetry.tighter_side == Side::left; }) >= 0.95);
}

TEST_CASE("mirrored people have mirrored sides") {
  const auto left = run_trial(people(6, [](Traits& t) { t.easy_right += degrees(9); }), one_block(), without_error());
  const auto right = run_trial(people(6, [](Traits& t) { t.easy_left += degrees(9); }), one_block(), without_error());
  for (std::size_t i = 0; i < left.size(); ++i) {
    CHECK(left[i].asymmetry.tighter_side == Side::left);
    CHECK(right[i].asymmetry.tighter_side == Side::right);
  }
}

TEST_CASE("a pelvis that lies tilted, and is seen so, changes no verdict") {
  const auto with_list = [](double list) {
    return run_trial(people(12,
                            [=](Traits& t) {
                              t.sees_pelvis = true;
                              t.list = degrees(list);
                            }),
                     one_block(), without_error());
  };
  const auto level = with_list(0);
  for (const double list : {-5.0, 5.0}) {
    const auto tilted = with_list(list);
    for (std::size_t i = 0; i < level.size(); ++i) {
      CHECK(tilted[i].asymmetry.verdict == level[i].asymmetry.verdict);
      CHECK(tilted[i].gain.verdict == level[i].gain.verdict);
    }
  }
}

TEST_CASE("a sensor that drifts leads nobody beyond their limit, whatever moves") {
  for (const std::string id : {"dynamic-inner-thigh-stretch", "seated-inner-thigh-stretch", "knee-to-wall",
                               "active-knee-extension", "side-lunge-shift"}) {
    const Exercise& exercise = catalog().at(id);
    for (const double rate : {-0.1, -0.05, 0.1}) {
      CAPTURE(id, rate);
      std::vector<VirtualPerson> all;
      for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Traits traits;
        traits.blocks = 2;
        traits.faults.drift_open = traits.faults.drift_home = {degrees(rate), degrees(rate)};
        all.emplace_back(seed, traits);
      }
      int made = 0, counted = 0;
      for (const TrialRow& row : run_trial(all, exercise, without_error())) {
        CHECK(row.led_2 == 0);
        made += row.turned;
        counted += row.held;
      }
      CHECK(made > 0);
      if (exercise.movement.sides == Sides::together) CHECK(counted >= made * 0.95);
    }
  }
}

TEST_CASE("a symptom ends a session at once, and none runs past its dose") {
  const auto rows = run_trial(people(6,
                                     [](Traits& t) {
                                       t.symptom = Symptom::tingling;
                                       t.symptom_at = seconds(100);
                                     }),
                              founding(), without_error());
  for (const TrialRow& row : rows) {
    CHECK(row.end_reason == EndReason::stopped_by_symptom);
    CHECK(row.duration < seconds(180));
  }
  for (const TrialRow& row : run_trial(people(6, [](Traits& t) { t.blocks = 20; }), founding(), without_error())) {
    CHECK(row.repetitions <= founding().dose.cap_repetitions);
    CHECK(row.blocks <= founding().dose.most_blocks);
    CHECK(row.end_reason != EndReason::input_ended);
  }
}

TEST_CASE("targets over her true limit are counted by how far they are over it") {
  const auto over = [](double lost) {  // about 2° less than this is over the limit
    return run_trial(people(3,
                            [=](Traits& t) {
                              t.easy_left = t.easy_right = degrees(40);
                              t.spread = degrees(0.05);
                              t.gain = degrees(-lost);
                              t.gain_openings = 1;
                              t.answers = false;
                            }),
                     one_block(), without_error());
  };
  for (const TrialRow& row : over(3.2)) CHECK(row.beyond_2 == 0);
  for (const TrialRow& row : over(5.2)) {
    CHECK(row.beyond_2 >= 5);
    CHECK(row.beyond_5 == 0);
  }
  for (const TrialRow& row : over(8.2)) CHECK(row.beyond_5 >= 5);
}

TEST_CASE("whoever guards is asked for less after one opening, and hardly anybody else is") {
  const auto guided = [](std::optional<int> after, double spread) {
    return run_trial(people(enough,
                            [=](Traits& t) {
                              t.easy_left = t.easy_right = std::max(t.easy_left, degrees(33));
                              t.guards_after = after;
                              t.guarding = degrees(15);
                              t.spread = degrees(spread);
                            }),
                     one_block(), without_error(Precision::careful));
  };
  for (const TrialRow& row : guided(6, 1.0)) {
    CHECK(row.guarded == 1);
    CHECK(row.drops >= 1);
  }
  for (const double spread : {1.0, 2.0}) {
    CHECK(share(guided({}, spread), [](const TrialRow& row) { return row.drops > 0; }) <= 0.1);
  }
}

TEST_CASE("the sides of a session are judged by its first measuring and its last") {
  Session session{one_block(), {}, without_error()};
  VirtualPerson{5, Traits{.easy_left = degrees(34), .easy_right = degrees(43)}}.follow(session);
  const Tally& tally = inside(session).tally;
  REQUIRE(tally.remeasured);
  const auto measured = [&](const Openings& which) {
    return std::vector<Repetition>(tally.repetitions.begin() + which.from, tally.repetitions.begin() + which.to);
  };
  const ErrorModel error = *without_error().error_model;
  CHECK(session.summary().asymmetry == compare_sides(measured(tally.before), measured(tally.latest), error));
  CHECK_FALSE(session.summary().asymmetry == compare_sides(measured(tally.latest), error));
}

}  // namespace simulation_trial_test
