"""Ce qui désigne une personne : un nom, sa civilité, son adresse, son numéro ; les titres qui en demandent."""
