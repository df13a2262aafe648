# Papers whose end people are reminded of, and what a passport is too short for.

papers-title = 📄 <b>Мои документы</b>
papers-none = Скажите, до какого дня действуют паспорт и визы: напомню заранее и покажу, куда паспорта уже не хватит.
    Напишите, например, <i>паспорт 15.08.2031</i> или <i>виза Шенген 12.03.2027</i>. Номер и фото не нужны, только дата.
papers-hint = Нажмите на документ, чтобы изменить срок или выбрать, когда напомнить.
paper-passport = 🛂 Паспорт
# $place (String): flag and name.
paper-visa = Виза: { $place }
# $what (String): the paper. $date (String): in words.
paper-line = { $what } — до <b>{ $date }</b>
paper-line-over = ⚠️ { $what } — срок вышел { $date }
# $days (Number): left until the last day.
paper-left = { $days ->
    [0] (сегодня последний день)
    [one] (остался { $days } день)
    [few] (осталось { $days } дня)
   *[other] (осталось { $days } дней)
}
paper-saved = Запомнил.
paper-removed = Удалил. Напоминать о нём не буду.
paper-gone = Этого документа в списке уже нет.

papers-ask-any = Паспорт или виза, и до какого дня? Напишите, например, <i>паспорт 15.08.2031</i> или <i>Шенген 12 марта 2027</i>.
papers-ask-passport = До какого дня действует паспорт? Дата — на странице с фото. Напишите, например, <i>15.08.2031</i>.
papers-ask-visa = Чья это виза и до какого дня действует? Напишите, например, <i>Шенген 12.03.2027</i>.
# $place (String): flag and name.
papers-ask-visa-day = { $place }: до какого дня действует виза? Напишите, например, <i>12.03.2027</i>.
# $date (String): in words.
papers-ask-whose = До { $date }. А что это? Напишите <i>паспорт</i> или чья виза: страну либо <i>Шенген</i>.
papers-no-day = Напишите один день целиком: <i>15.08.2031</i> или <i>15 августа 2031</i>.
# $part (String): as typed.
papers-wrong-day = Такого дня не нашёл: «{ $part }».
papers-many-days = Здесь несколько разных дней. Напишите один, последний: <i>15.08.2031</i>.
papers-wrong-expired = Этот день уже прошёл. Проверьте год и напишите ещё раз.
papers-wrong-too-far = До этого дня больше двадцати лет. Проверьте год и напишите ещё раз.
papers-wrong-too-many = У вас уже двадцать документов, больше не запомню. Удалите те, что не нужны: /papers
papers-wrong-no-place = Об этом месте у меня нет сведений. Напишите другую страну или <i>Шенген</i>.

# What places demand of a passport. $months (Number). $places (String): flags and names. $date (String): in words.
passport-short-today = ⚠️ <b>Если ехать сегодня, паспорта не хватит:</b>
passport-enough-today = Если ехать сегодня, паспорта хватит везде, где я знаю правило.
passport-enough-for = <b>Сюда пока хватит:</b>
passport-demand-entry = • Въехать не позже <b>{ $date }</b> (нужно ещё { $months ->
    [one] { $months } месяц
    [few] { $months } месяца
   *[other] { $months } месяцев
}): { $places }
passport-demand-leaving = • Выехать не позже <b>{ $date }</b> (нужно ещё { $months ->
    [one] { $months } месяц
    [few] { $months } месяца
   *[other] { $months } месяцев
} после выезда): { $places }
passport-demand-entry-short = • Нужно ещё { $months ->
    [one] { $months } месяц
    [few] { $months } месяца
   *[other] { $months } месяцев
}: { $places }
passport-demand-leaving-short = • Нужно ещё { $months ->
    [one] { $months } месяц
    [few] { $months } месяца
   *[other] { $months } месяцев
} после выезда: { $places }
passport-honest = <i>Это места, правило которых я знаю; про другие спросите в посольстве. Если источник не говорит, от какого дня считать, считаю от въезда.</i>
# $trip (String): place and days.
passport-trip-short = ⚠️ <b>Для поездки паспорта не хватит:</b> { $trip }
# $places (String): names. $count (Number): how many more.
places-more = { $places } и ещё { $count }

button-papers = 📄 Мои документы
button-papers-back = ↩️ Все документы
button-paper-passport = ➕ Паспорт
button-paper-visa = ➕ Виза
button-paper-change = ✏️ Другой срок
button-paper-remove = 🗑 Удалить
menu-papers = Сроки паспорта и виз
