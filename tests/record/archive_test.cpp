#include <boost/mp11/algorithm.hpp>
#include <cmath>
#include <string>

#include <stretchcore/record/archive.hpp>

#include "catch.hpp"
#include "document/random_value.hpp"
#include "record/container.hpp"
#include "record/kinds.hpp"
#include "record/reading.hpp"
#include "record/samples.hpp"
#include "record/whole.hpp"

namespace record_archive_test {

using namespace stretchcore;

namespace {

/// The default, or where that lacks an id or words, one of the sample exercise.
template <class T>
T sample() {
  const Exercise exercise = sample_exercise();
  if constexpr (std::is_same_v<T, Exercise>) return exercise;
  if constexpr (std::is_same_v<T, Person>) return sample_person();
  if constexpr (std::is_same_v<T, SessionOptions>) return sample_options();
  if constexpr (std::is_same_v<T, Recording>) return sample_recording();
  if constexpr (std::is_same_v<T, Session>) {
    return Session{exercise, sample_person(), sample_options()};
  } else if constexpr (std::is_same_v<T, SessionState>) {
    return Session{exercise, sample_person(), sample_options()}.state();
  } else {
    return T{};
  }
}

// The checks themselves are no templates: each would be compiled for every type.
void check(std::string_view type, bool holds) {
  INFO(type);
  CHECK(holds);
}

template <class T>
bool same(const T& a, const T& b) {
  if constexpr (std::is_same_v<T, Session>) {
    return a.exercise() == b.exercise() && a.person() == b.person() && a.options() == b.options() &&
           a.state() == b.state();
  } else {
    return a == b;
  }
}

/// The words of the error that reading gives; "read" if it gives none.
std::string error_of(std::span<const std::byte> record) {
  try {
    from_archive(record);
  } catch (const RecordError& error) {
    return error.what();
  }
  return "read";
}

/// The same for a body, also of a part that has no record of its own.
template <class T>
std::string error_of_body(std::span<const std::byte> body) {
  try {
    detail::read_whole<T>(body);
  } catch (const RecordError& error) {
    return error.what();
  }
  return "read";
}

}  // namespace

TEST_CASE("every kind is read back as it was written, and by the kind that the record says") {
  detail::each_kind([]<class T>(std::type_identity<T>) {
    const T value = sample<T>();
    const Bytes record = to_archive(value);
    check(detail::kind_of<T>, same(from_archive<T>(record), value));
    const Archived any = from_archive(record);
    check(detail::kind_of<T>, std::holds_alternative<T>(any) && same(std::get<T>(any), value));
    check(detail::kind_of<T>, archived(any) == record);
  });
}

TEST_CASE("no two kinds have the same letters") {
  std::vector<std::string_view> kinds;
  detail::each_kind([&]<class T>(std::type_identity<T>) { kinds.push_back(detail::kind_of<T>); });
  std::sort(kinds.begin(), kinds.end());
  CHECK(std::adjacent_find(kinds.begin(), kinds.end()) == kinds.end());
}

TEST_CASE("whatever a type without limits of its own holds is read back bit for bit") {
  Random random{20261128};
  const auto all = [&]<class T>(std::type_identity<T>) {
    for (int i = 0; i < 60; ++i) {
      T value{};
      randomise(random, value);
      const Bytes body = detail::write_whole(value);
      const T read = detail::read_whole<T>(body);
      check(detail::type_name<T>(), read == value);
      check(detail::type_name<T>(), detail::write_whole(read) == body);  // equal numbers may differ in the sign of zero
    }
  };
  boost::mp11::mp_for_each<
      boost::mp11::mp_list<std::type_identity<Summary>, std::type_identity<Analysis>, std::type_identity<Repetition>,
                           std::type_identity<Screening>, std::type_identity<Estimate>, std::type_identity<Interval>,
                           std::type_identity<Neutral>, std::type_identity<Benefit>, std::type_identity<Evidence>,
                           std::type_identity<Questionnaire>>>(all);
}

TEST_CASE("a session kept over and over continues identically", "[SR-16]") {
  Rehearsal rehearsal{Session{inner_thigh(), screened(inner_thigh())}, {.rate = 10, .hidden = {}, .reply = agreeable}};
  rehearsal.play();
  REQUIRE(rehearsal.session.over());
  Session session{inner_thigh(), screened(inner_thigh())};
  std::vector<Event> events;
  for (std::size_t i = 0; i < rehearsal.inputs.size(); ++i) {
    if (i % 100 == 0) session = from_archive<Session>(to_archive(session));
    for (const Event& event : session.apply(rehearsal.inputs[i])) events.push_back(event);
  }
  CHECK(events == rehearsal.events);
  CHECK(session.state() == rehearsal.session.state());
  CHECK(session.summary() == rehearsal.session.summary());
}

TEST_CASE("a session that wild sensors have fed can be kept") {
  Rehearsal rehearsal = sample_rehearsal();
  constexpr double infinite = std::numeric_limits<double>::infinity();
  Session session = rehearsal.session;
  Time now = rehearsal.now;
  for (const double angle : {infinite, -infinite, std::nan(""), 1e300, -1e300, 5e-324, 40.0}) {
    now += seconds(0.1);
    Posture posture{now};
    for (std::size_t c = 0; c < channel_count; ++c) posture.set(static_cast<Channel>(c), degrees(angle));
    session.observe(posture);
    session.tick(Time::max());
    session.tick(Time::min());
    CHECK(from_archive<Session>(to_archive(session)).state() == session.state());
  }
}

TEST_CASE("what no record can hold is refused when it is written, with its place") {
  const auto refusal = [](const auto& value) -> std::string {
    try {
      detail::write_whole(value);
    } catch (const RecordError& error) {
      return error.what();
    }
    return "kept";
  };
  Person person = sample_person();
  person.limits[0].at_most = degrees(std::nan(""));
  CHECK(refusal(person) == "limits[0].at_most: is not a finite number, and cannot be kept");
  person = sample_person();
  person.key = "\xC3";
  CHECK(refusal(person) == "key: is not UTF-8, and cannot be kept");
  person.key = std::string(70'000, 'k');
  CHECK(refusal(person) == "key: is longer than 65536 bytes, and cannot be kept");
  CHECK(refusal(Hold{.duration = Time::max()}) == "duration: is more than a century, and cannot be kept");
  CHECK(refusal(Movement{.sides = static_cast<Sides>(77)}) == "sides: is no Sides, and cannot be kept");
}

TEST_CASE("a body that no writer makes is refused with its place and without its values") {
  const auto damaged = [](const auto& value, std::size_t at, unsigned char byte) {
    Bytes body = detail::write_whole(value);
    body.at(at) = std::byte{byte};
    return error_of_body<std::remove_cvref_t<decltype(value)>>(body);
  };
  const Person person{.key = "k"};  // key: 4 + 1 bytes, then profile, then the number of limits
  CHECK(damaged(person, 4, 0xC3) == "key: is not UTF-8");
  CHECK(damaged(person, 3, 0x7F) == "key: has more elements than fit");
  CHECK(damaged(person, 1, 0x10) == "key: has more elements than the body has bytes for");
  CHECK(damaged(person, 5, 9) == "profile: is no Profile");
  CHECK(damaged(person, 7, 0x10) == "limits: has more elements than the body has bytes for");
  CHECK(damaged(Neutral{}, 0, 2) == "tilt: is neither true nor false");
  CHECK(damaged(Movement{}, 4, 3) == "effort: is none of its kinds");
  CHECK(damaged(Neutral{.tilt = degrees(1)}, 8, 0xFF) == "tilt: is not a finite number");
  CHECK(damaged(PainLimits{}, 3, 0x7F) == "amber_from: is outside its limits");
  CHECK(damaged(sample_recording(), 9, 0x80) == "channels: has a channel that does not exist");

  Person facts{.key = "k"};
  facts.facts = {{"a", Fact::no}, {"b", Fact::no}};
  Bytes body = detail::write_whole(facts);
  const auto letter = std::find(body.begin(), body.end(), std::byte{'b'});
  REQUIRE(letter != body.end());
  *letter = std::byte{'a'};
  CHECK(error_of(detail::sealed("PERS", body)) == "facts[1]: is out of order");
  body = detail::write_whole(PainLimits{});
  body.push_back(std::byte{0});
  CHECK(error_of_body<PainLimits>(body) == "body: has something after its end");
  body.resize(6);
  CHECK(error_of_body<PainLimits>(body) == "red_from: the body ends before it");
}

TEST_CASE("an exercise that cannot be guided, and a state of another exercise, are refused") {
  Exercise exercise = sample_exercise();
  exercise.rules[0].when = "pelvis_list >";
  CHECK_THAT(error_of(detail::sealed("EXER", detail::write_whole(exercise))),
             Catch::EndsWith("rules[0].when: cannot be guided"));
  detail::SavedSession saved{sample_exercise(), {}, {}, inside(sample_rehearsal().session)};
  CHECK(error_of(detail::sealed("SESS", detail::write_whole(saved))) == "state: belongs to no such session");
}

TEST_CASE("a record of one kind is not read as another") {
  const Bytes record = to_archive(sample_person());
  CHECK_THROWS_WITH(from_archive<Exercise>(record), "the record holds no Exercise");
  CHECK(error_of(detail::sealed("ZZZZ", {})) == "the record is of a kind that this library does not know");
}

}  // namespace record_archive_test
