# Writing to the editors, and their answer.

feedback-ask = Напишите одним сообщением, что не так или чего не хватает. Прочитает человек.
# $flag, $place (String): the country the report is about.
feedback-ask-place = { $flag } <b>{ $place }</b>: что здесь неверно? Напишите одним сообщением; если есть источник, добавьте ссылку.
feedback-words = Напишите, пожалуйста, словами: так мы быстрее поймём, в чём дело.
feedback-thanks = Спасибо, передал редакторам. Если понадобится ответ, он придёт сюда.
feedback-cancelled = Хорошо, ничего не отправляю.
feedback-answer = Редактор отвечает на ваше сообщение:

button-feedback-cancel = ✖️ Не писать

# $flag, $place (String): the country the report was about.
feedback-fixed = { $flag } <b>{ $place }</b>: исправили. Спасибо, что заметили.
button-feedback-again = ↩️ Ответить
button-feedback-card = 🔎 Открыть карточку
