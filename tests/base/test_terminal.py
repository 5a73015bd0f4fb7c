"""Un terminal sans nos lettres montre le plus proche, a la phrase de Ctrl-C, et reçoit des commandes à recopier."""

import io
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from liaison.base.terminal import lacking_no_letter, typed
from liaison.base.typography import typeset

ROOT = Path(__file__).parents[2]
words = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1) | st.text("a 3h:;?!»«%€'\"", min_size=1)


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "L’« Élève »\u00a0: 3\u202f€…"),
        ("latin-1", "L'« Élève »\u00a0: 3 ?..."),
        ("ascii", 'L\'" Eleve " : 3 ?...'),
    ],
)
def test_a_letter_that_a_terminal_lacks_is_the_nearest_that_it_has(
    monkeypatch: pytest.MonkeyPatch, encoding: str, shown: str
) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding=encoding, write_through=True))
    lacking_no_letter()
    print("L’« Élève »\u00a0: 3\u202f€…", end="")
    assert written.getvalue().decode(encoding) == shown


def test_what_is_no_terminal_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = io.StringIO()
    monkeypatch.setattr(sys, "stdout", kept)
    lacking_no_letter()
    print("Élève", end="")
    assert kept.getvalue() == "Élève"


# Ctrl-C while the first library of the command loads.
WHILE_LOADING = """
import runpy, signal, sys
class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[2]:
            sys.meta_path.remove(self)
            signal.raise_signal(signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background commands are given it ignored
sys.meta_path.insert(0, Interrupt())
runpy.run_module(sys.argv[1], run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize(
    ("command", "library", "said", "code"),
    [
        ("app.voila", "tornado", "Arrêtée avant d’être ouverte", 0),
        ("app.room", "psutil", "Ce qui était déjà fait est gardé", 130),
    ],
)
def test_an_interruption_while_a_command_loads_has_a_sentence_and_no_trace(
    command: str, library: str, said: str, code: int
) -> None:
    words = [sys.executable, "-c", WHILE_LOADING, command, library]
    done = subprocess.run(words, cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=60)
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == code


@given(words, words)
@example("Séance d'essai : le 3 h", "100 %")
@example("3", "h")
@example("Séance", "-s")
@example("Séance", "--unmarked")
def test_a_command_of_a_sentence_takes_each_word_whole_once_it_is_copied(first: str, second: str) -> None:
    said = typeset(f"Ensuite : liaison session collect {typed(first, second)} --session {typed(Path(second))}")
    copied = shlex.split(said.partition("Ensuite\u00a0: ")[2])
    assert copied[:-1] == ["liaison", "session", "collect", first, second, "--session"]
    assert Path(copied[-1]) == Path(second)
    assert not copied[-1].startswith("-")  # it would be taken for an option


# What a path of Windows may hold, and what French puts a space before or after.
on_windows = st.text(st.sampled_from("a3hé;!%€ min"), min_size=1)


@given(on_windows, on_windows)
@example("Ma classe !", "3 h ; suite")
@example("3", "h")
@example("100 %", "%TEMP%")
def test_on_windows_no_word_of_a_command_is_changed_by_its_sentence(first: str, second: str) -> None:
    words = typed(rf"C:\{first}", second, windows=True)
    for sentence in ("Ensuite : {} ; puis lire.", "Ensuite : « {} ».", "Ensuite : `{}`."):
        assert words in typeset(sentence.format(words))


@given(on_windows | words.filter(lambda text: not {*text} & {*'«»"`'}))
@example("Ma classe ! ; 3 h")
def test_a_path_between_quotation_marks_comes_out_of_a_sentence_as_it_is(name: str) -> None:
    for path in (rf"C:\Élèves\{name}", f"/srv/{name}", f"seances/{name}", f"{name}.csv"):
        assert path in typeset(f"Prêt : « {path} » ; lire « {path} » ?")
        assert f"`{path}`" in typeset(f"Prêt : `{path}` ?")
    for kind in ("Le dossier", "Le fichier"):
        assert name in typeset(f"{kind} « {name} » : il n'existe pas.")


def test_a_title_between_quotation_marks_keeps_its_non_breaking_spaces() -> None:
    assert typeset("Lire « Que changer en premier ? », 3 h.") == (
        "Lire «\u00a0Que changer en premier\u00a0?\u00a0», 3\u00a0h."
    )


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (r"C:\seances\tilleuls-1", r"C:\seances\tilleuls-1"),
        (r"C:\Élèves\année_2", r"C:\Élèves\année_2"),
        (r"C:\Mes documents\séance", r'"C:\Mes documents\séance"'),
        (r"C:\essai & suite", r'"C:\essai & suite"'),
        (r"C:\essai(1)", r'"C:\essai(1)"'),
    ],
)
def test_on_windows_a_path_is_put_between_its_quotation_marks_only_if_it_needs_them(path: str, said: str) -> None:
    assert typed(path, windows=True) == said


def test_on_windows_too_a_folder_whose_name_begins_with_a_dash_is_no_option() -> None:
    assert typed("liaison", Path("-s"), "--now", windows=True) == "liaison ./-s --now"


def test_every_command_that_is_printed_with_a_path_of_the_reader_has_it_typed() -> None:
    word = r"(?:[^\"'«»,\n{]|\{typed\([^}]*\)\})*"
    in_python = re.compile(rf"liaison session {word}\{{(?!typed\(|present\}})|(?:\bt|_say)\([^)]*\bcourse=(?!typed\()")
    in_fluent = re.compile(r"liaison session [^{\n]*\{ \$(?!course\b)")  # `$course` is given typed
    for folder, ending, untyped in (
        ("liaison", "py", in_python),
        ("app", "py", in_python),
        ("widgets", "py", in_python),
        ("widgets", "ftl", in_fluent),
    ):
        texts = {path: path.read_text(encoding="utf-8") for path in ROOT.glob(f"{folder}/**/*.{ending}")}
        assert any("liaison session" in text for text in texts.values())
        assert {path: found for path, text in texts.items() if (found := untyped.findall(text))} == {}
