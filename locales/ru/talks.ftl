# The EU talks: where they are, what happened, what they are about, how long others took.

# $position (Number): 1..13.
talks-title = 🇪🇺 <b>Переговоры с ЕС об упрощении виз</b> · стадия { $position } из 13
# $date (String): since when, in words.
talks-title-suspended = ⏸ <b>Переговоры с ЕС об упрощении виз приостановлены</b> · { $date }
talks-title-stalled = ⏸ <b>Переговоры с ЕС об упрощении виз застопорились</b> · { $date }
# $stage (String): its title. $date (String): since when, in words.
talks-now = Сейчас: <b>{ $stage }</b> · начало: { $date }.
# $stage (String): its title. $count (Number): rounds held. $date (String): the first one.
talks-now-rounds = Сейчас: <b>{ $stage }</b>. { $count ->
    [one] Прошёл <b>{ $count } раунд</b>
    [few] Прошло <b>{ $count } раунда</b>
   *[other] Прошло <b>{ $count } раундов</b>
}, первый — { $date }.
talks-nothing = О переговорах пока ничего не известно.
# $event (Html): its title as a link. $date (String): in words.
talks-last = Последнее событие, { $date }: { $event }.
# What was said since then and moved nothing.
talks-statement = 💬 С тех пор говорили, { $date }: { $event }.
# $since, $checked (String): dates in words.
talks-silence = Новых сообщений о переговорах нет с { $since }. Источники проверены { $checked }.
# $checked (String): a date in words.
talks-checked = Источники проверены { $checked }.

# $number (String): of the step, $stage (String), $date (String): in digits.
talks-step = { $number }. { $stage }
talks-step-dated = { $number }. { $stage } · { $date }

talks-agreements = 📄 <b>Два соглашения идут парой</b>, одно без другого ЕС не заключает:
talks-agreement-visas = визы
talks-agreement-readmission = реадмиссия
# $agreement (String), $stage (String).
talks-agreement = { $agreement } — { $stage }
# $agreement (String), $stage (String), $count (Number): rounds held.
talks-agreement-rounds = { $agreement } — { $stage }, { $count ->
    [one] { $count } раунд
    [few] { $count } раунда
   *[other] { $count } раундов
}

# $number (String): of the round, $stage (String): the step after the rounds.
talks-next-round = ➡️ Дальше: <b>раунд { $number }</b>, дата в источниках не названа. Следующая стадия: { $stage }.
# $stage (String).
talks-next = ➡️ Дальше: <b>{ $stage }</b>. Дата в источниках не названа.
# $days (Number).
talks-days-mandate = { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
} с мандата
talks-days-launch = { $days } — с открытия
talks-days-round = { $days } — с последнего раунда
# $list (String): of the above.
talks-days = ⏱ { $list }.

talks-not-visa-free = Упрощение — это не безвиз: виза останется, но оформлять её должно стать проще. Пока правила прежние.
talks-not-visa-free-now = Упрощение — это не безвиз: виза по-прежнему нужна, но оформляют её по условиям соглашения.

# $count (Number): of events.
timeline-title-all = 📜 <b>Хроника переговоров</b> · { $count ->
    [one] { $count } событие
    [few] { $count } события
   *[other] { $count } событий
}
timeline-legend-all = ● — событие сменило стадию
timeline-title-steps = ● <b>Шаги переговоров</b> · { $count ->
    [one] { $count } событие
    [few] { $count } события
   *[other] { $count } событий
}
timeline-legend-steps = Только то, что меняло стадию.
timeline-title-statements = 💬 <b>Заявления о переговорах</b> · { $count }
timeline-legend-statements = Сказанное чиновниками и дипломатами. Стадию это не меняло.
# $number (String), $date (String), $title (String), $source (Html).
timeline-event = <b>{ $number }.</b> { $date } · { $title } { $source }
timeline-event-moves = <b>{ $number }.</b> ● { $date } · <b>{ $title }</b> { $source }

# $title (String), $date (String): in words.
event-title = 🇪🇺 <b>{ $title }</b>
    { $date }
# $stage (String): a stage's title.
event-moved = ● Стадия с этого дня: <b>{ $stage }</b>
event-statement = 💬 Заявление, стадию оно не сменило. Тогда шла стадия: { $stage }
event-context = Это фон: на стадию переговоров событие не влияло.
event-suspended = ⏸ С этого дня переговоры приостановлены.
event-stalled = ⏸ С этого дня переговоры стоят на месте.
event-unsure = ⚠️ Источники расходятся в дате или подробностях.
# $sources (Html): links.
event-sources = <i>Источник: { $sources }</i>
event-gone = Этого события больше нет в хронике.

topics-title = 📋 <b>О чём договариваются</b>
topics-article = МИД назвал четыре темы (2 ноября 2025):
topics-others = Ещё в таких соглашениях бывает:
topics-hint = Нажмите на тему: что действует сейчас и что получили другие страны.
# $title (String).
topic-title = 📋 <b>{ $title }</b>
# $text (String).
topic-today = <b>Сейчас.</b> { $text }
topic-typical = <b>В соглашениях других стран.</b> { $text }
topic-open = Каким это будет для Казахстана, пока не решено.
# $sources (Html): links.
topic-sources = <i>Источники: { $sources }</i>

peers-title = ⏳ <b>Сколько это заняло у других</b>
# $from, $to (Number): months. $count (Number): countries.
peers-range = От открытия переговоров до вступления в силу: <b>от { $from } до { $to } месяцев</b>. Известны все даты { $count ->
    [one] { $count } страны
   *[other] { $count } стран
}.
peers-legend = Дней: мандат → открытие → парафирование → подписание → в силе
# $country (String): flag and name. $months (Number).
peers-country = { $country } · <b>{ $months } мес.</b>
# $country (String): flag and name. $date (String): in digits.
peers-country-part = { $country } · в силе с { $date }
# $first, $second (String): days. 
peers-kazakhstan = { $country }: <b>{ $first } → { $second }</b>, счёт идёт
# $countries (String): names.
peers-passed = С открытия прошло уже больше времени, чем ушло до парафирования у этих стран: { $countries }.
peers-caveat = Случаев мало, прогноза из них не сделать.

stages-title = 🪜 <b>13 стадий соглашения</b>
# $who (String): who acts.
stages-who = Кто: { $who }

button-timeline = 📜 Хроника
button-timeline-all = 📜 Всё
button-timeline-steps = ● Шаги
button-timeline-statements = 💬 Заявления
button-topics = 📋 О чём речь
button-peers = ⏳ Сколько у других
button-stages = 🪜 Все стадии
button-stages-picture = 🖼 Картинкой
talks-picture-title = ЕС и Казахстан: визы
talks-picture-so-far = Что это значит
# $date (String): the day of the picture.
talks-picture-foot = На { $date }
talks-picture-caption = 🪜 <b>Путь соглашения об упрощении виз</b>
talks-picture-failed = Картинка сейчас не рисуется. Попробуйте позже; всё то же есть в /eu.
button-talks-status = 🇪🇺 Где сейчас
button-event-open = 🔎 Подробнее
