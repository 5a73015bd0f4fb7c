parcours-premiere_connexion = First sign-in
    .phrase = Open your account, enter, read a message, and leave without a trace.
parcours-atelier_90 = 90-minute workshop
    .phrase = The main tasks of the year, with time to talk between missions.
parcours-presse = I am in a hurry
    .phrase = The most useful things, in less than ten minutes.
parcours-sans_ent = A school without ENT
    .phrase = A link is enough: an appointment and a meeting, without an account.
