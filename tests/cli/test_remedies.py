"""Ce qu'un refus dit de taper se tape : chaque option est de la commande que l'on a lancée, ou de celle qu'il nomme."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from project.test_repository import ROOT
from training.a_course import answered, bare_course, hand_in
from training.a_session import ANNE, NAMES, SESSION, people_csv
from typer.testing import CliRunner

from app.cli.commands import app
from app.cli.manual import commands
from liaison.training.session.definition import write_session

OPTIONS = {
    words: {"--help", *(word for param in command.params for word in (*param.opts, *param.secondary_opts))}
    for words, command in commands()
}
NAMED = re.compile("|".join(sorted(map(re.escape, OPTIONS), key=len, reverse=True)))
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
SENTENCES = [path for top in ("app", "liaison", "widgets") for path in sorted((ROOT / top).rglob("texts/fr/*.ftl"))]
SESSION_COMMANDS = (
    *(("close", "--all"), ("badge", "--all"), ("attest", "--all"), ("attendance",)),
    *((name, "--session") for name in ("results", "texts", "report", "grade")),
    ("purge", "--now"),
)


def not_of(said: str, ran: str = "") -> Iterator[tuple[str, str]]:
    """Yield each option of a sentence that neither the command it names just before has, nor the one that ran.

    A command between « » ends with them: what is said behind is of the one that ran.
    """
    named, end = "", -1
    for match in re.finditer(f"{NAMED.pattern}|{OPTION.pattern}", said):
        if match.group() in OPTIONS:
            quoted = said[: match.start()].rstrip().endswith("«")
            named, end = match.group(), said.find("»", match.start()) if quoted else len(said)
            continue
        of = named if match.start() < end else ran
        if of and match.group() not in OPTIONS[of] | OPTIONS.get(ran, set()):
            yield of, match.group()


@pytest.mark.parametrize("path", SENTENCES, ids=lambda path: f"{path.parts[-5]}/{path.stem}")
def test_a_sentence_that_names_a_command_gives_it_options_that_it_has(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert not [wrong for line in lines if "nbgrader" not in line for wrong in not_of(line)]


def a_session(root: Path) -> Path:
    root.mkdir()
    bare_course(root)
    write_session(root, SESSION)
    (root / "participants.csv").write_bytes(people_csv(NAMES))
    hand_in(root, ANNE, answered({"message_de_21_heures": "attend"}))
    (root / "documents").write_text("Un fichier, là où la suite écrit.", encoding="utf-8")
    return root


@pytest.mark.parametrize("words", SESSION_COMMANDS, ids=lambda words: words[0])
def test_a_refusal_offers_no_option_that_the_command_refuses(tmp_path: Path, words: tuple[str, ...]) -> None:
    root = a_session(tmp_path / "seance")
    done = CliRunner().invoke(app, ["session", *words, str(root)])
    said = (str(done.exception or "") + done.output).replace("\u00a0", " ")
    assert not [*not_of(said, f"liaison session {words[0]}")], said
    if words[0] in ("results", "texts"):
        assert "Donner un autre nom à --out" in said
    elif words[0] in ("close", "badge", "attest", "attendance"):
        assert re.search(r"Renommez ce fichier|Le renommer", said), said
        assert "Choisissez un autre dossier" not in said, said
