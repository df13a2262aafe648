# Writing to the editors, and their answer.

feedback-ask = Не дұрыс емес, не жетіспейді – бір хабарламамен жазыңыз. Оны адам оқиды.
# $flag, $place (String): the country the report is about.
feedback-ask-place = { $flag } <b>{ $place }</b>: мұнда не қате? Бір хабарламамен жазыңыз, дереккөзі болса, сілтемесін қоса кетіңіз.
feedback-words = Сөзбен жазып жіберіңізші, сонда не болғанын тезірек түсінеміз.
feedback-thanks = Рақмет, редакторларға жеткіздім. Жауап қажет болса, осында келеді.
feedback-cancelled = Жарайды, ештеңе жіберілмейді.
feedback-answer = Хабарламаңызға редактордың жауабы:

button-feedback-cancel = ✖️ Жазбаймын

# $flag, $place (String): the country the report was about.
feedback-fixed = { $flag } <b>{ $place }</b>: түзеттік. Байқағаныңызға рақмет.
button-feedback-again = ↩️ Жауап жазу
button-feedback-card = 🔎 Карточканы ашу
