"""Le JupyterHub d'une salle : lancé par « liaison session hub », qui dit par l'environnement quelle séance ouvrir."""

from app.room.settings import end_without_front, hub_settings, opening

opened = opening()
end_without_front(opened)
c = get_config()  # noqa: F821
c.merge(hub_settings(opened))
