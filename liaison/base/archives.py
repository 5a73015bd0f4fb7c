"""Ce qu'une archive est, d'après ses premiers octets ou son nom, et ce qu'on en dit quand elle n'est pas ouverte."""

from __future__ import annotations

START = 262  # octets qui suffisent : un tar ne se nomme qu'au 257e
_SIGNS = {
    b"PK\x03\x04": "zip",
    b"\x1f\x8b": "gzip",
    b"\xfd7zXZ\x00": "xz",
    **{b"BZh%d1AY&SY" % level: "bzip2" for level in range(1, 10)},
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"Rar!\x1a\x07": "rar",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"MSCF\x00\x00\x00\x00": "cab",
}
_ENDINGS = {
    ".7z": "7z",
    ".rar": "rar",
    ".tar": "tar",
    **dict.fromkeys((".gz", ".tgz"), "gzip"),
    **dict.fromkeys((".bz2", ".tbz", ".tbz2"), "bzip2"),
    **dict.fromkeys((".xz", ".txz"), "xz"),
    **dict.fromkeys((".zst", ".tzst"), "zstd"),
    ".cab": "cab",
}
ZIPX = (
    "comprimé comme un ZIPX, que la suite ne lit pas : le déplier, puis donner le dossier, ou en faire un ZIP ordinaire"
)
LOCKED = "protégé par un mot de passe : le refaire sans"


def kind_of(start: bytes, name: str = "") -> str:
    """Return which kind of archive begins so, or else is called so; "" for what is none."""
    if start[257:262] == b"ustar":
        return "tar"
    by_name = next((kind for ending, kind in _ENDINGS.items() if name.lower().endswith(ending)), "")
    return next((kind for sign, kind in _SIGNS.items() if start.startswith(sign)), by_name)


def unopened(kind: str) -> str:
    """Return what is said of an archive that is not a ZIP, as the end of a sentence: « est une archive 7z… »."""
    return f"une archive {kind}, que la suite n'ouvre pas : la déplier, puis donner le dossier, ou en faire un ZIP"


__all__ = ["LOCKED", "START", "ZIPX", "kind_of", "unopened"]
