rien-d-ecrit = Rien n'a été écrit dans « { $folder } » : { $reason }. { $advice }, puis recommencez. Les fichiers qui s'y trouvaient n'ont pas changé.
