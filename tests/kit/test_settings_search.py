"""A setting is searched by its words, in every group; the seed waits under « Avancé »; what starts a lab is first."""

from collections.abc import Iterator
from typing import Any

import ipywidgets
import pytest
from page_side import parts_of, press

from widgets.diagnostic import Diagnostic
from widgets.diagnostic.state import FILES
from widgets.kit import CheckField, Control, Heading, Panels, Question, SelectField, SettingsSearch, as_one, stack
from widgets.messaging import Lab
from widgets.support import PlanLab

LABS: list[Any] = [Lab, Diagnostic, PlanLab]
NAMES = ["01", "02", "03"]
SCHOOLS = [{"value": "e", "label": "École à six classes"}, {"value": "c", "label": "Collège"}]


@pytest.fixture(autouse=True)
def _closed_widgets() -> Iterator[None]:
    yield
    ipywidgets.Widget.close_all()


@pytest.fixture
def search() -> SettingsSearch:
    """Three groups: a school, two languages, a slot whose two controls are one setting."""
    school = SelectField(label="Établissement", options=SCHOOLS)
    languages = [CheckField(label=f"Traduire en {name}") for name in ("arabe", "roumain")]
    slot = as_one([Question(label="Jour", kind="short_text"), CheckField(label="Garde d'enfants")])
    groups = {"Point de départ": school, "Promesses et langues": stack(languages), "Créneaux": slot}
    return SettingsSearch(Panels([*groups], [*groups.values()]))


def labels(search: SettingsSearch, sought: str) -> dict[str, list[str]]:
    """The settings that answer, by the title of their group: the name of a control, of the first one of a box."""
    answering = search.answering(sought)
    return {title: [first_control(setting).label for setting in settings] for title, settings in answering.items()}


def first_control(setting: ipywidgets.Widget) -> Control:
    control = setting.children[0] if isinstance(setting, ipywidgets.Box) else setting
    assert isinstance(control, Control)
    return control


@pytest.mark.parametrize("sought", ["etablissement", "ÉTABLISSEMENTS", "  établ ", "college", "six ecole"])
def test_a_setting_answers_by_its_name_or_a_choice_whatever_the_accents_the_capitals_and_the_number(
    search: SettingsSearch, sought: str
) -> None:
    assert labels(search, sought) == {"Point de départ": ["Établissement"]}


def test_a_word_within_a_word_and_words_of_two_settings_answer_nothing(search: SettingsSearch) -> None:
    assert labels(search, "blissement") == labels(search, "établissement arabe") == {}


def test_a_group_answers_whole_by_its_title_alone_and_its_title_narrows_a_word(search: SettingsSearch) -> None:
    assert labels(search, "langues") == {"Promesses et langues": ["Traduire en arabe", "Traduire en roumain"]}
    assert labels(search, "langue roumain") == {"Promesses et langues": ["Traduire en roumain"]}


def test_what_says_nothing_alone_comes_whole(search: SettingsSearch) -> None:
    assert labels(search, "garde") == {"Créneaux": ["Jour"]}
    assert search.answering("garde") == {"Créneaux": [search.panels.children[2]]}


def test_only_what_answers_is_on_screen_under_the_name_of_its_group_and_one_can_come_back(
    search: SettingsSearch,
) -> None:
    assert search.hits.children == ()
    search.field.value = "roum"
    back, heading, setting = search.hits.children
    assert (back, type(heading), heading.text) == (search.back, Heading, "Promesses et langues")
    assert setting is search.panels.children[1].children[1]
    assert search.answer.text == "1 réglage répond à «\u00a0roum\u00a0»."
    assert search.groups.layout.display == "none"
    search.field.value = "traduire"
    assert search.answer.text == "2 réglages répondent à «\u00a0traduire\u00a0»."
    press(search.back)
    assert (search.field.value, search.hits.children, search.answer.text) == ("", (), "")
    assert search.groups.layout.display is None


def test_when_nothing_answers_it_is_said_with_a_way_back(search: SettingsSearch) -> None:
    search.field.value = "Téléphérique"
    assert search.answer.text == "Rien ne répond à «\u00a0Téléphérique\u00a0»."
    assert search.answer.detail == "Essayez un mot plus court, ou revoyez tous les réglages."
    assert search.hits.children == (search.back,)
    assert search.back.label == "Revoir tous les réglages"


def test_one_letter_is_not_searched_yet(search: SettingsSearch) -> None:
    search.field.value = "t"
    assert (search.hits.children, search.answer.text, search.groups.layout.display) == ((), "", None)


def panels_of(lab: Any) -> Panels:
    panels = lab.settings if isinstance(lab, Diagnostic) else lab.settings.panels
    assert isinstance(panels, Panels)
    return panels


@pytest.mark.parametrize("make", LABS, ids=NAMES)
def test_the_seed_is_under_advanced_which_is_closed_and_last_and_a_search_leads_to_it(make: Any) -> None:
    lab = make()
    panels = panels_of(lab)
    assert (panels.titles[-1], panels.open_index) == ("Avancé", 0)
    assert panels.summaries[-1] == f"graine {lab.state.seed}"
    holds = [
        seed
        for child in panels.children
        for seed in parts_of(child)
        if getattr(seed, "label", "") == "Graine du hasard"
    ]
    assert holds == [*panels.children[-1].children]
    assert SettingsSearch(panels).answering("graine") == {"Avancé": holds}
    holds[0].value = 12
    assert (lab.state.seed, panels.summaries[-1]) == (12, "graine 12")


@pytest.mark.parametrize("make", LABS, ids=NAMES)
def test_every_setting_of_a_lab_answers_to_its_own_name(make: Any) -> None:
    panels = panels_of(make())
    search = SettingsSearch(panels)
    controls = [
        part for child in panels.children for part in parts_of(child) if isinstance(part, Control) and part.label
    ]
    assert len(controls) > 5
    for control in controls:
        answering = [part for settings in search.answering(control.label).values() for part in settings]
        assert control in [part for setting in answering for part in parts_of(setting)], control.label


@pytest.mark.parametrize("make", LABS, ids=NAMES)
def test_on_the_whole_page_what_one_starts_from_comes_before_the_bet(make: Any) -> None:
    lab = make()
    parts = [*parts_of(lab.whole)]
    bet = lab.bet.widget
    start = panels_of(lab).children[0]
    assert parts.index(start) < parts.index(bet) < parts.index(lab.results.widget)


def test_the_first_setting_of_all_is_the_model() -> None:
    lab = Lab()
    first = next(part for part in parts_of(panels_of(lab).children[0]) if isinstance(part, Control))
    assert first.label == "Partir d'un modèle"


def test_nothing_is_drawn_of_real_answers_and_the_seed_says_so() -> None:
    lab = Diagnostic()
    assert not lab.start.seed.disabled
    lab.state.source = FILES
    lab.start.source.value = FILES
    assert lab.start.seed.disabled
    assert panels_of(lab).summaries[-1] == ""


CHANNELS, HOURS = ("SMS", "courriel", "papier"), ("soir", "soirée", "week-end", "nuits", "fin de semaine")


@pytest.mark.parametrize("sought", [*CHANNELS, *HOURS])
def test_what_a_school_calls_a_setting_finds_it_though_its_label_has_another_word(sought: str) -> None:
    titles = [*SettingsSearch(panels_of(Lab())).answering(sought)]
    channels, hours = "Par où passe chaque message", {"Publication suspendue", "Heures calmes"}
    assert channels in titles if sought in CHANNELS else hours <= {*titles}
