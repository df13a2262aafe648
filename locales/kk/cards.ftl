# The country card. Regimes stand after a marker: 🟢 виза қажет емес.

regime-visa-free = виза қажет емес
regime-visa-on-arrival = виза барған жерде беріледі
regime-evisa = электронды виза
regime-eta = электронды рұқсат
regime-visa-required = виза керек
regime-not-admitted = кіруге болмайды

# $days (Number): longest stay in days.
stay-short = { $days } күн
stay-short-year = 1 жыл
# $days (Number): longest stay in days.
stay-up-to = <b>{ $days } күнге</b> дейін болуға болады.
# $days (Number): longest stay in days; every entry begins a new count.
stay-per-entry = Бір сапарда <b>{ $days } күнге</b> дейін болуға болады.
stay-year = Бір сапарда <b>1 жылға</b> дейін болуға болады.
# $days (Number) of any $window (Number) days, rolling.
stay-window = Кез келген { $window } күнде <b>{ $days } күнге</b> дейін — барлық сапардың күндері қосылып есептеледі.
# $days (Number) of $window (Number) days that begin with the first entry.
stay-window-first = Алғаш кірген күннен бастап { $window } күнде <b>{ $days } күнге</b> дейін.
# $days (Number) an entry, $total (Number) of any $window (Number) days.
stay-entry-window = Бір сапарда <b>{ $days } күнге</b> дейін, кез келген { $window } күнде барлығы <b>{ $total } күнге</b> дейін.
# $days (Number) of any $window (Number) days, on a Schengen visa.
stay-on-visa = Шенген визасымен кез келген { $window } күнде <b>{ $days } күнге</b> дейін — Шенгеннің барлық елі бірге есептеледі.

# $place (String): what the person wrote. $country (String): the country's name.
card-called = 📍 { $place } – бұл { $country }.
# $months (Number): how long the passport must be valid.
card-passport = Паспорт тағы кемінде <b>{ $months } ай</b> жарамды болуы керек.
# $months (Number): how long after leaving the passport must be valid.
card-passport-after = Паспорт елден шыққаннан кейін тағы <b>{ $months } ай</b> жарамды болуы керек.
card-purpose = Бұл тәртіп жай паспортпен қысқа сапарға арналған. Жұмыс пен оқуға виза керек.
# $agreement (String): the treaty the regime rests on.
card-agreement = Негізі: { $agreement }.
card-transit = ↪️ Транзит туралы: жолай тоқтайтын елдің өз тәртібі бар. Оны бөлек сұраңыз.
card-days-unknown = Неше күн болуға болатынын дереккөздер нақтыламайды: елшіліктен сұраңыз.
card-explains-visa-on-arrival = Виза барған соң шекарада беріледі.
card-explains-evisa = Виза сапарға дейін интернет арқылы рәсімделеді.
card-explains-eta = Рұқсат ұшар алдында интернет арқылы алынады. Бұл виза емес, бірақ онсыз ұшаққа отырғызбайды.
card-explains-visa-required = Виза сапарға дейін елшіліктен не визалық орталықтан алынады.
card-explains-not-admitted = Қазір ол елге кіргізбейді.
# $notes (String): what the sources say.
card-disputed = ⚠️ { $notes } Сапар алдында елшіліктен нақтылаңыз.
# $date (String): a date in words.
card-old = ⚠️ Дерек соңғы рет бір жылдан астам бұрын расталған: { $date }. Сапар алдында елшіліктен тексеріңіз.
# $source (String): a link. $date, $confirmed (String): dates in digits.
card-source = <i>Дереккөз: { $source }, { $date }</i>
card-source-confirmed = <i>Дереккөз: { $source }, { $date } · { $confirmed } расталды</i>
# $flag, $name, $marker, $regime (String).
card-share-text = { $flag } { $name }: { $marker } { $regime } – Қазақстан азаматтарына

# $count (Number): how many states.
schengen-card = 🇪🇺 <b>Шенген</b> · 🔴 виза керек
    Бір виза Шенгеннің { $count } елінің бәріне жарайды: кез келген 180 күнде <b>90 күнге</b> дейін.
    Құжатты ең ұзақ болатын еліңіздің өкілдігіне тапсырасыз.
    Визаны жеңілдету туралы келіссөз жүріп жатыр, бірақ тәртіп әзірге бұрынғыдай.
schengen-line = 🇪🇺 <b>Шенген</b> · 🔴 виза керек · бәріне бір виза
places-one-schengen-visa = Шенген елдерінің бәріне бір виза жетеді.

ask-back = Бұл атау екі елге сай келеді. Қайсысын айттыңыз?
not-understood-nearest = Дұрыс түсінгеніме сенімді емеспін. Мүмкін, мынаны айтқан шығарсыз?
not-understood = Сұрағыңызды түсінбедім. Елдің не қаланың атын жазыңыз – виза керек пе, айтамын. Мысалы: <i>Түркия</i> немесе <i>Грузияда неше күн болуға болады</i>.
off-topic = Бұған көмектесе алмаймын. Мен тек Қазақстан азаматтарына виза мен шетелге шығу туралы жауап беремін. Елдің атын жазыңыз – виза керек пе, айтамын.
places-choose-practical = Қай ел туралы толығырақ айтайын?
# $name (String): a territory.
place-no-facts = <b>{ $name }</b>: бұл аумақ туралы бөлек дерегім жоқ. Ол қарайтын елдің елшілігінен нақтылаңыз.
