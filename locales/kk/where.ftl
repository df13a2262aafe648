# «Where can I go»: three questions, then the list.

menu-where = Қайда баруға болады: ел таңдау
button-where = 🧭 Қайта таңдау
where-title = 🧭 <b>Қайда барсам болады</b>
# $wishes (String): what was chosen. $count (Number): how many destinations are left.
where-so-far = { $wishes }: <b>{ $count }</b> бағыт
where-ask-regime = Қалай кірген қолайлы? Батырмадағы сан – неше бағыт бар екені.
where-ask-days = Неше күнге барасыз?
where-ask-region = Дүниенің қай бөлігіне?
# $count (Number): how many are found.
button-where-show = { $count } бағытты көрсету
