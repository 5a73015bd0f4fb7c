"""Une phrase de l'ENT d'entraînement qui nomme une loi ou un code ne l'affirme que si le texte a été lu."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from liaison.base.languages import languages
from liaison.practice.wording import TEXTS
from liaison.rules import rule

# Each sentence that names a text of law, with the rule that it says, in the file that has it.
SAID = {
    "vie-scolaire-regle-absence": "absence/signalement",
    "vie-scolaire-question-fait": "parents/reponse_motivee",
    "demarches-pourquoi-loi": "parents/deux_responsables",
}
LAW = re.compile(
    r"\b(?:lois?|code de l'éducation|code civil|décrets?|arrêtés?|circulaires?|RGPD|CNIL)\b", re.IGNORECASE
)
REPORTED = {
    "fr": "D'après ce qui en est rapporté",
    "fr_simple": "D'autres le disent : nous n'avons pas lu ce texte.",
    "en": "According to other sources",
    "es": "Según otras fuentes",
    "pt": "Segundo outras fontes",
    "ro": "După alte surse",
    "tr": "Başka kaynaklara göre",
    "uk": "За даними інших джерел",
    "ar": "حسب مصادر أخرى",
}
LINE = re.compile(r"^([a-z0-9_-]+) = (.+)$", re.MULTILINE)


def said_in(code: str) -> dict[str, str]:
    """Every sentence of a language, by its name."""
    files = sorted((TEXTS / code).glob("*.ftl"))
    return dict(LINE.findall("\n".join(path.read_text(encoding="utf-8") for path in files)))


@pytest.mark.parametrize("code", ["fr", "fr_simple"])
def test_every_sentence_that_names_a_law_says_a_rule(code: str) -> None:
    assert {name for name, text in said_in(code).items() if LAW.search(text)} == set(SAID)


@pytest.mark.parametrize("code", languages())
def test_a_text_that_was_not_read_is_said_as_reported(code: str) -> None:
    texts = said_in(code)
    for name, told in SAID.items():
        reported = rule(told, dt.date(2026, 9, 1)).reference.known != "lu"
        assert (REPORTED[code] in texts[name]) == reported, (name, texts[name])
