"""La clé de la suite, gardée pour cette machine : la même d'un lancement à l'autre, à son seul compte, ou une autre."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from app.voila.kept_key import BYTES, KEY, SuiteKey, kept_key
from app.voila.settings import server_settings

pytestmark = pytest.mark.skipif(os.name != "posix", reason="la clé n'est gardée que là où un compte se reconnaît")


def test_the_key_is_the_same_at_the_next_launch_and_its_owner_alone_may_read_it(tmp_path: Path) -> None:
    first, again = kept_key(tmp_path), kept_key(tmp_path)
    assert first == again
    assert first.lasts
    assert [path.name for path in tmp_path.iterdir()] == [KEY]
    assert stat.S_IMODE((tmp_path / KEY).stat().st_mode) == 0o600
    config = server_settings(tmp_path, 8866, key=again)
    assert config.IdentityProvider.token == first.in_address
    assert config.ServerApp.cookie_secret == first.of_cookies
    assert len(first.in_address) >= 43


def test_neither_what_the_address_holds_nor_what_is_printed_is_what_signs_cookies(tmp_path: Path) -> None:
    key = kept_key(tmp_path)
    assert len({key.secret, key.of_cookies, key.in_address.encode()}) == 3
    for hidden in (repr(key.secret), repr(key.of_cookies), key.in_address):
        assert hidden not in repr(key)


def test_another_key_is_taken_when_one_wants_it_and_then_stays(tmp_path: Path) -> None:
    first = kept_key(tmp_path)
    other = kept_key(tmp_path, another=True)
    assert other.secret != first.secret
    assert kept_key(tmp_path) == other


def opened_to_others(path: Path) -> None:
    path.chmod(0o640)


def written_by_others(path: Path) -> None:
    path.chmod(0o602)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def emptied(path: Path) -> None:
    path.write_bytes(bytes(2 * BYTES))


def linked(path: Path) -> None:
    path.rename(path.with_name("ailleurs"))
    path.symlink_to("ailleurs")


def piped(path: Path) -> None:
    path.unlink()
    os.mkfifo(path, 0o600)


@pytest.mark.parametrize("spoiled", [opened_to_others, written_by_others, cut, emptied, linked, piped])
def test_a_file_that_may_not_be_ours_alone_is_replaced(tmp_path: Path, spoiled: Callable[[Path], None]) -> None:
    first = kept_key(tmp_path)
    spoiled(tmp_path / KEY)
    other = kept_key(tmp_path)
    assert other.secret != first.secret
    assert other.secret != bytes(BYTES)
    seen = (tmp_path / KEY).lstat()
    assert (stat.S_ISREG(seen.st_mode), stat.S_IMODE(seen.st_mode)) == (True, 0o600)
    assert kept_key(tmp_path) == other


def test_where_no_file_can_be_put_the_key_is_of_this_launch(tmp_path: Path) -> None:
    (tmp_path / KEY).mkdir()
    first, again = kept_key(tmp_path), kept_key(tmp_path)
    assert not first.lasts
    assert first.secret != again.secret
    assert SuiteKey.drawn().secret != SuiteKey.drawn().secret
