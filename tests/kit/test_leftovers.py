"""What launches that were killed left behind goes at the next one; what is of a suite still open stays."""

import os
import stat
from pathlib import Path

import psutil
import pytest

from app.voila.leftovers import clear_leftovers
from app.voila.opening import OPENING, SIGNS
from app.voila.state import NAME, RUNNING, choose_folder, settle_in
from widgets.hosts import JUPYTER_BEFORE, SUITE

BEGUN = psutil.Process().create_time()
PAGE = OPENING.format("0a" * (SIGNS // 2))
NOBODY = 2**31 - 1  # no system numbers its processes so far


def written(state: Path, name: str, at: float) -> Path:
    path = state / name if name.endswith(".html") and not name.startswith("jpserver") else state / RUNNING / name
    path.parent.mkdir(exist_ok=True)
    path.touch()
    os.utime(path, (at, at))
    return path


@pytest.mark.parametrize("name", ["kernel-0a.json", "kernel-0a-ipc-1", PAGE])
@pytest.mark.parametrize(("after_s", "stays"), [(-60, False), (60, True)])
def test_what_was_written_before_any_open_suite_began_goes_and_what_came_after_stays(
    tmp_path: Path, name: str, after_s: float, stays: bool
) -> None:
    # This process stands for a suite that is open.
    written(tmp_path, f"jpserver-{os.getpid()}.json", BEGUN + 1)
    file = written(tmp_path, name, BEGUN + after_s)
    clear_leftovers(tmp_path, tmp_path)
    assert file.exists() is stays


@pytest.mark.parametrize("ending", [".json", "-open.html"])
@pytest.mark.parametrize(
    ("number", "after_s", "stays"),
    [(os.getpid(), 60, True), (os.getpid(), -60, False), (NOBODY, 60, False)],
    ids=["ouverte", "numéro repris par un autre programme", "tuée"],
)
def test_the_files_of_a_server_go_once_it_is_gone(
    tmp_path: Path, ending: str, number: int, after_s: float, stays: bool
) -> None:
    file = written(tmp_path, f"jpserver-{number}{ending}", BEGUN + after_s)
    clear_leftovers(tmp_path, tmp_path)
    assert file.exists() is stays


def test_what_is_not_of_a_launch_stays(tmp_path: Path) -> None:
    kept = [written(tmp_path, name, 0) for name in ("jupyter_cookie_secret", OPENING.format("guide"))]
    clear_leftovers(tmp_path, tmp_path)
    assert all(path.exists() for path in kept)


@pytest.mark.skipif(os.name != "posix", reason="les droits d'un dossier sont ceux de POSIX")
def test_a_folder_of_the_state_that_others_could_read_is_closed_again_and_so_is_the_page_that_holds_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each was made closed; a copy of a home, or a hand, has opened it since: a kept key outlives the launch."""
    monkeypatch.setattr("app.voila.state.jupyter_data_dir", lambda: str(tmp_path / "jupyter"))
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", SUITE, JUPYTER_BEFORE):
        monkeypatch.setenv(name, "")
    top = tmp_path / NAME
    held = [top, *(top / name for name in ("reglages", "donnees", RUNNING, "ipython"))]
    for folder in held:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o755)
    page = top / RUNNING / f"jpserver-{os.getpid()}-open.html"
    page.touch(mode=0o644)
    state, lasts = choose_folder()
    settle_in(state)
    assert (state, lasts) == (top, True)
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in held} == {0o700}
