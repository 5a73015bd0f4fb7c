"""« Enregistrer l'image »: what a chart or the families show, as a file, under its title; nothing that is hidden."""

import struct
import zlib
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import ipywidgets
import numpy as np
import pytest
from page_side import taken

from liaison.base.dots import dots
from liaison.documents.figures import figure
from widgets.kit import Chart, FamilyDots
from widgets.kit.chart import KINDS
from widgets.kit.image_out import Pictured

TITLE = "148 familles sur 150 lisent à temps"
SERIES = [{"id": "a", "label": "Avant"}, {"id": "b", "label": "Après"}]
VALUES = [{"label": "Une", "value": -2}, {"label": "Deux", "value": 5}]
DATA: dict[str, list[dict[str, Any]]] = {
    "bars": [{"label": "Un", "count": 148, "total": 150}, {"label": "Deux", "count": 30, "total": 150}],
    "dots": [{"label": "Sans compte", "count": 34}],
    "hours": [{"row": "lundi", "column": f"{hour} h", "count": hour % 5, "marked": hour > 20} for hour in range(24)],
    "lines": [{"label": f"S{week}", "a": week, "b": None if week == 2 else 9 - week} for week in range(6)],
    "ranges": [{"label": "Délai", "values": VALUES}],
    "gaps": [{"label": "Délai", "values": VALUES, "now": 1}],
    "compare": [{"label": "Un", "before": 3, "after": 12}],
}
WIDTH = round(16 / 2.54 * 220)  # sixteen centimetres, fine enough to be printed


@pytest.fixture(autouse=True)
def _closed_widgets() -> Iterator[None]:
    yield
    ipywidgets.Widget.close_all()


def chart(kind: str) -> Chart:
    return Chart(kind=kind, title=TITLE, alt="", data=DATA[kind], series=SERIES, x_label="familles")


def families() -> FamilyDots:
    part = FamilyDots(states=["jointes", "laissées de côté"], of_one=["jointe", "laissée de côté", "dérangée"])
    part.show(dots(("6e A", "6e B"), np.arange(40) % 2, np.arange(40) % 3 // 2, 2), TITLE)
    return part


def buttons(part: Pictured) -> Any:
    """Open « Enregistrer l'image », and return its buttons."""
    part.wanted = True
    assert part.image is not None
    return part.image.children


def inks(png: bytes) -> tuple[int, int]:
    """The width of a PNG, and of how many different bytes its dots are made."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    (width,) = struct.unpack(">I", png[16:20])
    at, data = 8, b""
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + size]
        at += size + 12
    return width, len({*zlib.decompress(data)})


@pytest.mark.parametrize("part", [*KINDS, "families"])
def test_a_picture_is_saved_as_svg_and_png_under_its_title(part: str) -> None:
    svg, png = buttons(families() if part == "families" else chart(part))
    assert (svg.label, png.label) == ("Image SVG", "Image PNG")
    name, mime, content = taken(svg)
    assert (name, mime) == ("148_familles_sur_150_lisent_a_temps.svg", "image/svg+xml")
    root = ElementTree.fromstring(content)
    assert root.findtext("{http://www.w3.org/2000/svg}title") == TITLE
    assert root.get("role") == "img"
    name, mime, content = taken(png)
    assert (name, mime) == ("148_familles_sur_150_lisent_a_temps.png", "image/png")
    width, colours = inks(content)
    assert width == WIDTH
    assert colours > 10


def test_no_button_is_made_before_somebody_looks_for_it() -> None:
    part = chart("bars")
    assert part.image is None
    assert buttons(part) == buttons(part)


def test_a_hidden_count_is_in_no_image() -> None:
    """The screen shows « caché »: two schools that differ by what is hidden give the same file."""
    hidden = [{"label": "Un", "count": 9}, {"label": "Deux", "count": None}]
    part = Chart(kind="bars", title=TITLE, alt="", data=hidden)
    for ending in ("svg", "png"):
        made = figure(part.drawn(), ending)
        whole = {**part.drawn(), "alt": "Deux : 4", "table": {"columns": [], "rows": [{"label": "Deux", "count": 4}]}}
        assert figure(whole, ending) == made


def test_a_title_that_holds_signs_of_markup_stays_a_title() -> None:
    part = Chart(kind="bars", title='Moins de 5 < "beaucoup" & </title><script>', alt="", data=DATA["bars"])
    root = ElementTree.fromstring(taken(buttons(part)[0])[2])
    assert root.findtext("{http://www.w3.org/2000/svg}title") == part.title
    assert root.find(".//{http://www.w3.org/2000/svg}script") is None


def test_what_was_said_of_an_image_goes_when_the_picture_changes() -> None:
    part = chart("dots")
    svg, _png = buttons(part)
    taken(svg)
    assert svg.said != ""
    part.show(title="Autre constat")
    assert svg.said == ""
    assert taken(svg)[0] == "autre_constat.svg"
