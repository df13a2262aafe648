# The desk: its menu, the editors, the log.

# $role (String): admin-role-*.
admin-title = 🛠 <b>Пульт</b> · сіз – { $role }
admin-role-owner = иесі
admin-role-user = пайдаланушы
admin-role-editor = редактор
admin-hint-owner = Келіссөз оқиғалары, таспа жаңалықтары, елдер, тарату, кезек, редакторлар және журнал.
admin-hint-editor = Таспа жаңалықтары, елдер, тарату, кезек және журнал. Келіссөз оқиғаларын иесі жариялайды, редакторларды да сол тағайындайды.

button-admin-publish = 📝 Жаңа оқиға
button-admin-broadcast = 📣 Жаңа тарату
button-admin-campaigns = 📊 Таратулар
button-admin-queue = 📬 Кезек
button-admin-stats = 📈 Статистика
button-admin-editors = 👥 Редакторлар
button-admin-audit = 🗒 Журнал
button-admin-home = 🛠 Пульт

# $count (Number): of editors.
editors-title = 👥 <b>Редакторлар: { $count }</b>
editors-none = 👥 <b>Әзірге редактор жоқ</b>
editors-hint = Редактор жаңалықтар мен кезекті қарайды, елдерді түзетеді, тарату жүргізеді. Келіссөз оқиғаларын тек сіз жариялайсыз.
# $person (Html): a link to the person.
editors-line = • { $person }
editors-ask = Сол адамның кез келген хабарламасын осында қайта жіберіңіз, не контактісін, не Telegram ID-ін жазыңыз. Алдымен ол ботқа өзі жазуы керек.
editors-hidden = Бұл адам қайта жіберілген хабарламаларда өзін жасырған. Telegram ID-ін не контактісін сұраңыз.
editors-wrong = Бұл жерден адам таппадым. Қайта жіберілген хабарлама, контакт не Telegram ID (сан) керек.
editors-unknown = Бұл адам ботқа әлі жазбаған. Ол ботқа /start жіберсін, содан кейін қайталап көріңіз.
editors-owner = Бұл – бот иесі: оның барлық құқығы бар.
# $person (Html): a link to the person.
editors-added = ✅ { $person } енді редактор.
editors-remove-ask = { $person } редакторлар қатарынан шығарылсын ба?
editors-removed = { $person } енді редактор емес.
editors-not = Бұл адам редактор емес.
editors-welcome = Сіз енді Сапар редакторысыз. Пульт – /{ $command }
button-editors-add = ➕ Қосу
# $id (String): Telegram's id.
button-editors-remove = ✖️ { $id }
button-editors-remove-yes = Иә, шығару
button-editors-no = ← Тізімге

audit-title = 🗒 <b>Әрекеттер журналы</b>
audit-empty = Журнал әзірге бос.
# $moment (String): date and time. $who (Html), $action (String): audit-*; $details (String).
audit-line = <b>{ $moment }</b> · { $who } · { $action }{ $details }
audit-command-line = командалық жол
audit-action-talks-publish = оқиға жарияланды
audit-action-talks-correct = оқиға түзетілді
audit-action-talks-withdraw = оқиға қайтарып алынды
audit-action-editor-add = редактор тағайындалды
audit-action-editor-remove = редактор шығарылды
audit-action-broadcast-confirm = тарату жіберілді
audit-action-broadcast-test = өзіне сынама тарату
audit-action-broadcast-drop = тарату жобасы өшірілді
audit-action-report-answer = хабарламаға жауап берілді
audit-action-report-close = хабарлама жабылды
audit-action-question-close = сұрақ кезектен алынды
audit-action-campaign-pause = тарату кідіртілді
audit-action-campaign-resume = тарату жалғастырылды
audit-action-campaign-cancel = тарату тоқтатылды
audit-action-campaign-edit = тарату түзетілді
audit-action-campaign-delete = тарату алушылардан өшірілді
audit-action-destinations-change = елдер дерегі өзгертілді
audit-action-refused-rights = бас тартылды: құқығы жоқ
audit-action-refused-forged = белгісіз батырма
audit-action-refused-replayed = бұрын жасалғанды қайталау
# What an act was about.
audit-detail-campaign = тарату
audit-detail-by = түзету
audit-detail-language = тіл
audit-detail-text = мәтін
audit-detail-report = хабарлама
audit-detail-reply = жауап
audit-detail-role = рөлі
audit-detail-attempt = әрекеті
audit-detail-destinations = елдер
audit-detail-user = адам
audit-detail-event = оқиға
audit-detail-stage = кезең
audit-detail-date = күні
audit-detail-draft = жоба
audit-detail-more = әрі қарай жазылмады
audit-title-refused = 🗒 <b>Журнал: бас тартылғандар</b>
button-audit-refused = 🚫 Тек бас тартылғандар
button-audit-all = 🗒 Барлық әрекет
button-audit-older = Бұрынғысы →
button-audit-newest = ⇤ Жаңасына
