"""Prêter du matériel : à qui, dans quel ordre, quand il revient, et la convention."""
