arrete-ici = Arrêté avant cette partie, comme demandé. Pressez de nouveau pour la faire.
