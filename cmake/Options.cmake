# How our own code is compiled. Interface targets, so that nothing of it reaches a project that embeds the library.

add_library(stretchcore_options INTERFACE)
target_compile_features(stretchcore_options INTERFACE cxx_std_20)
# a*b + c must not be fused on one machine and rounded twice on another: same input, same output.
target_compile_options(stretchcore_options INTERFACE $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-ffp-contract=off>)

add_library(stretchcore_warnings INTERFACE)
target_compile_options(
  stretchcore_warnings
  INTERFACE
    $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wall;-Wextra;-Wpedantic;-Wconversion;-Wsign-conversion;-Wshadow;-Wdouble-promotion>
    $<$<CXX_COMPILER_ID:MSVC>:/W4;/permissive->)
if(STRETCHCORE_WARNINGS_AS_ERRORS)
  target_compile_options(stretchcore_warnings INTERFACE $<IF:$<CXX_COMPILER_ID:MSVC>,/WX,-Werror>)
endif()

add_library(stretchcore_sanitizers INTERFACE)
if(STRETCHCORE_SANITIZE)
  list(JOIN STRETCHCORE_SANITIZE "," sanitizers)
  target_compile_options(stretchcore_sanitizers INTERFACE -fsanitize=${sanitizers} -fno-sanitize-recover=all
                                                          -fno-omit-frame-pointer)
  target_link_options(stretchcore_sanitizers INTERFACE -fsanitize=${sanitizers})
endif()

# Everything of ours is compiled like this; BUILD_INTERFACE keeps it out of what is installed.
function(stretchcore_compile_as_ours target)
  target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:stretchcore_options> $<BUILD_INTERFACE:stretchcore_warnings>
                                          $<BUILD_INTERFACE:stretchcore_sanitizers>)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
endfunction()
