"""Le questionnaire des familles comme partie d'écran : dans un carnet, la même façade que la page seule."""

from __future__ import annotations

from typing import Any

from traitlets import Dict, Unicode, validate
from traitlets.traitlets import Bunch

import widgets.practice.practice  # noqa: F401  (its folder holds the frame that form.js imports)
from widgets.diagnostic.form_page import form_languages, whole_form
from widgets.kit.part import Part, refuse

FIRST = next(iter(form_languages()))


class Form(Part):
    """The questionnaire in a language: `Form(language="ar", state={"fragment": "niveau=sixieme&mode=telephone"})`.

    `scenario` is what the page interprets, compiled in `language`. No answer comes back here: what a family chooses
    stays in its browser until it saves its file.
    """

    scenario = Dict().tag(sync=True)
    language = Unicode(FIRST).tag(sync=True)
    state = Dict().tag(sync=True)

    def __init__(self, language: str = FIRST, **kwargs: Any) -> None:
        if language in form_languages():
            kwargs.setdefault("scenario", whole_form(language))
        super().__init__(language=language, **kwargs)
        self.observe(self._compile, "language")

    @validate("language")
    def _known(self, proposal: Bunch) -> str:
        if proposal.value not in form_languages():
            known = ", ".join(form_languages())
            raise refuse("kit-error-value", value=proposal.value, label="language", accepted=known)
        return str(proposal.value)

    def _compile(self, change: Bunch) -> None:
        self.scenario = whole_form(change.new)


__all__ = ["Form"]
