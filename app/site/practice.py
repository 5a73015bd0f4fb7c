"""`python -m app.site.practice FOLDER` : écrire le site de l'ENT d'entraînement dans un dossier."""

from __future__ import annotations

import sys
from pathlib import Path

from liaison.base.sentences import TextError
from liaison.documents import DocumentError
from widgets.practice.site import build_site
from widgets.texts import texts


def main(argv: list[str]) -> int:
    """Write the site, say which files it has, and return the exit code: 0 done, 2 refused with one sentence."""
    t = texts("practice")
    argv = argv[1:] if argv[:1] == ["--"] else argv
    if len(argv) != 1 or argv[0].startswith("-"):
        print(t("practice-site-emploi"), file=sys.stderr)
        return 2
    try:
        written = build_site(Path(argv[0]))
    except (DocumentError, TextError) as error:
        print(error, file=sys.stderr)
        return 2
    size = sum(path.stat().st_size for path in written)
    print(t("practice-site-fait", folder=argv[0], count=len(written), kib=round(size / 1024)))
    print(t("practice-site-suite"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
