#!/usr/bin/env bash
# Installs the built library, moves what was installed elsewhere, and builds and runs examples/consumer against it.
set -euo pipefail
cmake=$1 build=$2 source=$3 compiler=$4 version=$5

. "$source/tests/package/apps.sh"

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
refused_with() { # components words
  sed "s/COMPONENTS .*)/COMPONENTS $1)/" "$source/examples/consumer/CMakeLists.txt" >"$work/CMakeLists.txt"
  rm -rf "$work/refused"
  if "$cmake" -S "$work" -B "$work/refused" -G Ninja -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_PREFIX_PATH="$work/moved" >"$work/log" 2>&1; then
    echo "components that are not there were found: $1" >&2
    exit 1
  fi
  if ! tr -s '\n ' ' ' <"$work/log" | grep -qF "$2"; then
    echo "the refusal of $1 does not say \"$2\":" >&2
    cat "$work/log" >&2
    exit 1
  fi
}
refused_with teleport "stretchcore has no component teleport. This one has: core, exchange, simulation, archive, history."
# As if it had been built without.
sed -i 's/^set(stretchcore_components .*/set(stretchcore_components core exchange)/' "$work/moved"/*/cmake/stretchcore/stretchcoreConfig.cmake
refused_with simulation "built without its component simulation (-DSTRETCHCORE_BUILD_SIMULATION=OFF). It has: core, exchange."

# The licences come along.
for file in LICENSE THIRD_PARTY_NOTICES.md; do
  if [[ ! -s $work/moved/share/licenses/stretchcore/$file ]]; then
    echo "$file was not installed" >&2
    exit 1
  fi
done

# The app, as strict as apps are, by both compilers against the same library.
for one in g++ "$(newest_clang)"; do
  if [[ -n $one ]]; then build_app "$work/app_$one" -DCMAKE_CXX_COMPILER="$one" -DCMAKE_PREFIX_PATH="$work/moved"; fi
done

# And without CMake.
if command -v pkg-config >/dev/null; then
  pc=$(dirname "$(find "$work/moved" -name stretchcore.pc)")
  read -ra flags < <(PKG_CONFIG_PATH=$pc pkg-config --static --cflags --libs stretchcore)
  "$compiler" -std=c++20 "$source/examples/app/main.cpp" "${flags[@]}" -o "$work/app_by_pkg_config"
  "$work/app_by_pkg_config" >/dev/null
fi
