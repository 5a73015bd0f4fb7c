## L'affiche d'un parcours, et le titre de la page

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
