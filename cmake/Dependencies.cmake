# Boost's headers are all that a user of the library needs; the rest is wanted only while building it.

# Older Boosts are found on purpose, so that this can say in a sentence what is wrong with them.
find_package(Boost CONFIG QUIET)
if(NOT Boost_FOUND)
  message(FATAL_ERROR "stretchcore needs the headers of Boost 1.81 or newer, and no Boost was found. "
                      "On Debian 12: apt install libboost1.81-dev")
elseif(Boost_VERSION VERSION_LESS 1.81)
  message(FATAL_ERROR "stretchcore needs Boost 1.81 or newer (Boost.Describe came with 1.77), and ${Boost_DIR} is "
                      "${Boost_VERSION}. On Debian 12: apt install libboost1.81-dev, which replaces the 1.74 there.")
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
  if(NOT STRETCHCORE_BUILD_ARCHIVE)
    message(FATAL_ERROR "stretchcore::history keeps records, and needs stretchcore::archive: "
                        "-DSTRETCHCORE_BUILD_ARCHIVE=ON, or do without both: -DSTRETCHCORE_BUILD_HISTORY=OFF")
  endif()
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
find_package(nlohmann_json 3.11 CONFIG REQUIRED)
find_package(pegtl 3.2 CONFIG REQUIRED)
find_package(Threads REQUIRED)
