messagerie-nom = Mensagens
messagerie-titre = As suas mensagens
messagerie-recus = Mensagens recebidas
messagerie-soir-annonce = São { $maintenant }. Uma mensagem escrita agora sai amanhã, { $jour }, às { $heure }.

# Personnes et sujets
messagerie-delcourt = Sra. Delcourt, diretora de turma
messagerie-delcourt-classe = Sra. Delcourt, a toda a turma
messagerie-delcourt-seule = Só a Sra. Delcourt
messagerie-morin = Sr. Morin, contabilidade
messagerie-haddad = Sr. Haddad, vida escolar
messagerie-petit = Sra. Petit, direção
messagerie-ferrand = Sra. Ferrand, professora de SVT (ciências)
messagerie-mme-benali = Sra. Benali
messagerie-vous = Eu
messagerie-vous-seule = Só a Sra. Nadia Benali
messagerie-vous-seul = Só o Sr. Karim Benali
messagerie-classe-entiere = Os { $nombre } responsáveis dos alunos do 3e B
messagerie-sortie = Ida ao teatro
messagerie-carte-cantine = Foto do cartão da cantina
messagerie-pique-nique = Piquenique e alergias
messagerie-rendez-vous = Atendimento
messagerie-materiel = Material de SVT
messagerie-carnet-oublie = Caderneta esquecida

# Un fil
messagerie-de = De
messagerie-a = Para
messagerie-conversation = A conversa
messagerie-non-lu = Por ler
messagerie-reponse-attendue = Espera resposta
messagerie-repondre = Responder
messagerie-reponse-titre = Escrever a resposta
messagerie-qui-lira = Quem vai ler
messagerie-votre-message = A sua mensagem
messagerie-texte-manque = A mensagem está vazia. Escreva algumas palavras e carregue outra vez.
messagerie-envoyer = Enviar
messagerie-relire = Reler antes de enviar
messagerie-modifier = Mudar a minha resposta
messagerie-parti = A sua mensagem saiu.
messagerie-envoye-a = Enviada às { $heure }
messagerie-en-attente = A sua mensagem está guardada. Vai sair amanhã, { $jour }, às { $heure }.
messagerie-attend = Em espera: sai amanhã, { $jour }, às { $heure }
messagerie-rappeler = Retirar a minha mensagem
messagerie-rappele = A sua mensagem foi retirada. Pode corrigi-la e enviá-la outra vez.

messagerie-sortie-message = Bom dia, a turma vai ao teatro na { $jour }. A Inès vem connosco?
messagerie-sortie-aide = Por exemplo: Bom dia, senhora professora, a Inès vai ao teatro. Nadia Benali

messagerie-cantine-message = Bom dia, o cartão da cantina da Inès já não funciona. Envie-me uma foto desse cartão, por favor.
messagerie-joindre = Juntar uma foto
messagerie-galerie-titre = As fotos do seu telemóvel
messagerie-galerie-explication = Só sai a foto que escolher. As outras ficam no seu telemóvel.
messagerie-galerie-question = Que foto quer juntar?
messagerie-photo-document = Foto de uma carta da câmara municipal
messagerie-photo-carte = Foto do cartão da cantina da Inès
messagerie-photo-famille = Foto da sua família na praia
messagerie-photo-manque = Escolha primeiro uma foto.
messagerie-photo-document-doute = Esta carta mostra a sua morada. O Sr. Morin não a pediu.
messagerie-photo-famille-doute = Esta foto mostra a sua família. O collège não precisa dela.
messagerie-photo-autre = O Sr. Morin espera a foto do cartão. Pode retirar esta mensagem.
messagerie-voir-avant = Ver a foto antes de enviar
messagerie-changer-photo = Escolher outra foto

messagerie-pique-nique-message = Bom dia, na { $jour }, cada aluno traz um piquenique. Escreva-me se a sua filha ou o seu filho tiver uma alergia.
messagerie-groupe-aide = Por exemplo: Bom dia, senhora professora, a Inès é alérgica às nozes.
messagerie-groupe-question = Para quem vai a sua resposta?
messagerie-groupe-expediteur = Só para a Sra. Delcourt
messagerie-groupe-tous = Para todos
messagerie-groupe-tous-aide = A Sra. Delcourt e os { $nombre } responsáveis da turma
messagerie-groupe-manque = Escolha primeiro quem vai ler a sua resposta.
messagerie-groupe-doute = Uma alergia é uma informação de saúde. As outras famílias não precisam de a ler.
messagerie-groupe-lu-seule = Só a Sra. Delcourt pode ler a sua resposta.
messagerie-groupe-lu-tous = A sua resposta vai para os { $nombre } responsáveis. Pode retirá-la.
messagerie-groupe-rappele = A sua resposta foi retirada. Alguém pode tê-la lido antes. Pode corrigi-la.
messagerie-groupe-karim-lit = A Sra. Benali respondeu a todos. Por isso pode ler a resposta dela.
messagerie-groupe-karim-ne-lit-pas = Não vê as respostas enviadas só à Sra. Delcourt.

# Écrire le premier
messagerie-ecrire = Escrever uma mensagem
messagerie-ecrire-autre-compte = Para escrever uma mensagem nova, treine com a conta da Sra. Benali.
messagerie-deja-envoye = A sua mensagem já foi enviada. Abra-a para a reler ou retirar.
messagerie-qui-titre = A quem quer escrever?
messagerie-qui-explication = Veja quem trata da sua pergunta.
messagerie-qui-liste = Pessoas do collège
messagerie-delcourt-role = A turma, os trabalhos, a orientação
messagerie-haddad-role = As faltas, os atrasos, as saídas
messagerie-morin-role = A cantina, as faturas, as bolsas
messagerie-petit-role = A inscrição, uma situação grave
messagerie-ecrire-aide = Diga bom dia, faça uma só pergunta, escreva o seu nome.
messagerie-changer-destinataire = Escolher outra pessoa
messagerie-envoyes = Ver as minhas mensagens enviadas
messagerie-envoyes-titre = Mensagens enviadas
messagerie-envoyes-aucun = Ainda não enviou nenhuma mensagem.
messagerie-nouveau-message = A sua mensagem nova
messagerie-attente = Em espera
messagerie-depart = Saída
messagerie-parti-le = Saiu na { $jour }, às { $heure }
messagerie-pas-perdu = Esta mensagem não se perdeu. Não tem mais nada a fazer.
messagerie-rappele-destinataire = A sua mensagem foi retirada. O seu texto está guardado. Escolha a quem o enviar.

# Le soir
messagerie-soiree = O que acontece a uma mensagem da noite?
messagerie-soiree-heures = Neste collège, a publicação está suspensa das { $debut } às { $fin }: não aparece nenhuma mensagem.
messagerie-soiree-attend = Pode escrever durante essas horas. A sua mensagem espera e aparece às { $heure }.
messagerie-soiree-choix = Cada collège escolhe as suas horas.
messagerie-soiree-urgence = Para uma urgência, telefone.

# Les deux autres comptes
messagerie-karim-message = Bom dia, proponho-lhe um atendimento para falar da Inès. Prefere de manhã ou ao fim da tarde?
messagerie-karim-aide = Por exemplo: Bom dia, senhora professora, prefiro de manhã. Karim Benali
messagerie-ferrand-message = Olá, Inès, traz uma lupa na { $jour }. Está tudo na agenda de trabalhos.
messagerie-haddad-message = Olá, Inès, a tua caderneta ficou na sala de estudo. Vem buscá-la à vida escolar.
messagerie-compte-eleve = Esta mensagem está na conta da Inès. Os pais não a veem na conta deles.

mission-lire_message = Leia a mensagem que ainda não leu.
    .indice-1 = Abra «Mensagens».
    .indice-2 = Procure as palavras «Por ler» e carregue nessa mensagem.
    .question = Em que dia a turma vai ao teatro?
    .retenir = Uma mensagem por ler tem um sinal. O sinal desaparece quando a abre.
    .regarder = Veja se a pessoa vê as palavras «Por ler» na lista.
    .ne-pas-faire = Não leia a mensagem em voz alta antes da pessoa.

mission-repondre_message = Diga à Sra. Delcourt se a Inès vai ao teatro.
    .indice-1 = Abra «Mensagens» e depois a mensagem «Ida ao teatro».
    .indice-2 = Carregue em «Responder» e escreva algumas palavras.
    .indice-3 = Carregue em «Enviar».
    .retenir = Uma mensagem curta chega. Diga bom dia, responda, escreva o seu nome.
    .regarder = Veja se a pessoa encontra o seu texto na conversa.
    .ne-pas-faire = Não corrija os erros. A Sra. Delcourt compreende.

mission-joindre_photo = Envie ao Sr. Morin a foto que ele pede.
    .indice-1 = Abra «Mensagens» e depois a mensagem do Sr. Morin.
    .indice-2 = Carregue em «Juntar uma foto» e escolha a foto que o Sr. Morin pede.
    .indice-3 = Carregue em «Ver a foto antes de enviar» e depois em «Enviar».
    .retenir = Envie só a foto pedida. Veja-a antes de enviar.
    .regarder = Veja se a pessoa verifica a foto e quem a vai ler.
    .ne-pas-faire = Não escolha a foto no lugar da pessoa. Ela pode retirar a mensagem.

mission-bon_destinataire = Tem uma pergunta sobre a fatura da cantina. Escreva à pessoa certa.
    .indice-1 = Abra «Mensagens» e depois «Escrever uma mensagem».
    .indice-2 = Leia por baixo de cada nome de que assuntos a pessoa trata.
    .indice-3 = Escolha o Sr. Morin, escreva a sua pergunta e carregue em «Enviar».
    .retenir = No collège, há uma pessoa para cada assunto. A lista diz quem faz o quê.
    .regarder = Veja se a pessoa lê as linhas por baixo dos nomes.
    .ne-pas-faire = Não diga o nome. Um erro corrige-se em «Mensagens enviadas».

mission-repondre_groupe = Diga à Sra. Delcourt, e só a ela, que a Inès é alérgica às nozes.
    .indice-1 = Abra «Mensagens» e depois «Sra. Delcourt, a toda a turma».
    .indice-2 = Carregue em «Responder» e escreva a sua resposta.
    .indice-3 = Escolha «Só para a Sra. Delcourt».
    .indice-4 = Carregue em «Reler antes de enviar», verifique quem vai ler e carregue em «Enviar».
    .retenir = Antes de enviar, veja quem vai ler. Nem todos os ENT deixam retirar uma mensagem.
    .regarder = Veja se a pessoa lê a linha «Quem vai ler» antes de enviar.
    .ne-pas-faire = Não impeça uma resposta a todos. Deixe a pessoa vê-la e retirá-la.

mission-message_du_soir = É tarde e a Inès está doente. Avise a vida escolar e verifique quando sai a mensagem.
    .indice-1 = Abra «Mensagens» e depois «Escrever uma mensagem».
    .indice-2 = Escolha o Sr. Haddad, vida escolar, e escreva a sua mensagem.
    .indice-3 = Carregue em «Enviar».
    .indice-4 = Em «Mensagens enviadas», abra a sua mensagem para ver a saída.
    .question = A que horas sai esta mensagem?
    .retenir = Pode escrever à noite. A mensagem espera pela manhã: não se perde. Para uma urgência, telefone.
    .regarder = Veja se a pessoa encontra o dia e a hora da saída.
    .ne-pas-faire = Não diga que a mensagem saiu. Deixe a pessoa verificar.
