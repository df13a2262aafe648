# Campaigns: progress, report, history.

# $id (String), $state (String): campaign-state-*.
campaign-title-broadcast = 📣 <b>Рассылка { $id }</b> · { $state }
campaign-title-alert = 🔔 <b>Уведомление { $id }</b> · { $state }
campaign-title-digest = 🗞 <b>Сводка { $id }</b> · { $state }
# $id, $target (String): this campaign and the one it changes. $state (String).
campaign-title-edit = ✏️ <b>Правка { $id }</b>: меняет рассылку { $target } · { $state }
campaign-title-delete = 🗑 <b>Удаление { $id }</b>: убирает рассылку { $target } · { $state }
# $target (String): a campaign's number.
campaign-row-edit = правка рассылки { $target }
campaign-row-delete = удаление рассылки { $target }
campaign-state-draft = черновик
campaign-state-scheduled = по расписанию
campaign-state-running = идёт отправка
campaign-state-paused = пауза
campaign-state-done = отправка закончена
campaign-state-cancelled = отправка остановлена
# $moment (String)
campaign-starts = Начало: { $moment }
campaign-started = Начало: { $moment }
campaign-finished = Конец: { $moment }
# $done, $total (Number): messages.
campaign-done = { $done } из { $total }
campaign-counting = Считаю получателей, отправка уже начинается
# $rate (Number): messages a second.
campaign-rate = { $rate } в секунду
# $count (Number): of the unit.
campaign-left-seconds = осталось около { $count } с
campaign-left-minutes = осталось около { $count } мин
campaign-left-hours = осталось около { $count } ч
campaign-left-days = осталось около { $count } дн.
# $count (Number): messages.
campaign-sent = Доставлено: <b>{ $count }</b>
# $count (Number): messages. $reasons (String): each with its count.
campaign-failed = Не доставлено: { $count } ({ $reasons })
campaign-skipped = Не отправлялось: { $count } ({ $reasons })
campaign-reason-blocked = заблокировали бота
campaign-reason-deactivated = удалили аккаунт
campaign-reason-not-found = чат не найден
campaign-reason-refused = Telegram отказал
campaign-reason-timed-out = не вышло за отведённое время
campaign-reason-cancelled = рассылка остановлена
campaign-reason-left = ушли или отписались
campaign-reason-no-text = нет текста на их языке

# $pending (Number): not sent yet. $sent (Number): sent already.
campaign-cancel-ask = Остановить? Ещё не отправлено: <b>{ $pending }</b>, они сообщения не получат. Отправленное останется у людей.
campaign-delete-ask = Удалить отправленное у всех? Сообщений: <b>{ $sent }</b>. Telegram позволяет удалять то, что отправлено не больше 48 часов назад.
# $language (String): broadcast-in-*.
campaign-edit-ask = Пришлите новый текст { $language }. Он заменит отправленный; фото и файлы останутся, сменится подпись.
campaign-edit-which = На каком языке изменить текст?
campaign-edit-nothing = Здесь нечего изменить: у этого сообщения нет текста.
campaign-edit-words = Нужен текст: заменить можно только его.
campaign-paused = Пауза
campaign-resumed = Продолжаю
campaign-cancelled = Остановлено
campaign-too-late = Состояние уже другое, показываю нынешнее
campaigns-title = 📚 <b>Рассылки и уведомления</b>
campaigns-none = Рассылок ещё не было. Первая: /broadcast

button-campaign-pause = ⏸ Пауза
button-campaign-resume = ▶️ Продолжить
button-campaign-cancel = ✖️ Остановить
button-campaign-cancel-yes = ✅ Да, остановить
button-campaign-cancel-no = ← Не останавливать
button-campaign-edit = ✏️ Изменить отправленное
button-campaign-edit-no = ✖️ Не менять
button-campaign-delete = 🗑 Удалить отправленное
button-campaign-delete-yes = ✅ Да, удалить у всех
button-campaign-delete-no = ← Не удалять
button-campaigns = 📚 Все рассылки
