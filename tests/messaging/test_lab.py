"""Le laboratoire sans navigateur : les parties disent la politique, et rien ne se perd entre elles et le fichier."""

import io
import re
import time
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from page_side import press, taken, tell

from liaison.documents import to_html
from liaison.messaging.papers.before_after import compared
from liaison.messaging.papers.council_sheet import council_sheet
from liaison.messaging.policy.compliance import check
from liaison.messaging.policy.policy import HeldHours, Policy, load_policy, parse_policy, preset_names
from liaison.messaging.traffic.clock import Period
from liaison.messaging.vocabulary import AUDIENCES, HELD_HOURS, HeldBy
from liaison.school.fictitious.generator import school_from
from strategies import policies
from widgets.messaging import Lab, LabState, scenario
from widgets.messaging.results import WhenView, key_figures, t
from widgets.messaging.settings import PolicySettings, summaries
from widgets.messaging.takeaway import file_stem, today


@pytest.fixture(scope="module")
def lab() -> Lab:
    """A lab on a small school, its bet placed."""
    lab = Lab(LabState(school="ecole_6_classes", weeks=4, seed=3))
    lab.bet.question.value = "quelques"
    press(lab.bet.place)
    return lab


def without_ranges(policy: Policy) -> dict[str, object]:
    """Ranges that touch are written as one: the half-hours are compared apart."""
    compared_apart = {str(audience): {"week", "passes"} for audience in AUDIENCES}
    return policy.model_dump(exclude={str(setting): compared_apart for setting in HELD_HOURS})


@pytest.fixture(scope="module")
def parts() -> PolicySettings:
    return PolicySettings(LabState())


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(policy=policies())
def test_the_parts_say_back_any_policy(parts: PolicySettings, policy: Policy) -> None:
    parts.state.policy = policy
    for audience in AUDIENCES:
        for held in parts.held.values():
            held.audience.value = audience
        said = parts.read()
        assert without_ranges(said) == without_ranges(policy)
        for setting, one in product(HELD_HOURS, AUDIENCES):
            back, given = said.hours(setting)[one], policy.hours(setting)[one]
            assert np.array_equal(back.mask(), given.mask())
            assert set(back.passes) == set(given.passes)


@pytest.mark.parametrize("setting", HELD_HOURS)
def test_choosing_another_audience_changes_no_setting(parts: PolicySettings, setting: HeldBy) -> None:
    hours = load_policy("circulaire_2025").suspended
    parts.state.policy = load_policy("tout_tout_de_suite").changed(**{setting: {**hours, "eleves": HeldHours()}})
    before = parts.state.policy
    for audience in ("eleves", "personnels", "responsables"):
        parts.held[setting].audience.value = audience
        assert parts.state.policy == before


@pytest.mark.parametrize(("setting", "other"), [("suspended", "quiet"), ("quiet", "suspended")])
def test_painting_a_grid_changes_its_setting_for_the_audience_shown_and_nothing_else(
    parts: PolicySettings, setting: HeldBy, other: HeldBy
) -> None:
    parts.state.policy = before = load_policy("tout_tout_de_suite")
    parts.held[setting].audience.value = "eleves"
    parts.held[setting].grid.value = [[True] * 48 for _ in range(7)]
    after = parts.state.policy
    assert after.hours(setting)["eleves"].mask().all()
    assert not after.hours(setting)["responsables"].mask().any()
    assert after.hours(other) == before.hours(other)


def test_the_bet_and_the_result_name_the_policy_of_each_number(lab: Lab) -> None:
    """Two policies, two numbers: without their names, a reader takes one for the other."""
    first = load_policy(scenario()["policies"]["first"]).name
    assert f"«\u00a0{first}\u00a0»" in lab.bet.answer.text + lab.bet.answer.detail
    assert f"«\u00a0{lab.state.policy.name}\u00a0»" in lab.results.summary.text
    assert lab.state.policy.name != first


def test_a_channel_named_twice_is_refused_and_the_policy_kept(parts: PolicySettings) -> None:
    parts.state.policy = load_policy("equilibree")
    before = parts.state.policy
    cells = parts.channels.value
    first = cells["mot"]["channel"]
    parts.channels.value = {**cells, "mot": {**cells["mot"], "second": first}}
    assert parts.fault.title
    assert parts.state.policy == before
    parts.channels.value = cells
    assert not parts.fault.title


def test_nothing_is_computed_before_the_bet() -> None:
    lab = Lab()
    assert lab.results.widget.children == ()
    press(lab.bet.place)
    assert lab.bet.question.error
    assert lab.results.widget.children == ()


def test_the_sentence_follows_the_policy(lab: Lab) -> None:
    lab.state.policy = load_policy("equilibree")
    first = lab.results.summary.text
    lab.state.policy = load_policy("tout_tout_de_suite")
    assert lab.results.summary.text != first


@pytest.mark.parametrize("name", preset_names())
def test_every_group_of_results_is_drawn_for_every_preset(lab: Lab, name: str) -> None:
    lab.state.policy = load_policy(name)
    for place, view in enumerate(lab.results.views.values()):
        lab.results.panels.open_index = place
        assert view.widget.children
    found = lab.state.simulation().indicators
    views: dict[str, Any] = lab.results.views
    out = views["out"].reasons.chart
    assert sum(row["count"] for row in out.data) == len(found.left_out_families)
    reach = views["reach"].chart
    assert sum(row["count"] for row in reach.data) == found.reach.informed


def test_the_texts_are_those_of_the_kind_of_school_that_is_chosen_and_it_is_said(lab: Lab) -> None:
    lab.state.policy = load_policy("tout_tout_de_suite")
    lab.results.panels.open_index = list(lab.results.views).index("texts")
    view: Any = lab.results.views["texts"]
    view.show(lab.state.simulation())
    in_ecole = check(lab.state.policy, lab.state.start, "ecole")
    assert [one["title"] for one in view.findings.findings] == [one.title for one in in_ecole]
    assert in_ecole != check(lab.state.policy, lab.state.start)
    assert "vérifiés pour une école" in " ".join(view.intro.lines)


def test_the_notice_is_taken_in_the_languages_that_are_ticked(lab: Lab) -> None:
    take: Any = lab.results.views["take"]
    offered = take.notice
    assert offered.languages.value == ["fr"]
    name, _, content = taken(offered.buttons["pdf"])
    assert (name, content[:5]) == ("notice_parents_fr.pdf", b"%PDF-")
    offered.languages.value = ["ar", "fr"]
    assert offered.buttons["pdf"].said == "", "the file that it speaks of is of other languages"
    name, _, page = taken(offered.buttons["html"])
    assert name == "notice_parents_fr_ar.html"
    assert '<div lang="ar" dir="rtl">' in page.decode()
    offered.languages.value = ["toutes"]
    assert taken(offered.buttons["docx"])[0] == "notice_parents_toutes.docx"


def test_without_a_language_the_notice_is_refused_with_those_that_there_are(lab: Lab) -> None:
    take: Any = lab.results.views["take"]
    offered = take.notice
    offered.languages.value = []
    tell(offered.buttons["pdf"], {"kind": "request"})
    assert "Choisissez au moins une langue" in offered.buttons["pdf"].error


def test_takeaways_carry_the_names_that_were_typed(lab: Lab) -> None:
    take: Any = lab.results.views["take"]
    _, _, page = taken(take.buttons["charter-html"])
    # The policy is the team's own, whatever fictitious school it is tried on.
    assert "Notre établissement" in page.decode().replace("\u00a0", " ")
    assert "Établissement fictif" not in page.decode().replace("\u00a0", " ")
    take.name.value, take.school.value = "Été à l'école n° 2", "École des Essais"
    name, _, content = taken(take.buttons["policy"])
    assert name == "politique_ete_a_l_ecole_n_2.yaml"
    assert parse_policy(content.decode()).name == "Été à l'école n° 2"
    _, _, page = taken(take.buttons["charter-html"])
    assert "École des Essais" in page.decode()
    # Whoever sets the ENT has the name that was voted.
    _, _, sheet = taken(take.buttons["sheet"])
    assert "Été à l'école n° 2" in pypdf.PdfReader(io.BytesIO(sheet)).pages[0].extract_text().replace("\u00a0", " ")


def test_the_sheet_of_the_council_is_that_of_the_command_and_follows_what_it_is_compared_with() -> None:
    state = LabState(school="ecole_6_classes", weeks=4, seed=7)
    lab = Lab(state)
    lab.bet.question.value = "quelques"
    press(lab.bet.place)
    lab.results.panels.open_index = list(lab.results.views).index("take")
    take: Any = lab.results.views["take"]
    take.name.value, take.school.value, take.reference.value = "La nôtre", "École X", "vie_scolaire"
    assert state.reference == load_policy("vie_scolaire")
    made = compared(
        school_from("ecole_6_classes", 7),
        load_policy("vie_scolaire"),
        state.policy.changed(name="La nôtre"),
        Period(state.start, 4),
        7,
    )
    name, _, page = taken(take.buttons["council-html"])
    assert (name, page.decode()) == (
        "feuille_du_conseil.html",
        to_html(council_sheet(made, "École X", today(), "ecole")),
    )
    assert taken(take.buttons["council-picture"]) == ("avant_apres.svg", "image/svg+xml", made.svg().encode())
    assert "Pourquoi ce vote" in taken(take.buttons["charter-html"])[2].decode()
    state.reference = state.policy.changed(name="La même")
    assert take.buttons["council-html"].said == ""
    assert "Pourquoi ce vote" not in taken(take.buttons["charter-html"])[2].decode()


def test_a_file_is_said_to_be_ready_until_another_policy_is_on_trial() -> None:
    lab = Lab(LabState(school="ecole_6_classes", weeks=4, seed=3))
    lab.bet.question.value = "quelques"
    press(lab.bet.place)
    lab.results.panels.open_index = list(lab.results.views).index("take")
    take: Any = lab.results.views["take"]
    taken(take.buttons["policy"])
    assert take.buttons["policy"].said
    lab.state.policy = lab.state.policy.changed(name="Une autre")
    assert take.buttons["policy"].said == ""


def test_a_model_that_is_changed_is_said_to_be_and_a_name_that_was_typed_stays_until_another_is_opened() -> None:
    lab = Lab(LabState(school="ecole_6_classes", weeks=4, seed=3))
    lab.bet.question.value = "quelques"
    press(lab.bet.place)
    take: Any = lab.results.views["take"]
    model, arabic = lab.state.policy, lab.settings.languages["ar"]
    changed = f"{model.name} (politique modifiée)"
    assert take.name.value == model.name  # before the group is opened
    lab.results.panels.open_index = list(lab.results.views).index("take")
    arabic.value = True
    assert (lab.state.policy.name, take.name.value, lab.settings.panels.summaries[0]) == (changed,) * 3
    assert f"avec « {changed} »" in lab.results.summary.text.replace("\u00a0", " ")
    assert model.name in lab.state.policy.description
    arabic.value = False
    assert (lab.state.policy, take.name.value) == (model, model.name)
    take.name.value = "Nos règles"
    arabic.value = True
    assert (lab.state.policy.name, take.name.value) == (changed, "Nos règles")
    lab.state.policy = load_policy("vie_scolaire")
    assert take.name.value == lab.state.policy.name == lab.settings.panels.summaries[0]
    lab.state.policy = model.changed(name="Nos règles d'ici")
    arabic.value = True
    assert lab.state.policy.name == take.name.value == "Nos règles d'ici"


@pytest.mark.parametrize(
    ("name", "stem"),
    [("", "sans_nom"), ("///", "sans_nom"), ("Œuvre !", "oeuvre"), ("x" * 300, "x" * 80), ("a " * 60, "a_" * 39 + "a")],
)
def test_a_file_name_is_ascii_without_spaces(name: str, stem: str) -> None:
    assert file_stem(name) == stem


def test_a_hypothesis_moved_on_screen_changes_the_result_and_comes_back(lab: Lab) -> None:
    lab.state.policy = load_policy("equilibree")
    usual, suppose = lab.state.hypotheses, lab.settings.suppositions
    before = lab.state.simulation().indicators.reach.informed
    suppose.fields["opens-easy"].value = 10
    assert lab.state.hypotheses.reaction.ouvre["autonome"] == 0.1
    assert lab.state.simulation().indicators.reach.informed < before
    assert lab.settings.panels.summaries[-2] == "hypothèses modifiées"
    press(suppose.back)
    assert lab.state.hypotheses == usual
    assert suppose.fields["opens-easy"].value == 80
    assert lab.state.simulation().indicators.reach.informed == before
    assert lab.settings.panels.summaries[-2] == "hypothèses de la suite"


def test_the_loss_of_paper_is_that_of_the_school_on_trial() -> None:
    lab = Lab(LabState(school="ecole_6_classes"))
    first = lab.settings.suppositions.fields["paper"].value
    lab.state.school = "college_rural"
    assert lab.settings.suppositions.fields["paper"].value > first
    lab.settings.suppositions.fields["paper"].value = 50
    assert lab.state.hypotheses.paper.perdu["college"] == 0.5
    assert lab.state.hypotheses.paper.perdu["ecole"] == first / 100


@pytest.mark.parametrize("found", ["", "{", '{"version": 99}'])
def test_nothing_is_offered_of_what_cannot_be_read(found: str) -> None:
    lab = Lab()
    lab.keep.draft.found = found
    assert lab.keep.widget.children == (lab.keep.draft,)


def test_a_setting_moved_is_computed_in_under_100_ms() -> None:
    """Processor time, collège of 500 pupils over 12 weeks, the heaviest group open."""
    lab = Lab(LabState(school="college_urbain_mixte", weeks=12))
    lab.bet.question.value = "quelques"
    press(lab.bet.place)
    assert len(lab.state.prepared().school.pupils) >= 500
    durations = []
    for days in range(1, 8):
        start = time.process_time()
        lab.settings.fields["marks.pupils_after_days"].part.value = days
        durations.append(time.process_time() - start)
    assert sorted(durations)[len(durations) // 2] < 0.1


def test_that_nobody_writes_at_the_weekend_is_said_where_the_weekend_is_asked_about(lab: Lab) -> None:
    table = lab.state.simulation().trace.table()
    assert (table["created_at"].dt.day_of_week < 5).all()
    lab.results.panels.open_index = list(lab.results.views).index("when")
    shown = lab.results.views["when"]
    assert isinstance(shown, WhenView)
    assert "fin de semaine" in lab.bet.question.label
    for said in (lab.bet.question.help, " ".join(shown.notes.lines), t("compare-weekend")):
        assert "posé" in said


def test_the_first_result_says_the_unit_of_each_number(lab: Lab) -> None:
    said = lab.results.summary.detail.replace("\u00a0", " ")
    load = lab.state.simulation().indicators.load
    assert f"{round(load.per_week_median)} notifications par semaine de classe (médiane)" in said
    assert f"il en sonne {load.evening} en tout, chez tous les responsables, en {lab.state.weeks} semaines" in said


def test_the_causes_taught_are_those_of_the_simulation() -> None:
    """What the lesson and the guide say of the families left out when everything leaves at once."""
    state = LabState()
    first = load_policy(scenario()["policies"]["first"])
    found = state.simulation(first).indicators
    assert [one.reason for one in found.left_out[:3]] == ["jamais_ouvert", "compte_non_active", "adresse_inconnue"]
    assert found.left_out[0].families > len(found.left_out_families) / 2
    guide = (Path(__file__).parents[2] / "notebooks/01_messagerie_ent/animation.md").read_text(encoding="utf-8")
    assert "plus de la moitié des familles de côté n'ouvrent pas" in " ".join(guide.split())


def test_the_summaries_count_the_held_hours_of_each_audience_and_promise_no_silence() -> None:
    """« 0 h par semaine où rien ne sonne » once stood beside 103 suspended hours, and the quiet hours of staff."""
    said = dict(zip(HELD_HOURS, summaries(load_policy("equilibree"))[2:4], strict=True))
    for setting, words in said.items():
        for audience, count in hours_read(words).items():
            policy = load_policy("equilibree")
            mask = policy.hours(setting)[audience].mask()
            kept = mask & ~policy.suspended[audience].mask() if setting == "quiet" else mask
            assert count == int(kept.sum()) / 2, (setting, audience)
        assert "rien ne sonne" not in words
    assert hours_read(said["quiet"])["personnels"] > 0


def hours_read(words: str) -> dict[Any, float]:
    found = re.findall(r"(responsables|élèves|personnels) ([\d,]+)", words.replace("\u00a0", " "))
    assert len(found) == 3
    return {name.replace("é", "e").replace("è", "e"): float(count.replace(",", ".")) for name, count in found}


def test_the_answer_to_the_bet_says_what_is_supposed_and_what_follows(lab: Lab) -> None:
    said = " ".join(lab.bet.grounds.lines)
    assert said.index("posé") < said.index("Ce qui en suit, et aurait pu être autre")


def test_figures_of_responsables_alone_are_said_to_be_theirs(lab: Lab) -> None:
    """The phones of pupils and of staff ring at night as well, and are in none of these figures."""
    labels = [line["label"] for line in key_figures(lab.state.simulation().indicators)]
    for label in labels:
        assert not label.startswith("Notifications") or "responsable" in label, label
    assert sum("responsable" in label for label in labels) == 3


def test_the_questions_that_ring_at_night_at_staff_are_a_line_of_their_own_between_two_policies(lab: Lab) -> None:
    found = lab.state.simulation().indicators
    lines = {line["label"].replace("\u00a0", " "): line["value"] for line in key_figures(found)}
    assert lines["Questions notifiées la nuit, entre 20 h et 7 h"] == found.staff.notified_at_night
    assert lines["Questions notifiées hors des heures de bureau"] == found.staff.notified_out_of_hours


def test_duplicates_are_counted_in_copies_and_said_to_be(lab: Lab) -> None:
    lines = key_figures(lab.state.simulation().indicators)
    line = next(one for one in lines if one["label"].startswith("Doublons"))
    assert line["unit"] == "exemplaires"
    assert "par personne et par canal" in line["label"].replace("\u00a0", " ")
