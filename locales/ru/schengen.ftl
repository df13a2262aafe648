# The guide to Schengen.

button-schengen-card = 🇪🇺 О Шенгене
button-schengen-where = 🧭 В какую страну подавать
button-schengen-days = 📏 Правило 90 из 180
button-schengen-new = 🆕 Что нового: EES, ETIAS, сбор
schengen-title-where = в какую страну подавать
schengen-title-days = правило 90 из 180
schengen-title-new = что нового
schengen-where-example = Например: 4 дня в Италии и 6 дней во Франции – подавать во Францию. По 5 дней там и там – в ту страну, куда въедете первой.
schengen-where-offices = Где принимают документы в Казахстане – на кнопках:
# $today, $first (String): dates in words.
schengen-days-how = <b>Как проверить любой день поездки.</b> Отсчитайте от него 180 дней назад, считая и сам этот день. Сложите все дни в Шенгене за это время: вместе должно выйти не больше 90.
    Для сегодняшнего дня, { $today }, считают с { $first }.
schengen-new-border-tips = <b>EES: вместо штампов</b>
schengen-new-evisa-portal = <b>ETIAS и электронная виза</b>
schengen-new-fee = <b>Визовый сбор</b>
