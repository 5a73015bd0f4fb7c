"""Le diagnostic des familles : ce qu'elles ont et savent faire, sans savoir qui elles sont."""
