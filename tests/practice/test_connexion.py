"""Entrer dans l'ENT, activer son compte, retrouver son mot de passe, reconnaître une fausse page, quitter un poste."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from liaison.practice.inputs import class_of
from liaison.practice.machine import Event
from walking import MACHINE, begin, done, said, seen, walk

NADIA = ("entrer_responsable", "identifiant=n_benali", "mot_de_passe:", "se_connecter")
NEW_PASSWORD = ("connexion_mobile:", "oubli_envoyer", "connexion_code:", "oubli_verifier", "connexion_nouveau:")
INTENDED = {
    "se_connecter_responsable": ("ouvrir_ent", *NADIA),
    "activer_compte": (
        "entrer_responsable",
        "aller_activation",
        "connexion_mobile:",
        "activation_suite",
        "connexion_code:",
        "activation_verifier",
        "connexion_naissance:",
        "activation_enfant_suite",
        "connexion_nouveau:",
        "activation_finir",
    ),
    "mot_de_passe_oublie": ("entrer_responsable", "aller_oubli", *NEW_PASSWORD, "oubli_finir"),
    "ordinateur_partage": ("poste_sortir", "poste_laisser"),
    "fausse_page": ("ouvrir_sms", "piege_verifier_sms", "piege_avis=fausse", "piege_signaler"),
    "mot_de_passe_donne": ("apres_changer", *NEW_PASSWORD, "oubli_finir", "apres_prevenir"),
}


@pytest.mark.parametrize("mission", INTENDED)
def test_the_intended_walk_does_the_mission_and_not_one_step_earlier(mission: str) -> None:
    start = begin(mission)
    assert not done(mission, walk(start, *INTENDED[mission][:-1]))
    assert done(mission, walk(start, *INTENDED[mission]))


def test_every_mission_of_the_service_has_its_walk() -> None:
    assert {one.id for service, one in MACHINE.scenario.missions.values() if service.service == "connexion"} == set(
        INTENDED
    )


@pytest.mark.parametrize(
    ("steps", "account"),
    [
        (NADIA, "responsable1"),
        (("entrer_responsable", "identifiant=k_benali", "mot_de_passe_karim:", "se_connecter"), "responsable2"),
        (("entrer_eleve", "mot_de_passe_ines:", "se_connecter_eleve"), "eleve"),
    ],
)
def test_each_account_opens_with_its_own_sheet(steps: tuple[str, ...], account: str) -> None:
    state = walk(begin("se_connecter_responsable"), "ouvrir_ent", *steps)
    assert (state.values["session"], state.values["ecran"]) == (account, "menu")
    assert not any(state.typed.values())


@pytest.mark.parametrize(
    ("steps", "press"),
    [
        (("entrer_responsable", "identifiant=n_benali", "mot_de_passe:Lune-Train-2026"), "se_connecter"),
        (("entrer_responsable", "identifiant=k_benali", "mot_de_passe_karim:Soleil-Velo-2026"), "se_connecter"),
        (("entrer_eleve", "mot_de_passe_ines:Soleil-Velo-2026"), "se_connecter_eleve"),
    ],
)
def test_the_password_of_another_account_opens_nothing_and_says_what_to_do(steps: tuple[str, ...], press: str) -> None:
    state = walk(begin("se_connecter_responsable"), "ouvrir_ent", *steps, press)
    assert (state.values["session"], said(state)) == ("personne", "connexion-mot-de-passe-faux")


def test_a_password_typed_for_nobody_is_asked_for_an_identifier_first() -> None:
    state = walk(begin("se_connecter_responsable"), "ouvrir_ent", "entrer_responsable", "se_connecter")
    assert said(state) == "connexion-choisir-identifiant"


@pytest.mark.parametrize("field", ["connexion_mobile", "connexion_code", "connexion_naissance", "connexion_nouveau"])
@pytest.mark.parametrize("wrong", [False, True])
def test_activation_stops_at_an_empty_or_wrong_field_then_goes_on_when_it_is_corrected(field: str, wrong: bool) -> None:
    steps = INTENDED["activer_compte"]
    place = steps.index(f"{field}:")
    typed = (f"{field}:{MACHINE.scenario.inputs[field].samples.faux}",) if wrong else ()
    stopped = walk(begin("activer_compte"), *steps[:place], *typed, steps[place + 1])
    assert stopped.said is not None
    assert stopped.said.tone == "erreur"
    assert said(stopped) == "connexion-remplir" or wrong
    assert done("activer_compte", walk(stopped, *steps[place:]))


def test_the_birth_date_of_the_child_of_the_other_school_is_refused_with_its_reason() -> None:
    steps = INTENDED["activer_compte"]
    state = walk(begin("activer_compte"), *steps[:6], "connexion_naissance:02/10/2016", "activation_enfant_suite")
    assert said(state) == "connexion-naissance-faux"


@pytest.mark.parametrize(("password", "accepted"), [("trois-chats", False), ("trois-chats-", True)])
def test_a_new_password_has_twelve_signs(password: str, accepted: bool) -> None:
    steps = INTENDED["mot_de_passe_oublie"]
    state = walk(begin("mot_de_passe_oublie"), *steps[:-2], f"connexion_nouveau:{password}", "oubli_finir")
    assert done("mot_de_passe_oublie", state) is accepted


@pytest.mark.parametrize("written", ["Soleil-Velo-2026", " Soleil-Velo-٢٠٢٦ "])
@pytest.mark.parametrize("mission", ["fausse_page", "mot_de_passe_donne", "mot_de_passe_oublie"])
def test_a_password_changed_into_itself_is_refused_and_another_one_is_not(mission: str, written: str) -> None:
    given = ("ouvrir_sms", "piege_ouvrir", "piege_mot_de_passe:", "piege_envoyer", "apres_changer", *NEW_PASSWORD)
    steps = given if mission == "fausse_page" else INTENDED[mission][: INTENDED[mission].index("oubli_finir")]
    told = () if mission == "mot_de_passe_oublie" else ("apres_prevenir",)
    same = walk(begin(mission), *steps[:-1], f"connexion_nouveau:{written}", "oubli_finir")
    assert (said(same), same.values["ecran"]) == ("connexion-nouveau-ancien", "oubli_nouveau")
    assert not done(mission, same)
    other = walk(same, "connexion_nouveau:Soleil-Velo-2027", "oubli_finir", *told)
    assert done(mission, other)


def test_who_activates_an_account_has_no_former_password() -> None:
    steps = INTENDED["activer_compte"]
    state = walk(begin("activer_compte"), *steps[:-2], "connexion_nouveau:Soleil-Velo-2026", "activation_finir")
    assert done("activer_compte", state)


def test_a_wrong_code_is_refused_and_the_right_one_still_works() -> None:
    steps = INTENDED["mot_de_passe_oublie"]
    stopped = walk(begin("mot_de_passe_oublie"), *steps[:4], "connexion_code:123456", "oubli_verifier")
    assert said(stopped) == "connexion-code-faux"
    assert done("mot_de_passe_oublie", walk(stopped, *steps[4:]))


def test_a_form_left_half_filled_is_empty_for_who_comes_next() -> None:
    left = walk(begin("se_connecter_responsable"), "ouvrir_ent", *NADIA[:3], "menu")
    assert left.typed["mot_de_passe"]
    assert not any(walk(left, "ouvrir_ent").typed.values())


def test_the_fake_page_called_true_is_put_right_and_the_answer_can_be_changed() -> None:
    wrong = walk(begin("fausse_page"), "ouvrir_sms", "piege_verifier_sms", "piege_avis=vraie", "piege_signaler")
    assert said(wrong) == "connexion-piege-pas-vraie"
    assert not done("fausse_page", wrong)
    assert done("fausse_page", walk(wrong, "piege_avis=fausse", "piege_signaler"))


def test_every_thing_to_look_at_on_the_fake_page_says_what_it_proves() -> None:
    state = walk(begin("fausse_page"), "ouvrir_sms", "piege_ouvrir", "piege_verifier_page")
    for name in ("adresse", "urgence", "carte", "cadenas"):
        assert (said(walk(state, f"piege_voir_{name}")) or "").endswith("-dit")


def test_a_card_number_typed_on_the_fake_page_is_erased_at_once() -> None:
    state = walk(begin("fausse_page"), "ouvrir_sms", "piege_ouvrir", "piege_carte:4970 1234")
    after = walk(state, "piege_envoyer")
    assert (said(after), after.typed["piege_carte"]) == ("connexion-piege-carte-refusee", "")
    assert after.values["piege_suite"] == "rien"


def test_a_password_typed_on_the_fake_page_is_not_kept_and_what_to_do_is_shown() -> None:
    typed = walk(begin("fausse_page"), "ouvrir_sms", "piege_ouvrir", "piege_mot_de_passe:Soleil-Velo-2026")
    after = walk(typed, "piege_envoyer")
    assert (after.values["ecran"], after.values["piege_suite"]) == ("piege_apres", "saisi")
    assert after.typed["piege_mot_de_passe"] == ""


@pytest.mark.parametrize("order", ["given_then_told", "told_then_given"])
def test_a_password_given_on_the_fake_page_must_be_changed_before_the_mission_is_done(order: str) -> None:
    given = walk(begin("fausse_page"), "ouvrir_sms", "piege_ouvrir", "piege_mot_de_passe:", "piege_envoyer")
    tell = ("piege_verifier_sms", "piege_avis=fausse", "piege_signaler")
    changed = ("apres_changer", *NEW_PASSWORD, "oubli_finir")
    if order == "given_then_told":
        told = walk(given, "retour", *tell)
        assert not done("fausse_page", told)
        assert told.values["ecran"] == "piege_apres"
        assert done("fausse_page", walk(told, *changed))
    else:
        assert not done("fausse_page", walk(given, *changed))
        assert done("fausse_page", walk(given, *changed, "apres_prevenir"))


def test_telling_the_school_before_changing_the_password_says_what_is_more_pressing() -> None:
    early = walk(begin("mot_de_passe_donne"), "apres_prevenir")
    assert said(early) == "connexion-apres-changer-avant"
    assert done("mot_de_passe_donne", walk(early, *INTENDED["mot_de_passe_donne"]))


def test_the_password_may_also_be_changed_from_the_front_door_of_the_ent() -> None:
    door = walk(begin("mot_de_passe_donne"), "menu", "ouvrir_ent", "entrer_responsable", "aller_oubli")
    assert done("mot_de_passe_donne", walk(door, *NEW_PASSWORD, "oubli_finir", "apres_prevenir"))


@pytest.mark.parametrize("leaving", [("poste_laisser",), ("poste_fermer", "poste_laisser")])
def test_a_window_closed_without_signing_out_shows_everything_to_the_next_person(leaving: tuple[str, ...]) -> None:
    left = walk(begin("ordinateur_partage"), *leaving)
    assert not done("ordinateur_partage", left)
    assert "connexion-suivant-voit" in seen(left)
    assert "connexion-suivant-messages-vu" in seen(left)
    back = walk(left, "poste_revenir")
    reopened = walk(back, "poste_rouvrir") if len(leaving) == 2 else back
    assert done("ordinateur_partage", walk(reopened, *INTENDED["ordinateur_partage"]))


def test_after_signing_out_the_next_person_sees_nothing() -> None:
    left = walk(begin("ordinateur_partage"), *INTENDED["ordinateur_partage"])
    assert "connexion-suivant-rien" in seen(left)
    assert "connexion-suivant-messages" not in seen(left)


WRONG = (*NADIA[:2], "mot_de_passe:soleil", "se_connecter")


def test_the_third_wrong_password_in_a_row_locks_the_account_and_the_second_says_so_before() -> None:
    once = walk(begin("se_connecter_responsable"), "ouvrir_ent", *WRONG)
    assert said(once) == "connexion-mot-de-passe-faux"
    twice = walk(once, "se_connecter")
    assert said(twice) == "connexion-dernier-essai"
    assert done("se_connecter_responsable", walk(twice, *NADIA[2:]))
    locked = walk(twice, "se_connecter")
    assert locked.values["ecran"] == "connexion_bloque"
    again = walk(locked, "retour", *NADIA)
    assert (again.values["session"], again.values["ecran"]) == ("personne", "connexion_bloque")


@pytest.mark.parametrize("way", ["wait", "code"])
def test_a_locked_account_opens_again_by_waiting_or_by_a_code(way: str) -> None:
    locked = walk(begin("se_connecter_responsable"), "ouvrir_ent", *WRONG, "se_connecter", "se_connecter")
    steps = ("bloque_attendre", *NADIA[1:]) if way == "wait" else ("bloque_oubli", *NEW_PASSWORD, "oubli_finir")
    opened = walk(locked, *steps)
    assert done("se_connecter_responsable", opened)
    assert opened.values["connexion_erreurs"] == "zero"


def test_a_right_password_forgets_the_mistakes_before_it() -> None:
    opened = walk(begin("se_connecter_responsable"), "ouvrir_ent", *WRONG, *NADIA[2:])
    assert opened.values["connexion_erreurs"] == "zero"


def test_the_sign_in_page_says_which_real_service_it_stands_for_and_that_it_is_invented() -> None:
    assert "connexion-vraie-page" in seen(walk(begin("activer_compte"), "entrer_responsable"))


def test_a_password_given_to_the_false_page_is_not_taken_back_by_undo() -> None:
    given = walk(begin("fausse_page"), "ouvrir_sms", "piege_ouvrir", "piege_mot_de_passe:", "piege_envoyer")
    undone = MACHINE.step(given, Event("undo"))
    assert undone.values["piege_suite"] == "saisi"
    told = walk(MACHINE.step(undone, Event("back")), "piege_verifier_sms", "piege_avis=fausse", "piege_signaler")
    assert not done("fausse_page", told)


TRAP = {name: MACHINE.scenario.inputs[name] for name in ("piege_mot_de_passe", "piege_carte")}
TELL = ("piege_verifier_sms", "piege_avis=fausse", "piege_signaler")


@given(password=st.text(max_size=20), card=st.text(max_size=25), presses=st.integers(1, 3), told_first=st.booleans())
@example(password="Soleil-Velo-2026", card="4970 0000 0000 0000", presses=1, told_first=False)
@example(password="Soleil-Velo-2026", card="", presses=1, told_first=True)
@example(password="", card="4970 0000 0000 0000", presses=2, told_first=False)
def test_whatever_is_typed_on_the_fake_page_a_password_that_left_is_changed_before_the_mission_is_done(
    password: str, card: str, presses: int, told_first: bool
) -> None:
    before = (*TELL, "retour") if told_first else ()
    state = walk(begin("fausse_page"), "ouvrir_sms", *before, "piege_ouvrir")
    for field, text in (("piege_mot_de_passe", password), ("piege_carte", card)):
        state = MACHINE.step(state, Event("type", field, text))
    for _ in range(presses):
        if state.values["ecran"] == "piege_page":
            state = walk(state, "piege_envoyer")
    left = class_of(TRAP["piege_mot_de_passe"], password) != "vide"
    assert (state.values["piege_suite"] == "saisi") is left
    assert all(class_of(field, state.typed[name]) == "vide" for name, field in TRAP.items())
    if left:
        told = walk(state, "retour", *TELL)
        assert not done("fausse_page", told)
        assert done("fausse_page", walk(told, "apres_changer", *NEW_PASSWORD, "oubli_finir"))
    else:
        assert done("fausse_page", walk(state, "retour", *TELL))


@pytest.mark.parametrize("password", ["piege_mot_de_passe:", ""])
def test_who_gave_a_card_is_told_to_call_the_bank_and_it_stays_written(password: str) -> None:
    typed = ("ouvrir_sms", "piege_ouvrir", "piege_carte:", *filter(None, [password]), "piege_envoyer")
    given = walk(begin("fausse_page"), *typed)
    assert said(given) == "connexion-piege-carte-refusee"
    assert MACHINE.step(given, Event("undo")).values["piege_banque"] == "appeler"
    told = walk(given, "retour", *TELL)
    assert "connexion-apres-banque" in seen(told)
    if password:
        assert "connexion-apres-banque" in seen(given)
        assert "connexion-apres-banque" in seen(walk(given, "apres_changer", *NEW_PASSWORD, "oubli_finir"))
    else:
        assert done("fausse_page", told)
    assert "connexion-apres-banque" not in seen(walk(begin("fausse_page"), "ouvrir_sms", *TELL))


INES = ("entrer_eleve", "mot_de_passe_ines:faux", "se_connecter_eleve")


def test_the_pupils_account_locks_at_the_third_wrong_password_as_a_parents_does_and_each_for_itself() -> None:
    once = walk(begin("se_connecter_responsable"), "ouvrir_ent", *INES)
    assert said(once) == "connexion-mot-de-passe-faux"
    twice = walk(once, "se_connecter_eleve")
    assert said(twice) == "connexion-dernier-essai-eleve"
    assert walk(twice, "mot_de_passe_ines:", "se_connecter_eleve").values["session"] == "eleve"
    locked = walk(twice, "se_connecter_eleve")
    assert locked.values["ecran"] == "connexion_bloque_eleve"
    again = walk(locked, "retour", "entrer_eleve", "mot_de_passe_ines:", "se_connecter_eleve")
    assert (again.values["session"], again.values["ecran"]) == ("personne", "connexion_bloque_eleve")
    # A pupil has no code by SMS: the school gives another password.
    assert "oubli" not in {case.go for one in MACHINE.pressable(locked).values() for case in one.cases}
    waited = walk(locked, "bloque_eleve_attendre", "mot_de_passe_ines:", "se_connecter_eleve")
    assert (waited.values["session"], waited.values["connexion_erreurs_eleve"]) == ("eleve", "zero")
    parent = walk(locked, "retour", *NADIA)
    assert parent.values["session"] == "responsable1"
