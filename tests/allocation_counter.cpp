#include "allocation_counter.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> allocations{0};
std::atomic<std::size_t> largest_of_all{0};

void counted(std::size_t size) noexcept {
  allocations.fetch_add(1, std::memory_order_relaxed);
  std::size_t before = largest_of_all.load(std::memory_order_relaxed);
  while (size > before && !largest_of_all.compare_exchange_weak(before, size, std::memory_order_relaxed)) {
  }
}

void* allocate(std::size_t size) noexcept {
  counted(size);
  return std::malloc(size == 0 ? 1 : size);
}

void* allocate(std::size_t size, std::align_val_t alignment) noexcept {
  counted(size);
  const auto step = static_cast<std::size_t>(alignment);
  return std::aligned_alloc(step, (size / step + 1) * step);
}

void* checked(void* place) {
  if (!place) throw std::bad_alloc{};
  return place;
}

}  // namespace

// Every form, because a sanitizer brings its own for those that are left out, and they must not meet.
void* operator new(std::size_t size) { return checked(allocate(size)); }
void* operator new[](std::size_t size) { return checked(allocate(size)); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocate(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return allocate(size); }
void* operator new(std::size_t size, std::align_val_t alignment) { return checked(allocate(size, alignment)); }
void* operator new[](std::size_t size, std::align_val_t alignment) { return checked(allocate(size, alignment)); }
void* operator new(std::size_t size, std::align_val_t alignment, const std::nothrow_t&) noexcept {
  return allocate(size, alignment);
}
void* operator new[](std::size_t size, std::align_val_t alignment, const std::nothrow_t&) noexcept {
  return allocate(size, alignment);
}

void operator delete(void* place) noexcept { std::free(place); }
void operator delete[](void* place) noexcept { std::free(place); }
void operator delete(void* place, std::size_t) noexcept { std::free(place); }
void operator delete[](void* place, std::size_t) noexcept { std::free(place); }
void operator delete(void* place, const std::nothrow_t&) noexcept { std::free(place); }
void operator delete[](void* place, const std::nothrow_t&) noexcept { std::free(place); }
void operator delete(void* place, std::align_val_t) noexcept { std::free(place); }
void operator delete[](void* place, std::align_val_t) noexcept { std::free(place); }
void operator delete(void* place, std::size_t, std::align_val_t) noexcept { std::free(place); }
void operator delete[](void* place, std::size_t, std::align_val_t) noexcept { std::free(place); }
void operator delete(void* place, std::align_val_t, const std::nothrow_t&) noexcept { std::free(place); }
void operator delete[](void* place, std::align_val_t, const std::nothrow_t&) noexcept { std::free(place); }

AllocationCounter::AllocationCounter() : before_(allocations.load(std::memory_order_relaxed)) {
  largest_of_all.store(0, std::memory_order_relaxed);
}

std::size_t AllocationCounter::count() const { return allocations.load(std::memory_order_relaxed) - before_; }

std::size_t AllocationCounter::largest() const { return largest_of_all.load(std::memory_order_relaxed); }
