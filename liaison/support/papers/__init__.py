"""Ce qui sort du plan : le rapport du conseil, les fichiers de l'équipe, ce qui peut être montré."""
