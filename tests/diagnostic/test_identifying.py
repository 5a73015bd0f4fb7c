"""Les colonnes qui désignent une famille sont reconnues à leur titre, à leurs cellules, à ce que peu se partagent."""

import time
from collections.abc import Callable

import pytest
from diagnostic.survey_exports import csv_text

from liaison.diagnostic.own.questionnaire import own_questionnaire
from liaison.personal.identifying import names_somebody, why_identifying, why_personal


def why(title: str, cells: list[str], threshold: int = 11) -> str | None:
    return why_identifying(title, cells, [1] * len(cells), threshold)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Nom", "nom de personne"),
        ("nom_eleve", "nom de personne"),
        ("NomEleve", "nom de personne"),
        ("nomÉlève", "nom de personne"),
        ("NOMEleve", "nom de personne"),
        ("nomeleve", "nom de personne"),
        ("NOMELEVE", "nom de personne"),
        ("prenomenfant", "nom de personne"),
        ("nomprenom", "nom de personne"),
        ("ideleve", "identifiant"),
        ("datenaissance", "naissance"),
        ("dateNaissance", "naissance"),
        ("Prénom de l’enfant", "nom de personne"),
        ("Responsable légal 1 : nom", "nom de personne"),
        ("INE", "identifiant"),
        ("Identifiant national", "identifiant"),
        ("Date de naissance", "naissance"),
        ("Né(e) le", "naissance"),
        ("Remarques", "texte libre"),
        ("Avez-vous autre chose à nous dire ?", "texte libre"),
        ("Avez-vous une remarque ?", "texte libre"),
        ("Souhaitez-vous ajouter un commentaire ?", "texte libre"),
        ("Nom d’affichage de l’utilisateur", "nom de personne"),
        ("Identifiant d’utilisateur", "identifiant"),
        ("User ID", "identifiant"),
        ("Numéro allocataire", "identifiant"),
    ],
)
def test_a_title_that_names_a_person_is_refused_whatever_the_cells(title: str, told: str) -> None:
    assert told in str(why(title, ["a", "b"] * 30))


SURNAMES = ["Fictive", "Inventée", "Exemple", "Imaginaire"] * 4


@pytest.mark.parametrize("title", ["Élève", "Enfant", "Famille", "eleve"])
@pytest.mark.parametrize("written", [str, str.lower, str.upper])
def test_surnames_under_the_title_of_a_person_are_refused_even_when_cousins_share_them(
    title: str, written: Callable[[str], str]
) -> None:
    assert "titre d'une personne" in str(why(title, [written(one) for one in SURNAMES]))


@pytest.mark.parametrize(
    ("title", "cells"),
    [("Enfants", ["1", "2", "3", "4"] * 4), ("Famille", ["Nombreuse", "Seule"] * 20), ("Jour", SURNAMES)],
)
def test_how_many_children_or_which_sort_of_family_is_counted(title: str, cells: list[str]) -> None:
    assert why(title, cells) is None


@pytest.mark.parametrize(
    "title",
    [
        "Nom de l’établissement",
        "nometablissement",
        "Dînent",
        "Sonne",
        "Nombre d’enfants",
        "NomEtablissement",
        "Niveau",
        "Téléphone",
        "Adresse e-mail",
        "Année de naissance",
        "Ville",
        "Avez-vous une remarque ?",
        "Lisez-vous les remarques du carnet ?",
        "Utilisateur de l'ENT",
    ],
)
def test_a_title_of_a_question_is_counted(title: str) -> None:
    assert why(title, ["oui", "non"] * 30) is None


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("parent@exemple.fr", "une adresse électronique"),
        ("plutôt le soir, 06 12 34 56 78", "un numéro de téléphone"),
        ("+33612345678", "un numéro de téléphone"),
        ("612345678", "un numéro de téléphone"),
        ("192.0.2.17", "une adresse IP"),
        ("2001:db8::17", "une adresse IP"),
        ("1234567890A", "INE"),
        ("123456789AB", "INE"),
        ("2 85 05 33 565 001 89", "sécurité sociale"),
        ("12 bis, rue des Lilas", "une adresse"),
        ("3 place de la Mairie", "une adresse"),
    ],
)
def test_one_cell_that_reaches_a_family_is_enough(cell: str, told: str) -> None:
    reason = str(why("Comment vous joindre", ["par mail", "par téléphone"] * 30 + [cell]))
    assert told in reason
    assert "(1 cellule)" in reason
    assert cell not in reason


@pytest.mark.parametrize(
    "cell",
    [
        "0760029A",
        "18 h 30",
        "08:30:00",
        "12/10/2026",
        "1234",
        "2026-2027",
        "3 places",
        "6e A",
        "@home",
        "612,50",
        "v1.2.3",
    ],
)
def test_a_cell_that_only_looks_like_it_is_counted(cell: str) -> None:
    assert why("Réponse", ["oui", "non", cell] * 20) is None


@pytest.mark.parametrize("sign", ["a", "1", ".", ":", "@", "a@", "a.", "1 rue ", "Mme A"])
def test_a_cell_without_end_is_read_once_and_not_once_from_each_of_its_signs(sign: str) -> None:
    # Once from each of its signs, « a » repeated takes seconds; the time is the subject.
    begun = time.process_time()
    why_personal("Précisions", [sign * (60_000 // len(sign))])
    assert time.process_time() - begun < 0.5


def test_two_families_a_value_are_refused_and_three_are_counted() -> None:
    values = [f"v{rank}" for rank in range(20)]
    assert "20 valeurs pour 59 familles" in str(why("Groupe", (values * 3)[:-1]))
    assert why("Groupe", values * 3) is None


def test_a_list_of_values_each_under_the_threshold_is_refused_whatever_its_title_and_a_short_one_is_counted() -> None:
    surnames = [f"famille {chr(97 + rank)}" for rank in range(21)]
    assert "21 valeurs, que 10 familles partagent" in str(why("colonne", surnames * 10))
    assert why("colonne", surnames * 11) is None
    assert why("colonne", surnames[:20] * 10) is None


def test_values_of_one_family_each_are_refused_when_they_are_half_of_all_beside_whatever_most_answered() -> None:
    alone = [f"famille {chr(97 + rank)}" for rank in range(5)]
    most = ["aucun", "un", "deux", "trois", "quatre"]
    assert "10 valeurs, dont 5 qu'une seule famille" in str(why("colonne", most * 40 + alone))
    assert why("colonne", [*most, "cinq"] * 40 + alone) is None
    assert why("colonne", most * 40 + alone[:4]) is None


def test_families_of_a_line_are_counted_and_empty_cells_are_not() -> None:
    assert why_identifying("Commune", ["Bourg", "Ville"], [12, 30], 11) is None
    assert "2 valeurs pour 5 familles" in str(why_identifying("Commune", ["Bourg", "Ville", ""], [2, 3, 90], 11))


def test_people_named_by_few_families_each_are_refused_and_the_teacher_of_eleven_is_counted() -> None:
    people = ["DURAND Léa", "Mme Petit", "Paul MARTIN"]
    assert "noms de personnes" in str(why("Groupe", people * 10))
    assert why("Groupe", people * 11) is None
    assert why("Groupe", ["Le Havre", "Sainte-Adresse", "Gonfreville-l’Orcher"] * 10) is None


def test_three_sentences_of_one_family_each_are_free_text_and_two_are_not() -> None:
    written = [
        "nous changeons bientôt de logement",
        "merci pour tout ce travail",
        "le soir après dix-huit heures seulement",
    ]
    assert "texte libre" in str(why("Autre", ["non"] * 40 + written))
    assert why("Autre", ["non"] * 40 + written[:2]) is None


def test_a_sum_of_telephone_numbers_or_of_identifiers_is_refused_and_of_distinct_amounts_is_not() -> None:
    assert why_personal("Aide", ["0612345678"]) is not None
    assert why_personal("Identifiant", ["1", "2"]) is not None
    assert why_personal("Aide", [str(amount) for amount in range(10, 90)]) is None


@pytest.mark.parametrize(
    "answers",
    [
        ("Par e-mail", "Par SMS"),
        ("Par SMS", "Par courrier"),
        ("Sur PRONOTE", "Sur papier"),
        ("Au CDI", "En permanence"),
        ("Un PC", "Une tablette"),
    ],
)
def test_what_is_in_capitals_after_a_small_word_is_nobody(answers: tuple[str, str]) -> None:
    assert names_somebody(answers) is None
    text = csv_text([["Comment préférez-vous ?"], *[[answers[rank % 5 > 2]] for rank in range(60)]])
    (item,) = own_questionnaire("essai.csv", text.encode(), "essai").questionnaire.items
    assert sorted(item.words.values()) == sorted(answers)
    assert "noms de personnes" in str(names_somebody(("Paul MARTIN", "Parisa KERZHULEC", "Au CDI")))
