"""Le site du questionnaire, écrit dans un dossier."""

from __future__ import annotations

from pathlib import Path

from liaison.base.typography import typeset
from liaison.diagnostic.questionnaire.information import INFORMATION
from widgets.diagnostic.form_page import build_form_site


def write(folder: Path, information: Path | None = None) -> None:
    """Write the site, and say what it holds; `information`: the filled sheet on what becomes of the answers.

    Raises:
        DocumentError: the folder cannot be written; nothing is left. InformationError: the sheet cannot be read.
    """
    written = build_form_site(folder, INFORMATION.load(information) if information else None)
    pages = [path for path in written if path.suffix == ".html"]
    largest = max(path.stat().st_size for path in pages)
    print(
        typeset(
            f"Le site est dans « {folder} » : {len(pages)} pages, {round(largest / 1024)} Kio au plus chacune. "
            "Ouvrir index.html, ou copier le dossier sur une clé ou un serveur. "
            "Une adresse peut porter le niveau, que chaque code de famille garde : index.html#niveau=sixieme"
        )
    )
