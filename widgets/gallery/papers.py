"""A document of the kit as a screen shows it, in each state: empty, folded by section, with a table and a badge."""

from __future__ import annotations

from liaison.documents import Callout, Document, NatureBadge, Signatures, Table, heading, paragraph
from widgets.kit.paper import Paper
from widgets.kit.part import Part
from widgets.texts import texts

t = texts("gallery_results")


def papers() -> list[tuple[str, Part]]:
    """Return a charter of two sections, with an annex after the line to sign, and none."""
    rows = [(t("eleves"), t("apres-vingt-heures")), (t("responsables"), t("apres-vingt-et-une-heures"))]
    document = Document(
        title=t("une-charte"),
        subtitle=t("une-charte-fictive"),
        blocks=(
            Callout(title=t("pourquoi"), parts=t("pour-des-soirees-calmes")),
            heading(1, t("heures-calmes")),
            paragraph(t("rien-ne-sonne"), " ", NatureBadge(nature="charte")),
            Table(caption=t("qui-et-quand"), header=(t("qui"), t("quand")), rows=rows),
            heading(1, t("adoption")),
            Signatures(lines=(t("date-du-vote"),)),
            heading(1, t("annexe")),
            paragraph(t("ce-qui-attend")),
        ),
    )
    whole = Paper(opening=t("ce-que-dit-la-charte"))
    whole.show(document)
    return [("entier", whole), ("vide", Paper(opening=t("ce-que-dit-la-charte")))]
