# cmake -DNM=… -P LastBits.cmake -- library…: names each function that a library asks the C library for and whose last
# bit is another one in another C library. √, rounding, fmod, remainder and what only takes a number apart are exact.
set(functions
    acos acosh asin asinh atan atan2 atanh cbrt cos cosh erf erfc exp exp10 exp2 expm1 hypot j0 j1 jn lgamma lgamma_r log
    log10 log1p log2 pow pow10 sin sincos sinh tan tanh tgamma y0 y1 yn cexp clog cpow csin ccos cabs carg csqrt)
list(JOIN functions "|" names)
set(found "")
set(given FALSE)
foreach(i RANGE ${CMAKE_ARGC})
  set(argument "${CMAKE_ARGV${i}}")
  if(given AND argument)
    execute_process(COMMAND ${NM} -A -u ${argument} OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX MATCHALL "[^\n]*[ \t]U _*(${names})(f|l|f128|_finite)?(@[^\n]*)?\n" lines "${symbols}\n")
    list(APPEND found ${lines})
  elseif(argument STREQUAL "--")
    set(given TRUE)
  endif()
endforeach()
if(found)
  list(JOIN found "" found)
  string(REGEX REPLACE "[ \t]+U _*" " " found "${found}")
  message(FATAL_ERROR "Not the same bits everywhere; src/detail/maths.hpp has functions that are:\n${found}")
endif()
