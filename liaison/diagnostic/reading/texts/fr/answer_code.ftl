jeton-attendu = Un code veut un jeton de { $digits } chiffres hexadécimaux.
valeur-refusee = « { $name } » : « { $value } » n'est pas accepté.
code-pas-juste = Ce code n'est pas juste : une lettre ou un chiffre a été pris pour un autre, ou il répond à un autre questionnaire. Le relire avec la famille.
autre-longueur = Un code a { $length } lettres et chiffres ; celui-ci en a { $typed }.
