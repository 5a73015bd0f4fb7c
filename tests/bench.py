"""`python -m tests.bench [--json FICHIER] [--small]` : toutes les mesures, sous des noms stables, datées."""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import json
import os
import platform
import sys
from pathlib import Path

# The tests' own modules, as pytest finds them.
sys.path.insert(0, str(Path(__file__).parent))
MODULES = (
    "bench_messaging",
    "bench_voila",
    "bench_practice",
    "bench_diagnostic",
    "bench_training",
)


def main() -> int:
    """Measure, print one figure a line, and write them where `--json` says."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--json", type=Path, help="fichier où écrire toutes les mesures")
    families = [name.removeprefix("bench_") for name in MODULES]
    parser.add_argument("--only", choices=families, action="append", help="une famille de mesures ; se répète")
    parser.add_argument("--small", action="store_true", help="tout essayer en petit : les chiffres ne disent rien")
    arguments = parser.parse_args()
    figures: dict[str, float] = {}
    for name in MODULES:
        if arguments.only and name.removeprefix("bench_") not in arguments.only:
            continue
        print(f"{name.removeprefix('bench_')}…", file=sys.stderr, flush=True)
        found = importlib.import_module(name).measure(arguments.small)
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
