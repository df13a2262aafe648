# The editors' queue: what people wrote, and questions that were not understood.

queue-empty = 📬 Кезек бос: бәрі қаралды.
# $mistakes, $feedback, $questions (Number): how many wait.
queue-title = 📬 <b>Кезек</b>
    Қате туралы хабар: <b>{ $mistakes }</b>
    Пікір: <b>{ $feedback }</b>
    Түсініксіз сұрақ: <b>{ $questions }</b>
# $count (Number): reports since the last notice.
queue-new = 📬 Кезекте { $count } жаңа хабар бар
queue-no-reports = Мұнда бәрі қаралды.
queue-no-questions = Түсініксіз сұрақ жоқ.
# $place (Html): flag and name. $count (Number): reports on it.
queue-place = { $place } · { $count } хабар
# $id (String), $date (String), $language (String): queue-language-*.
queue-report-title = ✉️ <b>{ $id }-хабарлама</b> · { $date } · { $language } жазған
queue-language-ru = орысша
queue-language-kk = қазақша
queue-ask-answer = Жауапты бір хабарламамен жазыңыз: адам оны бот атынан, өз сөзі дәйексөзбен бірге алады.
queue-answered = Жауап жіберілді.
queue-not-delivered = Жауап жетпеді: адам ботты бұғаттаған. Хабарлама кезектен алынды.
queue-not-sent = Telegram жауапты қазір қабылдамады. Хабарлама кезекте қалды, кейінірек көріңіз.
# $count (Number): people.
queue-thanked = { $count } адамға рақмет айтылды
queue-taken = Мұны басқа редактор жасап қойған.
queue-closed = Кезектен алынды
# $count (Number): open questions.
queue-questions-title = ❓ <b>Түсініксіз сұрақтар: { $count }</b>
    Оң жақта – неше рет сұралғаны. Қарау үшін нөмірін ашыңыз.

# $count (Number): times. $date (String): in digits.
questions-asked = { $count } рет сұралған, соңғысы – { $date }.
# $spellings (String): other ways it was written.
questions-also = Былай да жазған: { $spellings }
questions-answer-good = Енді бот сұрақты түсінеді, жауабы:
questions-answer-bad = Қазір бот былай жауап береді:
questions-none-solved = Кезекте енді түсінікті болған сұрақ жоқ.
# $count (Number): questions.
questions-solved-ask = Бот енді <b>{ $count }</b> сұрақты түсінеді. Оларды кезектен аламыз ба?
questions-closed = Алынды: { $count }

# $question (String).
alias-ask-word = Сұрақтағы қай сөз – жердің аты?
    <i>{ $question }</i>
    Басыңыз немесе жазыңыз.
# $alias (String): the new name.
alias-ask-place = «{ $alias }» деген қай жер? Таңдаңыз немесе елді жазыңыз.
# $alias (String): the new name. $place (Html): flag and name.
alias-preview = «{ $alias }» → { $place }
# $question (String).
alias-answer = «{ $question }» деген сұраққа бот былай жауап береді:
alias-answer-bad = ⚠️ «{ $question }» деген сұрақтың жауабы бәрібір басқаша болады:
alias-stored = Атау қосылды
alias-known = Мұндай атау бар
alias-gone = Бұл атау енді жоқ
alias-wrong-length = Атау 3–60 әріптен, төрт сөзден аспауы керек.
alias-wrong-letters = Атауда әріп тым аз.
alias-wrong-place = Қай ел екенін түсінбедім. Басқаша жазыңыз немесе таңдаңыз.
# $place (Html): a country's name.
alias-wrong-taken = Бұл атау басқа жердікі: { $place }.
# $place (Html): a country's name.
alias-wrong-own = Бұл атауды бот біледі: { $place }.
alias-wrong-word = Бұл сөзді бот сұрақтың бөлігі деп түсінеді, оны атау ете алмаймыз.
# $count (Number): of names.
alias-title = 🏷 <b>Қосылған атаулар: { $count }</b>
alias-none = 🏷 Қосылған атау әзірге жоқ. Оларды түсініксіз сұрақтардан қосады.
# $alias (String): the name. $place (Html): flag and name.
alias-remove-ask = «{ $alias }» → { $place } атауын жоямыз ба?

# $count (Number)
button-queue-mistakes = ✏️ Қателер · { $count }
# $count (Number)
button-queue-feedback = ✉️ Пікірлер · { $count }
# $count (Number)
button-queue-questions = ❓ Сұрақтар · { $count }
button-queue-aliases = 🏷 Атаулар
button-queue-open = 📬 Кезекті ашу
button-queue-answer = ✍️ Жауап беру
button-queue-fixed = ✅ Түзетілді
# $count (Number): reports on the country.
button-queue-fixed-all = ✅ { $count }-і де
button-queue-card = 🔎 Карточка
button-queue-edit = ✏️ Өзгерту
button-queue-close = ☑️ Жауапсыз жабу
button-queue-cancel = ✖️ Жауап бермеу
button-questions-alias = 🏷 Бұл – жер аты…
button-questions-fixed = ✅ Түзетілді
button-questions-drop = 🗑 Керегі жоқ
button-questions-solved = 🧹 Түсініктісін алу
button-questions-solved-yes = Иә, алу
button-alias-store = ✅ Атауды қосу
button-alias-remove = Иә, жою

audit-action-report-fixed = қате түзетілді
audit-action-alias-add = атау қосылды
audit-action-alias-remove = атау жойылды
