#include "bind_struct.hpp"

#include <algorithm>

namespace stretchcore::detail {
namespace {

std::vector<std::string> names_of(const Description& description) {
  std::vector<std::string> names;
  for (const Member& member : description.members) names.push_back(member.name);
  return names;
}

void set_member(void* object, const Description& description, const Member& member, py::handle value) {
  const auto placed = [&](const std::string& problem) {
    return description.name + "." + member.name + (problem.starts_with('[') ? "" : ": ") + problem;
  };
  try {
    member.set(object, value);
  } catch (const py::type_error& error) {
    throw py::type_error(placed(error.what()));
  } catch (const py::value_error& error) {
    throw py::value_error(placed(error.what()));
  } catch (const py::key_error& error) {
    throw py::value_error(placed(error.what()));
  }
}

/// The literal of a value. Sets of channels are written in the order of the body, so that it never varies.
std::string literal(const py::object& value) {
  if (!PyFrozenSet_Check(value.ptr())) return py::repr(value).cast<std::string>();
  const std::vector<std::string> words = words_of(channels_from(value));
  return words.empty() ? "frozenset()" : "frozenset(" + py::repr(py::cast(words)).cast<std::string>() + ")";
}

std::string repr(const void* object, const Description& description) {
  std::string text = description.name + "(";
  for (const Member& member : description.members) {
    if (&member != &description.members.front()) text += ", ";
    text += member.name + "=" + literal(member.get(object));
  }
  return text + ")";
}

py::dict fields(const void* object, const Description& description) {
  py::dict all;
  for (const Member& member : description.members) all[member.name.c_str()] = member.get(object);
  return all;
}

}  // namespace

std::string python_name(const char* member) {
  const std::string word{detail::member_word(member)};
  const bool taken = py::module_::import("keyword").attr("iskeyword")(word).cast<bool>();
  return taken ? word + "_" : word;
}

std::string any_text(py::handle text) { return text.attr("encode")("utf-8", "replace").cast<std::string>(); }

void fill(void* object, const Description& description, const py::args& args, const py::kwargs& kwargs) {
  const std::size_t most = description.arguments == Arguments::by_position ? description.members.size() : 0;
  if (args.size() > most) {
    throw py::type_error(description.name + "() takes " +
                         (most == 0 ? "keyword arguments only" : "at most " + std::to_string(most) + " arguments"));
  }
  for (std::size_t i = 0; i < args.size(); ++i) set_member(object, description, description.members[i], args[i]);
  for (const auto& [key, value] : kwargs) {
    const auto word = key.cast<std::string>();
    const auto member = std::find_if(description.members.begin(), description.members.end(),
                                     [&](const Member& candidate) { return candidate.name == word; });
    if (member == description.members.end()) {
      throw py::type_error(description.name + "() has no argument " + word + suggestion(word, names_of(description)));
    }
    if (static_cast<std::size_t>(member - description.members.begin()) < args.size()) {
      throw py::type_error(description.name + "() got " + word + " twice");
    }
    set_member(object, description, *member, value);
  }
}

std::string class_doc(const Description& description, const void* defaults) {
  std::string text = description.doc + "\n\nParameters\n----------\n";
  for (const Member& member : description.members) {
    text += member.name + " : default " + literal(member.get(defaults)) + "\n    " + member.doc + "\n";
  }
  return text;
}

void add_members(py::object type, const Description& description) {
  const Description* const self_description = &description;
  const py::handle property(reinterpret_cast<PyObject*>(&PyProperty_Type));
  py::tuple match_args(description.members.size());
  std::size_t i = 0;
  for (const Member& member : description.members) {
    py::cpp_function getter(
        [self_description, get = member.get](py::handle self) { return get(self_description->address(self)); });
    type.attr(member.name.c_str()) = property(getter, py::none(), py::none(), member.doc);
    match_args[i++] = member.name;
  }
  const auto method = [&](const char* name, const char* doc, auto function) {
    type.attr(name) = py::cpp_function(function, py::name(name), py::is_method(type), py::doc(doc));
  };
  method("__repr__", "An expression that makes an equal value.",
         [self_description](py::handle self) { return repr(self_description->address(self), *self_description); });
  method("replace", "The same value with some members changed.",
         [self_description](py::handle self, const py::kwargs& changes) {
           return self_description->changed(self_description->address(self), *self_description, changes);
         });
  method("__reduce__", "Pickles by member names.", [self_description](py::handle self) {
    const py::object rebuild = py::module_::import("stretchcore._core").attr("_rebuild");
    return py::make_tuple(
        rebuild, py::make_tuple(py::type::of(self), fields(self_description->address(self), *self_description)));
  });
  type.attr("__match_args__") = match_args;
  type.attr("__module__") = "stretchcore";
}

}  // namespace stretchcore::detail
