# The editors' queue.

queue-empty = 📬 Кезек бос: бәрі қаралды.
# $reports, $questions (Number): how many wait.
queue-title = 📬 <b>Кезек</b>
    Жауап күткен хабарлама: <b>{ $reports }</b>
    Түсініксіз сұрақ: <b>{ $questions }</b>
queue-no-reports = Жауап күткен хабарлама жоқ.
queue-no-questions = Түсініксіз сұрақ жоқ.
# $id (String), $date (String), $language (String): queue-language-*.
queue-report-title = ✉️ <b>{ $id }-хабарлама</b> · { $date } · { $language } жазған
queue-language-ru = орысша
queue-language-kk = қазақша
queue-ask-answer = Жауапты бір хабарламамен жазыңыз: адам оны бот атынан, өз сөзі дәйексөзбен бірге алады.
queue-answered = Жауап жіберілді.
queue-not-delivered = Жауап жетпеді: адам ботты бұғаттаған сияқты. Хабарлама кезектен алынды.
queue-taken = Мұны басқа редактор жасап қойған.
queue-closed = Кезектен алынды
# $count (Number): open questions.
queue-questions-title = ❓ <b>Түсініксіз сұрақтар: { $count }</b>
    Оң жақта – неше рет сұралғаны. Шешілгенін нөмірімен алып тастаңыз.

# $count (Number)
button-queue-reports = ✉️ Хабарламалар · { $count }
# $count (Number)
button-queue-questions = ❓ Сұрақтар · { $count }
button-queue-answer = ✅ Жауап беру
button-queue-close = ☑️ Жауапсыз жабу
button-queue-cancel = ✖️ Жауап бермеу
