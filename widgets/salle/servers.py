"""The server of one person in the room: JupyterLab in French, the suite's pages, the part of nbgrader they need."""

from jupyter_server.utils import url_path_join
from traitlets.config import Config

from widgets.salle.access import TRAINER
from widgets.salle.pages import PLACE
from widgets.voila import server_pages
from widgets.voila.settings import NBGRADER, lab_settings, page_settings
from widgets.voila.state import sockets_fit

# What each one uses of nbgrader; the rest would only take memory, and show marks to whom they are not for.
OF_TRAINER, OF_PARTICIPANT = ("formgrader",), ("assignment_list",)


def person_settings(base_url: str, name: str) -> Config:
    """The configuration of the server whose addresses begin with `base_url`, for a participant or the trainer."""
    config = page_settings(base_url)
    config.merge(lab_settings())
    server = config.ServerApp
    wanted = OF_TRAINER if name == TRAINER else OF_PARTICIPANT
    parts = {f"nbgrader.server_extensions.{part}": part in wanted for part in NBGRADER}
    server.jpserver_extensions.update({"jupyterlab": True, "notebook": False, "notebook_shim": False, **parts})
    server.jpserver_extensions["widgets.salle.pages"] = True
    home = url_path_join(base_url, PLACE)
    config.VoilaConfiguration.resources["home"] = home
    server.jinja_template_vars = server_pages.words(base_url, home)
    server.answer_yes = True
    server.log_level = "ERROR"
    # Thirty people on one laptop: no kernel waits for nobody.
    config.SuiteKernels.spare_count = 0
    if sockets_fit():
        # Sockets in a folder of this person: another account cannot listen to what a kernel says. For the kernels of
        # this server alone: nbgrader's own, for « Autograde », would look for its socket in another folder.
        config.ServerKernelManager.transport = "ipc"
    config.KernelManager.shutdown_wait_time = 1.5
    return config
