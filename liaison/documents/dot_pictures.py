"""Les points d'une école sur le papier : le dessin de l'écran, en SVG, avec ce que chaque forme compte.

A dot is a family: of a fictitious school only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

import numpy as np

from liaison.base.dots import FLAGGED, MARK, MOST_STATES, MOVED, PITCH, RING, SHAPES, Dots
from liaison.documents.content import Picture
from liaison.documents.pdf import compiled_png

TEMPLATE = Path(__file__).with_name("drawing.typ")
WIDTH_CM = 15.0
# Every shape but the plainest ones says its state on a black and white print too: the colour repeats it.
_INK, _PAPER = "#1d2330", "#ffffff"
_LOOKS = (
    {"fill": "#22663f"},
    {"fill": "none", "stroke": "#9a4b12", "stroke-width": "2"},
    {"fill": "#a3212b"},
    {"fill": "none", "stroke": "#6b3fa0", "stroke-width": "2.5"},
)
_MARK_LOOK, _RING_LOOK = {"fill": _INK}, {"fill": "none", "stroke": _INK, "stroke-width": "1"}
_FEWEST_ACROSS, _MOST_ACROSS, _MOST_COLUMNS = 22, 96, 4  # dots side by side; groups side by side
_SIDES, _HIGHEST = 2, 1.4  # panels that a paper has side by side; how high they may be, beside the width of one
_FONT = "Libertinus Serif, Arial, Helvetica"
_TEXT, _LINE, _GAP = 12.5, 16, 10  # in a panel of the fewest dots across


class Panel(NamedTuple):
    """One picture: its title, and what is said of each of its counts (states, mark, moved); "" leaves one out."""

    title: str
    picture: Dots
    legend: tuple[str, ...]


class _Layout(NamedTuple):
    across: int  # dots side by side
    columns: int  # groups side by side
    scale: float  # of words: as large in a wide panel as in a narrow one, once both are as wide on paper
    heights: tuple[int, ...]  # lines of dots, by group
    legend: int  # lines of words

    @property
    def width(self) -> float:
        return (self.columns * (self.across + 1) - 1) * PITCH

    @property
    def top(self) -> float:
        return self.scale * _LINE * (self.legend + 1.4)

    @property
    def height(self) -> float:
        ends = (y + self.group(lines) for (_x, y), lines in zip(self.corners, self.heights, strict=True))
        return max(ends, default=self.top)

    @property
    def corners(self) -> list[tuple[float, float]]:
        """Where each group begins: column after column, as many in each."""
        deep = max(1, -(-len(self.heights) // self.columns))
        return [
            (
                number // deep * (self.across + 1) * PITCH,
                self.top + sum(map(self.group, self.heights[number - number % deep : number])),
            )
            for number in range(len(self.heights))
        ]

    def group(self, lines: int) -> float:
        return self.scale * (_LINE + _GAP) + lines * PITCH


def dots_svg(panels: Sequence[Panel]) -> str:
    """Return panels side by side as one SVG, the same families at the same places in each.

    Raises:
        ValueError: no panel, panels of several groups, a state that has no shape.
    """
    if not panels or len({panel.picture.groups for panel in panels}) > 1:
        raise ValueError("panels of the same groups")
    if any(len(row) - 2 > min(len(SHAPES), MOST_STATES) for panel in panels for row in panel.picture.counts):
        raise ValueError("a state that has no shape")
    layout = _layout(panels)
    between = layout.scale * 24
    width = layout.width * len(panels) + between * (len(panels) - 1)
    root = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {_n(width)} {_n(layout.height)}",
            "font-family": _FONT,
            "font-size": _n(layout.scale * _TEXT),
            "fill": _INK,
        },
    )
    SubElement(root, "rect", {"width": _n(width), "height": _n(layout.height), "fill": _PAPER})
    for number, panel in enumerate(panels):
        holder = SubElement(root, "g", {"transform": f"translate({_n(number * (layout.width + between))} 0)"})
        _draw(holder, panel, layout)
    return tostring(root, encoding="unicode")


def dots_picture(panels: Sequence[Panel], alt: str) -> Picture:
    """Return the same as a picture of a document; `alt`: what it says to who does not see it.

    Raises:
        ValueError: as `dots_svg`.
        DocumentError: a character that no font of this machine can show.
    """
    svg = dots_svg(panels)
    png = compiled_png(_template(), {"svg": svg, "width": f"{WIDTH_CM}"})
    return Picture(png=png, svg=svg, alt=alt, width_cm=WIDTH_CM, smooth=True)


def _layout(panels: Sequence[Panel]) -> _Layout:
    sizes = [np.bincount(np.frombuffer(panel.picture.place, "<u2"), minlength=1) for panel in panels]
    counts = np.max([np.pad(size, (0, max(map(len, sizes)) - len(size))) for size in sizes], axis=0)
    counts = np.pad(counts, (0, max(len(panels[0].picture.groups) - len(counts), 0)))
    legend = max(sum(bool(words) for words in panel.legend) for panel in panels)
    # A panel alone takes the width of all: its words stay as large as theirs.
    wide = len(panels) / _SIDES
    largest = int(counts.max(initial=0))
    for columns, across in _arrangements(largest):
        heights = tuple(max(1, -(-int(count) // across)) for count in counts[: len(panels[0].picture.groups)])
        layout = _Layout(across, columns, wide * columns * across / _FEWEST_ACROSS, heights, legend)
        if layout.height <= wide * _HIGHEST * layout.width:
            break
    return layout


def _arrangements(largest: int) -> Iterator[tuple[int, int]]:
    """Give how many groups stand side by side, of how many dots across: a line longer than any group would be blank."""
    for columns in range(1, _MOST_COLUMNS + 1):
        fewest, most = (bound // columns for bound in (_FEWEST_ACROSS, _MOST_ACROSS))
        for across in range(fewest, max(fewest, min(most, largest)) + 1):
            yield columns, across


def _draw(holder: Element, panel: Panel, layout: _Layout) -> None:
    line = layout.scale * _LINE
    _text(holder, 0, line, panel.title, bold=True)
    drawn = [*zip(SHAPES.values(), _LOOKS, strict=True)][: len(panel.legend) - 2]
    samples = [*drawn, (MARK, _MARK_LOOK), (RING, _RING_LOOK)]
    y = line
    for words, (path, look) in zip(panel.legend, samples, strict=True):
        if words:
            y += line
            where = f"translate({_n(layout.scale * 8)} {_n(y - layout.scale * 4)}) scale({_n(layout.scale)})"
            low = 4 if path == MARK else 0
            SubElement(holder, "path", {"d": f"M0 {low}{path}", "transform": where} | look)
            _text(holder, layout.scale * 20, y, words)
    place, code = np.frombuffer(panel.picture.place, "<u2"), np.frombuffer(panel.picture.code, np.uint8)
    for group, (label, (x, y)) in enumerate(zip(panel.picture.groups, layout.corners, strict=True)):
        _text(holder, x, y + line, label, bold=True)
        _dots(holder, code[place == group], layout.across, (x, y + line + layout.scale * _GAP / 2))


def _dots(holder: Element, codes: np.ndarray, across: int, corner: tuple[float, float]) -> None:
    """Draw the families of a group, one path for each shape."""
    at = np.arange(len(codes))
    centres = [
        f"M{_n(corner[0] + (x + 0.5) * PITCH)} {_n(corner[1] + (y + 0.5) * PITCH)}"
        for x, y in zip(at % across, at // across, strict=True)
    ]
    kinds = [
        (codes & 7 == number, path, look)
        for number, (path, look) in enumerate(zip(SHAPES.values(), _LOOKS, strict=True))
    ]
    kinds += [(codes & FLAGGED > 0, MARK, _MARK_LOOK), (codes & MOVED > 0, RING, _RING_LOOK)]
    for which, path, look in kinds:
        if which.any():
            drawn = "".join(f"{centres[number]}{path}" for number in np.flatnonzero(which))
            SubElement(holder, "path", {"d": drawn} | look)


def _text(holder: Element, x: float, y: float, words: str, bold: bool = False) -> None:
    SubElement(holder, "text", {"x": _n(x), "y": _n(y)} | ({"font-weight": "bold"} if bold else {})).text = words


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


__all__ = ["Panel", "dots_picture", "dots_svg"]
