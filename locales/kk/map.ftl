# The map as a picture.

map-picture-title = Қазақстан азаматтарына виза керек пе
# $date (String): the day of the picture.
map-picture-foot = Жай паспорт, қысқа сапар · { $date }
# $place (String): the part of the world. $free, $all (Number): destinations in it.
map-caption = 🗺 <b>{ $place }: { $all } бағыттың ішінде визасызы – { $free }</b>
    Әлем бөлігін таңдаңыз – жақыннан көрсетемін.
# $name (String): the destination. $place (String): the part of the world.
map-caption-chosen = 🗺 <b>{ $name } – картада</b>
map-failed = Карта қазір салынбай тұр. Осының тізімі төменде.
button-map-open = 🌐 Толық карта
button-map-list = 📋 Тізіммен
button-map-card = ↩️ Карточкаға
