langue = Langue souhaitée
recoit = Reçoit
