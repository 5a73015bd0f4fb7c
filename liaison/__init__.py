"""Ce qui est calculé : règles, école, messagerie, documents. Aucun widget, aucun graphique, aucun serveur."""
