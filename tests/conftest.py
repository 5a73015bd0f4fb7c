"""Ce que tous les essais partagent : Hypothesis juge ce que fait le code, pas la charge de la machine ni le hasard."""

import asyncio
import gc
import secrets
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import cache

import pytest
from hypothesis import HealthCheck, settings
from typer.main import get_command

# How long an example takes says how busy the machine is; times are asserted where they are the subject. The same
# commit gets the same verdict everywhere: new draws are the affair of `nox -s explore`.
settings.register_profile(
    "carnets", derandomize=True, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", settings.get_profile("carnets"), derandomize=False)
settings.load_profile("carnets")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no cycles among what is being collected, nor afterwards: it stays to the end, and the looking took a
    third of the collection, then a tenth of the tests' time.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(20_000, 20, 50)
        gc.enable()


@pytest.fixture(autouse=True)
def _registers_of_the_test(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Inscribe what a test publishes in a folder of its own, never in that of the person who runs the tests."""
    folder = tmp_path_factory.getbasetemp() / f"registres-{secrets.token_hex(8)}"
    monkeypatch.setenv("LIAISON_REGISTRES", str(folder))


@pytest.fixture(scope="session", autouse=True)
def _command_built_once() -> Iterator[None]:
    """Build a command once for all the tests of a process: typer's runner builds it anew, as long as some take."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("typer.testing._get_command", cache(get_command))
        yield


@pytest.fixture(scope="module")
def answers_protected_once() -> Iterator[None]:
    """Protect and audit the same answers once for all the tests of a module, which look at what follows."""
    from asked_once import protected_once

    with protected_once():
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """Prepare a test as it would be if no browser had been opened before it in the same process."""
    with _no_loop_of_a_browser(item):
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Run a test as it would be if no browser had been opened before it in the same process."""
    with _no_loop_of_a_browser(item):
        yield


@contextmanager
def _no_loop_of_a_browser(item: pytest.Item) -> Iterator[None]:
    """Put aside the event loop that Playwright leaves running in this thread from one test to the next."""
    loop = None if item.get_closest_marker("browser") else asyncio._get_running_loop()
    if loop is None:
        yield
        return
    asyncio._set_running_loop(None)
    try:
        yield
    finally:
        asyncio._set_running_loop(loop)
