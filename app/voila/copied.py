"""Les noyaux des pages, copiés d'un processus qui a déjà lu ce dont elles se servent : prêts en un instant.

Reading ipykernel, pandas and the screens takes some two seconds of processor for each kernel. One process reads them
(Python's own `multiprocessing.forkserver`), runs nothing, and each kernel is a copy of it, by fork: the same modules,
which share their memory, and nothing else. Elsewhere than on Linux, or where a module of the suite has changed
since, a kernel is started as Jupyter does. See docs/decisions/0074-des-noyaux-copies.md.
"""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import EntryPoint
from multiprocessing.process import BaseProcess
from multiprocessing.resource_tracker import ensure_running
from typing import Any

from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from app.voila.stop import ENDING

NAME = "carnets"
LAUNCHER = "ipykernel_launcher"
READ_FIRST = ("ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.zmqshell")


def offer_copies() -> bool:
    """Have every kernel manager of this process start its kernels by `CopiedKernel`; False where none can be."""
    if sys.platform != "linux":  # macOS has fork, and its own libraries do not bear it once they are loaded
        return False
    factory = KernelProvisionerFactory.instance()
    group = KernelProvisionerFactory.GROUP_NAME
    factory.provisioners[NAME] = EntryPoint(NAME, f"{__name__}:{CopiedKernel.__name__}", group)
    factory.default_provisioner_name = NAME
    return True


class CopiedKernel(LocalProvisioner):
    """Starts a kernel as Jupyter does, or as a copy where its start says `copied=` which modules it has read."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        """Start the kernel; what `LocalProvisioner` takes, and `copied`: the modules, or None for a new process."""
        modules = kwargs.pop("copied", None)
        if modules is None or LAUNCHER not in cmd:
            return await super().launch_kernel(cmd, **kwargs)
        arguments = cmd[cmd.index(LAUNCHER) + 1 :]
        try:
            process = await _meanwhile(lambda: copy_made(tuple(modules), arguments, kwargs))
        except (OSError, EOFError) as error:  # the process that is copied could not start, or has died
            if ENDING.is_set():
                raise OSError("nothing starts any more") from error
            return await super().launch_kernel(cmd, **kwargs)
        self.process: Any = Copied(process)
        # A session of its own is the first thing that the copy makes: its group has its number.
        self.pid = self.pgid = process.pid
        return self.connection_info


class Copied:
    """What `LocalProvisioner` asks of the process of a kernel, asked of a copy."""

    stdin = stdout = stderr = None

    def __init__(self, process: BaseProcess) -> None:
        self._process = process
        self.pid = process.pid

    def poll(self) -> int | None:
        """How it ended; None while it runs."""
        return self._process.exitcode

    def wait(self) -> int | None:
        """Wait until it ends, and return how."""
        self._process.join()
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        """Send a signal to it alone."""
        if self.poll() is None and self.pid is not None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)


async def _meanwhile(make: Callable[[], BaseProcess]) -> BaseProcess:
    """Return what is made, in a thread: the first waits until modules are read, and the server may end meanwhile."""
    loop = asyncio.get_running_loop()
    made: asyncio.Future[BaseProcess] = loop.create_future()

    def tell(process: BaseProcess | None, error: Exception | None) -> None:
        if made.done():  # who asked has gone
            return
        if process is not None:
            made.set_result(process)
        elif error is not None:
            made.set_exception(error)

    def work() -> None:
        process, error = None, None
        try:
            process = make()
        except Exception as raised:
            error = raised
        with suppress(RuntimeError):  # the server has ended
            loop.call_soon_threadsafe(tell, process, error)

    threading.Thread(target=work, daemon=True).start()
    return await made


def copy_made(modules: tuple[str, ...], arguments: list[str], given: dict[str, Any]) -> BaseProcess:
    """Return the copy, once it is there: the `arguments` of ipykernel, and what a new process would be `given`."""
    if ENDING.is_set():
        raise EOFError
    # What dies with the server is no news for the terminal.
    warnings.filterwarnings("ignore", message="resource_tracker: process died", category=UserWarning)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([*READ_FIRST, *modules])
    silent = given.get("stderr") == subprocess.DEVNULL
    process = context.Process(
        target=_be_a_kernel, args=(arguments, given["env"], given.get("cwd"), silent), daemon=True
    )
    ensure_running()  # it lifts the mask once it has started: before there is one
    # A terminal's Ctrl-C is for the server. What is copied has it blocked from its first instant, long before it knows
    # how to ignore it; the mask is this thread's alone.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return process


def _be_a_kernel(arguments: list[str], env: dict[str, str], folder: str | None, silent: bool) -> None:
    """In the copy: what a new process would have had, then a kernel until it ends."""
    # What was read before stays to the end: looking through it for cycles takes a quarter of a page's processor, and
    # writes in memory that is then no more shared.
    gc.freeze()
    os.setsid()
    # Blocked until here (see `copy_made`): one that came meanwhile was for the server.
    for interrupted in (signal.SIG_IGN, signal.default_int_handler):
        signal.signal(signal.SIGINT, interrupted)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT,))
    # Held open, the pipe by which the process that is copied knows that the server lives would outlive the server.
    os.closerange(3, os.sysconf("SC_OPEN_MAX"))
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 2) if silent else (0,):
        os.dup2(nothing, descriptor)
    os.environ.clear()
    os.environ.update(env)
    if folder is not None:
        os.chdir(folder)
    sys.argv = [LAUNCHER, *arguments]
    # What a kernel reads for a debugger is a third of what a copy takes to start; no page opens one.
    sys.modules["debugpy"] = None  # type: ignore[assignment]

    import numpy as np
    from ipykernel.kernelapp import IPKernelApp
    from ipywidgets import register_comm_target

    np.random.seed()  # Python's own generator is seeded anew by the copy; this one is not
    # It ends with the process that it is a copy of, which ends with the server.
    kernel = IPKernelApp.instance(parent_handle=os.getppid())
    kernel.initialize(arguments)
    # By itself, it is done where ipywidgets is read in a kernel.
    register_comm_target(kernel.kernel)
    kernel.start()


__all__ = ["Copied", "CopiedKernel", "copy_made", "offer_copies"]
