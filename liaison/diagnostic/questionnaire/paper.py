"""Le questionnaire sur papier : une feuille A5 recto verso par langue, le chiffre du clavier à côté de chaque case."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from liaison.base.sentences import french_beside
from liaison.diagnostic.questionnaire.information import Information, shown_to_families
from liaison.diagnostic.questionnaire.phrases import Phrases, check_language, check_level, phrases, spoken
from liaison.diagnostic.questionnaire.questionnaire import Item
from liaison.diagnostic.questionnaire.screens import PICTOGRAMS
from liaison.documents import compiled_pdf, write_files
from liaison.documents.pictograms import pictograms

phrase = french_beside(__file__)

TEMPLATE = Path(__file__).with_name("paper.typ")
SIZE_PT = 11.5
# Arabic letters stand higher on the line, Ukrainian and French say more: smaller, they hold on the same two pages.
_OWN_SIZE_PT = {"ar": 10.5, "uk": 11, "fr": 11}
# What a family is told of its data: the first that fits. Nine points or more, but for the longest records.
NOTE_SIZES_PT = (10, 9.5, 9, 8.5, 8, 7.5)
PAGES = 2
_LONG = 26  # letters: above, an answer needs half of the width of the sheet


def paper(code: str, level: str = "", information: Information | None = None) -> bytes:
    """Return the sheet of a language as a PDF/UA-1 file of two A5 pages; `level` is written at its foot (« 6e »).

    `information` is what the school says of the data; without it, the sheet says that it is missing, and whom to ask.

    Raises:
        QuestionnaireError: the school has no such level, or there is no such language.
        DocumentError: a character that no font of this machine can show.
    """
    check_language(code)
    return compiled_pdf(_template(), {"sheet": json.dumps(sheet(phrases(code), level, information))})


def sheet(form: Phrases, level: str = "", information: Information | None = None) -> dict[str, Any]:
    """Return what the sheet says, as the template reads it; the rank of an answer is its key on the keyboard."""
    check_level(level, form.questionnaire.context.get("niveau", ()))
    named = [form.frame("nom"), form.language.name, form.part("niveau", level) if level else ""]
    return {
        "lang": form.language.tag,
        "title": form.frame("accueil-titre"),
        "intro": f"{form.opening()} {form.frame('accueil-anonyme')}",
        "rule": form.frame("papier-consigne"),
        "back": form.frame("papier-remettre"),
        "information": shown_to_families(form, information or Information())._asdict(),
        "unreviewed": form.unreviewed(),
        "footer": " · ".join(filter(None, named)),
        "size": _OWN_SIZE_PT.get(form.language.code, SIZE_PT),
        "sizes": NOTE_SIZES_PT,
        "spread": 1.35,
        "questions": [_question(form, item, number) for number, item in enumerate(form.questionnaire.items, start=1)],
    }


def write_papers(
    folder: Path, codes: tuple[str, ...] = (), level: str = "", information: Information | None = None
) -> list[Path]:
    """Write `questionnaire_<langue>.pdf` for each language (all without `codes`), all or none; return the paths.

    Raises:
        QuestionnaireError, DocumentError: as `paper`; full disk, read-only folder.
    """
    return write_files(
        folder, {f"questionnaire_{code}.pdf": paper(code, level, information) for code in codes or spoken()}
    )


def _question(form: Phrases, item: Item, number: int) -> dict[str, Any]:
    values = [form.part(item.id, value) for value in item.values]
    help_ = form.frame("plusieurs") if item.kind == "multiple" else form.help(item)
    return {
        "number": number,
        "drawing": pictograms()[PICTOGRAMS[item.id]],
        "text": form.question(item.id),
        "help": help_,
        "rows": [form.part(item.id, row) for row in item.rows],
        "values": values,
        "columns": 3 if len(values) > 4 and max(map(len, values)) < _LONG else 2,
    }


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


__all__ = ["PAGES", "paper", "sheet", "write_papers"]
