"""« Que changer en premier ? » : des buts, des essais, et ce qu'ils ont trouvé."""
