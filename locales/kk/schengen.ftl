# The guide to Schengen.

button-schengen-card = 🇪🇺 Шенген туралы
button-schengen-where = 🧭 Қай елге тапсыру керек
button-schengen-days = 📏 180 күнде 90 күн ережесі
button-schengen-new = 🆕 Не өзгерді: EES, ETIAS, алым
schengen-title-where = қай елге тапсыру керек
schengen-title-days = 180 күнде 90 күн ережесі
schengen-title-new = не өзгерді
schengen-where-example = Мысалы: Италияда 4 күн, Францияда 6 күн болсаңыз – Францияға тапсырасыз. Екеуінде де 5 күннен болсаңыз – алдымен кіретін еліңізге.
schengen-where-offices = Қазақстанда құжатты кім қабылдайтыны батырмаларда:
# $today, $first (String): dates in words.
schengen-days-how = <b>Сапардың кез келген күнін қалай тексеруге болады.</b> Сол күнді қоса есептеп, 180 күн кері санаңыз. Осы аралықта Шенгенде болған күндердің бәрін қосыңыз: барлығы 90 күннен аспауы керек.
    Бүгінгі күн ({ $today }) үшін санақ мына күннен басталады: { $first }.
schengen-new-border-tips = <b>EES: мөрдің орнына</b>
schengen-new-evisa-portal = <b>ETIAS және электронды виза</b>
schengen-new-fee = <b>Визалық алым</b>
