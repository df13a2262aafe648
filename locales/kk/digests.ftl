# Several alerts in one message. $count (Number): how many.
digest-title = 🗞 <b>Сіз демалып жатқанда: { $count } жаңалық</b>
digest-more = Тағы { $count } жаңалық бар: /eu бөлімін ашыңыз.
