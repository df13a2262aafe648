// Puts the parts together: news from the server goes to the store, and from there to what is on the screen.
import { el, icon, iconButton, copyText } from './dom.js';
import { Composer } from './composer.js';
import { alertBox, enlarge, popup, toast, webApp } from './layers.js';
import { Line } from './link.js';
import { Log, peopleNode } from './log.js';
import { brief } from './messages.js';
import { lastEntry, Store } from './store.js';
import { applyTheme, nextTheme, theme } from './theme.js';
import { say, speak } from './texts.js';

const byId = (id) => document.getElementById(id);
const store = new Store();
let current = Number(location.hash.slice(1)) || Number(sessionStorage.getItem('person')) || 0;
const person = () => store.people.get(current);

const act = {
  do(name, details = {}) {
    const sent = line.send({ do: name, who: current, ...details });
    if (!sent) toast(say('offline'));
    return sent;
  },
  command: (text) => act.do('say', { text }),
  tap(message, data, node) {
    if (!act.do('tap', { message: message.message_id, data })) return;
    node.classList.add('waiting');
    setTimeout(() => node.classList.remove('waiting'), 10000);
  },
  pressReply: (button) => (button.web_app ? act.webApp(button.web_app.url) : act.do('press', { text: button.text })),
  deepLink(url) {
    const found = new RegExp(`^(?:https?://t\\.me/${store.bot.username}|tg://resolve\\?domain=${store.bot.username})(?:[?&]start=([\\w-]*))?$`, 'i').exec(url);
    if (found) act.do('say', { text: `/start ${found[1] ?? ''}`.trim() });
    return Boolean(found);
  },
  webApp: (url) => act.do('web_app', { url }),
  inlineMode: (query) => composer.write(`@${store.bot.username} ${query}`),
  menu(entry, anchor) {
    const { message, mine } = entry;
    const text = message.text ?? message.caption;
    popup(anchor, [
      { icon: 'reply', label: say('reply'), run: () => composer.reply(message) },
      text && { icon: 'copy', label: say('copy'), run: () => copyText(text).then((done) => done && toast(say('copied'))) },
      !mine && message.text && !message.via_bot && { icon: 'edit', label: say('edit'), run: () => composer.edit(message) },
    ].filter(Boolean));
  },
  jump: (id) => log.jump(id),
  enlarge,
  toast,
  botName: () => person().face.name,
  botUsername: () => store.bot.username,
  settled: () => log.stuck && log.toEnd(),
  scrolled(atEnd) {
    byId('down').hidden = atEnd;
    if (atEnd) markRead();
  },
};

const log = new Log(act);
const composer = new Composer(act);
const line = new Line(hear, (isOpen) => {
  byId('connection').hidden = isOpen;
  byId('connection').textContent = say('connecting');
});

function hear(news) {
  if (news.t === 'state') return restore(news);
  if (news.t === 'refused') return toast(news.text);
  if (news.t === 'web_app') return news.chat === current && webApp(news.url, person().face.name);
  const about = store.apply(news);
  if (news.t === 'profile') { drawHead(); if (!composer.field?.value) composer.draw(); if (!person().entries.size) log.show(person()); return undefined; }
  if (!about) return undefined;
  if (about.id === current) onScreen(news);
  else if (news.t === 'sent' && news.mine) toast(`${about.name}: ${brief(news.message)}`, () => pick(about.id));
  drawPeople();
  return undefined;
}

function onScreen(news) {
  switch (news.t) {
    case 'sent': {
      const wasEmpty = person().entries.size === 1;
      log.add(person().entries.get(news.message.message_id), true);
      status('');
      if (wasEmpty) { composer.draw(); composer.focus(); }
      if (news.mine) markRead();
      break;
    }
    case 'edited': log.change(news.message); drawPinned(); break;
    case 'deleted': log.remove(news.message_id); if (!person().entries.size) composer.draw(); drawPinned(); break;
    case 'typing': status(news.action === 'typing' ? 'typing' : 'sends'); log.typing(true); break;
    case 'answered': answered(news); break;
    case 'inline': composer.suggestions.results(news); break;
    case 'keyboard': composer.keyboardOpen = true; composer.drawKeyboard(); break;
    case 'account': composer.draw(); break;
    case 'pinned': drawPinned(); break;
    default:
  }
}

function answered(news) {
  log.stopSpinners();
  if (news.url) act.deepLink(news.url);
  if (news.text && news.show_alert) alertBox(person().face.name, news.text);
  else if (news.text) toast(news.text);
}

function restore(state) {
  store.restore(state);
  if (!store.people.has(current)) current = store.people.keys().next().value;
  byId('app').hidden = false;
  pick(current);
}

function pick(id) {
  current = id;
  sessionStorage.setItem('person', String(id));
  history.replaceState(null, '', `#${id}`);
  speak(person().language);
  byId('down').setAttribute('aria-label', say('down'));
  drawHead();
  drawPinned();
  log.show(person());
  composer.show(person());
  markRead();
  drawPeople();
  if (matchMedia('(hover: hover)').matches) composer.focus();
}

function markRead() {
  if (!person()?.unread || document.hidden) return;
  person().unread = 0;
  line.send({ do: 'read', who: current });
  drawPeople();
}

function drawPeople() {
  const nav = byId('people');
  const focused = nav.contains(document.activeElement) && document.activeElement.dataset.id;
  nav.setAttribute('aria-label', say('people'));
  nav.replaceChildren(
    el('h1', { class: 'brand' }, el('span', { class: 'bot-face small', 'aria-hidden': 'true' }), `Sapar · ${say('playground')}`),
    ...peopleNode(store.people, current, pick, (one) => brief(lastEntry(one)?.message)));
  if (focused) nav.querySelector(`[data-id="${focused}"]`)?.focus();
  const total = store.unreadTotal;
  document.title = `${total ? `(${total}) ` : ''}${person().face.name}`;
}

function drawHead() {
  byId('head').replaceChildren(
    el('span', { class: 'bot-face', 'aria-hidden': 'true' }),
    el('div', { class: 'head-about' }, el('h2', {}, person().face.name),
      el('p', { id: 'status', class: 'status', 'aria-live': 'polite' }, say('bot'))),
    iconButton('sun', `${say('theme')}: ${say(theme())}`, () => { nextTheme(); drawHead(); toast(`${say('theme')}: ${say(theme())}`); }),
    iconButton('more', say('options'), (event) => popup(event.currentTarget, [
      { icon: 'trash', label: say('clear'), run: () => act.do('clear') },
      { icon: 'stop', label: say(person().blocked ? 'unblock' : 'block'), run: () => act.do('block') },
    ]), { 'aria-haspopup': 'menu' }));
}

let statusTimer;
function status(kind) {
  clearTimeout(statusTimer);
  const node = byId('status');
  node.textContent = say(kind || 'bot');
  node.classList.toggle('busy', Boolean(kind));
  if (kind) statusTimer = setTimeout(() => status(''), 5000);
}

function drawPinned() {
  const bar = byId('pinned');
  const entry = person().entries.get(person().pinned?.[0]);
  bar.hidden = !entry;
  if (!entry) return;
  bar.replaceChildren(icon('pin'), el('span', {}, el('b', {}, say('pinned')), el('span', {}, brief(entry.message))));
  bar.onclick = () => log.jump(entry.message.message_id);
}

byId('down').append(icon('down'));
byId('down').addEventListener('click', () => log.toEnd(true));
document.addEventListener('visibilitychange', markRead);
addEventListener('keydown', (event) => {
  const index = event.altKey && !event.ctrlKey ? Number(event.key) : 0;
  const id = [...store.people.keys()][index - 1];
  if (id) { event.preventDefault(); pick(id); }
});
byId('chat').addEventListener('dragover', (event) => event.preventDefault());
byId('chat').addEventListener('drop', (event) => {
  event.preventDefault();
  const file = event.dataTransfer.files[0];
  if (file) composer.sendFile(file);
});
applyTheme();
