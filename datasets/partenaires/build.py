"""Make genres.csv and actions.csv from partenaires.yaml, which a person writes.

Run `python datasets/partenaires/build.py`: the same text gives the same files, byte for byte.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from liaison.base.tables import OPEN_DATA, csv_bytes
from liaison.base.yaml_text import read_yaml

HERE = Path(__file__).parent
TEXTS = ("id", "nom", "role", "approcher", "demander")


def main() -> None:
    """Write the two files beside this one."""
    kinds: Any = read_yaml((HERE / "partenaires.yaml").read_text(encoding="utf-8"))
    _write("genres.csv", TEXTS, [[kind[name] for name in TEXTS] for kind in kinds])
    actions = [[kind["id"], need, action] for kind in kinds for need, action in kind["actions"].items()]
    _write("actions.csv", ("genre", "besoin", "action"), actions)


def _write(name: str, header: tuple[str, ...], rows: list[list[str]]) -> None:
    (HERE / name).write_bytes(csv_bytes(header, rows, OPEN_DATA, kind=None))


if __name__ == "__main__":
    main()
