"""Le guide du formateur : les programmes, ce qu'il faut préparer, et une fiche par module, tirée de son guide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

from liaison.base.sentences import french_beside
from liaison.base.words import lower_first
from liaison.documents import (
    Block,
    Callout,
    Definitions,
    Document,
    PageBreak,
    Part,
    Table,
    bold,
    bullets,
    emphasis,
    heading,
    paragraph,
    to_pdf,
)
from liaison.documents.typography import french_document
from liaison.module import Programme
from liaison.training.papers.attestation import minutes_words
from liaison.training.papers.handbook_reading import Guide, Section
from liaison.training.papers.programme import programmes, timed

phrase = french_beside(__file__)


STEM, SHEET_STEM = "guide_du_formateur", "fiche"
SIZES_PT = (10, 9.5, 9, 8.75)  # la plus grande où chaque fiche tient sur une page ; pas plus petit
# What is asked for whatever the module, beside what each guide says of its room.
_TO_BRING = ("codes-et-emargement", "dossier-et-copie", "rallonge-et-papier", "fiche-de-chaque-module")
_WHEN_IT_FAILS = (
    "pas-d-internet",
    "pas-de-reseau",
    "un-seul-ordinateur",
    "pas-de-videoprojecteur",
    "pas-d-electricite",
    "une-machine-s-arrete",
)
# When, the command, and what it gives.
COMMANDS: tuple[tuple[str, str, str], ...] = (
    ("avant", "liaison session new", "dossier-de-la-seance"),
    ("avant", "liaison session attendance", "feuille-et-presences"),
    ("pendant", "liaison session hub", "toute-la-salle"),
    ("pendant", "liaison session collect", "fichiers-ranges"),
    ("apres", "liaison session close", "notes-et-papiers"),
    ("apres", "liaison session texts", "textes-a-lire"),
    ("ensuite", "liaison session close", "la-meme-relancee"),
    ("a-la-date-dite", "liaison session purge", "noms-effaces"),
)


def handbook(guides: Sequence[Guide]) -> Document:
    """Return the whole handbook: programmes, preparation, what to do when something fails, a sheet for each module."""
    by_name = {guide.facts.name: guide for guide in guides}
    listed = [programme for programme in programmes().values() if set(programme.modules) <= set(by_name)]
    sheets: list[Block] = []
    for guide in guides:
        sheets += [PageBreak(), *sheet_blocks(guide, level=1)]
    return _document(
        phrase("titre"),
        phrase("sous-titre"),
        (
            *_programme_pages(listed, by_name),
            *_preparation(guides),
            *_failing(),
            *_commands(),
            *sheets,
        ),
        min((module_sheet(guide).text_size_pt for guide in guides), default=SIZES_PT[0]),
    )


def module_sheet(guide: Guide) -> Document:
    """Return the sheet of one module, on one page where the text is still large enough to be read."""
    title = f"{guide.facts.number:02d} · {guide.facts.title}"
    sheet = _document(title, guide.title, sheet_blocks(guide, level=0), SIZES_PT[0])
    sizes = (sheet.model_copy(update={"text_size_pt": size}) for size in SIZES_PT)
    return next(
        (sized for sized in sizes if _pages(sized) == 1), sheet.model_copy(update={"text_size_pt": SIZES_PT[-1]})
    )


def _pages(document: Document) -> int:
    from pypdf import PdfReader

    return len(PdfReader(BytesIO(to_pdf(document))).pages)


def _document(title: str, subtitle: str, blocks: Sequence[Block], size_pt: float) -> Document:
    return french_document(
        Document(
            title=title, subtitle=subtitle, footer=phrase("pied-de-page"), text_size_pt=size_pt, blocks=tuple(blocks)
        )
    )


def sheet_blocks(guide: Guide, level: int) -> list[Block]:
    """Return the sheet of a module; `level` is that of its title, 0 when the document already bears it."""
    opening: list[Block] = []
    if level:
        opening.append(heading(level, f"{guide.facts.number:02d} · {guide.facts.title}"))
    return [
        *opening,
        paragraph(emphasis(guide.facts.question)),
        Definitions(items=tuple((label, parts) for label, parts in guide.about)),
        Table(
            caption=phrase("le-deroule", length=minutes_words(guide.facts.minutes)),
            header=(phrase("minutes"), phrase("ce-qui-se-passe"), phrase("a-l-ecran")),
            rows=tuple((f"{step.start}–{step.end}", step.parts, step.screen) for step in guide.steps),
            widths=(0.75, 5, 1.25),
        ),
        *guide.notes,
        *(block for section in guide.sections for block in _section(section, level + 1)),
    ]


def _section(section: Section, level: int) -> list[Block]:
    return [heading(level, section.title), *section.blocks]


def _programme_pages(listed: Sequence[Programme], guides: Mapping[str, Guide]) -> list[Block]:
    blocks: list[Block] = [heading(1, phrase("les-programmes"))]
    for programme in listed:
        rows = tuple(
            ((f"{moment.start} – {moment.end}",), (minutes_words(moment.minutes),), _what(moment.title, moment.text))
            for moment in timed(programme, guides)
        )
        blocks += [
            heading(2, phrase("programme-et-duree", title=programme.title, length=_length(programme))),
            paragraph(emphasis(programme.question)),
            Table(
                caption=phrase("l-heure-est-un-exemple"),
                header=(phrase("heure"), phrase("duree"), phrase("ce-qui-se-passe")),
                rows=rows,
                widths=(1, 0.7, 5),
            ),
        ]
    return blocks


def _length(programme: Programme) -> str:
    apart = [lower_first(moment.title) for moment in programme.moments if not moment.counts]
    if apart:
        return phrase("duree-hors", length=minutes_words(programme.followed), apart=", ".join(apart))
    return minutes_words(programme.followed)


def _what(title: str, text: str) -> tuple[Part, ...]:
    return (bold(f"{title}."), f" {text}") if text else (bold(f"{title}."),)


def _preparation(guides: Sequence[Guide]) -> list[Block]:
    return [
        heading(1, phrase("a-preparer")),
        bullets(*map(phrase, _TO_BRING)),
        Table(
            caption=phrase("ce-que-chaque-module-demande"),
            header=(phrase("module"), phrase("salle"), phrase("avant")),
            rows=tuple(
                (
                    f"{guide.facts.number:02d} · {guide.facts.title}",
                    dict(guide.about)["Salle"],
                    dict(guide.about)["Avant"],
                )
                for guide in guides
            ),
            widths=(1.3, 2.4, 3),
        ),
    ]


def _failing() -> list[Block]:
    return [
        heading(1, phrase("quand-quelque-chose-manque")),
        Table(
            caption=phrase("la-seance-continue"),
            header=(phrase("ce-qui-manque"), phrase("ce-que-l-on-fait")),
            rows=tuple((phrase(lacking), phrase(f"{lacking}-alors")) for lacking in _WHEN_IT_FAILS),
            widths=(1.3, 3),
        ),
    ]


def _commands() -> list[Block]:
    rows = tuple((phrase(when), (bold(command),), phrase(gives)) for when, command, gives in COMMANDS)
    return [
        heading(1, phrase("les-commandes")),
        Table(
            caption=phrase("a-taper"),
            header=(phrase("quand"), phrase("commande"), phrase("ce-qu-elle-donne")),
            rows=rows,
            widths=(0.8, 1.7, 3),
        ),
        Callout(
            title=phrase("les-noms"),
            parts=(phrase("ou-sont-les-noms"),),
        ),
    ]


__all__ = ["COMMANDS", "SHEET_STEM", "SIZES_PT", "STEM", "handbook", "module_sheet", "sheet_blocks"]
