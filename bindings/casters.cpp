#include "casters.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stretchcore::detail {
namespace {

bool is_boolean(py::handle value) {
  const std::string name = type_name(value);  // numpy's own booleans count as numbers otherwise
  return PyBool_Check(value.ptr()) || name == "bool_" || name == "bool";
}

bool is_number(py::handle value) {
  if (PyFloat_Check(value.ptr()) || PyLong_Check(value.ptr())) return true;
  const PyNumberMethods* const methods = Py_TYPE(value.ptr())->tp_as_number;
  return methods != nullptr && (methods->nb_float != nullptr || methods->nb_index != nullptr);
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}

/// A class of the package that is kept for as long as the interpreter lives.
py::handle kept(const char* module, const char* name) {
  return py::object(py::module_::import(module).attr(name)).release();
}

}  // namespace

std::string type_name(py::handle value) { return py::type::handle_of(value).attr("__name__").cast<std::string>(); }

double number(py::handle value, const char* expected) {
  if (is_boolean(value) || !is_number(value)) {
    throw py::type_error(std::string{"expected "} + expected + ", got " + type_name(value));
  }
  // NumPy would warn, and make the same of it.
  if (!PyFloat_Check(value.ptr()) && type_name(value) == "MaskedConstant") {
    return std::numeric_limits<double>::quiet_NaN();
  }
  const double converted = PyFloat_AsDouble(value.ptr());
  if (converted == -1.0 && PyErr_Occurred() != nullptr) throw py::error_already_set();
  return converted;
}

double finite_number(py::handle value, const char* expected) {
  const double converted = number(value, expected);
  if (!std::isfinite(converted)) {
    throw py::value_error(std::string{"expected "} + expected + ", got " + py::repr(value).cast<std::string>());
  }
  return converted;
}

Time time_from(py::handle seconds) {
  const double value = finite_number(seconds, "seconds as a number");
  if (std::fabs(value) > longest_seconds) {
    throw py::value_error("expected seconds, at most a century of them, got " + py::repr(seconds).cast<std::string>() +
                          (value > 0.0 ? ": milliseconds?" : ""));
  }
  return stretchcore::seconds(value);
}

std::string suggestion(const std::string& word, const std::vector<std::string>& candidates) {
  const py::list close = py::module_::import("difflib").attr("get_close_matches")(word, candidates, 1);
  return close.empty() ? std::string{} : "; did you mean " + close[0].cast<std::string>() + "?";
}

const std::vector<std::string>& channel_words() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> found;
    each_enumerator<Channel>([&](std::string_view word, Channel) { found.emplace_back(word); });
    return found;
  }();
  return all;
}

Channel channel_from(py::handle word) {
  if (!PyUnicode_Check(word.ptr())) throw py::type_error("expected the name of a channel, got " + type_name(word));
  const auto text = word.cast<std::string>();
  const std::optional<Channel> channel = named<Channel>(text);
  if (!channel) throw py::key_error("\"" + text + "\" is not a channel" + suggestion(text, channel_words()));
  return *channel;
}

ChannelSet channels_from(py::handle words) {
  if (PyUnicode_Check(words.ptr()) || !py::isinstance<py::iterable>(words)) {
    throw py::type_error("expected names of channels, got " + type_name(words));
  }
  ChannelSet channels;
  for (const py::handle word : py::reinterpret_borrow<py::iterable>(words)) channels.insert(channel_from(word));
  return channels;
}

std::string path_from(const py::object& path) {
  return py::module_::import("os").attr("fspath")(path).cast<std::string>();
}

std::vector<std::string> words_of(const ChannelSet& channels) {
  std::vector<std::string> all;
  channels.each([&](Channel channel) { all.emplace_back(name(channel)); });
  return all;
}

py::object frozenset_of(const ChannelSet& channels) { return py::frozenset(py::cast(words_of(channels))); }

py::handle bilateral_class() {
  static const py::handle type = kept("stretchcore._bilateral", "Bilateral");
  return type;
}

std::size_t place_of(py::handle value, const Words& known) {
  if (Py_TYPE(value.ptr()) == reinterpret_cast<PyTypeObject*>(known.type.ptr())) {
    const auto found =
        std::find_if(known.members.begin(), known.members.end(), [&](py::handle member) { return member.is(value); });
    return static_cast<std::size_t>(found - known.members.begin());
  }
  static const py::handle word = kept("stretchcore._word", "Word");
  const std::string choices = joined(known.texts);
  if (!PyUnicode_Check(value.ptr()) || py::isinstance(value, word)) {
    throw py::type_error("expected one of " + choices + ", got " + py::repr(value).cast<std::string>());
  }
  const auto text = value.cast<std::string>();
  const auto found = std::find(known.texts.begin(), known.texts.end(), text);
  if (found == known.texts.end()) {
    throw py::value_error("\"" + text + "\" is not one of " + choices + suggestion(text, known.texts));
  }
  return static_cast<std::size_t>(found - known.texts.begin());
}

}  // namespace stretchcore::detail
