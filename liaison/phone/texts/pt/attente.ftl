# Ce que dit une page pour les familles tant qu'elle n'a pas commencé.

sans-javascript = Esta página precisa de JavaScript. Autorize-o no seu navegador e abra a página outra vez.
lente = Esta página ainda está a chegar: a rede é lenta. Espere um pouco.
coupee = Esta página não chegou inteira: a rede foi cortada ou o servidor não responde. Nada se perdeu.
ancienne = Este navegador é demasiado antigo para esta página. Atualize-o ou experimente noutro aparelho.
reessayer = Tentar outra vez
