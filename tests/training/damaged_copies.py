"""Copies as they should not be: cut, edited, swapped, hostile. `from training.damaged_copies import DAMAGES`.

Each entry takes the folder of a copy that holds a whole solution, spoils it, and says what must come out.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from training.a_course import COURSE, answered

from liaison.training.exercise.scoring import solution

SOLVED = {question.id: solution(question) for question in COURSE.questions}
# The folder of these damages does not bear their name.
RENAMED = {
    "nom_tres_long": "n" * 200,
    "nom_illisible": os.fsdecode(b"nom\xff"),
    "nom_sur_deux_lignes": "nom\nsuite",
}
FULL = sum(question.points for question in COURSE.questions if not question.by_hand)
BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nversion: 1\n"


@dataclass(frozen=True)
class Damage:
    """What is done to a copy, and what must come out: points, or None when there is no mark."""

    spoil: Callable[[Path], None]
    points: float | None


def _bytes(content: bytes, points: float = 0) -> Damage:
    return Damage(lambda copy: _write(copy, content), points)


def _json(value: object, points: float = 0) -> Damage:
    return _bytes(json.dumps(value).encode(), points)


def _write(copy: Path, content: bytes) -> None:
    (copy / "reponses.json").write_bytes(content)


def _with(changes: dict[str, Any], points: float) -> Damage:
    return _json(answered({**SOLVED, **changes}), points)


def _lost(*questions: str) -> float:
    return FULL - sum(COURSE.question(name).points for name in questions)


def _replaced(make: Callable[[Path], None]) -> Callable[[Path], None]:
    def spoil(copy: Path) -> None:
        (copy / "reponses.json").unlink()
        make(copy / "reponses.json")

    return spoil


def _link(target: str) -> Callable[[Path], None]:
    return _replaced(lambda path: path.symlink_to(target))


def _huge(copy: Path) -> None:
    with (copy / "reponses.json").open("r+b") as file:
        file.truncate(100_000_000)


def _cells(change: Callable[[nbformat.NotebookNode], None]) -> Damage:
    def spoil(copy: Path) -> None:
        path = copy / "exercice.ipynb"
        path.chmod(0o644)
        book = nbformat.read(path, as_version=4)
        change(book)
        path.write_text(json.dumps(book), encoding="utf-8")

    return Damage(spoil, FULL)


def _marked(book: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [cell for cell in book.cells if cell.metadata.get("nbgrader", {}).get("grade")]


def _duplicate(book: nbformat.NotebookNode) -> None:
    book.cells.append(json.loads(json.dumps(_marked(book)[0])))


def _retype(book: nbformat.NotebookNode) -> None:
    cell = _marked(book)[0]
    cell.cell_type = "markdown"
    del cell["outputs"], cell["execution_count"]


def _strip(book: nbformat.NotebookNode) -> None:
    for cell in book.cells:
        cell.metadata = {}


def _rename(book: nbformat.NotebookNode) -> None:
    first, second = _marked(book)[:2]
    first.metadata["nbgrader"]["grade_id"], second.metadata["nbgrader"]["grade_id"] = "autre", "encore_autre"


def _inserted(source: str) -> Damage:
    def change(book: nbformat.NotebookNode) -> None:
        book.cells.insert(0, nbformat.v4.new_code_cell(source))

    return _cells(change)


def _moved_away(copy: Path) -> None:
    """Put the copy elsewhere, and a link where it was."""
    elsewhere = copy.parent.parent.parent / f"ailleurs_{copy.parent.name}"
    shutil.move(copy, elsewhere)
    copy.symlink_to(elsewhere)


def _whole_folder_away(copy: Path) -> None:
    elsewhere = copy.parent.parent.parent / f"ailleurs_{copy.parent.name}"
    shutil.move(copy.parent, elsewhere)
    copy.parent.symlink_to(elsewhere)


def _a_file_instead(copy: Path) -> None:
    shutil.rmtree(copy)
    copy.write_bytes(b"pas un dossier")


def _renamed_person(name: str) -> Callable[[Path], None]:
    def spoil(copy: Path) -> None:
        copy.parent.rename(copy.parent.with_name(name))

    return spoil


def _renamed_file(copy: Path) -> None:
    (copy / "reponses.json").replace(copy / "reponses (1).json")


def _dated(copy: Path, content: bytes) -> None:
    (copy / "timestamp.txt").write_bytes(content)


def _unreadable_notebook(copy: Path) -> None:
    (copy / "exercice.ipynb").write_bytes(b"{")


def _all_answers(value: object) -> dict[str, Any]:
    return answered(dict.fromkeys(SOLVED, value))


def _also(spoil: Callable[[Path], None], points: float | None = FULL) -> Damage:
    return Damage(spoil, points)


def _tries(count: int) -> Damage:
    return _json({**answered({}), "answers": {"delai_des_notes": {"attempts": count, "first": 1, "last": 1}}})


def _days(number: str) -> Damage:
    written = json.dumps(answered({"delai_des_notes": {"value": 7, "unit": "jours"}}))
    assert ": 7" in written
    return _bytes(written.replace(": 7", f": {number}").encode())


def _policy(**changes: object) -> Damage:
    name = "selon_les_textes"
    kept = SOLVED[name]
    assert isinstance(kept, dict)
    return _with({name: {**kept, **changes}}, _lost(name))


def endless_answers(entries: int) -> Damage:
    """So many entries, each with several faults."""
    return _json({**answered({}), "answers": {f"q{number}": {"x": 1} for number in range(entries)}})


def _endless_languages() -> Damage:
    """Just under the largest file, and a fault in each of its three hundred thousand languages."""
    name = "selon_les_textes"
    settings = {**SOLVED[name], "languages": [1] * 300_000}  # type: ignore[dict-item]
    written = answered(SOLVED)
    written["answers"][name] = {"attempts": 1, "first": SOLVED[name], "last": settings}
    return _json(written, _lost(name))


# fmt: off
DAMAGES: dict[str, Damage] = {
    # Le fichier de réponses
    "coupe": _bytes(json.dumps(answered(SOLVED)).encode()[:-40]),
    "vide": _bytes(b""),
    "binaire": _bytes(bytes(range(256))),
    "utf16": _bytes(json.dumps(answered(SOLVED)).encode("utf-16")),
    "avec_marque": _bytes(b"\xef\xbb\xbf" + json.dumps(answered(SOLVED)).encode(), FULL),
    "cent_mega_octets": Damage(_huge, 0),
    "liste": _json([1, 2, 3]),
    "texte": _json("reponses"),
    "rien": _json(None),
    "yaml": _bytes(BOMB.encode()),
    "profond": _bytes(b'{"version":' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
    "nombre_immense": _bytes(b'{"version": 1, "exercise": ' + b"9" * 6000 + b"}"),
    "autre_version": _json(answered(SOLVED, version=2)),
    "version_en_texte": _json(answered(SOLVED, version="un")),
    "autre_exercice": _json(answered(SOLVED, exercise="06_donnees_personnelles")),
    "exercice_qui_grimpe": _json(answered(SOLVED, exercise="../../gradebook")),
    "edition_future": _json(answered(SOLVED, edition=99), FULL),
    "sans_edition": _json({"version": 1, "exercise": COURSE.id, "answers": {}}),
    "cle_ajoutee": _json(answered(SOLVED, points=24)),
    "question_ajoutee": _with({"toutes": 24}, FULL),
    "tentatives_negatives": _tries(-3),
    "tentatives_immenses": _tries(10**30),
    "reponses_en_liste": _json({**answered({}), "answers": []}),
    "cle_en_double": _bytes(json.dumps(answered(SOLVED)).encode()[:-1] + b', "answers": {}}'),
    "langues_sans_fin": _endless_languages(),
    "reponses_sans_fin": endless_answers(50_000),
    "tout_est_nombre": _json(_all_answers(42)),
    "tout_est_texte": _json(_all_answers("attend"), 2),
    "tout_est_vrai": _json(_all_answers(True)),
    "tout_est_rien": _json(_all_answers(None)),
    "tout_est_dictionnaire": _json(_all_answers({"value": {}, "unit": []})),
    "nombre_infini": _days("1e999"),
    "pas_un_nombre": _days("NaN"),
    "demi_caractere": _with({"message_clair": "\ud800 x"}, FULL),
    "caractere_nul": _with({"message_clair": "a\x00b"}, FULL),
    "texte_trop_long": _with({"message_clair": "a" * 5000}, FULL),
    "formule": _with({"message_clair": "=HYPERLINK(1)"}, FULL),
    "page_web": _with({"message_clair": "<script>alert(1)</script>"}, FULL),
    "politique_a_moitie": _with({"silence_sans_oubli": {"version": 1, "name": "x"}}, _lost("silence_sans_oubli")),
    "politique_autre_version": _policy(version=9),
    "politique_canal_inconnu": _policy(purposes={"absence": {"channels": ["pigeon"]}}),
    "choix_en_double": _with({"qui_reste_dehors": ["sans_connexion"] * 2}, _lost("qui_reste_dehors")),
    "ordre_incomplet": _with({"qui_sonne_en_premier": ["absence"]}, _lost("qui_sonne_en_premier")),
    # Ce qui n'est pas un fichier
    "lien_vers_un_autre": Damage(_link("../../solide/01_messagerie_ent/reponses.json"), 0),
    "lien_vers_le_corrige": Damage(_link("/etc/hostname"), 0),
    "lien_casse": Damage(_link("nulle_part.json"), 0),
    "tuyau": Damage(_replaced(os.mkfifo), 0),
    "dossier": Damage(_replaced(Path.mkdir), 0),
    "renomme": Damage(_renamed_file, 0),
    # Le carnet
    "carnet_absent": _also(lambda copy: (copy / "exercice.ipynb").unlink()),
    "carnet_illisible": _also(_unreadable_notebook),
    "cellule_en_double": _cells(_duplicate),
    "cellule_supprimee": _cells(lambda book: book.cells.remove(_marked(book)[0])),
    "cellule_changee_de_type": _cells(_retype),
    "cellules_a_l_envers": _cells(lambda book: book.cells.reverse()),
    "metadonnees_retirees": _cells(_strip),
    "cellules_renommees": _cells(_rename),
    "points_changes": _cells(lambda book: _marked(book)[0].metadata["nbgrader"].update(points=100)),
    "note_ecrite_a_la_main": _cells(lambda book: _marked(book)[0].update(source="24.0")),
    "carnet_qui_echoue": _inserted("1 / 0"),
    # Ce qui entoure la copie
    "date_illisible": _also(lambda copy: _dated(copy, b"hier soir")),
    "date_binaire": _also(lambda copy: _dated(copy, bytes(range(200, 256)))),
    "dossier_en_lien": Damage(_moved_away, None),
    "personne_en_lien": Damage(_whole_folder_away, None),
    "fichier_pour_dossier": Damage(_a_file_instead, None),
    "nom_tres_long": Damage(_renamed_person(RENAMED["nom_tres_long"]), FULL),
    "nom_illisible": Damage(_renamed_person(RENAMED["nom_illisible"]), None),
    "nom_sur_deux_lignes": Damage(_renamed_person(RENAMED["nom_sur_deux_lignes"]), None),
}
# fmt: on
# Where nbgrader, which runs what learners write, lets them choose their mark; we do not run it.
CHEATS = {
    "ecrit_son_corrige": "from pathlib import Path; Path('reponses.json').write_text(__import__('json').dumps({}))",
    "remplace_la_note": "import liaison.training.marks.autograded as a; a.points = lambda *_: 1.0",
    "boucle": "while True: pass",
    "efface_tout": "import shutil; shutil.rmtree('../..', ignore_errors=True)",
}
