# Ce qui entoure l'ENT, avec les mots du cadre (liaison/phone/texts). Les mots en capitales (ACTION, NOMBRE, TOTAL, TEXTE) sont remplacés :
# ils restent tels quels dans chaque langue. Les valeurs de la fiche (noms, numéros, mots de passe, dates) ne se traduisent pas.
commun-menu-titre = ¿Qué quiere hacer?
commun-se-deconnecter = Cerrar sesión
commun-deconnexion-faite = Ha salido de su cuenta. Lo que escribió en ella se ha borrado.
commun-deconnexion-missions = Las misiones hechas siguen en «Ayuda»: «Borrar» las quita.

## Toujours à la même place
commun-nom = ENT de práctica
commun-college = Collège Les Tilleuls
commun-minutes = NOMBRE min
commun-tout-est-invente = Todo es inventado. Nada de lo que usted escribe sale de este dispositivo.

## Qui est connecté
commun-personne = Ninguna cuenta abierta
commun-compte-responsable1 = Nadia Benali
commun-compte-responsable2 = Karim Benali
commun-compte-eleve = Inès Benali
commun-role-responsable = Responsable
commun-role-eleve = Alumna

## Choisir sa langue, commencer
commun-accueil-titre = Practicar con el ENT
commun-accueil-explication = El ENT es el sitio de internet donde el collège (centro de secundaria, de 11 a 15 años) y las familias se escriben. Aquí todo es inventado: puede pulsar en cualquier sitio.
commun-choisir-mission = Elegir una misión
commun-choisir-mission-detail = Todos los servicios del ENT, uno por uno
commun-promener = Pasear por el ENT
commun-promener-detail = Sin misión, para mirar
commun-promenade-compte = ¿Quién es usted en este paseo?

## Parcours et missions
commun-parcours-titre = Elegir una misión
commun-parcours-prets = Recorridos ya preparados
commun-parcours-services = Misiones por servicio
commun-parcours-choisi = Su recorrido
commun-parcours-choisi-phrase = Estas misiones se han elegido para usted.
commun-faites = NOMBRE de TOTAL
commun-faite = Misión hecha
commun-niveau-1 = Fácil
commun-niveau-2 = Medio
commun-niveau-3 = Más largo
commun-mission = Su misión
commun-mission-plier = Ocultar la misión
commun-mission-deplier = Ver la misión
commun-mission-recommencer = Empezar otra vez la misión
commun-mission-vous-etes = Usted es
commun-question-aide = Lea la pantalla y responda. Un ENT real no hace esta pregunta: está aquí para practicar.
commun-question-relire = La pantalla dice otra cosa. Léala otra vez y elija otra respuesta.
commun-question-indice = Lea la pantalla. Abajo hay una pregunta: respóndala.
commun-indice = Una pista
commun-indice-autre = Otra pista
commun-indice-numero = Pista NOMBRE de TOTAL
commun-montrer = Muéstreme
commun-montrer-rien = Pulse «Menú» y lea las pistas.
commun-fini-titre = La misión está hecha
commun-retenir = Para recordar
commun-mission-suivante = Misión siguiente
commun-revoir-ecran = Ver otra vez la pantalla
commun-parcours-fini = Este recorrido ha terminado.

## Aide
commun-aide-reglages = Ajustes
commun-mots-francais = Mostrar también las palabras en francés
commun-aidant = Ayudo a otra persona
commun-aidant-conseil = La persona a la que usted ayuda tiene el teléfono y pulsa ella misma.
commun-aidant-regarder = Qué mirar
commun-aidant-ne-pas-faire = Qué no hacer

## Ma fiche
commun-fiche-titre = Mi ficha
commun-fiche-detail = Nombres, números y contraseñas para usar aquí
commun-fiche-explication = Estas personas son inventadas. Use sus datos, nunca los de usted.
commun-fiche-nom = Nombre
commun-fiche-identifiant = Usuario
commun-fiche-mobile = Teléfono móvil
commun-fiche-nouveau = Móvil nuevo
commun-fiche-adresse = Dirección
commun-fiche-courriel = Correo electrónico
commun-fiche-secret = Contraseña
commun-fiche-naissance = Fecha de nacimiento
commun-fiche-classe = Clase
commun-fiche-acceptee = Tarjeta que se acepta
commun-fiche-refusee = Tarjeta que se rechaza
commun-fiche-site = Dirección del ENT
commun-fiche-mere = La madre
commun-fiche-pere = El padre, separado
commun-fiche-fille = La hija
commun-fiche-fils = El hijo
commun-fiche-nadia = Nadia Benali
commun-fiche-nadia-identifiant = n.benali
commun-fiche-nadia-mobile = 06 39 98 00 12
commun-fiche-nadia-nouveau = 06 39 98 00 45
commun-fiche-nadia-adresse = 4 rue des Érables
commun-fiche-nadia-courriel = n.benali@courriel.example
commun-fiche-nadia-secret = Soleil-Velo-2026
commun-fiche-karim = Karim Benali
commun-fiche-karim-identifiant = k.benali
commun-fiche-karim-mobile = 06 39 98 00 27
commun-fiche-karim-nouveau = 06 39 98 00 46
commun-fiche-karim-adresse = 18 avenue du Stade
commun-fiche-karim-secret = Lune-Train-2026
commun-fiche-ines = Inès Benali
commun-fiche-ines-identifiant = i.benali
commun-fiche-ines-classe = 3e B, collège Les Tilleuls
commun-fiche-ines-naissance = 14/03/2012
commun-fiche-ines-secret = Nuage-Stylo-2026
commun-fiche-yanis = Yanis Benali
commun-fiche-yanis-classe = CM2, escuela Jules-Verne
commun-fiche-yanis-naissance = 02/10/2016
commun-fiche-ent = El collège y el dinero
commun-fiche-outils = También inventados
commun-fiche-ent-site = ent.tilleuls.example
commun-fiche-ent-acceptee = 0000 0000 0000 0012
commun-fiche-ent-refusee = 0000 0000 0000 0027

## Mémo
commun-memo-titre = Mi hoja de notas
commun-memo-detail = Lo que ha aprendido, para imprimir
commun-memo-vide = Las misiones que haga aparecerán aquí, con lo que hay que recordar.
commun-memo-appris = Lo que he aprendido
commun-memo-chez-moi = En mi ENT de verdad
commun-memo-adresse = Dirección de mi ENT
commun-memo-identifiant = Mi usuario
commun-memo-appeler = A quién llamar si no puedo seguir
commun-memo-quand = Qué días, a qué horas
commun-memo-pas-de-secret = No apunte su contraseña en esta hoja.
commun-memo-imprimer = Imprimir
commun-memo-deux-pages = En una hoja pequeña (A5), esta hoja de notas puede ocupar dos páginas.
commun-memo-image = Guardar la imagen
commun-memo-image-faite = La imagen de la hoja está guardada en este dispositivo.

## Ce que la page a lu
commun-reseau-detail = Para comprobar que no sale nada

## Composer un parcours
commun-composer-titre = Preparar un recorrido
commun-composer-detail = Para una mediadora, un mediador
commun-composer-explication = Marque las misiones en el orden deseado y copie la dirección.
commun-composer-aidant = Abrir con los consejos para la persona que ayuda
commun-composer-adresse = Dirección del recorrido
commun-composer-copier = Copiar la dirección
commun-composer-copiee = La dirección está copiada.
commun-composer-a-la-main = Copie la dirección a mano: está seleccionada.
commun-composer-vide = Marque al menos una misión.
