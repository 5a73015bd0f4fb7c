titre =
    { $lieu ->
        [ecole] La escuela le escribe: lo que hay que saber
        [college] El collège le escribe: lo que hay que saber
       *[other] El lycée le escribe: lo que hay que saber
    }

## Les moyens, les sujets
moyen-ent = mensajería del ENT
moyen-vie_scolaire = programa de Vida escolar (vie scolaire)
moyen-sms = SMS
moyen-telephone = llamada de teléfono
moyen-carnet = cuaderno de comunicación
moyen-affichage = tablón de anuncios
moyen-courriel = correo electrónico
moyen-visio = reunión por videollamada
sujet-absence = ausencia
sujet-retard = retraso
sujet-devoirs = deberes
sujet-notes = notas
sujet-bulletin = historial escolar (LSU)
sujet-mot = aviso sobre su hijo
sujet-sanction = castigo
sujet-reunion = reunión, cita
sujet-sortie = salida
sujet-circulaire = información general
sujet-cantine = comedor
sujet-bourse = beca
sujet-fiche_renseignements = ficha de datos
sujet-orientation = orientación
sujet-urgence = urgencia

## Où regarder
ou-regarder = Dónde mirar
sujets = { $sujets }.
sujets-tout = Todo lo que le escribimos.
sujets-tout-sauf = Todo, salvo: { $sujets }.

## Quand
quand = Cuándo
enfant-absent = Su hijo está ausente
absence-immediat = { $moyens }: enseguida.
absence-quotidien = { $moyens }: cada día a las { $heure }.
absence-hebdomadaire = { $moyens }: el { $jour } a las { $heure }.
absence-jamais = { $moyens }: no suena nada, vaya a mirar.
absence-pas-pendant-suspended = Salvo cuando la publicación está suspendida.
absence-pas-pendant-quiet = Salvo durante las horas tranquilas.
absence-aussi-pendant-suspended = También cuando la publicación está suspendida.
absence-aussi-pendant-quiet = También durante las horas tranquilas.
absence-appel-immediat = Llamada de teléfono: enseguida.
absence-appel = Llamada de teléfono.
absence-papier = { $moyens }: en papel.
les-notes = Las notas
delai =
    { $jours ->
        [0] el mismo día del examen
        [1] el día después del examen
       *[other] { $jours } días después del examen
    }
note-eleve = Su hijo ve la nota, como muy pronto, { $delai }.
note-eleve-a-son-heure = Su hijo ve la nota, como muy pronto, { $delai }, a las { $heure }.
note-eleve-jamais = Su hijo no ve la nota: la publicación está suspendida toda la semana.
note-parent = Usted la ve, como muy pronto, { $delai }.
note-parent-a-son-heure = Usted la ve, como muy pronto, { $delai }, a las { $heure }.
note-parent-jamais = Usted no la ve: la publicación está suspendida toda la semana.
retenu-suspended = Publicación suspendida: no aparece nada nuevo en la pantalla
retenu-quiet = Horas tranquilas: no suena nada, salvo una llamada
temps-semaine = Toda la semana, día y noche.
temps-jour = El { $jour }, todo el día.
temps-jours = De { $premier } a { $dernier }, todo el día.
temps-suite = De { $premier } { $debut } a { $dernier } { $fin }.
temps-heures = El { $jour }, de { $debut } a { $fin }.
temps-chaque-jour = De { $premier } a { $dernier }, de { $debut } a { $fin }.
temps-vacances = Durante las vacaciones.
temps-feries = Los días festivos.
heures-a-demander = Estas horas cambian a menudo durante la semana: pida la lista.
effet-suspended = Lo que escribimos aparece después.
effet-quiet = Lo que ha aparecido le espera: puede leerlo.
ne-parait-jamais = Lo que escribimos no aparece nunca.
passe = Excepción: { $sujets }.
passe-tout = Excepción: todos los temas.
passe-tout-sauf = Excepción: todos los temas, salvo: { $sujets }.
ne-sonne-jamais = Con la publicación suspendida, es toda la semana: no suena nunca nada.
ne-sonne-jamais-a-part = Con la publicación suspendida, es toda la semana: aparte de estas excepciones, no suena nunca nada.

## Sans internet
sans-internet = Si usted no usa internet
dites-le-nous = Díganoslo, en persona o en papel
autrement = Según el tema, la información le llega de otra manera: { $moyens }.
rien-d-autre = Todavía no hay nada más previsto: pregúntenos qué hacer.
rien-pour = Todavía no hay nada previsto para: { $sujets }. Pregúntenos qué hacer.
rien-pour-tout-sauf = Todavía no hay nada previsto, salvo para: { $sujets }. Pregúntenos qué hacer.

## Pour nous écrire
pour-nous-ecrire = Para escribirnos
une-question = Una pregunta
contactez-nous = Contacte con nosotros: { $moyens }.
demandez-nous = Pregúntenos, en persona, cómo escribirnos.
reponse =
    { $heures ->
        [one] Respuesta en { $heures } hora como máximo, incluidas las noches y los días sin clase, si el profesor responde en cuanto tiene la pregunta.
       *[other] Respuesta en { $heures } horas como máximo, incluidas las noches y los días sin clase, si el profesor responde en cuanto tiene la pregunta.
    }
reponse-en-jours = Respuesta en { $jours } días como máximo, incluidas las noches y los días sin clase, si el profesor responde en cuanto tiene la pregunta.
deux-responsables = Dos responsables
a-chacun = Escribimos a cada uno.
a-un-seul = Escribimos a uno solo de los dos para: { $sujets }.
a-un-seul-tout = Escribimos a uno solo de los dos.
a-un-seul-tout-sauf = Escribimos a uno solo de los dos, salvo para: { $sujets }.
le-reste-a-chacun = Para lo demás, escribimos a cada uno.
votre-compte = Su cuenta
demandez-compte = Pida la suya. No dé su contraseña a nadie.
numero-change = Su número o su dirección cambia
prevenez =
    { $lieu ->
        [ecole] Avise enseguida a la escuela.
        [college] Avise enseguida al collège.
       *[other] Avise enseguida al lycée.
    }
une-autre-langue = Otro idioma
messages-en = Los mensajes existen en: { $langues }. Pídalos.
messages-en-tant = Los mensajes existen en otros { $nombre } idiomas. Pídalos.
numero-a-appeler = Número de teléfono al que llamar
personne-a-demander = Persona por la que preguntar
