# cmake --install: libraries, headers, licences, a package for find_package(stretchcore 0.1 COMPONENTS exchange simulation
# archive history), and files for pkg-config.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/stretchcore)
set(license_dir ${CMAKE_INSTALL_DATADIR}/licenses/stretchcore)
set(pkgconfig_dir ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

# One export a target: a component that is not asked for is not even read.
foreach(component IN LISTS stretchcore_components ITEMS core)
  set(target stretchcore_${component})
  if(component STREQUAL "core")
    set(target stretchcore)
  endif()
  install(
    TARGETS ${target}
    EXPORT stretchcore_${component}
    COMPONENT development
    RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT development
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
    FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
  install(
    EXPORT stretchcore_${component}
    FILE stretchcore_${component}Targets.cmake
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

# For builds without CMake: one .pc file a component. They find their folder from where they lie, so that what was
# installed can be moved.
file(RELATIVE_PATH pc_prefix /${pkgconfig_dir} /)
string(REGEX REPLACE "/$" "" pc_prefix "${pc_prefix}")
function(stretchcore_pkgconfig component name description requires requires_private libs_private)
  set(pc_name ${name})
  set(pc_description ${description})
  set(pc_requires ${requires})
  set(pc_requires_private ${requires_private})
  set(pc_libs_private ${libs_private})
  configure_file(${CMAKE_CURRENT_FUNCTION_LIST_DIR}/stretchcore.pc.in ${PROJECT_BINARY_DIR}/${name}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${name}.pc DESTINATION ${pkgconfig_dir} COMPONENT development)
endfunction()

stretchcore_pkgconfig(core stretchcore "${PROJECT_DESCRIPTION}" "" "" "")
if(STRETCHCORE_BUILD_EXCHANGE)
  stretchcore_pkgconfig(exchange stretchcore_exchange "Reads recordings for stretchcore" stretchcore "" "")
endif()
if(STRETCHCORE_BUILD_SIMULATION)
  stretchcore_pkgconfig(simulation stretchcore_simulation "People to try stretchcore with" stretchcore "" "-pthread")
endif()
if(STRETCHCORE_BUILD_ARCHIVE)
  stretchcore_pkgconfig(archive stretchcore_archive "Keeps what stretchcore has seen" stretchcore ""
                        "-lboost_serialization -pthread")
endif()
if(STRETCHCORE_BUILD_HISTORY)
  stretchcore_pkgconfig(history stretchcore_history "Many sessions of stretchcore in one file" stretchcore_archive sqlite3
                        "-lboost_serialization -pthread")
endif()

install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/THIRD_PARTY_NOTICES.md DESTINATION ${license_dir}
        COMPONENT development)
