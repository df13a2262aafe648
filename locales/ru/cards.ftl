# The country card. Regimes stand after a marker: 🟢 виза не нужна.

regime-visa-free = виза не нужна
regime-visa-on-arrival = виза по прилёте
regime-evisa = электронная виза
regime-eta = электронное разрешение
regime-visa-required = нужна виза
regime-not-admitted = въезд закрыт

# $days (Number): longest stay in days.
stay-short = { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}
stay-short-year = 1 год
# $days (Number): longest stay in days.
stay-up-to = До <b>{ $days ->
    [one] { $days } дня
   *[other] { $days } дней
}</b>.
# $days (Number): longest stay in days; every entry begins a new count.
stay-per-entry = До <b>{ $days ->
    [one] { $days } дня
   *[other] { $days } дней
}</b> за одну поездку.
stay-year = До <b>1 года</b> за одну поездку.
# $days (Number) of any $window (Number) days, rolling.
stay-window = До <b>{ $days ->
    [one] { $days } дня
   *[other] { $days } дней
}</b> за любые { $window ->
    [one] { $window } день
    [few] { $window } дня
   *[other] { $window } дней
} — дни всех поездок складываются.
# $days (Number) of $window (Number) days that begin with the first entry.
stay-window-first = До <b>{ $days ->
    [one] { $days } дня
   *[other] { $days } дней
}</b> за { $window ->
    [one] { $window } день
    [few] { $window } дня
   *[other] { $window } дней
}, считая с первого въезда.
# $days (Number) an entry, $total (Number) of any $window (Number) days.
stay-entry-window = До <b>{ $days ->
    [one] { $days } дня
   *[other] { $days } дней
}</b> за одну поездку, всего до <b>{ $total ->
    [one] { $total } дня
   *[other] { $total } дней
}</b> за любые { $window ->
    [one] { $window } день
    [few] { $window } дня
   *[other] { $window } дней
}.
# $days (Number) of any $window (Number) days, on a Schengen visa.
stay-on-visa = По шенгенской визе — до <b>{ $days ->
    [one] { $days } дня
   *[other] { $days } дней
}</b> за любые { $window ->
    [one] { $window } день
    [few] { $window } дня
   *[other] { $window } дней
}, во всех странах Шенгена вместе.

# $place (String): what the person wrote. $country (String): the country's name.
card-called = 📍 { $place } — это { $country }.
# $months (Number): how long the passport must be valid.
card-passport = Паспорт должен действовать ещё не меньше <b>{ $months ->
    [one] { $months } месяца
   *[other] { $months } месяцев
}</b>.
# $months (Number): how long after leaving the passport must be valid.
card-passport-after = Паспорт должен действовать ещё <b>{ $months ->
    [one] { $months } месяц
    [few] { $months } месяца
   *[other] { $months } месяцев
}</b> после выезда.
card-purpose = Правило действует для обычного паспорта и коротких поездок. Работа и учёба — по визе.
# $agreement (String): the treaty the regime rests on.
card-agreement = Основание: { $agreement }.
card-transit = ↪️ Про пересадку: у страны транзита свои правила. Спросите о ней отдельно.
card-days-unknown = Сколько дней можно находиться, источники не уточняют: спросите в посольстве.
card-explains-visa-on-arrival = Визу ставят на границе после прилёта.
card-explains-evisa = Визу оформляют в интернете до поездки.
card-explains-eta = Разрешение оформляют в интернете до вылета. Это не виза, но без него не посадят в самолёт.
card-explains-visa-required = Визу получают до поездки — в посольстве или визовом центре.
card-explains-not-admitted = Сейчас туда не пускают.
# $notes (String): what the sources say.
card-disputed = ⚠️ { $notes } Перед поездкой уточните в посольстве.
# $date (String): a date in words.
card-old = ⚠️ Данные подтверждены больше года назад, { $date }. Перед поездкой проверьте в посольстве.
# $source (String): a link. $date, $confirmed (String): dates in digits.
card-source = <i>Источник: { $source }, { $date }</i>
card-source-confirmed = <i>Источник: { $source }, { $date } · подтверждено { $confirmed }</i>
# $flag, $name, $marker, $regime (String).
card-share-text = { $flag } { $name }: { $marker } { $regime } для граждан Казахстана

# $count (Number): how many states.
schengen-card = 🇪🇺 <b>Шенген</b> · 🔴 нужна виза
    Одна виза действует во всех { $count ->
        [one] { $count } стране
       *[other] { $count } странах
    } Шенгена: до <b>90 дней</b> за любые 180 дней.
    Подавать документы — в страну, где проведёте больше всего времени.
    Переговоры об упрощении идут, но правила пока прежние.
schengen-line = 🇪🇺 <b>Шенген</b> · 🔴 нужна виза · одна на все страны
places-one-schengen-visa = На все страны Шенгена хватит одной визы.

ask-back = Под это название подходят две страны. Какую вы имели в виду?
not-understood-nearest = Не уверен, что понял. Может быть, вы об этом?
not-understood = Не понял вопроса. Напишите страну или город — отвечу, нужна ли виза. Например: <i>Турция</i> или <i>сколько дней можно в Грузии</i>.
off-topic = С этим не помогу. Я отвечаю только о визах и въезде для граждан Казахстана. Напишите страну — скажу, нужна ли виза.
places-choose-practical = О какой стране рассказать подробнее?
# $name (String): a territory.
place-no-facts = <b>{ $name }</b>: отдельных данных по этой территории у меня нет. Уточните в посольстве страны, к которой она относится.
