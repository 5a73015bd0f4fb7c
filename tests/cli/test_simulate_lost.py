"""« liaison simulate --annuaire » quand il perd quelque chose : lui-même, son cluster, ce qu'il avait noté."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from school.directory_files import directory

from app.cli import kept_blocks
from app.cli.block_runners import on_dask
from app.cli.kept_blocks import KeptBlocks
from app.cli.output import InputError
from liaison.messaging.policy.policy import load_policy
from liaison.messaging.reading.establishments import BlockResult, Establishment, Simulated
from liaison.messaging.traffic.clock import Period
from liaison.school.fictitious.aggregates import Aggregates
from liaison.school.open_data.annuaire import RENTREE

ASKED = Simulated(load_policy("equilibree"), Period(RENTREE, 1), 7)
COLLEGE = Establishment(
    uai="9990001A", name="Collège", aggregates=Aggregates(name="c", kind="college", zone="B", pupils=40)
)


@contextmanager
def under_way(folder: Path, *more: object) -> Iterator[subprocess.Popen[str]]:
    """Run the command on 160 collèges, and give it once a block is done: the others are being worked on."""
    annuaire, _ = directory(folder, [300] * 160)
    words = (
        "simulate",
        "--annuaire",
        annuaire,
        "--policy",
        "equilibree",
        "--weeks",
        52,
        "--out",
        folder / "out",
        *more,
    )
    code = "from app.cli import main\nif __name__ == '__main__': main()"
    command = [sys.executable, "-c", code, *map(str, words)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            assert any(line.startswith("[2/") for line in process.stderr)
            yield process
        finally:
            process.kill()


def test_workers_end_with_the_command_even_when_it_is_killed(tmp_path: Path) -> None:
    with under_way(tmp_path, "--processes", 2) as process:
        children = psutil.Process(process.pid).children()
        try:
            process.kill()
            assert len(children) >= 2
            _, alive = psutil.wait_procs(children, timeout=15)
            assert alive == []
        finally:
            for child in children:
                if child.is_running():
                    child.kill()


def test_a_dask_cluster_that_is_lost_is_said_in_one_sentence(tmp_path: Path) -> None:
    from distributed import LocalCluster

    with (
        LocalCluster(n_workers=1, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        under_way(tmp_path, "--dask", cluster.scheduler_address) as process,
    ):
        cluster.close()
        _, error = process.communicate(timeout=60)
    assert process.returncode == 2
    said = [line for line in error.replace("\u00a0", " ").splitlines() if not line.startswith("[")]
    assert said == ["Le cluster Dask ne répond plus. Ce qui était fini est gardé : relancer la même commande."]
    assert list((tmp_path / "out" / kept_blocks.FOLDER).glob("*.bloc.json"))


def test_dask_workers_that_all_die_are_said_and_not_awaited(monkeypatch: pytest.MonkeyPatch) -> None:
    import dask
    from distributed import LocalCluster

    monkeypatch.setattr("app.cli.block_runners.simulate_block", _dies)
    monkeypatch.setattr("app.cli.block_runners.RETRIES", 0)
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        LocalCluster(n_workers=1, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        pytest.raises(InputError, match=r"faute de mémoire.*relancer la même commande"),
    ):
        list(on_dask(cluster.scheduler_address)({0: (COLLEGE,)}, ASKED))


def _dies(_block: object, _asked: object) -> BlockResult:
    import os

    os._exit(1)


@pytest.mark.parametrize("content", [b'{"sig', b"", b"[]", b"\xff\xfe", b"null", b'{"signature": 3}', b"[" * 100_000])
def test_a_request_that_cannot_be_read_is_refused_until_one_says_restart(tmp_path: Path, content: bytes) -> None:
    KeptBlocks(tmp_path, "x", 3).keep(0, BlockResult())
    (tmp_path / kept_blocks.FOLDER / kept_blocks.REQUEST).write_bytes(content)
    with pytest.raises(InputError, match="--restart"):
        KeptBlocks(tmp_path, "x", 3)
    assert (tmp_path / kept_blocks.FOLDER / "000000.bloc.json").exists(), "rien n'est oublié sans le dire"
    assert KeptBlocks(tmp_path, "x", 3, restart=True).done() == {}
    assert KeptBlocks(tmp_path, "x", 3).done() == {}
