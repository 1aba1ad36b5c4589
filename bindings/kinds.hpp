#pragma once

// How messages name what was expected of a value, and what it was.

#include <map>
#include <optional>
#include <pybind11/pybind11.h>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include <stretchcore/quantity/bilateral.hpp>

namespace stretchcore::detail {

namespace py = pybind11;

/// The name of a value's class.
std::string type_name(py::handle value);

/// What a value of a type should have been, for messages.
template <class T>
struct Kind {
  static std::string expected() {
    if constexpr (std::is_base_of_v<py::detail::type_caster_generic, py::detail::make_caster<T>>) {
      return py::type::of<T>().attr("__name__").template cast<std::string>();
    }
    return py::detail::make_caster<T>::name.text;
  }
};
template <>
struct Kind<bool> {
  static std::string expected() { return "True or False"; }
};
template <>
struct Kind<int> {
  static std::string expected() { return "a whole number"; }
};
template <>
struct Kind<std::string> {
  static std::string expected() { return "text"; }
};
template <>
struct Kind<std::map<std::string, std::string>> {
  static std::string expected() { return "a dict of texts"; }
};
template <class T>
struct Kind<std::map<std::string, T>> {
  static std::string expected() { return "a dict of " + Kind<T>::expected(); }
};
template <class T>
struct Kind<std::optional<T>> {
  static std::string expected() { return Kind<T>::expected() + " or None"; }
};
template <class T>
struct Kind<Bilateral<T>> {
  static std::string expected() { return "Bilateral"; }
};
template <class T>
struct Kind<std::vector<T>> {
  static std::string expected() { return "a sequence of " + Kind<T>::expected(); }
};
template <class T, class... Ts>
struct Kind<std::variant<T, Ts...>> {
  static std::string expected() { return (Kind<T>::expected() + ... + (" or " + Kind<Ts>::expected())); }
};

template <class T>
[[noreturn]] void refuse(py::handle value, const std::string& place = {}) {
  throw py::type_error(place + "expected " + Kind<T>::expected() + ", got " + type_name(value));
}

}  // namespace stretchcore::detail
