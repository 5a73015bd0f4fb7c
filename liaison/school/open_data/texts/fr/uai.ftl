pas-code-uai-sept = « { $strip } » n'est pas un code UAI : sept chiffres et une lettre, comme 0350001A.
code-uai-contient-faute = Le code UAI « { $code } » contient une faute de frappe : la lettre qui va avec { $code_2 } est { $expected }. Vérifier les chiffres, ou essayer { $code_2 }{ $expected }.
