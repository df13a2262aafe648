# The editors' desk for destinations: page, editing, CSV, history, undo; and the alerts that come of it.

button-admin-destination = 🌍 Страны
menu-destination = Данные по странам
audit-action-destinations-undo = отменена правка по стране
audit-action-destinations-confirm = данные по стране подтверждены
# $topic (String): a topic's name.
audience-without = кроме подписчиков «{ $topic }»

# -- alerts: $regime (Html) is marker, regime and stay; $stay (Html), $condition (String) are sentences.

regime-alert-back = { $flag } <b>{ $name }</b> · правила въезда прежние
regime-alert-sorry = Сообщение об изменениях не подтвердилось. Простите за путаницу.
regime-back-before = Мы писали: { $regime }
regime-back-after = На самом деле: <b>{ $regime }</b>
regime-back-same = Порядок: { $regime }
regime-back-conditions = Условия: { $condition }
regime-back-no-conditions = особых нет
regime-back-no-passport = Особых требований к сроку паспорта нет.
regime-alert-stay = Срок: { $stay }
regime-alert-same = Порядок прежний: { $regime }
regime-alert-nothing = не указано
regime-alert-stay-before = Срок был: { $stay }
regime-alert-stay-after = Срок стал: { $stay }
regime-alert-condition-new = Новое условие: <b>{ $condition }</b>
regime-alert-condition-gone = Это условие больше не действует: { $condition }
regime-alert-condition-before = Условия были: { $condition }
regime-alert-condition-after = Условия стали: <b>{ $condition }</b>
# $months (Number): how long the passport must be valid.
regime-alert-passport-new = Паспорт теперь должен действовать ещё не меньше <b>{ $months ->
    [one] { $months } месяца
   *[other] { $months } месяцев
}</b>.
regime-alert-passport-gone = Раньше паспорт должен был действовать ещё { $months ->
    [one] { $months } месяц
    [few] { $months } месяца
   *[other] { $months } месяцев
}. Теперь такого требования нет.
# $before, $months (Number): months before and now.
regime-alert-passport = Паспорт должен действовать ещё не меньше <b>{ $months ->
    [one] { $months } месяца
   *[other] { $months } месяцев
}</b>. Раньше было достаточно { $before }.
# $count (Number): countries.
regime-summary-title = 🌍 <b>Правила въезда изменились: { $count ->
    [one] { $count } страна
    [few] { $count } страны
   *[other] { $count } стран
}</b>
regime-summary-back = 🌍 <b>Правила въезда прежние: { $count ->
    [one] { $count } страна
    [few] { $count } страны
   *[other] { $count } стран
}</b>
regime-summary-line = { $before } → <b>{ $after }</b>
regime-summary-stay = { $regime } · <b>дни считаются иначе</b>
regime-summary-conditions = { $regime } · <b>новые условия</b>
regime-summary-passport = { $regime } · <b>новый срок действия паспорта</b>
regime-summary-more = И ещё { $count ->
    [one] { $count } страна
    [few] { $count } страны
   *[other] { $count } стран
}: они в списке.
button-change-country-off = 🔕 Не следить за страной
button-change-country-on = 🔔 Следить за страной
button-change-list-off = 🔕 Не следить за списком
button-change-list-on = 🔔 Следить за списком

# -- the first page

destinations-home = 🌍 <b>Данные по странам</b>
    Напишите страну — открою её данные. Или пришлите файл CSV.
# $count, $total (Number): rows.
destinations-home-concerned = Требуют внимания: <b>{ $count }</b> из { $total }
destinations-home-oldest = <b>Давно не подтверждались</b>
destinations-home-conflicting = <b>Источники расходятся</b>
destinations-home-recent = <b>Последние правки</b>
# $flag, $name (String): the country. $date (String).
destinations-line-old = { $flag } { $name } — { $date }
destinations-line = { $flag } { $name }
destinations-concerned-title = 🕰 <b>Требуют внимания: { $count }</b>
destinations-concerned-none = ✅ Всё подтверждено за последний год, расхождений нет.
# $why (String): destinations-concern-*, joined. $date (String): last confirmed.
destinations-concerned-line = { $flag } <b>{ $name }</b> — { $why } · подтверждено { $date }
destinations-concern-old = давно не подтверждалось
destinations-concern-conflicting = источники расходятся
destinations-concern-unsourced = нет источника
destinations-which = Таких несколько. Какая страна нужна?
destinations-unknown = Не нашёл такой страны. Напишите её название или код, например: <b>Турция</b> или <b>TR</b>.
destinations-nearest = Не нашёл такой страны. Может быть, одна из этих?

# -- the page of a destination

destinations-page-title = { $flag } <b>{ $name }</b> · { $code }
# $label (String): destinations-field-*. $value (String).
destinations-page-line = { $label }: <b>{ $value }</b>
destinations-page-confirmed = Подтверждено: <b>{ $date }</b>
destinations-page-edited = ✏️ Изменено редакцией
destinations-page-concern = ⚠️ { $why }
destinations-none = —
# $count (Number): months.
destinations-months = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[other] { $count } месяцев
}
destinations-field-regime = Порядок въезда
destinations-field-stay-days = Срок
destinations-field-stay-rule = Как считаются дни
destinations-field-conditions = Условия
destinations-field-passport-validity-months = Срок паспорта
destinations-field-agreement = Основание
destinations-field-source-url = Ссылка на источник
destinations-field-source-name = Источник
destinations-field-as-of = Дата источника
destinations-field-second-source-url = Второй источник
destinations-field-confidence = Надёжность
destinations-field-notes = Заметка
destinations-field-mfa-group = Счёт МИД
destinations-field-confirmed-on = Подтверждено
destinations-field-name-en = Английское название
destinations-field-region = Регион
destinations-field-iso2 = Код
destinations-field-iso3 = Код из трёх букв
destinations-confidence-high = высокая
destinations-confidence-medium = средняя
destinations-confidence-low = низкая, источники расходятся
destinations-group-visa-free-42 = среди 42 безвизовых
destinations-group-visa-required-111 = среди 111 визовых
destinations-confirmed-now = ✅ Отмечено: проверено сегодня.
destinations-confirmed-already = Сегодня уже отмечено.
destinations-confirmed-unsourced = Сначала укажите источник: без него подтверждать нечего.

# -- editing

destinations-edit-title = ✏️ <b>Правка</b> · { $flag } { $name }
destinations-edit-hint = Выберите, что изменить. Можно несколько полей подряд, потом — «Дальше».
destinations-edit-nothing = Пока ничего не изменено.
# $label, $before, $after (String).
destinations-difference-line = { $label }: { $before } → <b>{ $after }</b>
destinations-edit-other = У вас начата другая правка: <b>{ $what }</b>. Продолжить её или бросить?
destinations-ask-regime = Какой теперь порядок въезда?
destinations-ask-stay-days = Сколько дней можно находиться? Напишите число, например: <b>30</b>
destinations-ask-stay-rule = Как считаются дни? Выберите из тех, что уже есть, или напишите своё. Понимаю и короткую запись: <b>90 in 180</b>, <b>30 per entry</b>.
destinations-ask-stay-rule-differs = Число дней и правило говорят разное. Как теперь считаются дни?
destinations-ask-conditions = Какие условия? Выберите из тех, что уже есть, найдите по слову или напишите своё.
destinations-ask-passport-validity-months = Сколько ещё месяцев должен действовать паспорт? Напишите число, например: <b>6</b>
destinations-ask-agreement = На чём основано? Выберите из того, что уже есть, найдите по слову или напишите своё.
destinations-ask-confidence = Насколько надёжны сведения?
destinations-ask-notes = Заметка: что говорят источники. Её увидят люди, если надёжность низкая. Выберите, найдите по слову или напишите своё.
destinations-ask-mfa-group = В какой счёт МИД входит страна?
destinations-ask-source-url = 🔗 Откуда это известно? Пришлите ссылку, начиная с <b>https://</b>
destinations-ask-source-name = 📰 Как называется источник? Например: <i>Казинформ</i>
destinations-ask-as-of = 📅 От какого дня эти сведения? Например: <b>20.11.2026</b> или <b>20 ноября</b>
destinations-ask-second-source-url = 🔗 Пришлите ссылку на второй источник, начиная с <b>https://</b>
destinations-ask-reason = ✍️ Почему? Ответ останется в истории. Можно пропустить.
# $phrase (String): what is to be translated.
destinations-ask-wording = Такой формулировки ещё нет: <i>{ $phrase }</i>
destinations-ask-wording-ru = 🇷🇺 Напишите её по-русски — так её увидят люди.
destinations-ask-wording-kk = 🇰🇿 Напишите её по-казахски — так её увидят люди.
destinations-ask-wording-en = 🇬🇧 И по-английски — под этим текстом она хранится в таблице.
# $text (String): what was typed.
destinations-found = Нашёл похожее на «{ $text }». Выберите или добавьте новую формулировку.

destinations-wrong-empty = Здесь нужен ответ.
destinations-wrong-choice = Выберите один из вариантов кнопкой.
# $most (Number): the greatest number.
destinations-wrong-number = Нужно целое число от 1 до { NUMBER($most, useGrouping: 0) }.
destinations-wrong-url = Это не ссылка. Нужен адрес целиком, начиная с <b>https://</b> или <b>http://</b>
destinations-wrong-date = Это не дата. Напишите так: <b>20.11.2026</b> или <b>20 ноября 2026</b>.
destinations-wrong-ahead = Эта дата ещё не наступила. Укажите день, от которого эти сведения.
# $length, $limit (Number): letters.
destinations-wrong-long = Слишком длинно: { $length } из { $limit } знаков. Сократите, пожалуйста.
destinations-wrong-signs = В начале не должно быть знаков = + - @, а в тексте — невидимых знаков.
destinations-wrong-language = Здесь нужен перевод кириллицей.
destinations-wrong-english = Здесь нужен английский текст.
destinations-need-text = Нужен ответ текстом или кнопкой.

# -- confirmation

destinations-preview-card = 👆 Так будет выглядеть карточка.
destinations-confirm-title = <b>Проверьте и подтвердите</b>
destinations-undo-title = ↩️ <b>Отмена правки № { $version }</b>
# $changed, $rows (Number).
destinations-import-title = 📥 <b>Файл прочитан: { $changed } из { $rows } строк меняют данные</b>
destinations-import-same = 📥 В файле то же, что и сейчас. Менять нечего.
destinations-import-more = … и ещё { $count ->
    [one] { $count } страна
    [few] { $count } страны
   *[other] { $count } стран
}
destinations-import-added = { $flag } <b>{ $name }</b> — новая
destinations-import-unsourced = ⚠️ Правила меняются, а источник и дата прежние: { $names }. Проверьте.
destinations-import-contradicts = ⚠️ Число дней и правило говорят разное: { $names }.
destinations-reason = Почему: { $reason }
# $count (Number): people.
destinations-recipients = 🔔 Получат уведомление: <b>{ $count }</b>
destinations-recipients-off = 🔕 Уведомлять не будем. Следят: { $count }
destinations-recipients-none = Для путешественников ничего не меняется: уведомлений не будет.
# $campaigns (String): numbers of campaigns, joined.
destinations-done = ✅ Записано. Бот уже отвечает по-новому.
destinations-done-alerts = 🔔 Рассылка № { $campaigns }: ход — в /{ $command }
destinations-already = Эта правка уже записана.
destinations-closed = Этот черновик уже закрыт. Начать новый: /{ $command }
destinations-cancelled = Хорошо, ничего не меняю.
destinations-changed-meanwhile = Пока вы правили, эти данные изменил кто-то другой: { $name }. Ничего не записано, ваша правка цела.

# -- CSV

destinations-import-ask = 📥 Пришлите файл CSV: шапка как в экспорте, строки — только те, что меняете. Сначала покажу разницу.
destinations-import-not-csv = Нужен файл с расширением <b>.csv</b>.
destinations-import-large = Файл больше 1 МБ. Оставьте в нём только строки, которые меняете.
destinations-import-broken = Файл не принят, ничего не изменено. Что не так:
destinations-import-unreachable = Telegram не отдал файл. Пришлите его ещё раз.
# $count (Number): phrases.
destinations-import-untranslated = В файле { $count } новых английских формулировок без перевода — это много для чата. Добавьте переводы в phrases.csv или разделите файл.

# -- history

destinations-history-title = 🧾 <b>История</b> · { $flag } { $name }
destinations-history-all = 🧾 <b>Последние правки</b>
destinations-history-none = Здесь ещё никто ничего не менял.
# $number (String): the edit's. $moment (String), $who (Html), $how (String): destinations-origin-*.
destinations-history-line = <b>№ { $number }</b> · { $moment } · { $who } · { $how }
destinations-history-added = страна добавлена
destinations-history-undoes = отменяет № { $number }
destinations-history-undone = ↩️ отменена правкой № { $number }
destinations-history-sent = 🔔 Уведомлений: { $count }
destinations-history-sending = 🔔 Рассылка № { $campaigns }
destinations-origin-desk = правка в чате
destinations-origin-import = из файла
destinations-origin-undo = отмена
destinations-undo-nothing = Отменять нечего: здесь ещё никто ничего не менял.
destinations-undo-done = Эта правка уже отменена.
destinations-undo-added = Этой правкой страна добавлена — убрать её нельзя: за ней уже могли начать следить. Измените данные.
# $columns (String): fields.
destinations-undo-later = После этой правки менялось то же самое: { $columns }. Сначала отмените более позднюю правку.
destinations-undo-gone = Этой страны в данных уже нет.

# -- ageing

destinations-ageing-title = 🕰 <b>Данные, которые пора проверить</b>
destinations-ageing-oldest = Дольше всего не подтверждались:
destinations-ageing-conflicting = Источники расходятся: { $names }
destinations-ageing-unsourced = Без источника: { $names }
destinations-ageing-more = и ещё { $count }

button-destinations-edit = ✏️ Изменить
button-destinations-today = ✅ Проверено сегодня
button-destinations-history = 🧾 История
button-destinations-undo-last = ↩️ Отменить последнюю
button-destinations-undo = ↩️ Отменить № { $number }
button-destinations-export-row = 📤 Эта строка
button-destinations-export = 📤 Экспорт CSV
button-destinations-import = 📥 Импорт CSV
button-destinations-concerned = 🕰 Требуют внимания
button-destinations-recent = 🧾 Последние правки
button-destinations-card = 👁 Карточка
button-destinations-home = 🌍 К странам
button-destinations-go = 👁 Дальше
button-destinations-cancel = ✖️ Отмена
button-destinations-fields = ← К полям
button-destinations-empty = ∅ Не указано
button-destinations-no-days = ∅ Точного числа нет
button-destinations-keep = ↩️ Прежнее: { $value }
button-destinations-today-date = Сегодня
button-destinations-yesterday = Вчера
button-destinations-site = { $site }
button-destinations-new = ➕ Новая формулировка
button-destinations-skip = Пропустить
button-destinations-confirm = ✅ Записать
button-destinations-notify-on = 🔔 Уведомить: да
button-destinations-notify-off = 🔕 Уведомить: нет
button-destinations-rebase = 🔄 Показать заново
button-destinations-continue = ✏️ Продолжить
button-destinations-drop = 🗑 Бросить
button-destinations-older = Раньше →
button-destinations-newest = ⇤ К новым
button-destinations-more = Дальше →
button-destinations-back = ← Назад
