"""The two passwords of a session: the one that the room shares, the trainer's own."""

import hmac
import json
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from liaison.base.faults import FrenchError
from liaison.base.files import put_whole
from liaison.training.session.codes import SIGNS
from widgets.texts import texts

TRAINER = "formation"  # no code is a word, and none has a vowel
GROUP = 4
t = texts("room")


class AccessError(FrenchError):
    """The passwords of a session cannot be read or written, and what to do."""


@dataclass(frozen=True)
class Access:
    """What opens the door: `room` for every participant, with their code; `trainer` for the trainer alone."""

    room: str
    trainer: str

    def opens(self, name: str, typed: str) -> bool:
        """Whether that password is the one of that person; capitals, spaces and hyphens do not count."""
        expected = self.trainer if name == TRAINER else self.room
        return hmac.compare_digest(_plain(typed).encode(), _plain(expected).encode())


def access_of(file: Path) -> Access:
    """The passwords of a session: drawn the first time, the same ever after, readable by their owner alone.

    Raises:
        AccessError: the file is damaged or cannot be written.
    """
    try:
        written = json.loads(file.read_text(encoding="utf-8"))
        return Access(room=_password(written["room"]), trainer=_password(written["trainer"]))
    except FileNotFoundError:
        return _drawn(file)
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise AccessError(t("room-erreur-acces", file=str(file))) from error


def _drawn(file: Path) -> Access:
    fresh = Access(room=_draw(2), trainer=_draw(3))
    try:
        put_whole(file, json.dumps(asdict(fresh)).encode(), private=True)
    except OSError as error:
        raise AccessError(t("room-erreur-acces-ecrire", file=str(file))) from error
    return fresh


def _draw(groups: int) -> str:
    return "-".join("".join(secrets.choice(SIGNS) for _ in range(GROUP)) for _ in range(groups))


def _password(password: object) -> str:
    # An empty or short one would open the door to anybody.
    if not isinstance(password, str) or len(_plain(password)) < 2 * GROUP:
        raise ValueError(password)
    return password


def _plain(text: str) -> str:
    return "".join(sign for sign in text.upper() if sign.isalnum())
