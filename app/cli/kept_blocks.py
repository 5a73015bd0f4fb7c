"""Un long calcul par blocs, qu'une interruption ne perd pas : chaque bloc fini est un fichier, à côté de la demande."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from app.cli.output import InputError
from liaison.base.faults import why
from liaison.base.files import put_whole
from liaison.messaging.establishments import Result

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
            raise InputError(
                f"Le dossier « {out} » ne peut pas être écrit ({why(error)}). Donner à --out un dossier où l'on peut "
                "écrire."
            ) from error

    def _same_request(self, signature: str, out: Path) -> None:
        request = self.folder / REQUEST
        if not request.exists():
            put_whole(request, json.dumps({"signature": signature}).encode())
            return
        known = _signature(request)
        if known is None:
            raise InputError(
                f"« {out} » garde une simulation interrompue, mais « {request} », qui dit laquelle, est abîmé. "
                "Donner un autre dossier, ou ajouter --restart pour l'oublier."
            )
        if known != signature:
            raise InputError(
                f"« {out} » garde une simulation interrompue, faite avec d'autres réglages ou d'autres fichiers. "
                "Relancer avec les mêmes pour la finir, donner un autre dossier, ou ajouter --restart pour l'oublier."
            )

    def done(self) -> dict[int, Result]:
        """Return the result of every block that is done, by its number; a file cut short counts for nothing."""
        found = {}
        for path in self.folder.glob("*.bloc.json"):
            try:
                found[int(path.name.partition(".")[0])] = Result.model_validate_json(path.read_bytes())
            except ValueError:
                path.unlink(missing_ok=True)
        return {number: found[number] for number in sorted(found) if number < self.count}

    def keep(self, number: int, result: Result) -> None:
        """Keep the result of a block, whole or not at all.

        Raises:
            InputError: full disk; the other blocks stay.
        """
        try:
            put_whole(self.folder / f"{number:06d}.bloc.json", result.model_dump_json().encode())
        except OSError as error:
            raise InputError(
                f"Un résultat n'a pas pu être gardé ({why(error)}). Ceux d'avant le sont : faire de la place, puis "
                "relancer la même commande."
            ) from error

    def forget(self) -> None:
        """Remove the blocks, once the whole is written."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _signature(request: Path) -> str | None:
    """Return what the folder was asked for; None where the file no longer says it."""
    try:
        return str(json.loads(request.read_bytes())["signature"])
    except (ValueError, TypeError, LookupError):
        return None


__all__ = ["FOLDER", "KeptBlocks"]
