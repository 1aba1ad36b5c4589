#pragma once

#include <mutex>
#include <optional>
#include <utility>

#include <stretchcore/record/journal.hpp>

#include "casters.hpp"

namespace stretchcore::detail {

/// A journaled session that several threads of Python may use: one at a time is in it, and the interpreter's lock is
/// never held while a call waits for another thread, for room in the journal, or for the disk.
class SharedSession {
 public:
  explicit SharedSession(JournaledSession session) : session_(std::move(session)) {}
  /// Writes what waits.
  ~SharedSession() {
    const py::gil_scoped_release others_may_run;
    session_.reset();
  }
  SharedSession(const SharedSession&) = delete;
  SharedSession& operator=(const SharedSession&) = delete;

  /// Calls with the session, alone. What comes back must be a copy.
  template <class Call>
  auto alone(Call&& call) {
    const py::gil_scoped_release others_may_run;
    const std::lock_guard lock{mutex_};
    return call(*session_);
  }
  /// For the calls that any thread may make at any time.
  JournaledSession& free() { return *session_; }

 private:
  std::optional<JournaledSession> session_;
  std::mutex mutex_;
};

}  // namespace stretchcore::detail
