"""La même semaine vue par trois comptes : ce qui n'est pas pour un compte n'y est pas."""

import pytest

from walking import MACHINE, begin, done, seen, walk

WEEK = "menu_comptes"
AS_KARIM = ("ouvrir_ent", "entrer_responsable", "identifiant=k_benali", "mot_de_passe_karim:", "se_connecter", WEEK)
AS_NADIA = ("ouvrir_ent", "entrer_responsable", "identifiant=n_benali", "mot_de_passe:", "se_connecter", WEEK)
LOOK = ("semaine_voir_nadia", "retour", "semaine_voir_karim", "retour", "semaine_voir_ines", "retour")
INTENDED = {
    "lire_sa_semaine": (WEEK, "semaine_ouvrir_reunion", "lu_lire_sa_semaine=reponse_2"),
    "changer_de_compte": ("semaine_sortir", *AS_KARIM, "semaine_ouvrir_adresse", "lu_changer_de_compte=reponse_1"),
    "comparer_les_comptes": (WEEK, "semaine_vers_comparer", *LOOK, "lu_comparer_les_comptes=reponse_3"),
}
ONLY_FOR = {
    "reunion": {"responsable1", "responsable2"},
    "infirmiere": {"responsable1", "responsable2"},
    "horaires": {"responsable1"},
    "adresse": {"responsable2"},
    "entretien": {"eleve"},
    "notes": {"responsable1", "responsable2", "eleve"},
}
ACCOUNTS = ("responsable1", "responsable2", "eleve")


@pytest.mark.parametrize("mission", INTENDED)
def test_the_intended_walk_does_the_mission_and_not_one_step_earlier(mission: str) -> None:
    start = begin(mission)
    assert not done(mission, walk(start, *INTENDED[mission][:-1]))
    assert done(mission, walk(start, *INTENDED[mission]))


def test_every_mission_of_the_service_has_its_walk() -> None:
    assert {one.id for service, one in MACHINE.scenario.missions.values() if service.service == "comptes"} == set(
        INTENDED
    )


@pytest.mark.parametrize("account", ACCOUNTS)
def test_each_account_sees_what_is_for_it_and_nothing_else(account: str) -> None:
    week = walk(MACHINE.start({"session": account, "ecran": "menu"}), WEEK)
    opened = {name.removeprefix("semaine_ouvrir_") for name in MACHINE.pressable(week) if "_ouvrir_" in name}
    assert opened == {name for name, accounts in ONLY_FOR.items() if account in accounts}


@pytest.mark.parametrize("account", ["responsable1", "eleve"])
def test_the_address_of_one_responsable_is_named_nowhere_in_the_week_of_the_others(account: str) -> None:
    week = walk(MACHINE.start({"session": account, "ecran": "menu"}), WEEK)
    pages = [week, *(walk(week, name) for name in MACHINE.pressable(week) if "_ouvrir_" in name)]
    assert len(pages) > 2
    assert not any("comptes-adresse" in seen(page) for page in pages)


def test_the_page_of_an_account_is_gone_once_it_is_left() -> None:
    karim = walk(begin("changer_de_compte"), *INTENDED["changer_de_compte"])
    assert "comptes-adresse-corps" in seen(karim)
    nadia = walk(karim, "retour", "semaine_sortir", *AS_NADIA)
    assert "comptes-adresse" not in seen(nadia)
    assert "semaine_ouvrir_horaires" in MACHINE.pressable(nadia)


@pytest.mark.parametrize("account", ACCOUNTS)
def test_the_new_mark_is_seen_by_the_pupil_before_the_responsables(account: str) -> None:
    marks = seen(walk(MACHINE.start({"session": account, "ecran": "menu"}), WEEK, "semaine_ouvrir_notes"))
    assert ("comptes-notes-maths" in marks) is (account == "eleve")
    assert ("comptes-notes-rien" in marks) is (account != "eleve")


def test_the_table_waits_until_the_three_accounts_have_been_looked_at() -> None:
    state = walk(begin("comparer_les_comptes"), WEEK, "semaine_vers_comparer")
    for step in LOOK[:-1]:
        assert "comptes-ines-puis" not in seen(state)
        state = walk(state, step)
    assert "comptes-ines-puis" in seen(walk(state, LOOK[-1]))


def test_comparing_opens_no_account_but_one_s_own() -> None:
    state = walk(begin("comparer_les_comptes"), *INTENDED["comparer_les_comptes"])
    assert state.values["session"] == "responsable1"
    assert not any(state.typed.values())


@pytest.mark.parametrize(("who", "account"), [("nadia", "responsable1"), ("karim", "responsable2"), ("ines", "eleve")])
def test_what_is_compared_is_what_the_account_itself_shows(who: str, account: str) -> None:
    screen = seen(MACHINE.start({"session": "responsable1", "ecran": f"semaine_de_{who}"}))
    for name, accounts in ONLY_FOR.items():
        if name != "notes":
            assert (f'"comptes-{name}"' in screen) is (account in accounts)
    assert ("comptes-notes-maths" in screen) is (account == "eleve")


def test_the_comparison_agrees_with_what_the_accounts_show() -> None:
    seers = {
        frozenset({"responsable1", "responsable2"}): "comptes-pour-deux",
        frozenset({"responsable1"}): "comptes-seule-nadia",
        frozenset({"responsable2"}): "comptes-seul-karim",
        frozenset({"eleve"}): "comptes-seule-ines",
    }
    table = next(block for block in MACHINE.scenario.screens["semaine_comparer"].blocks if block.kind == "table")
    written = {row.cells[0].key: row.cells[1].key for row in table.rows}
    shared = {name: seers[frozenset(accounts)] for name, accounts in ONLY_FOR.items() if name != "notes"}
    assert written == {f"comptes-{name}": who for name, who in shared.items()} | {
        "comptes-notes-maths": "comptes-ines-puis"
    }


def test_the_week_and_the_marks_service_give_the_same_mark_and_the_same_day() -> None:
    ines = seen(walk(MACHINE.start({"session": "eleve", "ecran": "menu"}), WEEK, "semaine_ouvrir_notes"))
    suivi = seen(MACHINE.start({"session": "eleve", "ecran": "sui_notes"}))
    for text in ('"note":13', "2026-11-20"):
        assert text in ines
        assert text in suivi
