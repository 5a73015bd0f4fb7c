adresse-trop-longue = L'adresse du code a { $length } signes, { $most } au plus se lisent de loin : poser le site à une adresse plus courte.
