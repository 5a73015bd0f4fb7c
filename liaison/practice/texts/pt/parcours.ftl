parcours-premiere_connexion = A primeira vez
    .phrase = Abrir a sua conta, entrar, ler uma mensagem e sair sem deixar nada.
parcours-atelier_90 = Oficina de 90 minutos
    .phrase = O que se faz durante o ano, com tempo para falar entre as missões.
parcours-presse = Estou com pressa
    .phrase = O mais útil, em menos de dez minutos.
parcours-sans_ent = Uma escola sem ENT
    .phrase = Basta um link: um atendimento e uma reunião, sem conta.
