# The stay calculator. Days of entry and exit both count.

stay-ask-place = Қай ел бойынша күн санаймыз? Елдің атын жазыңыз немесе түймені басыңыз.
stay-unknown-place = Елді танымадым. Атын жазыңыз, мысалы <i>Түркия</i> не <i>Шенген</i>.
# $place (String): flag and name.
stay-ask-trips = { $place }: онда қашан болдыңыз?
    Кірген және шыққан күніңізді жазыңыз: <i>12–20 наурыз, 5.05–1.06.2026</i>. Әлі сонда болсаңыз: <i>5 мамырдан бері</i>.
    Күндерді күнтізбеден белгілеуге де болады.
stay-ask-more = { $place }: тағы қандай сапарларыңыз болды? Күнін жазыңыз не күнтізбеден белгілеңіз.
stay-ask-plan = { $place }: қашан барғыңыз келеді? Мысалы, <i>1–20 шілде</i> деп жазыңыз.
stay-year-rule = Жылын жазбасаңыз да болады: болған сапарға жақын өткен жылды, жоспарға алдағы жақын жылды аламын.
stay-over = Бұл есеп аяқталған. Қайта бастаңыз: /stay

# $place (String): flag and name. $days (Number): days in a row that are possible.
stay-left = { $place }: <b>{ $days } күн</b> қалды
stay-left-longer = { $place }: қатарынан тағы <b>{ $days } күн</b> болуға болады
stay-left-none = { $place }: <b>күн қалмады</b>
stay-left-free = { $place }: <b>мерзім шектелмеген</b>
# $used of $days (Number) in the last $window (Number) days, from $since (String).
stay-used-window = Соңғы { $window } күнде { $days } күннің <b>{ $used }</b> күні жұмсалды. Есеп басы: { $since }.
stay-used-first = Алғаш кіргеннен бергі { $window } күнде { $days } күннің <b>{ $used }</b> күні жұмсалды. Есеп басы: { $since }.
# $window (Number) days that have not begun.
stay-used-first-none = { $window } күннің есебі келесі кірген күннен қайта басталады.
stay-used-year = Биыл { $days } күннің <b>{ $used }</b> күні жұмсалды.
stay-used-entry = Осы сапарда { $days } күннің <b>{ $used }</b> күні жұмсалды.
# $date (String): a date in words.
stay-last-entering = Бүгін кірсеңіз, соңғы күн – <b>{ $date }</b>.
stay-last-there = Сіз сондасыз. Соңғы күн – <b>{ $date }</b>.
stay-last-overdue = ⚠️ Мерзім өтіп кетті. Соңғы күн <b>{ $date }</b> болатын.
stay-old-days = Сол уақытта ескі күндер есептен шығып қалады, сондықтан бүгінгі қалдықтан ұзағырақ болуға болады.
stay-return = Қайта кіруге болатын алғашқы күн – <b>{ $date }</b>.
# $days (Number): the longest stay.
stay-whole = Қатарынан { $days } күн болу үшін кіретін алғашқы күн – <b>{ $date }</b>.
stay-each-entry = Әр кірген сайын есеп қайта басталады.

stay-caution-new-entry = Шығып, қайта кіргенде есеп жаңадан басталатынын дереккөздер айтпайды: елшіліктен сұраңыз.
stay-caution-extension = Мерзімді сол жерде ұзартуға болады, бұл жерде ол есепке алынбады.
stay-caution-one-place = Бұл ереже барлық жерде бірдей емес: шарты елдің карточкасында.
stay-caution-visa = Виза керек, әрі визаның өзінде күн аз болуы мүмкін: визадағы болу мерзімін қараңыз.
stay-honest = <i>Бұл – жай көмек, соңғы сөзді шекарашы айтады.</i>
# $url (String): the EU's calculator.
stay-honest-schengen = <i>Бұл – жай көмек, соңғы сөзді шекарашы айтады. <a href="{ $url }">ЕО калькуляторымен</a> тексеріп алыңыз.</i>

stay-trips = <b>Сапарлар</b>
# $span (String): days in words. $days (Number).
stay-trip = • { $span }: { $days } күн
# $over (Number): days too many.
stay-trip-over = ⚠️ мерзімнен { $over } күн артық
stay-no-trips = Әзірге сапар жоқ.
# $first, $last (String): days. $month, $year (String).
stay-span-month = { $year } жылғы { $first }–{ $last } { $month }
stay-span-year = { $year } жылғы { $first } – { $last }
stay-span = { $first } – { $last }
stay-span-open = { $first } – әлі сондасыз
# $count (Number): earlier trips that are not shown.
stay-trips-more = … тағы { $count }

# $plan (String): days in words. $place (String). $days (Number): of the plan.
stay-plan-fine = ✅ { $place }, { $plan }: <b>болады</b>, бұл – { $days } күн.
# $left (Number): days in a row.
stay-plan-left = Сапардан кейінгі күні қорыңызда { $left } күн қалады.
# $over (Number): days too many. $date (String): the first of them.
stay-plan-over = ❌ { $place }, { $plan }: <b>болмайды</b>, мерзімнен { $over } күн артық.
    Артық күннің алғашқысы – <b>{ $date }</b>.
# $trip (String): the later trip. $over (Number).
stay-plan-spoils = ❌ { $place }, { $plan }: <b>болмайды</b>. Кейінгі сапарға { $over } күн жетпей қалады: { $trip }.
# $rule (String): the limit.
stay-plan-rule = Себебі ереже мынадай: { $rule }.
stay-limit-entry = бір кіргенде { $days } күннен аспауы керек
stay-limit-window = кез келген { $window } күнде { $days } күннен аспауы керек
stay-limit-first = алғаш кіргеннен бергі { $window } күнде { $days } күннен аспауы керек
stay-limit-year = бір күнтізбелік жылда { $days } күннен аспауы керек
stay-plan-fits = Қатарынан сонша күн болу үшін кіретін алғашқы күн – <b>{ $date }</b>.

# Why a stay can't be computed. $place (String): flag and name.
stay-why-visa-says = { $place }: неше күн болуға болатыны визаның өзінде жазылады. Оны мен есептей алмаймын.
stay-why-not-admitted = { $place }: қазір ол елге кіргізбейді, санайтын күн жоқ.
stay-why-not-stated = { $place }: неше күн болуға болатынын дереккөздер айтпайды. Елшіліктен сұраңыз.
stay-why-schengen-entry = { $place }: мерзім бұл елге емес, Шенгенге алғаш кірген күннен саналады. Шенген бойынша санап көріңіз де, елшіліктен сұраңыз.
stay-why-unclear-total = { $place }: күндер әр сапарға беріле ме, әлде бәріне ортақ па – дереккөздер айтпайды. Елшіліктен сұраңыз.
stay-why-other-words = { $place }: ережесі мен санай алатыннан күрделірек. Ол елдің карточкасында жазылған.

# What is wrong with typed days. $part (String): as typed.
stay-wrong-reversed = «{ $part }»: шыққан күн кірген күннен бұрын тұр. Осы сапарды қайта жазыңыз.
stay-wrong-impossible = «{ $part }»: ондай күн жоқ. Осы сапарды қайта жазыңыз.
stay-wrong-no-month = «{ $part }»: бұл қай ай?
stay-wrong-no-dates = «{ $part }»: нешесінен нешесіне дейін?
stay-wrong-no-end = «{ $part }»: қай күнге дейін?
stay-wrong-no-start = «{ $part }»: қай күннен бастап?
stay-wrong-too-far = «{ $part }»: бүгіннен тым алыс. Жылын тексеріңіз.
stay-no-days = Күн көре алмадым. Мысалы, <i>12–20 наурыз</i> не <i>12.03–20.03.2026</i> деп жазыңыз.
stay-kept = Сақтап қойдым. Сапарларыңызды тек өзіңіз көресіз, қалаған уақытта өшіресіз.
stay-forgot = Өшірдім. Бұл сапарлар енді сақталмайды.
stay-nothing-kept = Бұл сапарлар онсыз да сақталмаған.
stay-ask-drop = Қай сапарды алып тастайын?

stay-calendar-first = <b>Кірген күнді</b> белгілеңіз.
# $date (String): the day of entry.
stay-calendar-last = Кірген күн: <b>{ $date }</b>. Енді <b>шыққан күнді</b> белгілеңіз.

button-stay = 🧮 Неше күн қалды
button-stay-plan = 🔮 Жоспарды тексеру
button-stay-picture = 🖼 Сурет түрінде
button-stay-add = ➕ Сапар қосу
button-stay-drop = ✏️ Сапарды алып тастау
button-stay-keep = 💾 Сапарларды сақтау
button-stay-forget = 🗑 Сапарларды өшіру
button-stay-place = 🌍 Басқа ел
button-stay-calendar = 📅 Күнтізбе
button-stay-none = Сапар болған жоқ
button-stay-there = Мен әлі сондамын
button-stay-answer = ↩️ Есепке оралу
button-stay-card = 📄 Елдің карточкасы
button-stay-schengen = 🧮 Шенген бойынша санау
menu-stay = Елде неше күн қалды
