// What the page itself says; the bot's words come from the bot.
const TEXTS = {
  ru: {
    people: 'Люди', owner: 'владелец', user: 'пользователь', bot: 'бот', typing: 'печатает', sends: 'отправляет файл',
    message: 'Сообщение', send: 'Отправить', save: 'Сохранить', attach: 'Прикрепить', emoji: 'Эмодзи и стикеры',
    menu: 'Меню', commands: 'Команды бота', keyboard: 'Клавиатура бота', start: 'Начать', about: 'Что умеет этот бот?',
    empty: 'Здесь пока пусто', edited: 'изменено', via: 'через', forwarded: 'Переслано от', more: 'Действия',
    reply: 'Ответить', edit: 'Изменить', copy: 'Скопировать', copied: 'Скопировано', cancel: 'Отмена', ok: 'Понятно',
    close: 'Закрыть', photo: 'Фото', file: 'Файл', location: 'Место', contact: 'Контакт', sticker: 'Стикер', video: 'Видео',
    voice: 'Голосовое сообщение', audio: 'Аудио', album: 'Альбом', download: 'Скачать', options: 'Ещё', clear: 'Очистить чат',
    block: 'Заблокировать бота', unblock: 'Разблокировать бота', blocked: 'Вы заблокировали бота',
    theme: 'Тема', light: 'светлая', dark: 'тёмная', auto: 'как в системе', connecting: 'Соединение…',
    offline: 'Нет связи. Сообщение не отправлено', today: 'Сегодня', yesterday: 'Вчера', down: 'Вниз',
    unread: 'непрочитанных', spoiler: 'Показать скрытое', expand: 'Развернуть', collapse: 'Свернуть', editing: 'Правка сообщения',
    replying: 'Ответ', tooLong: 'Не больше 4096 знаков', tooBig: 'Файл больше 10 МБ', silent: 'без звука', you: 'Вы',
    pinned: 'Закреплено', asPhoto: 'Отправить', caption: 'Подпись', stickers: 'Нажмите — отправится стикером', openMap: 'Открыть карту',
    nothing: 'Ничего не найдено', noAnswer: 'Бот пока не ответил', playground: 'Песочница',
  },
  kk: {
    people: 'Адамдар', owner: 'иесі', user: 'пайдаланушы', bot: 'бот', typing: 'жазып жатыр', sends: 'файл жіберіп жатыр',
    message: 'Хабарлама', send: 'Жіберу', save: 'Сақтау', attach: 'Тіркеу', emoji: 'Эмодзи мен стикерлер',
    menu: 'Мәзір', commands: 'Бот командалары', keyboard: 'Бот пернетақтасы', start: 'Бастау', about: 'Бұл бот не істей алады?',
    empty: 'Әзірге бос', edited: 'өзгертілді', via: 'арқылы:', forwarded: 'Қайта жіберілді:', more: 'Әрекеттер',
    reply: 'Жауап беру', edit: 'Өзгерту', copy: 'Көшіру', copied: 'Көшірілді', cancel: 'Болдырмау', ok: 'Түсінікті',
    close: 'Жабу', photo: 'Фото', file: 'Файл', location: 'Орын', contact: 'Байланыс', sticker: 'Стикер', video: 'Бейне',
    voice: 'Дауыстық хабарлама', audio: 'Аудио', album: 'Альбом', download: 'Жүктеп алу', options: 'Тағы', clear: 'Чатты тазалау',
    block: 'Ботты бұғаттау', unblock: 'Ботты бұғаттан шығару', blocked: 'Сіз ботты бұғаттадыңыз',
    theme: 'Тақырып', light: 'ашық', dark: 'қараңғы', auto: 'жүйедегідей', connecting: 'Қосылып жатыр…',
    offline: 'Байланыс жоқ. Хабарлама жіберілмеді', today: 'Бүгін', yesterday: 'Кеше', down: 'Төмен',
    unread: 'оқылмаған', spoiler: 'Жасырынды көрсету', expand: 'Толық көрсету', collapse: 'Жию', editing: 'Хабарламаны өзгерту',
    replying: 'Жауап', tooLong: '4096 таңбадан аспауы керек', tooBig: 'Файл 10 МБ-тан үлкен', silent: 'дыбыссыз', you: 'Сіз',
    pinned: 'Бекітілген', asPhoto: 'Жіберу', caption: 'Қолтаңба', stickers: 'Бассаңыз, стикер болып жіберіледі', openMap: 'Картаны ашу',
    nothing: 'Ештеңе табылмады', noAnswer: 'Бот әзірге жауап берген жоқ', playground: 'Сынақ алаңы',
  },
};

let words = TEXTS.ru;
let locale = 'ru';

export function speak(language) {
  locale = TEXTS[language] ? language : 'ru';
  words = TEXTS[locale];
  document.documentElement.lang = locale;
}

export const say = (key) => words[key] ?? key;

export function clock(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString('ru', { hour: '2-digit', minute: '2-digit' });
}

const MONTHS = {
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
};

export function day(seconds) {
  const date = new Date(seconds * 1000);
  const midnight = new Date().setHours(0, 0, 0, 0);
  if (date >= midnight) return words.today;
  if (date >= midnight - 86400000) return words.yesterday;
  return `${date.getDate()} ${MONTHS[locale][date.getMonth()]}`;
}

export function size(bytes = 0) {
  const units = ['Б', 'КБ', 'МБ'];
  let step = 0;
  let value = bytes;
  while (value >= 1024 && step < 2) { value /= 1024; step += 1; }
  return `${step ? value.toFixed(1).replace('.', ',').replace(',0', '') : value} ${units[step]}`;
}
