archive-suite-ouvre-pas = une archive { $kind }, que la suite n'ouvre pas : la déplier, puis donner le dossier, ou en faire un ZIP
zipx = comprimé comme un ZIPX, que la suite ne lit pas : le déplier, puis donner le dossier, ou en faire un ZIP ordinaire
protege = protégé par un mot de passe : le refaire sans
