"""La charte et la fiche disent ce que la politique règle, et ne font jamais passer un choix pour une loi."""

import datetime as dt
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from narrowing import present
from word_processor import docx_pages, needs_word_processor, pdf_pages

from liaison.documents import Document, DocumentError, NatureBadge, Source, Table, cited, to_html, to_pdf
from liaison.documents.content import inlines
from liaison.messaging.papers.charter import charter, write_charter
from liaison.messaging.papers.charter_principles import NAMED
from liaison.messaging.papers.settings_sheet import settings_sheet
from liaison.messaging.policy.compliance import check
from liaison.messaging.policy.matters import Decided, Decision
from liaison.messaging.policy.policy import HeldHours, MarksSettings, Policy, load_policy, preset_names
from liaison.messaging.vocabulary import DAYS, HELD_HOURS, PURPOSES
from liaison.messaging.wording import (
    held_day_words,
    held_spans,
    held_words,
    hour,
    joined,
    lower_first,
    marks_words,
    purposes_words,
    reply_words,
)
from liaison.rules import RuleError

ON = dt.date(2026, 11, 24)
NIGHT = ("00:00-07:00", "20:00-24:00")
CIRCULAIRE = HeldHours(
    week={**dict.fromkeys(DAYS[:5], NIGHT), "samedi": ("00:00-24:00",), "dimanche": ("00:00-24:00",)}
)
KINDS = ("ecole", "college", "lgt", "lp")
NASTY = "École #import *a* <b>&amp;</b> $x$ @y \\"


@pytest.fixture(params=preset_names())
def policy(request: pytest.FixtureRequest) -> Policy:
    return load_policy(request.param)


@pytest.fixture
def balanced() -> Policy:
    return load_policy("equilibree")


def words(document: Document) -> str:
    """Everything that a document says, with ordinary spaces."""
    page = [document.title, document.subtitle]
    for block in document.blocks:
        data = block.model_dump()
        page += [str(data[key]) for key in ("text", "title", "caption", "header", "lines") if key in data]
    page += [part.text for part in inlines(document)]
    page += [term for block in document.blocks if block.type == "definitions" for term, _ in block.items]
    return " ".join(page).replace("\u00a0", " ")


def table(document: Document, start: str) -> Table:
    (found,) = [block for block in document.blocks if isinstance(block, Table) and block.caption.startswith(start)]
    return found


def cells(found: Table) -> list[list[str]]:
    return [["".join(part.text for part in cell).replace("\u00a0", " ") for cell in row] for row in found.rows]


def test_every_preset_and_kind_gives_a_charter_for_its_council(policy: Policy) -> None:
    kind: Any
    for kind in KINDS:
        document = charter(policy, "Établissement fictif", ON, kind)
        council = "conseil d'école" if kind == "ecole" else "conseil d'administration"
        other = "conseil d'administration" if kind == "ecole" else "conseil d'école, 24"
        assert f"projet présenté au {council}, 24 novembre 2026" in words(document)
        assert other not in document.subtitle


def test_what_is_stated_with_a_source_is_stated_in_the_nature_of_its_rule(policy: Policy) -> None:
    document = charter(policy, "Collège fictif", ON)
    natures = {block.number: block.nature for block in document.blocks if isinstance(block, Source)}
    seen = [part for part in inlines(document) if isinstance(part, NatureBadge) and part.source is not None]
    assert len(seen) >= 8
    assert all(badge.nature == natures[present(badge.source)] for badge in seen)
    assert {badge.source for badge in seen} == set(natures)


def test_no_choice_of_the_team_is_shown_as_a_law(policy: Policy) -> None:
    document = charter(policy, "Collège fictif", ON)
    legend = next(block for block in document.blocks if block.type == "paragraph" and block.small)
    said = document.model_copy(update={"blocks": tuple(block for block in document.blocks if block is not legend)})
    badges = [part for part in inlines(said) if isinstance(part, NatureBadge)]
    assert {badge.nature for badge in badges if badge.source is None} == {"charte"}


def stated(document: Document) -> list[Table]:
    """The tables of statements: what each rests on is in the column beside."""
    return [block for block in document.blocks if isinstance(block, Table) and block.header[-1] == "Nature"]


def chosen(document: Document) -> set[str]:
    """What a charter calls the team's choice: the last sentence beside each badge of charte without a source."""
    alone = [block for block in document.blocks if block.type == "paragraph" and not block.small]
    rows = [(block.parts, block.parts) for block in alone] + [row for each in stated(document) for row in each.rows]
    return {
        re.split(r"(?<=[.:]) (?=[A-ZÀÉ«])", "".join(part.text for part in words if part.type == "text").strip())[-1]
        for words, marks in rows
        if any(isinstance(mark, NatureBadge) and (mark.nature, mark.source) == ("charte", None) for mark in marks)
    }


def varied(policy: Policy) -> Iterator[Policy]:
    """Yield the policy with one group of settings taken from each preset, then with one setting turned over."""
    for name in preset_names():
        other = load_policy(name)
        for group in set(Policy.model_fields) - {"version", "name", "description"}:
            yield policy.changed(**{group: getattr(other, group)})
    yield policy.changed(
        **{
            setting: {one: hours.model_copy(update={"passes": ()}) for one, hours in policy.hours(setting).items()}
            for setting in HELD_HOURS
        }
    )
    yield policy.with_purpose("cantine", recipients="un")
    yield policy.changed(reply_within_hours=None if policy.reply_within_hours else 48)
    yield policy.changed(recall_minutes=0 if policy.recall_minutes else 30)
    yield policy.changed(homework_by=None if policy.homework_by else "18:00")
    yield policy.changed(languages=("fr",) if len(policy.languages) > 1 else ("fr", "ar"))


def test_no_badge_stands_in_a_sentence_that_has_a_margin(policy: Policy) -> None:
    tables = stated(charter(policy, "Collège fictif", ON))
    assert len(tables) >= 4
    for words, marks in (row for each in tables for row in each.rows):
        assert not [part for part in words if isinstance(part, NatureBadge)]
        assert [mark for mark in marks if isinstance(mark, NatureBadge)]
        assert {part.text.strip() for part in marks if not isinstance(part, NatureBadge)} <= {"", "(rapporté)"}


def lowest_line(document: Document) -> float:
    """How far down the first page its last line stands, the footer aside, from 0 to 1."""
    heights: list[float] = []

    def look(text: str, matrix: Any, place: Any, *_font: object) -> None:
        if text.strip():
            heights.append(matrix[3] * place[5] + matrix[5])

    page = pypdf.PdfReader(BytesIO(to_pdf(document))).pages[0]
    page.extract_text(visitor_text=look)
    high = float(page.mediabox.height)
    return max(1 - each / high for each in heights if each > 0.07 * high)


def test_the_first_page_of_a_charter_is_full(policy: Policy) -> None:
    assert lowest_line(charter(policy, "Collège fictif", ON)) > 0.75


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_what_a_team_settled_begins_on_the_first_page_and_goes_on_overleaf(policy: Policy, count: int) -> None:
    decision = Decision(
        "Devoirs et cahier de textes : par où",
        "Messagerie de l'ENT et courriel",
        ("Cahier de textes de l'ENT, notification", "Papier dans le carnet"),
        "Toutes les familles ont une adresse que l'on sait lire, et le carnet reste pour les autres.",
    )
    decided = Decided((decision,) * count, (), 3)
    first, *_ = pypdf.PdfReader(
        BytesIO(to_pdf(document := charter(policy, "Collège fictif", ON, decided=decided)))
    ).pages
    assert "Ce que l'équipe a tranché" in " ".join(first.extract_text().split())
    assert lowest_line(document) > 0.75


@needs_word_processor
def test_a_word_processor_lays_the_papers_out_on_as_many_pages_as_the_pdf(balanced: Policy, tmp_path: Path) -> None:
    made = {
        "charte": charter(balanced, "Collège des Tilleuls", ON),
        "charte_ecole": charter(load_policy("tout_tout_de_suite"), "École des Tilleuls", ON, "ecole"),
        "fiche": settings_sheet(balanced, ON),
    }
    pages = docx_pages(made, tmp_path)
    assert {name: len(each) for name, each in pages.items()} == {
        name: len(pdf_pages(document)) for name, document in made.items()
    }


def test_each_choice_that_the_charter_states_is_held_by_a_setting(policy: Policy) -> None:
    left = chosen(charter(policy, "Collège fictif", ON))
    assert len(left) > 6
    for other in varied(policy):
        left &= chosen(charter(other, "Collège fictif", ON))
    assert left == set(), "no setting changes these sentences"


@pytest.mark.parametrize(("count", "said"), [(NAMED, ", sauf pour : "), (NAMED + 1, f"Pour {NAMED + 1} sujets sur")])
def test_a_single_recipient_is_said_where_a_setting_says_so(balanced: Policy, count: int, said: str) -> None:
    assert "Chaque message part vers tous les responsables légaux." in words(charter(balanced, "X", ON))
    for purpose in list(PURPOSES)[:count]:
        balanced = balanced.with_purpose(purpose, recipients="un")
    assert said in words(charter(balanced, "X", ON))


def test_a_charter_without_any_rule_says_nothing_of_law(balanced: Policy, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_rule(name: Any, _on: Any) -> None:
        raise RuleError(name)

    monkeypatch.setattr(cited, "rule", no_rule)
    # A policy with nothing to settle: a finding brings its own rule.
    settled = balanced.with_purpose("question_parent", channels=("telephone",))
    document = charter(settled, "Collège fictif", ON)
    said = words(document)
    assert not [block for block in document.blocks if isinstance(block, Source)]
    for claim in ("autorité parentale", "est signalée immédiatement", "refus est motivé", "Cadre national"):
        assert claim not in said


def test_a_charter_before_a_rule_is_in_force_does_not_cite_it(balanced: Policy) -> None:
    first_day = words(charter(balanced, "X", dt.date(2025, 9, 1)))
    assert "Cadre national, d'après ce qui en est rapporté : publication suspendue de 20 h à 7 h" in first_day
    assert "Cadre national" not in words(charter(balanced, "X", dt.date(2025, 8, 31)))


def test_charter_has_a_row_for_each_subject_with_its_own_channel(policy: Policy) -> None:
    rows = cells(table(charter(policy, "Collège fictif", ON), "Par où passe"))
    assert [row[0] for row in rows] == list(PURPOSES.values())
    assert len(cells(table(charter(policy, "École fictive", ON, "ecole"), "Par où passe"))) == len(PURPOSES) - 2


def test_a_changed_setting_changes_the_row_of_its_subject(balanced: Policy) -> None:
    changed = balanced.with_purpose("cantine", channels=("courriel",), rhythm="jamais", fallback=None, recipients="un")
    rows = {row[0]: row for row in cells(table(charter(changed, "Collège fictif", ON), "Par où passe"))}
    said = ["Cantine", "Courriel", "Un seul responsable légal", "sans notification, à consulter", "—"]
    assert rows["Cantine"] == said


def test_points_to_settle_are_those_of_the_check(policy: Policy) -> None:
    said = words(charter(policy, "Collège fictif", ON))
    findings = check(policy, ON)
    for finding in findings:
        assert (finding.title.replace("\u00a0", " ") in said) == (finding.severity != "a_savoir")
    assert ("Points à régler avant le vote" in said) == any(f.severity != "a_savoir" for f in findings)


def test_up_to_five_subjects_are_named_and_six_are_counted(balanced: Policy) -> None:
    named = balanced
    for purpose in list(PURPOSES)[:NAMED]:
        named = named.with_purpose(purpose, channels=("ent", "sms"))
    assert "plusieurs canaux pour : " in words(charter(named, "X", ON))
    counted = named.with_purpose(list(PURPOSES)[NAMED], channels=("ent", "sms"))
    assert "plusieurs canaux pour 6 sujets" in words(charter(counted, "X", ON))


def test_a_suspended_publication_and_quiet_hours_are_two_things_in_every_document(balanced: Policy) -> None:
    """The circulaire asks that nothing appears; a telephone that keeps silent is another choice."""
    suspended, quiet = (
        balanced.changed(**{other: {name: HeldHours() for name in balanced.quiet}}) for other in ("quiet", "suspended")
    )
    every = (balanced, suspended, quiet)
    assert len({words(charter(one, "X", ON)) for one in every}) == 3
    assert len({words(settings_sheet(one, ON)) for one in every}) == 3
    assert "La charte ne suspend la publication pour personne" in words(charter(quiet, "X", ON))
    assert "La charte ne pose d'heures calmes pour personne" in words(charter(suspended, "X", ON))


def test_revision_is_in_the_school_year_that_follows(balanced: Policy) -> None:
    assert "année scolaire 2026-2027" in words(charter(balanced, "X", dt.date(2026, 7, 31)))
    assert "année scolaire 2027-2028" in words(charter(balanced, "X", dt.date(2026, 8, 1)))


def test_settings_sheet_has_every_range_to_enter_as_it_is_in_the_policy(policy: Policy) -> None:
    for setting, name in HELD_HOURS.items():
        rows = cells(table(settings_sheet(policy, ON), f"{name}\u00a0: plages à saisir"))
        for day, row in zip(DAYS, rows, strict=True):
            assert row[0] == day.capitalize()
            assert row[1] == (joined(policy.hours(setting)["responsables"].week.get(day, ())) or "—")


def test_settings_sheet_sets_a_factory_default_beside_the_choice_and_calls_it_a_hypothesis(balanced: Policy) -> None:
    sheet = table(settings_sheet(balanced, ON), "Délais")
    (row,) = [row for row in sheet.rows if row[0][0].text.startswith("Note visible par l'élève")]
    assert [part.nature for part in row[2] if isinstance(part, NatureBadge)] == ["charte", "hypothese"]


def test_a_school_name_full_of_signs_stays_a_name(balanced: Policy) -> None:
    document = charter(balanced, NASTY, ON)
    assert NASTY in document.subtitle
    assert "<b>" not in to_html(document)
    text = "".join(pypdf.PdfReader(BytesIO(to_pdf(document))).pages[0].extract_text().split())
    assert "".join(NASTY.split()) in text


def test_write_charter_writes_three_files_and_again(balanced: Policy, tmp_path: Path) -> None:
    for _ in range(2):
        paths = write_charter(balanced, "Collège fictif", tmp_path / "sortie", ON, "college")
        assert [path.name for path in paths] == ["charte.docx", "charte.pdf", "charte.html"]
        assert {path.name for path in (tmp_path / "sortie").iterdir()} == {path.name for path in paths}
    assert paths[1].read_bytes()[:5] == b"%PDF-"


def test_write_charter_where_a_file_stands_says_so_in_french(balanced: Policy, tmp_path: Path) -> None:
    (tmp_path / "sortie").write_text("")
    with pytest.raises(DocumentError, match="Rien n'a été écrit"):
        write_charter(balanced, "X", tmp_path / "sortie", ON)


def test_hours_are_said_as_in_french() -> None:
    assert [hour(clock) for clock in ("20:00", "07:30", "00:00", "24:00")] == ["20 h", "7 h 30", "minuit", "minuit"]


def test_the_week_of_the_circulaire_is_two_phrases() -> None:
    assert held_words(CIRCULAIRE) == ["du lundi au jeudi, de 20 h à 7 h le lendemain", "du vendredi 20 h au lundi 7 h"]


@pytest.mark.parametrize(
    ("week", "expected"),
    [
        ({}, []),
        ({"lundi": ("12:00-13:30",)}, ["le lundi, de 12 h à 13 h 30"]),
        ({"dimanche": ("00:00-24:00",)}, ["le dimanche toute la journée"]),
        ({"samedi": ("00:00-24:00",), "dimanche": ("00:00-24:00",)}, ["du samedi au dimanche"]),
        ({"lundi": ("20:00-24:00",)}, ["le lundi, de 20 h à minuit"]),
        ({"lundi": ("20:00-24:00",), "mardi": ("00:00-00:30",)}, ["le lundi, de 20 h à 0 h 30 le lendemain"]),
        (dict.fromkeys(DAYS, NIGHT), ["du lundi au dimanche, de 20 h à 7 h le lendemain"]),
        (dict.fromkeys(DAYS, ("00:00-24:00",)), ["toute la semaine, jour et nuit"]),
    ],
)
def test_held_hours_in_words(week: Any, expected: Any) -> None:
    assert held_words(HeldHours(week=week)) == expected


def test_a_day_of_the_table_says_its_two_ends_and_its_middle() -> None:
    week = {"lundi": NIGHT, "mardi": ("00:00-24:00",), "jeudi": ("12:00-13:30",)}
    quiet = HeldHours(week=week)
    assert [held_day_words(quiet, day) for day in range(4)] == [
        "avant 7 h et après 20 h",
        "toute la journée",
        "aucune",
        "de 12 h à 13 h 30",
    ]


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 335), st.integers(1, 60)), max_size=8))
def test_spans_cover_exactly_the_quiet_half_hours_and_never_touch(painted: Any) -> None:
    mask = [False] * 336
    for start, length in painted:
        for place in range(start, start + length):
            mask[place % 336] = True
    rows = [mask[48 * day : 48 * day + 48] for day in range(7)]
    spans = held_spans(HeldHours(week=HeldHours.week_from_mask(np.array(rows))))
    covered = sorted(place % 336 for start, end in spans for place in range(start, end))
    assert covered == [place for place, quiet in enumerate(mask) if quiet]
    assert spans == [(0, 336)] or all(not mask[end % 336] for _, end in spans)


def test_a_mark_is_not_promised_at_night_on_the_day_of_the_test(balanced: Policy) -> None:
    free = dict.fromkeys(balanced.suspended, HeldHours())
    early, late = (
        marks_words(
            balanced.changed(
                suspended=free, marks=MarksSettings(pupils_after_days=0, parents_after_pupils_days=0, published_at=at)
            )
        )[0]
        for at in ("03:00", "08:00")
    )
    assert early == "au plus tôt le lendemain de l'évaluation, à 3 h"
    assert late == "au plus tôt le jour même de l'évaluation, à 8 h"


def test_what_is_all_on_paper_is_not_called_back(balanced: Policy) -> None:
    paper = balanced
    for purpose in PURPOSES:
        paper = paper.with_purpose(purpose, channels=("carnet",), fallback=None)
    assert balanced.recall_minutes
    for policy, screens in ((balanced, True), (paper, False)):
        assert ("peut être rappelé" in words(charter(policy, "X", ON))) == screens


def test_nobody_is_said_to_write_whenever_they_like(balanced: Policy) -> None:
    assert "Chacun écrit quand il veut" not in words(charter(balanced, "X", ON))


def test_small_words() -> None:
    delays = ("1 heure", "24 heures", "47 heures", "2 jours", "3 jours")
    assert [reply_words(hours) for hours in (1, 24, 47, 48, 72)] == [
        f"en {delay} au plus, nuits et jours sans classe compris" for delay in delays
    ]
    assert [lower_first(text) for text in ("SMS", "Retard", "")] == ["SMS", "retard", ""]
    assert [joined(some) for some in ([], ["a"], ["a", "b", "c"])] == ["", "a", "a, b et c"]
    assert purposes_words(["retard", "urgence"]) == "retard et urgence"
    assert purposes_words(["retard", "sanction"]) == "retard ; punition ou sanction"


@pytest.mark.parametrize(
    ("marks", "pupil", "parents"),
    [
        ((0, 0, "18:30"), "le jour même de l'évaluation, à 18 h 30", "le jour même de l'évaluation, à 18 h 30"),
        ((3, 7, None), "3 jours après l'évaluation", "10 jours après l'évaluation"),
        # Suspended from 20:00 to 07:00 for responsables alone.
        ((0, 0, "21:00"), "le jour même de l'évaluation, à 21 h", "le lendemain de l'évaluation, à 7 h"),
        ((0, 0, "19:59"), "le jour même de l'évaluation, à 19 h 59", "le jour même de l'évaluation, à 19 h 59"),
    ],
)
def test_marks_are_said_when_they_show_to_pupils_and_to_parents(
    balanced: Policy, marks: tuple[int, int, str | None], pupil: str, parents: str
) -> None:
    settings_ = MarksSettings(pupils_after_days=marks[0], parents_after_pupils_days=marks[1], published_at=marks[2])
    open_to_pupils = balanced.changed(marks=settings_, suspended={**balanced.suspended, "eleves": HeldHours()})
    assert marks_words(open_to_pupils) == (f"au plus tôt {pupil}", f"au plus tôt {parents}")
