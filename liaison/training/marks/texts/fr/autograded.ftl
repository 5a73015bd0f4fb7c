rien-d-ecrit = Rien n'a été écrit.
