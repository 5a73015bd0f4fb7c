"""`liaison simulate --annuaire` : une ligne par établissement, où que les blocs se fassent, et rien de perdu."""

from __future__ import annotations

import csv
import json
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from school.directory_files import code_of, directory
from typer.testing import Result

from app.cli import kept_blocks, simulating_many
from app.cli.block_runners import here, on_cores, on_dask
from app.cli.kept_blocks import KeptBlocks
from app.cli.output import InputError
from app.cli.simulation_request import Files
from liaison.messaging.policy.policy import load_policy
from liaison.messaging.reading import establishments as engine
from liaison.messaging.reading.establishments import BlockResult, Simulated, blocks, simulate_one
from liaison.messaging.traffic.clock import Period
from liaison.school.open_data.annuaire import RENTREE

PUPILS = [40, 45, None, 50, 42, 44, 48, 41, 46, 43, 47]  # one of which nothing can be said
ASKED = Simulated(load_policy("equilibree"), Period(RENTREE, 1), 7)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return directory(tmp_path_factory.mktemp("annuaire"), PUPILS)


@pytest.fixture(scope="module")
def read(files: Any) -> Any:
    found, _, _ = simulating_many.read_files(Files(files[0], (files[1],), None), "rennes")
    return found


@pytest.fixture(scope="module", autouse=True)
def small_blocks() -> Iterator[None]:
    """Blocks of two, so that ten establishments make five."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(engine, "BLOCK", 2)
        yield


@pytest.fixture(scope="module")
def whole(liaison: Any, files: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """The folder of a simulation that nothing interrupted, and what the command said of it."""
    out = tmp_path_factory.mktemp("entier") / "rennes"
    return out, liaison(*words(files, out, "--json"))


@pytest.fixture(scope="module")
def made_here(read: Any) -> dict[int, BlockResult]:
    """Every block, made in this process."""
    return dict(here(dict(enumerate(blocks(read))), ASKED))


def words(files: Any, out: Any, *more: Any) -> Any:
    annuaire, ips = files
    start = ("simulate", "--annuaire", annuaire, "--ips", ips, "--academie", "Rennes", "--policy", "equilibree")
    return (*start, "--weeks", 1, "--seed", 7, "--out", out, "--processes", 1, *more)


def table(out: Any) -> Any:
    return pd.read_parquet(out / "etablissements.parquet")


def test_one_row_by_college_and_a_reason_for_the_one_that_cannot_be_read(whole: tuple[Path, Result], read: Any) -> None:
    out, result = whole
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    found = table(out)
    assert list(found["uai"]) == [code_of(rank) for rank in range(1, 12) if rank != 3]
    assert [row["uai"] for row in answer["illisibles"]] == [code_of(3)]
    assert "Le nombre d'élèves de Collège fictif 3" in answer["illisibles"][0]["raison"].replace("\u00a0", " ")
    expected = [simulate_one(one, ASKED).model_dump() for one in read]
    assert answer["etablissements"] == expected
    assert found.to_dict("records") == expected
    with (out / "etablissements.csv").open(encoding="utf-8-sig") as lines:
        written = list(csv.DictReader(lines, delimiter=";"))
    assert [row["uai"] for row in written] == list(found["uai"])
    assert [row["part_laissee"].replace(",", ".") for row in written] == [str(one) for one in found["part_laissee"]]
    assert {path.suffix for path in out.glob("etablissements_par_ips.*")} == {".docx", ".pdf", ".html"}
    assert not (out / kept_blocks.FOLDER).exists()


def test_interrupted_it_resumes_and_no_establishment_is_done_twice(
    liaison: Any, files: Any, whole: tuple[Path, Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "coupe"
    done: list[int] = []

    def cut(todo: Any, asked: Any) -> Iterator[tuple[int, BlockResult]]:
        for number, result in here(todo, asked):
            if len(done) == 2:
                raise KeyboardInterrupt
            done.append(number)
            yield number, result

    monkeypatch.setattr(simulating_many, "here", cut)
    result = liaison(*words(files, out))
    assert result.exit_code == 130
    assert "4 établissements sur 10 sont gardés" in result.stderr
    assert not (out / "etablissements.parquet").exists()
    again: list[int] = []

    def counted(todo: Any, asked: Any) -> Iterator[tuple[int, BlockResult]]:
        again.extend(todo)
        yield from here(todo, asked)

    monkeypatch.setattr(simulating_many, "here", counted)
    assert liaison(*words(files, out)).exit_code == 0
    assert sorted(done + again) == [0, 1, 2, 3, 4]
    pd.testing.assert_frame_equal(table(out), table(whole[0]))


def test_another_request_in_the_same_folder_is_refused_until_one_says_restart(
    liaison: Any, refused: Any, files: Any, tmp_path: Path
) -> None:
    out = tmp_path / "rennes"
    KeptBlocks(out, "une autre signature", 5)
    refused(liaison(*words(files, out)), "d'autres réglages", "--restart")
    assert liaison(*words(files, out, "--restart")).exit_code == 0


def test_a_block_cut_short_counts_for_nothing(tmp_path: Path) -> None:
    kept = KeptBlocks(tmp_path, "x", 3)
    kept.keep(0, BlockResult())
    (tmp_path / kept_blocks.FOLDER / "000001.bloc.json").write_text('{"rows": [{"uai"', encoding="utf-8")
    assert list(KeptBlocks(tmp_path, "x", 3).done()) == [0]


def test_a_full_disk_is_said_and_what_was_kept_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = KeptBlocks(tmp_path, "x", 3)
    kept.keep(0, BlockResult())

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(InputError, match="le disque est plein"):
        kept.keep(1, BlockResult())
    assert list(kept.done()) == [0]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--academie", "Atlantide"), ("Atlantide", "Académies : Lyon, Rennes")),
        (("--school", "ecole_6_classes"), ("l'un des deux",)),
        (("--dask", "tcp://127.0.0.1:9"), ("Aucun cluster Dask",)),
        (("--start", "demain"), ("n'est pas une date",)),
    ],
)
def test_what_is_refused_is_one_sentence(
    liaison: Any, refused: Any, files: Any, tmp_path: Path, more: Any, said: Any
) -> None:
    refused(liaison(*words(files, tmp_path / "x", *more)), *said)


def test_without_a_folder_nothing_begins(liaison: Any, refused: Any, files: Any) -> None:
    refused(liaison("simulate", "--annuaire", files[0], "--policy", "equilibree"), "--out DOSSIER")


def test_an_academy_without_a_zone_asks_for_one_and_the_report_says_it_is_supposed(
    liaison: Any, refused: Any, tmp_path: Path
) -> None:
    annuaire, _ = directory(tmp_path, [40, 45, 50], academy="Corse")
    asked = ("simulate", "--annuaire", annuaire, "--policy", "equilibree", "--weeks", 1, "--processes", 1)
    refused(liaison(*asked, "--academie", "Corse", "--out", tmp_path / "a"), "« Corse »", "--zone A, B ou C")
    told = liaison(*asked, "--academie", "Corse", "--zone", "B", "--out", tmp_path / "a")
    assert told.exit_code == 0, told.output
    assert "celles de la zone B" in told.stdout
    assert "Académie de Corse, aux vacances supposées de la zone B" in report(tmp_path / "a")
    assert len(table(tmp_path / "a")) == 3
    every = json.loads(liaison(*asked, "--zone", "C", "--out", tmp_path / "b", "--json").stdout)
    assert (len(every["etablissements"]), every["zone_supposee"]) == (4, "C"), "Lyon a sa zone"
    assert "Tous les établissements du fichier, dont 3 aux vacances supposées de la zone C" in report(tmp_path / "b")


def report(out: Any) -> Any:
    text = (out / "etablissements_par_ips.html").read_text(encoding="utf-8")
    return text.replace("\u00a0", " ").replace("&nbsp;", " ")


def test_a_zone_that_serves_nothing_is_not_said_to_be_supposed(liaison: Any, files: Any, tmp_path: Path) -> None:
    answer = json.loads(liaison(*words(files, tmp_path / "a", "--zone", "A", "--json")).stdout)
    assert answer["zone_supposee"] is None
    assert "supposées de la zone" not in report(tmp_path / "a")


def test_another_supposed_zone_is_another_request(
    liaison: Any, refused: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = directory(tmp_path, [40, 45, 50], academy="Corse")
    asked = words(files, tmp_path / "a")

    def cut(todo: Any, asked: Any) -> Iterator[tuple[int, BlockResult]]:
        yield next(here(todo, asked))
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(simulating_many, "here", cut)
        assert liaison(*asked, "--academie", "Corse", "--zone", "A").exit_code == 130
    refused(liaison(*asked, "--academie", "Corse", "--zone", "B"), "d'autres réglages", "--restart")
    assert liaison(*asked, "--academie", "Corse", "--zone", "A").exit_code == 0


def test_a_zone_without_an_annuaire_is_refused(liaison: Any, refused: Any) -> None:
    refused(liaison("simulate", "--school", "ecole_6_classes", "--policy", "equilibree", "--zone", "A"), "--annuaire")


def test_blocks_give_the_same_rows_on_two_processes_as_here(read: Any, made_here: dict[int, BlockResult]) -> None:
    assert dict(on_cores(2)(dict(enumerate(blocks(read))), ASKED)) == made_here


def test_a_dask_worker_killed_midway_loses_nothing(read: Any, made_here: dict[int, BlockResult]) -> None:
    from distributed import LocalCluster

    todo = dict(enumerate(blocks(read)))
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        victims = [worker.pid for worker in cluster.workers.values()]
        killed = threading.Event()
        found = {}
        for number, result in on_dask(cluster.scheduler_address)(todo, ASKED):
            assert number not in found
            found[number] = result
            if not killed.is_set():
                killed.set()
                os.kill(victims[0], signal.SIGKILL)
                time.sleep(0.2)
    assert found == made_here
    assert killed.is_set()
