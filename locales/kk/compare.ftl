# Places side by side. compare-row-*: the name of a row; compare-short-*: the same in a table for a phone.

button-compare = ⚖️ Салыстыру
button-compare-picture = 🖼 Сурет түрінде
button-compare-more = ➕ Тағы бір ел
button-compare-cancel = Салыстырмау
compare-row-days = Неше күн
compare-row-counted = Қалай есептеледі
compare-row-passport = Паспорттың қалған мерзімі
compare-row-confirmed = Дерек расталған күн
compare-row-fee = Виза қанша тұрады
compare-row-processing = Визаны қанша күтесіз
compare-short-days = Неше күн
compare-short-counted = Есебі
compare-short-passport = Паспорт
compare-short-confirmed = Расталды
compare-by-visa = визада
compare-a-year = бір жылда
# $window (Number): days of the window that the stays are counted in.
compare-of-window = { $window } күнде
# $total, $window (Number): days in all, days of the window.
compare-entry-of-window = бір сапарда, { $window } күнде барлығы { $total }
compare-per-entry = бір сапарда
# $months (Number)
compare-months = { $months } ай
compare-unknown = дерек жоқ
compare-no-visa = виза керек емес
compare-not-known = тексерілген дерек жоқ
# $value (String): the same for all.
compare-everywhere = бәрінде { $value }
compare-legend = <i>≠ – мұнда шарты әртүрлі</i>
# $name (String): a country or several.
compare-easier = Кіру оңайырақ: <b>{ $name }</b>.
compare-longer = Ұзағырақ болуға болады: <b>{ $name }</b>.
compare-same = Кіру тәртібі бірдей. Толығырақ – карточкаларда.
compare-both-schengen = Тәртіп бірдей: бәрі Шенген, виза ортақ.
# $most (Number): how many are compared at once.
compare-most = Бірден { $most } елден артық салыстырмаймын. Қалғандары – батырмаларда.
# $places (String): flags and names.
compare-which = { $places }: қай елмен салыстырайын? Атын жазыңыз не таңдаңыз.
# The same, where what was typed was not clear.
compare-which-offered = { $places }: қай елді айтқаныңызды дұрыс түсінбедім. Мүмкін, осылардың бірі шығар? Немесе қайта жазып көріңіз.
compare-which-two = Қай елдерді салыстырайын? Екі не үш елді үтірмен жазыңыз немесе мысалды таңдаңыз.
compare-cancelled = Жарайды, салыстырмаймыз.
compare-drawing = Сызып жатырмын…
compare-picture-failed = Сурет шықпай қалды. Сәлден соң қайталап көріңіз.
compare-picture-title = Елдерді салыстыру
compare-picture-below = Қазақстан азаматтарының кіру тәртібі
compare-picture-entry = Кіру және мерзім
compare-picture-visa = Виза
compare-picture-legend = Шарты әртүрлі жолдар нүктемен белгіленген.
