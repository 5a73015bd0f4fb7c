"""Le site de l'ENT d'entraînement, écrit dans un dossier."""

from __future__ import annotations

from pathlib import Path

from widgets.practice.site import build_site
from widgets.texts import texts


def write(folder: Path) -> None:
    """Write the site, and say which files it has and what to do with them.

    Raises:
        DocumentError: the folder cannot be written; nothing is left.
    """
    t = texts("practice")
    written = build_site(folder)
    size = sum(path.stat().st_size for path in written)
    print(t("practice-site-fait", folder=str(folder), count=len(written), kib=round(size / 1024)))
    print(t("practice-site-suite"))
