"""What was read is quoted on one line, cut short, and obeyed by nothing that shows or keeps it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.base.quoting import LONGEST_QUOTE, printable, shown, unquoted_path


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Élève de 6e, « oui »", "Élève de 6e, « oui »"),
        ("a  b", "a  b"),
        ("a\nb", "a b"),
        ("a\r\n\t b\x85c", "a b c"),
        ("a\x1b[31mb", "a\ufffd[31mb"),
        ("a\u202eb", "a\ufffdb"),
        ("a\ud800b", "a\ufffdb"),
        ("\n", ""),
    ],
)
def test_a_text_is_quoted_on_one_line_without_what_a_terminal_obeys(text: str, quoted: str) -> None:
    assert printable(text) == quoted


@given(st.text(st.characters(categories=None)))  # lone halves of characters too, which JSON allows
def test_whatever_is_quoted_can_be_shown_kept_and_quoted_again(text: str) -> None:
    quoted = printable(text)
    assert quoted.isprintable()
    assert quoted.encode("utf-8").decode("utf-8") == quoted
    assert printable(quoted) == quoted
    assert len(shown(text)) <= LONGEST_QUOTE + 1


@pytest.mark.parametrize(("length", "cut"), [(LONGEST_QUOTE, False), (LONGEST_QUOTE + 1, True)])
def test_a_quote_is_cut_past_its_longest_and_says_so(length: int, cut: bool) -> None:
    quoted = shown("a" * length)
    assert quoted.endswith("…") is cut
    assert quoted.count("a") == LONGEST_QUOTE


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/media/cle/séance du 3", Path("/media/cle/séance du 3")),
        (' "/media/cle/séance" ', Path("/media/cle/séance")),
        ("« C:/Séances »", Path("C:/Séances")),
        ("'l'école'", Path("l'école")),
        ("~/seances", Path.home() / "seances"),
        ("~personne_de_connu/seances", Path("~personne_de_connu/seances")),
        ("", None),
        (' "" ', None),
    ],
)
def test_a_path_is_read_as_a_file_manager_gives_it(text: str, path: Path | None) -> None:
    assert unquoted_path(text) == path
