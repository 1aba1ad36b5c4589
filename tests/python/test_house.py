"""The rules of the house: who may include whom, and that no build list forgets a file.

Each rule is a function from files to the problems it finds, so that each is also shown a file that breaks it:
a rule that cannot fail guards nothing.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]
LEFT_BEHIND = {"build", "dist", "__pycache__"}  # and whatever starts with a dot, but for .ci

# The floors, from the lowest. A room uses itself and lower floors; rooms of one floor do not know each other.
FLOORS = [
    {"detail", "error.hpp", "version.hpp", "fwd.hpp"},
    {"quantity"},
    {"model"},
    {"stream"},
    {"motion", "balance", "safety", "cue"},
    {"session"},
    {"routine"},
    {"document"},
    {"record", "exchange", "simulation"},
]
# Made by the build (GenerateExportHeader): how a library exports what its headers declare.
EXPORT_HEADER = re.compile(r"stretchcore/(?:export|exchange/export|simulation/export|record/export_\w+)\.hpp")
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
OPT_IN = FLOORS[-1]

# Libraries that one room keeps to itself.
KEPT_IN = {
    "nlohmann/": {"src/document", "src/exchange"},
    "tao/": {"src/safety"},
    "Eigen/": {"tests"},  # its last bits depend on the processor it is compiled for
    "boost/math/": {"tests"},  # those of its quantiles on its version
    "pybind11/": {"bindings"},
    "boost/archive/": {"src/record"},
    "boost/serialization/": {"src/record"},
    "sqlite3.h": {"src/record"},
}
STREAMS = {"iostream", "istream", "ostream", "fstream", "sstream", "iomanip"}
# The core is handed its time, its randomness and its files.
IMPURE_HEADERS = {"fstream", "iostream", "filesystem", "random", "thread", "mutex", "atomic", "future", "ctime"}
IMPURE_WORDS = re.compile(r"\b(?:steady_clock|system_clock|high_resolution_clock|random_device|getenv|thread_local)\b")

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)

Files = Mapping[str, str]


def left_behind(part: str) -> bool:
    return part in LEFT_BEHIND or (part.startswith(".") and part != ".ci")


def read(*patterns: str) -> dict[str, str]:
    """The files that match, by their path from the root."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for pattern in patterns
        for path in sorted(ROOT.glob(pattern))
        if path.is_file() and not any(left_behind(part) for part in path.relative_to(ROOT).parts)
    }


def library() -> dict[str, str]:
    return read("include/**/*.hpp", "src/**/*.hpp", "src/**/*.cpp")


def room_of(path: str) -> str:
    """include/stretchcore/model/cue.hpp and src/model/cue.cpp are both in `model`; a header of no room is its own."""
    return PurePosixPath(path.removeprefix("include/stretchcore/").removeprefix("src/")).parts[0]


def our_file(include: str, includer: str, files: Files) -> str | None:
    """The file of ours that an include line means, if it is one of ours."""
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(includer), include))
    for candidate in (f"include/{include}", beside, f"src/{include}"):
        if candidate in files:
            return candidate
    return f"include/{include}" if include.startswith("stretchcore/") else None


def breaks_of_floors(files: Files) -> list[str]:
    problems = []
    for path, text in files.items():
        room = room_of(path)
        if room == "stretchcore.hpp":
            problems += [
                f"{path} includes {include}: the umbrella leaves out {room_of('include/' + include)}"
                for include in INCLUDE.findall(text)
                if room_of("include/" + include) in OPT_IN
            ]
            continue
        if room not in FLOOR:
            problems.append(f"{path} is in no room of the house")
            continue
        for include in INCLUDE.findall(text):
            if EXPORT_HEADER.fullmatch(include) and room_of(f"include/{include}") in (room, "export.hpp"):
                continue
            target = our_file(include, path, files)
            if target is None:
                continue
            other = room_of(target)
            if other == "stretchcore.hpp":
                problems.append(f"{path} includes the umbrella")
            elif other != room and FLOOR.get(other, len(FLOORS)) >= FLOOR[room] > 0:
                problems.append(f"{path} includes {include}: {room} may not know {other}")
            elif FLOOR[room] == 0 and FLOOR.get(other, len(FLOORS)) > 0:
                problems.append(f"{path} includes {include}: nothing lies below {room}")
    return problems


def breaks_of_libraries(files: Files) -> list[str]:
    return [
        f"{path} includes {include}, which stays in {', '.join(sorted(homes))}"
        for path, text in files.items()
        for include in INCLUDE.findall(text)
        for library_name, homes in KEPT_IN.items()
        if include.startswith(library_name) and not any(path.startswith(home + "/") for home in homes)
    ]


def breaks_of_streams(files: Files) -> list[str]:
    return [
        f"{path} includes <{include}>: public headers have no streams"
        for path, text in files.items()
        if path.startswith("include/")
        for include in INCLUDE.findall(text)
        if include in STREAMS
    ]


def breaks_of_purity(files: Files) -> list[str]:
    problems = []
    for path, text in files.items():
        if room_of(path) in OPT_IN:
            continue
        problems += [f"{path} includes <{include}>" for include in INCLUDE.findall(text) if include in IMPURE_HEADERS]
        problems += [f"{path} says {word}" for word in IMPURE_WORDS.findall(text)]
    return problems


def missing(listed: Iterable[str], present: Iterable[str]) -> list[str]:
    listed, present = sorted(listed), sorted(present)
    problems = [f"{name} is in no build list" for name in present if name not in listed]
    problems += [f"{name} is listed and does not exist" for name in listed if name not in present]
    problems += [f"{name} is listed twice" for name in sorted({n for n in listed if listed.count(n) > 1})]
    return problems


def listed_in(cmake: str, *names: str) -> list[str]:
    """The words of `set(<name> …)` in a CMakeLists.txt."""
    words: list[str] = []
    for name in names:
        found = re.search(rf"^set\({name}\n(.*?)\)", cmake, re.MULTILINE | re.DOTALL)
        assert found, f"no set({name} …)"
        words += found[1].split()
    return words


def unreached_by_umbrella(files: Files) -> list[str]:
    """Headers that the umbrella neither includes, however indirectly, nor names as left out."""
    umbrella = "include/stretchcore/stretchcore.hpp"
    reached, open_ends = set(), [umbrella]
    while open_ends:
        path = open_ends.pop()
        if path in files and path not in reached:
            reached.add(path)
            open_ends += [f"include/{include}" for include in INCLUDE.findall(files[path])]
    left_out = re.findall(r"^//   (\S+)", files[umbrella], re.MULTILINE)
    return [
        path
        for path in files
        if path.startswith("include/")
        and path not in reached
        and not any(path.removeprefix("include/stretchcore/").startswith(name) for name in left_out)
    ]


def the_version(files: Files) -> str:
    numbers = re.findall(r"#define STRETCHCORE_VERSION_\w+ (\d+)", files["include/stretchcore/version.hpp"])
    assert len(numbers) == 3
    return ".".join(numbers)


def second_versions(files: Files) -> list[str]:
    version = re.compile(rf"(?<![\d.]){re.escape(the_version(files))}(?![\d.])")
    return [f"{path} repeats the version" for path, text in files.items() if version.search(text)]


def machine_paths(files: Files) -> list[str]:
    """Somebody's directories do not belong into the repository."""
    somewhere = re.compile(r"(?<![\w.}])/(?:home|root|work|Users|tmp/\w+)/|\.\./shared/")
    return [f"{path}: {found[0]}" for path, text in files.items() if (found := somewhere.search(text))]


# The engine is a row of modules, each a folder of src/session with a door: the header that bears its name.
ENGINE = "src/session/"
MOST_LINES = 250
MOST_NEIGHBOURS = 3
# The only file beside the modules that opens a door: what an app calls leads in by it.
WAY_IN = {f"{ENGINE}session.cpp": "inputs"}


def module_of(path: str) -> str | None:
    """The module of a file of src/session; nothing for what lies beside the modules and is the ground of all."""
    parts = PurePosixPath(path.removeprefix(ENGINE)).parts
    return parts[0] if path.startswith(ENGINE) and len(parts) == 2 else None


def breaks_of_walls(files: Files) -> list[str]:
    """A module is entered by its door, by no more than three neighbours in one file, and never from the ground."""
    problems = []
    for path, text in files.items():
        if not path.startswith(ENGINE):
            continue
        lines = text.count("\n")
        if lines > MOST_LINES:
            problems.append(f"{path} has {lines} lines, more than {MOST_LINES}")
        neighbours = set()
        for include in INCLUDE.findall(text):
            target = our_file(include, path, files)
            other = module_of(target) if target else None
            if other is None or other == module_of(path):
                continue
            neighbours.add(other)
            if PurePosixPath(target).name != f"{other}.hpp":
                problems.append(f"{path} includes {include}: the door of {other} is {other}/{other}.hpp")
            if module_of(path) is None and WAY_IN.get(path) != other:
                problems.append(f"{path} includes {include}: what all modules stand on knows none of them")
        if len(neighbours) > MOST_NEIGHBOURS:
            problems.append(f"{path} calls {', '.join(sorted(neighbours))}: more than {MOST_NEIGHBOURS} neighbours")
    return problems


COMMENT_OR_STRING = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)
# `phase < Phase::coming_out`: what a phase is stands in src/session/phase_traits.hpp, not in the order of its names.
ORDER_OF_PHASES = re.compile(
    r"(?<![<>-])(?:<=?|>=?)\s*(?:\w+::)*(?:Phase|Stage)::\w+|(?:\w+::)*\b(?:Phase|Stage)::\w+\s*(?:<=?|>=?)(?![<>=])"
)


def switches(code: str) -> Iterable[str]:
    """The body of each switch, without the switches in it."""
    for start in re.finditer(r"\bswitch\s*\(", code):
        opened = code.find("{", start.end())
        depth, place, own = 0, opened, []
        while place < len(code):
            if depth == 1 and (inner := re.compile(r"\bswitch\s*\(").match(code, place)):
                place = code.find("{", inner.end())
                nested = 0
                while True:
                    nested += (code[place] == "{") - (code[place] == "}")
                    place += 1
                    if nested == 0:
                        break
                continue
            depth += (code[place] == "{") - (code[place] == "}")
            own.append(code[place])
            place += 1
            if depth == 0:
                break
        yield "".join(own)


def breaks_of_phases(files: Files) -> list[str]:
    """A `default` would hide a new phase from the compiler, and an order of phases or stages from the reader."""
    problems = []
    for path, text in files.items():
        code = COMMENT_OR_STRING.sub("", text)
        problems += [
            f"{path}: a switch over Phase has a default"
            for body in switches(code)
            if re.search(r"\bcase\s+(?:\w+::)*Phase::", body) and re.search(r"\bdefault\s*:", body)
        ]
        problems += [f"{path} compares the order of phases: {found[0]}" for found in ORDER_OF_PHASES.finditer(code)]
    return problems


def test_a_room_includes_only_lower_floors() -> None:
    assert breaks_of_floors(library()) == []


def test_the_rule_of_floors_finds_what_breaks_it() -> None:
    def broken(path: str, line: str) -> bool:
        return breaks_of_floors({path: f"#include {line}\n", "src/session/plan.hpp": ""}) != []

    assert broken("include/stretchcore/quantity/angle.hpp", "<stretchcore/model/text.hpp>")
    assert broken("include/stretchcore/model/rule.hpp", "<stretchcore/safety/condition.hpp>")
    assert broken("src/motion/signals.cpp", "<stretchcore/balance/compare.hpp>")
    assert broken("src/cue/words.cpp", '"session/plan.hpp"')
    assert broken("src/balance/compare.cpp", '"../session/plan.hpp"')
    assert broken("src/exchange/csv.cpp", "<stretchcore/simulation/virtual_person.hpp>")
    assert broken("src/session/session.cpp", "<stretchcore/stretchcore.hpp>")
    assert broken("include/stretchcore/stretchcore.hpp", "<stretchcore/exchange/csv.hpp>")
    assert broken("include/stretchcore/detail/describe.hpp", "<stretchcore/quantity/side.hpp>")
    assert broken("include/stretchcore/cellar/wine.hpp", "<vector>")
    assert broken("src/session/session.cpp", "<stretchcore/record/export_archive.hpp>")
    assert not broken("src/session/session.cpp", "<stretchcore/export.hpp>")
    assert not broken("src/session/session.cpp", '"session/plan.hpp"')
    assert not broken("src/document/json.cpp", "<stretchcore/session/session.hpp>")
    assert not broken("include/stretchcore/quantity/time.hpp", "<stretchcore/error.hpp>")


def test_libraries_stay_in_their_rooms() -> None:
    assert breaks_of_libraries({**library(), **read("bindings/**/*.[ch]pp", "examples/**/*.cpp")}) == []
    assert breaks_of_libraries({"src/session/session.cpp": "#include <nlohmann/json.hpp>"})
    assert breaks_of_libraries({"include/stretchcore/safety/rule.hpp": "#include <tao/pegtl.hpp>"})
    assert breaks_of_libraries({"src/motion/turns.hpp": "#include <Eigen/Core>"})
    assert not breaks_of_libraries({"src/document/json.cpp": "#include <nlohmann/json.hpp>"})


def test_public_headers_have_no_streams() -> None:
    assert breaks_of_streams(library()) == []
    assert breaks_of_streams({"include/stretchcore/model/text.hpp": "#include <sstream>"})


def test_the_core_has_no_clock_no_randomness_no_files_and_no_threads() -> None:
    assert breaks_of_purity(library()) == []
    assert breaks_of_purity({"src/session/session.cpp": "#include <random>"})
    assert breaks_of_purity({"src/session/session.cpp": "auto now = std::chrono::steady_clock::now();"})
    assert not breaks_of_purity({"src/simulation/virtual_person.cpp": "#include <random>"})


def test_every_header_is_in_its_file_set() -> None:
    """And so in the tests that compile each header alone and all of them twice: those are made from the file sets."""
    cmake = (ROOT / "src/CMakeLists.txt").read_text()
    headers = [path.removeprefix("include/stretchcore/") for path in read("include/**/*.hpp")]
    of = {room: [h for h in headers if h.startswith(room + "/")] for room in OPT_IN}
    assert missing(listed_in(cmake, "headers_of_archive", "headers_of_history"), of["record"]) == []
    assert missing(listed_in(cmake, "headers_of_exchange"), of["exchange"]) == []
    assert missing(listed_in(cmake, "headers_of_simulation"), of["simulation"]) == []
    core = set(headers) - {h for room in of.values() for h in room}
    assert missing(listed_in(cmake, "headers_of_stretchcore"), core) == []


def test_every_source_is_in_its_build_list() -> None:
    def under(folder: str, pattern: str) -> list[str]:
        return [path.removeprefix(folder + "/") for path in read(f"{folder}/{pattern}")]

    src, tests = (ROOT / "src/CMakeLists.txt").read_text(), (ROOT / "tests/CMakeLists.txt").read_text()
    rooms = ("stretchcore", "archive", "history", "exchange", "simulation")
    sources = listed_in(src, *(f"sources_of_{room}" for room in rooms))
    assert missing(sources, under("src", "**/*.cpp")) == []
    all_tests = [
        name
        for name in under("tests", "**/*.cpp")
        if not name.startswith(("benchmarks/", "fuzz/")) and name != "main.cpp"
    ]
    lists = ("tests_of_stretchcore", "tests_of_archive", "tests_of_history", "helpers_of_tests")
    bits = (ROOT / "tests/bits/CMakeLists.txt").read_text()
    programs = [f"bits/{name}" for name in listed_in(bits, "programs")]
    assert missing([*listed_in(tests, *lists), *programs], all_tests) == []
    names = [PurePosixPath(name).stem for name in all_tests]
    twice = sorted({name for name in names if names.count(name) > 1})
    assert twice == [], "ctest runs a file by its name alone: the tests of both would run twice"
    benchmarks = (ROOT / "tests/benchmarks/CMakeLists.txt").read_text()
    programs = [f"{name}.cpp" for name in listed_in(benchmarks, "benchmarks", "benchmarks_of_archive")]
    assert missing(programs, under("tests/benchmarks", "*.cpp")) == []
    fuzz = (ROOT / "tests/fuzz/CMakeLists.txt").read_text()
    targets = [f"{name}_fuzz.cpp" for name in listed_in(fuzz, "fuzzed_readers", "fuzzed_records")]
    assert missing([*targets, "replay.cpp"], under("tests/fuzz", "*.cpp")) == []
    bindings = (ROOT / "bindings/CMakeLists.txt").read_text()
    assert missing(listed_in(bindings, "sources_of_bindings"), under("bindings", "*.cpp")) == []
    examples = (ROOT / "examples/CMakeLists.txt").read_text()
    programs = [f"{name}.cpp" for name in listed_in(examples, "examples", "examples_of_archive")]
    assert missing(programs, under("examples", "*.cpp")) == []


def test_what_is_missing_from_a_list_is_found() -> None:
    assert missing(["a.cpp"], ["a.cpp"]) == []
    assert missing([], ["a.cpp"]) == ["a.cpp is in no build list"]
    assert missing(["a.cpp"], []) == ["a.cpp is listed and does not exist"]
    assert missing(["a.cpp", "a.cpp"], ["a.cpp"]) == ["a.cpp is listed twice"]


def test_the_umbrella_includes_every_header_or_says_that_it_does_not() -> None:
    headers = read("include/**/*.hpp")
    assert unreached_by_umbrella(headers) == []
    forgotten = "include/stretchcore/session/forgotten.hpp"
    assert unreached_by_umbrella({**headers, forgotten: ""}) == [forgotten]


def test_the_version_is_written_once() -> None:
    files = read(*(f"**/*{end}" for end in (".[ch]pp", ".py", ".pyi", ".toml", ".txt", ".cmake", ".in", ".json")))
    assert second_versions(files) == []
    assert second_versions({**files, "setup.py": f'version="{the_version(files)}"'}) == ["setup.py repeats the version"]


def test_no_file_names_a_directory_of_somebodys_machine() -> None:
    endings = (".[ch]pp", ".py", ".pyi", ".txt", ".cmake", ".in", ".md", ".json", ".toml", ".sh")
    texts = read("scripts/*", ".ci/*", *(f"**/*{end}" for end in endings))
    assert machine_paths(texts) == []
    assert machine_paths({"docs/a.md": "see /" + "home/somebody/notes"})


def test_a_module_of_the_engine_is_entered_by_its_door() -> None:
    assert breaks_of_walls(library()) == []


def test_a_break_in_a_wall_is_found() -> None:
    doors = {f"{ENGINE}{module}/{module}.hpp": "" for module in ("aim", "exit", "pause", "speech", "watch")}
    ground = {**doors, f"{ENGINE}aim/inside.hpp": "", f"{ENGINE}step.hpp": "", f"{ENGINE}inputs/inputs.hpp": ""}

    def breaks(path: str, text: str) -> list[str]:
        return breaks_of_walls({**ground, ENGINE + path: text})

    def calls(*modules: str) -> str:
        return "".join(f'#include "session/{module}/{module}.hpp"\n' for module in modules)

    assert breaks("watch/rules.cpp", calls("watch", "aim", "exit", "pause") + '#include "session/step.hpp"\n') == []
    assert breaks("watch/rules.cpp", calls("aim", "exit", "pause", "speech")) == [
        f"{ENGINE}watch/rules.cpp calls aim, exit, pause, speech: more than 3 neighbours"
    ]
    assert breaks("aim/target.cpp", '#include "session/aim/inside.hpp"\n') == []
    assert breaks("watch/rules.cpp", '#include "session/aim/inside.hpp"\n')
    assert breaks("watch/rules.cpp", '#include "../aim/inside.hpp"\n')
    assert breaks("gains.cpp", calls("aim"))
    assert breaks("step.hpp", '#include "speech/speech.hpp"\n')
    assert breaks("session.cpp", '#include "inputs/inputs.hpp"\n') == []
    assert breaks("session.cpp", calls("aim"))
    assert breaks("watch/rules.cpp", "\n" * 250) == []
    assert breaks("watch/rules.cpp", "\n" * 251)


def test_no_switch_hides_a_new_phase_and_no_order_of_phases_is_logic() -> None:
    sources = read("examples/**/*.cpp", "bindings/**/*.[ch]pp", "tests/**/*.[ch]pp")
    assert breaks_of_phases({**library(), **sources}) == []


def test_a_hidden_phase_and_an_order_of_phases_are_found() -> None:
    def broken(code: str) -> bool:
        return breaks_of_phases({"a.cpp": code}) != []

    assert broken("switch (p) { case Phase::ready: return 1; default: return 2; }")
    assert broken("switch (p) { case sc::Phase::ready: { break; } default: break; }")
    assert broken("switch (s) { case Stage::a: switch (p) { case Phase::ready: break; default: break; } }")
    assert not broken("switch (s) { case Stage::done: return 1; default: return 2; }")
    assert not broken("switch (p) { case Phase::ready: switch (s) { case Stage::a: break; default: break; } }")
    assert not broken("switch (p) { case Phase::ready: return 1; }  // default: of Phase::ready")
    assert broken("if (phase < Phase::coming_out) return;")
    assert broken("return at >= sc::Phase::measuring;")
    assert broken("return Phase::measuring <= at;")
    assert broken("return stage > Stage::looking;")
    assert not broken("return phase == Phase::ready;")
    assert not broken("std::array<int, 3> a{}; f<Phase>(Phase::ready); g << Phase::ready;")
