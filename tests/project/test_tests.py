"""Ce que chaque essai doit être : il peut échouer, ne lit rien de privé, et n'attend pas un nombre de secondes."""

import ast
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
FILES = sorted(path for path in TESTS.rglob("*.py") if not path.name.startswith("bench"))
# What libraries offer under a private name and no other: each with its reason.
THEIRS = {
    "_repr_html_": "le nom par lequel Jupyter demande à un objet comment il se montre",
    "_exit": "os._exit : mourir comme on tue un processus",
    "_get_running_loop": "asyncio : la boucle que Playwright laisse en place",
    "_set_running_loop": "asyncio : de même",
    "_handle_custom_msg": "ipywidgets : par où arrive ce que la page envoie (tests/page_side.py seulement)",
    "_instances": "ipywidgets : les widgets encore ouverts",
    "_tr": "python-docx : la ligne d'un tableau telle qu'elle est écrite",
    "_tbl": "python-docx : le tableau tel qu'il est écrit",
    "_p": "python-docx : le paragraphe tel qu'il est écrit",
}
CHECKS = {
    *("raises", "fail", "warns", "expect", "validate", "wait_until", "look_until"),
    *("assert_frame_equal", "assert_series_equal", "assert_array_equal"),
}
# Where a time is what is tried: file, function, reason.
LASTING = {
    ("browser/test_board.py", "go_private"): "plus tôt, c'est un double appui",
    (
        "browser/test_board.py",
        "test_neither_code_nor_name_is_in_the_page_until_confirmed_by_keyboard_and_none_is_left_after",
    ): "plus tôt, c'est un double appui",
    (
        "browser/test_board.py",
        "test_a_room_that_works_is_told_to_a_screen_reader_once_a_minute_and_a_hidden_page_asks_nothing",
    ): "rien n'est dit entre deux minutes, rien n'est demandé par une page cachée",
    (
        "browser/test_kit_results.py",
        "test_a_finger_taps_holds_to_paint_and_swipes_to_scroll",
    ): "un appui long dure",
    (
        "browser/test_diagnostic.py",
        "test_sheets_typed_before_a_reload_are_offered_and_erased_when_asked",
    ): "rien ne vient ensuite",
    (
        "browser/test_lab.py",
        "test_settings_are_offered_again_after_a_reload_and_erased_when_asked",
    ): "rien ne vient ensuite",
    (
        "browser/test_lab_speed.py",
        "test_a_slider_dragged_through_twenty_values_ends_on_what_the_engine_says_of_the_last",
    ): "rien de tardif ne vient changer la phrase",
    (
        "browser/test_pages.py",
        "test_a_widget_that_the_page_cannot_draw_is_left_to_the_application_of_voila",
    ): "aucun avis ne vient ensuite",
    (
        "browser/test_server.py",
        "test_the_server_and_its_kernels_end_within_five_seconds_whatever_is_under_way",
    ): "on arrête à un instant donné de ce qui démarre",
    (
        "browser/test_server.py",
        "test_jupyterlab_opens_in_french_and_asks_no_other_host",
    ): "aucune question ne vient ensuite",
    (
        "hub/test_lifecycle.py",
        "test_a_hub_that_falls_is_said_and_takes_everything_with_it",
    ): "la salle regarde ses processus une fois par seconde",
    (
        "training/test_room_board.py",
        "test_a_board_paused_while_it_reads_does_not_move",
    ): "un tour de boucle, sans durée",
}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> list[Function]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def called(node: ast.AST) -> set[str]:
    """The last names of what is called or used as a decorator or a context: `axe(page)`, `page.axe()` are « axe »."""
    names = set()
    for one in ast.walk(node):
        if isinstance(one, ast.Call):
            names.add(one.func.attr if isinstance(one.func, ast.Attribute) else getattr(one.func, "id", ""))
    return names


def asserts(node: ast.AST) -> bool:
    return any(isinstance(one, ast.Assert) for one in ast.walk(node)) or bool(called(node) & CHECKS)


@cache
def checking() -> frozenset[str]:
    """The names of functions, of the tests' own files, that check something, or call one that does."""
    bodies: dict[str, list[Function]] = {}
    for path in FILES:
        for one in functions(path):
            bodies.setdefault(one.name, []).append(one)
    found = {name for name, some in bodies.items() if any(map(asserts, some))}
    while more := {
        name for name, some in bodies.items() if name not in found and any(called(one) & found for one in some)
    }:
        found |= more
    return frozenset(found)


def idle(path: Path) -> list[str]:
    return [
        f"{path.relative_to(TESTS)}:{one.lineno} {one.name}"
        for one in functions(path)
        if one.name.startswith("test_") and not asserts(one) and not called(one) & checking()
    ]


def private(path: Path) -> list[str]:
    """What a file reads of others under a name that begins with an underscore."""
    found = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") not in ("self", "cls"):
            names = [node.attr]
        elif isinstance(node, ast.ImportFrom):
            names = [alias.name for alias in node.names]
        else:
            continue
        hidden = [name for name in names if name.startswith("_") and not name.startswith("__") and name not in THEIRS]
        found += [f"{path.relative_to(TESTS)}:{node.lineno} {name}" for name in hidden]
    return found


def waits(path: Path) -> list[str]:
    """Where a file sleeps outside of a loop that looks: for a number of seconds, and not for what happens."""
    looping = {
        id(inner) for loop in ast.walk(tree(path)) if isinstance(loop, ast.While | ast.For) for inner in ast.walk(loop)
    }
    name = str(path.relative_to(TESTS))
    lasting = {id(inner) for one in functions(path) if (name, one.name) in LASTING for inner in ast.walk(one)}
    return [
        f"{name}:{node.lineno} {ast.unparse(node)}"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and id(node) not in lasting
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("sleep", "wait_for_timeout")
        and id(node) not in looping
    ]


def test_every_test_can_fail() -> None:
    assert not [line for path in FILES for line in idle(path)]


def test_no_test_reads_what_is_private() -> None:
    assert not [line for path in FILES for line in private(path)]


def test_no_test_waits_for_a_number_of_seconds() -> None:
    assert not [line for path in FILES for line in waits(path)]


def test_what_may_last_still_exists() -> None:
    named = {(str(path.relative_to(TESTS)), one.name) for path in FILES for one in functions(path)}
    assert set(LASTING) <= named


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("def test_a() -> None:\n    f()\n", ("idle",)),
        ("def test_a() -> None:\n    assert f()\n", ()),
        ("def test_a() -> None:\n    assert one._two\n", ("private",)),
        ("from one import _two\n\ndef test_a() -> None:\n    assert f()\n", ("private",)),
        ("def test_a() -> None:\n    time.sleep(1)\n    assert f()\n", ("waits",)),
        ("def test_a() -> None:\n    while not f():\n        time.sleep(0.1)\n    assert g()\n", ()),
    ],
)
def test_these_checks_see_what_they_look_for(source: str, found: tuple[str, ...], tmp_path: Path) -> None:
    path = TESTS / "project" / f"{tmp_path.name}_fictif.py"
    tree.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "read_text", lambda self, **_: source)
        seen = {name: check(path) for name, check in (("idle", idle), ("private", private), ("waits", waits))}
    tree.cache_clear()
    assert tuple(name for name, lines in seen.items() if lines) == found
