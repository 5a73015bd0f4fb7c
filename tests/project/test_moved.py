"""A folder that was moved opens again by the same command: what its former place left behind is made anew."""

import re
import runpy
import sys
from pathlib import Path
from unittest.mock import MagicMock

import pytest

ROOT = Path(__file__).parents[2]


def test_environments_made_before_the_folder_was_moved_are_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, folder in (("run", "/ailleurs/carnets"), ("checks", str(tmp_path))):
        (tmp_path / ".nox" / name).mkdir(parents=True)
        (tmp_path / ".nox" / name / "carnets-installe").write_text(f"empreinte {folder}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "nox", MagicMock())
    runpy.run_path(str(ROOT / "noxfile.py"))
    assert [path.name for path in (tmp_path / ".nox").iterdir()] == ["checks"]


def test_the_commands_of_the_readme_call_no_program_by_a_path_written_in_it() -> None:
    # Those of `bin` begin with the whole path of the folder where they were installed; python alone does not.
    lines = re.findall(r"^(?:python3|py) -m venv.*$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(lines) == 4
    for line in lines:
        assert set(re.findall(r"\.venv[/\\\\](?:bin|Scripts)[/\\\\](\w+)", line)) == {"python"}
