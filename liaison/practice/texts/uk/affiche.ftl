## L'affiche d'un parcours, le titre de la page, et ce que dit la page quand elle ne peut pas s'ouvrir

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
affiche-sans-javascript = Для цієї сторінки потрібен JavaScript. Дозвольте його у своєму браузері, а потім перезавантажте сторінку.
affiche-page-lente = Ця сторінка ще завантажується: мережа повільна. Зачекайте трохи.
affiche-page-coupee = Ця сторінка завантажилася не повністю: мережі немає або сервер не відповідає. Нічого не втрачено.
affiche-page-ancienne = Цей браузер застарий для цієї сторінки. Оновіть його або спробуйте на іншому пристрої.
affiche-reessayer = Спробувати ще раз
