#include <cmath>
#include <limits>

#include <stretchcore/stream/posture.hpp>
#include <stretchcore/stream/recording.hpp>

#include "arrays.hpp"
#include "bind.hpp"
#include "bind_json.hpp"

namespace stretchcore {

using namespace detail;

namespace {

/// A keyword that must be a channel.
Channel keyword(py::handle word, const char* type) {
  const auto text = word.cast<std::string>();
  const std::optional<Channel> channel = named<Channel>(text);
  if (!channel) {
    throw py::type_error(std::string{type} + "() has no channel " + text + suggestion(text, channel_words()));
  }
  return *channel;
}

// Posture ------------------------------------------------------------------------------------------------------------

void set_channels(Posture& posture, const py::kwargs& channels) {
  for (const auto& [word, value] : channels) {
    const Channel channel = keyword(word, "Posture");
    if (value.is_none()) {
      posture.clear(channel);
      continue;
    }
    try {
      posture.set(channel, degrees(number(value, "degrees as a number, or None")));
    } catch (const py::type_error& error) {
      throw py::type_error(word.cast<std::string>() + ": " + error.what());
    }
  }
}

Posture make_posture(Time time, const py::kwargs& channels) {
  Posture posture{time};
  set_channels(posture, channels);
  return posture;
}

py::dict channels_of(const Posture& posture) {
  py::dict channels;
  posture.present().each([&](Channel c) { channels[py::str(std::string{name(c)})] = posture.angle(c).degrees(); });
  posture.not_a_number().each(
      [&](Channel c) { channels[py::str(std::string{name(c)})] = std::numeric_limits<double>::quiet_NaN(); });
  return channels;
}

std::string number_literal(double value) {
  const std::string text = py::repr(py::float_(value)).cast<std::string>();
  return std::isfinite(value) ? text : "float('" + text + "')";
}

std::string repr(const Posture& posture) {
  std::string text = "Posture(" + number_literal(to_seconds(posture.time));
  for (const auto& [word, value] : channels_of(posture)) {
    text += ", " + word.cast<std::string>() + "=" + number_literal(value.cast<double>());
  }
  return text + ")";
}

void bind_posture(py::module_& m) {
  py::class_<Posture> type(m, "Posture",
                           "Joint angles at one moment.\n\n"
                           "Parameters\n----------\n"
                           "time\n    seconds since a zero the app chooses\n"
                           "**channels\n    degrees by channel; None or NaN means not seen\n\n"
                           "Examples\n--------\n"
                           ">>> p = Posture(1.25, hip_abduction_left=31.0, hip_abduction_right=None)\n"
                           ">>> p[\"hip_abduction_left\"], p[\"hip_abduction_right\"], list(p)\n"
                           "(31.0, None, ['hip_abduction_left'])");
  type.def(py::init(&make_posture), py::arg("time"))
      .def_property_readonly(
          "time", [](const Posture& self) { return self.time; }, "[s]")
      .def_property_readonly("not_a_number", &Posture::not_a_number, "Channels that were given as NaN.")
      .def(
          "__getitem__", [](const Posture& self, py::handle word) { return self.get(channel_from(word)); },
          "Degrees of a channel, None if it was not seen. Raises KeyError for a word that is no channel.")
      .def("__contains__",
           [](const Posture& self, py::handle word) {
             const auto channel = PyUnicode_Check(word.ptr()) ? named<Channel>(word.cast<std::string>()) : std::nullopt;
             return channel && self.has(*channel);
           })
      .def(
          "__iter__", [](const Posture& self) { return py::iter(py::cast(words_of(self.present()))); },
          "The names of the channels that were seen.")
      .def(
          "replace",
          [](Posture self, const std::optional<Time>& time, const py::kwargs& channels) {
            self.time = time.value_or(self.time);
            set_channels(self, channels);
            return self;
          },
          py::kw_only(), py::arg("time") = py::none(), "The same posture with another time or other channels.")
      .def("mirrored", &Posture::mirrored, "What a mirror shows: sides swapped, turned midline signs turned back.")
      .def("__eq__",
           [](const Posture& self, py::handle other) -> py::object {
             if (!py::isinstance<Posture>(other)) return py::reinterpret_borrow<py::object>(Py_NotImplemented);
             return py::bool_(self == other.cast<const Posture&>());
           })
      .def("__repr__", &repr)
      .def("__reduce__", [](const py::object& self) {
        const auto& posture = self.cast<const Posture&>();
        py::dict fields = channels_of(posture);
        fields["time"] = posture.time;
        return py::make_tuple(py::module_::import("stretchcore._core").attr("_rebuild"),
                              py::make_tuple(py::type::of(self), fields));
      });
  type.attr("__module__") = "stretchcore";
  bind_json(type);
}

// Recording ----------------------------------------------------------------------------------------------------------

/// A column of numbers, copied. Whatever numpy can read as numbers will do; text, booleans and tables will not.
std::vector<double> column_from(py::handle values, const std::string& place) {
  py::array array = array_from(values);
  if (!array) throw py::type_error(place + ": expected a column of numbers, got " + type_name(values));
  if (array.dtype().kind() == 'O') {  // numbers with None among them
    try {
      array = array.attr("astype")("float64");
    } catch (const py::error_already_set& error) {
      throw py::type_error(place + ": expected a column of numbers, " + py::str(error.value()).cast<std::string>());
    }
  }
  if (!holds_numbers(array)) {
    throw py::type_error(place + ": expected a column of numbers, got " + py::str(array.dtype()).cast<std::string>());
  }
  if (array.ndim() != 1) {
    throw py::value_error(place + ": expected one dimension, got " + std::to_string(array.ndim()));
  }
  const Doubles doubles(array);
  return {doubles.data(), doubles.data() + doubles.size()};
}

Recording make_recording(py::handle time, const std::optional<Source>& source, const py::kwargs& columns) {
  Recording recording{column_from(time, "time")};
  recording.source = source;
  for (const auto& [word, values] : columns) {
    recording.set(keyword(word, "Recording"), column_from(values, word.cast<std::string>()));
  }
  return recording;
}

/// The recording's own memory, read-only; the view keeps the recording alive.
py::array view(std::span<const double> values, const py::object& owner) {
  py::array_t<double> array(static_cast<py::ssize_t>(values.size()), values.data(), owner);
  array.attr("flags").attr("writeable") = false;
  return array;
}

py::array column(const py::object& self, py::handle word) {
  const auto& recording = self.cast<const Recording&>();
  const Channel channel = channel_from(word);
  if (!recording.channels().contains(channel)) {
    std::string present;
    for (const std::string& one : words_of(recording.channels())) present += (present.empty() ? "" : ", ") + one;
    throw py::key_error("\"" + word.cast<std::string>() + "\" is not in this recording; it has " +
                        (present.empty() ? "no channels" : present));
  }
  return view(recording.column(channel), self);
}

std::string repr(const Recording& recording) {
  std::string text = "<Recording: " + std::to_string(recording.size()) + " rows";
  if (!recording.empty()) {
    const double span = to_seconds(recording.end() - recording.start());
    text += " over " + py::repr(py::float_(span).attr("__round__")(2)).cast<std::string>() + " s";
  }
  for (const std::string& word : words_of(recording.channels())) text += ", " + word;
  if (recording.source) text += ", by " + std::string{name(*recording.source)};
  return text + ">";
}

void bind_columns(py::module_& m) {
  py::class_<Recording> type(
      m, "Recording",
      "Postures over time, one column a channel.\n\n"
      "Parameters\n----------\n"
      "time\n    seconds, one a row\n"
      "source\n    what measured it: a Source or its word\n"
      "**channels\n    degrees by channel, one a row; NaN, and what a NumPy mask hides, was not seen\n\n"
      "The columns are copied in. `rec.time` and `rec[\"hip_abduction_left\"]` are read-only views.");
  type.def(py::init(&make_recording), py::arg("time"), py::kw_only(), py::arg("source") = py::none())
      .def_property_readonly(
          "time", [](const py::object& self) { return view(self.cast<const Recording&>().time(), self); }, "[s]")
      .def_property_readonly(
          "source", [](const Recording& self) { return self.source; }, "What measured it, or None.")
      .def_property_readonly(
          "channels", [](const Recording& self) { return py::tuple(py::cast(words_of(self.channels()))); },
          "The names of its columns.")
      .def("__getitem__", &column, "A column in degrees. Raises KeyError for a channel that is not in it.")
      .def("__contains__",
           [](const Recording& self, py::handle word) {
             const auto channel = PyUnicode_Check(word.ptr()) ? named<Channel>(word.cast<std::string>()) : std::nullopt;
             return channel && self.channels().contains(*channel);
           })
      .def("__iter__", [](const Recording& self) { return py::iter(py::cast(words_of(self.channels()))); })
      .def("__len__", &Recording::size)
      .def(
          "posture",
          [](const Recording& self, py::ssize_t row) {
            const auto rows = static_cast<py::ssize_t>(self.size());
            if (row < -rows || row >= rows) {
              throw py::index_error("row " + std::to_string(row) + " of " + std::to_string(rows));
            }
            return self.posture(static_cast<std::size_t>(row < 0 ? row + rows : row));
          },
          py::arg("row"), "One row as a Posture.")
      .def("__eq__",
           [](const Recording& self, py::handle other) -> py::object {
             if (!py::isinstance<Recording>(other)) return py::reinterpret_borrow<py::object>(Py_NotImplemented);
             return py::bool_(self == other.cast<const Recording&>());
           })
      .def("__repr__", [](const Recording& self) { return repr(self); })
      .def("__reduce__", [](const py::object& self) {
        const auto& recording = self.cast<const Recording&>();
        py::dict fields;
        fields["time"] = view(recording.time(), self);
        fields["source"] = recording.source;
        for (const std::string& word : words_of(recording.channels())) fields[word.c_str()] = self[word.c_str()];
        return py::make_tuple(py::module_::import("stretchcore._core").attr("_rebuild"),
                              py::make_tuple(py::type::of(self), fields));
      });
  type.attr("__module__") = "stretchcore";
}

}  // namespace

void bind_recording(py::module_& m) {
  bind_posture(m);
  bind_columns(m);
}

}  // namespace stretchcore
