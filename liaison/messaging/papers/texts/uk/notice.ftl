titre =
    { $lieu ->
        [ecole] Школа пише вам: що треба знати
        [college] Колеж пише вам: що треба знати
       *[other] Ліцей пише вам: що треба знати
    }

## Les moyens, les sujets
moyen-ent = листування в ENT
moyen-vie_scolaire = програма «Шкільне життя» (vie scolaire)
moyen-sms = SMS
moyen-telephone = телефонний дзвінок
moyen-carnet = зошит звʼязку
moyen-affichage = дошка оголошень
moyen-courriel = електронна пошта
moyen-visio = онлайн-збори
sujet-absence = відсутність
sujet-retard = запізнення
sujet-devoirs = домашні завдання
sujet-notes = оцінки
sujet-bulletin = табель (LSU)
sujet-mot = записка про вашу дитину
sujet-sanction = покарання
sujet-reunion = збори, зустріч
sujet-sortie = екскурсія
sujet-circulaire = загальна інформація
sujet-cantine = їдальня
sujet-bourse = стипендія
sujet-fiche_renseignements = анкета родини
sujet-orientation = вибір навчання (orientation)
sujet-urgence = термінова справа

## Où regarder
ou-regarder = Де дивитися
sujets = { $sujets }.
sujets-tout = Усе, що ми вам пишемо.
sujets-tout-sauf = Усе, крім: { $sujets }.

## Quand
quand = Коли
enfant-absent = Вашої дитини немає в школі
absence-immediat = { $moyens }: одразу.
absence-quotidien = { $moyens }: щодня о { $heure }.
absence-hebdomadaire = { $moyens }: { $jour }, о { $heure }.
absence-jamais = { $moyens }: нічого не дзвонить, дивіться самі.
absence-pas-pendant-suspended = Але не тоді, коли публікацію призупинено.
absence-pas-pendant-quiet = Але не в тихі години.
absence-aussi-pendant-suspended = Навіть коли публікацію призупинено.
absence-aussi-pendant-quiet = Навіть у тихі години.
absence-appel-immediat = Телефонний дзвінок: одразу.
absence-appel = Телефонний дзвінок.
absence-papier = { $moyens }: на папері.
les-notes = Оцінки
delai =
    { $jours ->
        [0] у день контрольної
        [1] наступного дня після контрольної
        [one] через { $jours } день після контрольної
        [few] через { $jours } дні після контрольної
       *[other] через { $jours } днів після контрольної
    }
note-eleve = Ваша дитина бачить оцінку щонайраніше { $delai }.
note-eleve-a-son-heure = Ваша дитина бачить оцінку щонайраніше { $delai }, о { $heure }.
note-eleve-jamais = Ваша дитина не бачить оцінки: публікацію призупинено на весь тиждень.
note-parent = Ви бачите її щонайраніше { $delai }.
note-parent-a-son-heure = Ви бачите її щонайраніше { $delai }, о { $heure }.
note-parent-jamais = Ви її не бачите: публікацію призупинено на весь тиждень.
retenu-suspended = Публікацію призупинено: на екрані не з'являється нічого нового
retenu-quiet = Тихі години: не дзвонить нічого, крім виклику
temps-semaine = Увесь тиждень, удень і вночі.
temps-jour = { $jour }, увесь день.
temps-jours = { $premier } – { $dernier }, увесь день.
temps-suite = { $premier } { $debut } – { $dernier } { $fin }.
temps-heures = { $jour }: { $debut } – { $fin }.
temps-chaque-jour = { $premier } – { $dernier }: { $debut } – { $fin }.
temps-vacances = Під час канікул.
temps-feries = У святкові дні.
heures-a-demander = Ці години часто змінюються протягом тижня: попросіть їх список.
effet-suspended = Те, що ми пишемо, з'являється потім.
effet-quiet = Те, що з'явилося, чекає на вас: його можна прочитати.
ne-parait-jamais = Те, що ми пишемо, ніколи не з'являється.
passe = Виняток: { $sujets }.
passe-tout = Виняток: усі теми.
passe-tout-sauf = Виняток: усі теми, крім: { $sujets }.
ne-sonne-jamais = Разом із призупиненою публікацією це весь тиждень: ніколи нічого не дзвонить.
ne-sonne-jamais-a-part = Разом із призупиненою публікацією це весь тиждень: крім цих винятків, ніколи нічого не дзвонить.

## Sans internet
sans-internet = Якщо ви не користуєтеся інтернетом
dites-le-nous = Скажіть нам про це особисто або на папері
autrement = Залежно від теми інформація надходить до вас інакше: { $moyens }.
rien-d-autre = Іншого поки не передбачено: запитайте нас, що робити.
rien-pour = Поки нічого не передбачено для таких тем: { $sujets }. Запитайте нас, що робити.
rien-pour-tout-sauf = Поки передбачено лише для таких тем: { $sujets }. Запитайте нас, що робити.

## Pour nous écrire
pour-nous-ecrire = Щоб написати нам
une-question = Запитання
contactez-nous = Звертайтеся до нас: { $moyens }.
demandez-nous = Запитайте нас особисто, як нам написати.
reponse =
    { $heures ->
        [one] Відповідь щонайбільше за { $heures } годину, разом із ночами й днями без уроків, якщо вчитель відповідає, щойно отримає запитання.
        [few] Відповідь щонайбільше за { $heures } години, разом із ночами й днями без уроків, якщо вчитель відповідає, щойно отримає запитання.
       *[other] Відповідь щонайбільше за { $heures } годин, разом із ночами й днями без уроків, якщо вчитель відповідає, щойно отримає запитання.
    }
reponse-en-jours =
    { $jours ->
        [few] Відповідь щонайбільше за { $jours } дні, разом із ночами й днями без уроків, якщо вчитель відповідає, щойно отримає запитання.
       *[other] Відповідь щонайбільше за { $jours } днів, разом із ночами й днями без уроків, якщо вчитель відповідає, щойно отримає запитання.
    }
deux-responsables = Обоє батьків
a-chacun = Ми пишемо кожному.
a-un-seul = Лише одному з батьків ми пишемо на такі теми: { $sujets }.
a-un-seul-tout = Ми пишемо лише одному з батьків.
a-un-seul-tout-sauf = Ми пишемо лише одному з батьків, крім таких тем: { $sujets }.
le-reste-a-chacun = На решту тем ми пишемо кожному.
votre-compte = Ваш акаунт
demandez-compte = Попросіть свій акаунт. Нікому не давайте свій пароль.
numero-change = Ваш номер або ваша адреса змінюється
prevenez =
    { $lieu ->
        [ecole] Одразу повідомте школу.
        [college] Одразу повідомте колеж.
       *[other] Одразу повідомте ліцей.
    }
une-autre-langue = Інша мова
messages-en = Повідомлення є такими мовами: { $langues }. Попросіть їх.
messages-en-tant =
    { $nombre ->
        [one] Повідомлення є ще { $nombre } мовою. Попросіть їх.
       *[other] Повідомлення є ще { $nombre } мовами. Попросіть їх.
    }
numero-a-appeler = Номер телефону, за яким дзвонити
personne-a-demander = Кого запитати
