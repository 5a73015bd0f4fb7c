# Les mots du cadre de toute page pour les familles. Les mots en capitales (ACTION, CHOIX, NOMBRE, TEXTE, NOM, SERVEUR) sont remplacés :
# ils restent tels quels dans chaque langue. Une page a ses mots à elle : nom, tout-est-invente, accueil-titre ; et dit autrement qui elle veut.

## Toujours à la même place
retour = Назад
aide = Допомога
menu = Меню
annuler = Скасувати
annuler-rien = Немає чого скасовувати.
annule = Скасовано: ACTION
annule-choix = Скасовано. Ваш вибір: CHOIX
ecouter = Слухати
arreter = Зупинити
oui = Так
non = Ні
voir = Показати
cacher = Сховати
a-voir = Переглянути: NOMBRE
champ-plein = Щонайбільше NOMBRE знаків: решта не записується.
ton-information = До відома
ton-attention = Увага
ton-erreur = Треба виправити
ton-fait = Готово
non-relu = Цей переклад ще не перевірила людина, для якої ця мова рідна.
rien-garde = Цей пристрій нічого не зберігає: якщо піти зі сторінки, доведеться починати знову.
non-garde = Те, що ви робите зараз, не зберігається. Збережене раніше лишається: «Стерти» його прибирає.

## Choisir sa langue, commencer, aller où l'on montre
langue-titre = Виберіть свою мову
langue-changer = Змінити мову
commencer = Почати
continuer = Продовжити
accueil-aller = Перейти на початок
montrer-appuyer = Натисніть тут: ACTION
montrer-choisir = Виберіть: ACTION
montrer-ecrire = Напишіть тут: TEXTE

## Aide
aide-titre = Допомога
aide-touches = Три кнопки, завжди на тому самому місці
aide-bouton-retour = «Назад» повертає на попередній екран.
aide-bouton-menu = «Меню» показує всі розділи.
aide-bouton-annuler = «Скасувати» повертає все, як було до останньої дії.
aidant-titre = Для тих, хто допомагає

## Ce que la page a lu
reseau-titre = Що прочитала ця сторінка
reseau-appareil = Файлів, прочитаних на цьому пристрої: NOMBRE.
reseau-serveur = Файлів, прочитаних на сервері SERVEUR: NOMBRE.
reseau-ailleurs = Файлів, прочитаних деінде: NOMBRE.
reseau-rien-ne-part = Усе, що ви пишете, лишається на цьому пристрої.
reseau-langue = Сервер дізнається тільки мову, яку ви вибрали.
reseau-anormal = Сторінка зверталася до інших серверів. Покажіть цей екран людині, яка її встановила.
reseau-liste = Прочитані файли
reseau-fichier = Файл
reseau-origine = Звідки
reseau-taille = Розмір
reseau-ko = NOMBRE КБ

## Effacer
effacer-titre = Стерти все зроблене тут?
effacer-lien = Стерти
effacer-explication = Виконані завдання, ваше місце й ваші тексти буде стерто. Сторінки можуть лишитися на пристрої, але нічого вашого в них немає.
effacer-garder = Залишити
effacer-fait = Те, що зберігала ця сторінка, стерто.
effacer-telecharge = Файл лишається в завантаженнях цього пристрою: NOM. Ця сторінка не може його видалити. Видаліть його, перш ніж передати пристрій, або попросіть про це того, хто дав вам пристрій.

## Un appareil partagé, un réseau coupé
reprise-titre = Це ви починали?
reprise-explication = Хтось уже починав на цьому пристрої. «Я інша людина» одразу стирає те, що зберігає ця сторінка.
reprise-autre = Я інша людина
quitter-explication = Цей пристрій нічого не зберігає: зроблене тут не перейде в іншу мову й буде стерте.
quitter-non-garde = Щойно зроблене не перейде в іншу мову й буде втрачене. Збережене раніше лишається, і його вам запропонують.
quitter-rester = Залишитися тут
page-lente = Запитана сторінка завантажується: мережа повільна. Зачекайте трохи або продовжуйте тут.
page-loin = Цієї сторінки немає на цьому пристрої, а сервер не відповідає. Нічого не втрачено: продовжуйте тут або спробуйте пізніше.
page-refusee = Сервер відповідає, але не дає цієї сторінки. Нічого не втрачено. Спробуйте пізніше або повідомте людину, яка дала вам адресу.
page-seule = Сторінки NOM немає поруч із цією. Нічого не втрачено. Скопіюйте всю папку ще раз або попросіть її в людини, яка дала вам цю сторінку.
