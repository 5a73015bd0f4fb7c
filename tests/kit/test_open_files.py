"""Là où un programme ouvre peu de fichiers à la fois, une page de plus est refusée avant que d'autres en manquent."""

import asyncio
import math
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

import pytest
from suite_kernels import suite_kernels
from waiting import until

from app.voila import kernels as of_kernels
from app.voila.kernels import FullError
from app.voila.open_files import KEPT, OF_A_PAGE, files_left

PAGE: Any = {"env": {"VOILA_PREHEAT": "False"}}
bounded = pytest.mark.skipif(os.name == "nt", reason="le nombre de fichiers ouverts ne s'y borne pas")


@pytest.mark.parametrize("given", [PAGE, {}], ids=["a_page", "a_notebook_of_jupyterlab"])
def test_a_kernel_starts_while_it_leaves_the_others_what_they_need_and_not_one_file_later(
    monkeypatch: pytest.MonkeyPatch, given: Any
) -> None:
    async def started() -> bool:
        async with suite_kernels(spare_count=0) as kernels:
            monkeypatch.setattr(of_kernels, "files_left", lambda: KEPT + OF_A_PAGE - 1)
            with pytest.raises(FullError) as refused:
                await kernels.start_kernel(**given)
            assert (refused.value.status_code, "Fermez" in str(refused.value.log_message)) == (503, True)
            assert list(kernels.list_kernel_ids()) == []
            monkeypatch.setattr(of_kernels, "files_left", lambda: KEPT + OF_A_PAGE)
            return await kernels.start_kernel(**given) in kernels

    assert asyncio.run(started())


def test_pages_opened_together_are_counted_before_they_have_opened_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    async def opened() -> list[bool]:
        monkeypatch.setattr(of_kernels, "files_left", lambda: KEPT + 2 * OF_A_PAGE)
        async with suite_kernels(spare_count=0) as kernels:
            outcomes = await asyncio.gather(*(kernels.start_kernel(**PAGE) for _ in range(4)), return_exceptions=True)
            first, _second = [outcome for outcome in outcomes if isinstance(outcome, str)]
            assert [isinstance(outcome, FullError) for outcome in outcomes] == [False, False, True, True]
            # A page that has its kernel has not opened its connections yet; once they are, they are counted as such.
            with pytest.raises(FullError):
                await kernels.start_kernel(**PAGE)
            kernels.when_replaced(first, lambda: None)
            return [await kernels.start_kernel(**PAGE) in kernels, first in kernels]

    assert asyncio.run(opened()) == [True, True]


@pytest.mark.parametrize(("left", "waiting"), [(KEPT + 2 * OF_A_PAGE - 1, 0), (KEPT + 2 * OF_A_PAGE, 1)])
def test_no_kernel_waits_for_nobody_where_few_files_are_left(
    monkeypatch: pytest.MonkeyPatch, left: int, waiting: int
) -> None:
    asked = list[int]()

    def counted() -> int:
        asked.append(left)
        return left

    async def ready() -> int:
        monkeypatch.setattr(of_kernels, "files_left", counted)
        async with suite_kernels(spare_count=1, spare_imports=[], refill_delay_s=0.0) as kernels:
            kernels.keep_spares()
            await until(lambda: asked and len(kernels.ready) == waiting, "la réserve n'est pas faite", 60)
            return len([*kernels.list_kernel_ids()])

    assert asyncio.run(ready()) == waiting


@bounded
def test_what_is_left_is_what_the_system_still_gives() -> None:
    script = """
import os, resource
from app.voila.open_files import files_left
resource.setrlimit(resource.RLIMIT_NOFILE, (64, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
left, held = files_left(), []
while True:
    try:
        held.append(os.open(os.devnull, os.O_RDONLY))
    except OSError:
        break
# One was open while they were listed.
print(left + 1 == len(held), files_left())
os.close(held.pop())
os.close(held.pop())
print(files_left())
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "0", "1"]


@bounded
def test_where_nothing_bounds_them_or_nothing_tells_they_are_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    monkeypatch.setattr(resource, "getrlimit", lambda _: (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert files_left() == math.inf
    monkeypatch.undo()

    def nowhere(_: Path) -> NoReturn:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "iterdir", nowhere)
    assert files_left() == math.inf
