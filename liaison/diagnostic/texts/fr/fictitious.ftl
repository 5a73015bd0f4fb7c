facon-de-demander = Choisir une façon de demander ou plusieurs, chacune une fois : { $ways }.
