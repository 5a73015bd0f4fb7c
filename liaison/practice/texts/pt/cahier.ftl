cahier-nom = Agenda de trabalhos e horário
cahier-titre = O que quer ver?
cahier-travail = Trabalhos a fazer
cahier-horaire = Horário
cahier-semaine = De { $debut }, a { $fin }
cahier-jour = { $jour }
cahier-heure = { $heure }
cahier-jour-heure = { $jour }, { $heure }

# Le travail
cahier-travail-titre = Trabalhos para { $jour }
cahier-svt = SVT (ciências da vida e da Terra)
cahier-svt-travail = Preparar o estudo de uma folha
cahier-maths = Matemática
cahier-maths-travail = Dois exercícios
cahier-document-joint = Um documento anexo
cahier-fait = Feito
cahier-pour = Para
cahier-donne-par = Dado por
cahier-a-faire = A fazer
cahier-etat = Anotado pela Inès
cahier-etat-a-faire = Ainda não feito
cahier-m-roussel = Sr. Roussel
cahier-svt-consigne = Ler o documento anexo e preparar o material.
cahier-maths-consigne = Fazer os exercícios 4 e 5, página 62.
cahier-maths-conseil = Pode perguntar à Inès o que ela tem de fazer. É ela que faz o trabalho.
cahier-ouvrir-document = Abrir o documento
cahier-noter-vu = Anotar que o vi
cahier-enlever-vu = Tirar «visto»
cahier-vu-note = Está anotado para si. A Inès faz ela própria o seu trabalho.
cahier-vu = Já viu este trabalho.
cahier-noter-fait = Anotar como feito
cahier-enlever-fait = Tirar «feito»
cahier-fait-note = Está anotado. Os seus pais também o veem.
cahier-document-titre = Documento anexo
cahier-document-image = Uma página dada pela Sra. Ferrand
cahier-document-sujet = Estudar uma folha de árvore
cahier-document-etape-lire = Ler a página 40 do livro.
cahier-document-etape-dessiner = Desenhar uma folha de árvore no caderno.
cahier-document-etape-apporter = Trazer uma folha de árvore e uma lupa.

# L'emploi du temps
cahier-semaine-choix = Escolha um dia
cahier-aujourd-hui = Hoje
cahier-demain = Amanhã
cahier-changement = Mudança
cahier-cours = As aulas da manhã
cahier-colonne-heure = Hora
cahier-colonne-cours = Aula
cahier-colonne-salle = Sala
cahier-francais = Francês
cahier-pas-de-cours = Sem aula
cahier-eps = EPS (desporto)
cahier-gymnase = Ginásio
cahier-salle-15 = Sala 15
cahier-salle-112 = Sala 112
cahier-salle-204 = Sala 204
cahier-absence-debut = A Sra. Delcourt está ausente. A primeira aula é às { $heure }.
cahier-absence-permanence = A Inès vem mais tarde se deu autorização. Se não, vai para a sala de estudo (permanence), com vigilância.
cahier-salle-svt = A aula de SVT muda de sala. É na sala 204.

# Le pense-bête
cahier-pense-bete = O meu lembrete
cahier-pense-bete-detail = Anotar o que muda amanhã
cahier-pense-bete-titre = O meu lembrete para amanhã
cahier-question-heure = Hora da primeira aula da Inès
cahier-question-salle = Sala da aula de SVT
cahier-garder-note = Guardar este lembrete
cahier-changer-note = Mudar o meu lembrete
cahier-voir-horaire = Ver o horário
cahier-note-manque = Escolha uma hora e uma sala. Estão no horário de amanhã.
cahier-note-heure = O horário dá outra hora. Veja a primeira aula de amanhã.
cahier-note-salle = O horário dá outra sala. Veja a linha SVT de amanhã.
cahier-note-gardee = O seu lembrete está guardado neste telemóvel.

mission-travail_de_demain = Encontre os trabalhos da Inès para amanhã.
    .indice-1 = Abra «Agenda de trabalhos e horário».
    .indice-2 = Carregue em «Trabalhos a fazer».
    .retenir = A agenda de trabalhos (cahier de textes) diz o que o aluno tem de fazer e para que dia.
    .regarder = Veja se a pessoa encontra o serviço à primeira.
    .ne-pas-faire = Não mostre a linha. Deixe a pessoa ler o menu.

mission-horaire_de_demain = Encontre as aulas da Inès para amanhã.
    .indice-1 = Carregue em «Horário».
    .indice-2 = Carregue no dia que diz «Amanhã».
    .retenir = A palavra «Mudança» indica um dia diferente. Abra esse dia para saber o que muda.
    .regarder = Veja se a pessoa distingue hoje e amanhã.
    .ne-pas-faire = Não leia a tabela no lugar da pessoa.

mission-document_joint = Abra o documento do trabalho de SVT e anote que o viu.
    .indice-1 = Abra «Agenda de trabalhos e horário» e depois «Trabalhos a fazer».
    .indice-2 = Abra o trabalho de SVT e carregue em «Abrir o documento».
    .indice-3 = Carregue em «Voltar» e depois em «Anotar que o vi».
    .retenir = Um documento anexo pode dizer o que é preciso trazer. «Visto» não quer dizer «feito».
    .regarder = Veja se a pessoa volta do documento com «Voltar».
    .ne-pas-faire = Não explique o documento. Pergunte o que a Inès tem de trazer.

mission-changements_de_demain = Amanhã mudam duas coisas. Anote a hora da primeira aula e a sala de SVT.
    .indice-1 = Abra «Agenda de trabalhos e horário» e depois «Horário».
    .indice-2 = Abra o dia que diz «Mudança» e leia as duas mudanças.
    .indice-3 = Volte atrás e abra «O meu lembrete».
    .indice-4 = Escolha a hora e a sala e carregue em «Guardar este lembrete».
    .retenir = Veja o horário na véspera. Um professor ausente ou uma sala diferente pode mudar o dia.
    .regarder = Veja se a pessoa vê as duas mudanças, e não só uma.
    .ne-pas-faire = Não diga a hora. O ecrã diz onde ver.
