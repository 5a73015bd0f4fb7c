"""Wait for what a test waits for, and for no longer: never for a number of seconds."""

import asyncio
import time
from collections.abc import Callable

from playwright.sync_api import Page

PATIENCE_S = 30.0  # a busy machine is no fault of what is tried
LOOK_S = 0.01


def wait_until(holds: Callable[[], object], what: str = "", patience_s: float = PATIENCE_S) -> None:
    """Return as soon as `holds()` is true; fail, saying `what`, when it is not in time."""
    end = time.monotonic() + patience_s
    while not holds():
        assert time.monotonic() < end, what or "ce qui était attendu n'est pas venu"
        time.sleep(LOOK_S)


def look_until(page: Page, holds: Callable[[], object], what: str = "", patience_s: float = PATIENCE_S) -> None:
    """The same while a page of Playwright goes on: what it says arrives between two looks."""
    end = time.monotonic() + patience_s
    while not holds():
        assert time.monotonic() < end, what or "ce qui était attendu n'est pas venu"
        page.wait_for_timeout(20)


async def until(holds: Callable[[], object], what: str = "", patience_s: float = PATIENCE_S) -> None:
    """Let the loop run until `holds()` is true."""
    end = time.monotonic() + patience_s
    while not holds():
        assert time.monotonic() < end, what or "ce qui était attendu n'est pas venu"
        await asyncio.sleep(LOOK_S)
