# Ce que dit une page pour les familles tant qu'elle n'a pas commencé.

sans-javascript = Cette page a besoin de JavaScript. Autorisez-le dans votre navigateur, puis rechargez la page.
lente = Cette page arrive encore : le réseau est lent. Attendez un peu.
coupee = Cette page n'est pas arrivée en entier : le réseau est coupé, ou le serveur ne répond pas. Rien n'est perdu.
ancienne = Ce navigateur est trop ancien pour cette page. Mettez-le à jour, ou essayez sur un autre appareil.
reessayer = Réessayer
