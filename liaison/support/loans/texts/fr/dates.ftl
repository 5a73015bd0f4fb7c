pas-assez-de-jours = Jours de classe entre le { $lent } et ces vacances : { $left } ; jours demandés entre le retour et les vacances : { $margin }. Choisir une autre durée, ou un retour plus près des vacances.
jour-ferie = jour férié
pont = pont
vacances = vacances de la zone { $zone }
remise-sans-classe = Le { $day }, jour de la remise du matériel, n'est pas un jour de classe ({ $reason }) : choisir un autre jour, ou s'assurer que l'établissement est ouvert.
