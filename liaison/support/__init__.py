"""Ce que l'école fait de son diagnostic : des prêts, des ateliers, des partenaires, un plan."""
