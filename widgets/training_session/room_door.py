"""La porte d'une salle ouverte : son adresse, son code à photographier, le mot de passe que toute la salle connaît."""

from __future__ import annotations

from traitlets import Bytes, Unicode

from liaison.base.addresses import qr_code
from liaison.training.hand_in.open_room import OpenRoom
from widgets.kit import Part
from widgets.training_session.words import t


class RoomDoor(Part):
    """What each person needs to come in, in large type: it may be projected, and holds neither code nor name."""

    address = Unicode().tag(sync=True)
    password = Unicode().tag(sync=True)
    code = Bytes().tag(sync=True)

    def __init__(self) -> None:
        super().__init__(words={key: t(f"door-{key}") for key in ("address", "password", "code")})

    def lead_to(self, room: OpenRoom) -> None:
        """Show how to come in a room."""
        if (self.address, self.password) != (room.address, room.password):
            with self.hold_sync():
                self.address, self.password, self.code = room.address, room.password, qr_code(room.address)


__all__ = ["RoomDoor"]
