#include <optional>

#include <stretchcore/record/archive.hpp>
#include <stretchcore/record/journal.hpp>
#include <stretchcore/session/check.hpp>

#include "container.hpp"
#include "files.hpp"
#include "kinds.hpp"
#include "saved.hpp"
#include "whole.hpp"
#include "with_file.hpp"

namespace stretchcore {
namespace detail {

void require_guidable(const Exercise& exercise) {
  const Path root;
  for (const Finding& finding : findings(exercise)) {
    if (finding.severity == Severity::error) refuse_body(Path{root, finding.path}, "cannot be guided");
  }
}

}  // namespace detail

Archived from_archive(std::span<const std::byte> record) {
  const std::string kind = detail::opened(record).kind;
  std::optional<Archived> value;
  detail::each_kind([&]<class T>(std::type_identity<T>) {
    if (kind == detail::kind_of<T>) value = from_archive<T>(record);
  });
  if (!value) throw RecordError("the record is of a kind that this library does not know");
  return *std::move(value);
}

Archived load(const std::string& path) {
  const std::vector<std::byte> record = detail::read_file(detail::file_system(), path, longest_record);
  return detail::with_file(path, [&] { return from_archive(record); });
}

std::string archive_layout() {
  detail::Layout layout;
  detail::JsonValue kinds = detail::json_object();
  detail::each_kind([&]<class T>(std::type_identity<T>) {
    kinds.add(detail::kind_of<T>, detail::Body<detail::KeptAs<T>>::layout(layout));
  });
  // In journals: their bodies begin with the place among these, so nothing is ever put in between.
  kinds.add("input", detail::Body<Input>::layout(layout));
  kinds.add("event", detail::Body<Event>::layout(layout));
  kinds.add("made_by", detail::Body<MadeBy>::layout(layout));
  return detail::print_json(std::move(layout).document(std::move(kinds)), 2) + "\n";
}

}  // namespace stretchcore
