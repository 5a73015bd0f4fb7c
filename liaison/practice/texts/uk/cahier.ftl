cahier-nom = Щоденник завдань і розклад
cahier-titre = Що ви хочете переглянути?
cahier-travail = Домашня робота
cahier-horaire = Розклад уроків
cahier-semaine = { $debut } – { $fin }
cahier-jour = { $jour }
cahier-heure = { $heure }
cahier-jour-heure = { $jour }, { $heure }

# Le travail
cahier-travail-titre = Домашня робота: { $jour }
cahier-svt = SVT (природничі науки)
cahier-svt-travail = Підготуватися до вивчення листка
cahier-maths = Математика
cahier-maths-travail = Дві вправи
cahier-document-joint = Є документ
cahier-fait = Зроблено
cahier-pour = На коли
cahier-donne-par = Хто задав
cahier-a-faire = Що зробити
cahier-etat = Позначка Inès
cahier-etat-a-faire = Ще не зроблено
cahier-m-roussel = Пан Roussel
cahier-svt-consigne = Прочитати доданий документ і підготувати матеріали.
cahier-maths-consigne = Зробити вправи 4 і 5 на сторінці 62.
cahier-maths-conseil = Ви можете запитати Inès, що їй треба зробити. Роботу робить вона сама.
cahier-ouvrir-document = Відкрити документ
cahier-noter-vu = Позначити як переглянуте
cahier-enlever-vu = Зняти позначку «переглянуто»
cahier-vu-note = Для вас це позначено. Inès робить свою роботу сама.
cahier-vu = Ви переглянули цю роботу.
cahier-noter-fait = Позначити як зроблене
cahier-enlever-fait = Зняти позначку «зроблено»
cahier-fait-note = Позначено. Ваші батьки теж це бачать.
cahier-document-titre = Доданий документ
cahier-document-image = Сторінка, яку дала пані Ferrand
cahier-document-sujet = Вивчаємо листок дерева
cahier-document-etape-lire = Прочитайте сторінку 40 підручника.
cahier-document-etape-dessiner = Намалюйте листок дерева у зошиті.
cahier-document-etape-apporter = Принесіть листок дерева й лупу.

# L'emploi du temps
cahier-semaine-choix = Виберіть день
cahier-aujourd-hui = Сьогодні
cahier-demain = Завтра
cahier-changement = Зміна
cahier-cours = Ранкові уроки
cahier-colonne-heure = Час
cahier-colonne-cours = Урок
cahier-colonne-salle = Кабінет
cahier-francais = Французька мова
cahier-pas-de-cours = Уроку немає
cahier-eps = EPS (фізкультура)
cahier-gymnase = Спортзал
cahier-salle-15 = Кабінет 15
cahier-salle-112 = Кабінет 112
cahier-salle-204 = Кабінет 204
cahier-absence-debut = Пані Delcourt не буде. Перший урок починається о { $heure }.
cahier-absence-permanence = Inès прийде пізніше, якщо ви це дозволили. Якщо ні, вона йде в permanence – кімнату, де за учнями наглядають.
cahier-salle-svt = Урок SVT буде в іншому кабінеті: 204.

# Le pense-bête
cahier-pense-bete = Моя нотатка
cahier-pense-bete-detail = Записати, що зміниться завтра
cahier-pense-bete-titre = Моя нотатка на завтра
cahier-question-heure = Час першого уроку Inès
cahier-question-salle = Кабінет для уроку SVT
cahier-garder-note = Зберегти цю нотатку
cahier-changer-note = Змінити мою нотатку
cahier-voir-horaire = Переглянути розклад
cahier-note-manque = Виберіть час і кабінет. Їх можна знайти в розкладі на завтра.
cahier-note-heure = У розкладі інший час. Подивіться на перший завтрашній урок.
cahier-note-salle = У розкладі інший кабінет. Подивіться на завтрашній рядок SVT.
cahier-note-gardee = Вашу нотатку збережено в цьому телефоні.

mission-travail_de_demain = Знайдіть домашню роботу Inès на завтра.
    .indice-1 = Відкрийте «Щоденник завдань і розклад».
    .indice-2 = Натисніть «Домашня робота».
    .retenir = Щоденник завдань (cahier de textes) показує, що має зробити учень і на який день.
    .regarder = Подивіться, чи людина одразу знаходить цей розділ.
    .ne-pas-faire = Не показуйте рядок. Дайте людині самій прочитати меню.

mission-horaire_de_demain = Знайдіть уроки Inès на завтра.
    .indice-1 = Натисніть «Розклад уроків».
    .indice-2 = Натисніть день із позначкою «Завтра».
    .retenir = Слово «Зміна» означає, що день не такий, як завжди. Відкрийте його, щоб дізнатися більше.
    .regarder = Подивіться, чи людина розрізняє сьогодні й завтра.
    .ne-pas-faire = Не читайте таблицю замість людини.

mission-document_joint = Відкрийте документ до роботи із SVT, а потім позначте, що ви його бачили.
    .indice-1 = Відкрийте «Щоденник завдань і розклад», потім «Домашня робота».
    .indice-2 = Відкрийте роботу із SVT, а потім натисніть «Відкрити документ».
    .indice-3 = Натисніть «Назад», потім «Позначити як переглянуте».
    .retenir = У доданому документі може бути написано, що принести. «Переглянуто» не означає «зроблено».
    .regarder = Подивіться, чи людина повертається з документа кнопкою «Назад».
    .ne-pas-faire = Не пояснюйте документ. Запитайте, що Inès має принести.

mission-changements_de_demain = Завтра зміняться дві речі. Запишіть час першого уроку й кабінет SVT.
    .indice-1 = Відкрийте «Щоденник завдань і розклад», потім «Розклад уроків».
    .indice-2 = Відкрийте день із позначкою «Зміна» і прочитайте про дві зміни.
    .indice-3 = Поверніться назад і відкрийте «Моя нотатка».
    .indice-4 = Виберіть час і кабінет, а потім натисніть «Зберегти цю нотатку».
    .retenir = Дивіться розклад напередодні. Відсутній учитель чи інший кабінет може змінити день.
    .regarder = Подивіться, чи людина помітила дві зміни, а не одну.
    .ne-pas-faire = Не кажіть часу. Екран показує, де дивитися.
