#include "journal_writer.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include <stretchcore/error.hpp>

namespace stretchcore::detail {
namespace {

constexpr std::chrono::milliseconds rest{5};  ///< between two looks, where nobody is in a hurry
constexpr std::size_t most_at_once = 256 * 1024;

}  // namespace

void EntryRing::copy_in(std::uint64_t at, std::span<const std::byte> from) {
  const std::size_t place = at % bytes_.size();
  const std::size_t first = std::min(from.size(), bytes_.size() - place);
  std::copy_n(from.begin(), first, bytes_.begin() + static_cast<std::ptrdiff_t>(place));
  std::copy(from.begin() + static_cast<std::ptrdiff_t>(first), from.end(), bytes_.begin());
}

void EntryRing::copy_out(std::uint64_t at, std::span<std::byte> to) const {
  const std::size_t place = at % bytes_.size();
  const std::size_t first = std::min(to.size(), bytes_.size() - place);
  std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(place), first, to.begin());
  std::copy_n(bytes_.begin(), to.size() - first, to.begin() + static_cast<std::ptrdiff_t>(first));
}

void EntryRing::push(Entry kind, std::span<const std::byte> content) {
  const std::uint64_t head = head_.load(std::memory_order_relaxed);
  const std::array<std::byte, overhead> front{static_cast<std::byte>(content.size() & 0xFF),
                                              static_cast<std::byte>(content.size() >> 8),
                                              static_cast<std::byte>(kind)};
  copy_in(head, front);
  copy_in(head + overhead, content);
  head_.store(head + overhead + content.size(), std::memory_order_release);
}

bool EntryRing::pop(Entry& kind, std::vector<std::byte>& content) {
  if (empty()) return false;
  const std::uint64_t tail = tail_.load(std::memory_order_relaxed);
  std::array<std::byte, overhead> front{};
  copy_out(tail, front);
  content.resize(std::to_integer<std::size_t>(front[0]) | std::to_integer<std::size_t>(front[1]) << 8);
  kind = static_cast<Entry>(front[2]);
  copy_out(tail + overhead, content);
  tail_.store(tail + overhead + content.size(), std::memory_order_release);
  return true;
}

JournalWriter::JournalWriter(OpenJournal journal, const JournalOptions& options)
    : journal_(std::move(journal)), sync_every_(options.sync_every), ring_(options.room) {
  // The writing thread asks for no memory: where there is none, it would take the program with it.
  out_.reserve(most_at_once + 4 * longest_entry);
  content_.reserve(longest_entry);
  try {
    thread_ = std::thread{[this] { run(); }};
  } catch (const std::system_error& error) {
    throw RecordError(journal_.path + ": there is no thread to write it: " + error.code().message());
  }
}

JournalWriter::~JournalWriter() {
  end();
  wait();
}

void JournalWriter::end() {
  ended_ = true;
  stop_.store(true);
  hurry();
}

void JournalWriter::wait() {
  const std::lock_guard lock{joining_};
  if (!stop_.load() || !thread_.joinable()) return;
  thread_.join();
  journal_.file.close();  // another may write now
}

void JournalWriter::push(Entry kind, std::span<const std::byte> content) {
  while (!has_room(EntryRing::overhead + content.size())) {
    hurry();
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  ring_.push(kind, content);
}

void JournalWriter::hurry() {
  hurry_.store(true);
  const std::lock_guard lock{mutex_};  // it either has seen this, or is asleep and hears it
  wake_.notify_one();
}

bool JournalWriter::sync() {
  const std::uint64_t wanted = syncs_wanted_.fetch_add(1) + 1;
  hurry();
  while (syncs_done_.load() < wanted && !over_.load()) std::this_thread::sleep_for(std::chrono::milliseconds{1});
  return failure().empty();
}

std::string JournalWriter::failure() const {
  const std::lock_guard lock{mutex_};
  if (failed_at_ == nullptr) return {};
  return journal_.path + ": " + failed_at_ + ": " + std::generic_category().message(error_);
}

void JournalWriter::run() {
  for (bool last = false; !last;) {
    last = stop_.load();  // asked before taking: what was pushed before stopping is taken
    const bool hurried = hurry_.exchange(false);
    const std::uint64_t wanted = syncs_wanted_.load();
    take();
    const bool behind = durable_.load(std::memory_order_relaxed) < written_.load(std::memory_order_relaxed);
    const bool due = behind && Clock::now() - synced_at_ >= sync_every_;
    if (hurried || last || due || wanted != syncs_done_.load()) sync_now();
    syncs_done_.store(wanted);
    if (last) break;
    std::unique_lock lock{mutex_};
    wake_.wait_for(lock, rest, [this] { return hurry_.load() || stop_.load(); });
  }
  over_.store(true);
}

void JournalWriter::take() {
  Entry kind{};
  while (ring_.pop(kind, content_)) {
    if (failed_) continue;
    closed_ = closed_ || kind == Entry::close;
    if (kind == Entry::close) {
      write();  // the checksum is of all that comes before
      const std::uint64_t inputs = journal_.inputs;
      const auto checksum = static_cast<std::uint32_t>(journal_.checksum.checksum());
      content_.resize(sizeof inputs + sizeof checksum);
      std::memcpy(content_.data(), &inputs, sizeof inputs);
      std::memcpy(content_.data() + sizeof inputs, &checksum, sizeof checksum);
    }
    if (kind == Entry::input || kind == Entry::finish) ++inputs_out_;
    add(kind, content_);
    if (out_.size() >= most_at_once) write();
  }
  write();
}

void JournalWriter::add(Entry kind, std::span<const std::byte> content) {
  add_entry(out_, journal_.salt, journal_.number++, kind, content);
}

void JournalWriter::write() {
  if (out_.empty() || failed_) return out_.clear();
  const bool fits = journal_.size + out_.size() <= longest_journal;
  const int error = fits ? write_all(*journal_.files, journal_.file.number(), out_) : EFBIG;
  if (error != 0) {
    // Half an entry at the end would read as torn; without it the journal is whole as far as it goes.
    journal_.files->truncate(journal_.file.number(), static_cast<std::size_t>(journal_.size));
    fail("cannot be written", error);
    return out_.clear();
  }
  journal_.size += out_.size();
  journal_.checksum.process_bytes(out_.data(), out_.size());
  journal_.inputs += inputs_out_;
  written_.fetch_add(inputs_out_, std::memory_order_release);
  inputs_out_ = 0;
  out_.clear();
}

/// After a sync that failed nobody knows what is on the disk, and the next one may say that all is well.
void JournalWriter::sync_now() {
  synced_at_ = Clock::now();
  if (failed_) return;
  const std::uint64_t size = journal_.size;
  if (journal_.files->sync(journal_.file.number()) != 0) return fail("cannot be synced", errno);
  if (durable_.load(std::memory_order_relaxed) == written_.load(std::memory_order_relaxed)) return;
  durable_.store(written_.load(std::memory_order_relaxed), std::memory_order_release);
  if (closed_) return;  // nothing comes after that
  add(Entry::sync, std::as_bytes(std::span{&size, 1}));
  write();
}

void JournalWriter::fail(const char* what, int error) {
  failed_ = true;
  const std::lock_guard lock{mutex_};
  failed_at_ = what;
  error_ = error;
}

}  // namespace stretchcore::detail
