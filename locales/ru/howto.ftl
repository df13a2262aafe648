# Practical questions. practical-*: after the place's name; button-practical-*: on a button.

practical-documents = документы
practical-fee = сколько стоит
practical-processing-time = сколько ждать
practical-where-to-apply = куда подавать
practical-stay = сколько можно находиться
practical-passport-validity = срок паспорта
practical-insurance = страховка
practical-children = поездка с детьми
practical-transit = транзит
practical-extension = продление
practical-multiple-entry = многократная виза
practical-refusal = отказ в визе
practical-photo = фото
practical-biometrics = биометрия
practical-evisa-portal = где оформить онлайн
practical-registration = регистрация
practical-work-study = работа и учёба
practical-border-tips = на границе

button-practical-documents = 📄 Документы
button-practical-fee = 💶 Сколько стоит
button-practical-processing-time = ⏳ Сколько ждать
button-practical-where-to-apply = 🏛 Куда подавать
button-practical-stay = 📅 Сколько дней
button-practical-passport-validity = 🛂 Срок паспорта
button-practical-insurance = 🏥 Страховка
button-practical-children = 👧 С детьми
button-practical-transit = ↪️ Транзит
button-practical-extension = ➕ Продление
button-practical-multiple-entry = 🔁 Многократная
button-practical-refusal = 🚫 Отказ
button-practical-photo = 📷 Фото
button-practical-biometrics = 👆 Биометрия
button-practical-evisa-portal = 💻 Онлайн
button-practical-registration = 🏠 Регистрация
button-practical-work-study = 🎓 Работа и учёба
button-practical-border-tips = 🚧 На границе

howto-general = ℹ️ <b>Общие правила</b>
howto-from-schengen = Это общее правило стран Шенгена.
howto-unsure = ⚠️ Источник не официальный: перед поездкой проверьте.
# $place (String): flag and name.
howto-menu = { $place }: о чём рассказать?
howto-menu-empty = { $place }: подробностей пока нет. Уточните в посольстве этой страны.
howto-unknown = Об этом проверенных данных пока нет. Надёжнее всего спросить в посольстве страны.
# $source (String): a link.
howto-unknown-place = Об этом проверенных данных пока нет. О самом режиме — { $source }; остальное надёжнее спросить в посольстве.
# $source (String): a link. $date (String): a date in digits.
howto-source = <i>Источник: { $source }, { $date }</i>
howto-which-place = О какой стране речь? Напишите её — отвечу точнее.
button-schengen = 🇪🇺 Для Шенгена
howto-no-visa = Для обычной короткой поездки виза не нужна, так что думать об этом не придётся.
howto-no-visa-documents = Виза не нужна, поэтому документы на неё не собирают.
howto-no-visa-fee = Виза не нужна, поэтому и платить за неё не надо.
howto-no-visa-processing-time = Виза не нужна, ждать ничего не надо.
howto-no-visa-where-to-apply = Виза не нужна, подавать документы никуда не надо.
howto-everywhere = <b>Общее правило для поездок за границу</b>
