un-but = un but

# Ce qui se mesure, et comment cela se dit.
mesure-part_laissee = familles laissées de côté
mesure-part_informee = messages lus à temps
mesure-part_prevenue = familles prévenues
mesure-notifications_soir = sonneries { $evening_hours } en moyenne, hors urgences
mesure-notifications_par_semaine = sonneries en moyenne
mesure-travail_personnels = travail des personnels
unite-part_laissee = %
unite-part_informee = %
unite-part_prevenue = %
unite-notifications_soir = par responsable et par semaine
unite-notifications_par_semaine = par responsable et par semaine
unite-travail_personnels = { $value ->
    [one] heure par semaine
   *[other] heures par semaine
}
moins-de = moins de { $value }
en-minutes = { $what } en { $minutes ->
    [1] une minute
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
pour-un-motif = { $what } ({ $purpose })
parmi = { $what }, parmi « { $profile } »
au-plus = { $what } : { $value } au plus
au-moins = { $what } : { $value } au moins

# Ce qui ne va pas dans un but.
se-donne-avec = « { $measure } » se donne avec { $bound }
delai-de-la-part-prevenue = within_min va avec « part_prevenue », et avec elle seule
profil-inconnu = « { $profile } » n'est pas un profil de familles : { $profiles }
motif-d-une-part = un motif précise « part_informee » ou « part_prevenue »
profil-d-une-part = un profil précise une part de familles
est-une-part = « { $measure } » est une part, de 0 à 1
ecrire-une-part = { $share } : écrire { $setting } pour { $percents } %
pas-sous-zero = « { $measure } » ne descend pas sous 0 : écrire { $bound }: 0 ou plus
classer-sans-delai = rank_by: part_prevenue demande un but « part_prevenue », qui dise en combien de minutes ; ajouter ce but, ou classer par une autre mesure
