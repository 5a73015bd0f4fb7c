"""JupyterLab sans Node.js : à peine lu, il le lancerait pour savoir d'où il prend des programmes, et n'en prend aucun.

JupyterLab offers no setting for it, and asks through a function that is private: this is the one place that names it.
`tests/kit/test_without_node.py` holds it to the version that is locked. Without it a launch is a third of a second
longer where there is Node.
"""

from jupyterlab import commands  # type: ignore[import-untyped]


def leave_node_alone() -> None:
    """Have JupyterLab take its own address for granted; to be called before the rest of JupyterLab is imported."""
    commands._yarn_config = lambda _: {"yarn config": {}}


__all__ = ["leave_node_alone"]
