# Refuses flags under which the same input would not give the same output. The header says which, and refuses them again
# where a project sets them for single files only.
try_compile(
  stretchcore_arithmetic
  SOURCE_FROM_CONTENT arithmetic.cpp "#include \"${PROJECT_SOURCE_DIR}/include/stretchcore/detail/arithmetic.hpp\"\nint main() {}\n"
  OUTPUT_VARIABLE said NO_CACHE)
if(NOT stretchcore_arithmetic)
  string(TOUPPER "${CMAKE_BUILD_TYPE}" type)
  string(REGEX MATCHALL "error: [^\n]*" said "${said}")
  list(JOIN said "\n" said)
  message(FATAL_ERROR "stretchcore gives the same bits everywhere, and not with this compiler and \"${CMAKE_CXX_FLAGS} "
                      "${CMAKE_CXX_FLAGS_${type}}\". On 32-bit x86 add -msse2 -mfpmath=sse; leave out -ffast-math, -Ofast "
                      "and their parts. The compiler said:\n${said}")
endif()
