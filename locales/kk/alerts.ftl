# What subscribers get when something changes.

# $title (String): of the event.
alert-title = 🇪🇺 ЕО-мен келіссөз · <b>{ $title }</b>
# $stage (String): alert-round or a stage's title. $date (String): in words.
alert-before = Бұған дейін: { $stage }, { $date }
alert-after = Енді: <b>{ $stage }</b>, { $date }
alert-now-suspended = Енді: <b>келіссөз уақытша тоқтатылды</b>, { $date }
alert-now-stalled = Енді: <b>келіссөз тоқырап қалды</b>, { $date }
alert-was-suspended = Бұған дейін: келіссөз уақытша тоқтап тұрды, { $date }
alert-was-stalled = Бұған дейін: келіссөз орнынан жылжымай тұрды, { $date }
# $number (String): of the round.
alert-round = { $number }-раунд
# $date (String): in words.
alert-date = { $date }
# $stage (String): a stage's title.
alert-same = Кезең өзгерген жоқ: { $stage }.
alert-rules-same = Сапар тәртібі әзірге өзгермейді: шенген визасы бұрынғыдай керек.
alert-rules-new = Виза бұрынғыдай керек, бірақ енді оны келісім шарттарымен рәсімдеуге болады.
# $source (Html): links.
alert-source = <i>Дереккөз: { $source }</i>
alert-corrected = ✏️ <i>Бұл хабарламаны редактор нақтылады.</i>
# $title (String): of the event that was taken back.
alert-withdrawn = 🇪🇺 <b>Хабарлама қайтарып алынды</b>
    Біз былай деп жазған едік: <s>{ $title }</s>
    Бұл мәлімет енді жарамсыз. Келіссөздің қазір қай кезеңде екені төмендегі түймеде.

# $flag, $name (String): the country.
regime-alert-title = { $flag } <b>{ $name }</b> · кіру тәртібі өзгерді
# $regime (Html): marker, regime, stay.
regime-alert-before = Бұған дейін: { $regime }
regime-alert-after = Енді: <b>{ $regime }</b>
# $date (String): in words.
regime-alert-since = Күні: { $date }

button-alert-stop = 🔕 Енді жібермеу
button-alert-again = 🔔 Қайта жіберу
button-alert-status = 🇪🇺 Келіссөз қай кезеңде
