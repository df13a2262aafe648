# The page: map, search, list, cards, the talks. Opened in Telegram or in any browser.

page-title = Сапар — визы для граждан Казахстана
page-lead = Нужна ли виза в другую страну, на сколько дней можно поехать и откуда это известно.
# $free (Number): destinations without a visa. $all (Number): all destinations.
page-count = В базе { $all ->
        [one] { $all } направление
        [few] { $all } направления
       *[other] { $all } направлений
    }, в { $free } из них виза не нужна.
page-brand = Сапар
page-skip = Сразу к списку стран
# The name of the other language, in that language.
page-other-language = Қазақша
page-countries = Страны
page-talks = Переговоры с ЕС
page-search = Страна, город или вопрос
page-legend = Как въехать
page-region = Регион
page-days = Срок поездки
page-reset = Сбросить всё
# $shown, $all (String): how many destinations.
page-shown = Показано: { $shown } из { $all }
page-nothing = Ничего не нашлось. Проверьте название или сбросьте условия.
page-nearest = Может быть, вы об этом:
page-about-talks = О переговорах с ЕС — на отдельной вкладке.
page-map = Карта мира: как граждане Казахстана въезжают в другие страны. Те же страны есть в списке.
page-zoom-in = Приблизить
page-zoom-out = Отдалить
page-zoom-all = Показать весь мир
page-home = Казахстан
page-close = Закрыть
page-loading = Загружаю…
page-retry = Ещё раз
page-follow-talks = 🔔 Следить за переговорами
page-followed = Напишем вам в Телеграм, когда что-то изменится.
page-unfollowed = Больше не пишем об этом.
page-unreachable = Чтобы получать сообщения, откройте бота и нажмите «Начать».
page-open-bot = Открыть бота в Телеграме
page-ask-bot = Спросить бота
page-try-bot = Попробовать бота здесь
page-error-network = Нет связи. Попробуйте ещё раз.
page-error-stale = Страница открыта слишком давно. Закройте её и откройте из бота снова.
page-error-forged = Не получилось вас узнать. Откройте страницу из бота.
page-error-often = Слишком много запросов подряд. Подождите немного.
page-noscript = Без JavaScript нет карты и поиска. Список стран — ниже.
page-sources = У каждого ответа есть источник и дата. Перед поездкой сверьтесь с посольством.
page-data = Данные для программ:
page-data-destinations = направления
page-data-talks = переговоры
# $position (String): 1..13.
page-talks-position = Стадия { $position } из 13
page-stepper = Путь соглашения
page-step-done = пройдено
page-step-now = сейчас
page-step-paused = остановлено
page-step-ahead = впереди
page-timeline = Хроника
page-moved = Новая стадия
page-menu = 🗺 Карта
