#!/usr/bin/env bash
# Builds and runs examples/consumer with the library's sources inside its own project: add_subdirectory.
set -euo pipefail
cmake=$1 build=$2 source=$3 compiler=$4

# Kept between runs, so that the second one only builds what changed.
work=$build/embedded
mkdir -p "$work/source"
sed "s|^find_package(stretchcore .*|add_subdirectory($source stretchcore)|" "$source/examples/consumer/CMakeLists.txt" >"$work/source/CMakeLists.txt"
cp "$source/examples/consumer/main.cpp" "$work/source/"

launcher=()
if command -v ccache >/dev/null; then launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
"$cmake" -S "$work/source" -B "$work/build" -G Ninja -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_BUILD_TYPE=Debug -DSTRETCHCORE_BUILD_ARCHIVE=ON -DSTRETCHCORE_BUILD_HISTORY=ON "${launcher[@]}"
"$cmake" --build "$work/build" --target consumer -j 2
"$work/build/consumer"

# The guest brings no tests, examples or install rules of its own.
if [[ -e $work/build/stretchcore/tests ]]; then
  echo "an embedded stretchcore builds its tests" >&2
  exit 1
fi
