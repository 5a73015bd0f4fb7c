"""The server of one person in the room: the suite's pages, the part of nbgrader they need, JupyterLab in French.

No terminal for anybody. Where all places run under one account, a participant's has no JupyterLab either: see `gate`.
"""

import zmq
from jupyter_server.utils import url_path_join
from traitlets.config import Config

from app.room.access import TRAINER
from app.room.front import DOCUMENT
from app.room.gate import MESSAGES
from app.room.pages import PLACE
from app.voila import server_pages
from app.voila.settings import NBGRADER, lab_settings, page_settings
from app.voila.state import sockets_fit
from widgets.texts import texts

# What each one uses of nbgrader; the rest would only take memory, and show marks to whom they are not for.
OF_TRAINER, OF_PARTICIPANT = ("formgrader",), ("assignment_list",)
# A page holds 170 MB: an exercise, an app, and as many again left open.
MOST_PAGES = 4


def person_settings(base_url: str, name: str, shared: bool = False) -> Config:
    """The configuration of the server whose addresses begin with `base_url`, for a participant or the trainer.

    `shared`: other people's programs run under the same account.
    """
    config = page_settings(base_url)
    config.merge(lab_settings())
    server = config.ServerApp
    wanted = OF_TRAINER if name == TRAINER else OF_PARTICIPANT
    parts = {f"nbgrader.server_extensions.{part}": part in wanted for part in NBGRADER}
    server.jpserver_extensions.update({"jupyterlab": True, "notebook": False, "notebook_shim": False, **parts})
    server.jpserver_extensions["app.room.pages"] = True
    if name != TRAINER:
        config.SuiteKernels.most_pages = MOST_PAGES
        stopped = config.VoilaConfiguration.resources["notices"]["arret"]
        stopped["detail"] += " " + texts("room")("room-trop-de-pages", most=MOST_PAGES)
    server.terminals_enabled = False
    server.jpserver_extensions["jupyter_server_terminals"] = False
    if shared and name != TRAINER:
        server.jpserver_extensions.update({"jupyterlab": False, "app.room.gate": True})
        config.SuiteKernels.allowed_message_types = list(MESSAGES)
        # A server without its gate must not open.
        server.reraise_server_extension_failures = True
    server.max_body_size = server.max_buffer_size = DOCUMENT
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
    if zmq.has("curve"):
        # The kernel that nbgrader starts for « Autograde » says a copy's texts, on ports that any account can hear.
        config.KernelManager.transport_encryption = "auto"
    return config
