"""What the server itself says in French of an address that nothing serves, on this machine as in a room."""

from pathlib import Path
from typing import Any

from app.voila.pages import home_url, statics_url
from widgets.texts import texts

FOLDER = Path(__file__).parent


def words(base_url: str, home: str = "") -> dict[str, Any]:
    """What `error.html` writes: `home` is where it leads, the home of the suite unless told otherwise."""
    t = texts("voila")
    page = {
        kind: {"titre": t(f"voila-erreur-{kind}"), "detail": t(f"voila-erreur-{kind}-detail")}
        for kind in ("absente", "autre", "dehors", "sortie")
    }
    around = {"suite": t("voila-suite"), "accueil": t("voila-accueil"), "pied": t("voila-pied-donnees")}
    return {"carnets": {**page, **around, "home": home or home_url(base_url), "statics": statics_url(base_url)}}


__all__ = ["FOLDER", "words"]
