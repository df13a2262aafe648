# What owners are told when data can't be kept.

trouble-storage = 🔴 <b>Бот не может сохранять данные</b>
trouble-room = 🟠 <b>На диске почти не осталось места</b>
trouble-backup = 🟠 <b>Резервная копия не получилась</b>

trouble-cause-full = На диске нет места.
trouble-cause-read-only = Писать на диск или в базу запрещено.
trouble-cause-locked = Базу держит занятой другая программа.
trouble-cause-unreachable = База или папка недоступна.
trouble-cause-damaged = Файл базы повреждён.
trouble-cause-other = Причина записана в журнале бота.

trouble-meaning-storage = На вопросы о визах бот отвечает. Подписки, настройки и рассылки пока не сохраняются.
trouble-meaning-room = Пока всё работает. Когда место кончится, подписки и рассылки сохранять будет некуда.
trouble-meaning-backup = Сам бот работает. Он попробует сделать копию ещё раз через несколько минут.

trouble-doctor = Что делать, подскажет команда <code>sapar doctor</code> на сервере. Когда всё наладится, я напишу.

trouble-over-storage = 🟢 Данные снова сохраняются.
trouble-over-room = 🟢 Места на диске снова достаточно.
trouble-over-backup = 🟢 Резервная копия сделана.
