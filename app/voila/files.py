"""The files of the suite's folder, as they are: for the person who opened it, and said in French when there is none."""

from typing import Any

from jupyter_server.base.handlers import AuthenticatedFileHandler, JupyterHandler
from voila.static_file_handler import AllowListFileHandler

from app.voila.entry import asked_from_here
from app.voila.pages import message_page


class FileHandler(AuthenticatedFileHandler):
    """`/files`, where JupyterLab's links lead, and what a person types."""

    def check_xsrf_cookie(self) -> None:
        """Let a typed address through: Jupyter wants a page of ours to ask, where it is enough that no other does."""
        if not asked_from_here(self.request):
            super().check_xsrf_cookie()

    def get_content_type(self) -> str:
        """Say how the files of the suite are written: without it, a browser shows « Ã© » for « é »."""
        kind = super().get_content_type()
        return f"{kind}; charset=UTF-8" if kind.startswith("text/") and "charset" not in kind else kind

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Say that there is no such file: a folder, or what is not shown, is no file either."""
        # Not in the closed frame of a file: from there, no link leads anywhere.
        self.set_header("Content-Security-Policy", JupyterHandler.content_security_policy.fget(self))  # type: ignore[attr-defined]
        if not asked_from_here(self.request):
            self.finish(message_page(self, "ailleurs", self.request.uri or ""))
            return
        if status_code == 403:
            self.set_status(404)
        self.finish(message_page(self, "fichier" if self.get_status() == 404 else "autre"))


class PictureHandler(FileHandler, AllowListFileHandler):
    """`/voila/files`, where a page looks for its pictures: Voilà itself would give them without the key.

    What is no picture has its address among the files: a link of a notebook to a page of explanations leads there.
    """

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Lead to where the other files are."""
        if status_code == 403 and self.current_user and asked_from_here(self.request):
            self.redirect(self.request.path.replace("/voila/files/", "/files/", 1))
        else:
            super().write_error(status_code, **kwargs)
