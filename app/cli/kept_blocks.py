"""Un long calcul par blocs, qu'une interruption ne perd pas : chaque bloc fini est un fichier, à côté de la demande."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from app.cli.output import InputError
from liaison.base.faults import why
from liaison.base.files import put_whole
from liaison.base.sentences import french_beside
from liaison.messaging.reading.establishments import BlockResult

phrase = french_beside(__file__)


FOLDER = ".en_cours"
REQUEST = "demande.json"


class KeptBlocks:
    """The blocks of one request that are done, in a hidden folder of `out`; relaunched, only the others are to do.

    Raises:
        InputError: the folder cannot be written, or holds the blocks of another request.
    """

    def __init__(self, out: Path, signature: str, count: int, restart: bool = False) -> None:
        self.folder, self.count = out / FOLDER, count
        try:
            if restart:
                shutil.rmtree(self.folder, ignore_errors=True)
            self.folder.mkdir(parents=True, exist_ok=True)
            self._same_request(signature, out)
        except OSError as error:
            raise InputError(phrase("dossier-ferme", out=out, reason=why(error))) from error

    def _same_request(self, signature: str, out: Path) -> None:
        request = self.folder / REQUEST
        if not request.exists():
            put_whole(request, json.dumps({"signature": signature}).encode())
            return
        known = _signature(request)
        if known is None:
            raise InputError(phrase("demande-abimee", out=out, request=request))
        if known != signature:
            raise InputError(phrase("autre-demande", out=out))

    def done(self) -> dict[int, BlockResult]:
        """Return the result of every block that is done, by its number; a file cut short counts for nothing."""
        results = {}
        for path in self.folder.glob("*.bloc.json"):
            try:
                results[int(path.name.partition(".")[0])] = BlockResult.model_validate_json(path.read_bytes())
            except ValueError:
                path.unlink(missing_ok=True)
        return {number: results[number] for number in sorted(results) if number < self.count}

    def keep(self, number: int, result: BlockResult) -> None:
        """Keep the result of a block, whole or not at all.

        Raises:
            InputError: full disk; the other blocks stay.
        """
        try:
            put_whole(self.folder / f"{number:06d}.bloc.json", result.model_dump_json().encode())
        except OSError as error:
            raise InputError(phrase("resultat-perdu", reason=why(error))) from error

    def forget(self) -> None:
        """Remove the blocks, once the whole is written."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _signature(request: Path) -> str | None:
    """Return what the folder was asked for; None where the file no longer says it."""
    try:
        return str(json.loads(request.read_bytes())["signature"])
    except (ValueError, TypeError, LookupError, RecursionError):
        return None


__all__ = ["FOLDER", "KeptBlocks"]
