"""The closed lists of words: enumerations that equal their text."""

from __future__ import annotations

import json
import pickle

import pytest
import stretchcore as sc

LISTS = [value for value in vars(sc).values() if isinstance(value, type) and issubclass(value, sc.Side.__base__)]


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_a_word_is_its_text_and_its_repr_evaluates_back(words: type[sc.Side]) -> None:
    assert len(words) > 1
    for word in words:
        assert word == word.name
        assert hash(word) == hash(word.name)
        assert repr(word) == f"{words.__name__}.{word.name}"
        assert eval(repr(word), vars(sc)) is word
        assert f"{word}" == str(word) == word.name
        assert pickle.loads(pickle.dumps(word)) is word
        assert json.dumps(word) == f'"{word.name}"'
    assert words.__module__ == "stretchcore"
    assert words.__doc__


def test_words_are_ordered_as_their_list_is_written() -> None:
    assert sc.Response.notice < sc.Response.correct < sc.Response.stop
    assert sc.Priority.emergency > sc.Priority.tempo
    assert sc.Response.ease <= sc.Response.ease >= sc.Response.ease
    assert max(sc.Severity.warning, sc.Severity.note) is sc.Severity.warning
    assert sc.Response.notice < "correct" < sc.Response.stop
    assert sorted(sc.Response, reverse=True)[0] is sc.Response.stop
    with pytest.raises(TypeError, match=r"Severity.error is not one of notice, correct, ease, pause, stop"):
        assert sc.Response.notice < sc.Severity.error  # words of different lists do not compare
    with pytest.raises(TypeError, match="'shout' is not one of"):
        assert sc.Response.notice < "shout"


def test_the_text_does_wherever_a_word_is_expected() -> None:
    assert sc.Command(1.0, "start") == sc.Command(1.0, sc.Action.start)
    assert sc.Command(1.0, "start").action is sc.Action.start
    assert sc.SessionOptions(answers="none").answers is sc.Answers.none
    assert sc.error_model("optical_markers") == sc.error_model(sc.Source.optical_markers)


def test_another_text_is_refused_with_the_list_and_a_suggestion() -> None:
    with pytest.raises(ValueError, match=r"Command.action: .strat. is not one of start, pause, .*did you mean start?"):
        sc.Command(1.0, "strat")
    with pytest.raises(TypeError, match=r"Command.action: expected one of start, .* got 3"):
        sc.Command(1.0, 3)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"FeltSide.side: expected one of left, right, same, got Side.left"):
        sc.FeltSide(1.0, sc.Side.left)  # the word of another list is a mistake, though the text is the same


def test_both_sides() -> None:
    both = sc.Bilateral(38.0, 43.0)
    assert both[sc.Side.left] == both["left"] == both[0] == both.left == 38.0
    assert both[sc.Side.right] == both["right"] == both[1] == both.right == 43.0
    assert tuple(both) == (38.0, 43.0)
    assert len(both) == 2
    assert both.mirrored() == sc.Bilateral(left=43.0, right=38.0)
    assert eval(repr(both), vars(sc)) == both
    assert pickle.loads(pickle.dumps(both)) == both
    with pytest.raises(AttributeError):
        both.left = 1.0  # type: ignore[misc]
    with pytest.raises(KeyError, match="is not one of left, right"):
        both["middle"]
    with pytest.raises(IndexError):
        both[2]
