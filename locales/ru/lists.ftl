# Lists of destinations. $count (Number): how many the list has.

list-title = 🌍 <b>Нашлось { $count ->
    [one] { $count } направление
    [few] { $count } направления
   *[other] { $count } направлений
}</b>
list-title-visa-free = 🟢 <b>Без визы: { $count ->
    [one] { $count } направление
    [few] { $count } направления
   *[other] { $count } направлений
}</b>
list-title-visa-on-arrival = 🔵 <b>Виза по прилёте: { $count ->
    [one] { $count } направление
    [few] { $count } направления
   *[other] { $count } направлений
}</b>
list-title-evisa = 🟣 <b>Электронная виза: { $count ->
    [one] { $count } направление
    [few] { $count } направления
   *[other] { $count } направлений
}</b>
list-title-eta = 🟡 <b>Электронное разрешение: { $count ->
    [one] { $count } направление
    [few] { $count } направления
   *[other] { $count } направлений
}</b>
list-title-visa-required = 🔴 <b>Нужна виза: { $count ->
    [one] { $count } направление
    [few] { $count } направления
   *[other] { $count } направлений
}</b>
list-title-not-admitted = ⚫ <b>Въезд закрыт: { $count ->
    [one] { $count } направление
    [few] { $count } направления
   *[other] { $count } направлений
}</b>
# $ministry, $identified, $missing, $ours (Number).
list-ministry-free = МИД называет <b>{ $ministry }</b> безвизовых государства; поимённо удалось установить { $identified }, ещё { $missing } в открытых источниках не названы. Наш список считается отдельно: в него входят и территории, и страны, где отмена визы подтверждена позже, а страны с электронным разрешением стоят в своём списке.
# $ministry, $ours, $electronic (Number).
list-ministry-required = МИД говорит о <b>{ $ministry }</b> странах с визовым режимом. Сюда, по-видимому, входят и электронные визы: у нас { $ours ->
    [one] { $ours } направление
    [few] { $ours } направления
   *[other] { $ours } направлений
} с визой из посольства и ещё { $electronic } с электронной.
list-empty = Под все условия сразу не подходит ни одно направление.
# $count (Number): how many would fit, were their stay known.
list-unknown-stay = <i>Ещё у { $count ->
    [one] { $count } направления
   *[other] { $count } направлений
} срок источники не называют, в списке их нет.</i>
# $days (Number): a shorter stay. $count (Number): how many destinations would be left; so in all list-loosen-*.
list-loosen-days = Мешает срок: если хватит и { $days ->
    [one] { $days } дня
   *[other] { $days } дней
}, найдётся { $count }.
list-loosen-any-days = Мешает срок: если его не задавать, найдётся { $count }.
# $regime (String): regimes in words.
list-loosen-regime = Мешает виза: если подойдёт { $regime }, найдётся { $count }.
# $region (String): a greater part of the world.
list-loosen-region = Мешает регион: если искать шире ({ $region }), найдётся { $count }.
list-loosen-none = Смягчить что-то одно мало: подберите заново.
list-regime-any = Любая виза
list-regime-easy = Без визы или по прилёте
list-regime-electronic = Виза или разрешение онлайн
# $days (Number): wished stay.
list-wish-days = от { $days } дней
list-any-days = Любой срок
list-menu-regime = Какой список показать?
list-menu-region = Какой регион?
list-menu-days = На сколько дней едете?
list-regime-visa-free = Без визы
list-regime-visa-on-arrival = Виза по прилёте
list-regime-evisa = Электронная виза
list-regime-eta = Электронное разрешение
list-regime-visa-required = Нужна виза
list-regime-not-admitted = Въезд закрыт

region-any = Весь мир
region-asia = Азия
region-america = Америка
# $count (Number)
region-several = { $count ->
    [one] { $count } регион
    [few] { $count } региона
   *[other] { $count } регионов
}
region-africa = Африка
region-caribbean = Карибы
region-caucasus = Кавказ
region-central-america = Центральная Америка
region-central-asia = Центральная Азия
region-east-asia = Восточная Азия
region-europe = Европа
region-middle-east = Ближний Восток
region-north-america = Северная Америка
region-oceania = Океания
region-south-america = Южная Америка
region-south-asia = Южная Азия
region-southeast-asia = Юго-Восточная Азия
