titre-d-une-adresse = porte le titre d'une adresse ou d'un numéro
texte-libre = est du texte libre
contient = contient { $what }
colonnes-a-relire = colonnes mises de côté jusqu'à ce que leurs réponses soient relues, car elles peuvent nommer quelqu'un : { $columns }
colonnes-jamais-lues = colonnes jamais lues, qui désignent quelqu'un ou sont du texte libre : { $columns }
colonnes-de-l-outil = colonnes de l'outil, qui ne sont pas lues : { $columns }
colonnes-de-cases = colonnes qui répètent les cases d'une question, lues à côté : { $columns }
colonnes-non-lues = colonnes qui ne sont pas lues : { $columns }
