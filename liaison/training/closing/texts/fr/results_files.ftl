pas-d-adresse = Un code n'est pas une adresse, et la liste des participants n'en a pas : donner avec --identifiers un CSV, code;adresse.
