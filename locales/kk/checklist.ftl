# The checklist of a destination: what to have, ticked off.

button-checklist = ☑️ Тізім
# $place (String): flag and name. $done, $all (Number): how many are ticked, of how many.
checklist-title = { $place } · не дайындау керек · дайыны <b>{ $done }/{ $all }</b>
# The same when all are ticked.
checklist-done = { $place } · не дайындау керек · <b>{ $done }/{ $all }</b>, бәрі дайын 👌
# $name (String): a country.
checklist-title-plain = { $name }: не дайындау керек
checklist-more = Тізімде тек дереккөздер атағаны тұр. Елшілік тағы бірдеңе сұрауы мүмкін.
# $sources (String): links with dates.
checklist-sources = <i>Дереккөздер: { $sources }</i>
checklist-copy = Тізімді бассаңыз, көшіріледі. Оны біреуге жіберуге не басып шығаруға болады.
checklist-changed = Ереже жаңарды, тізім де өзгерді. Қайта белгілеп шығыңыз.
checklist-gone = Бұл елге арналған тізім әзірге жоқ.
button-checklist-text = 🖨 Мәтін түрінде
button-checklist-anew = ↺ Белгілерді алу
