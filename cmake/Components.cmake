# What the library consists of. Each component but core can be left out: -DSTRETCHCORE_BUILD_<COMPONENT>=OFF.

set(STRETCHCORE_OPTIONAL_COMPONENTS exchange simulation archive history)

set(stretchcore_components "")
foreach(component IN LISTS STRETCHCORE_OPTIONAL_COMPONENTS)
  string(TOUPPER ${component} option)
  if(STRETCHCORE_BUILD_${option})
    list(APPEND stretchcore_components ${component})
  endif()
endforeach()

if(STRETCHCORE_BUILD_HISTORY AND NOT STRETCHCORE_BUILD_ARCHIVE)
  message(FATAL_ERROR "stretchcore::history keeps records, and needs stretchcore::archive: "
                      "-DSTRETCHCORE_BUILD_ARCHIVE=ON, or do without both: -DSTRETCHCORE_BUILD_HISTORY=OFF")
endif()

# stretchcore_needs("The tests" exchange simulation): refuses in a sentence what cannot be built without them.
function(stretchcore_needs who)
  set(missing "")
  foreach(component IN LISTS ARGN)
    if(NOT component IN_LIST stretchcore_components)
      list(APPEND missing ${component})
    endif()
  endforeach()
  if(missing)
    list(JOIN missing ", stretchcore::" names)
    list(TRANSFORM missing TOUPPER)
    list(TRANSFORM missing PREPEND -DSTRETCHCORE_BUILD_)
    list(TRANSFORM missing APPEND =ON)
    list(JOIN missing " " options)
    message(FATAL_ERROR "${who} of stretchcore need stretchcore::${names}: ${options}")
  endif()
endfunction()
