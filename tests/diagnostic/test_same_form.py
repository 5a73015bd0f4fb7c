"""Le même formulaire ou un autre : reconnu à ses questions, non au nom de son questionnaire."""

import datetime as dt
from typing import Any

import pytest
from diagnostic.survey_exports import some_families

from liaison.diagnostic.counting.indicators import indicators
from liaison.diagnostic.disclosure.differencing import DifferencingError, check_differencing
from liaison.diagnostic.publication.publication import Publication, PublishedCell, publication
from liaison.diagnostic.publication.same_form import compared_with, other_form, questions_of
from liaison.diagnostic.questionnaire.questionnaire import Item, Questionnaire, family_questionnaire

DAY = dt.date(2026, 11, 27)
CANTEEN = {"cantine": ("oui", "parfois", "non"), "velo": ("oui", "non")}


def of(questions: Any, name: str = "cantine") -> Publication:
    """A publication by thirty families that hides how many gave each answer; a row of a grid is a pair."""
    nothing = {"effectif": None, "au_moins": None, "au_plus": None}
    lines = [
        PublishedCell(groupe="ensemble", question=question, partie=part, valeur=value, **nothing, reponses=30)
        for question, values in questions.items()
        for part, value in (each if isinstance(each, tuple) else ("", each) for each in values)
    ]
    return Publication(date=DAY, questionnaire=name, par="niveau", seuil=11, lignes=tuple(lines))


def test_the_same_questions_are_the_same_form_whatever_its_name() -> None:
    former, new = of(CANTEEN), of(CANTEEN, "un_autre_nom")
    assert compared_with([former], new) == (former,)
    assert other_form([former], new) is None


@pytest.mark.parametrize(
    ("edited", "named"),
    [
        ({"repas": CANTEEN["cantine"], "velo": ("oui", "non")}, "cantine"),
        ({"cantine": ("oui", "non"), "velo": ("oui", "non")}, "cantine"),
        ({"cantine": ("oui", "rarement", "non"), "velo": ("oui", "non")}, "cantine"),
        ({"cantine": CANTEEN["cantine"], "velo": (("bleu", "oui"), ("rouge", "oui"))}, "velo"),
        ({"bus": ("oui", "non")}, "cantine ; velo"),
    ],
)
def test_a_question_renamed_or_answered_otherwise_is_another_form_though_the_name_stays(
    edited: Any, named: str
) -> None:
    former, new = of(CANTEEN), of(edited)
    assert compared_with([former], new) == ()
    found = other_form([former], new)
    assert found is not None
    assert (found.date, found.questions) == (DAY, ", ".join(f"« {each} »" for each in named.split(" ; ")))


def test_a_question_more_or_fewer_is_compared_and_one_in_the_place_of_another_is_not() -> None:
    fewer = {"cantine": CANTEEN["cantine"]}
    for pair in ((of(fewer), of(CANTEEN)), (of(CANTEEN), of(fewer))):
        assert (compared_with(pair[:1], pair[1]), other_form(pair[:1], pair[1])) == (pair[:1], None)
    instead = {**fewer, "bus": ("oui", "non")}
    assert (compared_with([of(CANTEEN)], of(instead)), other_form([of(fewer)], of(instead))) == ((), None)
    assert other_form([of(CANTEEN)], of(instead)) is not None


def test_a_form_that_was_said_to_be_another_waits_for_no_second_yes_until_it_asks_more() -> None:
    bus = {"bus": ("oui", "non")}
    both = [of(CANTEEN), of(bus)]
    for again in (CANTEEN, bus, {"cantine": CANTEEN["cantine"]}):
        assert other_form(both, of(again)) is None
    assert other_form(both, of({**bus, "repas": CANTEEN["cantine"]})) is not None


def test_axes_that_nobody_could_be_placed_on_change_no_form() -> None:
    placed = {**CANTEEN, "axe__equipement": ("suffisant", "insuffisant")}
    assert questions_of(of(placed)) == questions_of(of(CANTEEN))


def test_what_a_form_asks_is_read_in_any_publication_of_it_however_little_is_told() -> None:
    items = (
        Item(id="bus", axis="preferences", kind="multiple", values=("matin", "soir")),
        Item(id="avis", axis="preferences", kind="grid", rows=("accueil", "garderie"), values=("bien", "moyen")),
        Item(id="cantine", axis="preferences", kind="single", values=("oui", "parfois", "non")),
    )
    together = {"cantine": ("oui parfois | non",)}
    form = Questionnaire(version=1, id="cantine", items=items, context=family_questionnaire().context, regroup=together)
    found = {
        (families, seuil, by): publication(indicators(answers, threshold=seuil, by=by), form.id, DAY)
        for families in (3, 14, 40, 90)
        for answers in [some_families(form, families, seed=5)]
        for seuil in (5, 11)
        for by in ("niveau", "mode")
    }
    whole = questions_of(found[90, 5, "niveau"])
    assert {"bus", "avis", "cantine", "niveau", "mode"} == set(whole)
    assert whole["avis"] >= {("accueil", "bien"), ("garderie", "moyen"), ("garderie", "sans_reponse")}
    assert [key for key, each in found.items() if questions_of(each) != whole] == []
    # Some of them tell answers together only.
    assert {"+" in line.valeur for each in found.values() for line in each.lignes} == {True, False}


def test_two_exports_of_a_form_whose_name_changed_are_compared() -> None:
    lines = of(CANTEEN).lignes
    more = tuple(line.model_copy(update={"reponses": 34}) for line in lines)
    new = Publication(date=DAY, questionnaire="un_autre_nom", par="niveau", seuil=11, lignes=more)
    with pytest.raises(DifferencingError, match="isolerait moins de 11"):
        check_differencing([of(CANTEEN)], new)


LONG = {
    "cantine": "Votre enfant mange-t-il à la cantine les jours où il n'a pas de cours l'après-midi, ou jamais ?",
    "cantine-oui": "Oui, tous les jours",
    "velo": "Vient-il à vélo ?",
}


def test_a_refusal_names_a_question_by_the_words_of_the_form_cut_at_one_of_them() -> None:
    for former, new in (
        (of(CANTEEN).model_copy(update={"mots": LONG}), of({"repas": ("oui", "non")})),
        # A register of before does not hold the words: those of the new form are taken where it has them.
        (of(CANTEEN), of({"repas": ("oui", "non"), "velo": ("oui", "non")}).model_copy(update={"mots": LONG})),
    ):
        found = other_form([former], new)
        assert found is not None
        assert "« Votre enfant mange-t-il à la cantine les jours où il n'a pas de cours… »" in found.questions


def test_a_group_and_a_cell_that_two_exports_would_isolate_are_named_by_the_words_of_the_form() -> None:
    def export(count: int) -> Publication:
        told = {"effectif": count, "au_moins": count, "au_plus": count}
        line = PublishedCell(groupe="ensemble", question="cantine", partie="", valeur="oui", **told, reponses=60)
        return of(CANTEEN).model_copy(update={"lignes": (line,), "mots": LONG})

    with pytest.raises(DifferencingError, match=r"\(ensemble, Oui, tous les jours\)"):
        check_differencing([export(30)], export(34))
    by = export(30).model_copy(update={"par": "cantine"})
    with pytest.raises(DifferencingError, match="publiées par «\u00a0Votre enfant mange-t-il"):
        check_differencing([by], export(34))
