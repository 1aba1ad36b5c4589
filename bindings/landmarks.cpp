// Landmarks as pose estimators give them: arrays, objects, dicts.

#include <algorithm>

#include <stretchcore/error.hpp>

#include "arrays.hpp"
#include "bind_landmarks.hpp"

namespace stretchcore::detail {
namespace {

bool is_dict(py::handle object) { return PyDict_Check(object.ptr()); }

bool is_landmark(py::handle object) {
  if (is_dict(object)) return true;
  return py::hasattr(object, "x") && py::hasattr(object, "y");
}

bool is_list(py::handle object) {
  return PySequence_Check(object.ptr()) && !PyUnicode_Check(object.ptr()) && !py::isinstance<py::array>(object);
}

/// A member of a landmark: an attribute, or an entry of a dict. None where there is none.
py::object member(py::handle object, const char* name) {
  if (!is_dict(object)) return py::getattr(object, name, py::none());
  const auto dict = py::reinterpret_borrow<py::dict>(object);
  return dict.contains(name) ? py::object(dict[name]) : py::object(py::none());
}

double required(py::handle object, const char* name) {
  const py::object value = member(object, name);
  if (value.is_none() && is_dict(object)) throw py::type_error(std::string{"has no \""} + name + "\"");
  return number(value, name);
}

/// What to do where no z comes with landmarks of a skeleton that measures it.
std::string without_z(const Skeleton& skeleton) {
  return skeleton.id + " is read with depth; its copy skeleton.in_plane() ignores z";
}

double depth_of(py::handle object, const Skeleton& skeleton) {
  if (!skeleton.depth) return 0.0;
  const py::object value = member(object, "z");
  if (value.is_none()) throw py::type_error("has no z, and " + without_z(skeleton));
  return number(value, "z");
}

double otherwise(py::handle object, const char* name, double value) {
  const py::object found = member(object, name);
  return found.is_none() ? value : number(found, name);
}

Landmark landmark_from(py::handle object, std::size_t place, const Skeleton& skeleton) {
  try {
    if (!is_landmark(object)) throw py::type_error("expected an object with x and y, got " + type_name(object));
    return {required(object, "x"), required(object, "y"), depth_of(object, skeleton),
            otherwise(object, "visibility", 1.0)};
  } catch (const py::type_error& error) {
    throw py::type_error("landmarks[" + std::to_string(place) + "]: " + error.what());
  }
}

/// Whether the numbers of these landmarks come with a z, be it read or not: `in_plane` leaves it in the rows.
bool come_with_z(const Skeleton& skeleton) {
  if (skeleton.depth) return true;
  const auto known = skeletons();
  const auto same =
      std::find_if(known.begin(), known.end(), [&](const Skeleton& one) { return one.id == skeleton.id; });
  return same != known.end() && same->depth;
}

std::string wanted_rows(const Skeleton& skeleton) {
  if (!come_with_z(skeleton)) return "rows of x, y or x, y, confidence";
  return skeleton.depth ? "rows of x, y, z or x, y, z, confidence" : "rows of x, y or x, y, z or x, y, z, confidence";
}

bool of_mediapipe(const Skeleton& skeleton) { return skeleton.id.starts_with("mediapipe"); }

/// ", which coco-17 has"
std::string skeletons_with(py::ssize_t count) {
  std::string ids;
  for (const Skeleton& one : skeletons()) {
    if (std::ssize(one.names) == count) ids += (ids.empty() ? "" : " and ") + one.id;
  }
  if (ids.empty()) return ", which no known skeleton has";
  return ", as " + ids + (ids.find(" and ") == ids.npos ? " has" : " have");
}

/// Another number of them is another skeleton's, and would be read as somebody whom it does not show.
void require_count(const Skeleton& skeleton, py::ssize_t count) {
  if (count == std::ssize(skeleton.names)) return;
  throw py::value_error("landmarks: expected the " + std::to_string(skeleton.names.size()) + " of " + skeleton.id +
                        ", got " + std::to_string(count) + skeletons_with(count));
}

/// "; z is missing, and …" for rows of x and y alone.
std::string hint_for(const Skeleton& skeleton, const py::array& array) {
  const bool flat = array.ndim() > 1 && array.shape(array.ndim() - 1) == 2;
  return skeleton.depth && flat ? "; z is missing, and " + without_z(skeleton) : "";
}

/// A table of numbers, one row a landmark.
std::vector<Landmark> rows_from(py::handle table, const Skeleton& skeleton) {
  const std::string wanted = "landmarks: expected " + wanted_rows(skeleton) + ", got ";
  const py::array array = array_from(table);
  if (!array) throw py::type_error(wanted + type_name(table));
  if (array.size() == 0) return {};
  if (!holds_numbers(array)) {
    throw py::type_error("landmarks: expected numbers, got " + py::str(array.dtype()).cast<std::string>());
  }
  const std::optional<LandmarkColumns> columns =
      array.ndim() == 2 ? landmark_columns(skeleton, array.shape(1)) : std::nullopt;
  if (!columns) {
    throw py::value_error(wanted + "an array of shape " + shape_of(array) + "; " + skeleton.id + " has " +
                          std::to_string(skeleton.names.size()) + " landmarks" + hint_for(skeleton, array));
  }
  require_count(skeleton, array.shape(0));
  const Doubles doubles(array);
  const auto number_at = doubles.unchecked<2>();
  std::vector<Landmark> landmarks;
  for (py::ssize_t row = 0; row < number_at.shape(0); ++row) {
    landmarks.push_back(columns->read([&](py::ssize_t column) { return number_at(row, column); }));
  }
  return landmarks;
}

}  // namespace

std::optional<LandmarkColumns> landmark_columns(const Skeleton& skeleton, py::ssize_t count) {
  const bool with_z = come_with_z(skeleton);
  LandmarkColumns columns;
  if (with_z || count == 4) {
    if (count == 2 && !skeleton.depth) return columns;
    const bool presence = count == 5 && of_mediapipe(skeleton);  // beside the visibility; it is often left at 0
    if (count != 3 && count != 4 && !presence) return std::nullopt;
    if (skeleton.depth) columns.z = 2;
    if (count > 3) columns.confidence = 3;
    return columns;
  }
  if (count != 2 && count != 3) return std::nullopt;
  if (count == 3) columns.confidence = 2;
  return columns;
}

std::vector<Landmark> landmarks_from(py::handle source, const Skeleton& skeleton) {
  if (source.is_none()) return {};
  if (py::isinstance<py::array>(source)) return rows_from(source, skeleton);
  if (py::hasattr(source, "landmark")) return landmarks_from(source.attr("landmark"), skeleton);  // MediaPipe's list
  if (!is_list(source)) return rows_from(source, skeleton);
  const auto items = py::reinterpret_borrow<py::sequence>(source);
  if (items.empty()) return {};
  const py::object first = items[0];
  if (is_list(first) && py::len(first) > 0 && is_landmark(first[py::int_(0)])) {  // MediaPipe's list of people
    if (items.size() == 1) return landmarks_from(first, skeleton);
    throw py::value_error("landmarks: expected those of one person, got " + std::to_string(items.size()) + " people");
  }
  if (!is_landmark(first)) return rows_from(source, skeleton);
  std::vector<Landmark> landmarks;
  for (const py::handle item : items) landmarks.push_back(landmark_from(item, landmarks.size(), skeleton));
  require_count(skeleton, std::ssize(landmarks));
  return landmarks;
}

LandmarkRecording landmark_recording_from(Skeleton skeleton, py::handle time, py::handle landmarks,
                                          std::optional<Source> source) {
  const Doubles rows = doubles_from(landmarks, "landmarks: expected an array of numbers, got ");
  const Doubles seconds = doubles_from(time, "time: expected a row of numbers, got ");
  if (rows.ndim() != 3 || seconds.ndim() != 1) {
    throw py::value_error(
        "expected time as a row of numbers and landmarks as an array of rows x landmarks x (x, y, z), got arrays of "
        "shape " +
        shape_of(seconds) + " and " + shape_of(rows));
  }
  const std::optional<LandmarkColumns> columns = landmark_columns(skeleton, rows.shape(2));
  if (!columns) {
    throw py::value_error("landmarks: expected " + std::string{skeleton.depth ? "x, y, z" : "x, y"} +
                          " and perhaps confidence, got " + std::to_string(rows.shape(2)) + " numbers a landmark" +
                          hint_for(skeleton, rows));
  }
  const auto count = std::ssize(skeleton.names);
  if (rows.shape(1) != count || rows.shape(0) != seconds.shape(0)) {
    throw RecordingError("landmarks: expected " + std::to_string(count) + " for each of the " +
                         std::to_string(seconds.shape(0)) + " times, got an array of shape " + shape_of(rows) +
                         (rows.shape(1) == count ? "" : skeletons_with(rows.shape(1))));
  }
  const auto value = rows.unchecked<3>();
  LandmarkRecording recording{std::move(skeleton), {seconds.data(), seconds.data() + seconds.size()}, {}, source};
  recording.landmarks.reserve(static_cast<std::size_t>(rows.shape(0) * rows.shape(1)));
  for (py::ssize_t row = 0; row < rows.shape(0); ++row) {
    for (py::ssize_t i = 0; i < rows.shape(1); ++i) {
      recording.landmarks.push_back(columns->read([&](py::ssize_t column) { return value(row, i, column); }));
    }
  }
  recording.validate();
  return recording;
}

}  // namespace stretchcore::detail
