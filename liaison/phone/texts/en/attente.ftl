# Ce que dit une page pour les familles tant qu'elle n'a pas commencé.

sans-javascript = This page needs JavaScript. Allow it in your browser, then load the page again.
lente = This page is still coming: the network is slow. Please wait a little.
coupee = This page did not arrive whole: the network is down, or the server does not answer. Nothing is lost.
ancienne = This browser is too old for this page. Update it, or try on another device.
reessayer = Try again
