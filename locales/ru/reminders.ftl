# Reminders, and trips that are followed.

# What a person gets. $place (String): flag and name. $date (String): in words.
reminder-told-passport = 🛂 <b>Паспорт действует до { $date }</b>
reminder-told-visa = { $place }: <b>виза действует до { $date }</b>
reminder-told-last-day = { $place }: <b>последний законный день — { $date }</b>
# $days (Number): until that day.
reminder-left = { $days ->
    [0] Это сегодня.
    [one] Остался { $days } день.
    [few] Осталось { $days } дня.
   *[other] Осталось { $days } дней.
}
reminder-leave = Выехать нужно не позже этого дня.
reminder-leave-if-there = Если вы там, выезжайте не позже этого дня.
reminder-recount = Планы изменились? Посчитайте заново: /stay
# $places (String): flags and names.
reminder-too-short = ⚠️ Если ехать сегодня, паспорта не хватит: { $places }.

reminders-title = ⏰ <b>О чём я напомню</b>
reminders-none = Пока ни о чём. Добавьте паспорт или визу — напомню, когда срок подойдёт к концу.
# $what (String): of what. $date (String): its day. $next (String): the day of the next reminder.
reminders-line = • { $what }, { $date }. Напомню { $next }.
reminder-last-day = { $place }: последний день
reminder-choose = Когда напомнить? Напишу в десять утра по вашему времени.
reminder-too-late = Ждать осталось недолго: напоминать заранее уже поздно.
# $days (Number): before the day.
reminder-before = { $days ->
    [365] за год
    [one] за { $days } день
    [few] за { $days } дня
   *[other] за { $days } дней
}
reminder-on = Напомню
reminder-off = Больше не напомню
# $days (String): «за 14 дней, за 3 дня».
reminder-kept = Напомню { $days }, в десять утра по вашему времени.

trips-title = 🧳 <b>Поездки, за которыми слежу</b>
# $place (String): flag and name. $span (String): days in words.
trip-words = { $place }, { $span }
# $place (String): flag and name.
trip-ask = { $place }: когда едете? Напишите даты, например <i>3–15 июля</i>.
    Если до конца поездки правила въезда изменятся, сообщу.
# $trip (String): place and days.
trip-title = 🧳 <b>{ $trip }</b>
trip-offer = Последить за правилами въезда до конца поездки? Если они изменятся, сообщу.
trip-followed = Слежу. Если до конца поездки правила въезда изменятся, сообщу.
# $date (String): the passport's last day.
trip-passport-short = ⚠️ Паспорта на эту поездку не хватит: он действует до { $date }.
trip-passport-fine = ✅ Паспорта хватит: он действует до { $date }.
trip-many = Здесь несколько поездок. Напишите одну, например <i>3–15 июля</i>.
trip-wrong-over = Эта поездка уже закончилась. Напишите даты той, что впереди.
trip-wrong-too-far = До этой поездки больше двадцати лет. Проверьте год.
trip-wrong-too-many = Слежу уже за тридцатью поездками, больше не могу. Уберите лишние: /reminders
trip-stopped = За поездкой больше не слежу
trip-not-followed = За поездкой туда я и не слежу

# Of an alert: further people besides subscribers.
audience-trips = и те, кто следит за поездкой туда

button-reminders = ⏰ Напоминания
button-reminder-off = 🔕 Не напоминать об этом
button-trip = 🧳 Следить за поездкой
button-trip-stop = 🧳 Не следить за поездкой
# $trip (String): place and days.
button-trip-off = ✖️ { $trip }
button-stay-remind = 🔔 Напомнить о последнем дне
menu-reminders = О чём напомнить заранее
