// Fits a routine to a person, a place and a time. Each step looks at the slots as the one before left them.

#include <algorithm>
#include <map>

#include <stretchcore/error.hpp>
#include <stretchcore/routine/fit.hpp>
#include <stretchcore/routine/order.hpp>

#include "routine/fitting.hpp"

namespace stretchcore {
namespace {

constexpr double much_shorter_than = 0.6;

void refuse_errors(const Routine& routine, std::span<const Exercise> exercises) {
  for (const Finding& finding : findings(routine, exercises)) {
    if (finding.severity == Severity::error) throw InvalidModel(finding.path, finding.message);
  }
}

std::vector<std::string> instead_of(const Fitting& fitting) {
  std::vector<std::string> ids;
  for (const Exercise& one : fitting.exercises) {
    if (!fitting.hindrance(one)) ids.push_back(one.id);
  }
  return ids;
}

}  // namespace

Fitted fit(const Routine& routine, const Person& person, std::span<const Exercise> exercises,
           const Circumstances& circumstances, const SessionOptions& options) {
  refuse_errors(routine, exercises);
  person.validate();
  circumstances.validate();
  options.validate();
  Fitting fitting{routine, person, exercises, circumstances, options};
  fit_to_person(fitting);
  fit_to_minutes(fitting);

  Fitted fitted{.id = routine.id, .version = routine.version, .name = routine.name, .occasion = routine.occasion};
  fitted.changes = fitting.changes;
  fitted.slots_ = fitting.slots_as_done();
  for (const FittedSlot& one : fitted.slots_) fitted.seconds += one.seconds + one.slot.rest;
  const double meant = to_seconds(fitting.time());
  fitted.too_long = to_seconds(fitted.seconds) > most_over * meant;
  fitted.much_shorter =
      !fitted.slots_.empty() && to_seconds(fitted.seconds) < much_shorter_than * 60.0 * routine.minutes;
  if (fitted.slots_.empty()) fitted.instead = instead_of(fitting);
  return fitted;
}

}  // namespace stretchcore
