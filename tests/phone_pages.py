"""Les pages pour les familles, trouvées dans le code : celle d'un module de plus l'est sans que rien ne la nomme."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path

from javascript import PHONE, WIDGETS

from widgets.phone.joining import modules
from widgets.phone.page import PhonePage

MADE = re.compile(r"\bPhonePage\(")
FROM_THE_PHONE = re.compile(r'from "\.\./phone/\w+\.js"')


@cache
def phone_pages(widgets: Path = WIDGETS) -> dict[str, PhonePage]:
    """Every page of the suite, by its name: each is a constant of the module that makes it."""
    found: dict[str, PhonePage] = {}
    for file in sorted(widgets.rglob("*.py")):
        if not MADE.search(file.read_text(encoding="utf-8")):
            continue
        name = ".".join(file.relative_to(widgets.parent).with_suffix("").parts)
        made = [one for one in vars(import_module(name)).values() if isinstance(one, PhonePage)]
        assert made, f"{name} : une page est une constante de son module, pour que les essais la trouvent"
        found |= {page.name: page for page in made}
    assert len(found) > 1
    return found


@cache
def run_by_families() -> dict[str, str]:
    """Every script of a page, by its name: its modules but those of the kit.

    A part that stands on the frame is a page too, whether or not it has a file of its own for the families.
    """
    parts = [path for path in WIDGETS.rglob("*.js") if FROM_THE_PHONE.search(path.read_text(encoding="utf-8"))]
    entries = {*parts, *(page.entry for page in phone_pages().values()), *PHONE.glob("*.js")}
    kit = {path.stem for path in (WIDGETS / "kit").glob("*.js")}
    opening = {"opening.js": (PHONE / "static" / "opening.js").read_text(encoding="utf-8")}
    return opening | {
        f"{name}.js": text for entry in entries for name, text in modules(entry).items() if name not in kit
    }
