"""Ce que tout objet de JavaScript porte sans que personne l'y ait mis, là où une page attend un nom des siens."""

from __future__ import annotations

import json
from typing import Any

INHERITED = (
    *("constructor", "toString", "valueOf", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable"),
    *("toLocaleString", "__proto__", "__defineGetter__", "__lookupSetter__"),
)


def kept_with(name: str, **values: str) -> str:
    """What a page keeps, with this name wherever a name or a value may stand, beside these `values` of its own."""
    odd: dict[str, Any] = {name: name}
    place = {
        **dict.fromkeys(("view", "path", "mission", "asked", "token", "code", "from"), name),
        **{key: [name, odd] for key in ("trail", "done", "list", "files", "codes")},
        **odd,
        "context": {name: name, "niveau": odd},
    }
    known = {**odd, **values}
    state = {"values": known, "typed": odd, "past": [{"values": known, "typed": odd, "by": odd}], **odd}
    return json.dumps({"version": 1, "since": odd, **odd, "place": place, "state": state})
