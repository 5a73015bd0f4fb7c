cahier-nom = Agenda de tareas y horario
cahier-titre = ¿Qué quiere ver?
cahier-travail = Tareas para hacer
cahier-horaire = Horario
cahier-semaine = Del { $debut }, al { $fin }
cahier-jour = { $jour }
cahier-heure = { $heure }
cahier-jour-heure = { $jour }, { $heure }

# Le travail
cahier-travail-titre = Tareas para el { $jour }
cahier-svt = SVT (ciencias de la vida y de la Tierra)
cahier-svt-travail = Preparar el estudio de una hoja
cahier-maths = Matemáticas
cahier-maths-travail = Dos ejercicios
cahier-document-joint = Un documento adjunto
cahier-fait = Hecho
cahier-pour = Para
cahier-donne-par = Lo manda
cahier-a-faire = Por hacer
cahier-etat = Apuntado por Inès
cahier-etat-a-faire = Todavía sin hacer
cahier-m-roussel = Sr. Roussel
cahier-svt-consigne = Leer el documento adjunto y preparar el material.
cahier-maths-consigne = Hacer los ejercicios 4 y 5, página 62.
cahier-maths-conseil = Puede preguntar a Inès qué tiene que hacer. Es ella quien hace la tarea.
cahier-ouvrir-document = Abrir el documento
cahier-noter-vu = Apuntar que lo he visto
cahier-enlever-vu = Quitar «visto»
cahier-vu-note = Queda apuntado para usted. Inès hace ella misma su tarea.
cahier-vu = Usted ha visto esta tarea.
cahier-noter-fait = Apuntar como hecho
cahier-enlever-fait = Quitar «hecho»
cahier-fait-note = Queda apuntado. Sus padres también lo ven.
cahier-document-titre = Documento adjunto
cahier-document-image = Una página que da la Sra. Ferrand
cahier-document-sujet = Estudiar una hoja de árbol
cahier-document-etape-lire = Leer la página 40 del libro.
cahier-document-etape-dessiner = Dibujar una hoja de árbol en el cuaderno.
cahier-document-etape-apporter = Traer una hoja de árbol y una lupa.

# L'emploi du temps
cahier-semaine-choix = Elija un día
cahier-aujourd-hui = Hoy
cahier-demain = Mañana
cahier-changement = Cambio
cahier-cours = Las clases de la mañana
cahier-colonne-heure = Hora
cahier-colonne-cours = Clase
cahier-colonne-salle = Aula
cahier-francais = Francés
cahier-pas-de-cours = No hay clase
cahier-eps = EPS (deporte)
cahier-gymnase = Gimnasio
cahier-salle-15 = Aula 15
cahier-salle-112 = Aula 112
cahier-salle-204 = Aula 204
cahier-absence-debut = La Sra. Delcourt está ausente. La primera clase es a las { $heure }.
cahier-absence-permanence = Inès viene más tarde si usted lo ha autorizado. Si no, va a la sala de estudio (permanence), con vigilancia.
cahier-salle-svt = La clase de SVT cambia de aula. Es en el aula 204.

# Le pense-bête
cahier-pense-bete = Mi recordatorio
cahier-pense-bete-detail = Apuntar lo que cambia mañana
cahier-pense-bete-titre = Mi recordatorio para mañana
cahier-question-heure = Hora de la primera clase de Inès
cahier-question-salle = Aula de la clase de SVT
cahier-garder-note = Guardar este recordatorio
cahier-changer-note = Cambiar mi recordatorio
cahier-voir-horaire = Ver el horario
cahier-note-manque = Elija una hora y un aula. Están en el horario de mañana.
cahier-note-heure = El horario da otra hora. Mire la primera clase de mañana.
cahier-note-salle = El horario da otra aula. Mire la línea SVT de mañana.
cahier-note-gardee = Su recordatorio está guardado en este teléfono.

mission-travail_de_demain = Encuentre las tareas de Inès para mañana.
    .indice-1 = Abra «Agenda de tareas y horario».
    .indice-2 = Pulse «Tareas para hacer».
    .retenir = La agenda de tareas (cahier de textes) dice qué tiene que hacer el alumno y para qué día.
    .regarder = Mire si la persona encuentra el servicio a la primera.
    .ne-pas-faire = No señale la línea. Deje que la persona lea el menú.

mission-horaire_de_demain = Encuentre las clases de Inès para mañana.
    .indice-1 = Pulse «Horario».
    .indice-2 = Pulse el día que dice «Mañana».
    .retenir = La palabra «Cambio» señala un día diferente. Abra ese día para saber qué cambia.
    .regarder = Mire si la persona distingue hoy y mañana.
    .ne-pas-faire = No lea la tabla en su lugar.

mission-document_joint = Abra el documento de la tarea de SVT y apunte que lo ha visto.
    .indice-1 = Abra «Agenda de tareas y horario» y después «Tareas para hacer».
    .indice-2 = Abra la tarea de SVT y pulse «Abrir el documento».
    .indice-3 = Pulse «Volver» y después «Apuntar que lo he visto».
    .retenir = Un documento adjunto puede decir qué hay que traer. «Visto» no quiere decir «hecho».
    .regarder = Mire si la persona vuelve del documento con «Volver».
    .ne-pas-faire = No explique el documento. Pregunte qué tiene que traer Inès.

mission-changements_de_demain = Mañana cambian dos cosas. Apunte la hora de la primera clase y el aula de SVT.
    .indice-1 = Abra «Agenda de tareas y horario» y después «Horario».
    .indice-2 = Abra el día que dice «Cambio» y lea los dos cambios.
    .indice-3 = Vuelva atrás y abra «Mi recordatorio».
    .indice-4 = Elija la hora y el aula y pulse «Guardar este recordatorio».
    .retenir = Mire el horario el día antes. Un profesor ausente o un cambio de aula puede cambiar el día.
    .regarder = Mire si la persona ve los dos cambios, y no uno solo.
    .ne-pas-faire = No diga la hora. La pantalla dice dónde mirar.
