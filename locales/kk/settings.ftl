# How alerts are delivered.

settings-title = ⚙️ <b>Хабарламалар қалай келеді</b>
# $language (String): its own name with a flag.
settings-language = Тіл: { $language }
# $cadence (String): one of settings-cadence-*.
settings-cadence = Қашан: <b>{ $cadence }</b>
settings-cadence-at-once = өзгеріс болған бойда
# $time (String): 09:00, local.
settings-cadence-daily = күн сайын сағат { $time }, бәрі бір хабарламада
settings-cadence-weekly = дүйсенбі сайын сағат { $time }, бәрі бір хабарламада
# $hours (String): 22:00–07:30.
settings-quiet = Тыныш уақыт: <b>{ $hours }</b> – осы аралықтағы хабарламалар кейін келеді
settings-quiet-off = Тыныш уақыт қойылмаған
# $zone (String): «Қазақстан, UTC+5».
settings-zone = Уақыт белдеуі: { $zone }
settings-zone-home = Қазақстан
settings-silent-on = Дыбыс: өшірулі
settings-silent-off = Дыбыс: қосулы
settings-saved = Сақталды

settings-quiet-choose = 🌙 <b>Тыныш уақыт</b>
    Бұл кезде хабарламалар күте тұрады да, уақыт біткен соң келеді. Сағат сіздің белдеуіңізбен есептеледі.
settings-quiet-ask = Сағат нешеден нешеге дейін мазаламайын? Мысалы: <b>22:00-07:30</b>
settings-quiet-wrong = Екі уақыт керек: басы мен соңы. Мысалы: <b>22:00-07:30</b> немесе <b>23-7</b>
settings-zone-choose = 🕒 <b>Уақыт белдеуі</b>
    Тыныш уақыт пен жиынтық хабарлама осы белдеумен есептеледі.
settings-zone-ask = Қаланың атын немесе UTC-мен айырмасын жазыңыз. Мысалы: <b>Варшава</b> немесе <b>+3</b>
settings-zone-wrong = Мұндай белдеу табылмады. Жақын маңдағы үлкен қаланы немесе UTC-мен айырмасын жазыңыз: <b>+3</b>

button-settings-cadence-at-once = Бірден
button-settings-cadence-daily = Күн сайын
button-settings-cadence-weekly = Апта сайын
button-settings-quiet = 🌙 Тыныш уақыт
button-settings-zone = 🕒 Уақыт белдеуі
button-settings-silent-on = 🔔 Дыбысты қосу
button-settings-silent-off = 🔕 Дыбыссыз
button-settings-own = Өз уақытым
button-settings-quiet-off = Тыныш уақытсыз
button-settings-zone-own = Басқа қала
