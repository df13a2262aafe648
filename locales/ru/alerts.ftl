# What subscribers get when something changes.

# $title (String): of the event.
alert-title = 🇪🇺 Переговоры с ЕС · <b>{ $title }</b>
# $stage (String): alert-round or a stage's title. $date (String): in words.
alert-before = Было: { $stage }, { $date }
alert-after = Стало: <b>{ $stage }</b>, { $date }
alert-now-suspended = Стало: <b>переговоры приостановлены</b>, { $date }
alert-now-stalled = Стало: <b>переговоры застопорились</b>, { $date }
alert-was-suspended = Было: переговоры приостановлены, { $date }
alert-was-stalled = Было: переговоры стояли на месте, { $date }
# $number (String): of the round.
alert-round = раунд { $number }
# $date (String): in words.
alert-date = { $date }
# $stage (String): a stage's title.
alert-same = Стадия прежняя: { $stage }.
alert-rules-same = Правила для поездок пока не меняются: шенгенская виза по-прежнему нужна.
alert-rules-new = Виза по-прежнему нужна, но оформлять её теперь можно на условиях соглашения.
# $source (Html): links.
alert-source = <i>Источник: { $source }</i>
alert-corrected = ✏️ <i>Сообщение уточнено редактором.</i>
# $title (String): of the event that was taken back.
alert-withdrawn = 🇪🇺 <b>Сообщение отозвано</b>
    Мы писали: <s>{ $title }</s>
    Эти сведения больше не действуют. Где переговоры сейчас — по кнопке ниже.

# $flag, $name (String): the country.
regime-alert-title = { $flag } <b>{ $name }</b> · правила въезда изменились
# $regime (Html): marker, regime, stay.
regime-alert-before = Было: { $regime }
regime-alert-after = Стало: <b>{ $regime }</b>
# $date (String): in words.
regime-alert-since = Дата: { $date }

button-alert-stop = 🔕 Не присылать больше
button-alert-again = 🔔 Присылать снова
button-alert-status = 🇪🇺 Где сейчас переговоры
