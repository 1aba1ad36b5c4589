# Libraries that are only headers can be given by their folder, without a CMake package: for phones, WebAssembly, and
# whatever else is cross compiled. find_package would find those of this machine there, and with them, in /usr/include,
# the C library of this machine.

# Makes `target` from the headers in `folder`, which hold `header`. A target that the project around has is left alone.
function(stretchcore_headers_by_path target folder header)
  if(NOT EXISTS ${folder}/${header})
    message(FATAL_ERROR "${folder} was given for ${target} and has no ${header}: give the folder that \"#include <${header}>\" "
                        "starts from.")
  endif()
  if(NOT TARGET ${target})
    add_library(${target} INTERFACE IMPORTED GLOBAL)
    target_include_directories(${target} SYSTEM INTERFACE ${folder})
  endif()
endfunction()

# Refuses headers of this machine where another is compiled for.
function(stretchcore_refuse_headers_of_the_host target variable)
  if(NOT CMAKE_CROSSCOMPILING OR CMAKE_SYSROOT)
    return()
  endif()
  get_target_property(folders ${target} INTERFACE_INCLUDE_DIRECTORIES)
  foreach(folder IN LISTS folders)
    if(folder MATCHES "^/usr/(local/)?include$")
      message(FATAL_ERROR "${target} was found in ${folder}, where the headers of this machine's C library are too, and "
                          "another machine is compiled for. Give a folder that holds only this library: "
                          "-D${variable}=…, see docs/embedding.md")
    endif()
  endforeach()
endfunction()
