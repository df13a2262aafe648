# «Where can I go»: three questions, then the list.

menu-where = Куда поехать: подобрать страну
button-where = 🧭 Подобрать заново
where-title = 🧭 <b>Куда поехать</b>
# $wishes (String): what was chosen. $count (Number): how many destinations are left.
where-so-far = { $wishes }: { $count ->
    [one] <b>{ $count }</b> направление
    [few] <b>{ $count }</b> направления
   *[other] <b>{ $count }</b> направлений
}
where-ask-regime = Какой въезд подойдёт? Число на кнопке – сколько направлений.
where-ask-days = На сколько дней едете?
where-ask-region = В какую часть света?
# $count (Number): how many are found.
button-where-show = Показать { $count }
