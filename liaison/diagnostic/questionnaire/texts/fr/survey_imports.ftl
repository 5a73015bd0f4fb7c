trop-long-pour-limesurvey = « { $name } » est trop long pour LimeSurvey : { $most } lettres au plus.
meme-code-de-langue = Deux de ces langues ont le même code dans LimeSurvey : n'en garder qu'une.
element = Élément : { $kind ->
    [boxes] Cases à cocher
    [select] Boutons radio
    [grid] Grille
   *[hidden] Champ caché
}
cle-du-champ = Clé du champ : { $key }
description = Description : { $text }
questions = Questions :
options = Options :
valeur-par-defaut = Valeur par défaut : { $value }
