"""Le questionnaire des familles comme partie d'écran : dans un carnet, la même façade que la page seule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from widgets.diagnostic.form_page import form_languages, whole_form
from widgets.phone.part import PhonePart


class Form(PhonePart):
    """The questionnaire in a language: `Form(language="ar", state={"fragment": "niveau=sixieme&mode=telephone"})`.

    No answer comes back here: what a family chooses stays in its browser until it saves its file.
    """

    def offered(self) -> Mapping[str, Any]:
        """Return the languages that have both the questions and the frame around them, by code."""
        return form_languages()

    def compiled(self, code: str) -> Mapping[str, Any]:
        """Return the questionnaire in a language, with the words of its frame."""
        return whole_form(code)


__all__ = ["Form"]
