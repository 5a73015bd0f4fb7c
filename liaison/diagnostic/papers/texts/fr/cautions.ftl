niveau-devine = Qui sait combien de familles compte chaque niveau peut deviner, à quelques-unes près, combien ont répondu dans un niveau caché : il compte trop peu de familles, ou presque toutes ont répondu. Réunir les petits niveaux avant de publier.
nombre-de-familles-absent = Le nombre de familles de l'école n'est pas donné : pas de taux de réponse, pas de pondération, et des intervalles plus larges qu'il ne faut.
ensemble-seulement = Les nombres sont donnés pour l'ensemble des réponses seulement : aucun ne l'est par groupe.
trop-peu-de-reponses = Trop peu de réponses pour publier un seul chiffre : rien n'est montré.
sans-reponse = { $silent ->
        [one] { $silent } famille sur { $families } n'a pas répondu : les intervalles ne disent rien d'elle
       *[other] { $silent } familles sur { $families } n'ont pas répondu : les intervalles ne disent rien d'elles
    }.
toutes-en-ligne = Toutes les réponses sont venues en ligne : les familles sans ordinateur, sans connexion ou peu à l'aise avec l'écran répondent moins par ce chemin, et certaines ne le peuvent pas. L'équipement et l'aisance paraissent meilleurs qu'ils ne sont. Proposer aussi le papier et le téléphone, d'abord aux familles qui n'ont pas répondu.
presque-toutes-en-ligne = { $online ->
        [one] { $online } réponse sur { $answers } est venue
       *[other] { $online } réponses sur { $answers } sont venues
    } en ligne : les familles sans ordinateur, sans connexion ou peu à l'aise avec l'écran répondent moins par ce chemin, et certaines ne le peuvent pas. L'équipement et l'aisance paraissent meilleurs qu'ils ne sont. Proposer aussi le papier et le téléphone, d'abord aux familles qui n'ont pas répondu.
equipement-entre = Entre { $low } et { $high } familles sur { $families } ont un équipement insuffisant, selon ce que vivent celles qui n'ont pas répondu.
aisance-entre = Entre { $low } et { $high } familles sur { $families } débutent avec l'ENT, selon ce que vivent celles qui n'ont pas répondu.
demandee-en-partie = « { $question } » : demandée en partie, sans { $parts }.
cases-demandees-en-partie = { demandee-en-partie } Une famille qui n'a coché que cela peut compter « sans réponse ».
cases-d-une-partie = « { $question } » : ces chiffres ne disent rien de { $parts }, que seule une partie des fichiers demande. Une famille des autres qui n'a coché que cela peut compter « sans réponse ».
aucune-case-dans-tous = « { $question } » n'est pas dans ces chiffres : aucune de ses cases n'est dans tous les fichiers.
pas-dans-tous = « { $question } » n'est pas dans ces chiffres : tous les fichiers ne l'ont pas sous ce titre.
lignes-d-une-partie = « { $question } » : ces chiffres ne disent rien de { $parts }, que seule une partie des fichiers demande.
contexte-demande-par-une-partie = « { $question } » : demandé par une partie des fichiers seulement. Les familles des autres ne comptent dans aucun de ses groupes.
autre-reponse = « { $question } » : « sans réponse » compte aussi qui a donné une autre réponse que celles proposées.
lignes-mises-de-cote = « { $question } » : ces chiffres ne disent rien de { $parts }, dont une partie des réponses n'a pas pu être lue, ou n'a pas été demandée.
question-mise-de-cote = « { $question } » n'est pas dans ces chiffres : une partie des réponses n'a pas pu être lue, ou n'a pas été demandée.
familles-non-comptees = Des familles qui ont répondu ne comptent pas ici : aucune de leurs réponses n'a pu être lue.
classe-non-lue = Des familles ont écrit une classe qui n'est pas lue : elles comptent « Sans réponse » au niveau, et des niveaux ont peut-être plus de familles qu'il n'en est dit.
peut-etre-deux-fois = Rien ne dit si toutes ces réponses viennent de familles différentes : des familles peuvent y compter deux fois.
