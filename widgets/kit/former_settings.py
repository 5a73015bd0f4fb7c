"""Les réglages d'avant chaque changement, tassés en un texte court que le navigateur garde, et relus sans être crus."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

MOST_KEPT = 20  # changes that can be undone once work is taken up
LARGEST = 2_000_000  # bytes once unpacked: more are nothing that the suite has written


class FormerSettings:
    """Packs and reads again the settings before the last changes, in the fields of a model, the oldest first.

    The first are whole; of each that follows, what differs from those before it. Packed once as long as they are the
    same.
    """

    def __init__(self, model: type[BaseModel]) -> None:
        self._model = model
        self._of: Sequence[Mapping[str, Any]] = ()
        self._dumps: Sequence[dict[str, Any] | None] = ()
        self._text = ""

    def packed(self, past: Sequence[Mapping[str, Any]]) -> str:
        """Return the last of these settings as one text; "" for none."""
        if past is not self._of:
            known = {id(settings): dump for settings, dump in zip(self._of, self._dumps, strict=True)}
            self._dumps = [known[id(each)] if id(each) in known else self._dumped(each) for each in past]
            self._of = past
            self._text = _packed(_last_that_hold(self._dumps)[-MOST_KEPT:])
        return self._text

    def unpacked(self, text: str) -> list[dict[str, Any]]:
        """Return the settings that a text holds.

        Raises:
            ValueError: it was not written by this version.
        """
        whole: dict[str, Any] = {}
        past = []
        for differences in _unpacked(text)[-MOST_KEPT:]:
            whole = {**whole, **differences}
            settings = self._model.model_validate_json(json.dumps(whole))
            past.append({name: getattr(settings, name) for name in self._model.model_fields})
        return past

    def _dumped(self, settings: Mapping[str, Any]) -> dict[str, Any] | None:
        held = {name: settings[name] for name in self._model.model_fields}
        try:
            return self._model(**held).model_dump(mode="json")
        except ValidationError:
            return None


def _last_that_hold(dumps: Sequence[dict[str, Any] | None]) -> list[dict[str, Any]]:
    """Return those after the last that cannot be kept, as of real answers."""
    last: list[dict[str, Any]] = []
    for dump in dumps:
        last = [] if dump is None else [*last, dump]
    return last


def _packed(past: Sequence[dict[str, Any]]) -> str:
    if not past:
        return ""
    pairs = zip(({}, *past), past, strict=False)
    differences = [
        {name: value for name, value in after.items() if name not in before or before[name] != value}
        for before, after in pairs
    ]
    return base64.b64encode(zlib.compress(json.dumps(differences).encode())).decode()


def _unpacked(text: str) -> list[dict[str, Any]]:
    if not text:
        return []
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(base64.b64decode(text, validate=True), LARGEST)
    except zlib.error as error:
        raise ValueError(text[:20]) from error
    if not unpacking.eof:
        raise ValueError(text[:20])
    return TypeAdapter(list[dict[str, Any]]).validate_json(content)


__all__ = ["FormerSettings"]
