"""`liaison writes` : à qui une personne peut écrire, et pourquoi."""

from __future__ import annotations

from app.cli.output import print_json, print_table, say
from app.cli.reading import open_school
from liaison.school.communication import Directory, load_rules


def run(school: str, rules: str, sender: str, groups: bool, json: bool) -> None:
    """Print everybody that `sender` can write to, and the path through the groups."""
    chosen = load_rules(rules)
    directory = Directory(open_school(school), chosen)
    people = directory.visible(sender)
    whole = directory.visible_groups(sender)
    if json:
        answer = {
            "regles": chosen.name,
            "expediteur": sender,
            "personnes": people.to_dict("records"),
            "groupes": whole.to_dict("records"),
            "liens_sans_effet": list(chosen.idle_links()),
        }
        print_json(answer)
        return
    say(f"{directory.name(sender)} ({sender}), règles « {chosen.name} » : {_counted(len(people))}.")
    rows = list(people[["id", "prenom", "nom", "profil", "reason"]].itertuples(index=False, name=None))
    if rows:
        print_table(["Identifiant", "Prénom", "Nom", "Profil", "Pourquoi"], rows)
    if groups and len(whole):
        lines = list(whole[["id", "label", "members", "reason"]].itertuples(index=False, name=None))
        print_table(["Groupe", "Nom", "Membres", "Pourquoi"], lines)
    for link in chosen.idle_links():
        say(f"À savoir : {link}")


def _counted(count: int) -> str:
    if count == 0:
        return "ne peut écrire à personne"
    return "peut écrire à une personne" if count == 1 else f"peut écrire à {count} personnes"
