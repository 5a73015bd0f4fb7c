"""Le guide du formateur : les programmes, ce qu'il faut préparer, et une fiche par module, tirée de son guide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

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

TITLE = "Guide du formateur"
STEM, SHEET_STEM = "guide_du_formateur", "fiche"
SIZES_PT = (10, 9.5, 9, 8.75)  # la plus grande où chaque fiche tient sur une page ; pas plus petit
FOOTER = "Carnets de liaison · guide du formateur"
# What is asked for whatever the module, beside what each guide says of its room.
TO_BRING = (
    "les codes à découper et la feuille d'émargement, imprimés ;",
    "le dossier de la séance sur votre machine, et une copie de la suite sur une clé USB ;",
    "une rallonge, l'adaptateur du vidéoprojecteur, du papier et des feutres ;",
    "la fiche de chaque module, imprimée, une page chacune, avec sa partie sans ordinateur.",
)
WHEN_IT_FAILS: tuple[tuple[str, str], ...] = (
    (
        "Pas d'internet",
        "Rien à faire si la suite est lancée dans la salle : elle n'appelle aucun autre ordinateur. Un serveur hébergé "
        "ne s'ouvre plus : passer sur une machine où la suite est installée.",
    ),
    (
        "Pas de réseau dans la salle",
        "Chacun remet son fichier sur une clé USB, qui passe de main en main ; la séance se prépare en mode « cle ».",
    ),
    (
        "Un seul ordinateur",
        "Il est au vidéoprojecteur : la salle décide des réglages à voix haute, une personne clique.",
    ),
    ("Pas de vidéoprojecteur", "Les groupes se déplacent ; la phrase de résultat se lit à voix haute."),
    ("Plus d'électricité, pas d'ordinateur", "La partie « Sans ordinateur » de chaque fiche, imprimée avant."),
    ("Une machine s'arrête", "Les réponses sont gardées à chaque essai : rouvrir l'exercice les rend."),
)
COMMANDS: tuple[tuple[str, str, str], ...] = (
    ("Avant", "liaison session new", "le dossier de la séance, ses codes à découper"),
    ("Avant", "liaison session attendance", "la feuille d'émargement, et le fichier des présences à remplir"),
    ("Pendant", "liaison session hub", "toute la salle sur un seul ordinateur, si c'est le mode choisi"),
    ("Pendant", "liaison session collect", "les fichiers remis, rangés par code"),
    ("Après", "liaison session close", "les notes, les badges, les attestations, les retours, et ce qui reste à lire"),
    ("Après", "liaison session texts", "les textes à lire, dans un tableau à remplir ; à l'écran, depuis l'accueil"),
    ("Ensuite", "liaison session close", "la même, relancée : les retours et les notes complets"),
    ("À la date dite", "liaison session purge", "les noms effacés, avec la preuve"),
)


def handbook(guides: Sequence[Guide]) -> Document:
    """Return the whole handbook: programmes, preparation, what to do when something fails, a sheet for each module."""
    by_name = {guide.facts.name: guide for guide in guides}
    listed = [one for one in programmes().values() if set(one.modules) <= set(by_name)]
    sheets: list[Block] = []
    for guide in guides:
        sheets += [PageBreak(), *sheet_blocks(guide, level=1)]
    return _document(
        TITLE,
        "Les programmes, la préparation, et une fiche par module",
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
    return next((one for one in sizes if _pages(one) == 1), sheet.model_copy(update={"text_size_pt": SIZES_PT[-1]}))


def _pages(document: Document) -> int:
    from pypdf import PdfReader

    return len(PdfReader(BytesIO(to_pdf(document))).pages)


def _document(title: str, subtitle: str, blocks: Sequence[Block], size_pt: float) -> Document:
    return french_document(
        Document(title=title, subtitle=subtitle, footer=FOOTER, text_size_pt=size_pt, blocks=tuple(blocks))
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
            caption=f"Le déroulé : {minutes_words(guide.facts.minutes)}",
            header=("Minutes", "Ce qui se passe", "À l'écran"),
            rows=tuple((f"{step.start}–{step.end}", step.parts, step.screen) for step in guide.steps),
            widths=(0.75, 5, 1.25),
        ),
        *guide.notes,
        *(block for section in guide.sections for block in _section(section, level + 1)),
    ]


def _section(section: Section, level: int) -> list[Block]:
    return [heading(level, section.title), *section.blocks]


def _programme_pages(listed: Sequence[Programme], guides: Mapping[str, Guide]) -> list[Block]:
    blocks: list[Block] = [heading(1, "Les programmes")]
    for programme in listed:
        rows = tuple(
            ((f"{one.start} – {one.end}",), (minutes_words(one.minutes),), _what(one.title, one.text))
            for one in timed(programme, guides)
        )
        blocks += [
            heading(2, f"{programme.title} : {_length(programme)}"),
            paragraph(emphasis(programme.question)),
            Table(
                caption="L'heure de départ est un exemple : les durées comptent",
                header=("Heure", "Durée", "Ce qui se passe"),
                rows=rows,
                widths=(1, 0.7, 5),
            ),
        ]
    return blocks


def _length(programme: Programme) -> str:
    apart = [lower_first(moment.title) for moment in programme.moments if not moment.counts]
    without = f", hors {', '.join(apart)}" if apart else ""
    return f"{minutes_words(programme.followed)}{without}"


def _what(title: str, text: str) -> tuple[Part, ...]:
    return (bold(f"{title}."), f" {text}") if text else (bold(f"{title}."),)


def _preparation(guides: Sequence[Guide]) -> list[Block]:
    return [
        heading(1, "À préparer"),
        bullets(*TO_BRING),
        Table(
            caption="Ce que chaque module demande",
            header=("Module", "Salle", "Avant"),
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
        heading(1, "Quand quelque chose manque"),
        Table(
            caption="La séance continue",
            header=("Ce qui manque", "Ce que l'on fait"),
            rows=WHEN_IT_FAILS,
            widths=(1.3, 3),
        ),
    ]


def _commands() -> list[Block]:
    rows = tuple((when, (bold(command),), what) for when, command, what in COMMANDS)
    return [
        heading(1, "Les commandes d'une séance"),
        Table(
            caption="À taper dans un terminal, ou à confier à qui vous aide",
            header=("Quand", "Commande", "Ce qu'elle donne"),
            rows=rows,
            widths=(0.8, 1.7, 3),
        ),
        Callout(
            title="Les noms",
            parts=(
                "Ils ne sont que dans le fichier des participants et dans les documents que vous imprimez. Après la "
                "date que vous avez dite, effacez-les ; les nombres de la séance restent.",
            ),
        ),
    ]


__all__ = ["COMMANDS", "SHEET_STEM", "SIZES_PT", "STEM", "TITLE", "handbook", "module_sheet", "sheet_blocks"]
