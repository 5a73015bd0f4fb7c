"""La feuille du conseil : une page A4, l'image des familles avant et après, ce que la politique proposée change."""

from __future__ import annotations

import datetime as dt

from liaison.base.sentences import french_beside
from liaison.base.words import lower_first
from liaison.documents import (
    Block,
    Document,
    NatureBadge,
    Part,
    Signatures,
    Table,
    bold,
    bullets,
    heading,
    in_formats,
    paragraph,
)
from liaison.documents.cited import long_date
from liaison.documents.typography import french_document
from liaison.messaging.papers.before_after import BeforeAfter, Difference
from liaison.school.vocabulary import SchoolKind, council_of

phrase = french_beside(__file__)

STEM, PICTURE = "feuille_du_conseil", "avant_apres.svg"
MOST_DIFFERENCES = 4
_ROOM = 420  # letters of all the differences together: the page is one


def council_sheet(change: BeforeAfter, school_name: str, on: dt.date, kind: SchoolKind = "college") -> Document:
    """Return the one A4 page that a council looks at before it votes: what is found, the picture, the counts, the vote.

    Raises:
        DocumentError: a character that no font of this machine can show; in French.
    """
    blocks: list[Block] = [
        paragraph(
            phrase(
                "ce-que-dit-la-feuille",
                families=change.families,
                **change.words,
                after=change.after.policy.name,
            )
        ),
        change.picture(),
        _amounts(change),
        paragraph(_for_whom(change)),
        *_differences(change),
        paragraph(NatureBadge(nature="hypothese"), f" {_made_of(change)}", small=True),
        Signatures(lines=(phrase("vote"),)),
    ]
    return french_document(
        Document(
            title=_title(change),
            subtitle=phrase("sous-titre", school=school_name, council=council_of(kind), day=long_date(on)),
            author=school_name,
            created=on,
            footer=phrase("pied-de-page", school=school_name),
            text_size_pt=9.5,
            blocks=tuple(blocks),
        )
    )


def council_files(sheet: Document, change: BeforeAfter) -> dict[str, bytes]:
    """Return the sheet in its three formats, and its drawing by itself, by name.

    Raises:
        DocumentError: as `council_sheet`.
    """
    return {**in_formats(sheet, STEM), PICTURE: change.svg().encode("utf-8")}


def _title(change: BeforeAfter) -> str:
    """Return what becomes of the families left out, then what moves more families, or that nothing does."""
    before, after = change.left_out
    same = phrase("titre-autant", out=after, families=change.families)
    first = same if before == after else phrase("titre", before=before, after=after, families=change.families)
    if (most := change.moves_most) is not None:
        old, new, state = most
        return phrase("titre-aussi", first=first, before=old, after=new, state=state)
    if before != after:
        return first
    return phrase("titre-autres", first=first, moved=change.changes.count)


def _amounts(change: BeforeAfter) -> Table:
    return Table(
        caption=phrase("comptes", families=change.families),
        header=(phrase("ce-que-l-on-compte"), phrase("avant"), phrase("apres"), phrase("difference")),
        rows=tuple(tuple(amount) for amount in change.amounts),
        widths=(2.4, 0.8, 0.8, 1.2),
    )


def _for_whom(change: BeforeAfter) -> str:
    changes = change.changes
    better, worse, exchanged = (int(each.sum()) for each in (changes.better, changes.worse, changes.exchanged))
    sentence = phrase("pour-qui", better=better, worse=worse)
    return f"{sentence} {phrase('echange', exchanged=exchanged)}" if exchanged else sentence


def _differences(change: BeforeAfter) -> list[Block]:
    """Return what differs and is felt most, as far as one page holds it; the charter has all of it."""
    lines: list[tuple[Part, ...]] = []
    room = _ROOM
    for difference in change.most_felt(MOST_DIFFERENCES):
        line = _line(difference)
        room -= sum(len(part if isinstance(part, str) else part.text) for part in line)
        if room >= 0:
            lines.append(line)
    others = len(change.matters) - len(lines)
    blocks: list[Block] = [heading(1, phrase("ce-qui-differe"))]
    blocks += [bullets(*lines)] if lines else []
    return [*blocks, paragraph(phrase("autres-reglages", count=others), small=True)] if others else blocks


def _line(difference: Difference) -> tuple[Part, ...]:
    words = {"before": lower_first(difference.before), "after": lower_first(difference.after)}
    return (bold(f"{difference.label} : "), phrase("de-a", families=difference.families, **words))


def _made_of(change: BeforeAfter) -> str:
    period = change.before.prepared.period
    return phrase("fabrique", weeks=period.weeks, start=long_date(period.start))


__all__ = ["PICTURE", "STEM", "council_files", "council_sheet"]
