"""La roue, installée ailleurs, a tout ce que la suite demande : la commande, les carnets, les applications."""

import os
import re
import signal
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from waiting import wait_until

ROOT = Path(__file__).parents[2]
ADDRESS = re.compile(r"http://\S+")


def _run(*words: str | Path, at: Path) -> str:
    done = subprocess.run(
        [str(word) for word in words], cwd=at, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the wheel, and beside it the libraries of this one; nothing of the repository."""
    top = tmp_path_factory.mktemp("roue")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", top / "faite", at=ROOT)
    (wheel,) = (top / "faite").glob("*.whl")
    venv.create(top / "ailleurs", with_pip=True)
    python = top / "ailleurs" / "bin" / "python"
    (packages,) = (top / "ailleurs" / "lib").glob("python*/site-packages")
    # A folder that a .pth file names is read for its modules, not for its own .pth: ours is not found through there.
    libraries = next(Path(path) for path in sys.path if Path(path, "pandas").is_dir())
    (packages / "bibliotheques.pth").write_text(f"{libraries}\n", encoding="utf-8")
    _run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel, at=top)
    return top


def _program(installed: Path, name: str) -> Path:
    return installed / "ailleurs" / "bin" / name


def test_the_code_that_runs_is_that_of_the_wheel_and_what_goes_with_it_is_there(installed: Path) -> None:
    said = _run(
        *(_program(installed, "python"), "-c"),
        "import app, liaison, widgets; from liaison.base.suite import SUITE;"
        "print(*(one.__file__ for one in (app, liaison, widgets)), SUITE, sep='\\n')",
        at=installed,
    )
    assert len(said.split()) == 4
    assert all(Path(line).is_relative_to(installed / "ailleurs") for line in said.splitlines())


def test_the_command_computes_and_writes_from_there(installed: Path) -> None:
    _run(_program(installed, "liaison"), "school", "--preset", "college_rural", "--out", "ecole", at=installed)
    assert len(list((installed / "ecole").glob("*.csv"))) == 4
    _run(_program(installed, "liaison"), "practice", "--site", "site", at=installed)
    assert (installed / "site" / "fr.html").is_file()


@pytest.fixture
def server(installed: Path) -> Iterator[str]:
    """The address, with its key, of a server opened from there."""
    words = [str(_program(installed, "liaison")), "serve", "--no-browser"]
    # What libraries put beside their code (templates, extensions) is found from the environment that has them.
    env = {**os.environ, "JUPYTER_PATH": str(Path(sys.prefix, "share", "jupyter"))}
    said = installed / "dit.txt"
    with said.open("w") as out, subprocess.Popen(words, cwd=installed, env=env, stdout=out) as program:
        wait_until(lambda: ADDRESS.search(said.read_text(encoding="utf-8")), patience_s=60)
        yield ADDRESS.findall(said.read_text(encoding="utf-8"))[0]
        program.send_signal(signal.SIGINT)


def test_an_app_opens_from_there(server: str) -> None:
    home, _, key = server.partition("?")
    visitor = requests.Session()
    visitor.headers["Sec-Fetch-Site"] = "none"  # the address bar of a browser
    # The key is taken once, and kept in a cookie.
    assert "accueil" in visitor.get(f"{home}?{key}", timeout=90).text
    page = visitor.get(f"{home}voila/render/notebooks/01_messagerie_ent/application.ipynb", timeout=90)
    assert page.status_code == 200
    assert "application/vnd.jupyter.widget-view+json" in page.text  # its parts were made: it ran from there
    assert "Traceback" not in page.text
