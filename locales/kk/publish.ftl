# The owner's desk for events of the talks: step by step, preview, confirmation, correction, withdrawal.

publish-ask-stage = 📝 <b>Келіссөздегі жаңа оқиға</b>
    Осы оқиғамен қай кезең басталды?
publish-ask-date = 📅 Бұл қашан болды? Күнін жазыңыз: <b>03.03.2026</b>, <b>03.2026</b> немесе <b>2026</b>.
publish-ask-title-ru = 🇷🇺 Орысша тақырып – { $limit } таңбаға дейін. Мысалы: <i>Третий раунд в Брюсселе</i>
publish-ask-title-kk = 🇰🇿 Қазақша тақырып – { $limit } таңбаға дейін. Мысалы: <i>Брюссельдегі үшінші раунд</i>
publish-ask-details-ru = 🇷🇺 Орысша мәтін: екі-үш сөйлем, { $limit } таңбаға дейін.
publish-ask-details-kk = 🇰🇿 Қазақша мәтін: екі-үш сөйлем, { $limit } таңбаға дейін.
publish-ask-source-url = 🔗 Дереккөздің <b>https://</b> деп басталатын сілтемесі
publish-ask-source-name = 📰 Дереккөз қалай аталады? Мысалы: <i>Қазинформ</i>

publish-wrong-stage = Мұндай кезең жоқ. Түймемен таңдаңыз не 1-ден 13-ке дейінгі нөмірін жазыңыз.
publish-wrong-date = Бұл күнге ұқсамайды. Былай жазыңыз: <b>03.03.2026</b>, <b>03.2026</b> немесе <b>2026</b>.
publish-date-ahead = Бұл күн әлі келген жоқ. Тек болған оқиғаны жариялаймыз.
publish-empty = Бұл жерге мәтін керек.
# $length, $limit (Number): letters.
publish-too-long = Тым ұзақ: { $limit } таңбаның орнына { $length }. Қысқартып жазыңыз.
publish-wrong-url = Бұл сілтеме емес. <b>https://</b> не <b>http://</b> деп басталатын толық мекенжай керек.
publish-need-text = Бір хабарламамен мәтін жіберіңіз.

publish-preview = 👆 <b>Жазылушылар осылай көреді</b>, екі тілде.
publish-preview-correct = 👆 <b>Түзетілген хабарлама осындай болады.</b> Жіберілгендері де өзгереді.
# $ru, $kk (Number): people.
publish-recipients = Алушылар: <b>{ $total }</b> – орысша { $ru }, қазақша { $kk }.
publish-moves = Кезең: <b>{ $stage }</b>, { $date }
publish-stays = Кезең өзгермейді: мәлімдеме, { $date }
publish-context = Кезең өзгермейді: жалпы ахуал, { $date }
publish-suspended = Келіссөз уақытша тоқтатылған болып көрсетіледі, { $date }
publish-stalled = Келіссөз тоқырап тұрған болып көрсетіледі, { $date }
# $campaign (String): its number.
publish-done = ✅ Жарияланды. № { $campaign } тарату кезекке қойылды, барысы – /{ $command }
publish-already = Бұл оқиға жарияланып қойған: № { $campaign } тарату.
publish-corrected = ✅ Түзетілді. Жіберілген хабарламалар жаңартылып жатыр.
publish-cancelled = Жарайды, ештеңе жарияламаймын.
publish-no-draft = Бұл жоба жабылған. Жаңасын бастау: /{ $command }
publish-continue = 📝 Басталған жобаны жалғастырамыз.
publish-withdraw-ask = Оқиғаны қайтарып аласыз ба? Ол шежіреден жойылады, ал жіберілген хабарламаларда оның қайтарып алынғаны жазылады.
    <b>{ $title }</b>
publish-withdrawn = 🗑 Оқиға қайтарып алынды. Жіберілген хабарламалар жаңартылып жатыр.
publish-gone = Бұл оқиға енді жоқ.
publish-preview-button = Бұл – алдын ала көрініс: түйме жарияланған соң істейді.

button-publish-statement = 💬 Мәлімдеме, кезең өзгермейді
button-publish-context = 🗂 Жалпы ахуал
button-publish-suspended = ⏸ Келіссөз тоқтатылды
button-publish-stalled = ⏸ Келіссөз тоқырап тұр
button-publish-today = Бүгін
button-publish-yesterday = Кеше
button-publish-skip = Өткізіп жіберу
button-publish-site = { $site }
button-publish-cancel = ✖️ Бас тарту
button-publish-confirm = ✅ Жариялау
button-publish-confirm-correct = ✅ Түзетуді сақтау
button-publish-edit-stage = ✏️ Кезең
button-publish-edit-date = ✏️ Күні
button-publish-edit-title-ru = ✏️ Тақырып 🇷🇺
button-publish-edit-title-kk = ✏️ Тақырып 🇰🇿
button-publish-edit-details-ru = ✏️ Мәтін 🇷🇺
button-publish-edit-details-kk = ✏️ Мәтін 🇰🇿
button-publish-edit-source-url = ✏️ Сілтеме
button-publish-edit-source-name = ✏️ Дереккөз
button-event-correct = ✏️ Түзету
button-event-withdraw = 🗑 Қайтарып алу
button-event-withdraw-yes = 🗑 Иә, қайтарып алу
button-event-withdraw-no = ✖️ Жоқ
