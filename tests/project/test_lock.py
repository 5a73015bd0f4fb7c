"""One list of dependencies and one lock: whoever installs the suite, and however, gets the same versions."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WANTED = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["verification"]]
PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)


def pins(path: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, version in PIN.findall((ROOT / path).read_text(encoding="utf-8")):
        # A universal lock may hold two versions of a package, for two systems or two Pythons.
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


LOCK = pins("requirements.txt")


@pytest.mark.parametrize("wanted", WANTED)
def test_what_the_project_wants_is_locked_at_a_version_that_satisfies_it(wanted: str) -> None:
    requirement = Requirement(wanted)
    versions = LOCK.get(canonicalize_name(requirement.name), set())
    assert versions, f"{requirement.name} n'est pas dans requirements.txt : lancez « nox -s lock »"
    assert all(requirement.specifier.contains(Version(version), prereleases=True) for version in versions)


def test_every_locked_package_has_hashes_and_no_address_is_named() -> None:
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert len(LOCK) > 100
    assert "://" not in text
    assert "--index-url" not in text
    for block in re.split(r"\n(?=[A-Za-z0-9])", text):
        assert PIN.match(block) is None or "--hash=sha256:" in block, block.splitlines()[0]


def test_the_grammar_that_slows_every_import_is_left_out() -> None:
    assert "jsonschema" in LOCK
    assert "rfc3987-syntax" not in LOCK


def test_conda_brings_python_and_pip_and_the_same_versions_as_the_lock() -> None:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    *conda, pip = environment["dependencies"]
    assert {re.split(r"[<>=]", name)[0] for name in conda} == {"python", "pip"}
    assert pip["pip"] == ["-r binder/versions.txt", "./binder/sans-rfc3987", "-e ."]
    assert pins("binder/versions.txt") == LOCK
    low = next(name for name in conda if name.startswith("python"))
    assert PROJECT["project"]["requires-python"] in low


def test_binder_installs_the_lock_itself() -> None:
    script = (ROOT / "binder" / "postBuild").read_text(encoding="utf-8")
    assert "--require-hashes -r requirements.txt" in script
    assert "--no-deps -e ." in script
    assert not (ROOT / "binder" / "requirements.txt").exists()
    python = (ROOT / "binder" / "runtime.txt").read_text(encoding="utf-8").strip().removeprefix("python-")
    assert Requirement(f"python{PROJECT['project']['requires-python']}").specifier.contains(python)
