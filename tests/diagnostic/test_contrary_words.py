"""Ce qui dit le contraire d'une réponse n'en est jamais une, aussi ressemblant soit-il."""

from __future__ import annotations

import pytest

from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.reading import read_answers, read_chunks
from liaison.diagnostic.reading.wording import lexicon, look_alike
from liaison.diagnostic.reading.words_decided import decided_words

QUESTIONNAIRE = family_questionnaire()
LEXICON = lexicon(QUESTIONNAIRE)


@pytest.mark.parametrize(
    ("column", "word"),
    [
        ("appareils", "Pas d'ordinateur"),
        ("appareils", "sans ordinateur"),
        ("appareils", "Aucun ordinateur"),
        ("appareils", "Aucune tablette"),
        ("appareils", "Un téléphone sans internet"),
        ("connexion", "Pas par une box"),
        ("connexion", "Nous avons internet"),
        ("connexion", "Par le téléphone, et cela ne suffit pas du tout"),
        ("lecture", "Pas chaque jour"),
        ("canal", "Pas sur l'ENT"),
        ("moment", "Pas le matin"),
        ("moment", "ni le soir"),
        ("aide", "Personne à la maison"),
        ("partage", "Pas deux enfants"),
        ("partage", "Dix enfants"),
        ("atelier", "Le matin ? non"),
        ("atelier", "Je souhaite venir"),
        ("pret", "Pas un ordinateur (prêt)"),
    ],
)
def test_a_denial_is_a_word_to_decide_and_no_answer(column: str, word: str) -> None:
    contrary = {"connexion": ("mobile_limitee",)}  # « cela ne suffit pas » says what it says
    near = LEXICON.close_value(column, word)
    assert near is None or near.name in contrary.get(column, ())


@pytest.mark.parametrize(
    ("column", "word", "value"),
    [
        ("appareils", "un ordinateurs", "ordinateur"),
        ("appareils", "Un téléfone avec internet", "smartphone"),
        ("connexion", "Nous n avons pas d'internet", "aucune"),
        ("partage", "Deux enfant", "deux_enfants"),
        ("atelier", "Je ne souhaite pas venire", "aucun"),
        ("moment", "Le matins", "matin"),
    ],
)
def test_a_word_that_is_badly_spelt_is_still_recognised(column: str, word: str, value: str) -> None:
    near = LEXICON.close_value(column, word)
    assert near is not None
    assert (near.name, near.sure) == (value, False)


DENYING = {
    "sans_aide",
    "aucun",
    "aucune",
    "non",
    "jamais",
    "personne",
    "pas_encore",
    "pas_d_appareil",
    "mobile_limitee",
}
WORDS = [
    (name, value, word)
    for name, values in ((item.id, item.values) for item in QUESTIONNAIRE.items)
    for value in values
    if value not in DENYING
    for word in LEXICON.sentences(name, value)
]


@pytest.mark.parametrize("denial", ["pas", "sans", "ni", "jamais", "not", "no", "sin", "sem", "nu", "не"])
def test_whatever_is_denied_is_not_what_it_denies(denial: str) -> None:
    misread = [word for column, value, word in WORDS if _is_read(column, f"{denial} {word}", value)]
    assert misread == []


def _is_read(column: str, text: str, value: str) -> bool:
    near = LEXICON.close_value(column, text)
    return near is not None and near.name == value


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Satisfait", "Insatisfait", False),
        ("Satisfait", "satisfaits", True),
        ("Content", "Mécontent", False),
        ("D'accord", "Pas d'accord", False),
        ("Plutôt d'accord", "Plutôt pas d'accord", False),
        ("Sans internet", "Sans l'internet", True),
        ("No el sábado", "No sábado", False),
    ],
)
def test_a_word_is_not_alike_its_contrary(one: str, other: str, alike: bool) -> None:
    assert look_alike(one, other) is alike
    assert look_alike(other, one) is alike


def test_a_denial_among_boxes_ticks_none_of_them_nor_a_word_that_is_decided() -> None:
    header = 'connexion,"À la maison, quels appareils servent pour l\'école ?"'
    rows = ["fixe,Pas d'ordinateur", "fixe,Un ordinateur"] * 15
    for words in ((), ("appareils: Pas d'ordinateur=sans_reponse",)):
        decided = decided_words(words, QUESTIONNAIRE)
        (report,) = read_chunks("\n".join([header, *rows]).encode(), QUESTIONNAIRE, decided=decided)
        assert {cell.word for cell in report.unread} == (set() if words else {"Pas d'ordinateur"})
        ticked = report.answers.table["appareils__ordinateur"]
        assert ticked.fillna(False).tolist() == [False, True] * 15


TICKED = ["ordinateur", "smartphone", "smartphone", "ordinateur", "ordinateur"]


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("coché", "décoché"),
        ("Cochée", "Non cochée"),
        ("Checked", "Unchecked"),
        ("Checked", "Not checked"),
        ("Selected", "Unselected"),
        ("Selected", "Not selected"),
        ("Sélectionné", "Non sélectionné"),
    ],
)
def test_each_way_to_say_ticked_and_not_is_read(yes: str, no: str) -> None:
    question = "À la maison, quels appareils servent pour l'école ?"
    boxes = {"ordinateur": "Un ordinateur", "tablette": "Une tablette", "smartphone": "Un téléphone avec internet"}
    header = ",".join(["connexion", *(f'"{question} [{words}]"' for words in boxes.values())])
    rows = [",".join(["fixe", *(yes if box == ticked else no for box in boxes)]) for ticked in TICKED]
    report = read_answers("\n".join([header, *rows]).encode(), QUESTIONNAIRE)
    table = report.answers.table
    for box in boxes:
        assert table[f"appareils__{box}"].tolist() == [each == box for each in TICKED], box
