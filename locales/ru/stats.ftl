# Statistics of the desk. All arguments but $languages are Numbers.

# $languages (String): each with its count.
stats-people = 👥 <b>Люди: { $count }</b> · { $languages }
stats-seen = За сутки заходили { $day }, за месяц { $month }, новых за неделю { $new }
stats-blocked = Заблокировали бота: { $count }
stats-deactivated = Удалили аккаунт: { $count }
stats-followers = 🔔 <b>Подписки: { $count }</b>
stats-questions = 💬 <b>Вопросы с запуска: { $asked }</b>, не поняты { $missed }
stats-missed = Чаще всего непонятны:
stats-deliveries = 📬 <b>Доставки</b>
    Дошло { $sent }, не дошло { $failed }, не отправлялось { $skipped }
stats-facts = 📅 <b>Факты</b>
    Не подтверждались больше года: { $old }, скоро год: { $aging }

button-stats-refresh = 🔄 Обновить
