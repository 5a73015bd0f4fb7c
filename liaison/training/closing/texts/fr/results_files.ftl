pas-d-adresse = Un code n'est pas une adresse, et la liste des participants n'en a pas : donner avec --identifiers un CSV, code;adresse.
notes-perdues = Rien n'a été écrit : le carnet de notes n'a aucune note, et « { $table } » en a. Il a pu être perdu, puis refait : noter d'abord les copies, ou effacer ce tableau s'il ne sert plus.
notes-perdues-de = Rien n'a été écrit : le carnet de notes n'a plus les notes de { $codes }, que « { $table } » a. Il a pu en perdre, être refait, ou venir d'une copie d'avant : noter d'abord ces copies, ou effacer ce tableau s'il ne sert plus.
