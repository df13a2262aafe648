# Papers whose end people are reminded of, and what a passport is too short for.

papers-title = 📄 <b>Менің құжаттарым</b>
papers-none = Паспорт пен визаңыз қай күнге дейін жарамды екенін айтыңыз: алдын ала ескертемін, паспорт мерзімі қай елге жетпейтінін көрсетемін.
    Мысалы, <i>паспорт 15.08.2031</i> не <i>Шенген визасы 12.03.2027</i> деп жазыңыз. Нөмірі мен суреті керек емес, күні болса жеткілікті.
papers-hint = Мерзімін өзгерту не қашан ескертетінін таңдау үшін құжатты басыңыз.
paper-passport = 🛂 Паспорт
# $place (String): flag and name.
paper-visa = Виза: { $place }
# $what (String): the paper. $date (String): in words.
paper-line = { $what } – соңғы күні <b>{ $date }</b>
paper-line-over = ⚠️ { $what } – мерзімі өтіп кетті: { $date }
# $days (Number): left until the last day.
paper-left = { $days ->
    [0] (бүгін)
   *[other] ({ $days } күн қалды)
}
paper-saved = Жазып алдым.
paper-removed = Өшірдім. Бұл құжат туралы енді ескертпеймін.
paper-gone = Бұл құжат тізімде жоқ.

papers-ask-any = Паспорт па, виза ма, соңғы күні қай күн? Мысалы, <i>паспорт 15.08.2031</i> не <i>Шенген 2027 жылғы 12 наурыз</i> деп жазыңыз.
papers-ask-passport = Паспорт қай күнге дейін жарамды? Күні фотосуреті бар бетте тұр. Мысалы, <i>15.08.2031</i> деп жазыңыз.
papers-ask-visa = Қай елдің визасы, қай күнге дейін жарамды? Мысалы, <i>Шенген 12.03.2027</i> деп жазыңыз.
# $place (String): flag and name.
papers-ask-visa-day = { $place }: виза қай күнге дейін жарамды? Мысалы, <i>12.03.2027</i> деп жазыңыз.
# $date (String): in words.
papers-ask-whose = Соңғы күні – { $date }. Бұл не? <i>Паспорт</i> деп не қай елдің визасы екенін жазыңыз, мысалы <i>Шенген</i>.
papers-no-day = Бір күнді толық жазыңыз: <i>15.08.2031</i> не <i>2031 жылғы 15 тамыз</i>.
# $part (String): as typed.
papers-wrong-day = Мұндай күн таппадым: «{ $part }».
papers-many-days = Мұнда бірнеше күн тұр. Біреуін, соңғысын жазыңыз: <i>15.08.2031</i>.
papers-wrong-expired = Бұл күн өтіп кеткен. Жылын тексеріп, қайта жазыңыз.
papers-wrong-too-far = Бұл күнге дейін жиырма жылдан астам уақыт бар. Жылын тексеріп, қайта жазыңыз.
papers-wrong-too-many = Сізде жиырма құжат бар, одан көбін сақтай алмаймын. Керек емесін өшіріңіз: /papers
papers-wrong-no-place = Бұл жер туралы дерегім жоқ. Басқа елді не <i>Шенген</i> деп жазыңыз.

# What places demand of a passport. $months (Number). $places (String): flags and names. $date (String): in words.
passport-short-today = ⚠️ <b>Бүгін барсаңыз, паспорт мерзімі жетпейді:</b>
passport-enough-today = Бүгін барсаңыз, ережесі маған белгілі елдердің бәріне паспорт мерзімі жетеді.
passport-enough-for = <b>Мына жерлерге әзірге жетеді:</b>
passport-demand-entry = • Кіруге болатын соңғы күн – <b>{ $date }</b> (тағы { $months } ай керек): { $places }
passport-demand-leaving = • Шығуға болатын соңғы күн – <b>{ $date }</b> (шыққаннан кейін тағы { $months } ай керек): { $places }
passport-demand-entry-short = • Тағы { $months } ай керек: { $places }
passport-demand-leaving-short = • Шыққаннан кейін тағы { $months } ай керек: { $places }
passport-honest = <i>Мұнда ережесі маған белгілі елдер ғана, басқасын елшіліктен сұраңыз. Дереккөз қай күннен санайтынын айтпаса, кірген күннен санаймын.</i>
# $trip (String): place and days.
passport-trip-short = ⚠️ <b>Мына сапарға паспорт мерзімі жетпейді:</b> { $trip }
# $places (String): names. $count (Number): how many more.
places-more = { $places } және тағы { $count }

button-papers = 📄 Менің құжаттарым
button-papers-back = ↩️ Барлық құжат
button-paper-passport = ➕ Паспорт
button-paper-visa = ➕ Виза
button-paper-change = ✏️ Басқа мерзім
button-paper-remove = 🗑 Өшіру
menu-papers = Паспорт пен виза мерзімі
