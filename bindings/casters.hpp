#pragma once

// How the library's own types cross into Python: seconds and degrees are floats, words are enumerations that equal
// their text, sequences are tuples. It stands in for pybind11/stl.h, which must not be included beside it.

#include <array>
#include <boost/container/static_vector.hpp>
#include <map>
#include <optional>
#include <pybind11/pybind11.h>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <stretchcore/detail/describe.hpp>
#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/bilateral.hpp>
#include <stretchcore/quantity/channel.hpp>
#include <stretchcore/quantity/time.hpp>

#include "kinds.hpp"

namespace stretchcore::detail {

namespace py = pybind11;

/// A Python number as a double, NaN and infinity included. Raises TypeError with `expected` for anything else, bool
/// too.
double number(py::handle value, const char* expected);
/// The same, and ValueError for NaN and infinity.
double finite_number(py::handle value, const char* expected);
Time time_from(py::handle seconds);

/// "; did you mean x?", or nothing when no candidate comes close.
std::string suggestion(const std::string& word, const std::vector<std::string>& candidates);

/// The path of text or of anything that `os.fspath` takes.
std::string path_from(const py::object& path);

std::vector<std::string> words_of(const ChannelSet& channels);
const std::vector<std::string>& channel_words();
Channel channel_from(py::handle word);
ChannelSet channels_from(py::handle words);
py::object frozenset_of(const ChannelSet& channels);

/// The class `stretchcore.Bilateral`.
py::handle bilateral_class();

/// The Python class of an enumeration and its members in order. They live as long as the interpreter.
struct Words {
  py::handle type;
  std::vector<py::handle> members;
  std::vector<std::string> texts;
};

template <DescribedEnum E>
Words& words() {
  static Words known;
  return known;
}

/// The place of a word in its list; raises TypeError or ValueError with what was expected.
std::size_t place_of(py::handle value, const Words& known);

}  // namespace stretchcore::detail

namespace pybind11::detail {

template <stretchcore::detail::DescribedEnum E>
struct type_caster_enum_type_enabled<E> : std::false_type {};

template <stretchcore::detail::DescribedEnum E>
struct type_caster<E> {
  PYBIND11_TYPE_CASTER(E, const_name("str"));

  bool load(handle source, bool) {
    value = static_cast<E>(stretchcore::detail::place_of(source, stretchcore::detail::words<E>()));
    return true;
  }
  static handle cast(E word, return_value_policy, handle) {
    return stretchcore::detail::words<E>().members.at(static_cast<std::size_t>(word)).inc_ref();
  }
};

template <>
struct type_caster<stretchcore::Time> {
  PYBIND11_TYPE_CASTER(stretchcore::Time, const_name("float"));

  bool load(handle source, bool) {
    value = stretchcore::detail::time_from(source);
    return true;
  }
  static handle cast(stretchcore::Time time, return_value_policy, handle) {
    return PyFloat_FromDouble(stretchcore::to_seconds(time));
  }
};

template <>
struct type_caster<stretchcore::Angle> {
  PYBIND11_TYPE_CASTER(stretchcore::Angle, const_name("float"));

  bool load(handle source, bool) {
    value = stretchcore::degrees(stretchcore::detail::finite_number(source, "degrees as a number"));
    return true;
  }
  static handle cast(stretchcore::Angle angle, return_value_policy, handle) {
    return PyFloat_FromDouble(angle.degrees());
  }
};

template <>
struct type_caster<stretchcore::ChannelSet> {
  PYBIND11_TYPE_CASTER(stretchcore::ChannelSet, const_name("frozenset[str]"));

  bool load(handle source, bool) {
    value = stretchcore::detail::channels_from(source);
    return true;
  }
  static handle cast(const stretchcore::ChannelSet& channels, return_value_policy, handle) {
    return stretchcore::detail::frozenset_of(channels).release();
  }
};

template <class T>
struct type_caster<std::optional<T>> {
  PYBIND11_TYPE_CASTER(std::optional<T>, make_caster<T>::name + const_name(" | None"));

  bool load(handle source, bool convert) {
    if (source.is_none()) return true;
    make_caster<T> inner;
    if (!inner.load(source, convert)) return false;
    value.emplace(cast_op<T&&>(std::move(inner)));
    return true;
  }
  template <class Optional>
  static handle cast(Optional&& maybe, return_value_policy, handle parent) {
    if (!maybe) return none().release();
    return make_caster<T>::cast(*std::forward<Optional>(maybe), return_value_policy::copy, parent);
  }
};

template <class T>
struct type_caster<stretchcore::Bilateral<T>> {
  PYBIND11_TYPE_CASTER(stretchcore::Bilateral<T>,
                       const_name("stretchcore.Bilateral[") + make_caster<T>::name + const_name("]"));

  bool load(handle source, bool convert) {
    if (!isinstance(source, stretchcore::detail::bilateral_class())) return false;
    for (const stretchcore::Side side : stretchcore::both_sides) {
      const object one = source.attr(side == stretchcore::Side::left ? "left" : "right");
      make_caster<T> inner;
      if (!inner.load(one, convert)) return false;
      value[side] = cast_op<T&&>(std::move(inner));
    }
    return true;
  }
  static handle cast(const stretchcore::Bilateral<T>& both, return_value_policy, handle) {
    return stretchcore::detail::bilateral_class()(both.left, both.right).release();
  }
};

/// Sequences leave as tuples and come in as any list, tuple or other sequence that is not text.
template <class Container, class T>
struct sequence_caster {
  PYBIND11_TYPE_CASTER(Container, const_name("tuple[") + make_caster<T>::name + const_name(", ...]"));

  bool load(handle source, bool convert) {
    if (!PySequence_Check(source.ptr()) || PyUnicode_Check(source.ptr()) || PyBytes_Check(source.ptr())) return false;
    const auto items = reinterpret_borrow<sequence>(source);
    for (const handle item : items) {
      make_caster<T> inner;
      if (!inner.load(item, convert)) {
        stretchcore::detail::refuse<T>(item, "[" + std::to_string(value.size()) + "]: ");
      }
      value.push_back(cast_op<T&&>(std::move(inner)));
    }
    return true;
  }
  template <class Items>
  static handle cast(Items&& items, return_value_policy, handle parent) {
    tuple result(items.size());
    std::size_t i = 0;
    for (auto&& item : items) {
      object one = reinterpret_steal<object>(make_caster<T>::cast(item, return_value_policy::copy, parent));
      if (!one) return handle();
      result[i++] = std::move(one);
    }
    return result.release();
  }
};

template <class T>
struct type_caster<std::vector<T>> : sequence_caster<std::vector<T>, T> {};

template <class T, std::size_t N>
struct type_caster<boost::container::static_vector<T, N>> : sequence_caster<boost::container::static_vector<T, N>, T> {
};

/// Words in several languages, and the columns of a reader.
template <>
struct type_caster<std::map<std::string, std::string>> {
  using Text = std::map<std::string, std::string>;
  PYBIND11_TYPE_CASTER(Text, const_name("dict[str, str]"));

  bool load(handle source, bool) {
    if (!isinstance<dict>(source)) return false;
    for (const auto& [key, words] : reinterpret_borrow<dict>(source)) {
      if (!isinstance<str>(key) || !isinstance<str>(words)) return false;
      value.emplace(key.cast<std::string>(), words.cast<std::string>());
    }
    return true;
  }
  static handle cast(const Text& text, return_value_policy, handle) {
    dict result;
    for (const auto& [key, words] : text) result[str(key)] = str(words);
    return result.release();
  }
};

/// Values by name.
template <class T>
struct type_caster<std::map<std::string, T>> {
  using Named = std::map<std::string, T>;
  PYBIND11_TYPE_CASTER(Named, const_name("dict[str, ") + make_caster<T>::name + const_name("]"));

  bool load(handle source, bool convert) {
    if (!isinstance<dict>(source)) return false;
    for (const auto& [key, one] : reinterpret_borrow<dict>(source)) {
      if (!isinstance<str>(key)) return false;
      const std::string word = reinterpret_borrow<str>(key);
      make_caster<T> inner;
      if (!inner.load(one, convert)) stretchcore::detail::refuse<T>(one, "[" + word + "]: ");
      value.emplace(word, cast_op<T&&>(std::move(inner)));
    }
    return true;
  }
  static handle cast(const Named& named, return_value_policy, handle parent) {
    dict result;
    for (const auto& [key, one] : named) {
      result[str(key)] = reinterpret_steal<object>(make_caster<T>::cast(one, return_value_policy::copy, parent));
    }
    return result.release();
  }
};

/// One of several bound types; the class of the object decides, nothing is converted.
template <class... Ts>
struct type_caster<std::variant<Ts...>> {
  using Variant = std::variant<Ts...>;
  PYBIND11_TYPE_CASTER(Variant, ::pybind11::detail::union_concat(make_caster<Ts>::name...));

  bool load(handle source, bool) { return (take<Ts>(source) || ...); }
  static handle cast(const Variant& either, return_value_policy, handle parent) {
    return std::visit(
        [&](const auto& one) {
          return make_caster<std::decay_t<decltype(one)>>::cast(one, return_value_policy::copy, parent);
        },
        either);
  }

 private:
  template <class T>
  bool take(handle source) {
    if (!isinstance<T>(source)) return false;
    value = source.cast<const T&>();
    return true;
  }
};

}  // namespace pybind11::detail

namespace stretchcore::detail {

/// One of several types, or a message that says which there are.
template <class Variant>
Variant one_of(py::handle object) {
  py::detail::make_caster<Variant> caster;
  if (!caster.load(object, false)) refuse<Variant>(object);
  return py::detail::cast_op<Variant&&>(std::move(caster));
}

}  // namespace stretchcore::detail
