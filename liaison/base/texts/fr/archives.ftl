archive-suite-ouvre-pas = une archive { $kind }, que la suite n'ouvre pas : la déplier, puis donner le dossier, ou en faire un ZIP
