"""Les questions d'un exercice : celles que tout module peut poser, et ce qu'a toute question de réglage."""
