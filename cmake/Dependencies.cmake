# Boost's headers are all that a user of the library needs; the rest is wanted only while building it.
include(HeaderOnly)

set(STRETCHCORE_BOOST_INCLUDE_DIR "" CACHE PATH "Folder that holds boost/, instead of a Boost that CMake finds")
set(STRETCHCORE_JSON_INCLUDE_DIR "" CACHE PATH "Folder that holds nlohmann/, instead of an nlohmann_json that CMake finds")
set(STRETCHCORE_PEGTL_INCLUDE_DIR "" CACHE PATH "Folder that holds tao/, instead of a PEGTL that CMake finds")

if(STRETCHCORE_BOOST_INCLUDE_DIR)
  stretchcore_headers_by_path(Boost::headers ${STRETCHCORE_BOOST_INCLUDE_DIR} boost/describe.hpp)
else()
  # Older Boosts are found on purpose, so that this can say in a sentence what is wrong with them.
  find_package(Boost CONFIG QUIET)
  if(NOT Boost_FOUND)
    message(FATAL_ERROR "stretchcore needs the headers of Boost 1.81 or newer, and no Boost was found. On Debian 12: apt "
                        "install libboost1.81-dev. Or give its folder: -DSTRETCHCORE_BOOST_INCLUDE_DIR=…")
  elseif(Boost_VERSION VERSION_LESS 1.81)
    message(FATAL_ERROR "stretchcore needs Boost 1.81 or newer (Boost.Describe came with 1.77), and ${Boost_DIR} is "
                        "${Boost_VERSION}. On Debian 12: apt install libboost1.81-dev, which replaces the 1.74 there.")
  endif()
  stretchcore_refuse_headers_of_the_host(Boost::headers STRETCHCORE_BOOST_INCLUDE_DIR)
endif()

if(STRETCHCORE_BUILD_ARCHIVE)
  # Shared: the static one of Debian is not position independent and fits into no Python module.
  set(Boost_USE_STATIC_LIBS OFF)
  find_package(Boost 1.81 CONFIG QUIET OPTIONAL_COMPONENTS serialization)
  if(NOT TARGET Boost::serialization)
    message(FATAL_ERROR "stretchcore::archive needs Boost.Serialization, which was not found. On Debian 12: apt install "
                        "libboost-serialization1.81-dev, or do without it: -DSTRETCHCORE_BUILD_ARCHIVE=OFF")
  endif()
endif()

if(STRETCHCORE_BUILD_HISTORY)
  # The first with tables whose columns hold to their types.
  find_package(SQLite3 3.37 QUIET)
  if(NOT SQLite3_FOUND)
    message(FATAL_ERROR "stretchcore::history needs SQLite 3.37 or newer, which was not found. On Debian 12: apt install "
                        "libsqlite3-dev, or do without it: -DSTRETCHCORE_BUILD_HISTORY=OFF")
  endif()
  if(NOT TARGET SQLite3::SQLite3)
    add_library(SQLite3::SQLite3 ALIAS SQLite::SQLite3)  # its name in older CMakes
  endif()
endif()

if(STRETCHCORE_BUILD_TESTS OR STRETCHCORE_BUILD_BENCHMARKS)
  find_package(Eigen3 3.4 CONFIG REQUIRED)  # what the geometry of our own is compared with
endif()
if(STRETCHCORE_JSON_INCLUDE_DIR)
  stretchcore_headers_by_path(nlohmann_json::nlohmann_json ${STRETCHCORE_JSON_INCLUDE_DIR} nlohmann/json.hpp)
else()
  find_package(nlohmann_json 3.11 CONFIG QUIET)
  if(NOT TARGET nlohmann_json::nlohmann_json)
    message(FATAL_ERROR "stretchcore reads JSON with nlohmann_json 3.11 or newer, which was not found. On Debian 12: apt install "
                        "nlohmann-json3-dev. Or give its folder: -DSTRETCHCORE_JSON_INCLUDE_DIR=…")
  endif()
  stretchcore_refuse_headers_of_the_host(nlohmann_json::nlohmann_json STRETCHCORE_JSON_INCLUDE_DIR)
endif()
if(STRETCHCORE_PEGTL_INCLUDE_DIR)
  stretchcore_headers_by_path(taocpp::pegtl ${STRETCHCORE_PEGTL_INCLUDE_DIR} tao/pegtl.hpp)
else()
  find_package(pegtl 3.2 CONFIG QUIET)
  if(NOT TARGET taocpp::pegtl)
    message(FATAL_ERROR "stretchcore reads its rules with PEGTL 3.2 or newer, which was not found. On Debian 12: apt install "
                        "tao-pegtl-dev. Or give its folder: -DSTRETCHCORE_PEGTL_INCLUDE_DIR=…")
  endif()
  stretchcore_refuse_headers_of_the_host(taocpp::pegtl STRETCHCORE_PEGTL_INCLUDE_DIR)
endif()
if(STRETCHCORE_BUILD_SIMULATION OR STRETCHCORE_BUILD_ARCHIVE)
  find_package(Threads REQUIRED)
endif()
