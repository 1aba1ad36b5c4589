#include "history_row.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include <stretchcore/error.hpp>

#include "container.hpp"
#include "whole.hpp"
#include "with_file.hpp"

namespace stretchcore {

void PastSession::validate() const {
  if (person.empty()) throw InvalidModel("person", "must not be empty");
}

namespace detail {
namespace {

constexpr std::string_view kind = "HIST";  // as in kinds.hpp; only here, since it makes sense in a history alone

struct Column {
  std::string_view name;
  Cell value;
};

/// Whether there is a difference to tell: where the sides were not compared, there may still be a doubt.
bool compared(const Asymmetry& sides) { return sides != Asymmetry{.doubt = sides.doubt}; }

/// The one place that says what stands beside a record.
std::vector<Column> columns_of(const PastSession& session) {
  const Summary& summary = session.summary;
  const auto word = [](auto value) { return Cell{std::string{name(value)}}; };
  const auto angle = [](bool there, Angle value) { return there ? Cell{value.degrees()} : Cell{}; };
  const Bilateral<Estimate> first = summary.measured_anew ? Bilateral<Estimate>{} : summary.range_before;
  const Estimate& left = first.left;
  const Estimate& right = first.right;
  return {{"person", session.person},
          {"at", std::int64_t{session.at.count()}},
          {"exercise", summary.exercise},
          {"end_reason", summary.end_reason ? word(*summary.end_reason) : Cell{}},
          {"repetitions", std::max<std::int64_t>(std::ssize(summary.repetitions), summary.repetitions_total)},
          {"range_left", angle(left.known(), left.value)},
          {"error_left", angle(left.known(), left.standard_error)},
          {"range_right", angle(right.known(), right.value)},
          {"error_right", angle(right.known(), right.standard_error)},
          {"gain", angle(summary.gain != Gain{}, summary.gain.value)},
          {"gain_verdict", word(summary.gain.verdict)},
          {"difference", angle(compared(summary.asymmetry), summary.asymmetry.difference)},
          {"side_verdict", word(summary.asymmetry.verdict)}};
}

const std::vector<std::string_view>& column_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (const Column& column : columns_of({})) all.push_back(column.name);
    return all;
  }();
  return names;
}

std::string joined_names() {
  std::string joined;
  for (const std::string_view one : column_names()) joined += std::string{one} + ", ";
  return joined;
}

const std::string& insertion() {
  static const std::string sql = [] {
    std::string marks;
    for (std::size_t i = 0; i < column_names().size(); ++i) marks += "?, ";
    return "INSERT INTO session (" + joined_names() + "record) VALUES (" + marks +
           "?) ON CONFLICT (person, at) DO NOTHING";
  }();
  return sql;
}

std::string name_of_row(const Statement& statement) {
  const Cell id = statement.cell(0);
  const auto* number = std::get_if<std::int64_t>(&id);
  return "session " + (number == nullptr ? "?" : std::to_string(*number));
}

PastSession read_record(const Database& database, const std::string& row, std::span<const std::byte> record) {
  try {
    const Opened found = opened(record);
    if (found.kind != kind) throw RecordError("the record holds no session of a history");
    return read_whole<PastSession>(found.body);
  } catch (const CorruptRecord& error) {
    const std::string inside = error.place().empty() ? "" : "." + error.place();
    throw CorruptRecord(row + inside, error.problem(), database.path());
  } catch (const RecordError& error) {
    throw RecordError(database.path() + ": " + row + ": " + error.what());
  }
}

}  // namespace

bool insert(const Database& database, const PastSession& session) {
  session.validate();
  const std::vector<std::byte> record = with_file(database.path(), [&] { return sealed(kind, write_whole(session)); });
  Statement insert{database, insertion()};
  int place = 1;
  for (const Column& column : columns_of(session)) insert.bind(place++, column.value);
  insert.bind(place, record).step();
  if (sqlite3_changes(database.handle()) == 1) return true;
  Statement there{database, "SELECT id, record FROM session WHERE person = ? AND at = ?"};
  there.bind(1, session.person).bind(2, std::int64_t{session.at.count()});
  if (!there.step()) database.fail(SQLITE_CORRUPT);
  if (!std::ranges::equal(there.bytes(1), record)) {
    throw RecordError(database.path() + ": " + name_of_row(there) + " is another one of this person and moment");
  }
  return false;
}

const std::string& columns_to_read() {
  static const std::string columns = "id, " + joined_names() + "record";
  return columns;
}

PastSession row_at(const Database& database, const Statement& statement) {
  const std::string row = name_of_row(statement);
  int place = 1 + static_cast<int>(column_names().size());
  PastSession session = read_record(database, row, statement.bytes(place));
  place = 1;
  for (const Column& column : columns_of(session)) {
    if (statement.cell(place++) == column.value) continue;
    throw CorruptRecord(row + "." + std::string{column.name}, "is not what its record says", database.path());
  }
  return session;
}

}  // namespace detail
}  // namespace stretchcore
