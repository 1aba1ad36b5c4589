#!/usr/bin/env bash
# Builds and runs programs with the library's sources inside their own projects: add_subdirectory.
set -euo pipefail
cmake=$1 build=$2 source=$3 compiler=$4
. "$source/tests/package/apps.sh"

# Kept between runs, so that the second one only builds what changed.
work=$build/embedded
mkdir -p "$work/source"
sed "s|^find_package(stretchcore .*|add_subdirectory($source stretchcore)|" "$source/examples/consumer/CMakeLists.txt" >"$work/source/CMakeLists.txt"
cp "$source/examples/consumer/main.cpp" "$work/source/"

"$cmake" -S "$work/source" -B "$work/build" -G Ninja -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_BUILD_TYPE=Debug -DSTRETCHCORE_BUILD_ARCHIVE=ON -DSTRETCHCORE_BUILD_HISTORY=ON "${launcher[@]}"
"$cmake" --build "$work/build" --target consumer -j 2
"$work/build/consumer"

# The guest brings no tests, examples or install rules of its own.
if [[ -e $work/build/stretchcore/tests ]]; then
  echo "an embedded stretchcore builds its tests" >&2
  exit 1
fi

# A shared library among hidden symbols, in a unity build; with libc++, where there is one.
library=()
if compiles_with_libcxx "$compiler"; then library=(-DCMAKE_CXX_FLAGS=-stdlib=libc++); fi
build_app "$work/shared" -DCMAKE_CXX_COMPILER="$compiler" -DAPP_STRETCHCORE=embedded -DAPP_STRETCHCORE_FOLDER="$source" \
  -DBUILD_SHARED_LIBS=ON -DCMAKE_UNITY_BUILD=ON "${library[@]}"

# It exports what its headers declare, and nothing of what is inside.
if nm -DC --defined-only "$work"/shared/stretchcore/src/libstretchcore.so | grep -E ' T stretchcore::\(anonymous|Engine'; then
  echo "the shared library exports what is inside" >&2
  exit 1
fi
