#pragma once

#include <cstddef>

/// Counts what operator new was asked for, by any thread, while it lives.
class AllocationCounter {
 public:
  AllocationCounter();

  std::size_t count() const;
  std::size_t largest() const;  ///< asked for at once [bytes], since the latest counter began

 private:
  std::size_t before_;
};
