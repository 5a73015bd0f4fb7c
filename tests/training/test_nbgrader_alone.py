"""The gradebook of nbgrader is opened without its server, and whoever wants the whole of nbgrader still gets it."""

import subprocess
import sys


def _run(script: str) -> str:
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    return said.stdout.strip()


def test_marking_opens_the_gradebook_and_none_of_the_server() -> None:
    opened = _run(
        "import sys, app.cli.session_grading\n"
        "print(*(name in sys.modules for name in ('nbgrader.api', 'nbgrader.server_extensions', 'nbconvert')))"
    )
    assert opened == "True False False"


def test_the_whole_of_nbgrader_opened_afterwards_has_the_same_gradebook() -> None:
    same = _run(
        "from liaison.training.marks.gradebook import Gradebook\n"
        "import nbgrader, nbgrader.apps, nbgrader.converters\n"
        "from nbgrader.api import Gradebook as whole\n"
        "from nbgrader.converters.autograde import Gradebook as used\n"
        "print(Gradebook is whole is used, bool(nbgrader.__version__))"
    )
    assert same == "True True"
