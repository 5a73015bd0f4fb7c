"""Le questionnaire : ce que sa définition accepte, ses écrans, et la page qui se suffit à elle-même."""

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from javascript import PHONE, WIDGETS
from pydantic import ValidationError
from traitlets import TraitError

from liaison.base.languages import languages
from liaison.diagnostic.answers import column_types
from liaison.diagnostic.questionnaire.item import column_name, question_and_part
from liaison.diagnostic.questionnaire.phrases import phrases, screens_of
from liaison.diagnostic.questionnaire.questionnaire import (
    MOST_ASKED,
    MOST_ITEMS,
    QUESTIONNAIRE,
    Questionnaire,
    family_questionnaire,
)
from liaison.diagnostic.questionnaire.screens import HANDING, SUMMARY, UNANSWERED, form, steps
from widgets.diagnostic.form import Form
from widgets.diagnostic.form_page import PAGE, form_html, form_page, form_site, whole_form
from widgets.phone.joining import modules

DIAGNOSTIC = WIDGETS / "diagnostic"

ASKED = family_questionnaire()
CODES = list(languages())
FRENCH = form("fr")
HEAVIEST_BYTES = 200_000
WORD = re.compile(r'word\(app, "([a-z0-9-]+)"|viewLine\(app, "\w+", "\w+", "([a-z0-9-]+)"')
DRAWN = re.compile(r'^  (\w+):\s+"([^"]+)",$', re.MULTILINE)
FORBIDDEN = re.compile(r"nom\b|prenom|revenu|nationalit|religion|ine\b|situation_familiale|adresse", re.IGNORECASE)


def item(**changed: Any) -> Any:
    return {"id": "q", "axis": "equipement", "kind": "single", "values": ["a", "b"], **changed}


def definition(*items: Any, **changed: Any) -> Any:
    return {"version": 1, "id": "essai", "items": list(items), **changed}


def test_twelve_questions_at_most_and_never_what_the_school_has_no_need_to_know() -> None:
    assert len(ASKED.items) <= MOST_ITEMS
    assert {one.axis for one in ASKED.items} == {"equipement", "competences", "preferences"}
    assert not [column for column in column_types(ASKED) if FORBIDDEN.search(column)]
    with pytest.raises(ValidationError):
        Questionnaire.model_validate(definition(*(item(id=f"q{rank}") for rank in range(MOST_ASKED + 1))))


@pytest.mark.parametrize(
    "wrong",
    [
        item(kind="text"),
        item(values=["a"]),
        item(kind="grid"),
        item(rows=["r"]),
        item(alone=["a"]),
        item(kind="multiple", alone=["c"]),
        item(axis="note"),
        item(id="Nom de famille"),
        item(implied={"value": "a", "answer": "b"}),
        item(implied={"value": "a", "answer": "c"}),
        item(texte="libre"),
        item(values=["a", "b", "a"]),
        item(kind="grid", rows=["r", "r"]),
    ],
)
def test_a_question_of_another_kind_is_refused(wrong: Any) -> None:
    with pytest.raises(ValidationError):
        Questionnaire.model_validate(definition(wrong))
    Questionnaire.model_validate(definition(item()))


@pytest.mark.parametrize("wrong", ["q__b", "q_"])
def test_a_question_has_a_name_that_no_column_of_another_has(wrong: str) -> None:
    boxes = item(kind="multiple")
    Questionnaire.model_validate(definition(boxes, item(id="q_b")))
    with pytest.raises(ValidationError, match="deux questions ont le même nom, « q »"):
        Questionnaire.model_validate(definition(boxes, item()))
    with pytest.raises(ValidationError, match=f"le nom de la question « {wrong} »"):
        Questionnaire.model_validate(definition(boxes, item(id=wrong)))


NAMES = st.from_regex(r"[a-z](_?[a-z0-9])*", fullmatch=True)


@given(NAMES, st.from_regex(r"[a-z][a-z0-9_]*", fullmatch=True))
def test_a_column_tells_its_question_and_its_part(question: str, part: str) -> None:
    assert question_and_part(column_name(question, part)) == (question, part)
    assert question_and_part(question) == (question, "")


def test_an_answer_follows_from_the_question_just_before_and_from_no_other() -> None:
    first, second = item(id="avant"), item(id="apres", implied={"value": "a", "answer": "b"})
    assert Questionnaire.model_validate(definition(first, second)).items[1].implied
    with pytest.raises(ValidationError, match="juste avant"):
        Questionnaire.model_validate(definition(first, item(id="entre", values=["c", "d"]), second))
    with pytest.raises(ValidationError, match="une seule réponse"):
        Questionnaire.model_validate(definition(first, {**second, "implied": {"value": "a", "answer": "z"}}))


def test_the_first_version_still_loads_and_its_schema_says_its_version() -> None:
    loaded = QUESTIONNAIRE.parse(json.dumps(definition(item())), "essai")
    assert loaded.items[0].values == ("a", "b")
    assert json.loads(QUESTIONNAIRE.schema())["properties"]["version"]["const"] == 1


def test_one_question_per_screen_then_the_answers_then_the_file() -> None:
    path = steps(ASKED.items)
    assert len(path) == screens_of(ASKED) == 16
    assert list(FRENCH["screens"]) == [*(step.screen for step in path), SUMMARY, HANDING]
    assert [name for step in path for name in step.variables] == [column.name for column in ASKED.columns()]
    for step, after in zip(path, [*(step.screen for step in path[1:]), SUMMARY], strict=True):
        blocks = FRENCH["screens"][step.screen]["blocks"]
        led = {block["id"]: block["cases"][-1].get("go") for block in blocks if block["kind"] == "action"}
        assert led == {"suivant": after, "passer": after, "effacer": None}
        assert sum(block["kind"] in ("choice", "boxes") for block in blocks) == 1


def test_every_answer_of_the_definition_can_be_chosen_and_nothing_is_chosen_at_the_start() -> None:
    for step in steps(ASKED.items):
        blocks = FRENCH["screens"][step.screen]["blocks"]
        (asked,) = [block for block in blocks if block["kind"] in ("choice", "boxes")]
        if step.item.kind == "multiple":
            assert [box["variable"] for box in asked["boxes"]] == list(step.variables)
            alone = [
                name for name, value in zip(step.variables, step.item.values, strict=True) if value in step.item.alone
            ]
            assert [box["variable"] for box in asked["boxes"] if box.get("alone")] == alone
            assert {FRENCH["variables"][name][0] for name in step.variables} == {"non"}
        else:
            assert [option["value"] for option in asked["options"]] == list(step.item.values)
            assert FRENCH["variables"][step.variables[0]] == [UNANSWERED, *step.item.values]


def read_on_screen(made: dict[str, Any]) -> Iterator[str]:
    """Yield every sentence that a compiled questionnaire shows."""
    for context in made["file"]["said"].values():
        yield from (context["name"], *context["values"].values())
    for screen in made["screens"].values():
        yield screen["title"]
        for block in screen["blocks"]:
            for one in (block, *block.get("options", ()), *block.get("boxes", ()), *block.get("items", ())):
                yield from (one[name] for name in ("text", "label", "help", "detail") if name in one)


@pytest.mark.parametrize("code", CODES)
def test_the_screens_of_every_language_say_its_sentences_and_no_exclamation_mark(code: Any) -> None:
    made = form(code)
    shown = list(read_on_screen(made))
    assert set(phrases(code).read_in_order()) <= set(shown)
    assert not [text for text in shown if "!" in text or "{" in text]
    assert made["screens"].keys() == FRENCH["screens"].keys()
    assert made["variables"] == FRENCH["variables"]


def test_every_pictogram_of_the_screens_is_drawn() -> None:
    drawn = {name for name, _ in DRAWN.findall((PHONE / "pictograms.js").read_text(encoding="utf-8"))}
    named = re.findall(r'"pictogram": "(\w+)"', json.dumps(FRENCH))
    assert len(set(named)) > 15
    assert set(named) <= drawn


@pytest.mark.parametrize("code", CODES)
def test_every_word_that_the_page_asks_for_is_written(code: Any) -> None:
    asked = {key for text in modules(PAGE.entry).values() for found in WORD.findall(text) for key in found if key}
    assert len(asked) > 30
    words: Any = whole_form(code)["words"]
    assert not asked - words.keys()


def test_the_page_brings_nothing_of_the_missions_of_the_practice_ent() -> None:
    assert not {"guide", "identity", "memo", "missions", "around", "tools", "views"} & set(modules(PAGE.entry))


@pytest.mark.parametrize("code", CODES)
def test_a_page_is_one_light_file_that_calls_nobody(code: Any) -> None:
    page = form_html(code)
    assert len(page.encode("utf-8")) <= HEAVIEST_BYTES
    assert not re.search(r'\b(?:src|srcset)="', page)
    assert "url(" not in page
    assert "@import" not in page
    (rule,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    script = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)[-1]
    mark = b64encode(sha256(script.encode()).digest()).decode()
    assert f"'sha256-{mark}'; style-src" in rule
    assert rule.startswith("default-src 'none'")
    assert "connect-src" not in rule
    data = json.loads(re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)[0])
    assert data == json.loads(json.dumps(whole_form(code)))
    language = languages()[code]
    assert f'<html lang="{language.tag}" dir="{language.direction}">' in page


def test_a_page_knows_nothing_of_the_invented_people_of_the_practice_ent() -> None:
    assert "Benali" not in form_html("fr")


def test_style_stays_inside_the_form_and_knows_no_colour_of_its_own() -> None:
    style = (DIAGNOSTIC / "form.css").read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", style)
    selectors = re.findall(r"^([^@\s}/*][^{]*)\{", style, re.MULTILINE)
    assert selectors
    assert all(one.strip().startswith(".carnets-form") for one in selectors)


def test_the_site_has_a_page_per_language_and_the_choice_of_one() -> None:
    files = form_site()
    assert list(files) == ["index.html", *(f"{code}.html" for code in CODES), "sw.js"]
    assert all(f'href="{code}.html"' in files["index.html"] for code in CODES)


def test_what_voila_shows_follows_the_language_of_the_address() -> None:
    assert form_page({"QUERY_STRING": "langue=ar"}).code == "ar"
    assert form_page({"QUERY_STRING": "langue=../fr"}).code == "fr"
    html = form_page({})._repr_html_()
    assert not [tag for tag in ("html", "head", "body", "title", "meta") if f"<{tag}" in html]
    assert "?langue={code}" in html


def test_the_part_brings_the_questionnaire_in_the_language_asked_and_refuses_another() -> None:
    part = Form(language="ar")
    assert part.scenario["language"]["code"] == "ar"
    part.language = "fr"
    assert part.scenario["language"]["code"] == "fr"
    with pytest.raises(TraitError, match="xx"):
        part.language = "xx"
    assert part.language == "fr"
