"""Chaque ligne `liaison` qu'une page donne à taper est tapée ici, en petit, avec les fichiers qu'elle nomme."""

import json
import re
import shlex
import shutil
from datetime import date
from pathlib import Path

import pytest
from diagnostic.fictitious_school import ALL_WAYS, population, received
from project.test_repository import ROOT, TYPED
from school.directory_files import code_of, directory
from training.a_course import answered, bare_course, hand_in
from training.a_session import ANNE, BRUNO, CHLOE, SESSION, archive, at, drop, people_csv
from typer.testing import CliRunner

from app.cli import app
from app.cli.manual import commands, manual
from liaison.diagnostic.papers.exporting import answers_csv
from liaison.messaging.policy.policy import load_policy, to_yaml
from liaison.school.fictitious.generator import school_from
from liaison.support.fictitious import fictitious_needs
from liaison.support.needs.needs_file import needs_csv
from liaison.training.session.definition import write_session

# They become a server, or walk every path for ten seconds: in tests/browser, test_server_start.py and test_room.py, and
# in tests/practice, they are tried; here, as anywhere, their words are read (tests/project/test_repository.py).
ELSEWHERE = ("liaison serve", "liaison session hub", "liaison practice --check")
BADGE = ROOT / "tests" / "training" / "data" / "badge_fixe.json"
SAID = ("erreur inattendue", "Traceback")
LINES = sorted({line for _, line in TYPED})


COMMANDS = {words for words, _ in commands()}


def typed(line: str) -> tuple[str, list[str]]:
    """The command of a line, `liaison session new`, and all its words after `liaison`."""
    words = shlex.split(line, comments=True)
    name = next((name for name in (" ".join(words[:3]), " ".join(words[:2])) if name in COMMANDS), None)
    assert name, f"« {line} » : aucune commande de ce nom"
    return name, words[1:]


def answers(folder: Path) -> None:
    rows = answers_csv(received(*ALL_WAYS)).splitlines(keepends=True)
    half = len(rows) // 2
    (folder / "reponses.csv").write_bytes(b"".join(rows[:half]))
    (folder / "papier.csv").write_bytes(b"".join([rows[0], *rows[half:]]))
    families = [f"{level};{count}\n" for level, count in population().families.items()]
    (folder / "familles.csv").write_text("niveau;familles\n" + "".join(families), encoding="utf-8")
    counted = (("3e", "non", 40), ("3e", "oui", 11), ("4e", "non", 25), ("4e", "oui", 25))
    table = [f"{level};{online}\n" * count for level, online, count in counted]
    (folder / "tableau.csv").write_text("niveau;connexion\n" + "".join(table), encoding="utf-8")
    shutil.copy(ROOT / "tests" / "diagnostic" / "data" / "framaforms_fictif.csv", folder / "export.csv")


def sessions(folder: Path) -> None:
    """A session of which copies were handed in, whose names may be erased; the same in a room; a list of names."""
    past = {"date": date(2025, 11, 27), "names_until": date(2025, 12, 27)}
    for name, mode in (("tilleuls", "machines"), ("salle", "reseau")):
        place = folder / "seances" / name
        place.mkdir(parents=True)
        bare_course(place)
        write_session(place, SESSION.model_copy(update={**past, "mode": mode}))
        hand_in(place, ANNE, answered({}))
        hand_in(place, BRUNO, None)
        (place / "participants.csv").write_bytes(people_csv({ANNE: "Anne Fictive", BRUNO: "Bruno Imaginé"}))
        (place / "presences.csv").write_text(f"code;matin;apres_midi\n{ANNE};x;x\n{BRUNO};x;x\n", encoding="utf-8")
    (folder / "seances" / "salle" / "salle").mkdir()
    (folder / "seances" / "noms.csv").write_text("Prénom;NOM\nAnne;Fictive\nBruno;Imaginé\n", encoding="utf-8")
    (folder / "depot").mkdir()
    drop(folder / "depot", f"remise-{CHLOE}.zip", archive(CHLOE, at(11)))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every file that the pages name."""
    folder = tmp_path_factory.mktemp("bureau")
    answers(folder)
    sessions(folder)
    directory(folder, [40, 45])
    (folder / "ma_politique.yaml").write_text(to_yaml(load_policy("equilibree")), encoding="utf-8")
    (folder / "besoins.csv").write_bytes(needs_csv(fictitious_needs(school_from("college_rep_plus", 7), 7)))
    shutil.copy(BADGE, folder / "GNYWB.json")
    return folder


@pytest.mark.parametrize("line", [line for line in LINES if not line.startswith(ELSEWHERE)])
def test_a_line_to_type_does_what_it_says(
    desk: Path, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "ici"
    shutil.copytree(desk, here)
    monkeypatch.chdir(here)
    name, words = typed(line)
    issuer = json.loads(BADGE.read_text(encoding="utf-8"))["issuer"]["id"]
    words = [{"EMPREINTE": issuer, "0350001N": code_of(1)}.get(word, word) for word in words]
    out = here / words[words.index("--out") + 1] if "--out" in words else None
    if name == "liaison session new":
        assert out is not None
        shutil.rmtree(out)
    if name in ("liaison simulate", "liaison improve"):
        words += ["--weeks", "1"]  # the last one counts: the same line, in small
    result = CliRunner().invoke(app, words)
    # 1: done, and something is left to correct, in a policy or among what was handed in.
    assert result.exit_code in (0, 1), result.output
    assert not [word for word in SAID if word in result.output], result.output
    assert result.stdout
    assert out is None or out.exists()


def test_the_page_of_the_command_is_what_the_command_says_and_shows_each_one() -> None:
    page = (ROOT / "docs" / "commande.md").read_text(encoding="utf-8")
    assert page == manual(), "lancez « nox -s pages »"
    assert {typed(line)[0] for name, line in TYPED if name == "docs/commande.md"} == COMMANDS


def test_a_line_of_a_command_that_does_not_exist_is_told() -> None:
    with pytest.raises(AssertionError, match="« liaison cahier_navette » : aucune commande de ce nom"):
        typed("liaison cahier_navette")


def test_no_page_names_a_machine_or_a_session_made_by_chance() -> None:
    # A code of a session is drawn: whoever copies the line would look for a folder that is not there.
    assert not [line for line in LINES if re.search(r"\d{4}-\d\d-\d\d_[A-Z0-9]{5}", line)]
