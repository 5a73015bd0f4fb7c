"""Ce qui a besoin de deux études : qui un plan fait joindre, ce qu'un diagnostic change dans la messagerie."""
