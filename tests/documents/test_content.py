"""Ce qu'un document accepte, ce qu'il nettoie, ce qu'il refuse."""

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from narrowing import of_kind
from pydantic import ValidationError

from liaison.base.typography import typeset
from liaison.documents import (
    NATURE_LABELS,
    Document,
    NatureBadge,
    NewPaper,
    Source,
    Table,
    Text,
    heading,
    link,
    paragraph,
)
from liaison.documents.content import Heading, Paragraph, clean
from liaison.documents.typography import french_document
from liaison.rules.loader import Kind


def test_natures_are_those_of_the_rules() -> None:
    assert set(NATURE_LABELS) == set(get_args(Kind))


def test_line_breaks_and_control_characters_become_one_space() -> None:
    assert clean("a\r\n\t\x01b") == "a b"


def test_non_breaking_spaces_stay() -> None:
    assert clean("a\u00a0:\u202fb") == "a\u00a0:\u202fb"


def test_a_letter_and_its_accent_become_one_letter() -> None:
    assert clean("e\u0301cole") == "école"


def test_what_turns_the_direction_of_a_line_is_removed_and_joiners_stay() -> None:
    assert clean("abc\u202edef\u2066") == "abcdef"
    assert clean("می\u200cخواهم") == "می\u200cخواهم"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: Any) -> None:
    assert clean(clean(text)) == clean(text)


def test_a_heading_may_go_one_level_deeper() -> None:
    document = Document(title="T", blocks=(heading(1, "a"), heading(2, "b"), heading(1, "c")))
    assert [of_kind(block, Heading).level for block in document.blocks] == [1, 2, 1]


def test_a_heading_may_not_skip_a_level() -> None:
    with pytest.raises(ValidationError, match="de niveau 3, suit le niveau 1"):
        Document(title="T", blocks=(heading(1, "a"), heading(3, "b")))


@pytest.mark.parametrize("title", ["", " ", "\u200b", "\n"])
def test_a_title_that_shows_nothing_is_refused(title: str) -> None:
    with pytest.raises(ValidationError, match="un titre ne peut pas être vide"):
        Document(title=title)


def test_a_row_of_another_length_is_refused_with_its_number() -> None:
    with pytest.raises(ValidationError, match="la ligne 2 a 1 cellule pour 2 colonnes"):
        Table(caption="c", header=("a", "b"), rows=(("1", "2"), ("3",)))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "https://a b", "//example.org", ""])
def test_an_address_that_is_no_link_is_refused(address: str) -> None:
    with pytest.raises(ValidationError, match="un lien commence par"):
        link("x", address)


@pytest.mark.parametrize("address", ["https://example.org/é?a=b", "mailto:a@example.org", "tel:+33100000000"])
def test_an_address_that_is_a_link_is_kept(address: str) -> None:
    assert link("x", address).link == address


def test_a_badge_without_its_source_is_refused() -> None:
    with pytest.raises(ValidationError, match="la source 2 est citée et ne figure pas"):
        Document(
            title="T",
            blocks=(paragraph(NatureBadge(nature="loi", source=2)), Source(number=1, nature="loi", parts="x")),
        )


def test_two_sources_of_the_same_number_are_refused() -> None:
    with pytest.raises(ValidationError, match="deux sources portent le même numéro"):
        Document(
            title="T", blocks=(Source(number=1, nature="loi", parts="x"), Source(number=1, nature="loi", parts="y"))
        )


def test_each_paper_of_a_document_numbers_its_own_sources() -> None:
    first, second = (Source(number=1, nature="loi", parts="x", paper=paper) for paper in (1, 2))
    cited = paragraph(NatureBadge(nature="loi", source=1, paper=2))
    Document(title="T", blocks=(first, NewPaper(title="U"), cited, second))
    with pytest.raises(ValidationError, match="la source 1 est citée et ne figure pas"):
        Document(title="T", blocks=(first, NewPaper(title="U"), cited))


def test_french_spaces_before_double_signs_and_inside_quotes() -> None:
    assert typeset("Où ? « ici » : 20 h, 5 %") == "Où\u00a0? «\u00a0ici\u00a0»\u00a0: 20\u00a0h, 5\u00a0%"


def test_french_leaves_clock_times_and_addresses_alone() -> None:
    assert typeset("20:00 https://example.org/?a") == "20:00 https://example.org/?a"


def test_a_badge_stays_with_the_words_before_it() -> None:
    document = french_document(
        Document(title="T :", blocks=(paragraph("Un choix. ", NatureBadge(nature="charte"), " suite"),))
    )
    assert document.title == "T\u00a0:"
    first, _, last = of_kind(document.blocks[0], Paragraph).parts
    assert isinstance(first, Text)
    assert first.text == "Un choix.\u00a0"
    assert last.text == " suite"
