# Ce que dit une page pour les familles tant qu'elle n'a pas commencé.

sans-javascript = Cette page a besoin de JavaScript. Autorisez-le dans votre navigateur. Puis rechargez la page.
lente = Cette page arrive encore. Le réseau est lent. Attendez un peu.
coupee = Cette page n'est pas arrivée en entier. Le réseau est coupé, ou le serveur ne répond pas. Rien n'est perdu.
ancienne = Ce navigateur est trop ancien pour cette page. Essayez sur un autre appareil.
reessayer = Réessayer
