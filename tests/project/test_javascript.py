"""JavaScript is code: Deno reads all of it for its types, but a list that can only become shorter."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from javascript import DENO
from project.vague_names import vague_in_script

from liaison.module import subjects

ROOT = Path(__file__).parents[2]

NOT_CHECKED = {
    # Scripts, not modules: what they name comes from the scripts joined before them, or from the page.
    "app/voila/static/manager.js",
    "app/voila/static/page.js",
    "widgets/phone/static/choosing.js",
    "widgets/phone/static/keeping.js",
    "widgets/phone/static/near.js",
    "widgets/phone/static/opening.js",
    "widgets/phone/static/starting.js",
    "widgets/phone/static/sw.js",
    # It runs under Node, not in a page.
    "binder/hub/relais/bounds.mjs",
}


def sources() -> dict[str, str]:
    """Every script of the project, by its path."""
    found = [file for top in ("app", "binder", "widgets") for file in sorted((ROOT / top).rglob("*.*js"))]
    return {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in found}


def test_only_a_few_scripts_are_not_read_for_their_types_and_no_other_becomes_one() -> None:
    left_out = {name for name, text in sources().items() if "@ts-nocheck" in text}
    assert left_out == NOT_CHECKED
    assert len(left_out) <= 9
    assert len(sources()) > 5 * len(left_out)


def test_no_line_of_a_module_is_taken_out_of_the_reading() -> None:
    assert [name for name, text in sources().items() if re.search(r"@ts-(?:ignore|expect-error)", text)] == []


# Whose modules a module may import, beside those of its own folder: the same floors as those of Python.
BELOW = {
    "kit": set[str](),
    "phone": {"kit"},
    **{subject: {"kit", "phone"} for subject in subjects()},
    "training_board": {"kit"},
    "training_reading": {"kit"},
    "training_session": {"kit"},
}


def test_a_module_imports_what_is_below_it_only_and_names_it_by_its_place() -> None:
    """What an editor, Deno and the floors of the house follow."""
    asked = [
        (ROOT / name, ROOT.joinpath(name).parent.joinpath(place).resolve())
        for name, text in sources().items()
        for place in re.findall(r'^(?:import|\}) .*?from "(\..*)";$', text, re.MULTILINE)
    ]
    assert len(asked) > 100
    assert [one for one in asked if not one[1].is_file()] == []
    folders = {(importing.parent.name, imported.parent.name) for importing, imported in asked}
    assert len(folders) > len(BELOW)
    assert [(one, other) for one, other in folders if one != other and other not in BELOW[one]] == []


def test_no_name_of_a_script_says_nothing_of_what_it_holds() -> None:
    """As of Python (test_texts.py): a script of the tests, which shows how one is made, is read too."""
    tried = {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in ROOT.glob("tests/*/*.*js")}
    assert tried
    left = {name: list(vague_in_script(text)) for name, text in (sources() | tried).items()}
    assert {name: vague for name, vague in left.items() if vague} == {}


@pytest.mark.parametrize(
    ("script", "names"),
    [
        ("const found = 1;\nlet [a, one] = b;", [(1, "found"), (2, "one")]),
        ("const { said, asked = 1, a: kept, ...told } = b;", [(1, name) for name in ("said", "asked", "kept", "told")]),
        ("function asked(one, _kept) {}", [(1, "asked"), (1, "one"), (1, "_kept")]),
        ("a.map((one, at) => at);\na.map(([told]) => 1);\na.map(said => 1);", [(1, "one"), (2, "told"), (3, "said")]),
        ("try { a(); } catch (found) {}\nfor (const one of a) b();", [(1, "found"), (2, "one")]),
        ("class A {\n  #kept = 1;\n}", [(2, "#kept")]),
        ("b = `\n${a.map((one) => `${{ kept }}`)} told`;\n[...one];", [(2, "one"), (2, "kept"), (3, "one")]),
        ("// one\na.said = { kept: 1, told: b }; c = 'found' + d?.one + `asked` + /told/; const { said: e } = f;", []),
        ("const oneMore = 1, keptCodes = 2;", []),
    ],
)
def test_a_name_is_read_wherever_a_script_binds_it(script: str, names: list[tuple[int, str]]) -> None:
    assert list(vague_in_script(script)) == names


# Of which each parameter says its type: what the rest of the suite calls (docs/decisions/0059).
WHOLLY_TYPED = ("widgets/kit/csv.js", "widgets/phone/machine.js")


def test_what_all_the_rest_calls_says_the_type_of_all_that_it_takes_and_gives(tmp_path: Path) -> None:
    settings, strict = (ROOT / "deno.json").read_text(encoding="utf-8"), tmp_path / "deno.json"
    left_out = '"noImplicitAny": false, '  # `strict` has it
    assert settings.count(left_out) == 1
    strict.write_text(settings.replace(left_out, ""), encoding="utf-8")
    modules = [str(ROOT / name) for name in WHOLLY_TYPED]
    command = [str(DENO), "check", "--quiet", "--config", str(strict), *modules]
    environment = {**os.environ, "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)
    assert done.returncode == 0, done.stderr
