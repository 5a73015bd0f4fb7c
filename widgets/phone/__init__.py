"""Ce qui tourne sur le téléphone d'une famille, sans Python : l'ENT d'entraînement et le questionnaire s'en servent."""
