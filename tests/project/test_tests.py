"""Ce que chaque essai doit être : il peut échouer, ne lit rien de privé, n'attend ni ne compte les secondes."""

import ast
import os
import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from project.reaching import TESTS, Function, idle, last_name, tree

FILES = sorted(path for path in TESTS.rglob("*.py") if not path.name.startswith("bench"))
# What libraries offer under a private name and no other: each with its reason.
THEIRS = {
    "_repr_html_": "le nom par lequel Jupyter demande à un objet comment il se montre",
    "_render_traceback_": "le nom par lequel IPython demande à une erreur comment elle se dit",
    "_exit": "os._exit : mourir comme on tue un processus",
    "_get_running_loop": "asyncio : la boucle que Playwright laisse en place",
    "_set_running_loop": "asyncio : de même",
    "_handle_custom_msg": "ipywidgets : par où arrive ce que la page envoie (tests/page_side.py seulement)",
    "_instances": "ipywidgets : les widgets encore ouverts",
    "_tr": "python-docx : la ligne d'un tableau telle qu'elle est écrite",
    "_tbl": "python-docx : le tableau tel qu'il est écrit",
    "_p": "python-docx : le paragraphe tel qu'il est écrit",
}
# What a test puts in the place of what is private, by its name in a string: each with its reason.
REPLACED = {
    "_get_command": "typer.testing : la commande refaite à chaque appel, toujours la même (tests/conftest.py)",
    "_release": "liaison.training.session.making : nbgrader, qui met des secondes, ou qu'on arrête au milieu",
    "_ended": "liaison.training.purge : on arrête avant d'écrire que c'est fini",
    "_sent": "widgets.kit.part : les fichiers qu'un autre essai a fait envoyer",
    "_REMEMBERED": "liaison.diagnostic.reading.cells : une mémoire plus courte",
    "_interfaces": "app.room.network : les réseaux de la machine",
    "_known": "app.room.accounts : les comptes de la machine",
    "_npm": "app.room.relay : npm, qui va chercher hors de la machine",
    "_machine_node": "app.room.relay : le Node de la machine",
    "_node_of_wheel": "app.room.relay : de même",
    "_stop_on_signals": "app.room : les signaux sont ceux du processus des essais",
}
BY_NAME = {"getattr", "setattr", "hasattr", "delattr", "attrgetter"}
_CLOCKS = ("time", "monotonic", "perf_counter", "process_time", "thread_time")
CLOCKS = {*_CLOCKS, *(f"{name}_ns" for name in _CLOCKS)}
# What a page reads the time by, in the words of its script; the value of a frame is an instant too.
PAGE_CLOCK = re.compile(
    r"performance\.(?:now|getEntries|timing|measure)|\bDate\.now\b|\.timeStamp\b"
    r"|= await (?:frame\(\)|new Promise\(requestAnimationFrame\))"
)
KEPT_IN_PAGE = re.compile(r"\b(?:window|globalThis)\.(\w+)\s*=\s*performance\.now")
# Where a duration is what is promised: file, function, reason. Each is a line of docs/mesures.md, or of a screen that
# follows a hand; measured in the time of the processor, or several times over, so that other programs count for little.
TIMED = {
    (
        "phone/test_standing.py",
        "test_a_language_is_passed_to_once_by_the_page_that_is_left_for_it_and_by_no_other",
    ): "l'heure d'une page est posée par l'essai : rien n'est mesuré",
    (
        "training/test_purge_images.py",
        "test_a_file_of_noise_is_searched_in_seconds_whatever_the_length_of_the_list",
    ): "un fichier qui n'est pas un texte se cherche en secondes, et non sans fin : temps du processeur",
    (
        "browser/test_diagnostic.py",
        "test_a_filter_on_2000_families_is_redrawn_in_under_200_ms",
    ): "une case cochée se voit aussitôt : médiane de sept",
    (
        "browser/test_lab_speed.py",
        "test_a_setting_that_moves_is_redrawn_at_once",
    ): "un réglage qui bouge se voit aussitôt : médiane de neuf",
    (
        "browser/test_lab_speed.py",
        "test_a_slider_dragged_through_twenty_values_ends_on_what_the_engine_says_of_the_last",
    ): "rien ne fige la page pendant que l'on traîne un curseur",
    (
        "diagnostic/test_identifying.py",
        "test_a_cell_without_end_is_read_once_and_not_once_from_each_of_its_signs",
    ): "une case sans fin se lit en une fraction de seconde, et non en une minute : temps du processeur",
    (
        "diagnostic/test_diagnostic_lab.py",
        "test_a_filter_on_2000_families_is_computed_in_under_100_ms",
    ): "la part de Python du même filtre : médiane, en temps de processeur",
    (
        "diagnostic/test_reading.py",
        "test_ten_thousand_answers_are_read_in_well_under_two_seconds",
    ): "une académie se lit sans que l'on attende, en temps de processeur",
    (
        "messaging/test_lab.py",
        "test_a_setting_moved_is_computed_in_under_100_ms",
    ): "la part de Python d'un réglage qui bouge : médiane, en temps de processeur",
    (
        "school/test_generator.py",
        "test_a_college_of_five_hundred_pupils_takes_less_than_a_third_of_a_second_of_processor",
    ): "une autre école se tire sans que l'on attende : la plus courte de trois, en temps de processeur",
    (
        "training/test_grading.py",
        "test_thirty_copies_each_with_its_settings_take_less_than_two_seconds_of_work",
    ): "une salle entière se note sans que l'on attende, en temps de processeur",
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
    ): "rien n'est demandé par une page cachée : une durée est le sujet",
    (
        "browser/test_kit_results.py",
        "test_a_finger_taps_holds_to_paint_and_swipes_to_scroll",
    ): "un appui long dure",
    (
        "browser/test_lab_speed.py",
        "test_a_slider_dragged_through_twenty_values_ends_on_what_the_engine_says_of_the_last",
    ): "rien de tardif ne vient changer la phrase",
    (
        "browser/test_pages.py",
        "test_a_widget_that_the_page_cannot_draw_is_left_to_the_application_of_voila",
    ): "aucun avis ne vient ensuite",
    ("browser/test_practice_unkept.py", "cut_once_given_up"): "aucune page ne vient ensuite",
    (
        "browser/test_practice_memory.py",
        "test_a_page_brought_back_says_nothing_of_the_last_gesture_before_one_is_asked",
    ): "rien ne se dit ensuite",
    (
        "browser/test_server_start.py",
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
    ("practice_host.py", "do_GET"): "un serveur lent : sa lenteur est le sujet",
    (
        "training/test_room_board.py",
        "test_a_board_paused_while_it_reads_does_not_move",
    ): "un tour de boucle, sans durée",
}


def functions(path: Path) -> list[Function]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, Function)]


def private(path: Path) -> list[str]:
    """What a file reads of others under a name that begins with an underscore."""
    found = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") not in ("self", "cls"):
            names = [node.attr]
        elif isinstance(node, ast.ImportFrom):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.Call):
            names = [name for name in _spelled(node) if name not in REPLACED]
        else:
            continue
        hidden = [name for name in names if name.startswith("_") and not name.startswith("__") and name not in THEIRS]
        found += [f"{os.path.relpath(path, TESTS)}:{node.lineno} {name}" for name in hidden]
    return found


def _spelled(call: ast.Call) -> list[str]:
    """The names that a call spells in a string: `getattr(one, "_two")`, `setattr("one._two", three)`."""
    if last_name(call.func) not in BY_NAME:
        return []
    texts = [one.value for one in call.args[:2] if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return texts[0].split(".") if texts else []


def waits(path: Path) -> list[str]:
    """Where a file sleeps outside of a loop that looks: for a number of seconds, and not for what happens."""
    looping = [loop for loop in ast.walk(tree(path)) if looks(loop)]
    allowed = _inside([*looping, *(one for one in functions(path) if (_name(path), one.name) in LASTING)])
    return [
        f"{_name(path)}:{node.lineno} {ast.unparse(node)}"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and id(node) not in allowed
        and last_name(node.func) in ("sleep", "wait_for_timeout")
        and not (node.args and isinstance(node.args[0], ast.Constant) and node.args[0].value == 0)
    ]


def looks(loop: ast.AST) -> bool:
    """Whether a loop goes on until something happens: a condition of its own, or a way out of it."""
    if isinstance(loop, ast.While) and not isinstance(loop.test, ast.Constant):
        return True
    ways_out = (ast.Break, ast.Return, ast.Raise, ast.Assert)
    return isinstance(loop, ast.While | ast.For | ast.AsyncFor) and any(
        isinstance(inner, ways_out) for inner in ast.walk(loop)
    )


def times(path: Path) -> list[str]:
    """Where a file asserts how long something took: a loaded machine makes it fail, and no fault does."""
    clock = _Clock(_clocked_scripts(path), _kept_in_pages(path))
    patient = _inside(loop for loop in ast.walk(tree(path)) if looks(loop))
    return [
        f"{_name(path)}:{node.lineno} {ast.unparse(node)}"
        for one in functions(path)
        if (_name(path), one.name) not in TIMED
        for node in ast.walk(one)
        if isinstance(node, ast.Assert) and id(node) not in patient and clock.read_in(node.test, clock.held_in(one))
    ]


@dataclass(frozen=True)
class _Clock:
    """What reads the time in a file: calls, scripts of a page by their names, and what pages keep of it."""

    scripts: set[str]
    kept: set[str]

    def held_in(self, function: Function) -> set[str]:
        """The names of a function that hold an instant or a duration, or a list of some."""
        held: set[str] = set()
        for _ in range(2):  # what comes from what comes from a clock
            for node in ast.walk(function):
                match node:
                    case ast.Assign(targets=targets, value=value) if self.read_in(value, held):
                        held |= {one.id for one in targets if isinstance(one, ast.Name)}
                    case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="append"), args=[value]):
                        held |= {name} if self.read_in(value, held) else set()
        return held

    def read_in(self, value: ast.expr, held: set[str]) -> bool:
        return any(self._reads(one, held) for one in ast.walk(value))

    def _reads(self, one: ast.AST, held: set[str]) -> bool:
        match one:
            case ast.Name(id=name):
                return name in held or name in self.scripts
            case ast.Call(func=func):
                return _is_clock(func)
            case ast.Constant(value=str(text)):
                return bool(PAGE_CLOCK.search(text)) or any(re.search(rf"\b{name}\b", text) for name in self.kept)
        return False


def _clocked_scripts(path: Path) -> set[str]:
    """The constants of a file that hold a script which reads the time."""
    return {
        target.id
        for node in tree(path).body
        if isinstance(node, ast.Assign) and any(PAGE_CLOCK.search(text) for text in _texts(node.value))
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _kept_in_pages(path: Path) -> set[str]:
    return {name for text in _texts(tree(path)) for name in KEPT_IN_PAGE.findall(text)}


def _texts(node: ast.AST) -> list[str]:
    return [one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)]


def _is_clock(called: ast.expr) -> bool:
    if isinstance(called, ast.Attribute):
        return called.attr in CLOCKS and getattr(called.value, "id", "") == "time"
    return last_name(called) in CLOCKS


def _inside(nodes: Iterable[ast.AST]) -> set[int]:
    return {id(inner) for node in nodes for inner in ast.walk(node)}


def _name(path: Path) -> str:
    return os.path.relpath(path, TESTS)


def files_of(folder: str) -> list[Path]:
    """The files of a folder of tests; those that stand beside the folders for « . »."""
    return [path for path in FILES if _folder(path) == folder]


def _folder(path: Path) -> str:
    return next(iter(path.relative_to(TESTS).parent.parts), ".")


each_folder = pytest.mark.parametrize("folder", sorted({*map(_folder, FILES)}))


@each_folder
def test_every_test_can_fail(folder: str) -> None:
    assert not [line for path in files_of(folder) for line in idle(path)]


@each_folder
def test_no_test_reads_what_is_private(folder: str) -> None:
    assert not [line for path in files_of(folder) for line in private(path)]


@each_folder
def test_no_test_waits_for_a_number_of_seconds(folder: str) -> None:
    assert not [line for path in files_of(folder) for line in waits(path)]


@each_folder
def test_no_test_compares_durations(folder: str) -> None:
    assert not [line for path in files_of(folder) for line in times(path)]


def test_what_may_last_and_what_may_be_replaced_still_exists() -> None:
    named = {(str(path.relative_to(TESTS)), one.name) for path in FILES for one in functions(path)}
    assert {*LASTING, *TIMED} <= named
    calls = [node for path in FILES for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    assert set(REPLACED) <= {name for call in calls for name in _spelled(call)}


CHECKS = (("idle", idle), ("private", private), ("waits", waits), ("times", times))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("def test_a() -> None:\n    f()\n", ("idle",)),
        ("def test_a() -> None:\n    assert f()\n", ()),
        ("def test_a() -> None:\n    assert one._two\n", ("private",)),
        ("from one import _two\n\ndef test_a() -> None:\n    assert f()\n", ("private",)),
        ("def test_a() -> None:\n    time.sleep(1)\n    assert f()\n", ("waits",)),
        ("def test_a() -> None:\n    while not f():\n        time.sleep(0.1)\n    assert g()\n", ()),
        ("def test_a() -> None:\n    for x in y:\n        time.sleep(0.1)\n    assert g()\n", ("waits",)),
        (
            "def test_a() -> None:\n    for x in y:\n        assert x\n        sleep(1)\n",
            (),
        ),
        ("def test_a() -> None:\n    while True:\n        sleep(1)\n    assert g()\n", ("waits",)),
        ("def test_a() -> None:\n    sleep(1)\n    assert f()\n", ("waits",)),
        ("def test_a() -> None:\n    sleep(0)\n    assert f()\n", ()),
        ("def test_a() -> None:\n    assert getattr(one, '_two')\n", ("private",)),
        ("def test_a() -> None:\n    assert getattr(one, 'two')\n", ()),
        ("def test_a(m) -> None:\n    m.setattr('x.y._z', g)\n    assert f()\n", ("private",)),
        ("def test_a(m) -> None:\n    m.setattr(x, '_z', g)\n    assert f()\n", ("private",)),
        ("def test_a(m) -> None:\n    m.setattr('x.y.z', '_z')\n    assert f()\n", ()),
        ("def test_a() -> None:\n    a = time.time()\n    f()\n    assert time.time() - a < 1\n", ("times",)),
        ("def test_a() -> None:\n    a = perf_counter()\n    b = perf_counter() - a\n    assert b < 1\n", ("times",)),
        ("def test_a() -> None:\n    a = []\n    a.append(monotonic())\n    assert min(a) < 1\n", ("times",)),
        ("def test_a() -> None:\n    a = time.time()\n    assert f(b) < 1\n", ()),
        ("def test_a() -> None:\n    a = time.process_time()\n    assert time.process_time() - a < 1\n", ("times",)),
        ("def test_a(p) -> None:\n    a = p.evaluate('performance.now()')\n    assert f(a) < 1\n", ("times",)),
        ("def test_a(p) -> None:\n    a = p.evaluate('innerWidth')\n    assert f(a) < 1\n", ()),
        ("S = '(e) => e.timeStamp'\n\ndef test_a(p) -> None:\n    assert p.evaluate(S) < 1\n", ("times",)),
        (
            "S = 'window.firstMs = performance.now()'\n\ndef test_a(p) -> None:\n"
            "    assert p.evaluate('window.firstMs') < 1\n",
            ("times",),
        ),
        ("S = 'const a = await frame(); b(a)'\n\ndef test_a(p) -> None:\n    assert p.evaluate(S) < 1\n", ("times",)),
        ("S = 'await frame(); b()'\n\ndef test_a(p) -> None:\n    assert p.evaluate(S) < 1\n", ()),
        ("def test_a() -> None:\n    while f():\n        assert monotonic() < b\n    assert g()\n", ()),
    ],
)
def test_these_checks_see_what_they_look_for(source: str, found: tuple[str, ...], tmp_path: Path) -> None:
    (path := tmp_path / "test_fictif.py").write_text(source, encoding="utf-8")
    seen = {name: check(path) for name, check in CHECKS}
    assert tuple(name for name, lines in seen.items() if lines) == found


HELPERS = """
def checked(x):
    assert x

def check_nothing(x):
    return x

def checked_by_another(x):
    checked(x)

def check_for_ever(x):
    check_for_ever(x)

@pytest.fixture
def ready():
    def look(x):
        assert x
    return look

@pytest.fixture
def check_page():
    def look(x):
        return x
    return look
"""


@pytest.mark.parametrize(
    ("idle_one", "honest_one"),
    [
        ("assert True", "assert x"),
        ("assert x or True", "assert x or y"),
        ("assert x or not x", "assert x or not y"),
        ("assert not False", "assert not x"),
        ("assert (x, 'dit')", "assert x, 'dit'"),
        ("assert f'{x}'", "assert f'{x}' == y"),
        ("assert (one for one in x)", "assert [one for one in x]"),
        ("assert map(bool, x)", "assert all(map(bool, x))"),
        ("assert x == x", "assert x == y"),
        ("assert len(x) >= 0", "assert len(x) >= 1"),
        ("assert isinstance(x, object)", "assert isinstance(x, str)"),
        ("assert isinstance(x, (str, object))", "assert isinstance(x, (str, int))"),
        ("return\nassert x", "assert x\nreturn"),
        ("pytest.skip('non')\nassert x", "if y:\n  pytest.skip('non')\nassert x"),
        ("if False:\n  assert x", "if y:\n  assert x"),
        ("while True:\n  break\nelse:\n  pass", "while f():\n  assert x"),
        ("for one in []:\n  assert one", "for one in x:\n  assert one"),
        ("try:\n  assert x\nexcept AssertionError:\n  pass", "try:\n  assert x\nexcept ValueError:\n  pass"),
        ("try:\n  assert x\nexcept:\n  pass", "try:\n  assert x\nexcept Exception:\n  raise"),
        ("try:\n  f()\nexcept E as e:\n  assert e", "try:\n  f()\nexcept E as e:\n  x = e\nassert x"),
        ("with suppress(Exception):\n  assert x", "with suppress(ValueError):\n  assert x"),
        ("def inner():\n  assert x", "def inner():\n  assert x\ninner()"),
        ("def inner():\n  return x\nrun(inner)", "def inner():\n  assert x\nrun(inner)"),
        ("expect(page)", "expect(page).to_have_title('x')"),
        ("run(['a'])", "run(['a'], check=True)"),
        ("check_nothing(x)", "checked(x)"),
        ("check_for_ever(x)", "checked_by_another(x)"),
        ("check_page(x)", "ready(x)"),
    ],
)
def test_a_test_that_only_looks_as_if_it_checked_is_found(idle_one: str, honest_one: str, tmp_path: Path) -> None:
    (path := tmp_path / "test_fictif.py").write_text(
        HELPERS
        + "".join(
            f"\n\ndef test_{name}(x, y, ready, check_page):\n{textwrap.indent(body, '    ')}\n"
            for name, body in (("idle", idle_one), ("honest", honest_one))
        ),
        encoding="utf-8",
    )
    assert [line.split()[-1] for line in idle(path)] == ["test_idle"]


def test_a_helper_of_another_file_is_followed_there(tmp_path: Path) -> None:
    source = "from {} import {} as check\n\n\ndef test_a():\n    check(x)\n"
    for module, name, found in (("waiting", "wait_until", 0), ("page_side", "tell", 1)):
        (path := tmp_path / f"test_{name}.py").write_text(source.format(module, name), encoding="utf-8")
        assert len(idle(path)) == found
