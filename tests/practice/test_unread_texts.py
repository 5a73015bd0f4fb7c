"""Une phrase de l'ENT d'entraînement qui nomme une loi ou un code ne l'affirme que si le texte a été lu."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from liaison.base.languages import languages
from liaison.practice.scenario import practice_scenario
from liaison.practice.wording import TEXTS
from liaison.rules import rule

# Each sentence that names a text of law, with the rule that it says, in the file that has it.
SAID = {
    "vie-scolaire-regle-absence": "absence/signalement",
    "vie-scolaire-question-fait": "parents/reponse_motivee",
    "demarches-pourquoi-loi": "parents/deux_responsables",
}
# What a mission leaves to remember, with the rules that it names.
REMEMBERED = {
    f"mission-{mission.id}.retenir": mission.rules
    for _, mission in practice_scenario().missions.values()
    if mission.rules
}
# The words in which each of them was said as if it were read.
SPEAKS_OF = {
    "absence/signalement": r"absence est (?:toujours )?signalée|signale une absence",
    "parents/documents_aux_deux": r"écrit aux deux|chaque responsable peut demander",
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
# What a certificate is asked for is in no rule of the suite: nobody here has read the text of law that lists it.
CERTIFICATE = {
    "vie-scolaire-certificat-non",
    "mission-vs_donner_le_motif.retenir",
    "mission-vs_corriger_motif.retenir",
}
ILLNESSES = "quelques maladies"
LINE = re.compile(r"^([a-z0-9_-]+|    \.[a-z0-9-]+) = (.+)$", re.MULTILINE)


def said_in(code: str) -> dict[str, str]:
    """Every sentence of a language, by its name; « message.attribut » for that of an attribute."""
    texts, message = {}, ""
    for path in sorted((TEXTS / code).glob("*.ftl")):
        for name, text in LINE.findall(path.read_text(encoding="utf-8")):
            message = message if name.startswith(" ") else name
            texts[f"{message}{name.strip()}" if name.startswith(" ") else name] = text
    return texts


@pytest.mark.parametrize("code", ["fr", "fr_simple"])
def test_every_sentence_that_names_a_law_says_a_rule(code: str) -> None:
    assert {name for name, text in said_in(code).items() if LAW.search(text)} == set(SAID)


@pytest.mark.parametrize("code", languages())
def test_a_text_that_was_not_read_is_said_as_reported(code: str) -> None:
    texts = said_in(code)
    told = {**{name: (one,) for name, one in SAID.items()}, **REMEMBERED}
    for name, rules in told.items():
        reported = any(rule(one, dt.date(2026, 9, 1)).reference.known != "lu" for one in rules)
        assert (REPORTED[code].lower() in texts[name].lower()) == reported, (name, texts[name])


@pytest.mark.parametrize("code", ["fr", "fr_simple"])
def test_a_mission_that_says_what_a_rule_says_names_it(code: str) -> None:
    remembered = {name: text for name, text in said_in(code).items() if name.endswith(".retenir")}
    assert {one for rules in REMEMBERED.values() for one in rules} == set(SPEAKS_OF)
    for told, words in SPEAKS_OF.items():
        speaking = {name for name, text in remembered.items() if re.search(words, text, re.IGNORECASE)}
        assert speaking == {name for name, rules in REMEMBERED.items() if told in rules}, told


def test_every_sentence_on_what_a_certificate_is_asked_for_is_known() -> None:
    """In « Français simple », a mission may say less."""
    plain, simple = (
        {name for name, text in said_in(code).items() if ILLNESSES in text} for code in ("fr", "fr_simple")
    )
    assert plain == CERTIFICATE
    assert simple < CERTIFICATE


@pytest.mark.parametrize("code", languages())
def test_what_a_certificate_is_asked_for_is_said_as_reported(code: str) -> None:
    texts = said_in(code)
    names = CERTIFICATE if code != "fr_simple" else {name for name in CERTIFICATE if ILLNESSES in texts[name]}
    assert {name: texts[name] for name in names if REPORTED[code].lower() not in texts[name].lower()} == {}
