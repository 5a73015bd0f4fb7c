"""Settings of modules 02 and 03: the figures are those of the engine, edges come in pairs, laws always hold."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from narrowing import of_kind

from liaison.base.faults import FrenchError
from liaison.diagnostic.collection_question import CollectionQuestion, CollectionSettings
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.fictitious import collected, fictitious_families
from liaison.diagnostic.hypotheses import WAYS
from liaison.diagnostic.publication_question import PublicationQuestion, PublicationSettings, shown_table
from liaison.school.fictitious.generator import school_from
from liaison.support.fictitious import fiction
from liaison.support.loans.priorities import CRITERIA
from liaison.support.loans.question import MOST, Lent, LoanChoices, LoanQuestion
from liaison.support.workshops.question import PricedWorkshops, WorkshopChoices, WorkshopQuestion
from liaison.training.exercise.consequences import measured
from liaison.training.exercise.definition import EXERCISE_FILE, ExerciseError, exercise
from liaison.training.exercise.scoring import mark

SECOND, THIRD = exercise("02_diagnostic_familles"), exercise("03_accompagnement")
COLLECTION = of_kind(SECOND.question("atteindre_sans_s_epuiser"), CollectionQuestion)
PUBLICATION = of_kind(SECOND.question("publier_sans_designer"), PublicationQuestion)
LOANS = of_kind(THIRD.question("preter_dans_un_budget"), LoanQuestion)
WORKSHOPS = of_kind(THIRD.question("ateliers_ou_l_on_vient"), WorkshopQuestion)


def asked(*steps: tuple[str, str]) -> CollectionSettings:
    return CollectionSettings.model_validate({"steps": [{"way": way, "to": to} for way, to in steps]})


def held(question: Any, value: Any) -> dict[str, bool]:
    return {one.id: found.holds for one, found in measured(question, question.settings_of(value))}


STEPS = st.lists(st.sampled_from(WAYS), min_size=1, max_size=3, unique=True).flatmap(
    lambda ways: st.tuples(
        *(st.tuples(st.just(way), st.sampled_from(["tous", "compte_inactif", "sans_telephone_connu"])) for way in ways)
    )
)


# La collecte


@pytest.mark.parametrize("ways", [("en_ligne",), ("telephone", "papier"), ("papier", "en_ligne", "telephone")])
def test_who_answers_is_who_answers_in_the_diagnosis(ways: tuple[Any, ...]) -> None:
    families = fictitious_families(school_from("college_rep_plus", 7), 7)
    answers = collected(families, ways, 7)
    found = COLLECTION.figures(asked(*((way, "tous") for way in ways)))
    assert int(found.answered.sum()) == len(answers)
    # A skipped question hides where a family stands: fewer are placed than answered.
    assert found.seen("debutantes") >= int((axes(answers)["competences"] == "debutant").sum()) > 0


def test_hours_are_those_of_the_families_asked() -> None:
    minutes = COLLECTION.scenario.minutes
    alone, both = (
        COLLECTION.figures(asked(("telephone", "tous"))),
        COLLECTION.figures(asked(("papier", "tous"), ("telephone", "tous"))),
    )
    assert alone.hours * 60 == pytest.approx(352 * minutes["telephone"])
    silent = 352 - int(COLLECTION.figures(asked(("papier", "tous"))).answered.sum())
    assert both.hours * 60 == pytest.approx(352 * minutes["papier"] + silent * minutes["telephone"])


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_one_more_way_never_loses_an_answer_nor_saves_time(steps: tuple[tuple[str, str], ...]) -> None:
    for count in range(1, len(steps)):
        before, after = COLLECTION.figures(asked(*steps[:count])), COLLECTION.figures(asked(*steps[: count + 1]))
        assert np.all(after.answered | ~before.answered)
        assert after.hours >= before.hours


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_the_order_of_ways_meant_for_all_changes_the_time_and_not_who_answers(
    steps: tuple[tuple[str, str], ...],
) -> None:
    everyone = [(way, "tous") for way, _ in steps]
    first, last = COLLECTION.figures(asked(*everyone)), COLLECTION.figures(asked(*reversed(everyone)))
    assert np.array_equal(first.answered, last.answered)


def test_only_those_the_school_means_are_asked() -> None:
    found = COLLECTION.figures(asked(("telephone", "compte_inactif")))
    inactive = found.families.table["compte_inactif"].to_numpy(dtype=bool)
    assert found.hours * 60 == pytest.approx(COLLECTION.scenario.minutes["telephone"] * inactive.sum())
    assert not found.answered[~inactive].any()


def test_calling_last_holds_in_the_time_and_calling_first_does_not() -> None:
    last = {"steps": [{"way": "en_ligne"}, {"way": "papier"}, {"way": "telephone"}]}
    first = {"steps": [{"way": "telephone"}, {"way": "papier"}, {"way": "en_ligne"}]}
    assert held(COLLECTION, last)["trente_heures"]
    assert not held(COLLECTION, first)["trente_heures"]
    assert mark(COLLECTION, first).points == 3


def test_a_family_that_is_missed_has_the_need_of_the_condition_and_has_not_answered() -> None:
    steps = asked(("en_ligne", "tous"))
    found = COLLECTION.figures(steps)
    told = COLLECTION.missed(steps, COLLECTION.condition("sans_connexion_vues"))  # type: ignore[arg-type]
    assert told is not None
    place = int(told.name.split()[-1]) - 1
    assert found.families.need["sans_connexion"][place]
    assert not found.answered[place]
    assert "sur papier" in told.summary or "par téléphone" in told.summary


# La publication


def shown(**changes: Any) -> PublicationSettings:
    return PublicationSettings.model_validate({**PUBLICATION.key, **changes})


def counts(settings: PublicationSettings) -> list[float]:
    return [found.value for _, found in measured(PUBLICATION, settings)]


@pytest.mark.parametrize("group", ["ensemble", "niveau", "langue"])
@pytest.mark.parametrize("threshold", [11, 17])
def test_protected_at_the_rule_or_above_nothing_small_is_ever_found(group: str, threshold: int) -> None:
    tables = dict.fromkeys(("axe__competences", "axe__equipement", "connexion"), group)
    assert counts(shown(tableaux=tables, seuil=threshold))[0] == 0


def test_groups_of_five_are_read_when_the_threshold_is_five_and_not_when_it_is_six() -> None:
    assert counts(shown(seuil=5))[0] > 0
    assert counts(shown(seuil=6))[0] == 0


def test_hiding_small_numbers_alone_leaves_them_to_a_subtraction() -> None:
    table = shown_table(PUBLICATION.scenario, "axe__competences", "niveau", 11, "petits")
    assert table.inferred
    for row, column in table.inferred:
        assert table.hidden[row, column]
        # The only one hidden of its line: the total gives it away; or its column does.
        assert table.hidden[row].sum() == 1 or table.hidden[:, column].sum() == 1 or len(table.inferred) > 1
    protected = shown_table(PUBLICATION.scenario, "axe__competences", "niveau", 11, "proteges")
    assert protected.inferred == ()
    assert np.all(protected.hidden | ~table.hidden)


@settings(max_examples=15, deadline=None)
@given(
    st.sampled_from(["axe__competences", "axe__equipement"]),
    st.sampled_from(["ensemble", "niveau"]),
    st.integers(5, 30),
)
def test_what_is_hidden_grows_from_nothing_to_small_to_protected(topic: Any, group: Any, threshold: int) -> None:
    nothing, small, whole = (
        shown_table(PUBLICATION.scenario, topic, group, threshold, hiding) for hiding in ("rien", "petits", "proteges")
    )
    assert not nothing.hidden.any()
    assert len(small.inferred) <= len(nothing.inferred)
    assert len(whole.inferred) <= len(small.inferred)


def test_a_topic_that_is_not_shown_hides_nothing_and_tells_nothing() -> None:
    assert counts(shown(tableaux={})) == [0, 0, 0]
    assert held(PUBLICATION, {**PUBLICATION.key, "tableaux": {}}) == {
        "rien_a_retrouver": True,
        "peu_de_nombres_caches": True,
        "nombres_utiles": False,
    }


# Les prêts


def lent(**changes: Any) -> Lent:
    return LOANS.figures(LoanChoices.model_validate({**LOANS.key, **changes}))


def test_the_cost_is_counted_by_hand() -> None:
    found = lent(ordinateur={"nombre": 3}, cle_4g={"nombre": 2}, rendez_vous=5)
    assert found.cost == 3 * 300 + 2 * (40 + 7 * 10) + 5 * 40


def test_six_thousand_euros_hold_and_one_computer_more_does_not() -> None:
    just = {"ordinateur": {"nombre": 20}, "cle_4g": {"nombre": 0}, "rendez_vous": 0}
    assert held(LOANS, just)["six_mille_euros"]
    assert not held(LOANS, {**just, "ordinateur": {"nombre": 21}})["six_mille_euros"]


def test_as_many_meetings_as_learners_and_one_less() -> None:
    learners = len(lent(rendez_vous=0).alone)
    assert learners == 3
    assert held(LOANS, {**LOANS.key, "rendez_vous": learners})["personne_seule"]
    assert not held(LOANS, {**LOANS.key, "rendez_vous": learners - 1})["personne_seule"]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(sorted(CRITERIA)), unique=True), st.integers(0, MOST - 1))
def test_one_more_computer_never_makes_anybody_wait(criteria: list[str], count: int) -> None:
    fewer, more = (lent(ordinateur={"nombre": number, "criteres": criteria}) for number in (count, count + 1))
    for name in ("sans_appareil_servies", "examen_partage_servies"):
        condition: Any = LOANS.condition(name)
        assert set(more.waiting(condition)) <= set(fewer.waiting(condition))
    assert more.cost > fewer.cost


def test_who_waits_is_counted_by_their_own_answers() -> None:
    found = lent(ordinateur={"nombre": 0}, cle_4g={"nombre": 0})
    table = fiction("college_urbain_mixte", 7, ("en_ligne", "papier"), LOANS.scenario.today).needs.table
    asks = table[table["demande_ordinateur"]]
    exam = asks["niveaux"].str.contains("troisieme") & asks["partage"].isin(
        ["deux_enfants", "trois_enfants_ou_plus", "pas_d_appareil"]
    )
    conditions: list[Any] = list(LOANS.conditions)
    assert len(found.waiting(conditions[0])) == int(asks["partage"].eq("pas_d_appareil").sum()) == 3
    assert len(found.waiting(conditions[1])) == int(exam.sum()) == 13


# Les ateliers


def gathered(**slots: Any) -> PricedWorkshops:
    return WORKSHOPS.figures(WorkshopChoices.model_validate({"creneaux": slots}))


EVENING = {"ateliers": 2, "interprete": "arabe", "garde": True}
SLOT = st.fixed_dictionaries(
    {"ateliers": st.integers(0, 1), "interprete": st.sampled_from([None, "arabe"]), "garde": st.booleans()}
)


def test_the_price_of_a_slot_is_counted_by_hand_and_an_empty_slot_costs_nothing() -> None:
    assert gathered(jeudi_18h=EVENING).cost == 1.5 * (2 * 40 + 45 + 20)
    assert gathered(jeudi_18h={**EVENING, "ateliers": 0}).cost == 0
    assert gathered(jeudi_18h={"ateliers": 1}).cost == 60


@settings(max_examples=8, deadline=None)
@given(SLOT, SLOT)
def test_every_family_that_asks_has_a_place_waits_or_has_no_slot(evening: Any, saturday: Any) -> None:
    found = gathered(jeudi_18h=evening, samedi_10h=saturday)
    assert sum(found.plan.counts().values()) == 46
    assert found.beginners <= found.placed
    # Nothing rests on the time that the machine had.
    assert found.plan.proven == ("debutant", "nombre", "tirage")


@settings(max_examples=8, deadline=None)
@given(SLOT)
def test_who_helps_never_takes_a_slot_away_from_anybody(evening: Any) -> None:
    with_help = gathered(jeudi_18h={**evening, "interprete": "arabe", "garde": True})
    condition: Any = WORKSHOPS.conditions[2].model_copy(update={"language": None})
    assert set(with_help.without_slot(condition)) <= set(gathered(jeudi_18h=evening).without_slot(condition))
    assert with_help.placed >= gathered(jeudi_18h=evening).placed


def test_what_is_put_on_a_slot_without_a_workshop_changes_nothing() -> None:
    empty = {"ateliers": 0, "interprete": "portugais", "garde": True}
    assert gathered(jeudi_18h=EVENING, mardi_9h=empty) is gathered(jeudi_18h=EVENING)


def test_an_interpreter_when_families_can_come_gives_them_a_slot_and_at_another_time_does_not() -> None:
    condition: Any = WORKSHOPS.condition("arabophones_attendues")
    evening = {"ateliers": 1, "interprete": "arabe", "garde": True}
    assert gathered(jeudi_18h=evening).without_slot(condition) == []
    assert len(gathered(jeudi_18h={**evening, "garde": False}).without_slot(condition)) == 1
    assert len(gathered(mardi_9h={"ateliers": 1, "interprete": "arabe"}).without_slot(condition)) == 3
    assert len(gathered(jeudi_18h={"ateliers": 1}).without_slot(condition)) == 3


def test_no_workshop_at_all_places_nobody() -> None:
    assert held(WORKSHOPS, {"creneaux": {}}) == {
        "trente_familles": False,
        "debutantes_d_abord": False,
        "arabophones_attendues": False,
        "dans_le_budget": True,
    }


# Ce qui ne peut pas être retenu


@pytest.mark.parametrize(
    ("question", "value", "said"),
    [
        (COLLECTION, {"steps": [{"way": "papier"}, {"way": "papier"}]}, "qu'une fois"),
        (COLLECTION, {"steps": []}, "1 valeur"),
        (COLLECTION, {"steps": [{"way": "pigeon"}]}, "pigeon"),
        (PUBLICATION, {**PUBLICATION.key, "seuil": 4}, "5 au moins"),
        (PUBLICATION, {**PUBLICATION.key, "seuil": 31}, "30 au plus"),
        (PUBLICATION, {**PUBLICATION.key, "cacher": "tout"}, "tout"),
        (LOANS, {**LOANS.key, "rendez_vous": MOST + 1}, "60 au plus"),
        (LOANS, {**LOANS.key, "ordinateur": {"nombre": 2, "criteres": ["fratrie", "fratrie"]}}, "deux fois"),
        (LOANS, {"ordinateur": {"nombre": 2}}, "cette valeur manque"),
        (WORKSHOPS, {"creneaux": {"lundi": {"ateliers": 1}}}, "Créneau inconnu"),
        (WORKSHOPS, {"creneaux": {"jeudi_18h": {"ateliers": 1, "interprete": "turc"}}}, "turc"),
        (WORKSHOPS, {"creneaux": {"jeudi_18h": {"ateliers": 3}}}, "2 au plus"),
    ],
)
def test_settings_that_cannot_be_are_refused_in_french_and_earn_nothing(question: Any, value: Any, said: str) -> None:
    with pytest.raises(FrenchError, match=said):
        question.settings_of(value)
    marked = mark(question, value)
    assert marked.points == 0
    assert said in (marked.fault or "")


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("02_diagnostic_familles", ("        need: debutantes\n", ""), "need.* va avec"),
        ("02_diagnostic_familles", ("measure: retrouvables", "measure: caches"), "mesures inconnues"),
        ("02_diagnostic_familles", ("{way: papier, to: tous}", "{way: en_ligne, to: tous}"), "qu'une fois"),
        (
            "03_accompagnement",
            ("        language: arabe\n        at_most: 0", "        language: arabe"),
            "at_most ou at_least",
        ),
        ("03_accompagnement", ("interprete: portugais", "interprete: turc"), "Aucun interprète"),
        ("03_accompagnement", ("measure: sans_creneau", "measure: placees"), "language.* va avec"),
    ],
)
def test_a_setting_question_that_does_not_hold_together_is_refused_in_french(
    name: str, change: tuple[str, str], said: str
) -> None:
    text = EXERCISE_FILE.preset_text(name)
    assert change[0] in text
    with pytest.raises(ExerciseError, match=said):
        EXERCISE_FILE.parse(text.replace(*change, 1), "« essai.yaml »")


def test_the_numbers_that_the_questions_and_the_bets_tell_are_those_of_the_engine() -> None:
    families = COLLECTION.figures(asked(("telephone", "tous"))).families
    assert (len(families), *(int(families.need[name].sum()) for name in ("debutantes", "sans_connexion"))) == (
        352,
        67,
        12,
    )
    assert "352 familles, dont 67 débutent avec l'ENT et 12 " in COLLECTION.text
    online = COLLECTION.figures(asked(("en_ligne", "tous"))).seen("debutantes")
    every = COLLECTION.figures(asked(*((way, "tous") for way in ("en_ligne", "papier", "telephone"))))
    assert SECOND.bet is not None
    assert SECOND.bet.after.startswith(f"Il y en a {online} sur 67.")
    assert f"il y en a {every.seen('debutantes')} ;" in SECOND.bet.after.replace("\u00a0", " ")
    start = LOANS.figures(of_kind(LOANS.started(), LoanChoices))
    assert (len(start.loans["ordinateur"].table), len(start.loans["cle_4g"].table)) == (43, 15)
    assert "43 demandent un ordinateur, 15 une clé" in LOANS.text
    assert THIRD.bet is not None
    assert THIRD.bet.after.startswith(f"Il y en a {len(start.alone)} sur 20.")
    asking = gathered().plan.table.index
    needs = gathered().fiction.needs.table.loc[asking]
    beginners, arabic = int(needs["competences"].eq("debutant").sum()), int(needs["langue"].eq("arabe").sum())
    assert (len(asking), beginners, arabic) == (46, 12, 3)
    assert "46 demandent un atelier, dont 12 qui débutent et 3 qui parlent arabe" in WORKSHOPS.text
