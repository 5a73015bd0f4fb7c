"""`python -m app.site.questionnaire DOSSIER [FICHE]` : écrire le site du questionnaire dans un dossier."""

from __future__ import annotations

import sys
from pathlib import Path

from liaison.base.sentences import TextError
from liaison.base.typography import typeset
from liaison.diagnostic.information import INFORMATION, InformationError
from liaison.documents import DocumentError
from widgets.diagnostic.form_page import build_form_site


def main(argv: list[str]) -> int:
    """Write the site, say what it holds, and return the exit code: 0 done, 2 refused with one sentence."""
    argv = argv[1:] if argv[:1] == ["--"] else argv
    if len(argv) not in (1, 2) or argv[0].startswith("-"):
        told = "Donner un dossier, et si elle est remplie la fiche : python -m app.site.questionnaire DOSSIER FICHE"
        print(typeset(told), file=sys.stderr)
        return 2
    try:
        written = build_form_site(Path(argv[0]), INFORMATION.load(argv[1]) if argv[1:] else None)
    except (DocumentError, InformationError, TextError) as error:
        print(error, file=sys.stderr)
        return 2
    pages = [path for path in written if path.suffix == ".html"]
    largest = max(path.stat().st_size for path in pages)
    print(
        typeset(
            f"Le site est dans « {argv[0]} » : {len(pages)} pages, {round(largest / 1024)} Kio au plus chacune. "
            "Ouvrir index.html, ou copier le dossier sur une clé ou un serveur. "
            "Une adresse peut porter le niveau, que chaque code de famille garde : index.html#niveau=sixieme"
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
