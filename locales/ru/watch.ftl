# What the feeds reported, and the feeds themselves.

# $count (Number): of open drafts.
watch-title = 📡 <b>Новости на разбор: { $count }</b>
watch-none = 📡 <b>Новостей на разбор нет</b>
# $works, $failing, $untried, $muted (Number): feeds.
watch-health = Ленты: 🟢 { $works } · 🔴 { $failing }{ $untried ->
    [0] { "" }
   *[other] { " " }· ⏳ { $untried }
} · ⚪ { $muted }
# $published, $decided (Number): drafts. $share (Number): percent.
watch-precision = По делу: { $published } из { $decided ->
    [one] { $decided } разобранной новости
   *[other] { $decided } разобранных новостей
} ({ $share } %).
# $count (Number): drafts that are not shown one by one.
watch-many = 📡 И ещё { $count ->
    [one] { $count } новость
    [few] { $count } новости
   *[other] { $count } новостей
} на разбор.
# $places (Html): flags and names.
watch-regime = Режим въезда: { $places }
watch-statement = Переговоры с ЕС · заявление
# $stage (String): a stage's title.
watch-step = Переговоры с ЕС · похоже на стадию «{ $stage }»
watch-suspended = Переговоры с ЕС · похоже, приостановлены
watch-stalled = Переговоры с ЕС · похоже, застопорились
watch-context = Переговоры с ЕС · фон
# $count (Number).
watch-more-sources = … и ещё { $count ->
    [one] { $count } источник
    [few] { $count } источника
   *[other] { $count } источников
}
# $who (Html), $moment (String).
watch-state-dismissed = ✖️ Не по теме — { $who }, { $moment }
watch-state-later = 🕓 Отложено — { $who }, { $moment }
watch-state-published = 📣 Опубликовано — { $who }, { $moment }
watch-state-done = ✅ Учтено — { $who }, { $moment }
watch-owners-publish = Публикует владелец: он тоже видит эту новость.
watch-ask-stage = Как опубликовать? Дальше — обычный предпросмотр, без вашего подтверждения ничего не уйдёт.
# $command (String): the command that goes on with it.
watch-other-event = У вас открыт черновик другого события. Сначала опубликуйте или отмените его: /{ $command }
watch-meanwhile-dismissed = Пока вы писали, коллега отметил, что новость не по теме, поэтому я ничего не опубликовал. Написанное цело: если событие всё же нужно, подтвердите его ещё раз.
watch-meanwhile-published = Пока вы писали, коллега отметил, что событие уже учтено, поэтому я ничего не опубликовал. Написанное цело: если оно всё же нужно, подтвердите его ещё раз.
watch-did-no = Отмечено: не по теме
watch-did-later = Отложено
watch-did-done = Отмечено: учтено
watch-already-dismissed = Уже отмечено: не по теме
watch-already-later = Новость уже отложена
watch-already-published = По этой новости уже всё сделано
watch-gone = Этой новости больше нет.
button-watch-publish = 📣 Опубликовать как…
button-watch-done = ✅ Внесено
button-watch-known = ✅ Уже в хронике
button-watch-no = ✖️ Не по теме
button-watch-later = 🕓 Позже
button-watch-list = 📡 Все новости
button-watch-feeds = 📰 Ленты
button-admin-watch = 📡 Новости
menu-watch = Новости из лент на разбор

# $count (Number): of feeds.
feeds-title = 📰 <b>Ленты: { $count }</b>
feeds-legend = 🟢 работает · 🟡 сбой · 🔴 не работает · ⚪ отключена · ⏳ ещё не смотрели
feeds-ask = Пришлите адрес ленты: RSS, Atom, JSON или страницы с новостями. Сначала я посмотрю, открывается ли она. После адреса можно через пробел дописать название.
# $count (Number): of items.
feeds-added = ✅ Лента добавлена. Сейчас в ней { $count ->
    [one] { $count } запись
    [few] { $count } записи
   *[other] { $count } записей
}.
feeds-gone = Такой ленты больше нет.
feeds-removed = Лента удалена
# $name (String): a feed's.
feeds-remove-ask = Удалить ленту «{ $name }»? Новости из неё останутся.
feeds-testing = Смотрю…
feeds-did-mute = Лента отключена
feeds-did-unmute = Лента снова включена
feeds-unchanged = Это уже сделано
# $count, $concern (Number): items, and those that would be drafts.
feeds-tested = Записей: { $count }. По нашей теме: { $concern }.
# $name (String): a feed's.
feeds-failing = 🔴 Лента «{ $name }» не работает
feeds-recovered = 🟢 Лента «{ $name }» снова работает
feeds-not-looked = Первый обход — в ближайшие минуты.
# $moment (String): date and time.
feeds-looked = Последний раз смотрели { $moment }.
feeds-failing-since = Не работает с { $moment }.
feeds-newest = Самая новая запись — { $moment }.
feeds-outcome-read = Открывается и читается.
feeds-outcome-unchanged = Открывается, нового нет.
# $detail (String): the HTTP status.
feeds-outcome-refused = Сервер ответил ошибкой: HTTP { $detail }.
feeds-outcome-refused-bare = Сервер ответил ошибкой.
feeds-outcome-no-feed = По адресу открывается не лента, а что-то другое.
feeds-outcome-too-large = Ответ больше 5 МБ.
feeds-outcome-too-slow = Сервер молчит слишком долго.
feeds-outcome-unreachable = Сервер недоступен.
feeds-outcome-redirects = Сервер без конца перенаправляет с адреса на адрес.
feeds-outcome-private = Адрес ведёт во внутреннюю сеть, такие не открываю.
feed-problem-address = Это не адрес. Нужна ссылка, которая начинается с https:// или http://
feed-problem-known = Эту ленту я уже смотрю.
feed-problem-refused = Сервер ответил ошибкой. Проверьте адрес.
feed-problem-no-feed = По этому адресу нет ни ленты, ни страницы с новостями.
feed-problem-too-large = Там больше 5 МБ, такое не читаю.
feed-problem-too-slow = Сервер молчит слишком долго. Попробуйте позже.
feed-problem-unreachable = Сервер недоступен. Проверьте адрес.
feed-problem-redirects = Сервер без конца перенаправляет с адреса на адрес.
feed-problem-private = Адрес ведёт во внутреннюю сеть, такие не открываю.
button-feeds-add = ➕ Добавить ленту
button-feeds-test = 🔎 Проверить сейчас
button-feeds-mute = 🔇 Отключить
button-feeds-unmute = 🔊 Включить
button-feeds-remove = 🗑 Удалить
button-feeds-remove-yes = Да, удалить
button-feeds-list = ← К лентам
button-feeds-open = 📰 Открыть ленту

audit-action-feed-add = добавлена лента
audit-action-feed-remove = удалена лента
audit-action-feed-mute = отключена лента
audit-action-feed-unmute = включена лента
audit-action-news-dismiss = новость отклонена
audit-action-news-later = новость отложена
audit-action-news-publish = новость учтена
audit-detail-feed = лента
audit-detail-name = название
audit-detail-url = адрес
