# The broadcast desk: a draft, its steps, the last look.

broadcast-unfinished = У вас есть незаконченная рассылка.
# $language (String): broadcast-in-*.
broadcast-ask-first = 📣 <b>Новая рассылка</b>
    Пришлите сообщение { $language }: текст, фото, видео, документ, голосовое или альбом. Оформление сохранится.
broadcast-ask-next = Теперь то же { $language }.
broadcast-in-ru = <b>на русском</b>
broadcast-in-kk = <b>на казахском</b>
broadcast-language-ru = Русский
broadcast-language-kk = Казахский
broadcast-corrected = Исправление учтено в черновике.
broadcast-title = 📣 <b>Черновик рассылки</b>
# $language, $content (String): what people of the language get.
broadcast-content = { $language }: { $content }
broadcast-content-none = { $language }: не отправляется
# $length (Number): letters.
broadcast-kind-text = текст, { $length ->
    [one] { $length } знак
    [few] { $length } знака
   *[other] { $length } знаков
}
# $count (Number): parts.
broadcast-kind-album = альбом, { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[other] { $count } файлов
}
broadcast-kind-photo = фото
broadcast-kind-video = видео
broadcast-kind-animation = анимация
broadcast-kind-document = документ
broadcast-kind-audio = аудио
broadcast-kind-voice = голосовое
broadcast-kind-videonote = кружок
broadcast-kind-sticker = стикер
broadcast-kind-other = копия сообщения
# $count (Number): buttons with links.
broadcast-buttons = { $count ->
    [one] { $count } кнопка
    [few] { $count } кнопки
   *[other] { $count } кнопок
}
# $audience (String): in words.
broadcast-for = 👥 Кому: { $audience }
# $when (String): in words.
broadcast-when = 🕒 Когда: { $when }
broadcast-when-now = сразу после подтверждения
broadcast-channel-yes = 📢 И в канал: да
broadcast-channel-no = 📢 И в канал: нет

broadcast-wrong-kind = Такое сообщение разослать нельзя. Подойдут текст, фото, видео, документ, голосовое, альбом, опрос.
# $length, $limit (Number): letters.
broadcast-wrong-text = Текст слишком длинный: { $length }, а Telegram принимает до { $limit } знаков. Сократите и пришлите ещё раз.
broadcast-wrong-caption = Подпись слишком длинная: { $length }, а под фото и файлами помещается до { $limit } знаков. Сократите или пришлите текст отдельно.
# $limit (Number): parts.
broadcast-wrong-album-size = В альбом помещается до { $limit } файлов; лишние я не взял.
broadcast-wrong-album-kinds = В одном альбоме могут быть либо фото с видео, либо только документы, либо только аудио.

broadcast-links-title = 🔘 <b>Кнопки под сообщением</b>
broadcast-links-none = нет
# $language (String).
broadcast-links-album = { $language }: под альбомом Telegram кнопок не показывает
broadcast-links-ask = Пришлите кнопки, каждую с новой строки: <code>Текст | https://адрес</code>
# $line (Number): of the typed text, from 1.
broadcast-links-no-bar = Строка { $line }: нужен текст, черта и адрес. Например: <code>Подробнее | https://gov.kz</code>
broadcast-links-bad-url = Строка { $line }: это не похоже на адрес. Он начинается с https:// и не содержит пробелов.
broadcast-links-long-text = Строка { $line }: на кнопке помещается до 64 знаков.
broadcast-links-too-many = Строка { $line }: под сообщением помещается до 20 кнопок.

# $when (String): chosen now. $zone (String): time zone in words. $example (String).
broadcast-when-ask = 🕒 <b>Когда отправить</b>
    Сейчас выбрано: { $when }.
    Чтобы выбрать другое время, напишите его: <b>{ $example }</b>. Пояс: { $zone }.
broadcast-when-example = 25.11 18:00
broadcast-when-wrong = Не понял время. Напишите так: <b>{ $example }</b> или <b>завтра 9:00</b>
broadcast-when-past = Это время уже прошло. Напишите то, что впереди: <b>{ $example }</b> или <b>завтра 9:00</b>

broadcast-counting = Готовлю предпросмотр и считаю получателей
# $language (String): broadcast-in-*.
broadcast-preview-label = 👁 Так это выглядит { $language }:
broadcast-check = <b>Проверьте и подтвердите</b>
# $total (Number): people who will get it.
broadcast-total = Получателей: <b>{ $total }</b>
# $language (String), $count (Number): people.
broadcast-total-part = • { $language }: { $count }
broadcast-left-out = • { $language }: { $count } без сообщения, на этом языке его нет
broadcast-nobody = Под эти условия никто не подходит: выберите, кому отправить.
# $language (String), $reason (String): Telegram's own words.
broadcast-refused = Telegram не принимает сообщение { $language }: <i>{ $reason }</i>
    Замените его и посмотрите ещё раз.
broadcast-empty = Отправлять пока нечего: пришлите сообщение хотя бы на одном языке.
broadcast-tested = Отправляю только вам
broadcast-launch-started = Рассылка началась
broadcast-launch-scheduled = Рассылка запланирована
broadcast-launch-already = Эта рассылка уже отправлена или удалена
broadcast-launch-changed = Черновик изменился после предпросмотра. Посмотрите его ещё раз.
broadcast-launch-past = Выбранное время прошло. Выберите другое.
broadcast-launch-empty = Отправлять пока нечего: пришлите сообщение хотя бы на одном языке.
broadcast-dropped = Черновик удалён, никому ничего не отправлено.
broadcast-gone = Этот черновик уже отправлен или удалён. Новый: /broadcast

button-broadcast-continue = ✅ Продолжить
button-broadcast-anew = 🆕 Начать заново
button-broadcast-same = ✅ Отправить то же самое
button-broadcast-skip-ru = Без русского
button-broadcast-skip-kk = Без казахского
button-broadcast-drop = ✖️ Удалить черновик
button-broadcast-content-ru = ✏️ Русский
button-broadcast-content-kk = ✏️ Казахский
button-broadcast-links = 🔘 Кнопки
button-broadcast-audience = 👥 Кому
button-broadcast-when = 🕒 Когда
button-broadcast-channel-on = 📢 Добавить канал
button-broadcast-channel-off = 📢 Без канала
button-broadcast-preview = ✅ Предпросмотр
button-broadcast-links-ru = ✏️ Русский
button-broadcast-links-kk = ✏️ Казахский
button-broadcast-links-both = ✏️ Одинаковые для всех
button-broadcast-unlink = 🗑 Убрать кнопки
button-broadcast-now = ⚡️ Сразу после подтверждения
# $count (Number): people.
button-broadcast-send = ✅ Отправить · { $count }
button-broadcast-plan = ✅ Запланировать · { $count }
button-broadcast-test = 🧪 Прислать только мне
button-broadcast-change = ✏️ Изменить

audience-all = всем
# $count (Number): people.
audience-users = { $count ->
    [1] только себе, для проверки
   *[other] выбранным людям: { $count }
}
# $topic (String).
audience-topic = подписчикам «{ $topic }»
audience-topic-eu = Переговоры с ЕС
audience-topic-list = Список безвизовых
audience-topic-news = Новости бота
audience-language-ru = тем, кто читает по-русски
audience-language-kk = тем, кто читает по-казахски
# $days (Number)
audience-active = заходившим за { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}
# $audience (String): in words. $count (Number): people.
audience-menu = 👥 <b>Кому отправить</b>
    Сейчас: { $audience } — <b>{ $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[other] { $count } человек
}</b>
audience-country-ask = Напишите страну: рассылку получат те, кто за ней следит.
audience-country-wrong = Нужна одна страна. Напишите её название, например: <b>Турция</b>
audience-days-ask = За сколько последних дней человек должен был заходить? Напишите число.
audience-days-wrong = Нужно число дней от 1 до 3650, например: <b>14</b>

button-audience-language-all = Все языки
button-audience-language-ru = Русский
button-audience-language-kk = Казахский
button-audience-topic-all = Все люди
button-audience-days-all = Когда угодно
# $days (Number)
button-audience-days = { $days } дн.
button-audience-country-own = 🔎 Страна…
button-audience-days-own = 🔢 Дней…
button-audience-done = ✅ Готово

# $date, $time (String)
moment = { $date }, { $time }
# $moment, $span (String)
moment-ahead = { $moment } — через { $span }
# $count (Number)
span-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
}
span-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
   *[other] { $count } часов
}
span-minutes = { $count ->
    [one] { $count } минуту
    [few] { $count } минуты
   *[other] { $count } минут
}
span-seconds = { $count ->
    [one] { $count } секунду
    [few] { $count } секунды
   *[other] { $count } секунд
}
