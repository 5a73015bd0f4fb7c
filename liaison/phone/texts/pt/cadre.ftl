# Les mots du cadre de toute page pour les familles. Les mots en capitales (ACTION, CHOIX, NOMBRE, TEXTE, NOM, SERVEUR) sont remplacés :
# ils restent tels quels dans chaque langue. Une page a ses mots à elle : nom, tout-est-invente, accueil-titre ; et dit autrement qui elle veut.

## Toujours à la même place
retour = Voltar
aide = Ajuda
menu = Menu
annuler = Desfazer
annuler-rien = Não há nada para desfazer.
annule = Foi desfeito: ACTION
annule-choix = Foi desfeito. A sua escolha: CHOIX
ecouter = Ouvir
arreter = Parar
oui = Sim
non = Não
voir = Ver
cacher = Esconder
a-voir = Para ver: NOMBRE
champ-plein = NOMBRE caracteres no máximo: o resto não fica escrito.
ton-information = A saber
ton-attention = Atenção
ton-erreur = A corrigir
ton-fait = Está feito
non-relu = Esta tradução ainda não foi revista por uma pessoa que fale esta língua.
rien-garde = Este aparelho não guarda nada: se sair da página, é preciso recomeçar.
non-garde = O que faz agora não fica guardado. O que foi guardado antes continua: «Apagar» retira-o.

## Choisir sa langue, commencer, aller où l'on montre
langue-titre = Escolha a sua língua
langue-changer = Mudar de língua
commencer = Começar
continuer = Continuar
accueil-aller = Ir para o início
montrer-appuyer = Carregue aqui: ACTION
montrer-choisir = Escolha: ACTION
montrer-ecrire = Escreva aqui: TEXTE

## Aide
aide-titre = Ajuda
aide-touches = Três botões, sempre no mesmo lugar
aide-bouton-retour = «Voltar» leva ao ecrã anterior.
aide-bouton-menu = «Menu» mostra todos os serviços.
aide-bouton-annuler = «Desfazer» anula o que acabou de fazer.
aidant-titre = Para a pessoa que ajuda

## Ce que la page a lu
reseau-titre = O que esta página leu
reseau-appareil = Ficheiros lidos neste aparelho: NOMBRE.
reseau-serveur = Ficheiros lidos no servidor SERVEUR: NOMBRE.
reseau-ailleurs = Ficheiros lidos noutro lado: NOMBRE.
reseau-rien-ne-part = Nada do que escreve sai deste aparelho.
reseau-langue = O servidor fica a saber só a língua que escolhe.
reseau-anormal = Foram chamados outros servidores. Mostre este ecrã à pessoa que instalou a página.
reseau-liste = Ficheiros lidos
reseau-fichier = Ficheiro
reseau-origine = Origem
reseau-taille = Tamanho
reseau-ko = NOMBRE KB

## Effacer
effacer-titre = Apagar o que fiz?
effacer-lien = Apagar
effacer-explication = As missões feitas, o seu lugar e os seus textos vão ser apagados. As páginas podem ficar no aparelho, sem nada seu.
effacer-garder = Manter
effacer-fait = O que esta página guardava foi apagado.
effacer-telecharge = Um ficheiro fica nas transferências deste aparelho: NOM. Esta página não o pode eliminar. Elimine-o antes de passar o aparelho, ou peça a quem o empresta que o faça.

## Un appareil partagé, un réseau coupé
reprise-titre = Foi a mesma pessoa que começou?
reprise-explication = Alguém já começou neste aparelho. «Sou outra pessoa» apaga imediatamente o que esta página guarda.
reprise-autre = Sou outra pessoa
quitter-explication = Este aparelho não guarda nada: o que fez aqui não passa para outra língua e vai ser apagado.
quitter-non-garde = O que acabou de fazer não passa para outra língua e vai perder-se. O que foi guardado antes continua, e ser-lhe-á proposto.
quitter-rester = Ficar aqui
page-lente = A página pedida está a chegar: a rede é lenta. Espere um pouco ou continue aqui.
page-loin = Esta página não está neste aparelho e o servidor não responde. Nada se perdeu: continue aqui ou tente mais tarde.
page-refusee = O servidor responde, mas não dá esta página. Nada se perdeu. Tente mais tarde ou avise a pessoa que lhe deu o endereço.
page-seule = A página NOM não está junto desta. Nada se perdeu. Copie de novo a pasta inteira ou peça-a à pessoa que lhe deu esta página.
