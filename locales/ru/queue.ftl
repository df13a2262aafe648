# The editors' queue: what people wrote, and questions that were not understood.

queue-empty = 📬 Очередь пуста: всё прочитано.
# $mistakes, $feedback, $questions (Number): how many wait.
queue-title = 📬 <b>Очередь</b>
    Сообщений об ошибках: <b>{ $mistakes }</b>
    Отзывов: <b>{ $feedback }</b>
    Непонятых вопросов: <b>{ $questions }</b>
# $count (Number): reports since the last notice.
queue-new = 📬 { $count ->
    [one] Новое сообщение в очереди: { $count }
   *[other] Новых сообщений в очереди: { $count }
}
queue-no-reports = Здесь всё разобрано.
queue-no-questions = Непонятых вопросов нет.
# $place (Html): flag and name. $count (Number): reports on it.
queue-place = { $place } · { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
   *[other] { $count } сообщений
}
# $id (String), $date (String), $language (String): queue-language-*.
queue-report-title = ✉️ <b>Сообщение { $id }</b> · { $date } · пишет { $language }
queue-language-ru = по-русски
queue-language-kk = по-казахски
queue-ask-answer = Напишите ответ одним сообщением: человек получит его от имени бота, со своими словами в цитате.
queue-answered = Ответ отправлен.
queue-not-delivered = Ответ не дошёл: человек заблокировал бота. Сообщение снято с очереди.
queue-not-sent = Telegram сейчас не принял ответ. Сообщение осталось в очереди, попробуйте позже.
# $count (Number): people.
queue-thanked = { $count ->
    [one] Поблагодарили { $count } человека
   *[other] Поблагодарили { $count } человек
}
queue-taken = Это уже сделал кто-то другой.
queue-closed = Снято с очереди
# $count (Number): open questions.
queue-questions-title = ❓ <b>Непонятые вопросы: { $count }</b>
    Справа — сколько раз спросили. Откройте номер, чтобы разобраться.

# $count (Number): times. $date (String): in digits.
questions-asked = { $count ->
    [one] Спросили { $count } раз
    [few] Спросили { $count } раза
   *[other] Спросили { $count } раз
}, последний — { $date }.
# $spellings (String): other ways it was written.
questions-also = Ещё писали так: { $spellings }
questions-answer-good = Сейчас бот понимает вопрос и отвечает:
questions-answer-bad = Сейчас бот отвечает:
questions-none-solved = Понятных теперь вопросов в очереди нет.
# $count (Number): questions.
questions-solved-ask = Теперь бот понимает вопросов: <b>{ $count }</b>. Снять их с очереди?
questions-closed = Снято: { $count }

# $question (String).
alias-ask-word = Какие слова в вопросе — название места?
    <i>{ $question }</i>
    Нажмите или напишите.
# $alias (String): the new name.
alias-ask-place = Что это за место — «{ $alias }»? Выберите или напишите страну.
# $alias (String): the new name. $place (Html): flag and name.
alias-preview = «{ $alias }» → { $place }
# $question (String).
alias-answer = На вопрос «{ $question }» бот ответит:
alias-answer-bad = ⚠️ На вопрос «{ $question }» ответ всё равно будет не тот:
alias-stored = Название добавлено
alias-known = Такое название уже есть
alias-gone = Этого названия больше нет
alias-wrong-length = Название должно быть от 3 до 60 букв, не больше четырёх слов.
alias-wrong-letters = В названии слишком мало букв.
alias-wrong-place = Не понял, какая это страна. Напишите иначе или выберите.
# $place (Html): a country's name.
alias-wrong-taken = Это название уже занято: { $place }.
# $place (Html): a country's name.
alias-wrong-own = Это название бот уже знает: { $place }.
alias-wrong-word = Это слово бот понимает как часть вопроса, названием его сделать нельзя.
# $count (Number): of names.
alias-title = 🏷 <b>Добавленные названия: { $count }</b>
alias-none = 🏷 Своих названий пока нет. Их добавляют из непонятых вопросов.
# $alias (String): the name. $place (Html): flag and name.
alias-remove-ask = Удалить название «{ $alias }» → { $place }?

# $count (Number)
button-queue-mistakes = ✏️ Ошибки · { $count }
# $count (Number)
button-queue-feedback = ✉️ Отзывы · { $count }
# $count (Number)
button-queue-questions = ❓ Вопросы · { $count }
button-queue-aliases = 🏷 Названия
button-queue-open = 📬 Открыть очередь
button-queue-answer = ✍️ Ответить
button-queue-fixed = ✅ Исправлено
# $count (Number): reports on the country.
button-queue-fixed-all = ✅ Все { $count }
button-queue-card = 🔎 Карточка
button-queue-edit = ✏️ Изменить
button-queue-close = ☑️ Закрыть без ответа
button-queue-cancel = ✖️ Не отвечать
button-questions-alias = 🏷 Это название места…
button-questions-fixed = ✅ Исправлено
button-questions-drop = 🗑 Не нужно
button-questions-solved = 🧹 Снять понятные
button-questions-solved-yes = Да, снять
button-alias-store = ✅ Добавить название
button-alias-remove = Да, удалить

audit-action-report-fixed = ошибка исправлена
audit-action-alias-add = добавлено название
audit-action-alias-remove = удалено название
