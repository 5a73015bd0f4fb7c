nombre-entier = un nombre entier de { $low } à { $high }
