# Ce que dit une page pour les familles tant qu'elle n'a pas commencé.

sans-javascript = Esta página necesita JavaScript. Permítalo en su navegador y cargue la página otra vez.
lente = Esta página todavía está llegando: la red es lenta. Espere un poco.
coupee = Esta página no ha llegado entera: la red está cortada o el servidor no responde. No se ha perdido nada.
ancienne = Este navegador es demasiado antiguo para esta página. Actualícelo o pruebe en otro dispositivo.
reessayer = Reintentar
