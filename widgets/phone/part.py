"""Une façade du téléphone comme partie d'écran : dans un carnet, dans Voilà, la même que la page seule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from traitlets import Dict, Unicode, validate
from traitlets.traitlets import Bunch

from widgets.kit.part import Part, refuse
from widgets.phone.page import FIRST_LANGUAGE


class PhonePart(Part):
    """What runs on the phone, in a language: a subclass says which ones it has, and what is compiled in each.

    `language` is a code of `liaison.base.languages`; the page asks for another one by setting it, and nothing else
    that is done on the page comes back here. `scenario` is what the page interprets, compiled in that language.
    `state` says where to begin, as the address of the page alone does: `{"fragment": "…"}`.
    """

    scenario = Dict().tag(sync=True)
    language = Unicode(FIRST_LANGUAGE).tag(sync=True)
    state = Dict().tag(sync=True)

    def __init__(self, language: str = FIRST_LANGUAGE, **kwargs: Any) -> None:
        if language in self.offered():
            kwargs.setdefault("scenario", self.compiled(language))
        super().__init__(language=language, **kwargs)
        self.observe(self._compile, "language")

    def offered(self) -> Mapping[str, Any]:
        """Return the languages that it speaks, by code."""
        raise NotImplementedError

    def compiled(self, code: str) -> Mapping[str, Any]:
        """Return what the page interprets, in a language that it speaks."""
        raise NotImplementedError

    @validate("language")
    def _known(self, proposal: Bunch) -> str:
        if proposal.value not in self.offered():
            raise refuse("kit-error-value", value=proposal.value, label="language", accepted=", ".join(self.offered()))
        return str(proposal.value)

    def _compile(self, change: Bunch) -> None:
        self.scenario = dict(self.compiled(change.new))


__all__ = ["PhonePart"]
