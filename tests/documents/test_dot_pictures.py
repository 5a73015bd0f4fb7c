"""Les points d'une école sur le papier : le dessin de l'écran, dans les trois formats, lisible sans couleur."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import fromstring

import numpy as np
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from liaison.base.dots import MARK, RING, SHAPES, Dots, dots
from liaison.documents import Document, Picture, to_docx, to_html, to_pdf
from liaison.documents.dot_pictures import Panel, dots_picture, dots_svg
from liaison.documents.typography import french_document
from widgets.kit.family_dots import FamilyDots

SVG = "{http://www.w3.org/2000/svg}"
LEGEND = ("2 jointes à temps", "1 en retard", "1 laissée de côté", "1 dérangée le soir", "")
ALT = "Quatre familles fictives."


def school(states: list[int], groups: tuple[str, ...] = ("6e", "5e")) -> Dots:
    state = np.array(states, dtype=int)
    group = np.arange(len(state)) % len(groups)
    return dots(groups, group, state, 3, state == 2, state == 1)


def panel(picture: Dots, title: str = "Avant") -> Panel:
    return Panel(title, picture, LEGEND)


def drawn(svg: str, path: str) -> int:
    """How many times a shape is drawn, the legend aside."""
    dots_of = [each.get("d", "") for each in fromstring(svg).iter(f"{SVG}path") if "transform" not in each.attrib]
    return sum(len(re.findall(rf"M[\d. -]+?{re.escape(path)}", each)) for each in dots_of)


@given(st.lists(st.integers(0, 2), min_size=1, max_size=60))
def test_each_family_is_drawn_once_in_the_shape_of_its_state(states: list[int]) -> None:
    svg = dots_svg([panel(school(states))])
    shapes = list(SHAPES.values())
    assert [drawn(svg, shapes[state]) for state in range(3)] == [states.count(state) for state in range(3)]
    assert (drawn(svg, MARK), drawn(svg, RING)) == (states.count(2), states.count(1))


def test_a_screen_and_a_paper_draw_the_same_shapes() -> None:
    part: Any = FamilyDots(states=["a", "b", "c"], of_one=["a", "b", "c", "d"], mark="d")
    assert [tuple(each) for each in part.drawing["shapes"]] == [*SHAPES.items()]
    assert (part.drawing["mark"], part.drawing["ring"]) == (MARK, RING)
    assert len(set(SHAPES.values()) | {MARK, RING}) == len(SHAPES) + 2  # nothing but a shape tells two of them apart


@pytest.mark.parametrize("titles", [("Avant", "Après"), ("Légende",)])
@pytest.mark.parametrize("families", [1, 40, 350, 2000])
def test_a_panel_holds_every_family_within_the_height_that_a_page_leaves_it(
    families: int, titles: tuple[str, ...]
) -> None:
    svg = dots_svg([panel(school([0] * families), title) for title in titles])
    wide, high = map(float, fromstring(svg).attrib["viewBox"].split()[2:])
    assert high <= 0.7 * wide  # side by side, or as wide as two
    # Once both are as wide on paper, what is written is as large in one as in two.
    assert float(fromstring(svg).attrib["font-size"]) / wide == pytest.approx(12.5 / (2 * 22 * 14 + 24), rel=0.05)
    ends = [float(y) for each in re.findall(r'd="(M[^"]+)"', svg) for y in re.findall(r"M[\d.]+ ([\d.]+)m-4", each)]
    assert len(ends) >= len(titles) * families
    assert max(ends) <= high


@pytest.mark.parametrize("titles", [("Avant", "Après"), ("Légende",)])
@pytest.mark.parametrize("groups", [1, 2, 4, 8, 20, 40])
def test_whatever_its_groups_a_panel_is_as_wide_as_its_dots(groups: int, titles: tuple[str, ...]) -> None:
    names = tuple(f"{number}e A" for number in range(groups))
    svg = dots_svg([panel(school([0] * 400, names), title) for title in titles])
    wide, high = map(float, fromstring(svg).attrib["viewBox"].split()[2:])
    ends = [float(x) for each in re.findall(r'd="(M[^"]+)"', svg) for x in re.findall(r"M([\d.]+) [\d.]+m-4", each)]
    assert max(ends) > 0.9 * (wide - 24) / len(titles)
    assert max(ends) <= wide
    assert high <= wide
    assert drawn(svg, SHAPES["plein"]) == 400 * len(titles)


def test_the_drawing_is_in_the_three_formats_with_its_alternative() -> None:
    picture = dots_picture([panel(school([0, 0, 1, 2]))], ALT)
    document = french_document(Document(title="Feuille", blocks=(picture,)))
    page = to_html(document)
    assert '<svg viewBox="0 0' in page
    assert f'role="img" aria-label="{ALT}"'.replace(" fictives", "\u00a0fictives") in page or ALT in page
    assert "data:image" not in page
    reader = pypdf.PdfReader(BytesIO(to_pdf(document)))
    assert "6e" in reader.pages[0].extract_text()  # words, not an image of words
    assert not reader.pages[0].images
    with zipfile.ZipFile(BytesIO(to_docx(document))) as file:
        assert file.read("word/media/dessin1.svg").decode() == picture.svg
        body = file.read("word/document.xml").decode()
        assert "svgBlip" in body
        assert f'descr="{ALT}"' in body
        assert (
            'Extension="svg" ContentType="image/svg+xml"' in file.read("[Content_Types].xml").decode()
            or "/word/media/dessin1.svg" in file.read("[Content_Types].xml").decode()
        )


def test_words_of_a_drawing_are_words_whatever_they_hold() -> None:
    groups = ("<b>&", "6e")
    svg = dots_svg([panel(school([0, 1], groups), 'Avant <i> & "après"')])
    assert next(fromstring(svg).iter(f"{SVG}text")).text == 'Avant <i> & "après"'
    to_pdf(Document(title="T", blocks=(dots_picture([panel(school([0, 1], groups), "<i>&")], ALT),)))


@pytest.mark.parametrize("svg", ["<html></html>", "<svg ", "x<svg a='b'></svg>", "<svg x='1'></svg><p/>"])
def test_what_is_not_a_drawing_is_refused(svg: str) -> None:
    png = dots_picture([panel(school([0]))], ALT).png
    with pytest.raises(ValidationError):
        Picture(png=png, alt=ALT, svg=svg)


def test_panels_of_other_groups_are_refused() -> None:
    with pytest.raises(ValueError, match="same groups"):
        dots_svg([panel(school([0, 1])), panel(school([0, 1], ("CP", "CE1")))])
