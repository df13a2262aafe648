# The desk: its menu, the editors, the log.

# $role (String): admin-role-*.
admin-title = 🛠 <b>Пульт</b> · вы { $role }
admin-role-owner = владелец
admin-role-user = пользователь
admin-role-editor = редактор
admin-hint-owner = События переговоров, новости из лент, страны, рассылки, очередь, редакторы и журнал.
admin-hint-editor = Новости из лент, страны, рассылки, очередь и журнал. События переговоров публикует и редакторов назначает владелец.

button-admin-publish = 📝 Новое событие
button-admin-broadcast = 📣 Новая рассылка
button-admin-campaigns = 📊 Рассылки
button-admin-queue = 📬 Очередь
button-admin-stats = 📈 Статистика
button-admin-editors = 👥 Редакторы
button-admin-audit = 🗒 Журнал
button-admin-home = 🛠 Пульт

# $count (Number): of editors.
editors-title = 👥 <b>Редакторы: { $count }</b>
editors-none = 👥 <b>Редакторов пока нет</b>
editors-hint = Редактор разбирает новости и очередь, правит страны, ведёт рассылки. События переговоров публикуете только вы.
# $person (Html): a link to the person.
editors-line = • { $person }
editors-ask = Перешлите сюда любое сообщение человека, пришлите его контакт или Telegram ID. Сначала он должен написать боту.
editors-hidden = Этот человек скрыл себя в пересланных сообщениях. Попросите его Telegram ID или контакт.
editors-wrong = Не нашёл здесь человека. Нужно пересланное сообщение, контакт или Telegram ID — число.
editors-unknown = Этот человек ещё не писал боту. Пусть отправит ему /start, и попробуйте снова.
editors-owner = Это владелец: у него и так есть все права.
# $person (Html): a link to the person.
editors-added = ✅ { $person } теперь редактор.
editors-remove-ask = Убрать { $person } из редакторов?
editors-removed = { $person } больше не редактор.
editors-not = Этот человек уже не редактор.
editors-welcome = Вы теперь редактор Сапара. Пульт — /{ $command }
button-editors-add = ➕ Добавить
# $id (String): Telegram's id.
button-editors-remove = ✖️ { $id }
button-editors-remove-yes = Да, убрать
button-editors-no = ← К списку

audit-title = 🗒 <b>Журнал действий</b>
audit-empty = В журнале пока пусто.
# $moment (String): date and time. $who (Html), $action (String): audit-*; $details (String).
audit-line = <b>{ $moment }</b> · { $who } · { $action }{ $details }
audit-command-line = командная строка
audit-action-talks-publish = опубликовано событие
audit-action-talks-correct = исправлено событие
audit-action-talks-withdraw = отозвано событие
audit-action-editor-add = назначен редактор
audit-action-editor-remove = убран редактор
audit-action-broadcast-confirm = отправлена рассылка
audit-action-broadcast-test = пробная рассылка себе
audit-action-broadcast-drop = удалён черновик рассылки
audit-action-report-answer = ответ на сообщение
audit-action-report-close = сообщение закрыто
audit-action-question-close = вопрос снят с очереди
audit-action-campaign-pause = рассылка на паузе
audit-action-campaign-resume = рассылка продолжена
audit-action-campaign-cancel = рассылка отменена
audit-action-campaign-edit = рассылка исправлена
audit-action-campaign-delete = рассылка удалена у получателей
audit-action-destinations-change = изменены данные по странам
audit-action-refused-rights = отказано: нет прав
audit-action-refused-forged = незнакомая кнопка
audit-action-refused-replayed = повтор того, что уже сделано
# What an act was about.
audit-detail-campaign = рассылка
audit-detail-by = правка
audit-detail-language = язык
audit-detail-text = текст
audit-detail-report = сообщение
audit-detail-reply = ответ
audit-detail-role = роль
audit-detail-attempt = попытка
audit-detail-destinations = страны
audit-detail-user = человек
audit-detail-event = событие
audit-detail-stage = стадия
audit-detail-date = дата
audit-detail-draft = черновик
audit-detail-more = дальше не записано
audit-title-refused = 🗒 <b>Журнал: отказы</b>
button-audit-refused = 🚫 Только отказы
button-audit-all = 🗒 Все действия
button-audit-older = Раньше →
button-audit-newest = ⇤ К новым
