emargement-et-docx = Feuille d'émargement : « { $pdf } », à imprimer ; « { $docx } », à modifier.
a-ecrire-a-la-main = Sur le PDF, à écrire à la main en face du code : { $codes }. Aucune police de cette machine n'écrit leur nom ; le DOCX l'a.
emargement-sans-pdf = Feuille d'émargement : « { $docx } », à imprimer. Pas de PDF : aucune police de cette machine n'écrit un nom qui s'y trouve, le logiciel de texte en aura peut-être une.
presences-gardees = « { $presences } » existe déjà : il n'a pas été touché.
mettre-un-x = Après la séance, mettre un x par demi-journée dans « { $presences } » : les attestations en viennent.
etape-attestations = Attestations
attestations =
    { $n ->
        [one] { $count } attestation
       *[other] { $count } attestations
    } dans « { $target } », un PDF par personne.
sauf-en-docx = Sauf { $codes }, en DOCX : aucune police de cette machine n'écrit un nom qui s'y trouve, le logiciel de texte en aura peut-être une.
duree-d-avant = Durée de la séance : { $length }, donnée auparavant. Pour la changer : --hours.
une-partie-seulement = Là une partie de la séance seulement : { $codes }. La durée suivie est à écrire à la main, ou à donner : --hours "matin 3h, apres-midi 3h30".
portent-des-noms = Elles portent des noms : « liaison session purge » les efface après le { $last }.
a-effacer = À effacer à la main, qui n'est plus noté présent : { $codes }.
badges-signes = Badges signés : { $signed }. Déjà là, gardés : { $kept }. Dossier : « { $target } ».
badges-deja-la =
    Rien à signer : { $kept ->
        [one] { $kept } badge l'était déjà, et reste tel quel
       *[other] { $kept } badges l'étaient déjà, et restent tels quels
    }. Clore une séance les signe aussi. Pour les signer de nouveau : --again. Dossier : « { $target } ».
empreinte = Empreinte à donner avec les badges, pour les vérifier : { $fingerprint }
garder-la-cle = La clé reste dans le dossier de la séance (cles) : la garder pour vous, elle signe en votre nom.
modules-absents = Les modules de la suite ne sont pas à côté de la commande : lancer « liaison » depuis son dossier.
ecrit = Écrit dans « { $out } » : { $names }.
badge-trop-tot = Le dernier jour du badge, { $day }, vient avant la séance : donner une date plus tardive.
