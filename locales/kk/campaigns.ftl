# Campaigns: progress, report, history.

# $id (String), $state (String): campaign-state-*.
campaign-title-broadcast = 📣 <b>{ $id }-тарату</b> · { $state }
campaign-title-alert = 🔔 <b>{ $id }-хабарлама</b> · { $state }
campaign-title-digest = 🗞 <b>{ $id }-жиынтық</b> · { $state }
# $id, $target (String): this campaign and the one it changes. $state (String).
campaign-title-edit = ✏️ <b>{ $id }-түзету</b>: { $target }-таратуды өзгертеді · { $state }
campaign-title-delete = 🗑 <b>{ $id }-өшіру</b>: { $target }-таратуды алып тастайды · { $state }
# $target (String): a campaign's number.
campaign-row-edit = { $target }-таратуды түзету
campaign-row-delete = { $target }-таратуды өшіру
campaign-state-draft = нобай
campaign-state-scheduled = кесте бойынша
campaign-state-running = жіберіліп жатыр
campaign-state-paused = кідіріс
campaign-state-done = жіберіліп болды
campaign-state-cancelled = тоқтатылды
# $moment (String)
campaign-starts = Басталуы: { $moment }
campaign-started = Басталуы: { $moment }
campaign-finished = Аяқталуы: { $moment }
# $done, $total (Number): messages.
campaign-done = { $done } / { $total }
campaign-counting = Алушыларды санап жатырмын, жіберу басталып та кетті
# $rate (Number): messages a second.
campaign-rate = секундына { $rate }
# $count (Number): of the unit.
campaign-left-seconds = шамамен { $count } секундтан кейін бітеді
campaign-left-minutes = шамамен { $count } минуттан кейін бітеді
campaign-left-hours = шамамен { $count } сағаттан кейін бітеді
campaign-left-days = шамамен { $count } күннен кейін бітеді
# $count (Number): messages.
campaign-sent = Жеткізілді: <b>{ $count }</b>
# $count (Number): messages. $reasons (String): each with its count.
campaign-failed = Жеткізілмеді: { $count } ({ $reasons })
campaign-skipped = Жіберілмеді: { $count } ({ $reasons })
campaign-reason-blocked = ботты бұғаттаған
campaign-reason-deactivated = аккаунтын жойған
campaign-reason-not-found = чат табылмады
campaign-reason-refused = Telegram қабылдамады
campaign-reason-timed-out = берілген уақытта жетпеді
campaign-reason-cancelled = тарату тоқтатылды
campaign-reason-left = кеткен немесе жазылымнан шыққан
campaign-reason-no-text = тілінде мәтін жоқ

# $pending (Number): not sent yet. $sent (Number): sent already.
campaign-cancel-ask = Тоқтатамыз ба? Әлі жіберілмегені: <b>{ $pending }</b>, олар хабарлама алмайды. Жіберілгені адамдарда қалады.
campaign-delete-ask = Жіберілгенді бәрінен өшірейік пе? Хабарлама саны: <b>{ $sent }</b>. Telegram 48 сағаттан ескі хабарламаны өшіртпейді.
# $language (String): broadcast-in-*.
campaign-edit-ask = Жаңа мәтінді { $language } жіберіңіз. Ол жіберілген мәтіннің орнын басады; фото мен файл қалады, жазуы ғана ауысады.
campaign-edit-which = Қай тілдегі мәтінді өзгертеміз?
campaign-edit-nothing = Мұнда өзгертетін ештеңе жоқ: бұл хабарламада мәтін жоқ.
campaign-edit-words = Мәтін керек: тек соны ауыстыруға болады.
campaign-paused = Кідірттім
campaign-resumed = Жалғастырдым
campaign-cancelled = Тоқтаттым
campaign-too-late = Күйі өзгеріп кеткен, қазіргісін көрсетіп тұрмын
campaigns-title = 📚 <b>Таратулар мен хабарламалар</b>
campaigns-none = Әзірге тарату болған жоқ. Алғашқысы: /broadcast

button-campaign-pause = ⏸ Кідірту
button-campaign-resume = ▶️ Жалғастыру
button-campaign-cancel = ✖️ Тоқтату
button-campaign-cancel-yes = ✅ Иә, тоқтату
button-campaign-cancel-no = ← Тоқтатпау
button-campaign-edit = ✏️ Жіберілгенді өзгерту
button-campaign-edit-no = ✖️ Өзгертпеу
button-campaign-delete = 🗑 Жіберілгенді өшіру
button-campaign-delete-yes = ✅ Иә, бәрінен өшіру
button-campaign-delete-no = ← Өшірмеу
button-campaigns = 📚 Барлық тарату
