"""The trainer's handbook: each guide has all its parts, programmes add up, one page a module, nothing lost."""

import datetime as dt
import re
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from project.exceptions import exceptions, way_out
from pydantic import ValidationError
from typer.testing import CliRunner, Result

from app.cli import app
from liaison.base.suite import NOTEBOOKS
from liaison.documents import Heading, Text, to_docx, to_pdf
from liaison.documents.content import inlines
from liaison.module import GUIDE, Moment, Programme, module_names
from liaison.training.papers.handbook import COMMANDS, SIZES_PT, handbook, module_sheet
from liaison.training.papers.handbook_reading import ABOUT, SECTIONS, Guide, HandbookError, parse_guide, read_guide
from liaison.training.papers.programme import programmes, timed
from liaison.training.session.module_facts import module_facts

NAMES = module_names(GUIDE)
NAME = "01_messagerie_ent"
TEXT = (NOTEBOOKS / NAME / "animation.md").read_text(encoding="utf-8")
FACTS = module_facts(NAME)


guide_of = cache(read_guide)


def guides() -> dict[str, Guide]:
    return {name: guide_of(name) for name in NAMES}


@pytest.fixture(scope="module")
def whole_pages() -> list[str]:
    pages = pypdf.PdfReader(BytesIO(to_pdf(handbook(list(guides().values()))))).pages
    return [" ".join(page.extract_text().split()).replace("\u00a0", " ") for page in pages]


def liaison(*words: object) -> Result:
    return CliRunner().invoke(app, ["session", "handbook", *(str(word) for word in words)])


def parsed(text: str) -> Guide:
    return parse_guide(text, FACTS)


def seen(parts: Iterable[object]) -> str:
    return "".join(part if isinstance(part, str) else getattr(part, "text", "") for part in parts)


# Each guide has all its parts


@pytest.mark.parametrize("name", NAMES)
def test_every_guide_has_all_its_parts_and_its_minutes_follow_each_other(name: str) -> None:
    guide = guide_of(name)
    assert [label for label, _ in guide.about][: len(ABOUT)] == list(ABOUT)
    assert all(seen(parts).strip() for _, parts in guide.about)
    assert {section.kind for section in guide.sections} >= set(SECTIONS)
    assert guide.steps[0].start == 0
    assert all(before.end == after.start for before, after in pairwise(guide.steps))
    assert sum(step.minutes for step in guide.steps) == module_facts(name).minutes


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_guide_is_in_its_sheet(name: str) -> None:
    text = (NOTEBOOKS / name / "animation.md").read_text(encoding="utf-8")
    document = module_sheet(guide_of(name))
    printed = document.model_dump_json() + " ".join(part.text for part in inlines(document))
    wanted = set(re.findall(r"[\w'-]{3,}", re.sub(r"[*`#|]", " ", text)))
    assert len(wanted) > 30
    assert {word for word in wanted if word not in printed.replace("\u00a0", " ")} <= {"---"}


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_fits_on_one_page(name: str) -> None:
    assert len(pypdf.PdfReader(BytesIO(to_pdf(module_sheet(guide_of(name))))).pages) == 1


@pytest.mark.parametrize("label", ABOUT)
def test_a_guide_that_does_not_say_for_whom_where_or_what_before_is_refused(label: str) -> None:
    with pytest.raises(HandbookError, match=re.escape(label)):
        parsed(TEXT.replace(f"**{label}**", "**Autre**", 1))


@pytest.mark.parametrize("kind", list(SECTIONS))
def test_a_guide_without_one_of_its_parts_is_refused_and_the_part_is_named(kind: str) -> None:
    start = next(start for start in SECTIONS[kind] if f"## {start}" in TEXT)  # type: ignore[index]
    with pytest.raises(HandbookError, match=re.escape(start)):
        parsed(TEXT.replace(f"## {start}", "## Autre chose"))
    emptied = re.sub(rf"(## {re.escape(start)}[^\n]*\n)(?:(?!## ).*\n)*", r"\1\n", TEXT)
    with pytest.raises(HandbookError, match="vide"):
        parsed(emptied)


@cache
def shown() -> set[str]:
    """Every sentence that the suite shows in French, and the name of every setting that it offers ready made."""
    folder = NOTEBOOKS.parent
    sentences = (
        path.read_text(encoding="utf-8")
        for place in ("liaison", "widgets")
        for path in (folder / place).rglob("*.ftl")
        if path.parent.name == "fr"
    )
    presets = (path.read_text(encoding="utf-8") for path in (folder / "liaison").rglob("presets/**/*.yaml"))
    found = [
        *(re.findall(r"^[ .a-z0-9_-]+ = (.+)$", text, re.MULTILINE) for text in sentences),
        *(re.findall(r'^name: "?([^"\n]+)', text, re.MULTILINE) for text in presets),
    ]
    return {name.strip().lower() for names in found for name in names}


@pytest.mark.parametrize("name", NAMES)
def test_a_screen_that_a_guide_names_has_that_name(name: str) -> None:
    """What somebody says is in bold, or is a whole sentence to say."""
    text = (NOTEBOOKS / name / "animation.md").read_text(encoding="utf-8")
    quoted = re.findall(r"« ([^»]+) »", re.sub(r"\*\*« [^»]+ »\*\*", "", text))
    names = {" ".join(one.lower().split()) for one in quoted if not one.endswith((".", "?"))}
    no_screen = {*exceptions().get(f"notebooks/{name}", {}).get("no_screen", ())}
    assert names - shown() == no_screen, way_out(f"notebooks/{name}")


def test_a_part_that_only_some_modules_have_is_printed_too() -> None:
    guide = parsed(TEXT + "\n## L'exercice\nVingt minutes, à la fin.\n")
    assert guide.sections[-1].kind is None
    assert "Vingt minutes, à la fin." in module_sheet(guide).model_dump_json()


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("| 10–20 |", "| 11–20 |", "ne suit pas"),
        ("| 10–20 |", "| 10–10 |", "ne suit pas"),
        ("| 10–20 |", "| dix |", "ne suit pas"),
        ("| 85–90 |", "| 85–95 |", "scenario.yaml dit 90"),
        ("**Le pari.** Chacun", "Chacun", "titre en gras"),
        ("| minutes |", "| heures |", "colonnes"),
        ("# Animer", "Animer", "titre"),
        ("# Animer", "# Un\n\n# Animer", "titre"),
        ("\n- **« Couper", "\n> **« Couper", "listes simples"),
        ("1. Distribuer", "1. - Distribuer", "sans liste dedans"),
    ],
)
def test_a_guide_that_does_not_hold_together_says_what_and_where(before: str, after: str, told: str) -> None:
    assert before in TEXT
    with pytest.raises(HandbookError, match=told) as refused:
        parsed(TEXT.replace(before, after, 1))
    assert f"{NAME}/animation.md" in str(refused.value)


def test_a_guide_without_a_table_or_with_two_is_refused() -> None:
    rows = re.search(r"(\|.*\n)+", TEXT)
    assert rows
    for text in (TEXT.replace(rows[0], "\n"), TEXT.replace(rows[0], f"{rows[0]}\n{rows[0]}")):
        with pytest.raises(HandbookError, match="tableau"):
            parsed(text)


@given(st.text(max_size=200))
def test_whatever_stands_in_a_paragraph_a_guide_is_read_or_refused_in_french(text: str) -> None:
    with suppress(HandbookError):
        assert parsed(TEXT.replace("Que la simulation prédit", f"Que la {text} prédit")).steps == guide_of(NAME).steps


def test_bold_stays_bold_and_what_is_typed_stands_out() -> None:
    guide = guide_of("04_decouverte_ent")
    before = dict(guide.about)["Avant"]
    assert any(isinstance(part, Text) and part.emphasis and "liaison practice" in part.text for part in before)
    assert isinstance(guide.steps[0].parts[0], Text)
    assert guide.steps[0].parts[0].bold


# Programmes


def test_there_is_a_full_day_and_a_programme_of_three_hours() -> None:
    lengths = {name: programme.minutes for name, programme in programmes().items()}
    assert lengths["trois_heures"] == 180
    assert 360 <= lengths["journee"] <= 450


def test_lunch_is_in_the_day_and_not_in_what_an_attestation_counts() -> None:
    followed = {name: one.followed for name, one in programmes().items()}
    assert followed.items() >= {"trois_heures": 180, "journee": 360, "atelier_parents": 90}.items()
    headings = [block for block in handbook(tuple(guides().values())).blocks if isinstance(block, Heading)]
    (day,) = [words for one in headings if (words := one.model_dump_json()) and "Une journée" in words]
    assert "6 h, hors déjeuner" in day.replace("\u00a0", " ")


@pytest.mark.parametrize("name", list(programmes()))
def test_the_moments_of_a_programme_add_up_and_follow_each_other(name: str) -> None:
    programme = programmes()[name]
    moments = timed(programme, guides())
    assert sum(one.minutes for one in moments) == programme.minutes
    assert moments[0].start == programme.start
    assert all(before.end == after.start for before, after in pairwise(moments))
    start, end = (dt.datetime.strptime(text, "%H:%M") for text in (moments[0].start, moments[-1].end))
    assert (end - start) == dt.timedelta(minutes=programme.minutes)


def test_a_programme_that_does_not_add_up_is_refused_with_both_numbers() -> None:
    wrong = programmes()["trois_heures"].model_copy(update={"minutes": 181})
    with pytest.raises(HandbookError, match="181\u00a0min et ses moments en font 180"):
        timed(wrong, guides())


def test_a_programme_that_asks_for_what_is_not_there_is_refused() -> None:
    whole = programmes()["trois_heures"]
    with pytest.raises(HandbookError, match="01_messagerie_ent"):
        timed(whole, {})
    lost = whole.model_copy(update={"moments": (Moment(module=NAME, steps=("Le pari", "Dormir")),)})
    with pytest.raises(HandbookError, match="Le pari"):
        timed(lost, guides())


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {"title": "Pause"},
        {"minutes": 5},
        {"module": NAME, "minutes": 5},
        {"title": "Pause", "minutes": 0},
        {"title": "Pause", "minutes": 5, "steps": ["Le pari"]},
    ],
)
def test_a_moment_is_a_module_or_a_title_with_minutes(entry: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Moment.model_validate(entry)


def test_a_programme_that_needs_a_module_is_left_out_when_the_module_is() -> None:
    only = handbook([guide_of("04_decouverte_ent")]).model_dump_json()
    assert "Un atelier avec des parents" in only
    assert "Une journée" not in only


# The whole


def test_each_module_begins_a_page_of_its_own_and_takes_only_one(whole_pages: list[str]) -> None:
    for name in NAMES:
        facts = module_facts(name)
        title = f"{facts.number:02d} · {facts.title}".replace("\u00a0", " ")
        assert [page.startswith(title) for page in whole_pages].count(True) == 1
    assert [page.split(" ", 1)[0] for page in whole_pages[-len(NAMES) :]] == [name[:2] for name in NAMES]


def test_the_handbook_has_programmes_material_and_what_to_do_when_something_is_missing(whole_pages: list[str]) -> None:
    told = " ".join(whole_pages)
    for said in (*(one.title for one in programmes().values()), "À préparer", "Pas d'internet", "sans ordinateur"):
        assert said in told


def test_the_pdf_is_tagged_and_the_docx_opens() -> None:
    document = module_sheet(guide_of(NAME))
    catalog: Any = pypdf.PdfReader(BytesIO(to_pdf(document))).root_object
    assert catalog["/MarkInfo"]["/Marked"]
    opened = docx.Document(BytesIO(to_docx(document)))
    assert [cell.text for cell in opened.tables[0].rows[0].cells] == ["Minutes", "Ce qui se passe", "À l'écran"]


@pytest.mark.parametrize("command", sorted({command for _, command, _ in COMMANDS}))
def test_every_command_of_the_handbook_exists(command: str) -> None:
    words = command.split()
    assert words[0] == "liaison"
    assert CliRunner().invoke(app, [*words[1:], "--help"]).exit_code == 0


# The command


def test_the_command_writes_the_whole_or_one_sheet_in_both_formats(tmp_path: Path) -> None:
    assert liaison("--out", tmp_path / "tout").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "tout").iterdir()) == [
        "guide_du_formateur.docx",
        "guide_du_formateur.pdf",
    ]
    assert liaison("--out", tmp_path / "un", "--module", "01").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "un").iterdir()) == [f"fiche_{NAME}.docx", f"fiche_{NAME}.pdf"]


def test_an_unknown_module_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    result = liaison("--out", tmp_path / "g", "--module", "01", "--module", "00")
    assert result.exit_code == 2
    assert "01_messagerie_ent" in result.stderr
    assert not (tmp_path / "g").exists()


def test_a_programme_says_its_modules_in_order() -> None:
    assert programmes()["journee"].modules == ("01_messagerie_ent", "02_diagnostic_familles", "03_accompagnement")
    assert Programme.model_validate(programmes()["journee"].model_dump()) == programmes()["journee"]


def test_a_long_guide_is_printed_smaller_down_to_a_size_that_can_be_read() -> None:
    short = module_sheet(parsed(TEXT))
    longer = module_sheet(parsed(TEXT + "\n## En plus\n" + "Une phrase de plus, qui prend de la place. \n" * 10))
    endless = module_sheet(parsed(TEXT + "\n## En plus\n" + "Une phrase de plus, qui prend de la place. " * 200))
    assert short.text_size_pt > longer.text_size_pt > endless.text_size_pt == SIZES_PT[-1] >= 8.75
    assert len(pypdf.PdfReader(BytesIO(to_pdf(longer))).pages) == 1
    assert "Une phrase de plus" in endless.model_dump_json()
