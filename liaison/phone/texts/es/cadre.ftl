# Les mots du cadre de toute page pour les familles. Les mots en capitales (ACTION, CHOIX, NOMBRE, TEXTE, NOM, SERVEUR) sont remplacés :
# ils restent tels quels dans chaque langue. Une page a ses mots à elle : nom, tout-est-invente, accueil-titre ; et dit autrement qui elle veut.

## Toujours à la même place
retour = Volver
aide = Ayuda
menu = Menú
annuler = Deshacer
annuler-rien = No hay nada que deshacer.
annule = Se ha deshecho: ACTION
annule-choix = Se ha deshecho. Su elección: CHOIX
ecouter = Escuchar
arreter = Parar
oui = Sí
non = No
voir = Ver
cacher = Ocultar
a-voir = Por ver: NOMBRE
champ-plein = NOMBRE caracteres como máximo: el resto no se recoge.
ton-information = Para saber
ton-attention = Atención
ton-erreur = Por corregir
ton-fait = Ya está
non-relu = Esta traducción todavía no la ha revisado una persona que hable este idioma.
rien-garde = Este dispositivo no guarda nada: si sale de la página, hay que volver a empezar.
non-garde = Lo que hace ahora no se guarda. Lo que se guardó antes sigue ahí: «Borrar» lo quita.

## Choisir sa langue, commencer, aller où l'on montre
langue-titre = Elija su idioma
langue-changer = Cambiar de idioma
commencer = Empezar
continuer = Continuar
accueil-aller = Ir al principio
montrer-appuyer = Pulse aquí: ACTION
montrer-choisir = Elija: ACTION
montrer-ecrire = Escriba aquí: TEXTE

## Aide
aide-titre = Ayuda
aide-touches = Tres botones, siempre en el mismo sitio
aide-bouton-retour = «Volver» lleva a la pantalla anterior.
aide-bouton-menu = «Menú» muestra todos los servicios.
aide-bouton-annuler = «Deshacer» quita lo que usted acaba de hacer.
aidant-titre = Para la persona que ayuda

## Ce que la page a lu
reseau-titre = Lo que ha leído esta página
reseau-appareil = Archivos leídos en este dispositivo: NOMBRE.
reseau-serveur = Archivos leídos en el servidor SERVEUR: NOMBRE.
reseau-ailleurs = Archivos leídos en otro sitio: NOMBRE.
reseau-rien-ne-part = Nada de lo que usted escribe sale de este dispositivo.
reseau-langue = El servidor solo sabe qué idioma elige usted.
reseau-anormal = Se ha llamado a otros servidores. Muestre esta pantalla a la persona que ha instalado la página.
reseau-liste = Archivos leídos
reseau-fichier = Archivo
reseau-origine = Origen
reseau-taille = Tamaño
reseau-ko = NOMBRE KB

## Effacer
effacer-titre = ¿Borrar lo que he hecho?
effacer-lien = Borrar
effacer-explication = Las misiones hechas, su sitio y sus textos se borrarán. Las páginas pueden quedar en el dispositivo, sin nada suyo.
effacer-garder = Conservar
effacer-fait = Lo que esta página guardaba se ha borrado.
effacer-telecharge = Un archivo queda en las descargas de este dispositivo: NOM. Esta página no puede eliminarlo. Elimínelo antes de pasar el dispositivo, o pida a quien lo presta que lo haga.

## Un appareil partagé, un réseau coupé
reprise-titre = ¿Fue usted quien empezó?
reprise-explication = Alguien ya ha empezado en este dispositivo. «Soy otra persona» borra enseguida lo que esta página guarda.
reprise-autre = Soy otra persona
quitter-explication = Este dispositivo no guarda nada: lo que ha hecho aquí no pasa a otro idioma y se borrará.
quitter-non-garde = Lo que acaba de hacer no pasa a otro idioma y se perderá. Lo que se guardó antes sigue ahí y se le propondrá.
quitter-rester = Quedarse aquí
page-lente = La página pedida está llegando: la red es lenta. Espere un poco o continúe aquí.
page-loin = Esta página no está en este dispositivo y el servidor no responde. No se ha perdido nada: continúe aquí o inténtelo más tarde.
page-refusee = El servidor responde, pero no da esta página. No se ha perdido nada. Inténtelo más tarde o avise a la persona que le dio la dirección.
page-seule = La página NOM no está junto a esta. No se ha perdido nada. Copie de nuevo la carpeta entera o pídasela a la persona que le dio esta página.
