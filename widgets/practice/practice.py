"""L'ENT d'entraînement comme partie d'écran : dans un carnet, dans Voilà, la même façade que la page seule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from liaison.practice.compiled import compiled
from liaison.practice.wording import spoken
from widgets.phone.part import PhonePart


class Practice(PhonePart):
    """The practice ENT in a language, tried without any account: `Practice(language="ar", state={"fragment": "…"})`.

    A fragment says where to begin: `"parcours=premiere_connexion"`, or `"missions=a,b&aidant=1"`.
    """

    def offered(self) -> Mapping[str, Any]:
        """Return the languages of the practice ENT, by code."""
        return spoken()

    def compiled(self, code: str) -> Mapping[str, Any]:
        """Return the practice ENT in a language."""
        return compiled(code)


__all__ = ["Practice"]
