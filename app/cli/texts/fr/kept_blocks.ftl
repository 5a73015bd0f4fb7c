dossier-ferme = Le dossier « { $out } » ne peut pas être écrit ({ $reason }). Donner à --out un dossier où l'on peut écrire.
demande-abimee = « { $out } » garde une simulation interrompue, mais « { $request } », qui dit laquelle, est abîmé. Donner un autre dossier, ou ajouter --restart pour l'oublier.
autre-demande = « { $out } » garde une simulation interrompue, faite avec d'autres réglages ou d'autres fichiers. Relancer avec les mêmes pour la finir, donner un autre dossier, ou ajouter --restart pour l'oublier.
resultat-perdu = Un résultat n'a pas pu être gardé ({ $reason }). Ceux d'avant le sont : faire de la place, puis relancer la même commande.
