"""The kernels of the suite: ready before a page asks, ended when it closes, and never left waiting.

Three things that jupyter_server and Voilà do not do by themselves:

- a page takes a kernel that is already started and has its modules imported (`SuiteKernels`);
- what a closed page leaves is ended, and the kernels of JupyterLab are let alone;
- a message sent while another is awaited cannot make the wait endless (`AttentiveChannel`).
"""

import asyncio
import os
import subprocess
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty
from typing import Any, cast

import zmq
from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.channels import AsyncZMQSocketChannel
from jupyter_client.ioloop.restarter import AsyncIOLoopKernelRestarter
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado import web
from traitlets import Float, Integer, List, Type, Unicode, default

from app.voila.copied import offer_copies
from app.voila.open_files import KEPT, OF_A_PAGE, files_left
from widgets.texts import texts

PACKAGES = Path(__file__).parents[2]
STOP_S = 2.5
# A kernel that has not answered by then will not, even where forty start at once.
START_S = 60
# What a cell writes comes by another way. What is left is for developers, in English: one that is interrupted while it
# starts shows its insides in the window of whoever pressed Ctrl-C.
QUIET: dict[str, Any] = {"stderr": subprocess.DEVNULL}


class FullError(web.HTTPError):
    """No kernel more: those that run would lose their connections."""

    def __init__(self) -> None:
        super().__init__(503, texts("voila")("voila-erreur-pleine-detail"))


class AttentiveChannel(AsyncZMQSocketChannel):
    """A channel on which a message that arrives during a send is noticed.

    Session.send writes through a plain socket over the same descriptor. A reply that arrives meanwhile is
    then reported by no further edge of the descriptor, and the asyncio reader that awaits it sleeps for
    ever: this is what happens when nbclient answers an Output widget while a page executes. Reading
    zmq.EVENTS on the asyncio socket makes it look again.
    """

    def send(self, msg: dict[str, Any]) -> None:
        """Send, then look at what has arrived."""
        super().send(msg)
        if self.socket is not None:
            self.socket.get(zmq.EVENTS)


class SuiteClient(AsyncKernelClient):
    """The client through which Voilà executes a page: attentive, and ready as soon as the kernel answers."""

    shell_channel_class = Type(AttentiveChannel)
    control_channel_class = Type(AttentiveChannel)

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Return when the kernel answers on shell and is heard on IOPub.

        The original listens to a silent IOPub for 0.2 s before it returns; here the end of the answer to our
        own question says that nothing more is coming. RuntimeError when the kernel does not answer.
        """
        deadline = time.monotonic() + (START_S if timeout is None else timeout)
        while time.monotonic() < deadline:
            try:
                reply = await self.kernel_info(reply=True, timeout=1)
                await self._idle_after(reply["parent_header"]["msg_id"])
            except (Empty, TimeoutError):
                if not await self.is_alive():
                    raise RuntimeError("Kernel died before replying to kernel_info") from None
            else:
                return
        raise RuntimeError("Kernel did not reply to kernel_info in time")

    async def _idle_after(self, question: str) -> None:
        # Empty is raised when the subscription was not in place yet: the caller asks again.
        while True:
            message = await self.iopub_channel.get_msg(timeout=0.05)
            ours = message["parent_header"].get("msg_id") == question
            if ours and message["content"].get("execution_state") == "idle":
                return


@dataclass(frozen=True)
class Spare:
    """A kernel that waits for a page: its modules are imported, its client is connected."""

    kernel_id: str
    client: SuiteClient
    code: int


class SuiteKernels(AsyncMappingKernelManager):
    """The kernel manager of the suite: spare kernels for pages, and an end for those of closed pages."""

    spare_count = Integer(2, config=True, help="How many started kernels wait for a page; 0 for none.")
    spare_imports = List(Unicode(), config=True, help="What a spare kernel imports while it waits.")
    most_pages = Integer(0, config=True, help="How many pages have a kernel; one more ends the oldest; 0: no bound.")
    refill_delay_s = Float(3.0, config=True, help="How long a page is left alone before a spare is started.")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._spares: deque[Spare] = deque()
        self._starting: set[str] = set()
        self._asked_for = 0  # kernels that somebody waits for
        # In the order in which they were opened: whom to tell when room is made for another.
        self._pages: dict[str, list[Callable[[], None]]] = {}
        self._one_at_a_time = asyncio.Lock()
        self._refill: asyncio.Task[None] | None = None
        self._closing: set[asyncio.Future[None]] = set()
        self._taken_at = float("-inf")
        self._stopping = False
        # A copy has read the modules as they were when the first one was asked for.
        self._copied: int | None = None
        self._copying = self.spare_count > 0 and offer_copies()

    async def start_kernel(self, *, kernel_id: str | None = None, path: Any = None, **kwargs: Any) -> str:  # type: ignore[override]
        """The id of a kernel for `path`: a spare one where Voilà asks, else a new one."""
        if self._stopping:
            raise web.HTTPError(503)
        if not self._has_room():
            raise FullError
        self._asked_for += 1
        try:
            return await self._start(kernel_id, path, kwargs)
        finally:
            self._asked_for -= 1

    async def _start(self, kernel_id: str | None, path: Any, kwargs: dict[str, Any]) -> str:
        env = kwargs.get("env") or {}
        if kernel_id is not None or "VOILA_PREHEAT" not in env:
            return await super().start_kernel(kernel_id=kernel_id, path=path, **kwargs)
        if not self.most_pages:
            return await self._start_page(path, env, kwargs)
        # Opened together, they would all be counted before any has its kernel.
        async with self._one_at_a_time:
            while len(self._pages) >= self.most_pages:
                await self._end_oldest()
            return await self._start_page(path, env, kwargs)

    def _has_room(self, more: int = 1) -> bool:
        """Whether so many kernels more leave the others what they have open, and what they are about to open."""
        # A page that has its kernel opens its own connections to it later.
        to_come = self._asked_for + sum(not connected for connected in self._pages.values())
        return files_left() >= KEPT + OF_A_PAGE * (to_come + more)

    async def _start_page(self, path: Any, env: dict[str, str], kwargs: dict[str, Any]) -> str:
        taken = await self._take_spare(kwargs.get("kernel_name"), path, env)
        if taken is None:
            taken = await self._start_for_page(path=path, **kwargs)
        self._pages[taken] = []
        self._taken_at = time.monotonic()
        self.keep_spares()
        return taken

    async def _end_oldest(self) -> None:
        oldest = next(iter(self._pages))
        for tell in self._pages[oldest]:
            tell()
        await self.end_page(oldest)

    def when_replaced(self, kernel_id: str, tell: Callable[[], None]) -> None:
        """Have `tell` called if the kernel of that page ends because its person opened too many others."""
        if kernel_id in self._pages:
            self._pages[kernel_id].append(tell)

    def keep_spares(self) -> None:
        """Start spare kernels up to `spare_count`, once pages have been left alone for a moment."""
        # One that is being started is never cut short: it would stay, and be nobody's.
        if not self._stopping and (self._refill is None or self._refill.done()):
            self._refill = asyncio.ensure_future(self._start_spares())

    async def end_page(self, kernel_id: str) -> bool:
        """End the kernel of a page; False, and nothing done, when it is not one or no longer runs."""
        if kernel_id not in self._pages:
            return False
        self._pages.pop(kernel_id)
        if kernel_id in self:
            # A closed page has nothing to save: no need to wait for a polite goodbye.
            await self.shutdown_kernel(kernel_id, now=True)
        return True

    async def shutdown_all(self, now: bool = False) -> None:  # type: ignore[override]
        """End everything when the server stops: pages and spares at once, JupyterLab's kernels politely.

        Within STOP_S: what takes longer is ended by the process itself (`app.voila.stop`).
        """
        self._stopping = True
        try:
            await asyncio.wait_for(self._end_all(now), STOP_S)
        except TimeoutError:
            self.log.debug("Kernels did not end in time.")

    async def _end_all(self, now: bool) -> None:
        if self._refill is not None:
            self._refill.cancel()
        for spare in self._spares:
            spare.client.stop_channels()
        ours = [*self._pages, *self._starting, *(spare.kernel_id for spare in self._spares)]
        self._spares.clear()
        await asyncio.gather(
            *(self.shutdown_kernel(kernel_id, now=True) for kernel_id in ours if kernel_id in self),
            return_exceptions=True,
        )
        await super().shutdown_all(now=now)

    def remove_kernel(self, kernel_id: str) -> Any:
        """Forget a kernel that has ended, and that a page had it."""
        self._pages.pop(kernel_id, None)
        if kernel_id in self and not self.get_kernel(kernel_id).shutting_down:
            self._close_what_died(kernel_id)
        return super().remove_kernel(kernel_id)

    def _close_what_died(self, kernel_id: str) -> None:
        """Close what was kept for a kernel that died by itself: its file, its two sockets, its ports."""
        self.stop_watching_activity(kernel_id)
        # By itself, Jupyter does this only for one that it ends.
        self._closing.add(closed := asyncio.ensure_future(self.cleanup_resources(kernel_id)))
        closed.add_done_callback(self._closing.discard)

    def is_for_pages(self, kernel_id: str) -> bool:
        """Whether a kernel is that of a page, or waits for one."""
        return kernel_id in self._pages or kernel_id in self._starting or kernel_id in self.ready

    def list_kernels(self) -> list[dict[str, Any]]:
        """The kernels that run for somebody: a spare one is nobody's, and is not shown in JupyterLab."""
        nobodys = self.ready | self._starting
        return [model for model in super().list_kernels() if model["id"] not in nobodys]

    def kernel_model(self, kernel_id: str) -> dict[str, Any]:
        """What is told of a kernel; 404 for one that has not started: jupyter_server would read its date, and fails."""
        if kernel_id in self and not self.get_kernel(kernel_id).trait_has_value("last_activity"):
            raise web.HTTPError(404)
        model: dict[str, Any] = super().kernel_model(kernel_id)
        return model

    @property
    def ready(self) -> set[str]:
        """The spare kernels that a page could take now."""
        return {spare.kernel_id for spare in self._spares}

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """End the kernel of a page that nobody is connected to; never a spare, never one of JupyterLab."""
        if kernel_id in self._pages:
            await super().cull_kernel_if_idle(kernel_id)
            if kernel_id not in self:
                self._pages.pop(kernel_id, None)

    async def _take_spare(self, name: str | None, path: str | None, env: dict[str, str]) -> str | None:
        code = _state_of_code() if self._spares else 0
        while self._spares:
            spare = self._spares.popleft()
            fits = (
                spare.kernel_id in self
                and self.get_kernel(spare.kernel_id).kernel_name == (name or self.default_kernel_name)
                and spare.code == code
            )
            if fits and await self._settle(spare, path, env):
                return spare.kernel_id
            self._forget(spare)
        return None

    async def _settle(self, spare: Spare, path: str | None, env: dict[str, str]) -> bool:
        """Give the spare kernel the folder and the environment that a new one would have had."""
        folder = self.cwd_for_path(path) if path is not None else str(self.root_dir)
        # Plain strings: Voilà's own names are members of an enumeration, which repr() would not spell as text.
        own = {str(key): str(value) for key, value in env.items() if os.environ.get(key) != value}
        code = f"import os; os.chdir({folder!r}); os.environ.update({own!r}); del os"
        try:
            reply = await spare.client.execute(code, silent=True, reply=True, timeout=2)
        except TimeoutError:
            return False
        spare.client.stop_channels()
        return bool(reply["content"]["status"] == "ok")

    async def _start_spares(self) -> None:
        while len(self._spares) < self.spare_count:
            quiet_s = time.monotonic() - self._taken_at
            if quiet_s < self.refill_delay_s:
                await asyncio.sleep(self.refill_delay_s - quiet_s)
            # What is left is for pages, not for those that nobody has asked for.
            elif not self._has_room(2) or not await self._start_spare():
                return

    async def _start_spare(self) -> bool:
        kernel_id, code = self.new_kernel_id(), _state_of_code()
        with self._being_started(kernel_id):
            try:
                client = await self._start_heard(kernel_id)
                for lines in self._rehearsal():
                    # Not silent: a kernel's first visible execution is slower than the next by 0.2 s.
                    await client.execute(lines, store_history=False, reply=True, timeout=30)
            except (RuntimeError, TimeoutError, OSError):
                self.log.warning("No spare kernel could be started.", exc_info=True)
                if kernel_id in self:
                    await self.shutdown_kernel(kernel_id, now=True)
                return False
        self._spares.append(Spare(kernel_id, client, code))
        return True

    async def _start_for_page(self, **kwargs: Any) -> str:
        """The id of a new kernel that answers; another is tried, once, in place of one that does not."""
        for _ in range(2):
            kernel_id = self.new_kernel_id()
            with self._being_started(kernel_id), suppress(RuntimeError):
                (await self._start_heard(kernel_id, **kwargs)).stop_channels()
                return kernel_id
            if self._stopping:
                break
        raise web.HTTPError(503)

    async def _start_heard(self, kernel_id: str, **kwargs: Any) -> SuiteClient:
        """Start a kernel, and return its client once it answers; one that does not is ended, and RuntimeError raised.

        Its ports were free when they were chosen, and it takes them later: where another program came in between, it
        dies, or (IOPub) says nothing for ever.
        """
        # Shielded: cut short, a start never says that it is over, and the end of the server awaits it for ever.
        how = {**QUIET, "copied": self.spare_imports} if self._can_be_copied() else QUIET
        await asyncio.shield(super().start_kernel(kernel_id=kernel_id, **how, **kwargs))
        client = cast(SuiteClient, self.get_kernel(kernel_id).client())
        client.start_channels(stdin=False, hb=False)
        try:
            await client.wait_for_ready()
        except RuntimeError:
            client.stop_channels()
            if kernel_id in self:  # it may have been seen dead already
                await self.shutdown_kernel(kernel_id, now=True)
            raise
        return client

    def _can_be_copied(self) -> bool:
        """Whether a kernel may be a copy: not in a room, where each place would hold one more process."""
        if not self._copying:
            return False
        code = _state_of_code()
        self._copied = code if self._copied is None else self._copied
        return code == self._copied

    @contextmanager
    def _being_started(self, kernel_id: str) -> Iterator[None]:
        """Nobody's yet: not shown, and ended at once with the server."""
        self._starting.add(kernel_id)
        try:
            yield
        finally:
            self._starting.discard(kernel_id)

    def _rehearsal(self) -> list[str]:
        # A module that fails is reported by the page that needs it, with its own words.
        imports = [f"try: import {name}\nexcept Exception: pass" for name in self.spare_imports]
        names = {name.split(".")[0] for name in self.spare_imports}
        return [*imports, *(f"globals().pop({name!r}, None) and None" for name in names)]

    def _forget(self, spare: Spare) -> None:
        spare.client.stop_channels()
        if spare.kernel_id in self:
            self._ending = asyncio.ensure_future(self.shutdown_kernel(spare.kernel_id, now=True))


class SuiteRestarter(AsyncIOLoopKernelRestarter):
    """Starts again a kernel of JupyterLab that has died, and tells a page that its own has.

    Started again, that of a page would know nothing of what came before. And where the page is still being made, who
    awaits the answer of the dead one looks every second whether it lives: one that took its place would be seen, and
    the answer awaited for ever.
    """

    @default("restart_limit")
    def _none_for_a_page(self) -> int:
        kernel: Any = self.kernel_manager
        ours = isinstance(kernel.parent, SuiteKernels) and kernel.parent.is_for_pages(kernel.kernel_id)
        return 0 if ours else int(cast(Any, AsyncIOLoopKernelRestarter.restart_limit).default_value)


def _state_of_code() -> int:
    """A number that changes with any module of the suite: a spare kernel from before would show the old one.

    Compared with nothing but itself: a file dated in the future, or from a clock that is late, throws away no kernel.
    """
    files = (path for name in ("app", "liaison", "widgets") for path in (PACKAGES / name).rglob("*.py"))
    return hash(frozenset((str(path), *_stamp(path)) for path in files))


def _stamp(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except FileNotFoundError:  # gone since it was listed
        return 0, 0
    return status.st_mtime_ns, status.st_size
