# cmake --install: libraries, headers and a package for find_package(stretchcore 0.1 COMPONENTS exchange simulation archive history).

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/stretchcore)

# One export a target: a component nobody asked for is not even read.
set(parts "" _exchange _simulation)
if(STRETCHCORE_BUILD_ARCHIVE)
  list(APPEND parts _archive)
endif()
if(STRETCHCORE_BUILD_HISTORY)
  list(APPEND parts _history)
endif()
foreach(part IN LISTS parts)
  install(
    TARGETS stretchcore${part}
    EXPORT stretchcore${part}
    COMPONENT development
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
    FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
  install(
    EXPORT stretchcore${part}
    FILE stretchcore${part}Targets.cmake
    NAMESPACE stretchcore::
    DESTINATION ${package_dir}
    COMPONENT development)
endforeach()

configure_package_config_file(
  ${CMAKE_CURRENT_LIST_DIR}/stretchcoreConfig.cmake.in ${PROJECT_BINARY_DIR}/stretchcoreConfig.cmake
  INSTALL_DESTINATION ${package_dir} NO_SET_AND_CHECK_MACRO)
# While the version starts with 0, a new minor version may break what was built on the old one.
if(PROJECT_VERSION_MAJOR EQUAL 0)
  set(compatibility SameMinorVersion)
else()
  set(compatibility SameMajorVersion)
endif()
write_basic_package_version_file(${PROJECT_BINARY_DIR}/stretchcoreConfigVersion.cmake COMPATIBILITY ${compatibility})
install(
  FILES ${PROJECT_BINARY_DIR}/stretchcoreConfig.cmake ${PROJECT_BINARY_DIR}/stretchcoreConfigVersion.cmake
  DESTINATION ${package_dir}
  COMPONENT development)
