"""Une politique dans un lien : ce qui la distingue d'un modèle de la suite, et sur quelle école fictive on l'essaie.

A link is data from outside: nothing in it is believed. It holds no name, neither that of a policy nor of a school.
"""

from __future__ import annotations

import json
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, StrictStr, ValidationError

from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.messaging.policy.policy import Policy, PolicyError, load_policy, preset_names
from liaison.messaging.policy.team import SETTINGS, compare, with_settings
from liaison.messaging.vocabulary import FEWEST_WEEKS, MOST_WEEKS
from liaison.school.fictitious.aggregates import preset_names as school_names

phrase = french_beside(__file__)

VERSION: Literal[1] = 1
MOST_SIGNS = 2000  # of a link, once its address is taken away: it has fewer
MOST_BYTES = 20_000  # of what it holds, once unfolded
MOST_SEED = 9999


class Linked(NamedTuple):
    """What a link holds: a policy, under the name of the model it comes from, and what it is tried on."""

    policy: Policy
    school: str
    weeks: int
    seed: int


_Value = StrictBool | StrictInt | StrictStr | tuple[StrictStr, ...] | None  # of one setting: nothing is deeper


class _Link(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1]
    model: str
    changes: Annotated[dict[str, _Value], Field(max_length=len(SETTINGS))]
    school: str
    weeks: Annotated[StrictInt, Field(ge=FEWEST_WEEKS, le=MOST_WEEKS)]
    seed: Annotated[StrictInt, Field(ge=0, le=MOST_SEED)]


def to_link(linked: Linked) -> str:
    """Return what stands for it in a link: letters, digits, - and _.

    Raises:
        PolicyError: there are too many settings for a link that `from_link` reads, in French.
    """
    differences = {name: compare([load_policy(name), linked.policy]) for name in preset_names()}
    model = min(differences, key=lambda name: len(differences[name]))
    changes = {each.path: each.values[1] for each in differences[model]}
    tried_on = {"school": linked.school, "weeks": linked.weeks, "seed": linked.seed}
    held = {"version": VERSION, "model": model, "changes": changes, **tried_on}
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    link = urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode().rstrip("=")
    if len(link) >= MOST_SIGNS or len(text) > MOST_BYTES:
        raise PolicyError(phrase("trop-de-reglages", most=MOST_SIGNS))
    return link


def from_link(text: str) -> Linked:
    """Return what a link holds.

    Raises:
        PolicyError: too long, unreadable, of another version, or a setting that does not hold, in French.
    """
    if len(text) >= MOST_SIGNS:
        raise PolicyError(phrase("trop-long", most=MOST_SIGNS))
    link = _read(text)
    if link.model not in preset_names() or link.school not in school_names():
        raise PolicyError(phrase("inconnu"))
    if unknown := sorted(set(link.changes) - set(SETTINGS)):
        raise PolicyError(phrase("reglage-inconnu", setting=shown(unknown[0])))
    policy = with_settings(load_policy(link.model), link.changes)
    return Linked(policy, link.school, link.weeks, link.seed)


def _read(text: str) -> _Link:
    try:
        folded = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        reader = zlib.decompressobj()
        content = reader.decompress(folded, MOST_BYTES).decode()
        held = json.loads(content)
    except (ValueError, zlib.error, RecursionError) as error:
        raise PolicyError(phrase("illisible")) from error
    if isinstance(held, dict) and "version" in held and held["version"] != VERSION:
        raise PolicyError(phrase("autre-version"))
    # A link of ours is plain words: what could write a control, or half a letter, is of another hand.
    if not content.isascii() or not content.isprintable() or "\\" in content:
        raise PolicyError(phrase("illisible"))
    try:
        return _Link.model_validate(held)
    except ValidationError as error:
        raise PolicyError(phrase("illisible")) from error


__all__ = ["MOST_SIGNS", "Linked", "from_link", "to_link"]
