"""Une page pour les familles d'un genre jetable (tests/phone/cahier.js), posée à côté de celles de la suite."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from javascript import PHONE, WIDGETS

from liaison.base.languages import languages
from liaison.phone.words import frame_words
from widgets.phone.page import PhonePage, page_style
from widgets.phone.site import INDEX, WORKER, first_page, leading, worker

SCRIPT = Path(__file__).parent / "phone" / "cahier.js"
LINES = {"sortie": "La sortie est jeudi.", "cantine": "La cantine ferme lundi."}


def third_page(folder: Path) -> PhonePage:
    """The page, its script laid down beside the rooms that it imports, as in a module of its own."""
    for room in (PHONE, WIDGETS / "kit"):
        shutil.copytree(room, folder / room.name, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    (folder / "cahier").mkdir()
    shutil.copy(SCRIPT, folder / "cahier")
    return PhonePage("cahier", folder / "cahier" / "cahier.js")


def scenario() -> dict[str, Any]:
    """What it says and does, in French only."""
    french = languages()["fr"].model_dump(exclude={"locale", "day"})
    words = frame_words("fr") | {
        "nom": "Cahier",
        "tout-est-invente": "Tout est inventé ici, et rien ne part de ce téléphone.",
        "accueil-titre": "À lire",
        "lu": "Lu",
        "aide-titre": "Touchez ce que vous avez lu.",
    }
    return {
        "language": french,
        "languages": [french],
        "words": words,
        "lines": [{"id": id, "text": text} for id, text in LINES.items()],
    }


def third_site(page: PhonePage) -> dict[str, str]:
    """Its site, of one language."""
    language = languages()["fr"]
    root = page.root(language, "{code}.html", {"gardien": WORKER})
    body = f"<style>\n{page.style}</style>\n{root}\n{page.data(page.scenario(scenario()))}"
    chosen = first_page("Cahier", page.style, f'<a data-page="choix" {leading(language)}>Français</a>')
    pages = {INDEX: chosen, "fr.html": page.whole(language, "Cahier", page_style(), body)}
    return {**pages, WORKER: worker("cahier", pages, ["fr"])}
