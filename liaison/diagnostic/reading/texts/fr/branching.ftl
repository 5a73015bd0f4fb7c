selon-son-titre = son titre dit qu'elle n'est posée qu'à une partie des familles, et les autres compteraient « sans réponse » ; { $remedy }
selon-une-reponse = elle n'est peut-être pas posée à qui répond { $answers } à « { $question } », où personne n'y répond, ce que le hasard ne fait pas, et ces familles compteraient « sans réponse » ; { $remedy }
selon-le-niveau = elle n'est peut-être pas posée aux familles de { $answers }, dont aucune n'y répond, ce que le hasard ne fait pas, et elles compteraient « sans réponse » ; { $remedy }
selon-une-case-cochee = elle n'est peut-être pas posée à qui a coché { $answers } à « { $question } », où personne n'y répond, ce que le hasard ne fait pas, et ces familles compteraient « sans réponse » ; { $remedy }
selon-une-case-non-cochee = elle n'est peut-être pas posée à qui n'a pas coché { $answers } à « { $question } », où personne n'y répond, ce que le hasard ne fait pas, et ces familles compteraient « sans réponse » ; { $remedy }
