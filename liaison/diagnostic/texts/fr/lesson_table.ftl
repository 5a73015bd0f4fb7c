lecture-des-messages = Lecture des messages de l'école
connexion-a-internet = Connexion à internet
