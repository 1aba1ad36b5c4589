#pragma once

// One generic binding for every described type: keyword constructor, read-only properties, repr that evaluates back,
// equality, replace, pickle. Only what must know the type is a template; the rest is compiled once in bind_struct.cpp.

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>
#include <cmath>
#include <optional>
#include <type_traits>

#include <stretchcore/stream/input.hpp>

#include "casters.hpp"

namespace stretchcore::detail {

/// Members of a type and of what it derives from, in order.
template <class T>
using all_members_of =
    boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
inline constexpr std::size_t all_member_count = boost::mp11::mp_size<all_members_of<T>>::value;

/// The Python name of a type, what it is, and a line for each member. A line too few or too many does not compile.
template <class T>
struct Docs {
  const char* name;
  const char* text;
  std::array<const char*, all_member_count<T>> members;

  template <class... Lines>
    requires(sizeof...(Lines) == all_member_count<T>)
  explicit constexpr Docs(const char* type_name, const char* what, Lines... lines)
      : name(type_name), text(what), members{lines...} {}
};

struct Member {
  std::string name;
  const char* doc;
  py::object (*get)(const void* owner);
  void (*set)(void* owner, py::handle value);
};

/// How the arguments of a constructor may be given.
enum class Arguments { by_keyword, by_position };

/// What the compiled half needs to know of a type.
struct Description {
  std::string name;
  std::string doc;
  Arguments arguments = Arguments::by_keyword;
  std::vector<Member> members;
  const void* (*address)(py::handle self) = nullptr;
  py::object (*changed)(const void* original, const Description& description, const py::kwargs& changes) = nullptr;
};

/// The word of a member as Python can say it: `from` is a keyword there and becomes `from_`.
std::string python_name(const char* member);

/// Sets members from arguments; raises TypeError or ValueError that names the member.
void fill(void* object, const Description& description, const py::args& args, const py::kwargs& kwargs);
std::string class_doc(const Description& description, const void* defaults);
void add_members(py::object type, const Description& description);

/// A member's value from Python, strictly: no bool for a number, no number for a bool, no bytes for text.
template <class M>
M from_python(py::handle value) {
  if constexpr (std::is_same_v<M, double>) {
    return finite_number(value, "a number");
  } else {
    const bool fits = std::is_same_v<M, bool>          ? PyBool_Check(value.ptr()) != 0
                      : std::is_same_v<M, int>         ? PyBool_Check(value.ptr()) == 0
                      : std::is_same_v<M, std::string> ? PyUnicode_Check(value.ptr()) != 0
                                                       : true;
    py::detail::make_caster<M> caster;
    if (!fits || !caster.load(value, true)) refuse<M>(value);
    return py::detail::cast_op<M&&>(std::move(caster));
  }
}

/// A report is never refused for its time: one that no clock shows counts as now, as in C++.
template <class T, class M>
M member_from_python(py::handle value) {
  if constexpr (boost::mp11::mp_contains<Input, T>::value && std::is_same_v<M, std::optional<Time>>) {
    const bool shown = value.is_none() || std::fabs(number(value, "seconds as a number, or None")) <= longest_seconds;
    return shown ? from_python<M>(value) : std::nullopt;
  } else {
    return from_python<M>(value);
  }
}

/// Text as it can be kept: what is no letter of any script becomes a question mark.
std::string any_text(py::handle text);

/// A report of a symptom is never refused for its words. A symptom that the library does not know is one of the
/// exercise's own, by its id; where the exercise has none of that name either, the session hears it as sharp pain.
bool took_words(SymptomReport& report, auto member, py::handle value) {
  using M = std::remove_cvref_t<decltype(report.*member)>;
  if constexpr (std::is_same_v<M, Symptom> || std::is_same_v<M, std::string>) {
    if (!PyUnicode_Check(value.ptr())) return false;
    std::string text = any_text(value);
    if constexpr (std::is_same_v<M, Symptom>) {
      const std::optional<Symptom> known = named<Symptom>(text);
      report.*member = known.value_or(Symptom::other);
      if (!known && report.id.empty()) report.id = std::move(text);
    } else {
      report.*member = std::move(text);
    }
    return true;
  } else {
    return false;
  }
}

template <class T>
void set_from_python(T& owner, auto member, py::handle value) {
  if constexpr (std::is_same_v<T, SymptomReport>) {
    if (took_words(owner, member, value)) return;
  }
  owner.*member = member_from_python<T, std::remove_cvref_t<decltype(owner.*member)>>(value);
}

template <class T>
void check_limits(const T& value) {
  if constexpr (requires { value.validate(); }) value.validate();
}

template <DescribedStruct T>
const Description& describe(const Docs<T>& docs, Arguments arguments) {
  static Description description;
  description = {docs.name, docs.text, arguments, {}, nullptr, nullptr};
  std::size_t i = 0;
  boost::mp11::mp_for_each<all_members_of<T>>([&](auto member) {
    using D = decltype(member);
    description.members.push_back(
        {python_name(D::name), docs.members[i++],
         [](const void* owner) -> py::object { return py::cast(static_cast<const T*>(owner)->*D::pointer); },
         [](void* owner, py::handle value) { set_from_python(*static_cast<T*>(owner), D::pointer, value); }});
  });
  description.address = [](py::handle self) -> const void* { return &self.cast<const T&>(); };
  description.changed = [](const void* original, const Description& self, const py::kwargs& changes) {
    T value = *static_cast<const T*>(original);
    fill(&value, self, py::args(), changes);
    check_limits(value);
    return py::cast(std::move(value));
  };
  return description;
}

template <DescribedStruct T>
py::class_<T> bind_struct(py::module_& m, const Docs<T>& docs, Arguments arguments = Arguments::by_keyword) {
  const Description& description = describe<T>(docs, arguments);
  const T defaults{};
  py::class_<T> type(m, docs.name, class_doc(description, &defaults).c_str());
  type.def(py::init([&description](const py::args& args, const py::kwargs& kwargs) {
    T value{};
    fill(&value, description, args, kwargs);
    check_limits(value);
    return value;
  }));
  type.def("__eq__", [](const T& self, py::handle other) -> py::object {
    if (!py::isinstance<T>(other)) return py::reinterpret_borrow<py::object>(Py_NotImplemented);
    return py::bool_(self == other.cast<const T&>());
  });
  add_members(type, description);
  return type;
}

/// What was measured of a person, all together, is shown by its methods and printed by none by accident.
template <class T, class Say>
void keep_out_of_logs(py::class_<T>& type, Say say) {
  type.attr("__repr__") = py::cpp_function(say, py::name("__repr__"), py::is_method(type), "What it is of.");
}

}  // namespace stretchcore::detail
