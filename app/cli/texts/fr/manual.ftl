debut =
    # La commande `liaison`

    <!-- Faite par « nox -s pages », de ce que dit « --help » : ne pas modifier à la main. -->

    La suite sans écran, pour qui préfère écrire une ligne, ou la refaire chaque semaine. La commande est dans
    l'environnement que la première commande du [README](../README.md) a fait. Pour l'appeler par son nom :

    ```sh
    { "" }. .nox/run/bin/activate
    ```

    Sous Windows, `.nox\run\Scripts\activate` ; avec conda, elle est déjà là.

    Chaque commande dit ceci par `--help`. Celles qui ont `--json` répondent aussi à une machine. Dans un exemple, un nom
    de fichier et un mot en capitales sont à remplacer par les vôtres ; git ne garde pas le dossier `sortie`.

    Une commande finit par 0 quand c'est fait, par 1 s'il reste à corriger, par 2 quand elle refuse, par 130 interrompue.
    Une séance, du premier code au dernier nom effacé : [animer_une_seance.md](animer_une_seance.md).
de-a = De { $first } à { $last }.
au-moins = { $first } au moins.
obligatoire = Obligatoire.
par-defaut = Par défaut : { $value }.
