"""« Quitter la salle »: nothing of what a browser held opens anything any more, here or where it was copied."""

from typing import Any

from jupyterhub import orm  # type: ignore[import-untyped]
from jupyterhub.handlers.login import LogoutHandler  # type: ignore[import-untyped]

from app.room.tickets import forget, give_ticket


async def leave(handler: Any, user: Any) -> None:
    """End every session of that person, on all their browsers, and their server, which remembers some of them."""
    spawner = user.spawner
    if spawner.active and not spawner.pending:
        await handler.stop_single_user(user)
    user.orm_user.cookie_id = orm.new_token()
    # A server that starts keeps the key by which it speaks to the hub: that one is of no browser.
    for kind in (orm.APIToken, orm.OAuthCode):
        for credential in handler.db.query(kind).filter(kind.user_id == user.id, kind.session_id.isnot(None)):
            handler.db.delete(credential)
    handler.db.commit()
    # The door of a server that is starting has its ticket already.
    if spawner.pending != "spawn":
        forget(user.name)


class LeavingHandler(LogoutHandler):
    """The address by which one leaves."""

    async def handle_logout(self) -> None:
        """Once this browser's cookies are cleared, make their copies worth nothing."""
        give_ticket(self, None)
        if user := self.current_user:
            await leave(self, user)
