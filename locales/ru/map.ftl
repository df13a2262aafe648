# The map as a picture.

map-picture-title = Нужна ли виза гражданам Казахстана
# $date (String): the day of the picture.
map-picture-foot = Обычный паспорт, короткая поездка · на { $date }
# $place (String): the part of the world. $free, $all (Number): destinations in it.
map-caption = 🗺 <b>{ $place }: без визы { $free } из { $all }</b>
    Выберите часть света — покажу ближе.
# $name (String): the destination. $place (String): the part of the world.
map-caption-chosen = 🗺 <b>{ $name } на карте</b>
map-failed = Карта сейчас не рисуется. Вот то же самое списком.
button-map-open = 🌐 Карта целиком
button-map-list = 📋 Списком
button-map-card = ↩️ К карточке
