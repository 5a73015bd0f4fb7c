"""L'entraînement : des exercices sans code, des réponses gardées, une note qui n'en dépend que d'elles."""
