"""Every C++ test that docs/lesson.md names exists, in the file it names."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def sentences(path: Path) -> set[str]:
    joined = re.sub(r'"\s*\n\s*"', "", path.read_text())
    return {name.replace('\\"', '"') for name in re.findall(r'TEST_CASE\(\s*"((?:[^"\\]|\\.)*)"', joined)}


def test_named_tests_exist() -> None:
    named = re.findall(r"`(tests/\S+\.cpp)`: ([^;|]+)", (ROOT / "docs" / "lesson.md").read_text())
    assert len(named) >= 20
    for file, words in named:
        found = sentences(ROOT / file)
        assert any(sentence.startswith(words.strip()) or words.strip().startswith(sentence) for sentence in found), (
            file,
            words,
        )
