"""Ce que l'on demande aux familles, dans leurs langues, à l'écran et sur papier."""
