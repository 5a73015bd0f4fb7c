# Ce qui entoure l'ENT, avec les mots du cadre (liaison/phone/texts). Les mots en capitales (ACTION, NOMBRE, TOTAL, TEXTE) sont remplacés :
# ils restent tels quels dans chaque langue. Les valeurs de la fiche (noms, numéros, mots de passe, dates) ne se traduisent pas.
commun-menu-titre = Що ви хочете зробити?
commun-se-deconnecter = Вийти з акаунта
commun-deconnexion-faite = Ви вийшли. Те, що ви там написали, стерто.
commun-deconnexion-missions = Виконані завдання ще в розділі «Допомога»: «Стерти» їх прибирає.

## Toujours à la même place
commun-nom = Вправи з ENT
commun-college = Collège Les Tilleuls
commun-minutes = NOMBRE хв
commun-tout-est-invente = Усе вигадане. Усе, що ви пишете, лишається на цьому пристрої.

## Qui est connecté
commun-personne = Ніхто не ввійшов
commun-compte-responsable1 = Nadia Benali
commun-compte-responsable2 = Karim Benali
commun-compte-eleve = Inès Benali
commun-role-responsable = Мати або батько
commun-role-eleve = Учениця

## Choisir sa langue, commencer
commun-accueil-titre = Тренування в ENT
commun-accueil-explication = ENT – це сайт, де колеж (collège, середня школа) і родини пишуть одне одному. Тут усе вигадане: можна натискати всюди.
commun-choisir-mission = Вибрати завдання
commun-choisir-mission-detail = Усі розділи ENT, один за одним
commun-promener = Прогулятися по ENT
commun-promener-detail = Без завдання, просто подивитися
commun-promenade-compte = Хто ви на цій прогулянці?

## Parcours et missions
commun-parcours-titre = Вибрати завдання
commun-parcours-prets = Готові маршрути
commun-parcours-services = Завдання за розділами
commun-parcours-choisi = Ваш маршрут
commun-parcours-choisi-phrase = Ці завдання вибрали для вас.
commun-faites = NOMBRE із TOTAL
commun-faite = Завдання виконано
commun-niveau-1 = Легке
commun-niveau-2 = Середнє
commun-niveau-3 = Довше
commun-mission = Ваше завдання
commun-mission-plier = Сховати завдання
commun-mission-deplier = Показати завдання
commun-mission-recommencer = Почати завдання спочатку
commun-mission-vous-etes = Ви –
commun-question-aide = Прочитайте екран, потім дайте відповідь. Справжній ENT такого не запитує: це питання для тренування.
commun-question-relire = На екрані написано інше. Прочитайте ще раз і виберіть іншу відповідь.
commun-question-indice = Прочитайте екран. Унизу є питання: дайте відповідь.
commun-indice = Підказка
commun-indice-autre = Ще одна підказка
commun-indice-numero = Підказка NOMBRE із TOTAL
commun-montrer = Покажіть мені
commun-montrer-rien = Натисніть «Меню», а потім прочитайте підказки.
commun-fini-titre = Завдання виконано
commun-retenir = Варто запамʼятати
commun-mission-suivante = Наступне завдання
commun-revoir-ecran = Переглянути екран ще раз
commun-parcours-fini = Цей маршрут закінчено.

## Aide
commun-aide-reglages = Налаштування
commun-mots-francais = Показувати також французькі слова
commun-aidant = Я допомагаю іншій людині
commun-aidant-conseil = Людина, якій ви допомагаєте, тримає телефон і натискає сама.
commun-aidant-regarder = На що дивитися
commun-aidant-ne-pas-faire = Чого не робити

## Ma fiche
commun-fiche-titre = Моя картка
commun-fiche-detail = Імена, номери й паролі, якими тут користуються
commun-fiche-explication = Ці люди вигадані. Користуйтеся їхніми даними, а не своїми.
commun-fiche-nom = Імʼя
commun-fiche-identifiant = Логін
commun-fiche-mobile = Мобільний телефон
commun-fiche-nouveau = Новий мобільний
commun-fiche-adresse = Адреса
commun-fiche-courriel = Електронна адреса
commun-fiche-secret = Пароль
commun-fiche-naissance = Дата народження
commun-fiche-classe = Клас
commun-fiche-acceptee = Картка, яку приймають
commun-fiche-refusee = Картка, яку відхиляють
commun-fiche-site = Адреса ENT
commun-fiche-mere = Мати
commun-fiche-pere = Батько, живе окремо
commun-fiche-fille = Дочка
commun-fiche-fils = Син
commun-fiche-nadia = Nadia Benali
commun-fiche-nadia-identifiant = n.benali
commun-fiche-nadia-mobile = 06 39 98 00 12
commun-fiche-nadia-nouveau = 06 39 98 00 45
commun-fiche-nadia-adresse = 4 rue des Érables
commun-fiche-nadia-courriel = n.benali@courriel.example
commun-fiche-nadia-secret = Soleil-Velo-2026
commun-fiche-karim = Karim Benali
commun-fiche-karim-identifiant = k.benali
commun-fiche-karim-mobile = 06 39 98 00 27
commun-fiche-karim-nouveau = 06 39 98 00 46
commun-fiche-karim-adresse = 18 avenue du Stade
commun-fiche-karim-secret = Lune-Train-2026
commun-fiche-ines = Inès Benali
commun-fiche-ines-identifiant = i.benali
commun-fiche-ines-classe = 3e B, collège Les Tilleuls
commun-fiche-ines-naissance = 14/03/2012
commun-fiche-ines-secret = Nuage-Stylo-2026
commun-fiche-yanis = Yanis Benali
commun-fiche-yanis-classe = CM2, школа Jules-Verne
commun-fiche-yanis-naissance = 02/10/2016
commun-fiche-ent = Колеж і гроші
commun-fiche-outils = Теж вигадане
commun-fiche-ent-site = ent.tilleuls.example
commun-fiche-ent-acceptee = 0000 0000 0000 0012
commun-fiche-ent-refusee = 0000 0000 0000 0027

## Mémo
commun-memo-titre = Моя памʼятка
commun-memo-detail = Чого ви навчилися, щоб надрукувати
commun-memo-vide = Тут зʼявляться виконані завдання і те, що варто запамʼятати.
commun-memo-appris = Мої нові знання
commun-memo-chez-moi = У моєму справжньому ENT
commun-memo-adresse = Адреса мого ENT
commun-memo-identifiant = Мій логін
commun-memo-appeler = Кому дзвонити, якщо щось не виходить
commun-memo-quand = У які дні, о котрій годині
commun-memo-pas-de-secret = Не пишіть пароль на цьому аркуші.
commun-memo-imprimer = Надрукувати
commun-memo-deux-pages = На малому аркуші (A5) ця памʼятка може зайняти дві сторінки.
commun-memo-image = Зберегти зображення
commun-memo-image-faite = Зображення памʼятки збережено на цьому пристрої.

## Ce que la page a lu
commun-reseau-detail = Щоб перевірити, що нічого не надсилається

## Composer un parcours
commun-composer-titre = Скласти маршрут
commun-composer-detail = Для людини, яка проводить заняття
commun-composer-explication = Позначте завдання в потрібному порядку, а потім скопіюйте адресу.
commun-composer-aidant = Відкривати з порадами для тих, хто допомагає
commun-composer-adresse = Адреса маршруту
commun-composer-copier = Скопіювати адресу
commun-composer-copiee = Адресу скопійовано.
commun-composer-a-la-main = Скопіюйте адресу самі: її виділено.
commun-composer-vide = Позначте хоча б одне завдання.
