pas-d-adresse = Un code n'est pas une adresse, et la liste des participants n'en a pas : donner avec --identifiers un CSV, code;adresse.
notes-perdues = Rien n'a été écrit : le carnet de notes n'a aucune note, et « { $table } » en a. Il a pu être perdu, puis refait : noter d'abord les copies, ou effacer ce tableau s'il ne sert plus.
