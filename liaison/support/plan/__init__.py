"""Le plan entier : ce qu'il coûte, avec qui, ce qu'il change dans la messagerie et pour les familles."""
