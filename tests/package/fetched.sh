#!/usr/bin/env bash
# Builds and runs examples/app with the library from FetchContent: static, in a unity build, with link-time optimisation,
# by g++. What is fetched is this folder, so that the test is of what is here and needs no network.
set -euo pipefail
cmake=$1 build=$2 source=$3
. "$source/tests/package/apps.sh"

build_app "$build/fetched" -DCMAKE_CXX_COMPILER=g++ -DAPP_STRETCHCORE=fetched -DFETCHCONTENT_SOURCE_DIR_STRETCHCORE="$source" \
  -DCMAKE_UNITY_BUILD=ON -DCMAKE_INTERPROCEDURAL_OPTIMIZATION=ON
