# Reminders, and trips that are followed.

# What a person gets. $place (String): flag and name. $date (String): in words.
reminder-told-passport = 🛂 <b>Паспорт жарамды соңғы күн – { $date }</b>
reminder-told-visa = { $place }: <b>виза жарамды соңғы күн – { $date }</b>
reminder-told-last-day = { $place }: <b>заңды соңғы күн – { $date }</b>
# $days (Number): until that day.
reminder-left = { $days ->
    [0] Ол – бүгін.
   *[other] { $days } күн қалды.
}
reminder-leave = Сол күннен кешіктірмей шығу керек.
reminder-leave-if-there = Сонда болсаңыз, сол күннен кешіктірмей шығыңыз.
reminder-recount = Жоспар өзгерді ме? Қайта санаңыз: /stay
# $places (String): flags and names.
reminder-too-short = ⚠️ Бүгін барсаңыз, паспорт мерзімі мына жерлерге жетпейді: { $places }.

reminders-title = ⏰ <b>Не туралы ескертемін</b>
reminders-none = Әзірге ештеңе жоқ. Паспортты не визаны қосыңыз – мерзімі бітерде ескертемін.
# $what (String): of what. $date (String): its day. $next (String): the day of the next reminder.
reminders-line = • { $what }, { $date }. Ескертетін күнім: { $next }.
reminder-last-day = { $place }: соңғы күн
reminder-choose = Қашан ескертейін? Сіздің уақытыңызбен таңғы онда жазамын.
reminder-too-late = Аз уақыт қалды: алдын ала ескертуге кеш.
# $days (Number): before the day.
reminder-before = { $days ->
    [365] бір жыл бұрын
   *[other] { $days } күн бұрын
}
reminder-on = Ескертемін
reminder-off = Енді ескертпеймін
# $days (String): «14 күн бұрын, 3 күн бұрын».
reminder-kept = Ескертемін: { $days }, сіздің уақытыңызбен таңғы онда.

trips-title = 🧳 <b>Бақылап жүрген сапарларым</b>
# $place (String): flag and name. $span (String): days in words.
trip-words = { $place }, { $span }
# $place (String): flag and name.
trip-ask = { $place }: қашан барасыз? Күндерін жазыңыз, мысалы <i>3–15 шілде</i>.
    Сапар біткенше кіру ережесі өзгерсе, хабарлаймын.
# $trip (String): place and days.
trip-title = 🧳 <b>{ $trip }</b>
trip-offer = Сапар біткенше кіру ережесін бақылап отырайын ба? Өзгерсе, хабарлаймын.
trip-followed = Бақылап отырамын. Сапар біткенше кіру ережесі өзгерсе, хабарлаймын.
# $date (String): the passport's last day.
trip-passport-short = ⚠️ Бұл сапарға паспорт мерзімі жетпейді. Жарамды соңғы күні – { $date }.
trip-passport-fine = ✅ Паспорт мерзімі жетеді. Жарамды соңғы күні – { $date }.
trip-many = Мұнда бірнеше сапар тұр. Біреуін жазыңыз, мысалы <i>3–15 шілде</i>.
trip-wrong-over = Бұл сапар аяқталған. Алдағы сапардың күндерін жазыңыз.
trip-wrong-too-far = Бұл сапарға дейін жиырма жылдан астам уақыт бар. Жылын тексеріңіз.
trip-wrong-too-many = Отыз сапарды бақылап жүрмін, одан көбіне шамам келмейді. Артығын алып тастаңыз: /reminders
trip-stopped = Бұл сапарды енді бақыламаймын
trip-not-followed = Ол жаққа сапарыңызды бақылап жүрген жоқпын

# Of an alert: further people besides subscribers.
audience-trips = сол жаққа сапарын бақылап жүргендер

button-reminders = ⏰ Ескертулер
button-reminder-off = 🔕 Бұл туралы ескертпеу
button-trip = 🧳 Сапарды бақылау
button-trip-stop = 🧳 Сапарды бақыламау
# $trip (String): place and days.
button-trip-off = ✖️ { $trip }
button-stay-remind = 🔔 Соңғы күнді еске салу
menu-reminders = Нені алдын ала ескерту керек
