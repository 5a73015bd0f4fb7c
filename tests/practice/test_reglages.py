"""Les réglages (langue, notifications, soirées, adresse) et le blog de la classe."""

import re

import pytest

from liaison.base.languages import languages
from liaison.practice.compiled import compiled
from liaison.practice.machine import Event, holds
from walking import MACHINE, begin, done, said, seen, walk

SETTINGS = "menu_reglages"
COMMENT = (SETTINGS, "reglages_ouvrir_blog", "blog_ouvrir_commentaires", "blog_ecrire")
READ = "lu_commenter_blog=reponse_2"
INTENDED = {
    "choisir_langue": ("reglages_ouvrir_langue", "langue_messages=arabe", "lu_choisir_langue=reponse_2"),
    "calmer_notifications": (
        SETTINGS,
        "reglages_ouvrir_rythme",
        "rythme=quotidien",
        "retour",
        "reglages_ouvrir_soirees",
        "soirees=plus_tot",
        "lu_calmer_notifications=reponse_3",
    ),
    "verifier_adresse": (
        SETTINGS,
        "reglages_ouvrir_adresse",
        "adresse_saisie:",
        "adresse_envoyer",
        "adresse_ouvrir_lien",
    ),
    "commenter_blog": (*COMMENT, "blog_choix=merci", "blog_envoyer", "blog_lendemain", READ),
}


@pytest.mark.parametrize("mission", INTENDED)
def test_the_intended_walk_does_the_mission_and_not_one_step_earlier(mission: str) -> None:
    start = begin(mission)
    assert not done(mission, walk(start, *INTENDED[mission][:-1]))
    assert done(mission, walk(start, *INTENDED[mission]))


def test_every_mission_of_the_service_has_its_walk() -> None:
    assert {one.id for service, one in MACHINE.scenario.missions.values() if service.service == "reglages"} == set(
        INTENDED
    )


@pytest.mark.parametrize("language", ["francais", "turc"])
def test_a_translated_message_comes_with_a_warning_and_french_comes_without(language: str) -> None:
    state = walk(begin("choisir_langue"), "reglages_ouvrir_langue", f"langue_messages={language}")
    assert ("reglages-langue-erreurs" in seen(state)) is (language != "francais")


@pytest.mark.parametrize(
    ("rhythm", "told"), [("immediat", "10:20"), ("quotidien", "18:00"), ("hebdomadaire", "2026-11-20")]
)
def test_the_example_says_when_a_message_is_told_in_each_rhythm(rhythm: str, told: str) -> None:
    state = walk(begin("calmer_notifications"), SETTINGS, "reglages_ouvrir_rythme", f"rythme={rhythm}")
    table = next(block for block in MACHINE.blocks(state) if block.kind == "table")
    rows = [row for row in table.rows if holds(row.when, state.values)]
    assert len(rows) == 2
    assert told in rows[0].cells[1].model_dump_json()


@pytest.mark.parametrize("rhythm", ["immediat", "quotidien", "hebdomadaire"])
def test_an_absence_is_told_at_once_whatever_the_rhythm(rhythm: str) -> None:
    state = walk(begin("calmer_notifications"), SETTINGS, "reglages_ouvrir_rythme", f"rythme={rhythm}")
    assert "reglages-absence-immediate" in seen(state)


def test_another_rhythm_can_still_be_changed() -> None:
    steps = INTENDED["calmer_notifications"]
    wrong = walk(begin("calmer_notifications"), *steps[:2], "rythme=hebdomadaire", *steps[3:-1])
    assert not done("calmer_notifications", wrong)
    assert not done("calmer_notifications", walk(wrong, "menu", *steps[:3]))
    assert done("calmer_notifications", walk(wrong, "menu", *steps))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [((), "reglages-adresse-vide"), (("adresse_saisie:n.benali@couriel.example",), "reglages-adresse-fausse")],
)
def test_an_address_left_empty_or_wrong_sends_nothing_and_can_be_corrected(
    typed: tuple[str, ...], expected: str
) -> None:
    steps = INTENDED["verifier_adresse"]
    stopped = walk(begin("verifier_adresse"), *steps[:2], *typed, "adresse_envoyer")
    assert (said(stopped), stopped.values["adresse_mail"]) == (expected, "a_verifier")
    assert done("verifier_adresse", walk(stopped, *steps[2:]))


def test_a_comment_that_names_children_is_not_sent_and_can_be_changed() -> None:
    wrong = walk(begin("commenter_blog"), *COMMENT, "blog_choix=prenoms", "blog_envoyer")
    assert (said(wrong), wrong.values["blog_envoi"]) == ("reglages-brouillon-noms", "rien")
    mine = walk(wrong, "blog_choix=a_moi", "blog_texte:", "blog_envoyer", "blog_lendemain", READ)
    assert done("commenter_blog", mine)


@pytest.mark.parametrize("steps", [(), ("blog_choix=a_moi",)])
def test_an_empty_comment_is_not_sent(steps: tuple[str, ...]) -> None:
    state = walk(begin("commenter_blog"), *COMMENT, *steps, "blog_envoyer")
    assert state.values["blog_envoi"] == "rien"
    assert state.said is not None
    assert state.said.tone == "erreur"


def test_a_comment_is_seen_by_the_others_only_once_it_is_published() -> None:
    waiting = walk(begin("commenter_blog"), *COMMENT, "blog_choix=merci", "blog_envoyer")
    published = walk(waiting, "blog_lendemain")
    for state, expected in ((waiting, False), (published, True)):
        for account in ("responsable2", "eleve"):
            other = MACHINE.start({**state.values, "session": account})
            assert ("reglages-brouillon-merci" in seen(other)) is expected
            assert "reglages-commentaire-attente" not in seen(other)


def test_a_published_comment_can_be_withdrawn_and_its_text_is_erased() -> None:
    mine = walk(begin("commenter_blog"), *COMMENT, "blog_choix=a_moi", "blog_texte:Bravo", "blog_envoyer")
    gone = walk(mine, "blog_lendemain", "blog_retirer")
    assert (gone.values["blog_envoi"], gone.typed["blog_texte"]) == ("rien", "")


@pytest.mark.parametrize("account", ["responsable2", "eleve"])
def test_the_settings_of_one_account_are_not_in_another(account: str) -> None:
    chosen = walk(begin("verifier_adresse"), *INTENDED["verifier_adresse"])
    other = walk(MACHINE.start({**chosen.values, "session": account, "ecran": "menu"}), SETTINGS)
    assert set(MACHINE.pressable(other)) == {"reglages_ouvrir_blog"}
    assert "reglages-autre-compte" in seen(other)


# As docs/glossaire.md has it: what the collège does not publish, and when a parent's own phone does not ring.
WORDS = {
    **dict.fromkeys(("fr", "fr_simple"), ("Publication suspendue", "Heures calmes")),
    "en": ("Publication suspended", "Quiet hours"),
    "es": ("Publicación suspendida", "Horas tranquilas"),
    "pt": ("Publicação suspensa", "Horas calmas"),
    "ar": ("النشر متوقف", "ساعات هادئة"),
    "tr": ("Yayın", "Sakin saatler"),
    "uk": ("Публікацію призупинено", "Тихі години"),
    "ro": ("Publicare suspendată", "Ore liniștite"),
}


@pytest.mark.parametrize("code", languages())
def test_what_the_college_suspends_is_no_choice_of_quiet_hours(code: str) -> None:
    suspended, quiet = WORDS[code]
    screen = compiled(code)["screens"]["reglages_soirees"]
    told, choice = screen["blocks"][:2]
    assert screen["title"].replace("\u00a0", " ") == quiet
    assert told["text"].replace("\u00a0", " ").startswith(suspended)
    # On a clock of twelve hours in Arabic.
    assert re.search(r"\b(?:20|8):00", told["text"])
    offered = {option["value"]: option["text"].replace("\u00a0", " ") for option in choice["options"]}
    # None of them is the suspension of the collège, and one is to have none.
    assert not [text for text in offered.values() if re.search(r"\b(?:20|8):00", text)]
    assert [value for value, text in offered.items() if re.search(r"\b(?:18|6):30", text)] == ["plus_tot"]


# An absence, an emergency, each as its language says it.
GETS_THROUGH = {
    **dict.fromkeys(("fr", "fr_simple"), ("absence", "urgence")),
    "en": ("absence", "emergency"),
    "es": ("ausencia", "urgencia"),
    "pt": ("falta", "urgência"),
    "ar": ("الغياب", "الطارئة"),
    "tr": ("Devamsızlık", "acil"),
    "uk": ("відсутність", "термінову"),
    "ro": ("absență", "urgență"),
}


@pytest.mark.parametrize("code", languages())
def test_what_gets_through_while_publication_is_suspended_is_said_where_nothing_is_published(code: str) -> None:
    """« Le collège ne publie rien » was all that the screen said; « Rythme » tells an absence at once."""
    said = compiled(code)["screens"]["reglages_soirees"]["blocks"][0]["text"]
    assert [word for word in GETS_THROUGH[code] if word not in said] == []


HOUR = re.compile(r"\b\d{1,2}:\d{2}")


@pytest.mark.parametrize("code", languages())
def test_what_quiet_hours_change_is_said_of_those_hours_alone_and_to_who_has_chosen_them(code: str) -> None:
    """A message that « appears at once » from 18:30 to 07:00 once stood under « all appears at 07:00 »."""
    blocks = compiled(code)["screens"]["reglages_soirees"]["blocks"]
    suspended, quiet = (HOUR.findall(blocks[place]["text"]) for place in (0, 2))
    assert blocks[2]["when"] == {"soirees": ["plus_tot"]}
    # Quiet from 18:30 until the suspension begins; it rings when the suspension ends.
    assert (quiet[1], quiet[2]) == (suspended[0], suspended[1])
    assert quiet[0] != quiet[1]


@pytest.mark.parametrize(
    ("screen", "name", "value"),
    [
        ("reglages_langue", "langue_messages", "anglais"),
        ("reglages_rythme", "rythme", "quotidien"),
        ("reglages_soirees", "soirees", "plus_tot"),
    ],
)
def test_a_setting_that_is_chosen_is_undone(screen: str, name: str, value: str) -> None:
    before = MACHINE.start({"session": "responsable1", "ecran": screen})
    chosen = MACHINE.step(before, Event("choose", name, value))
    assert chosen.values[name] == value
    assert MACHINE.step(chosen, Event("undo")) == before
