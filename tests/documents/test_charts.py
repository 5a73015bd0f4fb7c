"""A chart in a document: a picture that its text alternative tells whole, and nothing hidden in its length."""

import re
import struct
import zipfile
from io import BytesIO
from xml.etree.ElementTree import fromstring

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.documents import Bar, Document, Picture, bars, to_docx, to_html, to_pdf
from liaison.documents.charts import MOST_BARS

ROWS = (
    Bar(label="Suffisant", count=135, low=120, high=150, said="135 (54 %)"),
    Bar(label="Insuffisant", count=46, said="46 (18 %)", main=True),
    Bar(label="Sans réponse", count=None, said="caché"),
)


def size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


# In bars.typ: what the title speaks of, the rest, and what a bar is a part of.
MAIN, OTHER, BEHIND = "#0b5394", "#8fa6bf", "#cdd7e2"


def lengths(picture: Picture, *colours: str) -> list[float]:
    """How long each bar of these colours is drawn, from the top down."""
    shapes = [each.get("d", "") for each in fromstring(picture.svg).iter() if each.get("fill") in colours]
    return [max(map(float, re.findall(r"h (-?[\d.]+)", shape))) for shape in shapes]


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


def test_a_bar_is_as_long_as_what_it_counts_and_a_hidden_one_has_none() -> None:
    picture = bars("Titre.", ROWS, "Familles", 270)
    (other,), (main,) = lengths(picture, OTHER), lengths(picture, MAIN)
    assert other / main == pytest.approx(135 / 46, rel=0.01)
    assert not lengths(bars("Titre.", ROWS[2:], "Familles", 270), MAIN, OTHER)


def test_behind_a_part_is_drawn_all_that_it_is_a_part_of() -> None:
    rows = (Bar(label="a", count=10, of=40), Bar(label="b", count=10))
    picture = bars("Titre.", rows, "Familles")
    (part, alone), (whole,) = lengths(picture, OTHER), lengths(picture, BEHIND)
    assert part == alone
    assert whole == pytest.approx(4 * part, rel=0.01)


def test_bars_are_lines_and_not_points_in_the_three_formats() -> None:
    document = Document(title="Essai", blocks=(bars("Un constat.", ROWS, "Familles", 249),) * 2)
    page = to_html(document)
    assert page.count("<svg") == 2
    names = re.findall(r'<symbol id="([^"]+)"', page)
    assert len(names) == len(set(names)) > 10
    assert {*re.findall(r'<use [^>]*href="#([^"]+)"', page)} == {*names}
    assert "data:image" not in page
    assert not [image for page in pypdf.PdfReader(BytesIO(to_pdf(document))).pages for image in page.images]
    with zipfile.ZipFile(BytesIO(to_docx(document))) as file:
        assert len([name for name in file.namelist() if name.endswith(".svg")]) == 2
