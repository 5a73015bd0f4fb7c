"""nbgrader's own autograder with one kernel for a whole batch: its libraries are opened once, not once a copy.

Everything else is nbgrader's: what it takes out, restores, reads of the outputs and writes. Between two copies the
names of the kernel are erased, and it stands in the folder of the next.
"""

from __future__ import annotations

import atexit
from pathlib import Path
from typing import Any

from jupyter_client.manager import AsyncKernelManager
from nbformat.v4 import new_code_cell
from nbgrader.preprocessors import Execute

BEFORE = "get_ipython().run_line_magic('reset', '-f')\nimport os\nos.chdir({folder!r})\ndel os"


class WarmExecute(Execute):
    """Run the cells of a copy in the kernel of the copy before."""

    manager: AsyncKernelManager | None = None

    def preprocess(self, nb: Any, resources: Any, km: Any = None) -> tuple[Any, Any]:
        """Run every cell in the folder of the copy, as if the kernel were new."""
        if WarmExecute.manager is None:
            WarmExecute.manager = AsyncKernelManager(kernel_name="python3")
            atexit.register(_stop, WarmExecute.manager)
        folder = Path(resources["metadata"]["path"]).resolve()
        nb.cells.insert(0, new_code_cell(BEFORE.format(folder=str(folder))))
        nb, resources = super().preprocess(nb, resources, km=WarmExecute.manager)
        assert not nb.cells.pop(0).outputs, "le noyau n'a pas été remis à neuf"
        return nb, resources


def _stop(manager: AsyncKernelManager) -> None:
    process = getattr(manager.provisioner, "process", None)
    if process is not None:
        process.kill()


__all__ = ["WarmExecute"]
