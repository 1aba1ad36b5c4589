#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <variant>

#include <stretchcore/simulation/trial.hpp>

namespace stretchcore {
namespace {

/// Looks over the shoulder of a session: what it says of her, and what she is like when it does.
class Observer {
 public:
  Observer(VirtualPerson person, const Exercise& exercise, const Person& known, const SessionOptions& options)
      : person_(std::move(person)), session_(exercise, known, options) {}

  TrialRow row() {
    person_.follow(session_, [this](const Event& event) {
      if (const auto* change = std::get_if<PhaseChanged>(&event)) enter(*change);
      if (const auto* done = std::get_if<RepetitionCompleted>(&event)) count(done->repetition);
      if (const auto* small = std::get_if<AttemptRejected>(&event)) count(small->attempt);
      if (std::holds_alternative<ReachDropped>(event)) {
        ++row_.drops;
        answered_ = answered_ || person_.guards_since().has_value();
      }
    });
    const Summary summary = session_.summary();
    row_.range_before = summary.range_before;
    row_.range_after = summary.range_after;
    row_.asymmetry = summary.asymmetry;
    row_.gain = summary.gain;
    row_.end_reason = summary.end_reason.value_or(EndReason::input_ended);
    if (row_.held > 0) row_.of_limit = targets_of_limits_ / row_.held;
    row_.duration = person_.now() - session_.state().started;
    return row_;
  }

 private:
  void enter(const PhaseChanged& change) {
    if (change.from == Phase::paused || change.to == Phase::paused) return;
    if (change.to == Phase::measuring) row_.easy_before = row_.easy_after = person_.easy();
    if (change.to == Phase::remeasuring) row_.easy_after = person_.easy();
    if (change.to == Phase::stretching) ++row_.blocks;
  }

  void count(const Repetition& repetition) {
    ++row_.repetitions;
    const auto& target = session_.state().aim.target;
    if (session_.phase() != Phase::stretching || !target.left || !target.right) return;
    const Bilateral<Angle> limit = person_.limit();
    const Angle lower = std::min(limit.left, limit.right);
    const Angle aimed = std::min(target.left->angle, target.right->angle);
    const auto went = [&](Side side) { return repetition.peak[side].value_or(Angle{}); };
    ++row_.held;
    row_.beyond_2 += aimed > lower + degrees(2) ? 1 : 0;
    row_.beyond_5 += aimed > lower + degrees(5) ? 1 : 0;
    row_.overreached += std::max(went(Side::left), went(Side::right)) > lower ? 1 : 0;
    targets_of_limits_ += aimed / lower;
    guarded(repetition.start);
  }

  void count(const Attempt& attempt) {
    const bool small = attempt.reason == AttemptReason::too_small || attempt.reason == AttemptReason::too_low;
    if (small && session_.phase() == Phase::stretching) guarded(attempt.start);
  }

  void guarded(Time from) {
    const std::optional<Time> since = person_.guards_since();
    row_.guarded += since && from >= *since && !answered_ ? 1 : 0;
  }

  VirtualPerson person_;
  Session session_;
  TrialRow row_;
  double targets_of_limits_ = 0.0;
  bool answered_ = false;  ///< less was asked for since she guards
};

/// Does `work(i)` for all i below `count`, on several threads. The first problem ends it and is thrown.
template <class Work>
void on_threads(std::size_t count, std::size_t threads, Work&& work) {
  std::atomic<std::size_t> next{0};
  std::atomic<bool> failed{false};
  std::exception_ptr problem;
  const auto worker = [&] {
    for (std::size_t i = next++; i < count && !failed; i = next++) {
      try {
        work(i);
      } catch (...) {
        if (!failed.exchange(true)) problem = std::current_exception();
      }
    }
  };
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < threads; ++i) others.emplace_back(worker);
  worker();
  others.clear();  // waits for them
  if (problem) std::rethrow_exception(problem);
}

}  // namespace

std::vector<TrialRow> run_trial(std::span<const VirtualPerson> people, const Exercise& exercise,
                                const SessionOptions& options, const Person& person, int threads) {
  if (threads < 0) throw InvalidModel("threads", "must not be negative; 0 is as many as the machine has");
  const std::size_t machine = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t wanted = threads > 0 ? static_cast<std::size_t>(threads) : machine;
  std::vector<TrialRow> rows(people.size());
  on_threads(people.size(), std::min(wanted, std::max<std::size_t>(people.size(), 1)), [&](std::size_t i) {
    rows[i] = Observer{people[i], exercise, person, options}.row();
  });
  return rows;
}

}  // namespace stretchcore
