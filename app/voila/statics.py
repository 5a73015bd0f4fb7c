"""The files that a page loads: joined where they are many, compressed once, kept by the browser for good.

Every address holds a digest of what it serves, so a browser never asks again for what it has and never
keeps what has changed.
"""

import gzip
import hashlib
import mimetypes
import re
import threading
from functools import cache
from pathlib import Path

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler
from tornado import web
from voila.paths import collect_static_paths
from voila.utils import get_voila_labextensions_path

HERE = Path(__file__).parent
KIT = HERE.parents[1] / "widgets" / "kit"
KIT_FILES = ("tokens.css", "base.css", "loader.js", "icone.svg")
MANAGER = HERE / "static" / "manager.js"
FONTS = HERE / "fonts"
TEMPLATE = "carnets"
COMPRESSED = {".js", ".css", ".svg", ".json", ".map"}
WIDGETS = "labextensions/@jupyter-widgets/jupyterlab-manager"
SHEET = re.compile(r"\.push\(\[\w+\.id,`((?:[^`\\]|\\.)*)`")


@cache
def roots() -> dict[str, list[Path]]:
    """Where each family of files is looked for, in order."""
    return {
        "page": [HERE / "static"],
        "fonts": [FONTS],
        "voila": [Path(path) for path in collect_static_paths(["voila"], TEMPLATE)],
        "labextensions": [Path(path) for path in get_voila_labextensions_path()],
    }


def find(name: str) -> Path | None:
    """The file behind `family/path`, or None; never one outside the folders of its family."""
    family, _, path = name.partition("/")
    for root in roots().get(family, []):
        file = (root / path).resolve()
        if file.is_relative_to(root.resolve()) and file.is_file():
            return file
    return None


def parts_of_application() -> list[Path]:
    """The files that every page with widgets loads, in the order in which they are joined."""
    names = (HERE / "application.txt").read_text(encoding="utf-8").split()
    return [file for name in names if (file := find(name)) is not None]


def widget_styles() -> bytes:
    """The style sheets of ipywidgets, which it ships only inside a script of its extension of JupyterLab."""
    family, _, folder = WIDGETS.partition("/")
    scripts = [file for root in roots()[family] for file in sorted((root / folder).glob("static/*.js"))]
    texts = (file.read_text(encoding="utf-8") for file in scripts)
    sheets = [sheet for text in texts if ".jupyter-widget-vbox" in text for sheet in SHEET.findall(text)]
    # An image that the script would have added (the arrow of a list) is left to the browser's own.
    plain = re.sub(r"url\(\$\{\w+\}\)", "none", "\n".join(sheets))
    return re.sub(r"\\(.)", r"\1", plain).encode()


@cache
def digest() -> str:
    """Twelve characters that change whenever a served file does."""
    mark = hashlib.sha256()
    own = sorted(file for folder in (HERE / "static", FONTS) for file in folder.iterdir() if file.is_file())
    for file in [*own, *(KIT / name for name in KIT_FILES), *parts_of_application()]:
        mark.update(file.name.encode())
        mark.update(file.read_bytes())
    mark.update(widget_styles())
    return mark.hexdigest()[:12]


@cache
def content(name: str) -> tuple[bytes, bytes | None] | None:
    """The bytes of a file and the same compressed, where that helps; None when there is no such file."""
    if name == "application.js":
        # A line break before each: a part may end with a comment.
        data = b"\n;".join(_without_map(file.read_bytes()) for file in [MANAGER, *parts_of_application()])
    elif name == "page/page.css":
        own = [path.read_bytes() for path in (KIT / "tokens.css", KIT / "base.css", HERE / "static" / "page.css")]
        data = b"\n".join([widget_styles(), *own])
    elif name in ("page/loader.js", "page/icone.svg"):
        data = (KIT / Path(name).name).read_bytes()
    elif (file := find(name)) is not None:
        data = _without_map(file.read_bytes()) if file.suffix == ".js" else file.read_bytes()
    else:
        return None
    return data, gzip.compress(data, 6, mtime=0) if Path(name).suffix in COMPRESSED else None


def _without_map(data: bytes) -> bytes:
    head, mark, tail = data.rpartition(b"//# sourceMappingURL=")
    return head if mark and b"\n" not in tail.strip() else data


def prepare() -> None:
    """Join and compress the application in the background, before the first page asks for it."""
    threading.Thread(target=content, args=("application.js",), daemon=True).start()


class StaticsHandler(JupyterHandler):
    """Serves the files above; they are the same for everybody and hold no secret, so no key is asked."""

    @allow_unauthenticated
    async def get(self, mark: str, name: str) -> None:
        """Send the file, compressed where the browser accepts it; 404 when there is none."""
        versions = content(name)
        if versions is None:
            raise web.HTTPError(404)
        plain, compressed = versions
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.set_header("Content-Type", "text/javascript" if kind.endswith("javascript") else kind)
        fresh = mark == digest()
        self.set_header("Cache-Control", "public, max-age=31536000, immutable" if fresh else "no-cache")
        self.set_header("Vary", "Accept-Encoding")
        if compressed is not None and "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            self.finish(compressed)
        else:
            self.finish(plain)

    # A page asks so whether its server answers, before it leads to another (widgets/phone/static/near.js).
    head = get
