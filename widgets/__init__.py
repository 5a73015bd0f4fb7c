"""Ce qui est montré : les parties d'écran, leur composition et les textes."""
