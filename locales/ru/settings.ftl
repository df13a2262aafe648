# How alerts are delivered.

settings-title = ⚙️ <b>Как присылать уведомления</b>
# $language (String): its own name with a flag.
settings-language = Язык: { $language }
# $cadence (String): one of settings-cadence-*.
settings-cadence = Когда: <b>{ $cadence }</b>
settings-cadence-at-once = сразу, как только что-то изменилось
# $time (String): 09:00, local.
settings-cadence-daily = одной сводкой каждый день в { $time }
settings-cadence-weekly = одной сводкой по понедельникам в { $time }
# $hours (String): 22:00–07:30.
settings-quiet = Тихие часы: <b>{ $hours }</b> — что придёт за это время, пришлю после
settings-quiet-off = Тихих часов нет
# $zone (String): «Казахстан, UTC+5».
settings-zone = Часовой пояс: { $zone }
settings-zone-home = Казахстан
settings-silent-on = Звук: выключен
settings-silent-off = Звук: включён
settings-saved = Сохранено

settings-quiet-choose = 🌙 <b>Тихие часы</b>
    В это время уведомления подождут и придут, когда оно закончится. Часы — по вашему поясу.
settings-quiet-ask = Напишите, с какого и до какого часа не беспокоить. Например: <b>22:00-07:30</b>
settings-quiet-wrong = Нужны два времени: начало и конец. Например: <b>22:00-07:30</b> или <b>с 23 до 7</b>
settings-zone-choose = 🕒 <b>Часовой пояс</b>
    По нему считаются тихие часы и время сводки.
settings-zone-ask = Напишите город или разницу с UTC. Например: <b>Варшава</b> или <b>+3</b>
settings-zone-wrong = Не нашёл такого пояса. Напишите большой город по соседству или разницу с UTC: <b>+3</b>

button-settings-cadence-at-once = Сразу
button-settings-cadence-daily = Раз в день
button-settings-cadence-weekly = Раз в неделю
button-settings-quiet = 🌙 Тихие часы
button-settings-zone = 🕒 Часовой пояс
button-settings-silent-on = 🔔 Включить звук
button-settings-silent-off = 🔕 Без звука
button-settings-own = Свои часы
button-settings-quiet-off = Без тихих часов
button-settings-zone-own = Другой город
