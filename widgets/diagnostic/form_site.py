"""`python -m widgets.diagnostic.form_site DOSSIER` : écrire le site du questionnaire dans un dossier."""

from __future__ import annotations

import sys
from pathlib import Path

from liaison.documents import DocumentError
from liaison.sentences import TextError
from liaison.typography import typeset
from widgets.diagnostic.form_page import build_form_site


def main(argv: list[str]) -> int:
    """Write the site, say what it holds, and return the exit code: 0 done, 2 refused with one sentence."""
    argv = argv[1:] if argv[:1] == ["--"] else argv
    if len(argv) != 1 or argv[0].startswith("-"):
        print(typeset("Donner un seul dossier : python -m widgets.diagnostic.form_site DOSSIER"), file=sys.stderr)
        return 2
    try:
        written = build_form_site(Path(argv[0]))
    except (DocumentError, TextError) as error:
        print(error, file=sys.stderr)
        return 2
    largest = max(path.stat().st_size for path in written)
    print(
        typeset(
            f"Le site est dans « {argv[0]} » : {len(written)} pages, {round(largest / 1024)} Kio au plus chacune. "
            "Ouvrir index.html, ou copier le dossier sur une clé ou un serveur. "
            "Une adresse peut porter le niveau : index.html#niveau=sixieme"
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
