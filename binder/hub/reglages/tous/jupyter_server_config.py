"""Le serveur d'une personne de la salle : JupyterLab en français et les pages de la suite ; peu de mémoire."""

import os

from app.room.orphans import end_without_hub
from app.room.pages import shared
from app.room.servers import person_settings

end_without_hub()
c = get_config()  # noqa: F821
c.merge(person_settings(os.environ["JUPYTERHUB_SERVICE_PREFIX"], os.environ["JUPYTERHUB_USER"], shared()))
