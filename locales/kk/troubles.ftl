# What owners are told when data can't be kept.

trouble-storage = 🔴 <b>Бот деректерді сақтай алмай тұр</b>
trouble-room = 🟠 <b>Дискіде орын таусылуға жақын</b>
trouble-backup = 🟠 <b>Сақтық көшірме жасалмады</b>

trouble-cause-full = Дискіде бос орын жоқ.
trouble-cause-read-only = Дискіге не дерекқорға жазуға рұқсат жоқ.
trouble-cause-locked = Дерекқорды басқа бағдарлама босатпай тұр.
trouble-cause-unreachable = Дерекқор не қалта ашылмайды.
trouble-cause-damaged = Дерекқор файлы бүлінген.
trouble-cause-other = Себебі боттың журналында жазылған.

trouble-meaning-storage = Виза туралы сұрақтарға бот жауап беріп тұр. Жазылымдар, баптаулар мен тарату әзірге сақталмайды.
trouble-meaning-room = Әзірге бәрі жұмыс істейді. Орын біткенде жазылымдар мен таратуды сақтайтын жер қалмайды.
trouble-meaning-backup = Боттың өзі жұмыс істейді. Бірнеше минуттан кейін көшірмені қайта жасап көреді.

trouble-doctor = Не істеу керегін сервердегі <code>sapar doctor</code> командасы айтады. Бәрі қалпына келгенде хабарлаймын.

trouble-over-storage = 🟢 Деректер қайтадан сақталып жатыр.
trouble-over-room = 🟢 Дискіде орын қайтадан жеткілікті.
trouble-over-backup = 🟢 Сақтық көшірме жасалды.
