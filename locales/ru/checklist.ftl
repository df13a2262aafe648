# The checklist of a destination: what to have, ticked off.

button-checklist = ☑️ Чек-лист
# $place (String): flag and name. $done, $all (Number): how many are ticked, of how many.
checklist-title = { $place } · что подготовить · готово <b>{ $done } из { $all }</b>
# The same when all are ticked.
checklist-done = { $place } · что подготовить · готово <b>{ $done } из { $all }</b>, всё собрано 👌
# $name (String): a country.
checklist-title-plain = { $name }: что подготовить
checklist-more = В списке только то, что называют источники. В посольстве могут попросить и другое.
# $sources (String): links with dates.
checklist-sources = <i>Источники: { $sources }</i>
checklist-copy = Нажмите на список – он скопируется. Его можно переслать или распечатать.
checklist-changed = Правила обновились, и список теперь другой. Отметьте, пожалуйста, заново.
checklist-gone = Для этой страны списка пока нет.
button-checklist-text = 🖨 Текстом
button-checklist-anew = ↺ Снять отметки
