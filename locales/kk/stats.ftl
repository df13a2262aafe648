# Statistics of the desk. All arguments but $languages are Numbers.

# $languages (String): each with its count.
stats-people = 👥 <b>Адамдар: { $count }</b> · { $languages }
stats-seen = Бір тәулікте { $day }, бір айда { $month } адам кірді, бір аптада { $new } жаңа адам қосылды
stats-blocked = Ботты бұғаттағандар: { $count }
stats-deactivated = Аккаунтын жойғандар: { $count }
stats-followers = 🔔 <b>Жазылымдар: { $count }</b>
stats-questions = 💬 <b>Іске қосылғалы сұралғаны: { $asked }</b>, түсініксізі: { $missed }
stats-missed = Ең жиі түсініксіз болғандары:
stats-deliveries = 📬 <b>Жеткізу</b>
    Жетті: { $sent }, жетпеді: { $failed }, жіберілмеді: { $skipped }
stats-facts = 📅 <b>Деректер</b>
    Бір жылдан бері расталмағаны: { $old }, жақында бір жыл болатыны: { $aging }

button-stats-refresh = 🔄 Жаңарту
