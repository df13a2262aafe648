# The window of a stay as a picture.

# $place (String): the country or the area.
stay-picture-title = { $place }: сапар күндері
stay-picture-below = Кірген күн де, шыққан күн де есептеледі
stay-picture-used = Өткен күндер
# $days (Number): the days that are allowed.
stay-picture-of = барлығы { $days } күн беріледі
stay-picture-left = Қалғаны
stay-picture-in-a-row = қатарынан
stay-picture-until = Соңғы күн
# $since, $until (String): dates.
stay-picture-window = Есепке алынатын күндер: { $since } – { $until }
# $date (String): the day of the count.
stay-picture-foot = { $date } · бұл есеп, шекараның шешімі емес
stay-picture-key-spent = болған күн, есептеледі
stay-picture-key-old = болған күн, енді есептелмейді
stay-picture-key-free = әлі болады
stay-picture-key-today = есеп күні
