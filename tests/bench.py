"""`python -m tests.bench [--json FICHIER] [--peers] [--small]` : toutes les mesures, sous des noms stables, datées."""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import json
import os
import platform
import re
import sys
from pathlib import Path

# The tests' own modules, as pytest finds them.
HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
# A family is a file beside this one that measures in small too; those that do not are commands of their own.
_MEASURES = re.compile(r"^def measure\(small\b", re.MULTILINE)
FAMILIES = tuple(
    path.stem.removeprefix("bench_")
    for path in sorted(HERE.glob("bench_*.py"))
    if _MEASURES.search(path.read_text(encoding="utf-8"))
)
PEERS = "peers"  # what others make of the same form: measured when asked for


def main() -> int:
    """Measure, print one figure a line, and write them where `--json` says."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--json", type=Path, help="fichier où écrire toutes les mesures")
    only = (*FAMILIES, PEERS)
    parser.add_argument("--only", choices=only, action="append", default=[], help="une famille de mesures ; se répète")
    parser.add_argument("--peers", action="store_true", help="le même formulaire, fait par Voilà seul et par NiceGUI")
    parser.add_argument("--small", action="store_true", help="tout essayer en petit : les chiffres ne disent rien")
    arguments = parser.parse_args()
    figures: dict[str, float] = {}
    measures = {
        family: importlib.import_module(f"bench_{family}").measure
        for family in FAMILIES
        if not arguments.only or family in arguments.only
    }
    if arguments.peers or PEERS in arguments.only:
        measures[PEERS] = importlib.import_module("bench_peers").peers
    for family, measure in measures.items():
        print(f"{family}…", file=sys.stderr, flush=True)
        found = measure(arguments.small)
        figures |= found
        for key, value in found.items():
            print(f"{key} {value:,.1f}".replace(",", "\u202f"), flush=True)
    report = {
        "date": dt.datetime.now().astimezone().isoformat(timespec="seconds"),
        "machine": machine(),
        "figures": figures,
    }
    print(json.dumps({key: report[key] for key in ("date", "machine")}, ensure_ascii=False))
    if arguments.json:
        arguments.json.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


def machine() -> dict[str, object]:
    """What the figures were measured on, without anything that names its owner."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    return {
        "system": f"{platform.system()} {platform.release()}",
        "processor": platform.machine(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "load_at_end": load,
    }


if __name__ == "__main__":
    sys.exit(main())
