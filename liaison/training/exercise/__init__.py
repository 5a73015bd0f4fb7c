"""Un exercice : ses questions, ce qu'on y répond, ce que valent les réponses."""
