# What people follow: switches, and the answers to following and not.

subscriptions-title = 🔔 <b>Жазылымдар</b>
subscriptions-hint = Бірдеңе өзгерсе, бірден жазамын. Қосу не өшіру үшін басыңыз.
subscriptions-hint-country = Елді бақылау үшін оның карточкасын ашыңыз немесе мынаны жіберіңіз: /{ $command } <i>Түркия</i>
# $count (Number): countries beyond those shown. $command (String): in the language.
subscriptions-more = Тағы { $count } ел бар. Кез келгенін алып тастау үшін: /{ $command } <i>ел</i>
# $topics (String): what is followed, of topic-*.
subscribed-new = 🔔 Бақылап отырамын: <b>{ $topics }</b>. Өзгеріс болса, жазамын.
subscribed-already = 🔔 Сіз мұны бақылап жүрсіз: <b>{ $topics }</b>.
unsubscribed-done = 🔕 Енді бақыламаймын: <b>{ $topics }</b>.
unsubscribed-all = 🔕 Барлық жазылым тоқтатылды.
unsubscribed-none = Сізде мұндай жазылым болған жоқ.
unsubscribed-nothing = Сізде жазылым жоқ.
subscribe-unknown = Нені бақылау керегін түсінбедім. Бұл ел, <b>ЕО</b>, <b>тізім</b> немесе <b>жаңалықтар</b> бола алады.
subscribe-nearest = Дұрыс түсінгеніме сенімді емеспін. Мүмкін, мына елдердің бірі шығар?

topic-eu = ЕО-мен келіссөз
topic-list = визасыз елдер тізімі
topic-news = бот жаңалықтары

# $topic (String): of topic-* or a country.
toast-followed = Бақылап отырамын: { $topic }
toast-unfollowed = Енді бақыламаймын: { $topic }

button-switch-eu = 🇪🇺 ЕО-мен келіссөз
button-switch-list = 🟢 Визасыз елдер тізімі
button-switch-news = 📣 Бот жаңалықтары
button-unfollow-list = 🔕 Тізімді бақыламау
