colonnes-devinees = { $n ->
    [one] La colonne { $columns } est comprise comme « { $question } », que son titre ne dit pas mot pour mot.
   *[other] Les colonnes { $columns } sont comprises comme « { $question } », que leurs titres ne disent pas mot pour mot.
}
parties-devinees = { $n ->
    [one] La colonne { $columns } est comprise comme { $parts }, dans « { $question } », que son titre ne dit pas mot pour mot.
   *[other] Les colonnes { $columns } sont comprises, dans cet ordre, comme { $parts }, dans « { $question } », que leurs titres ne disent pas mot pour mot.
}
mot-et-reponse = { $words } comme { $answers }
mots-devines = Dans { $columns }, { $pairs }.
