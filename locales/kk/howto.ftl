# Practical questions. practical-*: after the place's name; button-practical-*: on a button.

practical-documents = құжаттар
practical-fee = қанша тұрады
practical-processing-time = қанша күтесіз
practical-where-to-apply = қайда тапсырасыз
practical-stay = неше күн болуға болады
practical-passport-validity = паспорт мерзімі
practical-insurance = сақтандыру
practical-children = баламен сапар
practical-transit = транзит
practical-extension = мерзімді ұзарту
practical-multiple-entry = көп реттік виза
practical-refusal = виза берілмесе
practical-photo = фото
practical-biometrics = биометрия
practical-evisa-portal = онлайн қайда алынады
practical-registration = тіркелу
practical-work-study = жұмыс пен оқу
practical-border-tips = шекарада

button-practical-documents = 📄 Құжаттар
button-practical-fee = 💶 Қанша тұрады
button-practical-processing-time = ⏳ Қанша күтесіз
button-practical-where-to-apply = 🏛 Қайда тапсыру
button-practical-stay = 📅 Неше күн
button-practical-passport-validity = 🛂 Паспорт мерзімі
button-practical-insurance = 🏥 Сақтандыру
button-practical-children = 👧 Баламен
button-practical-transit = ↪️ Транзит
button-practical-extension = ➕ Ұзарту
button-practical-multiple-entry = 🔁 Көп реттік
button-practical-refusal = 🚫 Бас тарту
button-practical-photo = 📷 Фото
button-practical-biometrics = 👆 Биометрия
button-practical-evisa-portal = 💻 Онлайн
button-practical-registration = 🏠 Тіркелу
button-practical-work-study = 🎓 Жұмыс пен оқу
button-practical-border-tips = 🚧 Шекарада

howto-general = ℹ️ <b>Жалпы ережелер</b>
howto-from-schengen = Бұл – Шенген елдеріне ортақ ереже.
howto-unsure = ⚠️ Дереккөз ресми емес: сапар алдында тексеріп алыңыз.
# $place (String): flag and name.
howto-menu = { $place }: не туралы айтайын?
howto-menu-empty = { $place }: әзірге толығырақ дерек жоқ. Сол елдің елшілігінен нақтылаңыз.
howto-unknown = Бұл туралы тексерілген дерек әзірге жоқ. Ең дұрысы – сол елдің елшілігінен сұраңыз.
# $source (String): a link.
howto-unknown-place = Бұл туралы тексерілген дерек әзірге жоқ. Режимнің өзі туралы: { $source }; қалғанын елшіліктен сұраған жөн.
# $source (String): a link. $date (String): a date in digits.
howto-source = <i>Дереккөз: { $source }, { $date }</i>
howto-which-place = Қай ел туралы айтып тұрсыз? Атын жазыңыз – нақтырақ жауап беремін.
button-schengen = 🇪🇺 Шенген туралы
howto-no-visa = Кәдімгі қысқа сапарға виза керек емес, сондықтан бұл жағын ойламасаңыз да болады.
howto-no-visa-documents = Виза керек емес, сондықтан оған құжат жиналмайды.
howto-no-visa-fee = Виза керек емес, сондықтан оған ақы төленбейді.
howto-no-visa-processing-time = Виза керек емес, ештеңе күтудің қажеті жоқ.
howto-no-visa-where-to-apply = Виза керек емес, құжатты ешқайда тапсырмайсыз.
howto-everywhere = <b>Шетелге шығудың жалпы ережесі</b>
