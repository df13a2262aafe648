# The front page of the bot's web address.

front-title = Сапар — визы для граждан Казахстана
front-lead = Телеграм-бот. Отвечает, нужна ли виза в другую страну, на сколько дней можно поехать и какие нужны документы.
# $free (Number): destinations without a visa. $all (Number): all destinations.
front-count = В базе { $all ->
        [one] { $all } направление
        [few] { $all } направления
       *[other] { $all } направлений
    }, в { $free } из них виза не нужна.
# $stage (String): the stage's title. $date (String): since when.
front-talks = Переговоры с Евросоюзом об упрощении виз: { $stage } ({ $date }). Упрощение — это ещё не безвизовый режим.
front-sources = У каждого ответа есть источник и дата. Перед поездкой сверьтесь с посольством.
front-open = Открыть бота в Телеграме
front-playground = Попробовать здесь, без Телеграма
front-data = Данные для программ
front-destinations = направления
front-events = переговоры
