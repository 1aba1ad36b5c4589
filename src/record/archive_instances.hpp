#pragma once

#include "container.hpp"
#include "files.hpp"
#include "kinds.hpp"
#include "whole.hpp"
#include "with_file.hpp"

// The functions of archive.hpp for each kind. They are compiled in two files, only to keep both quick.

namespace stretchcore {
template <class T>
std::vector<std::byte> to_archive(const T& value) {
  return detail::sealed(detail::kind_of<T>, detail::write_whole(value));
}

template <class T>
T from_archive(std::span<const std::byte> record) {
  const detail::Opened opened = detail::opened(record);
  if (opened.kind != detail::kind_of<T>) {
    throw RecordError("the record holds no " + std::string{detail::type_name<T>()});
  }
  return detail::read_whole<T>(opened.body);
}

template <class T>
void save(const T& value, const std::string& path) {
  const std::vector<std::byte> record = detail::with_file(path, [&] { return to_archive(value); });
  detail::replace_file(detail::file_system(), path, record);
}

template <class T>
T load(const std::string& path) {
  const std::vector<std::byte> record = detail::read_file(detail::file_system(), path, longest_record);
  return detail::with_file(path, [&] { return from_archive<T>(record); });
}

}  // namespace stretchcore

#define STRETCHCORE_INSTANTIATE_ARCHIVE(T)                                        \
  template STRETCHCORE_ARCHIVE_API std::vector<std::byte> to_archive(const T&);   \
  template STRETCHCORE_ARCHIVE_API T from_archive<T>(std::span<const std::byte>); \
  template STRETCHCORE_ARCHIVE_API void save(const T&, const std::string&);       \
  template STRETCHCORE_ARCHIVE_API T load<T>(const std::string&);
