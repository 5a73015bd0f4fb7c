toute-la-suite = tout module
ne-s-ouvre-pas = « liaison/{ $subject }/offered.py » ne s'ouvre pas ({ $kind } : { $error }). Le corriger : en attendant, cet exercice reste fermé, et les autres modules ne changent pas.
deja-pris = { $module } appelle « { $name } » un genre de question que { $other } appelle déjà ainsi. Lui donner un autre nom (`kind`), dans son fichier et dans « exercice.yaml » : en attendant, cet exercice reste fermé, et les autres modules ne changent pas.
