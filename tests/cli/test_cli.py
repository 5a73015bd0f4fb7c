"""La commande `liaison` : ce qu'elle répond, ce qu'elle refuse, ce qu'elle laisse sur le disque."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from liaison.cli import app
from liaison.cli.commands import app as commands
from liaison.cli.output import InputError, whole_folder
from liaison.cli.simulating import as_text, figure_rows

DATA = Path(__file__).parents[2] / "../shared/data/schools"
COMMANDS = ("simulate", "check", "charter", "school", "writes", "schema", "serve")


def liaison(*words: object):
    return CliRunner().invoke(app, [str(word) for word in words])


def refused(result, *words: str) -> None:
    """Check a refusal: exit code 2, one French sentence, no trace, nothing on the answer's stream."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    for word in words:
        assert word in result.stderr.replace("\u00a0", " ")


@pytest.fixture(scope="module")
def school(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("ecole") / "mon_ecole"
    assert liaison("school", "--preset", "ecole_6_classes", "--seed", 3, "--out", folder).exit_code == 0
    return folder


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_is_in_french_with_an_example(command):
    result = liaison(*command, "--help")
    assert result.exit_code == 0
    text = result.stdout.replace("\u00a0", " ")
    assert "Utilisation : liaison" in text
    assert "Exemple : liaison" in text
    for english in ("Usage", "Show this", "required", "default", "Arguments ─", "Commands", "<bool>"):
        assert english not in text


def test_no_command_shows_the_help():
    result = liaison()
    assert "Utilisation" in result.stdout


# --- misuse ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["simuler"], "Cette commande n'existe pas. Commandes : simulate, check"),
        (["check"], "Il manque « POLITIQUE »"),
        (["check", "equilibree", "de_trop"], "un mot de trop"),
        (["check", "--date"], "--date est mal employée"),
        (["check", "equilibree", "--dat", "2026-09-01"], "--dat n'existe pas"),
        (["check", "equilibree", "--json=3"], "--json est mal employée"),
        (["simulate", "--school", "college_rural"], "Il manque l'option --policy"),
        (["simulate", "--school", "lp", "--policy", "equilibree", "--weeks", "abc"], "de 1 à 52"),
        (["simulate", "--school", "lp", "--policy", "equilibree", "--weeks", "53"], "de 1 à 52"),
        (["simulate", "--school", "lp", "--policy", "equilibree", "--seed", "-1"], "0 ou plus"),
        (["charter", "--policy", "equilibree", "--out", "x", "--kind", "fac"], "ecole, college, lgt ou lp"),
        (["schema", "tout"], "politique ou communication"),
        (["serve", "--port", "80"], "de 1024 à 65535"),
    ],
)
def test_a_misuse_is_one_french_sentence(words, told):
    result = liaison(*words)
    refused(result, told, "--help »")
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["check", "inconnue"], "ni un modèle connu"),
        (["check", "equilibree", "--date", "demain"], "2026-09-01"),
        (["simulate", "--school", "lune", "--policy", "equilibree"], "lune"),
        (["simulate", "--school", "lp", "--policy", "lune"], "lune"),
        (["simulate", "--school", "lp", "--policy", "equilibree", "--start", "2031-01-05"], "calendrier scolaire"),
        (["simulate", "--school", "lp", "--policy", "equilibree", "--start", "hier"], "--start"),
        (["writes", "--school", "ecole_6_classes", "--rules", "lune", "--from", "R0001"], "ent_un_deux, vie_scolaire"),
        (["writes", "--school", "ecole_6_classes", "--rules", "ent_un_deux", "--from", "Zoé"], "« Zoé » n'est ni"),
        (["school", "--out", "x"], "--preset MODÈLE"),
        (["school", "--out", "x", "--annuaire", "a.csv"], "--uai CODE"),
        (["school", "--out", "x", "--preset", "lp", "--uai", "0350001X"], "pas les deux"),
        (["school", "--out", "x", "--annuaire", "absent.csv", "--uai", "0350001X"], "absent.csv"),
    ],
)
def test_bad_input_is_refused_in_french(words, told, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    refused_with_progress = liaison(*words)
    assert refused_with_progress.exit_code == 2, refused_with_progress.output
    refused(refused_with_progress, told)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"name: [", "lisible"),
        (b"\xff\xfe\x00\x01", "lisible"),
        (b"", "politique"),
        (b"name: x\nversion: 99", "version 99"),
        (b"name: x", "purposes"),
    ],
)
def test_a_policy_file_that_cannot_be_read_is_refused(content, told, tmp_path):
    path = tmp_path / "politique.yaml"
    path.write_bytes(content)
    refused(liaison("check", path), told)


def test_an_unexpected_fault_is_told_without_a_trace(monkeypatch):
    def broken(*_):
        raise KeyError("surprise")

    monkeypatch.setattr("liaison.cli.checking.check", broken)
    result = liaison("check", "equilibree")
    assert result.exit_code == 1
    assert "Une erreur inattendue" in result.stderr
    assert "Traceback" not in result.stderr
    monkeypatch.setenv("LIAISON_TRACE", "1")
    assert "Traceback" in liaison("check", "equilibree").stderr


# --- what each command does ----------------------------------------------------------------------------------------


def test_check_exits_1_exactly_when_a_finding_rests_on_a_loi_or_a_reglement():
    seen = set()
    for preset in ("equilibree", "tout_tout_de_suite", "circulaire_2025", "papier_d_abord"):
        result = liaison("check", preset, "--date", "2026-11-25", "--json")
        answer = json.loads(result.stdout)
        binding = [one for one in answer["constats"] if one["rule"]["kind"] in ("loi", "reglement")]
        assert result.exit_code == (1 if binding else 0)
        assert liaison("check", preset, "--date", "2026-11-25").exit_code == result.exit_code
        seen.add(result.exit_code)
    assert seen == {0, 1}


def test_check_shows_the_kind_and_the_source_of_each_finding():
    result = liaison("check", "tout_tout_de_suite", "--date", "2026-11-25")
    text = result.stdout.replace("\u00a0", " ")
    assert "Politique « " in text
    assert any(line.startswith(("[Loi]", "[Règlement]")) for line in text.splitlines())
    assert text.count("Source : ") == text.count("Que faire : ") >= 2


def test_check_uses_the_rules_of_the_day_asked_for():
    codes = {
        day: {
            one["code"]
            for one in json.loads(liaison("check", "tout_tout_de_suite", "--date", day, "--json").stdout)["constats"]
        }
        for day in ("2024-09-01", "2026-09-01")
    }
    assert codes["2024-09-01"] < codes["2026-09-01"]


def test_simulate_writes_the_trace_and_the_indicators(school, tmp_path):
    words = ("simulate", "--school", school, "--policy", "equilibree", "--weeks", 2, "--seed", 7)
    result = liaison(*words, "--out", tmp_path / "a")
    assert result.exit_code == 0, result.output
    assert "[1/4]" in result.stderr
    assert "fictives" in result.stdout
    written = {path.name for path in (tmp_path / "a").iterdir()}
    assert written >= {"trace.csv", "indicateurs.json", "indicateurs.csv"}
    trace = pd.read_csv(tmp_path / "a" / "trace.csv")
    assert set(trace["informed"]) == {"oui", "non"}
    found = json.loads((tmp_path / "a" / "indicateurs.json").read_text(encoding="utf-8"))
    figures = pd.read_csv(tmp_path / "a" / "indicateurs.csv").set_index(["tableau", "ligne", "mesure"])["valeur"]
    assert figures["reach", "ensemble", "messages"] == found["reach"]["messages"] > 0
    again = liaison(*words, "--out", tmp_path / "b", "--json")
    assert json.loads(again.stdout)["indicateurs"] == found
    assert (tmp_path / "a" / "trace.csv").read_bytes() == (tmp_path / "b" / "trace.csv").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_simulate_takes_other_hypotheses_and_refuses_unknown_ones(school, tmp_path):
    words = ("simulate", "--school", school, "--policy", "equilibree", "--weeks", 2, "--seed", 7, "--json")
    usual = json.loads(liaison(*words).stdout)["indicateurs"]["reach"]["informed"]
    supposed = tmp_path / "hypotheses.yaml"
    supposed.write_text("reaction: {ouvre: {autonome: 0.05}}\n", encoding="utf-8")
    other = json.loads(liaison(*words, "--hypotheses", supposed).stdout)["indicateurs"]["reach"]["informed"]
    assert other < usual
    supposed.write_text("reactions: {}\n", encoding="utf-8")
    refused = liaison(*words, "--hypotheses", supposed)
    assert refused.exit_code == 2
    assert "reactions" in refused.stderr
    assert "Traceback" not in refused.output


def test_the_trace_is_written_with_the_offset_of_both_seasons():
    times = pd.to_datetime(["2026-10-25 00:30Z", "2026-10-25 01:30Z", "2027-03-28 00:59Z", "2027-03-28 01:00Z", None])
    written = as_text(pd.DataFrame({"seen_at": times.tz_convert("Europe/Paris"), "informed": True}))
    assert written["seen_at"].tolist() == [
        "2026-10-25T02:30+02:00",
        "2026-10-25T02:30+01:00",
        "2027-03-28T01:59+01:00",
        "2027-03-28T03:00+02:00",
        "",
    ]
    back = pd.to_datetime(written["seen_at"], utc=True)
    assert back[:4].tolist() == times[:4].tolist()


def test_every_indicator_has_its_row():
    rows = figure_rows({"version": 1, "families": 3, "load": {"total": 2, "by_hour": [[0] * 24] * 7}})
    assert ("families", "ensemble", "", "value", 3) in rows
    assert sum(row[0] == "load.by_hour" for row in rows) == 7 * 24


def test_charter_writes_three_files_and_keeps_the_rest_of_the_folder(tmp_path):
    (tmp_path / "note.txt").write_text("à garder", encoding="utf-8")
    (tmp_path / "charte.html").write_text("ancienne", encoding="utf-8")
    result = liaison("charter", "--policy", "equilibree", "--name", "École X", "--kind", "ecole", "--out", tmp_path)
    assert result.exit_code == 0, result.output
    assert {path.name for path in tmp_path.iterdir()} == {"note.txt", "charte.docx", "charte.pdf", "charte.html"}
    assert "École X" in (tmp_path / "charte.html").read_text(encoding="utf-8")
    assert (tmp_path / "charte.pdf").read_bytes().startswith(b"%PDF")


def test_school_counts_what_it_wrote(school, tmp_path):
    result = liaison("school", "--preset", "ecole_6_classes", "--seed", 3, "--out", tmp_path / "e", "--json")
    answer = json.loads(result.stdout)
    people = pd.read_csv(tmp_path / "e" / "personnes.csv")
    assert answer["personnes"]["eleve"] == (people["profil"] == "eleve").sum()
    assert answer["classes"] == 6
    assert (school / "personnes.csv").read_bytes() == (tmp_path / "e" / "personnes.csv").read_bytes()


@pytest.mark.skipif(not DATA.exists(), reason="données d'essai absentes")
def test_school_of_a_real_establishment_is_fictitious(tmp_path):
    folder = DATA / "ille-et-vilaine-35"
    annuaire = folder / "fr-en-annuaire-education.csv"
    table = pd.read_csv(annuaire, sep=";", dtype=str, encoding="utf-8-sig")
    colleges = table[(table["Type_etablissement"] == "Collège") & table["Nombre_d_eleves"].notna()]
    uai = colleges["Identifiant_de_l_etablissement"].iloc[0]
    ips = DATA / "ips" / "fr-en-ips-colleges-ap2022.csv"
    result = liaison("school", "--annuaire", annuaire, "--ips", ips, "--uai", uai, "--out", tmp_path / "e")
    assert result.exit_code == 0, result.output
    assert "fictives" in result.stdout
    assert uai in result.stdout
    refused(
        liaison("school", "--annuaire", annuaire, "--uai", "0350001X", "--out", tmp_path / "f"),
        "0350001X",
    )


def test_writes_lists_people_and_why(school):
    result = liaison("writes", "--school", school, "--rules", "ent_un_deux", "--from", "R0001", "--groups")
    assert result.exit_code == 0
    assert "par le groupe Responsables de la classe" in result.stdout
    assert "classe.responsables:" in result.stdout
    assert "Le lien n'ouvre rien" in result.stdout
    answer = json.loads(
        liaison("writes", "--school", school, "--rules", "vie_scolaire", "--from", "E0001", "--json").stdout
    )
    assert answer["personnes"] == []


def test_schema_is_json():
    assert json.loads(liaison("schema").stdout)["title"] == "Policy"
    assert json.loads(liaison("schema", "communication").stdout)["title"] == "RuleSet"


# --- what is left on the disk --------------------------------------------------------------------------------------


def write(target: Path, names: tuple[str, ...], failing: bool = False) -> None:
    with whole_folder(target) as folder:
        for name in names:
            (folder / name).write_text("après", encoding="utf-8")
        if failing:
            raise ZeroDivisionError


def test_a_folder_is_whole_or_not_at_all(tmp_path):
    with pytest.raises(ZeroDivisionError):
        write(tmp_path / "a" / "b", ("moitie.csv",), failing=True)
    assert list(tmp_path.iterdir()) == []
    write(tmp_path / "a" / "b", ("tout.csv",))
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["tout.csv"]
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]


def test_an_error_leaves_the_files_of_before(tmp_path):
    (tmp_path / "trace.csv").write_text("avant", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        write(tmp_path, ("trace.csv",), failing=True)
    assert (tmp_path / "trace.csv").read_text(encoding="utf-8") == "avant"
    write(tmp_path, ("trace.csv",))
    assert (tmp_path / "trace.csv").read_text(encoding="utf-8") == "après"
    assert [path.name for path in tmp_path.iterdir()] == ["trace.csv"]


def test_files_that_cannot_all_be_put_in_place_are_put_back(tmp_path, monkeypatch):
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("avant", encoding="utf-8")
    replace = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if tmp_path / "b.csv" in (
            self,
            Path(target),
        ):  # neither moved nor replaced, as Windows does for a file that another program holds open
            raise PermissionError(13, "Permission denied", str(self))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(InputError, match="Ceux d'avant sont restés"):
        write(tmp_path, ("0.csv", "a.csv", "b.csv", "c.csv"))
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {
        "a.csv": "avant",
        "b.csv": "avant",
    }


def test_ctrl_c_while_files_are_put_in_place_waits_for_the_last(tmp_path, monkeypatch):
    (tmp_path / "a.csv").touch()
    replace = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        signal.raise_signal(signal.SIGINT)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, ("a.csv", "b.csv"))
    assert {path.name for path in tmp_path.iterdir()} == {"a.csv", "b.csv"}
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "après"


def test_a_folder_that_cannot_be_written_is_refused_before_any_work(tmp_path):
    blocker = tmp_path / "fichier"
    blocker.touch()
    for target in (blocker, blocker / "dedans"):
        words = ("simulate", "--school", "lgt", "--policy", "equilibree", "--out", target)
        result = liaison(*words)
        refused(result, "--out")
        assert "[1/4]" not in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["fichier"]


@pytest.mark.skipif(os.name == "nt", reason="droits de POSIX")
def test_a_read_only_folder_is_refused():
    with tempfile.TemporaryDirectory() as parent:
        target = Path(parent, "lecture_seule")
        target.mkdir()
        Path(parent).chmod(0o755)
        target.chmod(0o555)
        me = os.geteuid()
        if me == 0:  # root writes everywhere
            os.seteuid(65534)
        try:
            for out in (target, target / "dedans", target / "plus" / "loin"):
                with pytest.raises(InputError, match="l'accès est refusé"):
                    write(out, ("a.csv",))
        finally:
            os.seteuid(me)
        assert list(target.iterdir()) == []


# --- real processes ------------------------------------------------------------------------------------------------


def spawn(*words: object, cwd: Path) -> subprocess.Popen:
    command = [sys.executable, "-c", "from liaison.cli import main; main()", *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=cwd)


def test_a_real_process_refuses_with_code_2_and_no_trace(tmp_path):
    process = spawn("check", "absent.yaml", cwd=tmp_path)
    answer, error = process.communicate(timeout=60)
    assert (process.returncode, answer) == (2, "")
    assert "absent.yaml" in error
    assert "Traceback" not in error


@pytest.mark.skipif(os.name == "nt", reason="signaux de POSIX")
@pytest.mark.parametrize("step", ["[1/4]", "[2/4]", "[4/4]"])
def test_ctrl_c_during_simulate_leaves_no_folder(step, tmp_path):
    words = ("simulate", "--school", "college_rural", "--policy", "equilibree", "--weeks", 40, "--out", "r/s")
    process = spawn(*words, cwd=tmp_path)
    for line in process.stderr:
        if line.startswith(step):
            time.sleep(0.15)
            process.send_signal(signal.SIGINT)
            break
    _, error = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Interrompu" in error
    assert "Traceback" not in error
    assert list(tmp_path.iterdir()) == []


def test_a_terminal_that_lacks_letters_stops_nothing(tmp_path):
    more = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-c", "from liaison.cli import main; main()", "check", "absente.yaml"]
    found = subprocess.run(command, capture_output=True, cwd=tmp_path, env=more)
    assert found.returncode == 2
    assert b"absente.yaml" in found.stderr
    found = subprocess.run([*command[:3], "check", "equilibree"], capture_output=True, cwd=tmp_path, env=more)
    assert found.returncode in (0, 1)
    assert b"Politique ?" in found.stdout


@pytest.mark.skipif(os.name == "nt", reason="mesure de POSIX")
def test_help_is_quick():
    import resource  # POSIX only

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-c", "from liaison.cli import main; main()", "--help"], check=True, capture_output=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    # Computing time and not time on the clock: other tests run at the same time.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.6


def test_the_command_loads_nothing_heavy_before_it_is_asked():
    heavy = "('pandas', 'numpy', 'pydantic', 'rich')"
    listing = f"import sys, liaison.cli; print([name for name in {heavy} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", listing], check=True, capture_output=True, text=True).stdout
    assert found.strip() == "[]"


def test_serve_hands_over_to_the_suite_and_returns_its_code(monkeypatch):
    asked = []

    class Server:
        def __init__(self, words):
            asked.append(words)
            self.turns = 0

        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

        def wait(self):
            self.turns += 1
            if self.turns == 1:
                raise KeyboardInterrupt
            return 3

    monkeypatch.setattr("liaison.cli.serving.subprocess.Popen", Server)
    assert liaison("serve", "--port", 9000, "--no-browser").exit_code == 3
    assert asked == [[sys.executable, "-m", "widgets.voila", "--port", "9000", "--no-browser"]]
    assert commands is app
