// Numbers that leave the process: other programs, recorded clips and stored events know things by them.

#include <boost/mp11/algorithm.hpp>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <stretchcore/session/session.hpp>
#include <stretchcore/session/view.hpp>
#include <stretchcore/stream/event.hpp>
#include <stretchcore/stream/input.hpp>

#include "catch.hpp"
#include "cue/phrase_table.hpp"
#include "document/names.hpp"
#include "places.hpp"
#include "session/state.hpp"

namespace stream_ids_test {

using namespace stretchcore;

namespace {

template <class E>
void add_enum(std::ostream& table) {
  detail::each_enumerator<E>([&](std::string_view word, E value) {
    table << detail::type_name<E>() << ' ' << static_cast<int>(value) << ' ' << word << '\n';
  });
}

template <class... Es>
void add_enums(std::ostream& table) {
  (add_enum<Es>(table), ...);
}

template <class Variant>
void add_alternatives(std::ostream& table, std::string_view kind) {
  int number = 0;
  detail::each_alternative<Variant>(
      [&](std::string_view tag, auto) { table << kind << ' ' << number++ << ' ' << tag << '\n'; });
}

std::string table_of_ids() {
  std::ostringstream table;
  for (const detail::PhraseRow& row : detail::phrase_table()) table << "phrase " << row.number << ' ' << row.id << '\n';
  add_alternatives<Event>(table, "event");
  add_alternatives<Input>(table, "input");
  add_enums<Side, Channel, Motion, Source, Moment, Priority, BodyPosition, Symptom, Urgency, Response, Phase,
            QuestionKind, Choice, HealthAnswer, EndReason, PauseCause, Health, Rejection, Refusal, Action, Feeling,
            Stretch, FirstSide, Speech, RuleVerdict, GainVerdict, AsymmetryVerdict, ScreeningVerdict, DropReason,
            AttemptReason, GuideKind, SideCheck, Limit, Clock, Answers, Sensor, Measure, Precision>(table);
  return table.str();
}

std::set<std::string> lines_of(std::istream&& text) {
  std::set<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.insert(line);
  return lines;
}

}  // namespace

TEST_CASE("no number that leaves the process has moved") {
  const std::string now = table_of_ids();
  const std::set<std::string> fixed = lines_of(std::ifstream{source_folder() / "tests/golden/ids.txt"});
  const std::set<std::string> there = lines_of(std::istringstream{now});
  if (fixed != there) std::ofstream{"ids.txt"} << now;
  REQUIRE(fixed.size() > 300);
  for (const std::string& line : fixed) {
    INFO("tests/golden/ids.txt says: " << line << ". It has moved or gone: give the new one another number instead");
    CHECK(there.contains(line));
  }
  for (const std::string& line : there) {
    INFO("new: " << line
                 << ". Add the line to tests/golden/ids.txt; the whole table is in ids.txt, where the test ran");
    CHECK(fixed.contains(line));
  }
}

TEST_CASE("no two things of a kind have one number") {
  std::set<std::string> numbers;
  const std::string now = table_of_ids();
  std::istringstream lines{now};
  for (std::string line; std::getline(lines, line);) {
    INFO(line);
    CHECK(numbers.insert(line.substr(0, line.rfind(' '))).second);
  }
}

}  // namespace stream_ids_test
