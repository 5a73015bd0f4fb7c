"""Ce qui s'écrit, à qui, et quand : tout ce qu'aucun réglage ne change."""
