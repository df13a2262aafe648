# Words that several features share.

button-back = ← Артқа
button-follow = 🔔 Бақылау
button-unfollow = 🔕 Бақыламау
button-follow-list = 🔔 Тізімді бақылау
button-more-questions = ❓ Барлық сұрақ
button-share = 📤 Бөлісу
button-map = 🗺 Картада
button-report = ✏️ Қате таптыңыз ба?
button-talks = 🇪🇺 ЕО-мен келіссөз
button-list-free = 🟢 Визасыз елдер
button-list-regime = 🔁 Басқа тізім
button-subscriptions = 🔔 Жазылымдар
button-help = 💬 Бот не істей алады
button-language = 🌐 Қазақша / Русский

error-sorry = Біздің тарапта ақау шықты, бұл туралы білеміз. Сәл кейінірек қайталап көріңіз.
error-slow-down = Хабарлама тым көп болып кетті. Бірнеше секунд күте тұрыңыз, содан кейін жалғастырамыз.
error-old-button = Бұл – ескі хабарламадағы түйме. Бөлімді қайта ашыңыз: /help
error-not-yours = Бұл әрекет тек редакторларға қолжетімді.
error-owners-only = Мұны тек бот иесі істей алады.
