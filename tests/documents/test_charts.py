"""A chart in a document: a picture that its text alternative tells whole, and nothing hidden in its length."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.documents import Bar, Document, bars, to_docx, to_html, to_pdf
from liaison.documents.charts import MOST_BARS

ROWS = (
    Bar(label="Suffisant", count=135, low=120, high=150, said="135 (54 %)"),
    Bar(label="Insuffisant", count=46, said="46 (18 %)", main=True),
    Bar(label="Sans réponse", count=None, said="caché"),
)


def size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_the_text_alternative_says_the_finding_and_every_bar() -> None:
    found = bars("46 familles sur 249 ont un équipement insuffisant.", ROWS, "Familles", 249)
    assert found.alt.startswith("46 familles sur 249 ont un équipement insuffisant.")
    for row in ROWS:
        assert f"{row.label}, {row.said}" in found.alt


def test_a_bar_without_words_is_told_by_its_length_and_a_hidden_one_as_hidden() -> None:
    found = bars("Deux.", [Bar(label="a", count=2.5), Bar(label="b", count=None)], "Points")
    assert "a, 2,5" in found.alt
    assert "b, caché" in found.alt


def test_the_three_formats_carry_the_picture_and_its_text() -> None:
    picture = bars("Un constat.", ROWS, "Familles", 249)
    document = Document(title="Essai", blocks=(picture,))
    assert "Un constat." in to_html(document)
    assert to_docx(document).startswith(b"PK")
    assert to_pdf(document).startswith(b"%PDF")  # PDF/UA-1: typst refuses a picture without its text


def test_more_bars_make_a_higher_picture_of_the_same_width() -> None:
    few, many = (size(bars("Titre.", ROWS * times, "Familles").png) for times in (1, 3))
    assert few[0] == many[0] > 1000
    assert many[1] > 2 * few[1]


@settings(max_examples=12)
@given(st.lists(st.integers(0, 10**6) | st.none(), min_size=1, max_size=6), st.booleans())
def test_any_counts_are_drawn(counts: list[int | None], whole: bool) -> None:
    rows = [Bar(label=f"Ligne {rank}", count=count) for rank, count in enumerate(counts)]
    assert size(bars("Titre.", rows, "Familles", 10 if whole else None).png)[0] > 1000


@pytest.mark.parametrize("count", [0, MOST_BARS + 1])
def test_no_bar_or_too_many_are_refused(count: int) -> None:
    with pytest.raises(ValueError, match="barres"):
        bars("Titre.", [Bar(label="a", count=1)] * count, "Familles")
