# What people follow: switches, and the answers to following and not.

subscriptions-title = 🔔 <b>Подписки</b>
subscriptions-hint = Напишу сразу, как что-то изменится. Нажмите, чтобы включить или выключить.
subscriptions-hint-country = Чтобы следить за страной, откройте её карточку или отправьте: /{ $command } <i>Турция</i>
# $count (Number): countries beyond those shown. $command (String): in the language.
subscriptions-more = И ещё { $count ->
    [one] { $count } страна
    [few] { $count } страны
   *[other] { $count } стран
}. Убрать любую: /{ $command } <i>страна</i>
# $topics (String): what is followed, of topic-*.
subscribed-new = 🔔 Слежу: <b>{ $topics }</b>. Напишу, когда что-то изменится.
subscribed-already = 🔔 Вы уже следите: <b>{ $topics }</b>.
unsubscribed-done = 🔕 Больше не слежу: <b>{ $topics }</b>.
unsubscribed-all = 🔕 Все подписки отключены.
unsubscribed-none = Такой подписки у вас не было.
unsubscribed-nothing = Подписок у вас нет.
subscribe-unknown = Не понял, за чем следить. Это может быть страна, <b>ЕС</b>, <b>список</b> или <b>новости</b>.
subscribe-nearest = Не уверен, что понял. Может быть, одна из этих стран?

topic-eu = переговоры с ЕС
topic-list = список безвизовых стран
topic-news = новости бота

# $topic (String): of topic-* or a country.
toast-followed = Слежу: { $topic }
toast-unfollowed = Больше не слежу: { $topic }

button-switch-eu = 🇪🇺 Переговоры с ЕС
button-switch-list = 🟢 Список безвизовых стран
button-switch-news = 📣 Новости бота
button-unfollow-list = 🔕 Не следить за списком
