"""L'ENT d'entraînement comme partie d'écran : dans un carnet, dans Voilà, la même façade que la page seule."""

from __future__ import annotations

from typing import Any

from traitlets import Dict, Unicode, validate
from traitlets.traitlets import Bunch

from liaison.practice import compiled
from liaison.practice.wording import spoken
from widgets.kit.part import Part, refuse

FIRST = next(iter(spoken()))


class Practice(Part):
    """The practice ENT in a language, tried without any account: `Practice(language="ar", state={"fragment": "…"})`.

    `language` is a code of `liaison.base.languages`; the page asks for another one by setting it, and nothing else
    that is done on the page comes back here. `scenario` is what the page interprets, compiled in that language.
    `state` says where to begin: `{"fragment": "parcours=premiere_connexion"}`, or `"missions=a,b&aidant=1"`.
    """

    scenario = Dict().tag(sync=True)
    language = Unicode(FIRST).tag(sync=True)
    state = Dict().tag(sync=True)

    def __init__(self, language: str = FIRST, **kwargs: Any) -> None:
        kwargs.setdefault("scenario", compiled(language))
        super().__init__(language=language, **kwargs)
        self.observe(self._compile, "language")

    @validate("language")
    def _known(self, proposal: Bunch) -> str:
        if proposal.value not in spoken():
            raise refuse("kit-error-value", value=proposal.value, label="language", accepted=", ".join(spoken()))
        return str(proposal.value)

    def _compile(self, change: Bunch) -> None:
        self.scenario = compiled(change.new)


__all__ = ["Practice"]
