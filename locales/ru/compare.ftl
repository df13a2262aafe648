# Places side by side. compare-row-*: the name of a row; compare-short-*: the same in a table for a phone.

button-compare = ⚖️ Сравнить
button-compare-picture = 🖼 Картинкой
button-compare-more = ➕ Ещё страна
button-compare-cancel = Не сравнивать
compare-row-days = Сколько дней
compare-row-counted = Как считают
compare-row-passport = Паспорт действует ещё
compare-row-confirmed = Данные подтверждены
compare-row-fee = Сколько стоит виза
compare-row-processing = Сколько ждать визу
compare-short-days = Дней
compare-short-counted = Счёт
compare-short-passport = Паспорт
compare-short-confirmed = Сверено
compare-by-visa = по визе
compare-a-year = в год
# $window (Number): days of the window that the stays are counted in.
compare-of-window = из { $window }
# $total, $window (Number): days in all, days of the window.
compare-entry-of-window = за поездку, всего { $total } из { $window }
compare-per-entry = за поездку
# $months (Number)
compare-months = { $months } мес.
compare-unknown = нет данных
compare-no-visa = виза не нужна
compare-not-known = проверенных данных нет
# $value (String): the same for all.
compare-everywhere = везде { $value }
compare-legend = <i>≠ – здесь условия разные</i>
# $name (String): a country or several.
compare-easier = Въехать проще: <b>{ $name }</b>.
compare-longer = Дольше можно остаться: <b>{ $name }</b>.
compare-same = Порядок въезда одинаковый. Подробности – в карточках.
compare-both-schengen = Правила одни: это всё Шенген, виза общая.
# $most (Number): how many are compared at once.
compare-most = Сравниваю не больше { $most } стран сразу. Остальные – на кнопках.
# $places (String): flags and names.
compare-which = { $places }: с какой страной сравнить? Напишите её название или выберите.
# The same, where what was typed was not clear.
compare-which-offered = { $places }: не уверен, какую страну вы имеете в виду. Может быть, одну из этих? Или напишите ещё раз.
compare-which-two = Какие страны сравнить? Напишите две или три через запятую или выберите пример.
compare-cancelled = Хорошо, не сравниваем.
compare-drawing = Рисую…
compare-picture-failed = Картинка не получилась. Попробуйте чуть позже.
compare-picture-title = Сравнение стран
compare-picture-below = Правила въезда для граждан Казахстана
compare-picture-entry = Въезд и срок
compare-picture-visa = Виза
compare-picture-legend = Точкой отмечено то, в чём страны различаются.
