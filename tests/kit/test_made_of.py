"""A result made of other settings than those on screen says so, and bears no mark of success meanwhile."""

from __future__ import annotations

import pytest
from traitlets import HasTraits, Int

from widgets.kit import MadeOf, ResultSentence


class Settings(HasTraits):
    one = Int(1)
    other = Int(1)


def shown(tone: str) -> tuple[Settings, ResultSentence, MadeOf]:
    settings, answer = Settings(), ResultSentence(tone=tone, text="Vrai.")
    made_of = MadeOf(lambda: settings.one, answer, "D'avant", "Recommencez.")
    made_of.follow(settings, "one")
    return settings, answer, made_of


@pytest.mark.parametrize("tone", ["bon", "alerte", "neutre"])
def test_it_says_so_once_a_setting_changes_and_no_longer_once_it_is_back(tone: str) -> None:
    settings, answer, made_of = shown(tone)
    made_of.made(made_of.now())
    assert (made_of.notice.title, answer.tone) == ("", tone)
    settings.one = 2
    assert (made_of.notice.title, made_of.notice.text, answer.tone) == ("D'avant", "Recommencez.", "neutre")
    settings.one = 1
    assert (made_of.notice.title, made_of.notice.text, answer.tone) == ("", "", tone)


def test_a_setting_it_does_not_depend_on_changes_nothing() -> None:
    settings, answer, made_of = shown("bon")
    made_of.made(made_of.now())
    settings.other = 2
    assert (made_of.notice.title, answer.tone) == ("", "bon")


def test_what_was_asked_before_a_change_and_came_after_it_says_so_at_once() -> None:
    settings, answer, made_of = shown("bon")
    asked = made_of.now()
    settings.one = 2
    assert made_of.notice.title == ""  # nothing is shown yet
    made_of.made(asked)
    assert (made_of.notice.title, answer.tone) == ("D'avant", "neutre")
    made_of.forget()
    assert made_of.notice.title == ""
