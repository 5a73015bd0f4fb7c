"""Le compte rendu d'une salle : ce qu'elle a atteint, ce qui lui a manqué, d'un essai à l'autre, sans nommer personne.

Made from `ClassFigures` and nothing else: a code or a name cannot come out here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from liaison.base.numbers import number, percent, rounded
from liaison.base.sentences import french_beside
from liaison.documents import Block, Callout, Document, Table, bold, bullets, heading, paragraph
from liaison.documents.charts import MOST_BARS, Bar, bars
from liaison.documents.typography import french_document
from liaison.module import to_check
from liaison.training.board.class_figures import ClassFigures, QuestionFigures
from liaison.training.board.tables import FaultCount
from liaison.training.exercise.competences import competence

phrase = french_beside(__file__)


STEM = "compte_rendu"
MOST_FAULTS = 4  # par question : les réponses fausses données par le plus de personnes
MOST_MISSED = 5


def class_report(figures: Sequence[ClassFigures], subtitle: str, on: dt.date) -> Document:
    """Return the report of a session: one part an exercise, then how to read it."""
    blocks = [block for each in figures for block in _part(each)]
    return french_document(
        Document(
            title=phrase("titre"),
            subtitle=subtitle,
            created=on,
            footer=phrase("pied-de-page"),
            blocks=(*blocks, *_reading(figures)),
        )
    )


def _part(figures: ClassFigures) -> Iterator[Block]:
    yield heading(1, figures.exercise.title)
    if not figures.large_enough:
        yield Callout(
            kind="attention",
            title=phrase("groupe-trop-petit"),
            parts=(f"{_handed_in(figures)} {phrase('compter-serait-nommer', fewest=figures.fewest)}",),
        )
        return
    yield paragraph(" ".join(_reached(figures)))
    yield from _right(figures)
    yield from _missed(figures)
    yield from _attempts(figures)
    yield from _competences(figures)
    yield from _bets(figures)


def _handed_in(figures: ClassFigures) -> str:
    return phrase("copies-recues", copies=figures.copies, expected=figures.expected, refused=figures.refused)


def _reached(figures: ClassFigures) -> Iterator[str]:
    yield _handed_in(figures)
    if figures.median_points is not None:
        points = number(figures.exercise.points)
        yield phrase("la-moitie", n=int(figures.median_points), median=number(figures.median_points), points=points)
    if figures.waiting:
        yield phrase("textes-en-attente", waiting=figures.waiting)


def _right(figures: ClassFigures) -> Iterator[Block]:
    marked = [question for question in figures.questions if not question.by_hand]
    if not marked:
        return
    best = max(marked, key=lambda question: question.right / question.answered)
    title = phrase("la-salle-trouve", count=best.right, out_of=best.answered, title=_bare(best.title))
    yield heading(2, phrase("ce-que-la-salle-a-trouve"))
    yield paragraph(bold(f"{title}."))
    drawn = [_bar(question.title, question.right, question.answered, main=question is best) for question in marked]
    yield bars(title, drawn, phrase("reponses-entierement-justes"), figures.copies)
    yield Table(
        caption=phrase("reponses-a-chaque-question"),
        header=(phrase("question"), phrase("repondu"), phrase("juste"), phrase("en-partie"), phrase("a-revoir")),
        rows=tuple(
            (question.title, *map(str, (question.answered, question.right, question.partly, _wrong(question))))
            for question in marked
        ),
        widths=(5, 1.2, 1, 1.2, 1.2),
    )
    for title, answered in figures.few_answers:
        yield paragraph(
            phrase("trop-peu-de-reponses", title=title, fewest=figures.fewest, answered=answered), small=True
        )


def _wrong(question: QuestionFigures) -> int:
    return question.answered - question.right - question.partly


def _bar(label: str, count: int, out_of: int, *, main: bool = False) -> Bar:
    return Bar(label=label, count=count, said=phrase("nombre-sur", count=count, out_of=out_of), main=main)


def _missed(figures: ClassFigures) -> Iterator[Block]:
    missed = sorted(
        (question for question in figures.questions if question.missed and not question.by_hand),
        key=lambda question: -question.missed,
    )
    if not missed:
        return
    yield heading(2, phrase("ce-qui-a-le-plus-manque"))
    for question in missed[:MOST_MISSED]:
        yield heading(3, question.title)
        yield paragraph(phrase("pas-tous-les-points", count=question.missed, out_of=question.answered))
        if shared := [f"{fault.label.removesuffix('.')} : {fault.now}" for fault in _shared(question)]:
            yield bullets(*shared[:MOST_FAULTS])


def _shared(question: QuestionFigures) -> list[FaultCount]:
    """Return what several people answered wrong; what each answered alone, when nobody shared it."""
    given = [fault for fault in question.faults if fault.now]
    return [fault for fault in given if fault.now > 1] or given


def _attempts(figures: ClassFigures) -> Iterator[Block]:
    tried = [question for question in figures.questions if question.tried_again and not question.by_hand][
        : MOST_BARS // 2
    ]
    if not tried:
        return
    gained = max(tried, key=lambda question: question.right - question.right_at_first)
    title = phrase("du-premier-au-dernier", title=_bare(gained.title), first=gained.right_at_first, last=gained.right)
    yield heading(2, phrase("titre-du-premier-au-dernier"))
    yield paragraph(bold(f"{title}."))
    drawn = [
        bar
        for question in tried
        for bar in (
            _bar(phrase("au-premier-essai", title=question.title), question.right_at_first, question.answered),
            _bar(phrase("a-la-fin", title=question.title), question.right, question.answered, main=True),
        )
    ]
    yield bars(title, drawn, phrase("reponses-entierement-justes"), figures.copies)
    yield Table(
        caption=phrase("reponses-a-plusieurs-essais"),
        header=(phrase("question"), phrase("repondu"), phrase("premier-essai"), phrase("a-la-fin-colonne")),
        rows=tuple(
            (question.title, *map(str, (question.answered, question.right_at_first, question.right)))
            for question in tried
        ),
        widths=(5, 1.2, 1.4, 1.2),
    )


def _competences(figures: ClassFigures) -> Iterator[Block]:
    if not figures.competences:
        return
    shares = [(figure, figure.earned / figure.out_of) for figure in figures.competences]
    least, share = min(shares, key=lambda pair: pair[1])
    title = phrase("part-des-points", share=percent(share), competence=competence(least.id).label)
    yield heading(2, phrase("ce-que-les-questions-entrainent"))
    yield paragraph(bold(f"{title}."))
    drawn = [
        Bar(
            label=competence(figure.id).label,
            count=rounded(100 * earned, 1),
            said=percent(earned),
            main=figure is least,
        )
        for figure, earned in shares
    ]
    yield bars(title, drawn, phrase("part-des-points-en-pourcents"), 100)
    yield Table(
        caption=phrase("place-proposee", to_check=to_check()),
        header=(phrase("competence"), phrase("points"), "CRCN-Édu", "DigCompEdu"),
        rows=tuple(
            (
                competence(figure.id).label,
                phrase("points-sur", earned=number(figure.earned), out_of=number(figure.out_of)),
                competence(figure.id).crcn_edu,
                competence(figure.id).digcompedu,
            )
            for figure in figures.competences
        ),
        widths=(4, 2, 3.2, 3),
    )


def _bets(figures: ClassFigures) -> Iterator[Block]:
    if figures.bets is None:
        return
    bets = figures.bets
    yield heading(2, phrase("les-paris"))
    yield paragraph(bets.text)
    yield Table(
        caption=phrase("ont-change-d-avis", count=bets.moved, out_of=bets.after),
        header=(phrase("pari"), phrase("avant"), phrase("apres")),
        rows=tuple((line.label, str(line.before), str(line.after)) for line in bets.lines),
        widths=(6, 1, 1),
    )


def _reading(figures: Sequence[ClassFigures]) -> Iterator[Block]:
    yield heading(1, phrase("comment-lire"))
    yield bullets(
        phrase("une-personne-compte-une-fois"),
        phrase("en-partie-juste"),
        phrase("rien-d-un-petit-groupe", fewest=max((each.fewest for each in figures), default=0)),
        phrase("ces-chiffres"),
    )


def _bare(title: str) -> str:
    return title.removesuffix("?").strip()


__all__ = ["STEM", "class_report"]
