"""Vérifier qu'un dossier se tient : chaque référence existe, chaque fonction va au profil, chacun a sa place."""

from __future__ import annotations

from liaison.base.numbers import number
from liaison.school.cells import FUNCTIONS_OF_PROFILE
from liaison.school.folder_lines import Lines
from liaison.school.tables import STRUCTURE


def check_references(classes: Lines, people: Lines, memberships: Lines, links: Lines) -> None:
    """Refuse the lines that refer to nothing, and point out the people and classes left without a place."""
    for line, row in list(classes.rows.items()):
        if row["id"] == STRUCTURE:
            classes.refuse(line, "id", f"« {STRUCTURE} » est le nom de tout l'établissement, pas d'une classe")
    profile_of = {row["id"]: row["profil"] for row in people.rows.values()}
    _set_aside_groups_of_one_class(classes, memberships)
    _check_memberships(classes, people, memberships, profile_of)
    _check_links(people, links, profile_of)
    _check_residence(people, links)
    _point_out_the_unplaced(classes, people, memberships, links)


def _unknown(identifier: str, of: Lines) -> str:
    """Return why an identifier is unknown: refused at a line, or nowhere."""
    if identifier in of.refused_keys:
        return f"« {identifier} » est à la ligne {of.refused_keys[identifier]} de {of.table.file}, qui est refusée"
    return f"« {identifier} » n'est pas dans {of.table.file}"


def _set_aside_groups_of_one_class(classes: Lines, memberships: Lines) -> None:
    """Leave out the groups that a class is cut into (half a class, one language), whose pupils are all in that class.

    The suite writes to whole classes.
    """
    known = {row["id"] for row in classes.rows.values()} | {STRUCTURE} | classes.refused_keys.keys()
    class_of: dict[str, set[str]] = {}
    lines_of: dict[str, list[int]] = {}
    for line, row in memberships.rows.items():
        if row["groupe"] not in known:
            lines_of.setdefault(row["groupe"], []).append(line)
        elif row["fonction"] == "eleve" and row["groupe"] != STRUCTURE:
            class_of.setdefault(row["personne"], set()).add(row["groupe"])
    for group, lines in lines_of.items():
        rows = [memberships.rows[line] for line in lines]
        own = [class_of.get(row["personne"], set()) for row in rows if row["fonction"] == "eleve"]
        if own and (of_all := set.intersection(*own)):
            said = f"« {group} » est un groupe de la classe {min(of_all)} : ses {len(lines)} lignes sont mises à part"
            memberships.warn(lines[0], "groupe", said)
            for line in lines:
                memberships.set_aside(line)


def _check_memberships(classes: Lines, people: Lines, memberships: Lines, profile_of: dict[str, str]) -> None:
    groups = {row["id"] for row in classes.rows.values()} | {STRUCTURE}
    for line, row in list(memberships.rows.items()):
        profile = profile_of.get(row["personne"])
        if profile is None:
            memberships.refuse(line, "personne", _unknown(row["personne"], people))
        elif row["groupe"] not in groups:
            accepted = f"l'identifiant d'une classe de classes.csv, ou {STRUCTURE}"
            memberships.refuse(line, "groupe", _unknown(row["groupe"], classes), accepted)
        elif row["fonction"] not in FUNCTIONS_OF_PROFILE[profile]:
            reason = f"la fonction « {row['fonction']} » ne va pas à {row['personne']}, de profil {profile}"
            memberships.refuse(line, "fonction", reason, ", ".join(FUNCTIONS_OF_PROFILE[profile]))


def _check_links(people: Lines, links: Lines, profile_of: dict[str, str]) -> None:
    ranks: dict[tuple[str, int], int] = {}
    for line, row in list(links.rows.items()):
        for column, profile in (("eleve", "eleve"), ("responsable", "responsable")):
            found = profile_of.get(row[column])
            if found is None:
                links.refuse(line, column, _unknown(row[column], people))
                break
            if found != profile:
                reason = f"« {row[column]} » est de profil {found} dans personnes.csv"
                links.refuse(line, column, reason, f"une personne de profil {profile}")
                break
        else:
            first = ranks.setdefault((row["eleve"], row["rang"]), line)
            if first != line:
                reason = f"l'élève {row['eleve']} a déjà un responsable de rang {row['rang']}, à la ligne {first}"
                links.refuse(line, "rang", reason)


def _check_residence(people: Lines, links: Lines) -> None:
    """Point out the pupils whose shares of time do not add up to one, over their different households."""
    home_of = {row["id"]: row["foyer"] for row in people.rows.values()}
    shares: dict[str, dict[str, float]] = {}
    last_line: dict[str, int] = {}
    for line, row in links.rows.items():
        shares.setdefault(row["eleve"], {})[home_of[row["responsable"]]] = row["part_residence"]
        last_line[row["eleve"]] = line
    for pupil, by_home in shares.items():
        total = sum(by_home.values())
        if abs(total - 1) > 0.02:
            reason = f"les parts de résidence de l'élève {pupil} font {number(total)} au lieu de 1"
            links.warn(last_line[pupil], "part_residence", reason)


def _point_out_the_unplaced(classes: Lines, people: Lines, memberships: Lines, links: Lines) -> None:
    placed = {row["personne"] for row in memberships.rows.values()}
    in_class = {row["personne"] for row in memberships.rows.values() if row["groupe"] != STRUCTURE}
    pupils = {row["eleve"] for row in links.rows.values()}
    responsables = {row["responsable"] for row in links.rows.values()}
    for line, row in people.rows.items():
        identifier, profile = row["id"], row["profil"]
        if profile == "eleve" and identifier not in in_class:
            people.warn(line, "id", f"l'élève {identifier} n'est dans aucune classe d'appartenances.csv")
        elif profile == "eleve" and identifier not in pupils:
            people.warn(line, "id", f"l'élève {identifier} n'a aucun responsable dans liens.csv")
        elif profile == "responsable" and identifier not in responsables:
            people.warn(line, "id", f"le responsable {identifier} n'a aucun élève dans liens.csv")
        elif profile != "invite" and identifier not in placed:
            people.warn(line, "id", f"{identifier} n'est dans aucun groupe d'appartenances.csv")
    with_pupils = {row["groupe"] for row in memberships.rows.values() if row["fonction"] == "eleve"}
    for line, row in classes.rows.items():
        if row["id"] not in with_pupils:
            classes.warn(line, "id", f"la classe {row['id']} n'a aucun élève")
