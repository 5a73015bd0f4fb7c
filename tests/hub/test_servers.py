"""The settings of a person's server in the room: what nbgrader runs by itself answers under them."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat.v4 as v4
import pytest
from jupyter_lsp import LanguageServerManager
from nbgrader.preprocessors import Execute

from app.room.access import TRAINER
from app.room.servers import MOST_PAGES, person_settings
from app.voila.settings import page_settings, server_settings
from app.voila.state import sockets_fit

ANSWER_S = 20


@pytest.fixture
def short_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The runtime folder of a room, short enough for sockets."""
    with tempfile.TemporaryDirectory(prefix="cdl-") as folder:
        monkeypatch.setenv("JUPYTER_RUNTIME_DIR", folder)
        monkeypatch.setenv("IPYTHONDIR", folder)
        yield Path(folder)


@pytest.mark.parametrize(("name", "bounded"), [("KNM64", True), (TRAINER, False)])
def test_a_page_that_stopped_says_how_many_a_place_keeps_where_they_are_counted(name: str, bounded: bool) -> None:
    settings = person_settings(f"/user/{name}/", name)
    detail = settings.VoilaConfiguration.resources["notices"]["arret"]["detail"]
    assert (settings.SuiteKernels.get("most_pages", 0) == MOST_PAGES) is bounded
    assert (f"{MOST_PAGES} pages" in detail.replace("\u00a0", " ")) is bounded


@pytest.mark.skipif(os.name != "posix", reason="npm y est remplacé par un script du système")
def test_no_server_of_the_suite_has_npm_leave_a_journal_in_the_account(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = tmp_path / "npm a tourné"
    (tmp_path / "npm").write_text(f"#!/bin/sh\n: > '{ran}'\necho /usr\n", encoding="utf-8")
    (tmp_path / "npm").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    for settings in (person_settings("/user/x/", "KNM64"), server_settings(tmp_path, 8866), page_settings()):
        LanguageServerManager(config=settings).initialize()
        assert not ran.exists()
    LanguageServerManager().initialize()
    assert ran.exists()  # as a Jupyter server does by itself


@pytest.mark.skipif(os.name != "posix", reason="une salle demande Linux ou macOS")
@pytest.mark.parametrize("name", ["KNM64", TRAINER])
def test_the_kernels_of_a_server_speak_by_files_of_its_person_where_their_path_is_short_enough(
    short_folder: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert person_settings("/user/x/", name).ServerKernelManager.transport == "ipc"
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(short_folder / ("long" * 30)))
    assert "transport" not in person_settings("/user/x/", name).ServerKernelManager


@pytest.mark.skipif(os.name != "posix", reason="une salle demande Linux ou macOS")
def test_the_kernel_of_the_autograde_button_answers_under_the_settings_of_the_trainer(
    short_folder: Path, tmp_path: Path
) -> None:
    assert sockets_fit()
    settings = person_settings("/user/formation/", TRAINER)
    book: Any = v4.new_notebook(cells=[v4.new_code_cell("1 + 1")])
    running = Execute(config=settings, startup_timeout=ANSWER_S)
    # Its kernel works in the folder of the copy, as `nbgrader autograde` has it.
    running.preprocess(book, {"metadata": {"path": str(tmp_path)}, "nbgrader": {}})
    assert book.cells[0].outputs[0].data["text/plain"] == "2"


@pytest.mark.skipif(os.name != "posix", reason="une salle demande Linux ou macOS")
def test_another_account_cannot_listen_to_what_the_kernel_of_the_autograde_button_says(
    short_folder: Path, tmp_path: Path
) -> None:
    said = "import json, ipykernel\n'curve_publickey' in json.load(open(ipykernel.get_connection_file()))"
    book: Any = v4.new_notebook(cells=[v4.new_code_cell(said)])
    running = Execute(config=person_settings("/user/formation/", TRAINER), startup_timeout=ANSWER_S)
    running.preprocess(book, {"metadata": {"path": str(tmp_path)}, "nbgrader": {}})
    assert book.cells[0].outputs[0].data["text/plain"] == "True"
