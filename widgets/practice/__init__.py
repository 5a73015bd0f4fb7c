"""L'ENT d'entraînement à l'écran : une même façade pour JupyterLab, Voilà et une page sans rien derrière."""
