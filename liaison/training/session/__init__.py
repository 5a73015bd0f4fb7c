"""Une séance : sa date, ses modules, ses codes, et le dossier préparé avant qu'elle commence."""
