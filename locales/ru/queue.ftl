# The editors' queue.

queue-empty = 📬 Очередь пуста: всё прочитано.
# $reports, $questions (Number): how many wait.
queue-title = 📬 <b>Очередь</b>
    Сообщений без ответа: <b>{ $reports }</b>
    Непонятых вопросов: <b>{ $questions }</b>
queue-no-reports = Сообщений без ответа нет.
queue-no-questions = Непонятых вопросов нет.
# $id (String), $date (String), $language (String): queue-language-*.
queue-report-title = ✉️ <b>Сообщение { $id }</b> · { $date } · пишет { $language }
queue-language-ru = по-русски
queue-language-kk = по-казахски
queue-ask-answer = Напишите ответ одним сообщением: человек получит его от имени бота, со своими словами в цитате.
queue-answered = Ответ отправлен.
queue-not-delivered = Ответ не дошёл: похоже, человек заблокировал бота. Сообщение снято с очереди.
queue-taken = Это уже сделал кто-то другой.
queue-closed = Снято с очереди
# $count (Number): open questions.
queue-questions-title = ❓ <b>Непонятые вопросы: { $count }</b>
    Справа — сколько раз спросили. Разобрались — снимите номером.

# $count (Number)
button-queue-reports = ✉️ Сообщения · { $count }
# $count (Number)
button-queue-questions = ❓ Вопросы · { $count }
button-queue-answer = ✅ Ответить
button-queue-close = ☑️ Закрыть без ответа
button-queue-cancel = ✖️ Не отвечать
