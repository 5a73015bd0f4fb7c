"""Ce qu'il faut dire d'une liste de participants une fois lue : ce qui y est douteux, laissé de côté, à vérifier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.base.words import joined
from liaison.training.session.participants import ReadLine, ReadList

phrase = french_beside(__file__)

MOST_NAMED = 5


def doubts_of(participants_read: ReadList) -> dict[str, str]:
    """Return what only who made the list can tell of its names, a sentence each, and how to mend it once it is read."""
    doubts = {}
    if participants_read.several:
        several = phrase("plusieurs-sur-une-ligne", lines=_lines(participants_read.several))
        doubts[several] = phrase("une-personne-par-ligne")
    if participants_read.incomplete:
        incomplete = phrase("prenom-sans-nom", lines=_lines(participants_read.incomplete))
        doubts[incomplete] = phrase("a-completer")
    if participants_read.unsure:
        doubts[phrase("fonction-ou-nom", lines=_lines(participants_read.unsure))] = phrase("a-completer")
    return doubts


def remarks_of(participants_read: ReadList, how_to_say_family: str = "") -> Iterator[str]:
    """Yield what is to be known of how a list was read, a sentence each.

    `how_to_say_family`: where else than in the list of the session one says which word is the family name, as the end
    of a sentence.
    """
    if participants_read.above:
        yield phrase("au-dessus-des-titres", names=first_names(participants_read.above))
    if participants_read.numbered:
        yield phrase("numero-enleve", n=participants_read.numbered, count=number(participants_read.numbered))
    if participants_read.beside:
        yield phrase("adresse-a-cote", n=participants_read.beside, count=number(participants_read.beside))
    for title in participants_read.unread:
        yield phrase("adresses-non-lues", title=title[:40])
    if participants_read.left:
        cells = " ; ".join(
            phrase("case-laissee", line=line, column=column, cell=cell[:40])
            for line, column, cell in participants_read.left
        )
        yield phrase("laisse-de-cote", cells=cells)
    for email, names in participants_read.shared.items():
        yield phrase("une-seule-adresse", email=email, names=first_names(names))
    if participants_read.functions:
        where = [
            phrase("fonction-aux-lignes", function=function, n=len(numbers), numbers=joined(map(str, numbers)))
            for function, numbers in participants_read.functions.items()
        ]
        yield phrase("mis-a-part", functions=" ; ".join(where))
    yield from _of_names(participants_read, how_to_say_family)


def _of_names(participants_read: ReadList, how_to_say_family: str) -> Iterator[str]:
    if participants_read.turned:
        turned, first = len(participants_read.turned), _lines(participants_read.turned[:1])
        yield phrase("lu-nom-prenom", n=turned, count=number(turned), first=first)
    for doubt, mended in doubts_of(participants_read).items():
        yield f"{doubt} {mended}"
    if participants_read.with_more:
        yield phrase("autre-chose-avec-le-nom", lines=_lines(participants_read.with_more))
    if participants_read.without_family:
        names = first_names(participants_read.without_family)
        yield phrase("nom-de-famille-inconnu", names=names, how=how_to_say_family)
    if participants_read.to_check:
        yield phrase("noms-a-verifier", lines=_lines(participants_read.to_check))


def first_names(names: Sequence[str]) -> str:
    """Return the first of these names, and how many more there are."""
    rest = len(names) - MOST_NAMED
    shown = ", ".join(names[:MOST_NAMED])
    return phrase("et-de-plus", names=shown, rest=rest) if rest > 0 else shown


def _lines(lines: Sequence[ReadLine]) -> str:
    """Return lines of the list, every one of them: a name that nobody is told of is one that nobody mends."""
    return " ; ".join(
        phrase("ligne", number=line.number, name=line.person.name, family=line.person.family or phrase("aucun"))
        for line in lines
    )


__all__ = ["doubts_of", "first_names", "remarks_of"]
