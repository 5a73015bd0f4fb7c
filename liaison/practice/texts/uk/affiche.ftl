## L'affiche d'un parcours, et le titre de la page

affiche-titre = Тренуємося в ENT без ризику
affiche-phrase = Вигаданий ENT, щоб усе спробувати: без акаунта, без справжніх людей.
affiche-etape-code = Відкрийте камеру вашого телефона.
affiche-etape-viser = Наведіть її на код, а потім натисніть посилання.
affiche-etape-langue = Виберіть свою мову.
affiche-etape-essayer = Пробуйте. Усе можна почати спочатку.
affiche-code = Код, який треба сфотографувати. Він веде на адресу { $adresse }
affiche-adresse = Якщо немає камери, напишіть цю адресу:
affiche-sous-le-code = Якщо немає камери, напишіть адресу, яка є під кодом.
affiche-missions = Що ви спробуєте
affiche-mission = { $mission } ({ $minutes } хв)
affiche-duree = Потрібно приблизно { $minutes } хв. Ви можете зупинитися й продовжити пізніше.
affiche-appareil = Ніщо не виходить за межі вашого телефона. Кнопка «Стерти» видаляє зроблене, крім збереженого зображення.
affiche-reprendre = Продовжити з того самого місця
