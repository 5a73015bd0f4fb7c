# Ce qui entoure l'ENT, avec les mots du cadre (liaison/phone/texts). Les mots en capitales (ACTION, NOMBRE, TOTAL, TEXTE) sont remplacés :
# ils restent tels quels dans chaque langue. Les valeurs de la fiche (noms, numéros, mots de passe, dates) ne se traduisent pas.
commun-menu-titre = O que quer fazer?
commun-se-deconnecter = Terminar sessão
commun-deconnexion-faite = Saiu da sua conta. O que escreveu nela foi apagado.
commun-deconnexion-missions = As missões feitas ainda estão em «Ajuda»: «Apagar» retira-as.

## Toujours à la même place
commun-nom = ENT de treino
commun-college = Collège Les Tilleuls
commun-minutes = NOMBRE min
commun-tout-est-invente = Tudo é inventado. Nada do que escreve sai deste aparelho.

## Qui est connecté
commun-personne = Nenhuma conta aberta
commun-compte-responsable1 = Nadia Benali
commun-compte-responsable2 = Karim Benali
commun-compte-eleve = Inès Benali
commun-role-responsable = Responsável
commun-role-eleve = Aluna

## Choisir sa langue, commencer
commun-accueil-titre = Treinar no ENT
commun-accueil-explication = O ENT é o site onde o collège (escola dos 11 aos 15 anos) e as famílias trocam mensagens. Aqui, tudo é inventado: pode carregar em qualquer sítio.
commun-choisir-mission = Escolher uma missão
commun-choisir-mission-detail = Todos os serviços do ENT, um a um
commun-promener = Passear pelo ENT
commun-promener-detail = Sem missão, para ver
commun-promenade-compte = Quem quer ser neste passeio?

## Parcours et missions
commun-parcours-titre = Escolher uma missão
commun-parcours-prets = Percursos já preparados
commun-parcours-services = Missões por serviço
commun-parcours-choisi = O seu percurso
commun-parcours-choisi-phrase = Estas missões foram escolhidas para si.
commun-faites = NOMBRE de TOTAL
commun-faite = Missão feita
commun-niveau-1 = Fácil
commun-niveau-2 = Médio
commun-niveau-3 = Mais longo
commun-mission = A sua missão
commun-mission-plier = Esconder a missão
commun-mission-deplier = Ver a missão
commun-mission-recommencer = Recomeçar a missão
commun-mission-vous-etes = O seu papel
commun-question-aide = Leia o ecrã e depois responda. Um ENT real não faz esta pergunta: está aqui para treinar.
commun-question-relire = O ecrã diz outra coisa. Leia-o outra vez e escolha outra resposta.
commun-question-indice = Leia o ecrã. Em baixo há uma pergunta: responda.
commun-indice = Uma pista
commun-indice-autre = Outra pista
commun-indice-numero = Pista NOMBRE de TOTAL
commun-montrer = Mostre-me
commun-montrer-rien = Carregue em «Menu» e leia as pistas.
commun-fini-titre = A missão está feita
commun-retenir = A lembrar
commun-mission-suivante = Missão seguinte
commun-revoir-ecran = Rever o ecrã
commun-parcours-fini = Este percurso está terminado.

## Aide
commun-aide-reglages = Definições
commun-mots-francais = Mostrar também as palavras francesas
commun-aidant = Ajudo outra pessoa
commun-aidant-conseil = A pessoa que recebe ajuda segura o telemóvel e carrega ela própria.
commun-aidant-regarder = O que ver
commun-aidant-ne-pas-faire = O que não fazer

## Ma fiche
commun-fiche-titre = A minha ficha
commun-fiche-detail = Nomes, números e palavras-passe para usar aqui
commun-fiche-explication = Estas pessoas são inventadas. Use as informações delas, nunca as suas.
commun-fiche-nom = Nome
commun-fiche-identifiant = Utilizador
commun-fiche-mobile = Telemóvel
commun-fiche-nouveau = Telemóvel novo
commun-fiche-adresse = Morada
commun-fiche-courriel = E-mail
commun-fiche-secret = Palavra-passe
commun-fiche-naissance = Data de nascimento
commun-fiche-classe = Turma
commun-fiche-acceptee = Cartão aceite
commun-fiche-refusee = Cartão recusado
commun-fiche-site = Endereço do ENT
commun-fiche-mere = A mãe
commun-fiche-pere = O pai, separado
commun-fiche-fille = A filha
commun-fiche-fils = O filho
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
commun-fiche-yanis-classe = CM2, escola Jules-Verne
commun-fiche-yanis-naissance = 02/10/2016
commun-fiche-ent = O collège e o dinheiro
commun-fiche-outils = Também inventados
commun-fiche-ent-site = ent.tilleuls.example
commun-fiche-ent-acceptee = 0000 0000 0000 0012
commun-fiche-ent-refusee = 0000 0000 0000 0027

## Mémo
commun-memo-titre = A minha folha de notas
commun-memo-detail = O que aprendeu, para imprimir
commun-memo-vide = As missões feitas vão aparecer aqui, com o que é preciso lembrar.
commun-memo-appris = O que aprendi
commun-memo-chez-moi = No meu ENT verdadeiro
commun-memo-adresse = Endereço do meu ENT
commun-memo-identifiant = O meu utilizador
commun-memo-appeler = Para quem ligar se não conseguir continuar
commun-memo-quand = Em que dias, a que horas
commun-memo-pas-de-secret = Não anote a sua palavra-passe nesta folha.
commun-memo-imprimer = Imprimir
commun-memo-deux-pages = Numa folha pequena (A5), esta folha de notas pode ocupar duas páginas.
commun-memo-image = Guardar a imagem
commun-memo-image-faite = A imagem da folha está guardada neste aparelho.

## Ce que la page a lu
commun-reseau-detail = Para verificar que nada sai

## Composer un parcours
commun-composer-titre = Preparar um percurso
commun-composer-detail = Para uma mediadora, um mediador
commun-composer-explication = Marque as missões na ordem que quiser e copie o endereço.
commun-composer-aidant = Abrir com os conselhos para a pessoa que ajuda
commun-composer-adresse = Endereço do percurso
commun-composer-copier = Copiar o endereço
commun-composer-copiee = O endereço está copiado.
commun-composer-a-la-main = Copie o endereço à mão: está selecionado.
commun-composer-vide = Marque pelo menos uma missão.
