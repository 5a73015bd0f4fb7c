# Ce que dit une page pour les familles tant qu'elle n'a pas commencé.

sans-javascript = Bu sayfa için JavaScript gerekir. Tarayıcınızda izin verin, sonra sayfayı yeniden yükleyin.
lente = Bu sayfa hâlâ geliyor: ağ yavaş. Biraz bekleyin.
coupee = Bu sayfanın tamamı gelmedi: ağ kesik ya da sunucu yanıt vermiyor. Hiçbir şey kaybolmadı.
ancienne = Bu tarayıcı bu sayfa için çok eski. Güncelleyin ya da başka bir cihazda deneyin.
reessayer = Yeniden dene
