# Read by the scripts beside it: how apps are compiled, and by whom. Wants $cmake and $source.

# An app as strict as apps are, in a project of hidden symbols, without exceptions and RTTI. Only the app is compiled so:
# the library throws where its data are wrong.
strict="-Wall;-Wextra;-Wpedantic;-Wconversion;-Wshadow;-Werror;-fno-exceptions;-fno-rtti"
hidden=(-DCMAKE_CXX_VISIBILITY_PRESET=hidden -DCMAKE_VISIBILITY_INLINES_HIDDEN=ON)

newest_clang() { compgen -c clang++- | grep -E '^clang\+\+-[0-9]+$' | sort -t- -k2 -n | tail -n 1; }

compiles_with_libcxx() { # compiler
  printf '#include <cmath>\nint main() { return __has_include(<__config>) ? 0 : 1; }\n' |
    "$1" -std=c++20 -stdlib=libc++ -x c++ - -o /dev/null 2>/dev/null
}

launcher=()
if command -v ccache >/dev/null; then launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi

# Configures, builds and runs examples/app in `folder`; what follows goes to CMake.
build_app() { # folder arguments…
  "$cmake" -S "$source/examples/app" -B "$1" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-O0 \
    "-DAPP_COMPILE_OPTIONS=$strict" "${hidden[@]}" "${launcher[@]}" "${@:2}" >/dev/null
  "$cmake" --build "$1" --target app -j 2
  "$1/app" >"$1/said"
  if ! grep -q 'finished' "$1/said"; then
    echo "the app in $1 did not come to its end" >&2
    exit 1
  fi
}
