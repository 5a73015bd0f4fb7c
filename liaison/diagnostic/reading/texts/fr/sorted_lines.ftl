ligne-decalee = la ligne a { $width ->
        [one] { $width } cellule
       *[other] { $width } cellules
    }, { $expected } sont attendues : ses réponses sont décalées
