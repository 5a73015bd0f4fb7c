"""Le compte rendu d'une salle : ce qu'elle a atteint, ce qui lui a manqué, d'un essai à l'autre, sans nommer personne.

Made from `ClassFigures` and nothing else: a code or a name cannot come out here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from liaison.base.numbers import agreed, counted, number, percent, rounded
from liaison.documents import Block, Callout, Document, Table, bold, bullets, heading, paragraph
from liaison.documents.charts import MOST_BARS, Bar, bars
from liaison.documents.typography import french_document
from liaison.module import TO_CHECK
from liaison.training.exercise.competences import competence
from liaison.training.room.class_figures import ClassFigures, QuestionFigures
from liaison.training.room.tables import FaultCount

STEM = "compte_rendu"
MOST_FAULTS = 4  # par question : les réponses fausses données par le plus de personnes
MOST_MISSED = 5
LACKS, LACK = "n'a", "n'ont"
FICTION = "Écoles, familles et messages fictifs. Aucun nom ni aucun code dans ce document."


def class_report(figures: Sequence[ClassFigures], subtitle: str, on: dt.date) -> Document:
    """Return the report of a session: one part an exercise, then how to read it."""
    blocks = [block for one in figures for block in _part(one)]
    return french_document(
        Document(
            title="Compte rendu de la séance",
            subtitle=subtitle,
            created=on,
            footer=FICTION,
            blocks=(*blocks, *_reading(figures)),
        )
    )


def _part(found: ClassFigures) -> Iterator[Block]:
    yield heading(1, found.exercise.title)
    if not found.told:
        yield Callout(
            kind="attention",
            title="Un groupe trop petit pour des chiffres",
            parts=(f"{_handed_in(found)} En dessous de {found.fewest}, compter reviendrait à nommer.",),
        )
        return
    yield paragraph(*_reached(found))
    yield from _right(found)
    yield from _missed(found)
    yield from _attempts(found)
    yield from _competences(found)
    yield from _bets(found)


def _handed_in(found: ClassFigures) -> str:
    said = f"{counted(found.copies, 'copie', 'copies')} sur {counted(found.expected, 'attendue', 'attendues')}."
    if not found.refused:
        return said
    rest = "autre n'a pas pu être lue" if found.refused == 1 else "autres n'ont pas pu être lues"
    return f"{said} {found.refused} {rest}."


def people_among(count: int, out_of: int, one: str, many: str) -> str:
    """Return how many people do something, the verb in its right form."""
    return f"{counted(count, 'personne', 'personnes')} sur {out_of} {agreed(count, one, many)}"


def _reached(found: ClassFigures) -> Iterator[str]:
    yield _handed_in(found)
    if found.median_points is not None:
        yield (
            f" La moitié des personnes ont {number(found.median_points)} points ou plus, "
            f"sur {number(found.exercise.points)}."
        )
    if found.waiting:
        many = found.waiting > 1
        text = "textes attendent une lecture et comptent" if many else "texte attend une lecture et compte"
        yield f" {found.waiting} {text} pour 0."


def _right(found: ClassFigures) -> Iterator[Block]:
    marked = [one for one in found.questions if not one.by_hand]
    if not marked:
        return
    best = max(marked, key=lambda one: one.right / one.answered)
    title = f"{people_among(best.right, best.answered, 'trouve', 'trouvent')} « {_bare(best.title)} »"
    yield heading(2, "Ce que la salle a trouvé")
    yield paragraph(bold(f"{title}."))
    drawn = [_bar(one.title, one.right, one.answered, main=one is best) for one in marked]
    yield bars(title, drawn, "Personnes dont la réponse est entièrement juste", found.copies)
    yield Table(
        caption="Réponses à chaque question",
        header=("Question", "Répondu", "Juste", "En partie", "À revoir"),
        rows=tuple((one.title, *map(str, (one.answered, one.right, one.partly, _wrong(one)))) for one in marked),
        widths=(5, 1.2, 1, 1.2, 1.2),
    )
    for title, answered in found.few_answers:
        yield paragraph(
            f"« {title} » : moins de {found.fewest} réponses ({answered}), rien de plus n'est dit.", small=True
        )


def _wrong(one: QuestionFigures) -> int:
    return one.answered - one.right - one.partly


def _bar(label: str, count: int, out_of: int, *, main: bool = False) -> Bar:
    return Bar(label=label, count=count, said=f"{count} sur {out_of}", main=main)


def _missed(found: ClassFigures) -> Iterator[Block]:
    missed = sorted((one for one in found.questions if one.missed and not one.by_hand), key=lambda one: -one.missed)
    if not missed:
        return
    yield heading(2, "Ce qui a le plus manqué")
    for one in missed[:MOST_MISSED]:
        yield heading(3, one.title)
        yield paragraph(f"{people_among(one.missed, one.answered, LACKS, LACK)} pas tous les points.")
        if told := [f"{fault.label.removesuffix('.')} : {fault.now}" for fault in _shared(one)]:
            yield bullets(*told[:MOST_FAULTS])


def _shared(one: QuestionFigures) -> list[FaultCount]:
    """Return what several people answered wrong; what each answered alone, when nobody shared it."""
    given = [fault for fault in one.faults if fault.now]
    return [fault for fault in given if fault.now > 1] or given


def _attempts(found: ClassFigures) -> Iterator[Block]:
    tried = [one for one in found.questions if one.tried_again and not one.by_hand][: MOST_BARS // 2]
    if not tried:
        return
    gained = max(tried, key=lambda one: one.right - one.right_at_first)
    title = (
        f"« {_bare(gained.title)} » : {gained.right_at_first} réponses justes au premier essai, {gained.right} à la fin"
    )
    yield heading(2, "Du premier essai au dernier")
    yield paragraph(bold(f"{title}."))
    drawn = [
        bar
        for one in tried
        for bar in (
            _bar(f"{one.title} · au premier essai", one.right_at_first, one.answered),
            _bar(f"{one.title} · à la fin", one.right, one.answered, main=True),
        )
    ]
    yield bars(title, drawn, "Personnes dont la réponse est entièrement juste", found.copies)
    yield Table(
        caption="Réponses justes, pour les questions que quelqu'un a essayées plus d'une fois",
        header=("Question", "Répondu", "Premier essai", "À la fin"),
        rows=tuple((one.title, *map(str, (one.answered, one.right_at_first, one.right))) for one in tried),
        widths=(5, 1.2, 1.4, 1.2),
    )


def _competences(found: ClassFigures) -> Iterator[Block]:
    if not found.competences:
        return
    shares = [(one, one.earned / one.out_of) for one in found.competences]
    least, share = min(shares, key=lambda pair: pair[1])
    title = f"{percent(share)} des points en « {competence(least.id).label} »"
    yield heading(2, "Ce que les questions entraînent")
    yield paragraph(bold(f"{title}."))
    drawn = [
        Bar(label=competence(one.id).label, count=rounded(100 * earned, 1), said=percent(earned), main=one is least)
        for one, earned in shares
    ]
    yield bars(title, drawn, "Part des points obtenus, en %", 100)
    yield Table(
        caption=f"Place proposée dans deux référentiels, {TO_CHECK}",
        header=("Compétence", "Points", "CRCN-Édu", "DigCompEdu"),
        rows=tuple(
            (
                competence(one.id).label,
                f"{number(one.earned)} sur {number(one.out_of)}",
                competence(one.id).crcn_edu,
                competence(one.id).digcompedu,
            )
            for one in found.competences
        ),
        widths=(4, 2, 3.2, 3),
    )


def _bets(found: ClassFigures) -> Iterator[Block]:
    if found.bets is None:
        return
    bets = found.bets
    yield heading(2, "Les paris, avant et après")
    yield paragraph(bets.text)
    yield Table(
        caption=f"{people_among(bets.moved, bets.after, 'a', 'ont')} changé d'avis",
        header=("Pari", "Avant", "Après"),
        rows=tuple((line.label, str(line.before), str(line.after)) for line in bets.lines),
        widths=(6, 1, 1),
    )


def _reading(figures: Sequence[ClassFigures]) -> Iterator[Block]:
    yield heading(1, "Comment lire ce compte rendu")
    yield bullets(
        "Une personne compte une fois par question, avec sa dernière réponse.",
        "Une réponse en partie juste a des points sans les avoir tous.",
        f"Rien n'est dit d'un groupe de moins de {max((one.fewest for one in figures), default=0)} personnes "
        "(hypothèse de la suite, à régler).",
        "Ces chiffres disent ce qui est à reprendre ; ils ne mesurent pas une personne.",
    )


def _bare(title: str) -> str:
    return title.removesuffix("?").strip()


__all__ = ["STEM", "class_report"]
