"""Les tableaux que la suite écrit, reconnus à leurs titres : aucun n'est l'export d'un formulaire.

Titles are copied here: what writes most of these files stands above the diagnosis. Tests write them and look.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from liaison.diagnostic.wording import key


class Written(NamedTuple):
    """One sort of table: the titles that it always has, what it is, and whether it must stay with the team."""

    titles: tuple[str, ...]
    what: str
    of_team: bool = False


_WRITTEN = (
    Written(("rang", "code", "recoit"), "la liste des prêts d'un plan, famille par famille", of_team=True),
    Written(("code", "rang_tirage", "etat", "atelier", "pourquoi"), "la liste des ateliers d'un plan", of_team=True),
    Written(("selon", "familles", "place", "attente", "sans_creneau"), "les places d'ateliers d'un plan", of_team=True),
    Written(
        ("version", "code", "equipement", "besoin_ordinateur"), "le fichier des besoins des familles", of_team=True
    ),
    Written(("fichier", "ligne", "colonne", "gravite", "raison"), "la liste des lignes à vérifier", of_team=True),
    Written(("fichier", "ligne", "raison"), "un fichier de lignes à corriger", of_team=True),
    Written(("date", "quoi", "detail"), "le calendrier d'un plan"),
    Written(("poste", "quantite", "unite", "prix_unitaire", "montant"), "les coûts d'un plan"),
    Written(("groupe", "question", "partie", "valeur", "effectif"), "les indicateurs d'un diagnostic"),
    Written(("niveau", "mode", "reponses", "familles", "taux"), "les taux de réponse d'un diagnostic"),
    Written(("tableau", "ligne", "libelle", "mesure", "valeur"), "les indicateurs d'une simulation"),
    Written(("chiffre", "tirages", "moyenne", "hasard_bas", "hasard_haut"), "l'incertitude d'une simulation"),
    Written(("changement", "familles_laissees"), "l'effet de chaque réglage d'une simulation"),
    Written(("genre", "nom", "contact", "lieu", "horaires"), "la liste des partenaires"),
    Written(("code", "nom", "nom_de_famille", "courriel"), "la liste des participants d'une séance", of_team=True),
    Written(("recue_le", "code", "module", "fichier", "etat"), "le journal des remises d'une séance", of_team=True),
    Written(("id", "niveau", "libelle"), "les classes d'un établissement fictif"),
    Written(("id", "profil", "nom", "prenom"), "les personnes d'un établissement", of_team=True),
    Written(("personne", "groupe", "fonction"), "les groupes d'un établissement"),
    Written(("eleve", "responsable", "lien", "rang"), "les liens d'un établissement", of_team=True),
)


def written_by_the_suite(titles: Collection[str]) -> Written | None:
    """Return which table of the suite has these titles; None when it is none of them."""
    known = {key(title) for title in titles}
    return next((each for each in _WRITTEN if known.issuperset(map(key, each.titles))), None)


__all__ = ["Written", "written_by_the_suite"]
