#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include <stretchcore/record/journal.hpp>

#include "body_stream.hpp"
#include "files.hpp"
#include "journal_format.hpp"

namespace stretchcore::detail {

/// A file to append entries to, and what is known of it so far.
struct OpenJournal {
  FileSystem* files = nullptr;
  std::string path;
  OpenFile file;
  std::uint32_t salt = 0;
  std::uint32_t number = 1;  ///< of the next entry
  std::uint64_t size = 0;    ///< [bytes]
  std::uint64_t inputs = 0;  ///< inputs and finishes in it
  Crc32c checksum{};         ///< of all of it
};

/// What waits between the thread that guides and the one that writes: a ring of bytes with one at either end, so that
/// neither ever waits for a lock of the other.
class EntryRing {
 public:
  explicit EntryRing(std::size_t room) : bytes_(std::max<std::size_t>(room, 256 * 1024)) {}

  std::size_t free() const { return bytes_.size() - (head_.load() - tail_.load(std::memory_order_acquire)); }
  bool empty() const { return head_.load(std::memory_order_acquire) == tail_.load(std::memory_order_acquire); }

  /// There has to be room for it.
  void push(Entry kind, std::span<const std::byte> content);
  /// False if nothing waits.
  bool pop(Entry& kind, std::vector<std::byte>& content);

  static constexpr std::size_t overhead = 3;

 private:
  void copy_in(std::uint64_t at, std::span<const std::byte> from);
  void copy_out(std::uint64_t at, std::span<std::byte> to) const;

  std::vector<std::byte> bytes_;
  std::atomic<std::uint64_t> head_{0};  ///< bytes ever pushed
  std::atomic<std::uint64_t> tail_{0};  ///< bytes ever popped
};

/// Appends entries from a thread of its own.
class JournalWriter {
 public:
  JournalWriter(OpenJournal journal, const JournalOptions& options);
  ~JournalWriter();

  bool has_room(std::size_t size) const { return ring_.free() >= size; }
  /// Waits for room, if there is none.
  void push(Entry kind, std::span<const std::byte> content);
  /// What was pushed should be on the disk soon.
  void hurry();
  /// Waits until whatever was pushed is on the disk. False where that failed. Any thread may.
  bool sync();
  /// No more comes. Waits for nothing.
  void end();
  /// After `end`: waits until what was pushed is written, as far as that works, and gives the file free. Any thread
  /// may.
  void wait();
  bool running() const { return !ended_; }  ///< to be asked by the thread that guides

  BodyWriter& body() { return body_; }  ///< to be used by the thread that guides
  std::uint64_t written() const { return written_.load(std::memory_order_acquire); }
  std::uint64_t durable() const { return durable_.load(std::memory_order_acquire); }
  std::string failure() const;
  const std::string& path() const { return journal_.path; }

 private:
  using Clock = std::chrono::steady_clock;

  void run();
  void take();
  void write();
  void sync_now();
  void fail(const char* what, int error);
  void add(Entry kind, std::span<const std::byte> content);

  OpenJournal journal_;  // of the writing thread, once that runs
  std::chrono::nanoseconds sync_every_;
  EntryRing ring_;
  BodyWriter body_{Keeping::exact};
  std::vector<std::byte> out_;      // of the writing thread: entries on their way to the file
  std::vector<std::byte> content_;  // of one of them
  std::uint64_t inputs_out_ = 0;    // among them
  bool failed_ = false;
  bool closed_ = false;
  bool ended_ = false;  // of the thread that guides
  std::mutex joining_;

  std::atomic<std::uint64_t> written_{0};
  std::atomic<std::uint64_t> durable_{0};
  std::atomic<bool> hurry_{false};
  std::atomic<bool> stop_{false};
  std::atomic<bool> over_{false};  ///< whatever came is written, and no more will be
  std::atomic<std::uint64_t> syncs_wanted_{0};
  std::atomic<std::uint64_t> syncs_done_{0};
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  const char* failed_at_ = nullptr;  ///< what failed, if anything did
  int error_ = 0;
  Clock::time_point synced_at_ = Clock::now();
  std::thread thread_;
};

}  // namespace stretchcore::detail
