"""Ce qu'une équipe règle : la politique, ce qu'elle entraîne, ce qui la change, et comment plusieurs en font une."""
