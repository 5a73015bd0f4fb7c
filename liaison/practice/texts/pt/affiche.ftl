## L'affiche d'un parcours, le titre de la page, et ce que dit la page quand elle ne peut pas s'ouvrir

affiche-titre = Treinar no ENT, sem risco
affiche-phrase = Um ENT fictício para experimentar tudo: nenhuma conta, nenhuma pessoa verdadeira.
affiche-etape-code = Abra a câmara fotográfica do seu telemóvel.
affiche-etape-viser = Aponte para o código e carregue no link.
affiche-etape-langue = Escolha a sua língua.
affiche-etape-essayer = Experimente. Tudo se pode recomeçar.
affiche-code = Código para fotografar. Leva ao endereço { $adresse }
affiche-adresse = Sem câmara fotográfica, escreva este endereço:
affiche-sous-le-code = Sem câmara fotográfica, escreva o endereço que está por baixo do código.
affiche-missions = O que vai experimentar
affiche-mission = { $mission } ({ $minutes } min)
affiche-duree = Conte { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
}. Pode parar e continuar depois.
affiche-appareil = Nada sai do seu telemóvel. O botão «Apagar» retira o que fez, exceto uma imagem guardada.
affiche-reprendre = Continuar onde estava
affiche-sans-javascript = Esta página precisa de JavaScript. Autorize-o no seu navegador e abra a página outra vez.
affiche-page-lente = Esta página ainda está a chegar: a rede é lenta. Espere um pouco.
affiche-page-coupee = Esta página não chegou inteira: a rede foi cortada ou o servidor não responde. Nada se perdeu.
affiche-page-ancienne = Este navegador é demasiado antigo para esta página. Atualize-o ou experimente noutro aparelho.
affiche-reessayer = Tentar outra vez
