"""Ce qu'un noyau copié a déjà lu : pour sa première image, une page n'attend aucune bibliothèque."""

import subprocess
import sys
from importlib import import_module, reload
from pathlib import Path

import pytest

from app.voila.settings import server_settings
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


@pytest.mark.parametrize(("book", "is_read"), [("mes_notes", False), ("05_la_mienne/lecon", True)])
def test_the_screens_of_the_studies_are_read_ahead_where_there_is_a_study(
    tmp_path: Path, book: str, is_read: bool
) -> None:
    file = tmp_path / "notebooks" / f"{book}.ipynb"
    file.parent.mkdir(parents=True)
    file.touch()
    read = server_settings(tmp_path, 8866).SuiteKernels.spare_imports
    assert ("widgets.read_ahead" in read) is is_read
    assert "widgets.kit" in read


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
