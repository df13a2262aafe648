# The window of a stay as a picture.

# $place (String): the country or the area.
stay-picture-title = { $place }: дни поездок
stay-picture-below = Дни въезда и выезда считаются оба
stay-picture-used = Уже потрачено
# $days (Number): the days that are allowed.
stay-picture-of = { $days ->
    [one] из { $days } дня
   *[other] из { $days } дней
}
stay-picture-left = Осталось
stay-picture-in-a-row = дней подряд
stay-picture-until = Можно до
# $since, $until (String): dates.
stay-picture-window = В счёт идут дни с { $since } по { $until }
# $date (String): the day of the count.
stay-picture-foot = На { $date } · расчёт, а не решение границы
stay-picture-key-spent = были там, считается
stay-picture-key-old = были там, уже не считается
stay-picture-key-free = ещё можно
stay-picture-key-today = день расчёта
