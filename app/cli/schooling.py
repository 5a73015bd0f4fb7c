"""`liaison school` : une école fictive, écrite dans un dossier de CSV."""

from __future__ import annotations

from pathlib import Path

from app.cli.output import InputError, Steps, print_json, print_table, say
from app.cli.reading import open_school
from liaison.base.sentences import french_beside
from liaison.school.lists.folder import write_folder
from liaison.school.tables import School
from liaison.school.vocabulary import Zone

phrase = french_beside(__file__)
PROFILES = ("eleve", "responsable", "enseignant", "personnel", "invite")


def run(
    out: Path,
    preset: str | None,
    annuaire: Path | None,
    ips: Path | None,
    effectifs: Path | None,
    uai: str | None,
    zone: Zone | None,
    seed: int,
    json: bool,
) -> None:
    """Make the school of a preset or of an establishment, write it in `out`, and print what it holds."""
    given = [annuaire, ips, effectifs, uai]
    if preset is not None and any(part is not None for part in given):
        raise InputError(phrase("choisir"))
    with Steps(2) as steps:
        steps.step(phrase("etape-ecole", school=preset or uai))
        notes: tuple[str, ...] = ()
        if preset is not None:
            school = open_school(preset, seed)
        elif annuaire is not None and uai is not None:
            school, notes = _from_open_data(annuaire, ips, effectifs, uai, zone, seed)
        else:
            raise InputError(phrase("de-quelle-ecole"))
        steps.step(phrase("etape-ecriture", out=out))
        write_folder(school, out)
    counts = {profile: int((school.people["profil"] == profile).sum()) for profile in PROFILES}
    if json:
        head = {"dossier": str(out), "ecole": school.name, "origine": school.origin, "zone": school.zone}
        print_json({**head, "classes": len(school.classes), "personnes": counts, "remarques": list(notes)})
        return
    say(phrase("ecole", name=school.name, zone=school.zone, origin=school.origin))
    rows = [
        (phrase("classes"), len(school.classes)),
        *((phrase(f"profil-{name}"), count) for name, count in counts.items() if count),
    ]
    print_table(["", phrase("nombre")], rows)
    for note in notes:
        say(note)
    say(phrase("ecrite", out=out))


def _from_open_data(
    annuaire: Path, ips: Path | None, effectifs: Path | None, uai: str, zone: Zone | None, seed: int
) -> tuple[School, tuple[str, ...]]:
    from liaison.school.open_data.annuaire import read_open_data, school_from_open_data

    notes = read_open_data(annuaire, ips, effectifs, uai, zone).notes
    return school_from_open_data(annuaire, ips, effectifs, uai, seed, zone), notes
