#include <algorithm>
#include <string>
#include <vector>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/session/session.hpp>
#include <stretchcore/simulation/virtual_person.hpp>

#include "catch.hpp"

namespace session_target_text_test {

using namespace stretchcore;
using Catch::Matchers::Contains;

namespace {

/// What was said of each target of a session, in a language.
std::vector<std::string> told(const Traits& traits, Source source, const std::string& language) {
  SessionOptions options;
  options.source = source;
  options.precision = Precision::careful;
  Session session{catalog().at("dynamic-inner-thigh-stretch"), {}, options};
  std::vector<std::string> all;
  VirtualPerson{1, traits}.follow(session, [&](const Event& event) {
    const auto* change = std::get_if<TargetChanged>(&event);
    if (change != nullptr && change->target) all.push_back(session.explain(*change->target, language));
  });
  REQUIRE_FALSE(all.empty());
  return all;
}

bool any(const std::vector<std::string>& all, const std::string& part) {
  return std::any_of(all.begin(), all.end(), [&](const std::string& each) { return each.find(part) != each.npos; });
}

}  // namespace

TEST_CASE("a target says how far, and why no further") {
  const auto all = told({}, Source::phone_camera, "en");
  CHECK_THAT(all[0], Contains("to begin with"));
  CHECK(any(all, "the side that stops first leads"));
}

TEST_CASE("a target names a side only when it was determined", "[SR-11]") {
  Traits apart;
  apart.easy_left = degrees(30);
  apart.easy_right = degrees(40);
  CHECK_FALSE(any(told(apart, Source::phone_camera, "en"), "left"));
  CHECK(any(told(apart, Source::optical_markers, "en"), "the left side stops first"));
  CHECK(any(told(apart, Source::optical_markers, "de"), "die linke Seite"));
  CHECK(any(told(apart, Source::optical_markers, "es"), "el lado izquierdo"));
  std::swap(apart.easy_left, apart.easy_right);
  CHECK(any(told(apart, Source::optical_markers, "en"), "the right side stops first"));
  CHECK_FALSE(any(told(apart, Source::optical_markers, "en"), "the left side"));
}

TEST_CASE("a prescription is given as the reason where it is the lowest limit") {
  Person person;
  person.limits = {{.at_most = degrees(20), .kind = LimitKind::prescription}};
  Session session{catalog().at("dynamic-inner-thigh-stretch"), person};
  bool heard = false;
  VirtualPerson{1}.follow(session, [&](const Event& event) {
    const auto* change = std::get_if<TargetChanged>(&event);
    if (change == nullptr || !change->target) return;
    heard = heard || session.explain(*change->target, "en") == "As far as 20°: it was set for you.";
  });
  CHECK(heard);
}

}  // namespace session_target_text_test
