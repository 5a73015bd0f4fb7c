"""Un terminal sans nos lettres : il montre « ? », et rien ne s'arrête."""

import io
import sys

import pytest

from liaison.terminal import lacking_no_letter


@pytest.mark.parametrize(
    ("encoding", "shown"), [("utf-8", "Élève\u00a0: 3 €"), ("latin-1", "Élève\u00a0: 3 ?"), ("ascii", "?l?ve?: 3 ?")]
)
def test_a_letter_that_a_terminal_lacks_is_a_question_mark(
    monkeypatch: pytest.MonkeyPatch, encoding: str, shown: str
) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding=encoding, write_through=True))
    lacking_no_letter()
    print("Élève\u00a0: 3 €", end="")
    assert written.getvalue().decode(encoding) == shown


def test_what_is_no_terminal_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = io.StringIO()
    monkeypatch.setattr(sys, "stdout", kept)
    lacking_no_letter()
    print("Élève", end="")
    assert kept.getvalue() == "Élève"
