"""Les mots de toute page pour les familles, langue par langue ; ce qui les montre est dans widgets/phone."""
