#include <stretchcore/error.hpp>

#include "bind.hpp"

namespace stretchcore {
namespace {

/// Raises the Python class of an error, with what it knows of the place.
template <class... Attributes>
void raise(const char* type, const Error& error, Attributes... attributes) {
  const py::object raised = py::module_::import("stretchcore._errors").attr(type)(error.what());
  ((raised.attr(attributes.first) = attributes.second), ...);
  PyErr_SetObject(py::type::handle_of(raised).ptr(), raised.ptr());
}

void translate(std::exception_ptr thrown) {
  try {
    if (thrown) std::rethrow_exception(thrown);
  } catch (const InvalidModel& error) {
    raise("InvalidModel", error, std::pair{"field", error.field()});
  } catch (const DocumentError& error) {
    raise("DocumentError", error, std::pair{"path", error.path()});
  } catch (const RuleError& error) {
    raise("RuleError", error, std::pair{"position", error.position()});
  } catch (const RecordingError& error) {
    raise("RecordingError", error, std::pair{"line", error.line()}, std::pair{"column", error.column()});
  } catch (const CorruptRecord& error) {
    raise("CorruptRecord", error, std::pair{"place", error.place()});
  } catch (const RecordError& error) {
    raise("RecordError", error);
  } catch (const Error& error) {
    raise("Error", error);
  }
}

}  // namespace

void bind_errors(py::module_& m) {
  const py::module_ errors = py::module_::import("stretchcore._errors");
  for (const char* name :
       {"Error", "InvalidModel", "DocumentError", "RuleError", "RecordingError", "RecordError", "CorruptRecord"}) {
    m.attr(name) = errors.attr(name);
  }
  py::register_exception_translator(translate);
}

}  // namespace stretchcore
