"""`python -m tests.bench_colleges [COLLÈGES]` : tous les collèges d'un pays sur une année, par la commande elle-même.

The directory is fictitious, its sizes spread as those of collèges are (hypothèse: 100 to 1,000 pupils, most often 480).
It takes half an hour on two cores: it is not one of `nox -s bench`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

HERE = str(Path(__file__).parent)
if HERE not in sys.path:
    sys.path.insert(0, HERE)
COLLEGES, SCHOOL_YEAR_WEEKS = 7000, 44
COMMAND = "from app.cli import main; main()"


def measure(colleges: int = COLLEGES) -> dict[str, float]:
    """Return the seconds and the memory (MiB, of the largest process) of `liaison simulate --annuaire`."""
    from school.directory_files import directory

    sizes = np.random.default_rng(7).triangular(100, 480, 1000, colleges).astype(int)
    with tempfile.TemporaryDirectory(prefix="colleges-") as place:
        annuaire, ips = directory(Path(place), sizes.tolist())
        asked = ["simulate", "--annuaire", str(annuaire), "--ips", str(ips), "--academie", "Rennes", "--json"]
        settings = ["--policy", "circulaire_2025", "--weeks", str(SCHOOL_YEAR_WEEKS), "--seed", "7"]
        command = [sys.executable, "-c", COMMAND, *asked, *settings, "--out", str(Path(place, "resultat"))]
        said = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    assert len(said["etablissements"]) == colleges
    return {
        "messaging.colleges": colleges,
        "messaging.colleges_pupils": float(sizes.sum()),
        "messaging.colleges_s": said["secondes"],
        "messaging.colleges_peak_mib": said["memoire_mio"],
    }


if __name__ == "__main__":
    for name, value in measure(*map(int, sys.argv[1:2])).items():
        print(f"{name} {value:g}")
