titre =
    { $lieu ->
        [ecole] A escola escreve-lhe: o que é preciso saber
        [college] O collège escreve-lhe: o que é preciso saber
       *[other] O lycée escreve-lhe: o que é preciso saber
    }

## Les moyens, les sujets
moyen-ent = mensagens do ENT
moyen-vie_scolaire = programa de Vida escolar (vie scolaire)
moyen-sms = SMS
moyen-telephone = chamada telefónica
moyen-carnet = caderneta escolar
moyen-affichage = placard de avisos
moyen-courriel = e-mail
moyen-visio = reunião por vídeo
sujet-absence = falta
sujet-retard = atraso
sujet-devoirs = trabalhos
sujet-notes = notas
sujet-bulletin = registo escolar (LSU)
sujet-mot = recado sobre o seu filho
sujet-sanction = castigo
sujet-reunion = reunião, atendimento
sujet-sortie = visita
sujet-circulaire = informação geral
sujet-cantine = cantina
sujet-bourse = bolsa
sujet-fiche_renseignements = ficha de dados
sujet-orientation = orientação
sujet-urgence = urgência

## Où regarder
ou-regarder = Onde ver
sujets = { $sujets }.
sujets-tout = Tudo o que lhe escrevemos.
sujets-tout-sauf = Tudo, exceto: { $sujets }.

## Quand
quand = Quando
enfant-absent = O seu filho faltou
absence-immediat = { $moyens }: logo.
absence-quotidien = { $moyens }: todos os dias às { $heure }.
absence-hebdomadaire = { $moyens }: { $jour } às { $heure }.
absence-jamais = { $moyens }: nada toca, vá ver.
absence-pas-pendant-suspended = Exceto quando a publicação está suspensa.
absence-pas-pendant-quiet = Exceto durante as horas calmas.
absence-aussi-pendant-suspended = Mesmo quando a publicação está suspensa.
absence-aussi-pendant-quiet = Mesmo durante as horas calmas.
absence-appel-immediat = Chamada telefónica: logo.
absence-appel = Chamada telefónica.
absence-papier = { $moyens }: em papel.
les-notes = As notas
delai =
    { $jours ->
        [0] no próprio dia do teste
        [1] no dia a seguir ao teste
       *[other] { $jours } dias depois do teste
    }
note-eleve = O seu filho vê a nota, o mais cedo, { $delai }.
note-eleve-a-son-heure = O seu filho vê a nota, o mais cedo, { $delai }, às { $heure }.
note-eleve-jamais = O seu filho não vê a nota: a publicação está suspensa toda a semana.
note-parent = Os responsáveis veem-na, o mais cedo, { $delai }.
note-parent-a-son-heure = Os responsáveis veem-na, o mais cedo, { $delai }, às { $heure }.
note-parent-jamais = Os responsáveis não a veem: a publicação está suspensa toda a semana.
retenu-suspended = Publicação suspensa: nada de novo aparece no ecrã
retenu-quiet = Horas calmas: nada toca, exceto uma chamada
temps-semaine = Toda a semana, dia e noite.
temps-jour = { $jour }, todo o dia.
temps-jours = { $premier } a { $dernier }, todo o dia.
temps-suite = { $premier } { $debut } a { $dernier } { $fin }.
temps-heures = { $jour }: { $debut } – { $fin }.
temps-chaque-jour = { $premier } a { $dernier }: { $debut } – { $fin }.
temps-vacances = Durante as férias.
temps-feries = Nos feriados.
heures-a-demander = Estas horas mudam muitas vezes na semana: peça a lista.
effet-suspended = O que escrevemos aparece depois.
effet-quiet = O que apareceu espera por si: pode lê-lo.
ne-parait-jamais = O que escrevemos nunca aparece.
passe = Exceção: { $sujets }.
passe-tout = Exceção: todos os assuntos.
passe-tout-sauf = Exceção: todos os assuntos, menos: { $sujets }.
ne-sonne-jamais = Com a publicação suspensa, é toda a semana: nunca nada toca.
ne-sonne-jamais-a-part = Com a publicação suspensa, é toda a semana: fora estas exceções, nunca nada toca.

## Sans internet
sans-internet = Se não usa a internet
dites-le-nous = Diga-nos, de viva voz ou em papel
autrement = Conforme o assunto, a informação chega-lhe de outra forma: { $moyens }.
rien-d-autre = Ainda não está previsto mais nada: pergunte-nos como fazer.
rien-pour = Ainda não está previsto nada para: { $sujets }. Pergunte-nos como fazer.
rien-pour-tout-sauf = Ainda não está previsto nada, exceto para: { $sujets }. Pergunte-nos como fazer.

## Pour nous écrire
pour-nous-ecrire = Para nos escrever
une-question = Uma pergunta
contactez-nous = Contacte-nos: { $moyens }.
demandez-nous = Pergunte-nos, de viva voz, como nos escrever.
reponse =
    { $heures ->
        [one] Resposta em { $heures } hora, no máximo, incluindo noites e dias sem aulas, se o professor responder logo que tem a pergunta.
       *[other] Resposta em { $heures } horas, no máximo, incluindo noites e dias sem aulas, se o professor responder logo que tem a pergunta.
    }
reponse-en-jours = Resposta em { $jours } dias, no máximo, incluindo noites e dias sem aulas, se o professor responder logo que tem a pergunta.
deux-responsables = Dois responsáveis
a-chacun = Escrevemos a cada um.
a-un-seul = Escrevemos só a um dos dois para: { $sujets }.
a-un-seul-tout = Escrevemos só a um dos dois.
a-un-seul-tout-sauf = Escrevemos só a um dos dois, exceto para: { $sujets }.
le-reste-a-chacun = Para o resto, escrevemos a cada um.
votre-compte = A sua conta
demandez-compte = Peça a sua. Não dê a sua palavra-passe a ninguém.
numero-change = O seu número ou a sua morada muda
prevenez =
    { $lieu ->
        [ecole] Avise logo a escola.
        [college] Avise logo o collège.
       *[other] Avise logo o lycée.
    }
une-autre-langue = Outra língua
messages-en = As mensagens existem em: { $langues }. Peça-as.
messages-en-tant = As mensagens existem em mais { $nombre } línguas. Peça-as.
numero-a-appeler = Número de telefone para ligar
personne-a-demander = Pessoa a contactar
