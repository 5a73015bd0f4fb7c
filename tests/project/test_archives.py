"""Une archive est reconnue à ses premiers octets, d'abord ; à son nom, sinon."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile

import pytest

from liaison.base.archives import START, kind_of


def made(kind: str) -> bytes:
    """A true archive, as the standard library makes it."""
    packed = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("a.txt", "a")
    else:
        with tarfile.open(fileobj=packed, mode="w") as archive:
            archive.addfile(tarfile.TarInfo("a.txt"))
    return packed.getvalue()


# Each has a name of its own: one made of its bytes would hold the hour, and two workers would not have the same tests.
@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param(made("zip"), "zip", id="zip"),
        pytest.param(made("tar"), "tar", id="tar"),
        pytest.param(gzip.compress(b"a"), "gzip", id="gzip"),
        pytest.param(bz2.compress(b"a"), "bzip2", id="bzip2"),
        pytest.param(lzma.compress(b"a"), "xz", id="xz"),
        pytest.param(b"a" * 300, "", id="ni l'un ni l'autre"),
        pytest.param(b"", "", id="vide"),
    ],
)
def test_what_an_archive_holds_says_its_kind_whatever_its_name(content: bytes, kind: str) -> None:
    assert kind_of(content[:START]) == kind
    assert kind_of(content[:START], "remise.RAR") == (kind or "rar")
    assert kind_of(content[:START], "rar.pdf") == kind
