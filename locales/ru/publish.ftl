# The owner's desk for events of the talks: step by step, preview, confirmation, correction, withdrawal.

publish-ask-stage = 📝 <b>Новое событие переговоров</b>
    Какая стадия началась с этим событием?
publish-ask-date = 📅 Когда это было? Напишите дату: <b>03.03.2026</b>, <b>03.2026</b> или <b>2026</b>.
publish-ask-title-ru = 🇷🇺 Заголовок по-русски — до { $limit } знаков. Например: <i>Третий раунд в Брюсселе</i>
publish-ask-title-kk = 🇰🇿 Заголовок по-казахски — до { $limit } знаков. Например: <i>Брюссельдегі үшінші раунд</i>
publish-ask-details-ru = 🇷🇺 Подробности по-русски: два-три предложения, до { $limit } знаков.
publish-ask-details-kk = 🇰🇿 Подробности по-казахски: два-три предложения, до { $limit } знаков.
publish-ask-source-url = 🔗 Ссылка на источник, начиная с <b>https://</b>
publish-ask-source-name = 📰 Как называется источник? Например: <i>Казинформ</i>

publish-wrong-stage = Такой стадии нет. Выберите кнопкой или напишите номер от 1 до 13.
publish-wrong-date = Это не дата. Напишите так: <b>03.03.2026</b>, <b>03.2026</b> или <b>2026</b>.
publish-date-ahead = Эта дата ещё не наступила. Публикуем только то, что уже произошло.
publish-empty = Здесь нужен текст.
# $length, $limit (Number): letters.
publish-too-long = Слишком длинно: { $length } из { $limit } знаков. Сократите, пожалуйста.
publish-wrong-url = Это не ссылка. Нужен адрес целиком, начиная с <b>https://</b> или <b>http://</b>
publish-need-text = Нужен текст одним сообщением.

publish-preview = 👆 <b>Так это увидят подписчики</b> на двух языках.
publish-preview-correct = 👆 <b>Так будет выглядеть исправленное сообщение.</b> Уже отправленные изменятся.
# $ru, $kk (Number): people.
publish-recipients = Получателей: <b>{ $total }</b> — по-русски { $ru }, по-казахски { $kk }.
publish-moves = Стадия: <b>{ $stage }</b>, { $date }
publish-stays = Стадия не меняется: заявление, { $date }
publish-context = Стадия не меняется: фон, { $date }
publish-suspended = Переговоры будут показаны как приостановленные, { $date }
publish-stalled = Переговоры будут показаны как застопорившиеся, { $date }
# $campaign (String): its number.
publish-done = ✅ Опубликовано. Рассылка № { $campaign } поставлена в очередь, ход — в /{ $command }
publish-already = Это событие уже опубликовано: рассылка № { $campaign }.
publish-corrected = ✅ Исправлено. Отправленные сообщения обновляются.
publish-cancelled = Хорошо, ничего не публикую.
publish-no-draft = Этот черновик уже закрыт. Начать новый: /{ $command }
publish-continue = 📝 Продолжаем начатый черновик.
publish-withdraw-ask = Отозвать событие? Оно исчезнет из хроники, а в отправленных сообщениях будет написано, что оно отозвано.
    <b>{ $title }</b>
publish-withdrawn = 🗑 Событие отозвано. Отправленные сообщения обновляются.
publish-gone = Этого события уже нет.
publish-preview-button = Это предпросмотр: кнопка заработает после публикации.

button-publish-statement = 💬 Заявление, стадия прежняя
button-publish-context = 🗂 Фон
button-publish-suspended = ⏸ Переговоры приостановлены
button-publish-stalled = ⏸ Переговоры застопорились
button-publish-today = Сегодня
button-publish-yesterday = Вчера
button-publish-skip = Пропустить
button-publish-site = { $site }
button-publish-cancel = ✖️ Отмена
button-publish-confirm = ✅ Опубликовать
button-publish-confirm-correct = ✅ Сохранить исправление
button-publish-edit-stage = ✏️ Стадия
button-publish-edit-date = ✏️ Дата
button-publish-edit-title-ru = ✏️ Заголовок 🇷🇺
button-publish-edit-title-kk = ✏️ Заголовок 🇰🇿
button-publish-edit-details-ru = ✏️ Текст 🇷🇺
button-publish-edit-details-kk = ✏️ Текст 🇰🇿
button-publish-edit-source-url = ✏️ Ссылка
button-publish-edit-source-name = ✏️ Источник
button-event-correct = ✏️ Исправить
button-event-withdraw = 🗑 Отозвать
button-event-withdraw-yes = 🗑 Да, отозвать
button-event-withdraw-no = ✖️ Нет
