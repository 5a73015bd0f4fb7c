messagerie-nom = Mensajería
messagerie-titre = Sus mensajes
messagerie-recus = Mensajes recibidos
messagerie-soir-annonce = Son las { $maintenant }. Un mensaje escrito ahora sale mañana, { $jour }, a las { $heure }.

# Personnes et sujets
messagerie-delcourt = Sra. Delcourt, profesora principal
messagerie-delcourt-classe = Sra. Delcourt, a toda la clase
messagerie-delcourt-seule = Solo la Sra. Delcourt
messagerie-morin = Sr. Morin, administración
messagerie-haddad = Sr. Haddad, vida escolar
messagerie-petit = Sra. Petit, dirección
messagerie-ferrand = Sra. Ferrand, profesora de SVT (ciencias)
messagerie-mme-benali = Sra. Benali
messagerie-vous = Usted
messagerie-vous-seule = Solo la Sra. Nadia Benali
messagerie-vous-seul = Solo el Sr. Karim Benali
messagerie-classe-entiere = Los { $nombre } responsables de los alumnos de 3e B
messagerie-sortie = Salida al teatro
messagerie-carte-cantine = Foto de la tarjeta del comedor
messagerie-pique-nique = Comida fría y alergias
messagerie-rendez-vous = Cita
messagerie-materiel = Material de SVT
messagerie-carnet-oublie = Cuaderno olvidado

# Un fil
messagerie-de = De
messagerie-a = Para
messagerie-conversation = La conversación
messagerie-non-lu = No leído
messagerie-reponse-attendue = Esperan respuesta
messagerie-repondre = Responder
messagerie-reponse-titre = Escribir la respuesta
messagerie-qui-lira = Quién lo va a leer
messagerie-votre-message = Su mensaje
messagerie-texte-manque = El mensaje está vacío. Escriba unas palabras y pulse otra vez.
messagerie-envoyer = Enviar
messagerie-relire = Leer antes de enviar
messagerie-modifier = Cambiar mi respuesta
messagerie-parti = Su mensaje ha salido.
messagerie-envoye-a = Enviado a las { $heure }
messagerie-en-attente = Su mensaje está guardado. Saldrá mañana, { $jour }, a las { $heure }.
messagerie-attend = En espera: sale mañana, { $jour }, a las { $heure }
messagerie-rappeler = Retirar mi mensaje
messagerie-rappele = Su mensaje está retirado. Puede corregirlo y enviarlo otra vez.

messagerie-sortie-message = Buenos días, señora: la clase va al teatro el { $jour }. ¿Viene Inès con nosotros?
messagerie-sortie-aide = Por ejemplo: Buenos días, señora: Inès va al teatro. Nadia Benali

messagerie-cantine-message = Buenos días, señora: la tarjeta del comedor de Inès ya no funciona. Envíeme una foto de esa tarjeta, por favor.
messagerie-joindre = Adjuntar una foto
messagerie-galerie-titre = Las fotos de su teléfono
messagerie-galerie-explication = Solo sale la foto que usted elige. Las otras se quedan en su teléfono.
messagerie-galerie-question = ¿Qué foto quiere adjuntar?
messagerie-photo-document = Foto de una carta del ayuntamiento
messagerie-photo-carte = Foto de la tarjeta del comedor de Inès
messagerie-photo-famille = Foto de su familia en la playa
messagerie-photo-manque = Elija primero una foto.
messagerie-photo-document-doute = Esta carta muestra su dirección. El Sr. Morin no la ha pedido.
messagerie-photo-famille-doute = Esta foto muestra a su familia. El collège no la necesita.
messagerie-photo-autre = El Sr. Morin espera la foto de la tarjeta. Puede retirar este mensaje.
messagerie-voir-avant = Ver la foto antes de enviar
messagerie-changer-photo = Elegir otra foto

messagerie-pique-nique-message = Buenos días: el { $jour }, cada alumno trae una comida fría. Escríbame si su hija o su hijo tiene una alergia.
messagerie-groupe-aide = Por ejemplo: Buenos días, señora: Inès es alérgica a las nueces.
messagerie-groupe-question = ¿A quién va su respuesta?
messagerie-groupe-expediteur = Solo a la Sra. Delcourt
messagerie-groupe-tous = A todos
messagerie-groupe-tous-aide = La Sra. Delcourt y los { $nombre } responsables de la clase
messagerie-groupe-manque = Elija primero quién va a leer su respuesta.
messagerie-groupe-doute = Una alergia es una información de salud. Las otras familias no necesitan leerla.
messagerie-groupe-lu-seule = Solo la Sra. Delcourt puede leer su respuesta.
messagerie-groupe-lu-tous = Su respuesta va a los { $nombre } responsables. Puede retirarla.
messagerie-groupe-rappele = Su respuesta está retirada. Quizá alguien la haya leído antes. Puede corregirla.
messagerie-groupe-karim-lit = La Sra. Benali ha respondido a todos. Por eso usted lee su respuesta.
messagerie-groupe-karim-ne-lit-pas = Usted no ve las respuestas enviadas solo a la Sra. Delcourt.

# Écrire le premier
messagerie-ecrire = Escribir un mensaje
messagerie-ecrire-autre-compte = Para escribir un mensaje nuevo, practique con la cuenta de la Sra. Benali.
messagerie-deja-envoye = Su mensaje ya está enviado. Ábralo para leerlo otra vez o retirarlo.
messagerie-qui-titre = ¿A quién escribe usted?
messagerie-qui-explication = Mire quién se ocupa de su pregunta.
messagerie-qui-liste = Personas del collège
messagerie-delcourt-role = La clase, las tareas, la orientación
messagerie-haddad-role = Las ausencias, los retrasos, las salidas
messagerie-morin-role = El comedor, las facturas, las becas
messagerie-petit-role = La inscripción, una situación grave
messagerie-ecrire-aide = Salude, haga una sola pregunta, escriba su nombre.
messagerie-changer-destinataire = Elegir a otra persona
messagerie-envoyes = Ver mis mensajes enviados
messagerie-envoyes-titre = Mensajes enviados
messagerie-envoyes-aucun = No ha enviado ningún mensaje.
messagerie-nouveau-message = Su mensaje nuevo
messagerie-attente = En espera
messagerie-depart = Salida
messagerie-parti-le = Salió el { $jour }, a las { $heure }
messagerie-pas-perdu = Este mensaje no se ha perdido. No tiene que hacer nada más.
messagerie-rappele-destinataire = Su mensaje está retirado. Su texto está guardado. Elija a quién enviarlo.

# Le soir
messagerie-soiree = ¿Qué pasa con un mensaje de la noche?
messagerie-soiree-heures = En este collège, la publicación está suspendida de { $debut } a { $fin }: no aparece ningún mensaje.
messagerie-soiree-attend = Puede escribir durante esas horas. Su mensaje espera y aparece a las { $heure }.
messagerie-soiree-choix = Cada collège elige su horario.
messagerie-soiree-urgence = Para algo urgente, llame por teléfono.

# Les deux autres comptes
messagerie-karim-message = Buenos días, señor: le propongo una cita para hablar de Inès. ¿Prefiere por la mañana o por la tarde?
messagerie-karim-aide = Por ejemplo: Buenos días, señora: prefiero por la mañana. Karim Benali
messagerie-ferrand-message = Hola, Inès: trae una lupa el { $jour }. Está todo en la agenda de tareas.
messagerie-haddad-message = Hola, Inès: tu cuaderno se quedó en la sala de estudio. Pasa a recogerlo por la oficina de vida escolar.
messagerie-compte-eleve = Este mensaje está en la cuenta de Inès. Sus padres no lo ven en la suya.

mission-lire_message = Lea el mensaje que todavía no ha leído.
    .indice-1 = Abra «Mensajería».
    .indice-2 = Busque las palabras «No leído» y pulse ese mensaje.
    .question = ¿Qué día va la clase al teatro?
    .retenir = Un mensaje no leído lleva una señal. La señal desaparece cuando usted lo abre.
    .regarder = Mire si la persona ve las palabras «No leído» en la lista.
    .ne-pas-faire = No lea el mensaje en voz alta antes que ella.

mission-repondre_message = Diga a la Sra. Delcourt si Inès va al teatro.
    .indice-1 = Abra «Mensajería» y después el mensaje «Salida al teatro».
    .indice-2 = Pulse «Responder» y escriba unas palabras.
    .indice-3 = Pulse «Enviar».
    .retenir = Basta un mensaje corto. Salude, responda, escriba su nombre.
    .regarder = Mire si la persona encuentra su texto en la conversación.
    .ne-pas-faire = No corrija las faltas. La Sra. Delcourt lo entiende.

mission-joindre_photo = Envíe al Sr. Morin la foto que pide.
    .indice-1 = Abra «Mensajería» y después el mensaje del Sr. Morin.
    .indice-2 = Pulse «Adjuntar una foto» y elija la foto que pide el Sr. Morin.
    .indice-3 = Pulse «Ver la foto antes de enviar» y después «Enviar».
    .retenir = Envíe solo la foto que le piden. Mírela antes de enviarla.
    .regarder = Mire si la persona comprueba la foto y quién la va a leer.
    .ne-pas-faire = No elija la foto en su lugar. Ella puede retirar su mensaje.

mission-bon_destinataire = Tiene una pregunta sobre la factura del comedor. Escriba a la persona adecuada.
    .indice-1 = Abra «Mensajería» y después «Escribir un mensaje».
    .indice-2 = Lea debajo de cada nombre de qué se ocupa la persona.
    .indice-3 = Elija al Sr. Morin, escriba su pregunta y pulse «Enviar».
    .retenir = En el collège, para cada asunto hay una persona. La lista dice quién hace qué.
    .regarder = Mire si la persona lee las líneas que están debajo de los nombres.
    .ne-pas-faire = No diga el nombre. Un error se corrige en «Mensajes enviados».

mission-repondre_groupe = Diga a la Sra. Delcourt, y solo a ella, que Inès es alérgica a las nueces.
    .indice-1 = Abra «Mensajería» y después «Sra. Delcourt, a toda la clase».
    .indice-2 = Pulse «Responder» y escriba su respuesta.
    .indice-3 = Elija «Solo a la Sra. Delcourt».
    .indice-4 = Pulse «Leer antes de enviar», compruebe quién lo va a leer y pulse «Enviar».
    .retenir = Antes de enviar, mire quién lo va a leer. No todos los ENT permiten retirar un mensaje.
    .regarder = Mire si la persona lee la línea «Quién lo va a leer» antes de enviar.
    .ne-pas-faire = No impida una respuesta a todos. Deje que la persona la vea y la retire.

mission-message_du_soir = Es tarde e Inès está enferma. Avise a vida escolar y compruebe cuándo sale el mensaje.
    .indice-1 = Abra «Mensajería» y después «Escribir un mensaje».
    .indice-2 = Elija al Sr. Haddad, vida escolar, y escriba su mensaje.
    .indice-3 = Pulse «Enviar».
    .indice-4 = En «Mensajes enviados», abra su mensaje para ver su salida.
    .question = ¿A qué hora sale este mensaje?
    .retenir = Puede escribir por la noche. El mensaje espera hasta la mañana: no se pierde. Para algo urgente, llame por teléfono.
    .regarder = Mire si la persona encuentra el día y la hora de salida.
    .ne-pas-faire = No diga que el mensaje ha salido. Deje que la persona lo compruebe.
