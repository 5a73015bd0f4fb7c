"""Le badge Open Badges 3.0 : fait, signé, vérifié sans réseau."""
