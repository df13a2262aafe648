# The stay calculator. Days of entry and exit both count.

stay-ask-place = Для какой страны считаем дни? Напишите её название или нажмите кнопку.
stay-unknown-place = Не узнал страну. Напишите её название, например <i>Турция</i> или <i>Шенген</i>.
# $place (String): flag and name.
stay-ask-trips = { $place }: когда вы там были?
    Напишите даты въезда и выезда: <i>12–20 марта, 5.05–1.06.2026</i>. Если вы ещё там: <i>с 5 мая</i>.
    Можно отметить дни в календаре.
stay-ask-more = { $place }: какие ещё были поездки? Напишите даты или отметьте в календаре.
stay-ask-plan = { $place }: когда хотите поехать? Напишите, например, <i>1–20 июля</i>.
stay-year-rule = Год можно не писать: для поездок возьму ближайший прошедший, для планов — ближайший будущий.
stay-over = Этот расчёт уже закончен. Начните заново: /stay

# $place (String): flag and name. $days (Number): days in a row that are possible.
stay-left = { $place }: осталось <b>{ $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}</b>
stay-left-longer = { $place }: можно ещё <b>{ $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}</b> подряд
stay-left-none = { $place }: <b>дней не осталось</b>
stay-left-free = { $place }: <b>срок не ограничен</b>
# $used of $days (Number) in the last $window (Number) days, from $since (String).
stay-used-window = Занято <b>{ $used } из { $days }</b> — за последние { $window ->
    [one] { $window } день
    [few] { $window } дня
   *[other] { $window } дней
}, начиная с { $since }.
stay-used-first = Занято <b>{ $used } из { $days }</b> — за { $window ->
    [one] { $window } день
    [few] { $window } дня
   *[other] { $window } дней
} с первого въезда, { $since }.
# $window (Number) days that have not begun.
stay-used-first-none = { $window ->
    [one] { $window } день начнётся
    [few] { $window } дня начнутся
   *[other] { $window } дней начнутся
} заново со следующего въезда.
stay-used-year = В этом году занято <b>{ $used } из { $days }</b>.
stay-used-entry = В этой поездке занято <b>{ $used } из { $days }</b>.
# $date (String): a date in words.
stay-last-entering = Въедете сегодня — последний день <b>{ $date }</b>.
stay-last-there = Вы там. Последний день — <b>{ $date }</b>.
stay-last-overdue = ⚠️ Срок вышел: последним днём было <b>{ $date }</b>.
stay-old-days = Старые дни тем временем выйдут из счёта, поэтому выходит больше, чем остаток на сегодня.
stay-return = Въехать снова можно с <b>{ $date }</b>.
# $days (Number): the longest stay.
stay-whole = Все { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
} подряд — при въезде с <b>{ $date }</b>.
stay-each-entry = С каждым въездом счёт начинается заново.

stay-caution-new-entry = Начинается ли счёт заново после выезда, источники не говорят: спросите в посольстве.
stay-caution-extension = Срок можно продлить на месте, здесь это не учтено.
stay-caution-one-place = Правило действует не везде: условия — в карточке страны.
stay-caution-visa = Нужна виза, и в ней может стоять меньше дней: смотрите строку «продолжительность пребывания».
stay-honest = <i>Это подсказка, решает пограничник.</i>
# $url (String): the EU's calculator.
stay-honest-schengen = <i>Это подсказка, решает пограничник. Проверьте себя на <a href="{ $url }">калькуляторе ЕС</a>.</i>

stay-trips = <b>Поездки</b>
# $span (String): days in words. $days (Number).
stay-trip = • { $span }: { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}
# $over (Number): days too many.
stay-trip-over = ⚠️ { $over ->
    [one] { $over } день
    [few] { $over } дня
   *[other] { $over } дней
} сверх срока
stay-no-trips = Поездок пока нет.
# $first, $last (String): days. $month, $year (String).
stay-span-month = { $first }–{ $last } { $month } { $year }
stay-span-year = { $first } – { $last } { $year }
stay-span = { $first } – { $last }
stay-span-open = с { $first }, вы ещё там
# $count (Number): earlier trips that are not shown.
stay-trips-more = … и ещё { $count }

# $plan (String): days in words. $place (String). $days (Number): of the plan.
stay-plan-fine = ✅ { $place }, { $plan }: <b>можно</b>, это { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}.
# $left (Number): days in a row.
stay-plan-left = Назавтра после поездки в запасе останется { $left ->
    [one] { $left } день
    [few] { $left } дня
   *[other] { $left } дней
}.
# $over (Number): days too many. $date (String): the first of them.
stay-plan-over = ❌ { $place }, { $plan }: <b>не получится</b>, { $over ->
    [one] { $over } день сверх срока
    [few] { $over } дня сверх срока
   *[other] { $over } дней сверх срока
}.
    Первый лишний день — <b>{ $date }</b>.
# $trip (String): the later trip. $over (Number).
stay-plan-spoils = ❌ { $place }, { $plan }: <b>не получится</b>. На поездку { $trip } не хватит { $over ->
    [one] { $over } дня
   *[other] { $over } дней
}.
# $rule (String): the limit.
stay-plan-rule = Мешает правило: { $rule }.
stay-limit-entry = не больше { $days ->
    [one] { $days } дня
   *[other] { $days } дней
} за въезд
stay-limit-window = не больше { $days ->
    [one] { $days } дня
   *[other] { $days } дней
} за любые { $window ->
    [one] { $window } день
    [few] { $window } дня
   *[other] { $window } дней
}
stay-limit-first = не больше { $days ->
    [one] { $days } дня
   *[other] { $days } дней
} за { $window ->
    [one] { $window } день
    [few] { $window } дня
   *[other] { $window } дней
} с первого въезда
stay-limit-year = не больше { $days ->
    [one] { $days } дня
   *[other] { $days } дней
} за календарный год
stay-plan-fits = Столько дней подряд выйдет при въезде с <b>{ $date }</b>.

# Why a stay can't be computed. $place (String): flag and name.
stay-why-visa-says = { $place }: сколько дней можно пробыть, написано в самой визе. Посчитать за неё не могу.
stay-why-not-admitted = { $place }: сейчас туда не пускают, считать нечего.
stay-why-not-stated = { $place }: сколько дней можно пробыть, источники не говорят. Спросите в посольстве.
stay-why-schengen-entry = { $place }: срок считают с первого въезда в Шенген, а не в эту страну. Посчитайте дни для Шенгена и спросите в посольстве.
stay-why-unclear-total = { $place }: источники не говорят, дни даются на каждую поездку или на все вместе. Спросите в посольстве.
stay-why-other-words = { $place }: правило сложнее, чем я умею считать. Оно написано в карточке страны.

# What is wrong with typed days. $part (String): as typed.
stay-wrong-reversed = «{ $part }»: выезд раньше въезда. Напишите эту поездку ещё раз.
stay-wrong-impossible = «{ $part }»: такого дня нет. Напишите эту поездку ещё раз.
stay-wrong-no-month = «{ $part }»: какой это месяц?
stay-wrong-no-dates = «{ $part }»: с какого по какое число?
stay-wrong-no-end = «{ $part }»: до какого числа?
stay-wrong-no-start = «{ $part }»: с какого числа?
stay-wrong-too-far = «{ $part }»: слишком далеко от сегодняшнего дня. Проверьте год.
stay-no-days = Не увидел дат. Напишите, например, <i>12–20 марта</i> или <i>12.03–20.03.2026</i>.
stay-kept = Запомнил. Ваши поездки видите только вы, удалить их можно в любой момент.
stay-forgot = Забыл. Эти поездки больше не храню.
stay-nothing-kept = Эти поездки и так не хранились.
stay-ask-drop = Какую поездку убрать?

stay-calendar-first = Отметьте <b>день въезда</b>.
# $date (String): the day of entry.
stay-calendar-last = Въезд: <b>{ $date }</b>. Отметьте <b>день выезда</b>.

button-stay = 🧮 Сколько дней осталось
button-stay-plan = 🔮 Проверить план
button-stay-picture = 🖼 Картинкой
button-stay-add = ➕ Добавить поездку
button-stay-drop = ✏️ Убрать поездку
button-stay-keep = 💾 Запомнить поездки
button-stay-forget = 🗑 Забыть поездки
button-stay-place = 🌍 Другая страна
button-stay-calendar = 📅 Календарь
button-stay-none = Поездок не было
button-stay-there = Я ещё там
button-stay-answer = ↩️ К расчёту
button-stay-card = 📄 Карточка страны
button-stay-schengen = 🧮 Посчитать для Шенгена
menu-stay = Сколько дней осталось в стране
