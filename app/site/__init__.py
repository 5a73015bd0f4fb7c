"""Des dossiers à poser sur n'importe quel hébergement : l'ENT de pratique et le questionnaire."""
