# Le tableau de séance : ce que la salle voit, ce que seule la personne qui anime voit.

## Ouvrir une séance
open-title = Dossier de la séance
open-which = Séance à suivre
open-which-help = Celles du dossier de la suite et de son dossier « seances ».
open-option = { $title } · dossier « { $folder } »
open-path = Un autre dossier
open-path-help = Son chemin, par exemple D:\seance_de_mars. C'est le dossier où se trouve « seance.yaml ».
open-button = Suivre cette séance
open-none = Aucune séance trouvée
open-none-text = Aucun dossier de séance dans celui de la suite, ni dans « seances ». { $lieu ->
    [machine] « Préparer une séance » en fait un, dans « Tenir une séance », depuis l'accueil ; ou « liaison session new ».
   *[autre] « liaison session new » en fait un.
} S'il est ailleurs, écrivez son chemin ci-dessous.
open-choose = Choisissez la séance à suivre
open-choose-text = Rien n'est lu avant votre choix, et rien n'est jamais écrit dans ce dossier.
open-missing = Choisissez une séance dans la liste, ou écrivez le chemin de son dossier.
open-module = Module

## Le fil de la lecture
pulse-at = À jour à { $time }
pulse-reading = Lecture des copies : encore { $waiting } à lire…
pulse-first = Première lecture du dossier…
pulse-paused = En pause depuis { $time } : cet écran ne bouge plus
pulse-lost = Le dossier ne répond plus. Ce qui est affiché a été lu à { $time }
pulse-stale = Cet écran ne se met plus à jour : rechargez la page
pulse-waiting = Aucune séance ouverte
pulse-pause = Mettre en pause
pulse-resume = Reprendre

## Qui voit cet écran
audience-label = Ce que cet écran montre
audience-projected = Vue projetée : des comptes, ni code ni nom
audience-private = Vue privée : où en est chaque personne
audience-confirm = Afficher les codes sur cet écran
audience-confirm-title = Cette vue montre le code de chaque personne
audience-confirm-text = Coupez la projection, puis confirmez avec le bouton. Rien de privé n'est encore affiché.
audience-names = Afficher les noms
audience-no-names = Masquer les noms
audience-private-title = Vue privée : ne pas projeter
audience-private-codes = Les codes sont affichés. Pour projeter, revenez d'abord à la vue projetée.
audience-private-names = Les noms sont affichés. Pour projeter, revenez d'abord à la vue projetée.
audience-nameless = Cette séance n'a que des codes : aucun nom n'est gardé.

## Ce que la salle voit
room-nobody = { $people ->
    [0] Personne n'a encore commencé
    [one] La personne attendue n'a pas encore commencé
   *[other] Aucune des { $people } personnes n'a encore commencé
}
room-nobody-help = Chaque réponse gardée apparaît ici dans les secondes qui suivent, une fois enregistrée sur le réseau de la salle ou remise.
room-started = { $people ->
    [one] { $copies } personne sur { $people } a commencé
   *[other] { $copies ->
        [one] { $copies } personne sur { $people } a commencé
       *[other] { $copies } personnes sur { $people } ont commencé
    }
}
room-progress = { $whole ->
    [0] Personne n'a encore répondu à tout.
    [one] 1 a répondu à tout.
   *[other] { $whole } ont répondu à tout.
} { $handed ->
    [0] Rien n'est remis pour l'instant.
    [one] 1 copie est remise.
   *[other] { $handed } copies sont remises.
}
room-done = { $people ->
    [one] La copie est remise
   *[other] Les { $people } copies sont remises
}
room-unreadable = { $count ->
    [one] { $count } copie ne peut pas être lue ; la vue privée dit pourquoi.
   *[other] { $count } copies ne peuvent pas être lues ; la vue privée dit pourquoi.
}
room-closed = { $count ->
    [one] { $count } dossier ne peut pas être ouvert par ce compte : ce qui s'y fait ne se voit qu'une fois remis.
   *[other] { $count } dossiers ne peuvent pas être ouverts par ce compte : ce qui s'y fait ne se voit qu'une fois remis.
}
room-error-title = Le dossier de la séance ne peut plus être lu
room-error-first-title = Le dossier de la séance ne peut pas être lu
room-error-projected = Ce qui a déjà été lu reste affiché. La vue privée dit pourquoi.
room-unforeseen = Sa lecture s'est arrêtée ({ $reason }).
room-no-module = Aucun module de cette séance n'a d'exercice dans cette version de la suite.
room-no-module-text = Mettez la suite à jour, ou vérifiez « modules » dans seance.yaml.

## Les questions
questions-title = Où en est chaque question
status-right = juste
status-partly = en partie
status-wrong = à revoir
status-to_read = à lire
status-read = lu
status-unusable = inutilisable
status-missing = sans réponse
count-right = { $count ->
    [one] { $count } juste
   *[other] { $count } justes
}
count-partly = { $count } en partie
count-wrong = { $count } à revoir
count-to_read = { $count ->
    [one] { $count } texte à lire
   *[other] { $count } textes à lire
}
count-read = { $count ->
    [one] { $count } texte lu
   *[other] { $count } textes lus
}
count-unusable = { $count ->
    [one] { $count } inutilisable
   *[other] { $count } inutilisables
}
count-missing = { $count } sans réponse
count-few = { $answered ->
    [0] aucune réponse
    [one] 1 réponse ; le détail vient à { $fewest }
   *[other] { $answered } réponses ; le détail vient à { $fewest }
}
question-numbered = { $number }. { $title }

## À reprendre ensemble
faults-which = Question à reprendre ensemble
faults-which-help = Choisissez : les réponses à revoir s'affichent, sans dire de qui.
faults-none = Aucune question n'a encore de réponse à revoir qui puisse être montrée.
faults-title = « { $title } » : les réponses à revoir
faults-title-none = « { $title } » : plus rien à revoir pour l'instant
faults-alt = { $count ->
    [0] Aucune réponse à revoir, ni maintenant ni au premier essai.
    [one] Une réponse à revoir, comptée maintenant et au premier essai.
   *[other] { $count } réponses à revoir, comptées maintenant et au premier essai.
}
faults-said = { $now } (au premier essai : { $first })
faults-axis = personnes
faults-label = Réponse
faults-more = { $count ->
        [one] Et { $count } autre, donnée
       *[other] Et { $count } autres, chacune donnée
    } par moins de personnes.

## Les paris
bets-title-before = Les paris de la salle, avant de commencer ({ $before })
bets-title-after = Les { $after } personnes qui ont parié deux fois : avant, et après
bets-moved = { $moved ->
    [0] Personne n'a changé d'avis.
    [one] 1 personne a changé d'avis.
   *[other] { $moved } personnes ont changé d'avis.
} { $before ->
    [one] { $before } personne a parié avant de commencer.
   *[other] { $before } personnes ont parié avant de commencer.
}
bets-again-hidden = Moins de { $fewest } personnes ont parié de nouveau : leurs paris viennent quand elles sont plus nombreuses.
bets-hidden = Moins de { $fewest } personnes ont parié : leurs paris viennent quand elles sont plus nombreuses.
bets-before = avant
bets-after = après
bets-label = Pari

## Ce que seule la personne qui anime voit
people-title = Où en est chaque personne
people-numbers = Les numéros sont ceux des questions, dans l'ordre de l'exercice.
needs-revise = à revoir : { $numbers }
needs-read = { $count ->
    [one] texte à lire : { $numbers }
   *[other] textes à lire : { $numbers }
}
needs-unanswered = sans réponse : { $numbers }
step-absent = pas commencé
step-started = en cours
step-answered = a répondu à tout
step-handed_in = remis
step-unreadable = illisible
people-unknown = { $who } (inconnu de la séance)
missed-title = Les questions, de la plus manquée à la moins manquée
first-right = { $count ->
    [0] aucune juste au premier essai
    [one] 1 juste au premier essai
   *[other] { $count } justes au premier essai
}
tried-again = { $count ->
    [one] { $count } personne a réessayé
   *[other] { $count } personnes ont réessayé
}
private-faults-which = Réponses à revoir, question par question
fewest-label = Ne rien projeter sur les erreurs d'une question sous
fewest-help = Compter les erreurs d'un tout petit groupe, c'est dire qui les a faites.
fewest-unit = réponses
