"""Une colonne de noms que plusieurs familles partagent est arrêtée sous n'importe quel titre ; les autres comptent."""

import pytest

from liaison.personal.identifying import seems_names, why_identifying
from liaison.personal.widespread_names import is_widespread_name
from liaison.school.fictitious.names import known_names

SURNAMES = {
    "d'ici et d'ailleurs": "Martin,Diallo,Benali,Da Silva,Nguyen,Yilmaz,Popescu,Lefebvre,Traoré,El Amrani,Garcia",
    "en capitales": "MARTIN,BERNARD,PETIT,ROUX,MOREAU,GARCIA",
    "sans accent ni capitale": "traore,lefevre,gerard,cisse",
    "de formes mêlées": "LEROY Léa,Ahmed Saïdi,Jean-Pierre Dubois,Fatoumata Barry",
    "prénoms": "Emma,Léo,Inès,Mohamed,Aya,Jules,Louise",
    "avec des noms rares": "Martin,Zqqtrl,Vxwyl,Diallo,Kwrtz,Nguyen,Plmnb,Traoré",
    "inventés, des écoles fictives": ",".join(sorted(known_names())[40:60]),
}
OTHERS = {
    "langues": "Français,Arabe,Anglais,Espagnol,Portugais,Turc,Ukrainien,Roumain,Tamoul,Soninké,Breton,Occitan",
    "communes": "Paris,Lyon,Saint-Denis,Saint-Martin,Saint-Julien,Le Havre,Tours,Aix-en-Provence,Albert,Redon",
    "métiers": "Agriculteur,Boucher,Boulanger,Charpentier,Chauffeur,Coiffeur,Cuisinier,Employé,Enseignant,Infirmier,"
    "Maçon,Marchand,Médecin,Menuisier,Ouvrier,Retraité,Serveur,Vendeur,Berger",
    "classes": "6e A,6e B,5e A,5e B,CP,CE1,CE2,CM1,CM2,ULIS,UPE2A,SEGPA",
    "couleurs": "Rouge,Bleu,Vert,Jaune,Blanc,Noir,Rose,Violet,Orange,Gris,Brun",
    "fleurs": "Rose,Tulipe,Marguerite,Violette,Lys,Iris,Jasmin,Pivoine,Coquelicot",
    "pays": "France,Algérie,Maroc,Portugal,Mali,Sénégal,Guinée,Comores,Roumanie,Ukraine,Chine,Vietnam",
    "quartiers": "Centre,La Gare,Le Port,La Plaine,Bellevue,Le Moulin,La Fontaine,Le Parc,Grands Champs,La Rivière",
    "qui répond": "Mère,Père,Parent,Les deux parents,Grand-parent,Tuteur",
    "jours": "Lundi,Mardi,Mercredi,Jeudi,Vendredi,Samedi,Dimanche",
    "départements": "Ain,Aisne,Allier,Gironde,Landes,Loire,Nord,Rhône,Var,Vienne,Yonne,Paris",
    "réponses": "oui,non,ne sait pas,un peu,jamais,parfois,souvent,toujours",
}


def named(values: str, families: int = 5, threshold: int = 11) -> str | None:
    each = values.split(",")
    return seems_names(each, [families] * len(each), threshold)


@pytest.mark.parametrize("values", SURNAMES.values(), ids=SURNAMES)
def test_names_that_several_families_share_are_seen_under_any_title(values: str) -> None:
    assert "des noms ou des prénoms répandus" in str(named(values))


@pytest.mark.parametrize("values", OTHERS.values(), ids=OTHERS)
def test_what_schools_count_by_is_not_taken_for_names(values: str) -> None:
    assert named(values) is None
    each = values.split(",")
    assert why_identifying("colonne", each, [5] * len(each), 11) is None


def test_classes_called_after_their_teacher_are_counted_when_eleven_families_are_in_each() -> None:
    assert named("Martin,Diallo,Nguyen", 11) is None
    assert named("Martin,Diallo,Nguyen", 10)


def test_three_names_are_needed_and_a_third_of_the_values() -> None:
    assert named("Martin,Diallo") is None
    assert named("Martin,Diallo,Nguyen,a,b,c,d,e,f")
    assert named("Martin,Diallo,Nguyen,a,b,c,d,e,f,g") is None


@pytest.mark.parametrize(
    "cell", ["", "de la", "Saint-Martin", "Martin pêcheur", "6e Martin", "Jean Paul Marie Rose Léa Emma"]
)
def test_a_cell_that_holds_anything_else_is_no_name(cell: str) -> None:
    assert not is_widespread_name(cell)
