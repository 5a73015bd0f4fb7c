"""Chaque famille est un point, à sa place et dans son état, que l'on lit sans couleur et où le clavier vient aussi."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import traitlets

from liaison.base.dots import FLAGGED, MARK, MOVED, PITCH, RING, SHAPES, Dots
from liaison.base.numbers import number
from widgets.kit.image_out import Pictured
from widgets.kit.narrow_dots import arranged
from widgets.kit.part import refuse
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.documents.dot_pictures import Panel

t = texts("kit")


class FamilyDots(Pictured):
    """One dot a family, by groups: its state by its shape, a mark beside it, a ring where it has moved.

    `title` says what is found, `about` of what (no room sees it); `states` and `mark` are labels in the plural
    (« jointes à temps »), `of_one` the same of one family, the mark last. `chosen` is the number of the family that
    was pressed, -1 for none. `of`: what an image that is taken away says
    beside its title; `pair`: the same families before and after, both of which it then draws. A table says the same
    counts. `show` gives a picture; nothing is drawn before.
    """

    word_keys = ("legend", "table", "moved-one", "how", "empty", "family", "image")

    title = traitlets.Unicode("").tag(sync=True)
    about = traitlets.Unicode("").tag(sync=True)
    states = traitlets.List(traitlets.Unicode())
    of_one = traitlets.List(traitlets.Unicode()).tag(sync=True)
    mark = traitlets.Unicode("")
    of = traitlets.Unicode("")
    pair: tuple[FamilyDots, FamilyDots] | None = None
    chosen = traitlets.Int(-1).tag(sync=True)
    # What the page draws: {place, code} as bytes; {groups: [{label, text, across, part, beside}], scale,
    # legend: [[shape, text]], heads: [text], lines: [[text]]} finished.
    place = traitlets.Bytes(b"").tag(sync=True)
    code = traitlets.Bytes(b"").tag(sync=True)
    counted = traitlets.Dict().tag(sync=True)
    bits = traitlets.Dict({"flagged": FLAGGED, "moved": MOVED}).tag(sync=True)
    drawing = traitlets.Dict({"pitch": PITCH, "shapes": [*SHAPES.items()], "mark": MARK, "ring": RING}).tag(sync=True)

    def show(self, picture: Dots, title: str | None = None) -> None:
        """Draw a picture, all at once: a lever that moves changes the dots where they stand.

        Raises:
            TraitError: more states than there are labels or shapes.
        """
        states = len(self.states)
        if (
            any(len(row) != states + 2 for row in picture.counts)
            or states > len(SHAPES)
            or len(self.of_one) != states + 1
        ):
            raise refuse("family-dots-states")
        with self.hold_sync():
            if title is not None:
                self.title = title
            if self.chosen >= len(picture.code):
                self.chosen = -1
            self.place, self.code, self.counted = picture.place, picture.code, self._counted(picture)
            self._picture = picture
            self.forget_image()

    def drawn(self) -> dict[str, Any]:
        """Return the same dots, before and after where they are a pair, with what each shape counts."""
        from liaison.documents.dot_pictures import dots_svg

        last = self.pair[1] if self.pair else self
        sides = zip(self.pair, ("dots-side-before", "dots-side-after"), strict=True) if self.pair else ()
        panels = [part.panel(t(key)) for part, key in sides] or [self.panel(t("family-dots-legend"))]
        return {
            "kind": "families",
            "title": last.title,
            "svg": dots_svg(panels),
            "x_label": "",
            "note": f"{t('chart-fictitious')} {last.of}".strip(),
        }

    def panel(self, title: str) -> Panel:
        """Return the dots as a paper draws them."""
        from liaison.documents.dot_pictures import Panel

        words = dict(self.counted["legend"])
        shapes = [*[*SHAPES][: len(self.states)], "marque", "bouge"]
        return Panel(title, self._picture, tuple(words.get(shape, "") for shape in shapes))

    def _counted(self, picture: Dots) -> dict[str, Any]:
        many = [*self.states, self.mark, t("family-dots-moved")]
        total = [sum(column) for column in zip(*picture.counts, strict=True)] or [0] * len(many)
        shapes = [*[*SHAPES][: len(self.states)], "marque", "bouge"]
        drawn = [at for at, label in enumerate(many) if label and (at < len(many) - 1 or total[at])]
        narrow = arranged(picture.groups, tuple(sum(row[: len(self.states)]) for row in picture.counts))
        return {
            "groups": [
                {"label": label, "text": self._in_words(row), **group._asdict()}
                for label, row, group in zip(picture.groups, picture.counts, narrow.groups, strict=True)
            ],
            "scale": narrow.pitch / PITCH,
            "legend": [[shapes[at], f"{number(total[at])} {self._labels(total[at])[at]}"] for at in drawn],
            "heads": [t("family-dots-group"), *(many[at] for at in drawn)],
            "lines": [
                [label, *(number(row[at]) for at in drawn)]
                for label, row in zip(picture.groups, picture.counts, strict=True)
            ],
        }

    def _in_words(self, row: Sequence[int]) -> str:
        """Return « 24 familles : 18 jointes à temps, 1 en retard », without what is nobody's."""
        words = [
            f"{number(count)} {self._labels(count)[at]}"
            for at, count in enumerate(row)
            if count and self._labels(count)[at]
        ]
        return t("family-dots-group-text", count=sum(row[: len(self.states)]), words=", ".join(words))

    def _labels(self, count: int) -> list[str]:
        """Return the labels of states, of the mark and of what has moved, for so many families."""
        if count < 2:
            return [*self.of_one, t("family-dots-moved-one")]
        return [*self.states, self.mark, t("family-dots-moved")]


__all__ = ["FamilyDots"]
