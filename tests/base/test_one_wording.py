"""Un nombre et une date se lisent et s'écrivent dans le socle, un pluriel et une langue aussi : nulle part ailleurs."""

import ast
import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from liaison.base.languages import french_name, languages, of_families, word_of
from liaison.base.yaml_text import read_yaml
from liaison.messaging.policy.policy import load_policy, preset_names
from liaison.practice import notification_question
from liaison.rules import rule
from liaison.support.vocabulary import LANGUAGES, Language

ROOT = Path(__file__).parents[2]
BASE = ROOT / "liaison/base"
SOURCES = [path for room in ("app", "liaison", "widgets") for path in (ROOT / room).rglob("*.py")]
# What Babel writes is asked of it in one file.
BABEL = {"format_decimal", "format_percent", "format_currency", "format_date", "format_list"}
DATE_READ = r"(\d{4})"  # a year taken apart from what somebody typed
MONTHS = {"janvier", "février", "août", "décembre"}


def read(path: str) -> Any:
    return read_yaml((ROOT / path).read_text(encoding="utf-8"), ours=True)


@cache
def every_code() -> frozenset[str]:
    found = of_families()
    return frozenset((*languages(), *found.in_questionnaire, *found.proposed, *found.spoken))


@cache
def every_word() -> frozenset[str]:
    return frozenset(form(code) for code in every_code() for form in (word_of, french_name))


def said(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def listed(node: ast.AST) -> list[str]:
    """Return the texts of a list written in a program."""
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return [said(one) for one in node.elts]
    if isinstance(node, ast.Dict) and all(map(said, node.values)):  # what each language measures is no list of them
        return [said(one) for half in (node.keys, node.values) for one in half if one]
    return []


def by_hand(source: str) -> Iterator[str]:
    """Yield what a source writes by hand that the base writes for all."""
    tree = ast.parse(source)
    # A type can only be written out: what it names is compared with the list below.
    types = {one.slice for one in ast.walk(tree) if isinstance(one, ast.Subscript)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "replace":
            yield from ["une virgule décimale"] * ([said(one) for one in node.args] == [".", ","])
            yield from ["un nombre lu"] * ([said(one) for one in node.args] == [",", "."])
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "join":
            yield from ["une énumération"] * (said(node.func.value) in (" et ", " ou "))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and "s" in (said(node.left), said(node.right)):
            yield "un pluriel"
        if isinstance(node, ast.IfExp) and said(node.body) in ("s", "x"):
            yield "un pluriel"
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("babel"):
            yield from ("ce que Babel écrit" for one in node.names if one.name in BABEL)
        if DATE_READ in said(node):
            yield "une date lue"
        if said(node) in MONTHS:
            yield "un mois"
        if node not in types and any(len(known & set(listed(node))) >= 3 for known in (every_code(), every_word())):
            yield "une liste de langues"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('f"{value:.1f}".replace(".", ",")', ["une virgule décimale"]),
        ('float(text.replace(",", "."))', ["un nombre lu"]),
        ('text.replace(";", ",")', []),
        (r're.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")', ["une date lue"]),
        (r're.compile(r"\d{1,2}h\d{2}")', []),
        ("f\"{n} copie{'s' * (n > 1)}\"", ["un pluriel"]),
        ("f\"{n} copie{'s' if n > 1 else ''}\"", ["un pluriel"]),
        ("'-' * n", []),
        ("' et '.join(halves)", ["une énumération"]),
        ("', '.join(codes)", []),
        ("from babel.numbers import format_percent", ["ce que Babel écrit"]),
        ("from babel.dates import get_month_names", []),
        ('("janvier", "mars")', ["un mois"]),
        ('LANGUAGES = ("fr", "ar", "ru")', ["une liste de langues"]),
        ('{"fr": "francais", "ar": "arabe", "tr": "turc"}', ["une liste de langues"]),
        ('["français", "arabe", "turc"]', ["une liste de langues"]),
        ('("fr", "ar")', []),
        ('{"fr": 11, "ar": 10.5, "uk": 11}', []),
        ('Literal["francais", "arabe", "turc"]', []),
    ],
)
def test_what_is_written_by_hand_is_seen(source: str, found: list[str]) -> None:
    assert list(by_hand(source)) == found


def test_nothing_beside_the_base_writes_a_number_a_plural_a_month_or_languages() -> None:
    found = {str(path): list(by_hand(path.read_text(encoding="utf-8"))) for path in SOURCES if BASE not in path.parents}
    assert len(found) > 500
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_each_language_is_in_the_list_once_and_has_a_french_name() -> None:
    found = of_families()
    codes = [*found.in_questionnaire, *found.proposed, *found.spoken]
    assert len(codes) == len(set(codes))
    assert all(french_name(code) != code for code in codes)
    assert {language.tag for language in languages().values()} <= set(codes)
    assert french_name("qqq") == "qqq"


def test_families_are_asked_for_the_languages_of_the_list_and_for_another_one() -> None:
    preset = read("liaison/diagnostic/presets/diagnostic_familles.yaml")
    (question,) = (one for one in preset["items"] if one["id"] == "langue")
    words = [*map(word_of, of_families().in_questionnaire), "autre"]
    assert question["values"] == list(LANGUAGES) == list(get_args(Language)) == words
    assert preset["regroup"]["langue"][0].replace(" |", "").split() == words


def test_what_the_practice_ent_writes_in_is_in_the_list_under_its_own_name() -> None:
    scenario = read("liaison/practice/scenario/12_reglages.yaml")
    (choice, *_) = scenario["screens"]["reglages_langue"]["blocks"]
    offered = {one["value"]: one["text"]["texte"] for one in choice["options"]}
    names = {word_of(language.tag): language.name for language in reversed(languages().values())}
    assert offered == {word: names[word] for word in offered}
    assert list(offered) == list(get_args(notification_question.Language)) == scenario["variables"]["langue_messages"]


def test_invented_families_speak_languages_of_the_list() -> None:
    weights = rule("population/langues", dt.date(2026, 9, 1)).value["langues"]
    found = of_families()
    assert set(weights) == {*found.in_questionnaire, *found.proposed, *found.spoken} - {"fr"}


def test_policies_that_ship_write_in_languages_that_the_screen_proposes() -> None:
    offered = {*of_families().in_questionnaire, *of_families().proposed}
    assert {code for name in preset_names() for code in load_policy(name).languages} <= offered
