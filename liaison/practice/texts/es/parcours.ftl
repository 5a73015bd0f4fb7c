parcours-premiere_connexion = La primera vez
    .phrase = Abrir su cuenta, entrar, leer un mensaje y salir sin dejar nada.
parcours-atelier_90 = Taller de 90 minutos
    .phrase = Lo que se hace durante el año, con tiempo para hablar entre las misiones.
parcours-presse = Tengo prisa
    .phrase = Lo más útil, en menos de diez minutos.
parcours-sans_ent = Una escuela sin ENT
    .phrase = Basta un enlace: una cita y una reunión, sin cuenta.
