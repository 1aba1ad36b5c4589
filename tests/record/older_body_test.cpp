#include "record/older_body.hpp"

#include <array>
#include <string>

#include <stretchcore/document/json.hpp>

#include "catch.hpp"
#include "document/json_document.hpp"
#include "record/container.hpp"
#include "record/kinds.hpp"
#include "record/samples.hpp"

namespace record_older_body_test {

using namespace stretchcore;
using detail::JsonValue;
using detail::Migration;

namespace {

JsonValue layout_now() { return detail::parse_json(archive_layout()); }

/// A made-up schema 2 that gives a member of the document another name; in schema 1 it had this one.
constexpr std::string_view old_name = "name_of_schema_1";

template <std::size_t size>
struct Word {
  char letters[size];
  constexpr Word(const char (&text)[size]) { std::copy(text, text + size, letters); }
  constexpr std::string_view view() const { return {letters, size - 1}; }
};

template <Word new_name>
void rename(JsonValue& document) {
  for (detail::JsonMember& member : document.members) {
    if (member.key == old_name) member.key = new_name.view();
  }
}

/// The layout that schema 1 would have had.
JsonValue layout_of_schema_1(std::string_view type, std::string_view member) {
  JsonValue layout = layout_now();
  for (detail::JsonMember& part : layout.members) {
    if (part.key != "members") continue;
    for (detail::JsonMember& one : part.value.members) {
      if (one.key != type) continue;
      for (detail::JsonMember& each : one.value.members) {
        if (each.key == member) each.key = old_name;
      }
    }
  }
  return layout;
}

template <class T, Word renamed>
void check_both_ways(const T& value) {
  constexpr std::array<Migration, 1> steps{&rename<renamed>};
  const std::string_view kind = detail::kind_of<T>;
  INFO(kind);
  const Bytes record = to_archive(value);
  const auto body = detail::opened(record).body;
  const JsonValue layout = layout_of_schema_1(detail::type_name<T>(), renamed.view());
  CHECK(detail::read_older<T>(body, kind, layout, 1, steps) == value);
  CHECK(detail::read_older<T>(body, kind, layout_now(), 2, steps) == value);
  CHECK_THROWS_AS(detail::read_older<T>(body, kind, layout, 1, {}), CorruptRecord);  // without the step

  std::string document = to_json(value);
  const std::string now = "\"" + std::string{renamed.view()} + "\":";
  REQUIRE(document.find(now) != document.npos);
  std::string old = document;
  old.replace(old.find(now), now.size(), "\"" + std::string{old_name} + "\":");
  const std::string mine = "\"schema\": " + std::to_string(detail::schema_of<T>());
  old.replace(old.find(mine), mine.size(), "\"schema\": 1");
  CHECK(detail::read_document<T>(old, steps) == value);
  const std::string one = "\"schema\": 1";
  document.replace(document.find(mine), one.size(), "\"schema\": 2");
  CHECK(detail::read_document<T>(document, steps) == value);
  document.replace(document.find("\"schema\": 2"), one.size(), "\"schema\": 3");
  CHECK_THROWS_WITH(detail::read_document<T>(document, steps),
                    Catch::Contains("3 is newer than this library reads (2)"));
}

}  // namespace

TEST_CASE("a record is read by its published layout as the document of the same value") {
  const JsonValue layout = layout_now();
  const auto check = [&]<class T>(const T& value) {
    const Bytes record = to_archive(value);
    const std::string_view kind = detail::kind_of<T>;
    INFO(kind);
    CHECK(detail::read_older<T>(detail::opened(record).body, kind, layout, 1, {}) == value);
  };
  check(sample_exercise());
  check(sample_person());
  check(sample_options());
  check(sample_rehearsal().session.summary());
  for (const auto& [id, exercise] : catalog()) check(exercise);
}

TEST_CASE("exercises, persons, options and summaries of schema 1 are read when there is a schema 2") {
  check_both_ways<Exercise, "dose">(sample_exercise());
  check_both_ways<Person, "profile">(sample_person());
  check_both_ways<SessionOptions, "language">(sample_options());
  check_both_ways<Summary, "end_reason">(sample_rehearsal().session.finish(Time{900'000'000'000}));
}

TEST_CASE("a body that its layout does not fit is refused with the place, and nothing is made of it") {
  const Bytes record = to_archive(sample_person());
  const auto body = detail::opened(record).body;
  const JsonValue layout = layout_now();
  CHECK_THROWS_AS(detail::document_of(body.first(body.size() - 1), "PERS", layout), CorruptRecord);
  CHECK_THROWS_AS(detail::document_of(body, "OPTS", layout), CorruptRecord);
  CHECK_THROWS_AS(detail::document_of(body, "NONE", layout), RecordError);
  for (std::size_t length = 0; length < body.size(); ++length) {
    CHECK_THROWS_AS(detail::document_of(body.first(length), "PERS", layout), CorruptRecord);
  }
}

}  // namespace record_older_body_test
