"""Ctrl-C avant qu'une commande ait commencé est gardé, puis l'arrête ; ensuite, il se lève comme toujours."""

import signal
from collections.abc import Iterator
from typing import NoReturn

import pytest

from app.loading import begin, end_on_ctrl_c, hold_ctrl_c


class EndedError(Exception):
    """The end of the process, in a test."""


def end() -> NoReturn:
    raise EndedError


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_a_ctrl_c_ends_a_command_as_soon_as_it_knows_what_to_say() -> None:
    hold_ctrl_c()
    signal.raise_signal(signal.SIGINT)
    with pytest.raises(EndedError):
        end_on_ctrl_c(end)


def test_without_a_ctrl_c_a_command_goes_on_until_one_comes() -> None:
    hold_ctrl_c()
    end_on_ctrl_c(end)
    with pytest.raises(EndedError):
        signal.raise_signal(signal.SIGINT)
    begin()
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


@pytest.mark.parametrize("handler", [signal.SIG_IGN, lambda *_: None])
def test_who_answers_ctrl_c_already_is_left_to_it(handler: signal.Handlers) -> None:
    """A shell has its background commands ignore it; a command called by a program is no program of its own."""
    signal.signal(signal.SIGINT, handler)
    begin()
    assert signal.getsignal(signal.SIGINT) is handler
    if handler is signal.SIG_IGN:
        hold_ctrl_c()
        end_on_ctrl_c(end)
        assert signal.getsignal(signal.SIGINT) is handler
