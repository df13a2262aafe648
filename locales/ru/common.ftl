# Words that several features share.

button-back = ← Назад
button-follow = 🔔 Следить
button-unfollow = 🔕 Не следить
button-follow-list = 🔔 Следить за списком
button-more-questions = ❓ Все вопросы
button-share = 📤 Поделиться
button-map = 🗺 На карте
button-report = ✏️ Нашли ошибку?
button-talks = 🇪🇺 Переговоры с ЕС
button-list-free = 🟢 Куда без визы
button-list-regime = 🔁 Другой список
button-subscriptions = 🔔 Подписки
button-help = 💬 Что умеет бот
button-language = 🌐 Қазақша / Русский

error-sorry = Что-то сломалось на нашей стороне, мы уже знаем. Попробуйте ещё раз чуть позже.
error-slow-down = Слишком много сообщений сразу. Подождите несколько секунд — и продолжим.
error-old-button = Эта кнопка из старого сообщения. Откройте раздел заново: /help
error-not-yours = Это действие доступно только редакторам.
error-owners-only = Это может только владелец бота.
