#!/usr/bin/env bash
# Installs the built library, moves what was installed elsewhere, and builds and runs examples/consumer against it.
set -euo pipefail
cmake=$1 build=$2 source=$3 compiler=$4 version=$5

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$cmake" --install "$build" --prefix "$work/first" --component development >/dev/null
mv "$work/first" "$work/moved"

# Nothing that was installed may still point to where it came from.
if grep -rIl -e "$build" -e "$work/first" "$work/moved" --include='*.cmake'; then
  echo "these files name the directory they were built or first installed in" >&2
  exit 1
fi

consume() {
  "$cmake" -S "$source/examples/consumer" -B "$work/$1" -G Ninja -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_BUILD_TYPE=Debug \
    -DCMAKE_PREFIX_PATH="$work/moved" "${@:2}"
}

consume consumer
"$cmake" --build "$work/consumer"
"$work/consumer/consumer"

# A version nobody installed and a component nobody wrote are refused.
sed "s/find_package(stretchcore $version /find_package(stretchcore 99.0 /" "$source/examples/consumer/CMakeLists.txt" >"$work/CMakeLists.txt"
cp "$source/examples/consumer/main.cpp" "$work/"
if "$cmake" -S "$work" -B "$work/too_new" -G Ninja -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_PREFIX_PATH="$work/moved" >"$work/log" 2>&1; then
  echo "find_package(stretchcore 99.0) was satisfied with $version" >&2
  exit 1
fi
sed 's/COMPONENTS .*)/COMPONENTS teleport)/' "$source/examples/consumer/CMakeLists.txt" >"$work/CMakeLists.txt"
if "$cmake" -S "$work" -B "$work/unknown" -G Ninja -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_PREFIX_PATH="$work/moved" >"$work/log" 2>&1; then
  echo "an unknown component was found" >&2
  exit 1
fi
