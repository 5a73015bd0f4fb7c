"""Ce que devient chaque message : par où il part, quand il arrive, quand il est vu."""
