#include <boost/mp11/algorithm.hpp>
#include <string>
#include <type_traits>

#include <stretchcore/cue/voice.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/person.hpp>
#include <stretchcore/model/session_options.hpp>
#include <stretchcore/motion/repetitions.hpp>
#include <stretchcore/quantity/estimate.hpp>
#include <stretchcore/safety/evaluate.hpp>
#include <stretchcore/session/analyse.hpp>
#include <stretchcore/session/check.hpp>
#include <stretchcore/session/summary.hpp>
#include <stretchcore/session/view.hpp>
#include <stretchcore/stream/event.hpp>
#include <stretchcore/stream/input.hpp>

#include "catch.hpp"
#include "document/json_document.hpp"
#include "document/random_value.hpp"
#include "model/sample_exercise.hpp"

namespace document_described_types_test {

using namespace stretchcore;
using detail::JsonValue;

namespace {

template <class... Types>
using List = boost::mp11::mp_list<Types...>;

using Models = List<Benefit, Clearance, Contraindication, ContractRelax, Cue, Dose, ErrorModel, Estimate, Evidence,
                    MotionLimit, Exercise, Guard, Hold, Interval, Movement, Neutral, PainLimits, Person, Prop,
                    Questionnaire, Repeat, Rule, SessionOptions, Setup, StopSymptom>;
using Streams = List<Asymmetry, Attempt, Bilateral<Time>, Gain, Repetition, Target, Tempo>;
using Sessions = List<Analysis, Coverage, CueNote, Felt, Finding, OpenQuestion, RuleNote, RuleRow, Screening,
                      ScreeningReason, Summary, SymptomNote, View>;
using States = List<ChannelState, ConditionState, ExtremeState, OneEuroPlan, OneEuroState, QuietTrack, RecentSample,
                    StrokeState, Summit, VoiceState>;
// A posture has no members to walk; it has tests of its own.
using Inputs = boost::mp11::mp_remove<boost::mp11::mp_rename<Input, List>, Posture>;
using Described =
    boost::mp11::mp_append<Models, Streams, Sessions, States, Inputs, boost::mp11::mp_rename<Event, List>>;

template <class Types, class Visitor>
void each_type(Visitor&& visit) {
  boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Types>>(visit);
}

template <class T>
T read_back(const JsonValue& json) {
  return detail::read<T>(detail::parse_json(detail::print_json(json, 2)), detail::Path{});
}

/// "path: problem" of the error that reading gives; "read" if it gives none.
template <class T>
std::string error_of(const JsonValue& json, bool only_path = false) {
  try {
    read_back<T>(json);
  } catch (const DocumentError& error) {
    return only_path ? error.path() : error.what();
  }
  return "read";
}

/// A value that can be read: the default, or where that lacks an id or words, one of the sample exercise.
template <class T>
T sample() {
  if constexpr (std::is_same_v<T, Exercise>) {
    return sample_exercise();
  } else if constexpr (std::is_same_v<T, Cue>) {
    return sample_exercise().cues[0];
  } else if constexpr (std::is_same_v<T, Rule>) {
    return sample_exercise().rules[0];
  } else if constexpr (std::is_same_v<T, Contraindication>) {
    return sample_exercise().contraindications[0];
  } else if constexpr (std::is_same_v<T, Clearance>) {
    return {.code = "hip_surgery", .exercise = "sample-stretch"};
  } else {
    return T{};
  }
}

JsonValue with_member(JsonValue json, std::string_view name, JsonValue value) {
  std::erase_if(json.members, [&](const detail::JsonMember& member) { return member.key == name; });
  json.add(name, std::move(value));
  return json;
}

// The checks themselves are no templates: dozens of types and hundreds of members would each compile them anew.
void check(std::string_view type, bool holds) {
  INFO(type);
  CHECK(holds);
}

void check(std::string_view type, const std::string& said, const std::string& expected) {
  INFO(type);
  CHECK(said == expected);
}

using detail::type_name;

}  // namespace

TEST_CASE("every described type is read back as it was written") {
  each_type<Described>([]<class T>(std::type_identity<T>) {
    const T value = sample<T>();
    check(type_name<T>(), value == value);
    check(type_name<T>(), read_back<T>(detail::write(value)) == value);
  });
}

TEST_CASE("a document that says nothing gives the defaults of every type that has them") {
  each_type<Described>([]<class T>(std::type_identity<T>) {
    if (sample<T>() == T{}) check(type_name<T>(), read_back<T>(detail::json_object()) == T{});
  });
}

TEST_CASE("every described type refuses a member it does not know and suggests the near one") {
  each_type<Described>([]<class T>(std::type_identity<T>) {
    const std::string type{type_name<T>()};
    const JsonValue json = detail::write(sample<T>());
    const std::string refused = "zzz: unknown member of " + type + ", which has ";
    check(type, error_of<T>(with_member(json, "zzz", {})).substr(0, refused.size()), refused);
    for (const std::string_view name : detail::members_by_name<T>()) {
      const std::string misspelt = std::string{name} + "_";
      check(type, error_of<T>(with_member(json, misspelt, {})),
            misspelt + ": unknown member of " + type + "; did you mean \"" + std::string{name} + "\"?");
    }
  });
}

TEST_CASE("a member of the wrong type is refused at its path, whatever the member and the type") {
  each_type<Described>([]<class T>(std::type_identity<T>) {
    const JsonValue json = detail::write(sample<T>());
    detail::each_member<T>([&]<class Member>(std::string_view name, Member T::*) {
      const JsonValue wrong = std::is_same_v<Member, bool> ? detail::json_string("yes") : detail::json_boolean(true);
      check(type_name<T>(), error_of<T>(with_member(json, name, wrong), true), std::string{name});
    });
    check(type_name<T>(), error_of<T>(detail::json_array(), true), "");
  });
}

TEST_CASE("whatever a type without limits holds is read back bit for bit") {
  Random random{20240501};
  each_type<boost::mp11::mp_append<Streams, Sessions, States, List<Estimate, Event, Interval, Neutral, Posture>>>(
      [&]<class T>(std::type_identity<T>) {
        for (int i = 0; i < 60; ++i) {
          T value{};
          randomise(random, value);
          const JsonValue written = detail::write(value);
          const T read = read_back<T>(written);
          check(type_name<T>(), read == value);
          // Equal numbers may differ in the sign of zero; equal documents do not.
          check(type_name<T>(), detail::print_json(detail::write(read), -1), detail::print_json(written, -1));
        }
      });
}

}  // namespace document_described_types_test
