messagerie-nom = Листування
messagerie-titre = Ваші повідомлення
messagerie-recus = Отримані повідомлення
messagerie-soir-annonce = Зараз { $maintenant }. Повідомлення, написане зараз, буде надіслано завтра: { $jour }, { $heure }.

# Personnes et sujets
messagerie-delcourt = Пані Delcourt, класна керівниця
messagerie-delcourt-classe = Пані Delcourt, усьому класу
messagerie-delcourt-seule = Тільки пані Delcourt
messagerie-morin = Пан Morin, фінансова служба
messagerie-haddad = Пан Haddad, шкільне життя
messagerie-petit = Пані Petit, дирекція
messagerie-ferrand = Пані Ferrand, учителька SVT (природничі науки)
messagerie-mme-benali = Пані Benali
messagerie-vous = Ви
messagerie-vous-seule = Тільки пані Nadia Benali
messagerie-vous-seul = Тільки пан Karim Benali
messagerie-classe-entiere = Батьки учнів 3e B: { $nombre }
messagerie-sortie = Похід до театру
messagerie-carte-cantine = Фото картки для їдальні
messagerie-pique-nique = Пікнік і алергії
messagerie-rendez-vous = Зустріч
messagerie-materiel = Матеріали для SVT
messagerie-carnet-oublie = Забутий зошит

# Un fil
messagerie-de = Від кого
messagerie-a = Кому
messagerie-conversation = Розмова
messagerie-non-lu = Не прочитано
messagerie-reponse-attendue = Чекають відповіді
messagerie-repondre = Відповісти
messagerie-reponse-titre = Написати відповідь
messagerie-qui-lira = Хто прочитає
messagerie-votre-message = Ваше повідомлення
messagerie-texte-manque = Повідомлення порожнє. Напишіть кілька слів, а потім натисніть ще раз.
messagerie-envoyer = Надіслати
messagerie-relire = Перечитати перед надсиланням
messagerie-modifier = Змінити мою відповідь
messagerie-parti = Ваше повідомлення надіслано.
messagerie-envoye-a = Надіслано о { $heure }
messagerie-en-attente = Ваше повідомлення збережено. Його буде надіслано завтра: { $jour }, { $heure }.
messagerie-attend = Очікує: буде надіслано завтра, { $jour }, { $heure }
messagerie-rappeler = Відкликати моє повідомлення
messagerie-rappele = Ваше повідомлення відкликано. Ви можете його виправити й надіслати знову.

messagerie-sortie-message = Добрий день, пані. Клас іде до театру: { $jour }. Чи йде Inès з нами?
messagerie-sortie-aide = Наприклад: Добрий день, пані. Inès іде до театру. Nadia Benali

messagerie-cantine-message = Добрий день, пані. Картка Inès для їдальні більше не працює. Будь ласка, надішліть мені фото цієї картки.
messagerie-joindre = Додати фото
messagerie-galerie-titre = Фото у вашому телефоні
messagerie-galerie-explication = Надсилається тільки те фото, яке ви виберете. Інші лишаються у вашому телефоні.
messagerie-galerie-question = Яке фото ви хочете додати?
messagerie-photo-document = Фото листа з мерії
messagerie-photo-carte = Фото картки Inès для їдальні
messagerie-photo-famille = Фото вашої родини на пляжі
messagerie-photo-manque = Спочатку виберіть фото.
messagerie-photo-document-doute = На цьому листі видно вашу адресу. Пан Morin його не просив.
messagerie-photo-famille-doute = На цьому фото ваша родина. Колежу воно не потрібне.
messagerie-photo-autre = Пан Morin чекає на фото картки. Ви можете відкликати це повідомлення.
messagerie-voir-avant = Подивитися фото перед надсиланням
messagerie-changer-photo = Вибрати інше фото

messagerie-pique-nique-message = Добрий день. Кожен учень приносить їжу для пікніка: { $jour }. Напишіть мені, якщо у вашої дитини алергія.
messagerie-groupe-aide = Наприклад: Добрий день, пані. У Inès алергія на горіхи.
messagerie-groupe-question = Кому йде ваша відповідь?
messagerie-groupe-expediteur = Тільки пані Delcourt
messagerie-groupe-tous = Усім
messagerie-groupe-tous-aide = Пані Delcourt і батьки учнів класу: { $nombre }
messagerie-groupe-manque = Спочатку виберіть, хто прочитає вашу відповідь.
messagerie-groupe-doute = Алергія – це інформація про здоровʼя. Іншим родинам не треба її читати.
messagerie-groupe-lu-seule = Вашу відповідь може прочитати тільки пані Delcourt.
messagerie-groupe-lu-tous = Ваша відповідь адресована всім батькам ({ $nombre }). Ви можете її відкликати.
messagerie-groupe-rappele = Вашу відповідь відкликано. Хтось міг прочитати її раніше. Ви можете її виправити.
messagerie-groupe-karim-lit = Пані Benali відповіла всім. Тому ви читаєте її відповідь.
messagerie-groupe-karim-ne-lit-pas = Ви не бачите відповідей, надісланих тільки пані Delcourt.

# Écrire le premier
messagerie-ecrire = Написати повідомлення
messagerie-ecrire-autre-compte = Щоб написати нове повідомлення, тренуйтеся в акаунті пані Benali.
messagerie-deja-envoye = Ваше повідомлення вже надіслано. Відкрийте його, щоб перечитати або відкликати.
messagerie-qui-titre = Кому ви пишете?
messagerie-qui-explication = Подивіться, хто займається вашим питанням.
messagerie-qui-liste = Працівники колежу
messagerie-delcourt-role = Клас, навчання, вибір шляху після 3e
messagerie-haddad-role = Відсутність, запізнення, вихід із колежу (vie scolaire)
messagerie-morin-role = Їдальня, рахунки, стипендії (intendance)
messagerie-petit-role = Запис до колежу, серйозна ситуація
messagerie-ecrire-aide = Привітайтеся, поставте одне запитання, напишіть своє імʼя.
messagerie-changer-destinataire = Вибрати іншу людину
messagerie-envoyes = Переглянути мої надіслані повідомлення
messagerie-envoyes-titre = Надіслані повідомлення
messagerie-envoyes-aucun = Ви ще не надіслали жодного повідомлення.
messagerie-nouveau-message = Ваше нове повідомлення
messagerie-attente = Очікує
messagerie-depart = Надсилання
messagerie-parti-le = Надіслано: { $jour }, { $heure }
messagerie-pas-perdu = Це повідомлення не втрачено. Більше нічого робити не треба.
messagerie-rappele-destinataire = Ваше повідомлення відкликано. Ваш текст збережено. Виберіть, кому його надіслати.

# Le soir
messagerie-soiree = Що стається з вечірнім повідомленням?
messagerie-soiree-heures = У цьому колежі публікацію призупинено з { $debut } до { $fin }: жодне повідомлення не з'являється.
messagerie-soiree-attend = Ви можете писати в ці години. Ваше повідомлення чекає і з'являється о { $heure }.
messagerie-soiree-choix = Кожен колеж сам вибирає ці години.
messagerie-soiree-urgence = Якщо справа термінова, телефонуйте.

# Les deux autres comptes
messagerie-karim-message = Добрий день, пане. Пропоную вам зустріч, щоб поговорити про Inès. Вам зручніше вранці чи ввечері?
messagerie-karim-aide = Наприклад: Добрий день, пані. Мені зручніше вранці. Karim Benali
messagerie-ferrand-message = Добрий день, Inès. Принесіть лупу: { $jour }. Усе написано у щоденнику завдань (cahier de textes).
messagerie-haddad-message = Добрий день, Inès. Ваш зошит лишився в кімнаті для занять (permanence). Заберіть його в бюро шкільного життя.
messagerie-compte-eleve = Це повідомлення є в акаунті Inès. Її батьки не бачать його у своєму.

mission-lire_message = Прочитайте повідомлення, якого ви ще не читали.
    .indice-1 = Відкрийте «Листування».
    .indice-2 = Знайдіть слова «Не прочитано», а потім натисніть це повідомлення.
    .question = Якого дня клас іде до театру?
    .retenir = Непрочитане повідомлення має позначку. Вона зникає, коли ви його відкриваєте.
    .regarder = Подивіться, чи людина бачить у списку слова «Не прочитано».
    .ne-pas-faire = Не читайте повідомлення вголос раніше за людину.

mission-repondre_message = Скажіть пані Delcourt, чи йде Inès до театру.
    .indice-1 = Відкрийте «Листування», потім повідомлення «Похід до театру».
    .indice-2 = Натисніть «Відповісти» й напишіть кілька слів.
    .indice-3 = Натисніть «Надіслати».
    .retenir = Короткого повідомлення досить. Привітайтеся, дайте відповідь, напишіть своє імʼя.
    .regarder = Подивіться, чи людина знаходить свій текст у розмові.
    .ne-pas-faire = Не виправляйте помилок. Пані Delcourt зрозуміє.

mission-joindre_photo = Надішліть пану Morin фото, яке він просить.
    .indice-1 = Відкрийте «Листування», потім повідомлення від пана Morin.
    .indice-2 = Натисніть «Додати фото» й виберіть фото, яке просить пан Morin.
    .indice-3 = Натисніть «Подивитися фото перед надсиланням», потім «Надіслати».
    .retenir = Надсилайте тільки те фото, яке просять. Подивіться на нього перед надсиланням.
    .regarder = Подивіться, чи людина перевіряє фото й те, хто його побачить.
    .ne-pas-faire = Не вибирайте фото замість людини. Вона може відкликати своє повідомлення.

mission-bon_destinataire = У вас питання про рахунок за їдальню. Напишіть тому, хто цим займається.
    .indice-1 = Відкрийте «Листування», потім «Написати повідомлення».
    .indice-2 = Прочитайте під кожним іменем, чим займається ця людина.
    .indice-3 = Виберіть пана Morin, напишіть запитання, а потім натисніть «Надіслати».
    .retenir = У колежі кожен займається своїми питаннями. Список показує, хто що робить.
    .regarder = Подивіться, чи людина читає рядки під іменами.
    .ne-pas-faire = Не називайте імені. Помилку можна виправити в розділі «Надіслані повідомлення».

mission-repondre_groupe = Скажіть пані Delcourt, і тільки їй, що в Inès алергія на горіхи.
    .indice-1 = Відкрийте «Листування», потім «Пані Delcourt, усьому класу».
    .indice-2 = Натисніть «Відповісти», а потім напишіть свою відповідь.
    .indice-3 = Виберіть «Тільки пані Delcourt».
    .indice-4 = Натисніть «Перечитати перед надсиланням», перевірте, хто прочитає, потім «Надіслати».
    .retenir = Перед надсиланням дивіться, хто прочитає. Не в кожному ENT повідомлення можна відкликати.
    .regarder = Подивіться, чи людина читає рядок «Хто прочитає» перед надсиланням.
    .ne-pas-faire = Не заважайте відповісти всім. Дайте людині побачити відповідь і відкликати її.

mission-message_du_soir = Уже пізно, а Inès хвора. Повідомте службу vie scolaire і перевірте, коли повідомлення буде надіслано.
    .indice-1 = Відкрийте «Листування», потім «Написати повідомлення».
    .indice-2 = Виберіть пана Haddad, шкільне життя, і напишіть повідомлення.
    .indice-3 = Натисніть «Надіслати».
    .indice-4 = У розділі «Надіслані повідомлення» відкрийте своє повідомлення, щоб побачити час надсилання.
    .question = О котрій годині це повідомлення буде надіслано?
    .retenir = Ви можете писати ввечері. Повідомлення чекає до ранку: воно не втрачене. Якщо терміново, телефонуйте.
    .regarder = Подивіться, чи людина знаходить день і час надсилання.
    .ne-pas-faire = Не кажіть, що повідомлення вже надіслано. Дайте людині перевірити.
