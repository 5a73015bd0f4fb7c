"""Un noyau copié vaut un noyau neuf : son dossier, son environnement, son hasard, sa fin ; et rien n'en reste."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import psutil
import pytest
from suite_kernels import kernel_processes, suite_kernels
from traitlets.config import Config
from waiting import until

from app.voila import kernels as engine
from app.voila.copied import Copied, CopiedKernel
from app.voila.kernels import SuiteKernels
from app.voila.settings import page_settings
from liaison.module import subjects

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux seul copie un processus sans dommage.")
PAGE: Any = {"env": {**os.environ, "VOILA_PREHEAT": "False", "VOILA_DE_LA_PAGE": "oui"}}
WAITS = """import pathlib, time
try: pathlib.Path({place!r}).touch(), time.sleep(600)
except KeyboardInterrupt: print("repris")"""


def copying() -> Config:
    config = page_settings()
    config.SuiteKernels.spare_count = 1
    config.SuiteKernels.refill_delay_s = 3600.0  # no spare is asked for: each page has a kernel of its own
    return config


async def said(kernels: SuiteKernels, kernel_id: str, code: str) -> str:
    """What a kernel prints."""
    client = kernel_of(kernels, kernel_id).client()
    client.start_channels()
    await client.wait_for_ready()
    heard: list[str] = []
    await client.execute_interactive(code, output_hook=lambda one: heard.append(one["content"].get("text", "")))
    client.stop_channels()
    return "".join(heard).strip()


async def page(kernels: SuiteKernels, **given: Any) -> str:
    return await kernels.start_kernel(**{**PAGE, **given})


def kernel_of(kernels: SuiteKernels, kernel_id: str) -> Any:
    return kernels.get_kernel(kernel_id)


def copied(kernels: SuiteKernels, kernel_id: str) -> bool:
    return isinstance(kernel_of(kernels, kernel_id).provisioner.process, Copied)


def test_a_page_has_the_screens_of_every_study_read_before_it_asks() -> None:
    """A study is found by its module: nothing lists those whose page comes at once."""

    async def read() -> list[str]:
        async with suite_kernels(config=copying()) as kernels:
            kernel_id = await page(kernels)
            assert copied(kernels, kernel_id)
            return (await said(kernels, kernel_id, "import sys; print(*sys.modules)")).split()

    modules = asyncio.run(read())
    assert len(subjects()) >= 4
    assert {f"widgets.{subject}" for subject in subjects()} <= set(modules)
    assert "widgets.practice.ready" in modules


def test_a_copy_neither_looks_through_what_was_read_before_it_nor_reads_a_debugger() -> None:
    """Either takes a page's processor; the first writes in memory that all pages share until then."""
    code = """import gc, sys
print(gc.get_freeze_count() > 100_000 > len(gc.get_objects()), any("pydevd" in name for name in sys.modules))"""

    async def seen() -> str:
        async with suite_kernels(config=copying()) as kernels:
            return await said(kernels, await page(kernels), code)

    assert asyncio.run(seen()) == "True False"


def test_a_copy_has_the_folder_the_environment_and_the_group_that_a_new_kernel_would_have(tmp_path: Path) -> None:
    code = """import os, sys
ours = os.getpid() == os.getpgrp() == os.getsid(0), os.fstat(0).st_rdev == os.stat(os.devnull).st_rdev
print(*ours, os.getcwd(), os.environ["VOILA_DE_LA_PAGE"], "pandas" in sys.modules, sys.argv[0])"""

    async def seen() -> tuple[bool, str]:
        async with suite_kernels(config=copying(), root_dir=str(tmp_path)) as kernels:
            kernel_id = await page(kernels, path="")
            return copied(kernels, kernel_id), await said(kernels, kernel_id, code)

    assert asyncio.run(seen()) == (True, f"True True {tmp_path} oui True ipykernel_launcher")


def test_a_widget_of_a_copy_speaks_with_its_page(tmp_path: Path) -> None:
    """By itself, ipywidgets listens where it is read: in the process that is copied, there is nobody to listen to."""
    code = "import ipywidgets; from comm import get_comm_manager; print('jupyter.widget' in get_comm_manager().targets)"

    async def seen() -> str:
        async with suite_kernels(config=copying()) as kernels:
            return await said(kernels, await page(kernels), code)

    assert asyncio.run(seen()) == "True"


def test_two_copies_do_not_draw_the_same_numbers() -> None:
    code = "import random, uuid, numpy; print(random.random(), numpy.random.rand(), uuid.uuid4())"

    async def drawn() -> list[list[str]]:
        async with suite_kernels(config=copying()) as kernels:
            ids = [await page(kernels) for _ in range(2)]
            return [(await said(kernels, one, code)).split() for one in ids]

    first, second = asyncio.run(drawn())
    assert len(first) == len(second) == 3
    assert not set(first) & set(second)


def test_a_copy_is_interrupted_and_ended_alone(tmp_path: Path) -> None:
    waiting = tmp_path / "attend"

    async def lived() -> tuple[str, list[bool]]:
        async with suite_kernels(config=copying()) as kernels:
            one, other = [await page(kernels) for _ in range(2)]
            pids = [kernel_of(kernels, each).provisioner.pid for each in (one, other)]
            asking = asyncio.ensure_future(said(kernels, one, WAITS.format(place=str(waiting))))
            await until(waiting.exists)
            while not asking.done():
                await kernel_of(kernels, one).interrupt_kernel()
                await asyncio.sleep(0.1)
            await kernels.end_page(one)
            await until(lambda: not psutil.pid_exists(pids[0]))
            return asking.result(), [psutil.pid_exists(pid) for pid in pids]

    text, alive = asyncio.run(lived())
    assert text.endswith("repris")
    assert alive == [False, True]


def test_where_the_code_has_changed_a_kernel_is_new(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    async def kinds() -> list[bool]:
        async with suite_kernels(config=copying()) as kernels:
            before = copied(kernels, await page(kernels))
            monkeypatch.setattr(engine, "PACKAGES", tmp_path)  # no module is there any more
            return [before, copied(kernels, await page(kernels))]

    assert asyncio.run(kinds()) == [True, False]


def test_without_spare_kernels_as_in_a_room_none_is_a_copy() -> None:
    async def kinds() -> bool:
        async with suite_kernels(config=page_settings(), spare_count=0) as kernels:
            return copied(kernels, await page(kernels))

    assert asyncio.run(kinds()) is False


def test_what_is_copied_may_die_and_the_next_page_has_its_kernel() -> None:
    async def lived() -> str:
        async with suite_kernels(config=copying()) as kernels:
            first = kernel_of(kernels, await page(kernels)).provisioner.pid
            psutil.Process(psutil.Process(first).ppid()).kill()
            # A copy ends with it: the page says so, as for any kernel that dies.
            await until(lambda: not psutil.pid_exists(first), "une copie est restée", 10)
            return await said(kernels, await page(kernels), "print('là')")

    assert asyncio.run(lived()) == "là"


def test_a_copy_that_cannot_be_made_is_a_new_kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_given: object) -> None:
        raise EOFError

    monkeypatch.setattr("app.voila.copied.copy_made", refuses)

    async def kinds() -> tuple[bool, bool]:
        async with suite_kernels(config=copying()) as kernels:
            kernel = kernel_of(kernels, await page(kernels))
            return isinstance(kernel.provisioner, CopiedKernel), await kernel.is_alive()

    assert asyncio.run(kinds()) == (True, True)


KILLED = """
import asyncio, sys
from suite_kernels import suite_kernels
from app.voila.settings import page_settings
async def main():
    config = page_settings()
    config.SuiteKernels.spare_count = 1
    async with suite_kernels(config=config) as kernels:
        kernel_id = await kernels.start_kernel(env={"VOILA_PREHEAT": "False"})
        print(kernels.get_kernel(kernel_id).provisioner.pid, flush=True)
        await asyncio.sleep(600)
if __name__ == "__main__":
    asyncio.run(main())
"""


def test_nothing_is_left_of_a_server_that_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "serveur.py"
    script.write_text(KILLED, encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    server = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True, env=env, cwd=tmp_path)
    assert server.stdout is not None
    pid = int(server.stdout.readline())
    family = psutil.Process(server.pid).children(recursive=True)
    assert pid in {one.pid for one in kernel_processes(psutil.Process(server.pid))}
    server.send_signal(signal.SIGKILL)
    server.wait(10)
    _, left = psutil.wait_procs(family, timeout=10)
    server.stdout.close()
    assert not left


INTERRUPTED = """
import asyncio, signal
from suite_kernels import suite_kernels
from app.voila.copied import Copied
from app.voila.settings import page_settings
async def main():
    signal.signal(signal.SIGINT, lambda *_: None)
    config = page_settings()
    config.SuiteKernels.spare_count = 1
    config.SuiteKernels.spare_imports = ["presse_ctrl_c"]
    async with suite_kernels(config=config) as kernels:
        kernel_id = await kernels.start_kernel(env={"VOILA_PREHEAT": "False"})
        print(isinstance(kernels.get_kernel(kernel_id).provisioner.process, Copied))
if __name__ == "__main__":
    asyncio.run(main())
"""


def test_a_ctrl_c_while_what_is_copied_reads_its_modules_is_for_the_server_alone(tmp_path: Path) -> None:
    script, module = tmp_path / "serveur.py", tmp_path / "presse_ctrl_c.py"
    script.write_text(INTERRUPTED, encoding="utf-8")
    module.write_text("import os, signal; os.killpg(0, signal.SIGINT)", encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), str(tmp_path)])}
    done = subprocess.run(
        [sys.executable, script],
        env=env,
        cwd=tmp_path,
        start_new_session=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout == "True\n"
    # On a busy machine, pyzmq says there that an answer came after its channel was closed.
    assert "KeyboardInterrupt" not in done.stderr
    assert "Traceback" not in done.stderr


ENDED = """
import os, psutil, signal, subprocess, sys
from multiprocessing.resource_tracker import ensure_running
from app.voila.stop import stop_early
ensure_running()
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
children = [child.pid for child in psutil.Process().children()]
def last_word():
    print([os.waitstatus_to_exitcode(os.waitpid(pid, os.WNOHANG)[1]) for pid in children])
stop_early(last_word)
signal.raise_signal(signal.SIGINT)
"""


def test_how_what_the_end_stops_has_ended_is_left_to_who_started_it(tmp_path: Path) -> None:
    """From Python 3.13 on, `multiprocessing` asks it when it ends itself, and says in English that nobody is there."""
    done = subprocess.run([sys.executable, "-c", ENDED], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("[-9, -9]\n", "")
