## La page d’accueil : qui êtes-vous, ce qui existe, ce qui reste sur cette machine

accueil-titre = Carnets de liaison
accueil-phrase = Des séances et des outils pour que l’école et les familles se joignent mieux.
accueil-question = Qui êtes-vous ?
accueil-tout = Tout voir
accueil-public-forme = Je forme
accueil-public-enseigne = J’enseigne
accueil-public-equipe = Nous décidons en équipe
accueil-public-parent = Je suis parent
accueil-vide-forme = Aucune séance n’est prête pour les formateurs dans ce dossier.
accueil-vide-enseigne = Aucune séance n’est prête pour les enseignants dans ce dossier.
accueil-vide-equipe = Aucune séance n’est prête pour les équipes dans ce dossier.
accueil-vide-parent = Aucune page n’est encore prête pour les parents.
accueil-cartes = Ce que vous pouvez ouvrir
accueil-outils = À plusieurs, et autour d’une séance
accueil-aller = Décider à plusieurs, ou tenir une séance
accueil-minutes = Environ { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
}
accueil-debut = Commencer ici
accueil-parents = Essayez ici ce que l’école vous demande de faire dans l’ENT. Cette école est inventée : vous pouvez vous tromper, et recommencer.
accueil-langues = Dans votre langue :
accueil-emporter = Vous repartez avec : { $takeaway }
accueil-ouvrir-application = Ouvrir l’application
accueil-ouvrir-lecon = Suivre la leçon
accueil-ouvrir-lecon-titre = Suivre la leçon « { $title } »
accueil-ouvrir-exercice = Faire l’exercice, sans code
accueil-machine = { lieu-tout } Les élèves et les familles sont fictifs.
accueil-illisible = { $fault } Cette séance n’est pas montrée ; corrigez la fiche, puis rechargez la page.
