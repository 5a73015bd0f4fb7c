"""Ôter du journal des remises les noms des fichiers : une plateforme y met celui d'une personne."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.training.hand_in.journal import read_journal, write_journal
from liaison.training.purge.erasure import Remark
from liaison.training.session.definition import SessionError

phrase = french_beside(__file__)


_QUOTED = re.compile(r"«[^»]*»")


def strip_journal(path: Path, announce: Callable[[Remark], object] = lambda _: None) -> Remark | None:
    """Take the names of files out of the journal and return what was done, None when there was none.

    A journal that cannot be read is erased: what is in it cannot be told. `announce` is told what is done just before.

    Raises:
        OSError: it could be neither written nor erased; names may be in it.
    """
    try:
        lines = read_journal(path)
    except SessionError:
        announce(erased := Remark(path=path.name, reason=typeset(phrase("journal-efface"))))
        path.unlink()
        return erased
    bare = tuple(replace(line, source="", archive="", reason=_QUOTED.sub("« … »", line.reason)) for line in lines)
    if bare == lines:
        return None
    announce(stripped := Remark(path=path.name, reason=typeset(phrase("noms-otes"))))
    write_journal(path, bare)
    return stripped


__all__ = ["strip_journal"]
