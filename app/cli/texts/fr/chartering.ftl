etape = Charte en trois formats
ecrits = Écrits dans « { $out } » : { $names }.
