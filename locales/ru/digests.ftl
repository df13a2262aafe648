# Several alerts in one message. $count (Number): how many.
digest-title = 🗞 <b>Пока вы отдыхали: { $count ->
    [one] { $count } новость
    [few] { $count } новости
   *[other] { $count } новостей
}</b>
digest-more = И ещё { $count ->
    [one] { $count } новость
    [few] { $count } новости
   *[other] { $count } новостей
}: откройте /eu.
