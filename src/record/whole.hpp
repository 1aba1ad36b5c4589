#pragma once

#include <stretchcore/record/archive.hpp>

#include "saved.hpp"

namespace stretchcore::detail {

/// An exercise that cannot be guided is not read, as from a document.
void require_guidable(const Exercise& exercise);

template <class T>
T read_whole(std::span<const std::byte> body) {
  BodyReader from{body};
  const Path root;
  auto value = [&] {
    if constexpr (std::is_same_v<T, Session>) {
      return read_session(from, root);
    } else {
      KeptAs<T> fresh{};
      detail::read(from, fresh, root);
      return T{std::move(fresh)};
    }
  }();
  if (from.left() != 0) refuse_body(root, "has something after its end");
  if constexpr (std::is_same_v<T, Exercise>) require_guidable(value);
  return value;
}

template <class T>
std::vector<std::byte> write_whole(const T& value) {
  BodyWriter to;
  if constexpr (std::is_same_v<T, Session>) {
    write_session(to, value, {});
  } else if constexpr (std::is_same_v<T, SessionState>) {
    detail::write(to, SessionInside::state(value), {});
  } else {
    detail::write(to, value, {});
  }
  return to.take();
}

}  // namespace stretchcore::detail
