# Lists of destinations. $count (Number): how many the list has.

list-title = 🌍 <b>{ $count } бағыт табылды</b>
list-title-visa-free = 🟢 <b>Визасыз: { $count } бағыт</b>
list-title-visa-on-arrival = 🔵 <b>Виза барған жерде беріледі: { $count } бағыт</b>
list-title-evisa = 🟣 <b>Электронды виза: { $count } бағыт</b>
list-title-eta = 🟡 <b>Электронды рұқсат: { $count } бағыт</b>
list-title-visa-required = 🔴 <b>Виза керек: { $count } бағыт</b>
list-title-not-admitted = ⚫ <b>Кіруге болмайды: { $count } бағыт</b>
# $ministry, $identified, $missing, $ours (Number).
list-ministry-free = СІМ <b>{ $ministry }</b> визасыз мемлекет бар дейді; соның ішінде аты анықталғаны – { $identified }, тағы { $missing } ел ашық дереккөздерде аталмаған. Біздің тізім бөлек есептеледі: оған аумақтар мен визасы кейін жойылған елдер де кіреді, ал электронды рұқсат сұрайтын елдер өз тізімінде тұр.
# $ministry, $ours, $electronic (Number).
list-ministry-required = СІМ визалық режимі бар <b>{ $ministry }</b> ел туралы айтады. Оған электронды визалар да кіретін сияқты: бізде елшіліктен виза алатын { $ours } бағыт, электронды визасы бар тағы { $electronic } бағыт бар.
list-empty = Барлық шартқа бірден сай келетін бағыт жоқ.
# $count (Number): how many would fit, were their stay known.
list-unknown-stay = <i>Тағы { $count } бағыттың мерзімін дереккөздер айтпайды, олар тізімде жоқ.</i>
# $days (Number): a shorter stay. $count (Number): how many destinations would be left; so in all list-loosen-*.
list-loosen-days = Мерзім тым ұзақ: { $days } күн жетсе, { $count } бағыт табылады.
list-loosen-any-days = Мерзім тым ұзақ: оны қоймасаңыз, { $count } бағыт табылады.
# $regime (String): regimes in words.
list-loosen-regime = Виза шарты тым қатаң: { $regime } жараса, { $count } бағыт табылады.
# $region (String): a greater part of the world.
list-loosen-region = Аймақ тар: кеңірек іздесек ({ $region }), { $count } бағыт табылады.
list-loosen-none = Бір шартты жұмсарту жетпейді: қайтадан таңдап көріңіз.
list-regime-any = Кез келген виза
list-regime-easy = Визасыз не барған жерде
list-regime-electronic = Онлайн виза не рұқсат
# $days (Number): wished stay.
list-wish-days = кемінде { $days } күн
list-any-days = Кез келген мерзім
list-menu-regime = Қай тізімді көрсетейін?
list-menu-region = Қай аймақ?
list-menu-days = Неше күнге барасыз?
list-regime-visa-free = Визасыз
list-regime-visa-on-arrival = Барған жерде
list-regime-evisa = Электронды виза
list-regime-eta = Электронды рұқсат
list-regime-visa-required = Виза керек
list-regime-not-admitted = Кіруге болмайды

region-any = Бүкіл әлем
region-asia = Азия
region-america = Америка
# $count (Number)
region-several = { $count } аймақ
region-africa = Африка
region-caribbean = Кариб аралдары
region-caucasus = Кавказ
region-central-america = Орталық Америка
region-central-asia = Орталық Азия
region-east-asia = Шығыс Азия
region-europe = Еуропа
region-middle-east = Таяу Шығыс
region-north-america = Солтүстік Америка
region-oceania = Океания
region-south-america = Оңтүстік Америка
region-south-asia = Оңтүстік Азия
region-southeast-asia = Оңтүстік-Шығыс Азия
