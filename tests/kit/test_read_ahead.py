"""Ce qu'un noyau copié a déjà lu : pour sa première image, une page n'attend aucune bibliothèque."""

import subprocess
import sys
from importlib import import_module, reload

import pytest

from widgets.support.state import PlanState

# A study, its screen: in a process of its own, what is read once the bet is placed.
READ_LATER = """
import sys
import widgets.read_ahead
from widgets.kit.background import Background
Background.start = lambda *_arguments, **_named: None
from widgets.diagnostic import Diagnostic
from widgets.messaging import Lab
from widgets.support import PlanLab
before = set(sys.modules)
for screen in (Lab(), Diagnostic(), PlanLab()):
    assert screen.widget.current == "parier"
    screen.bet.question.value = screen.bet.question.options[0]["value"]
    screen.bet.place._handle_custom_msg({"event": "press"}, [])
    assert screen.widget.current == "voir"
later = {name.partition(".")[0] for name in set(sys.modules) - before}
print(*sorted(later - {"liaison", "widgets"}))
"""


def test_the_first_picture_of_each_lab_waits_for_no_library() -> None:
    done = subprocess.run([sys.executable, "-c", READ_LATER], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_page_does_not_make_again_the_school_of_a_plan_nor_what_is_reached_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reload(import_module("widgets.support.ready"))
    for maker in ("widgets.support.state.fiction", "liaison.messaging.reading.worse_off.reached_in"):
        monkeypatch.setattr(maker, None)
    state = PlanState()
    assert state.fiction().families > 0
    assert state.messages_reach().reached(state.policy).indicators is not None
    state.seed = 98_765  # no other test of the same process has made that school
    with pytest.raises(TypeError):
        state.fiction()
