selon-une-reponse = elle n'est peut-être pas posée à qui répond { $answers } à « { $question } », où personne n'y répond, ce que le hasard ne fait pas, et ces familles compteraient « sans réponse » ; { $remedy }
selon-le-niveau = elle n'est peut-être pas posée aux familles de { $answers }, dont aucune n'y répond, ce que le hasard ne fait pas, et elles compteraient « sans réponse » ; { $remedy }
selon-une-case = elle n'est peut-être pas posée à qui { $ticked ->
        [True] a coché
       *[other] n'a pas coché
    } { $answers } à « { $question } », où personne n'y répond, ce que le hasard ne fait pas, et ces familles compteraient « sans réponse » ; { $remedy }
