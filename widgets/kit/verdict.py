"""Ce qu'une réponse a de juste, et ce qu'elle apprend."""

from __future__ import annotations

from typing import Any

from traitlets import Dict, Enum, List, Unicode, validate

from widgets.kit.part import Part, refuse

TONES = ("neutre", "bon", "partiel", "alerte")


class Verdict(Part):
    """What comes back to an answer: a sentence, then lines that each say what holds, what does not, and why.

    `tone` is neutre (received, nothing said yet), bon, partiel or alerte. `lines` are `{tone, word, text}`: the
    word (« tenue », « pas encore ») says what the mark and the colour show; it may be empty. Announced as a whole
    when it changes; empty text and lines show nothing.
    """

    text = Unicode().tag(sync=True)
    tone = Enum(TONES, "neutre").tag(sync=True)
    lines = List(Dict()).tag(sync=True)

    @validate("lines")
    def _known_tones(self, proposal: dict[str, Any]) -> list[dict[str, str]]:
        lines: list[dict[str, str]] = proposal["value"]
        for line in lines:
            if line["tone"] not in TONES:
                raise refuse("verdict-tone", tone=str(line["tone"]), known=", ".join(TONES))
        return lines

    def say(self, text: str = "", tone: str = "neutre", lines: list[dict[str, str]] | None = None) -> None:
        """Show all three at once, so that it is announced once."""
        with self.hold_sync():
            self.text, self.tone, self.lines = text, tone, lines or []
