# Statistics of the desk, as text and as a picture. Counts are Numbers; shares come as words: «97 %», «<1 %».

# $days (Number): of the period.
stats-title = 📊 <b>Статистика за { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
  }</b>
# $moment (String): date and time. $zone (String): settings' title of a time zone.
stats-moment = { $moment } ({ $zone })

stats-people = 👥 <b>Люди: { $count }</b>
# $share (String)
stats-reachable = Получают сообщения: { $count } ({ $share })
stats-line = • { $name } — { $count } ({ $share })
stats-plain-line = • { $name } — { $count }
stats-seen = Заходили: за день { $day }, за неделю { $week }, за месяц { $month }
stats-blocked = Заблокировали бота: { $count } ({ $share })
stats-deactivated = Удалили аккаунт: { $count } ({ $share })

stats-joined = 📈 <b>Новые люди: { $count }</b>
# $days (Number): of the period, $count (Number): who came.
stats-joined-before = { $days ->
    [one] За { $days } день до этого: { $count }
    [few] За { $days } дня до этого: { $count }
   *[other] За { $days } дней до этого: { $count }
  }
# $day (String): a date in words.
stats-joined-most = Больше всего пришло { $day }: { $count }

stats-questions = 💬 <b>Вопросы: { $count }</b>
stats-understood = Понято { $share }
# $days (Number): of the period, $count (Number): questions.
stats-questions-before = { $days ->
    [one] За { $days } день до этого: вопросов { $count }, понято { $share }
    [few] За { $days } дня до этого: вопросов { $count }, понято { $share }
   *[other] За { $days } дней до этого: вопросов { $count }, понято { $share }
  }
# $languages (String): «по-русски 70 %, по-казахски 30 %».
stats-asked-in = Спрашивали { $languages }
stats-in-ru = по-русски { $share }
stats-in-kk = по-казахски { $share }
stats-missed = Чаще всего непонятно:

stats-followers = 🔔 <b>Подписки: { $count }</b>
stats-others = Остальное

stats-deliveries = 📬 <b>Рассылки и уведомления</b>
stats-delivered = Дошло: { $count } ({ $share })
# $reasons (String): each with its count.
stats-failed = Не дошло: { $count } ({ $reasons })
stats-skipped = Не отправлялось: { $count } ({ $reasons })
stats-deliveries-none = За это время ничего не рассылали
stats-in-all = За всё время: дошло { $sent }, не дошло { $failed }, не отправлялось { $skipped }
stats-campaigns = Последние рассылки:
# $id, $day (String): the campaign's number and date. $total (Number): people it was for.
stats-campaign = { $sign } { $id } · { $day } · дошло до { $share } из { $total }

stats-facts = 📅 <b>Факты о странах</b>
stats-facts-old = Не подтверждались больше года: { $old }, скоро год: { $soon }
stats-facts-doubtful = Источники расходятся: { $conflicting }, без источника: { $unsourced }
stats-facts-oldest = Давнее всего подтверждены:
# $day (String): when it was confirmed.
stats-fact = • { $flag } { $name } — { $day }

# What people ask about: Intent.
stats-intent-country = Виза в страну
stats-intent-list-free = Куда без визы
stats-intent-list-required = Куда нужна виза
stats-intent-status = Переговоры с ЕС
stats-intent-topics = Темы переговоров
stats-intent-documents = Документы
stats-intent-fee = Сколько стоит виза
stats-intent-processing-time = Сколько ждать визу
stats-intent-where-to-apply = Куда подавать
stats-intent-stay = Сколько можно пробыть
stats-intent-subscribe = Подписаться
stats-intent-unsubscribe = Отписаться
stats-intent-language = Сменить язык
stats-intent-help = Что умеет бот
stats-intent-compare = Сравнить страны
stats-intent-out-of-scope = Не о визах
stats-intent-greeting = Приветствие

button-stats-refresh = 🔄 Обновить
button-stats-picture = 🖼 Картинкой
# $days (Number)
button-stats-days = { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
  }

stats-drawing = Рисую картинку
stats-picture-failed = Картинка не получилась. Все числа есть в тексте: /stats. Попробуйте картинку чуть позже.
# Under the picture. $days (Number), $moment (String).
stats-caption = 📊 Статистика за { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
  }. { $moment }

# In the picture.
stats-picture-title = Sapar: статистика
# $first, $last (String): dates in words. $days (Number).
stats-picture-period = { $first } – { $last }, { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
  }
stats-tile-people = Люди
stats-tile-reachable = на связи { $share }
stats-tile-joined = Новые
stats-tile-before = до этого { $count }
stats-tile-understood = Понято
# $count (Number)
stats-tile-questions = { $count ->
    [one] из { $count } вопроса
   *[other] из { $count } вопросов
  }
stats-tile-no-questions = вопросов не было
stats-panel-growth = Сколько людей знает бот
stats-panel-people = Люди: язык и связь
stats-panel-questions = О чём спрашивают
stats-panel-followers = На что подписаны
stats-panel-deliveries = Что стало с сообщениями
stats-panel-facts = Факты о странах
stats-picture-old = старше года
# $name (String): a country.
stats-picture-oldest = самый давний: { $name }
stats-picture-conflicting = источники расходятся
stats-state-active = на связи
stats-state-blocked = бот заблокирован
stats-state-deactivated = аккаунт удалён
stats-outcome-sent = дошло
stats-outcome-failed = не дошло
stats-outcome-skipped = не отправлялось
stats-nobody-yet = Пока никого
stats-nothing-asked = За это время ничего не спрашивали
stats-nothing-followed = Подписок пока нет
