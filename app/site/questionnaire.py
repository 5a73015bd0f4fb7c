"""Le site du questionnaire, écrit dans un dossier."""

from __future__ import annotations

from pathlib import Path

from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.diagnostic.questionnaire.information import INFORMATION
from widgets.diagnostic.form_page import build_form_site

phrase = french_beside(__file__)


def write(folder: Path, information: Path | None = None) -> None:
    """Write the site, and say what it holds; `information`: the filled sheet on what becomes of the answers.

    Raises:
        DocumentError: the folder cannot be written; nothing is left. InformationError: the sheet cannot be read.
    """
    written = build_form_site(folder, INFORMATION.load(information) if information else None)
    pages = [path for path in written if path.suffix == ".html"]
    largest = max(path.stat().st_size for path in pages)
    print(typeset(phrase("site-ecrit", folder=folder, pages=len(pages), kib=round(largest / 1024))))
