"""Le JupyterHub d'une salle : lancé par « liaison session hub », qui dit par l'environnement quelle séance ouvrir."""

from app.room.settings import hub_settings, opening

c = get_config()  # noqa: F821
c.merge(hub_settings(opening()))
