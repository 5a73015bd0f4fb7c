"""Où la page tourne vraiment : une seule fonction le dit, toutes les phrases qui en dépendent la suivent."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Literal

# machine: the server is on the visitor's own machine. salle: on the trainer's, in a room. heberge: anywhere else.
# A page without a server (the practice site, the questionnaire) sends nothing, wherever it is put: it asks nobody.
Host = Literal["machine", "salle", "heberge"]

ROOM = "CARNETS_ECHANGE"  # given by the room to each server that it opens
# Given to their servers by JupyterHub, by Binder, whose images may run without a hub of their own, by other clouds.
HOSTED = (
    *("JUPYTERHUB_SERVICE_PREFIX", "JUPYTERHUB_USER", "JUPYTERHUB_API_TOKEN", "JUPYTERHUB_SERVICE_URL"),
    *("BINDER_LAUNCH_HOST", "BINDER_REPO_URL", "BINDER_SERVICE_HOST", "BINDER_REQUEST", "BINDER_REF_URL"),
    *("KUBERNETES_SERVICE_HOST", "CODESPACES", "COLAB_RELEASE_TAG"),
)

# Given by the suite of one's own machine to its kernels: its number, and where Jupyter kept its own before the suite
# settled in a folder of its own, "" for the usual place.
SUITE, JUPYTER_BEFORE = "CARNETS_SUITE", "CARNETS_JUPYTER_AVANT"


def suite_number(environment: Mapping[str, str] = os.environ) -> int | None:
    """Return the number of the suite that serves this page on the visitor's own machine; None anywhere else."""
    number = environment.get(SUITE, "")
    return int(number) if host(environment) == "machine" and number.isdecimal() else None


def host(environment: Mapping[str, str] = os.environ) -> Host:
    """Return where this program runs, as the environment of its server tells; a kernel has that of its server."""
    if environment.get(ROOM):
        return "salle"
    return "heberge" if any(environment.get(name) for name in HOSTED) else "machine"


__all__ = ["HOSTED", "JUPYTER_BEFORE", "ROOM", "SUITE", "Host", "host", "suite_number"]
