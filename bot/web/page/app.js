// Puts the page together. The address says what is shown: nothing the countries, #eu the talks, #TR a card.
import * as card from './card.js';
import * as following from './follow.js';
import { List } from './list.js';
import { WorldMap } from './map.js';
import * as telegram from './telegram.js';

const root = document.documentElement;
const tabs = [...document.querySelectorAll('#tabs a')];
const languageLink = document.getElementById('language');
const languageAddress = languageLink.getAttribute('href');
let cameFromHere = false;
let before = null; // what had the focus when a card opened

root.classList.add('script');
telegram.enter();

let map = null;
const list = new List((isShown) => map?.show(isShown));
const { places } = list;
const world = new WorldMap(document.getElementById('world'), places, go);

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link?.classList.contains('skip')) {
    event.preventDefault(); // the address goes on saying what is shown
    document.getElementById('list').focus();
  } else if (link) cameFromHere = true;
});
addEventListener('hashchange', show);
card.onClose(leaveCard);
telegram.on('back_button_pressed', () => (card.isOpen() ? card.close() : go('')));
following.listen();
if (telegram.startParam) history.replaceState(null, '', `#${wanted(telegram.startParam) || ''}`);
show();
following.meet();
world.draw().then(() => { map = world; list.show(); }, () => {}); // the list is there without it

function go(code) {
  cameFromHere = true;
  location.hash = code;
}

function wanted(text) {
  const code = decodeURIComponent(text).toUpperCase();
  return places.has(code) ? code : code === 'EU' ? 'eu' : '';
}

function show() {
  const target = wanted(location.hash.slice(1));
  const isTalks = target === 'eu';
  const isCard = target && !isTalks;
  if (!isCard) root.classList.toggle('talks', isTalks);
  for (const tab of tabs) {
    const isHere = (tab.getAttribute('href') === '#eu') === root.classList.contains('talks');
    if (isHere) tab.setAttribute('aria-current', 'page'); else tab.removeAttribute('aria-current');
  }
  languageLink.href = languageAddress + (target ? `#${target}` : '');
  telegram.tell('web_app_setup_back_button', { is_visible: Boolean(target) });
  if (isCard) openCard(target); else card.close();
}

function openCard(code) {
  if (!card.isOpen()) before = document.activeElement;
  following.present(document.getElementById('card-follow'), `country:${code}`);
  const bot = document.getElementById('card-bot');
  const { bot: address } = document.body.dataset;
  bot.hidden = !address;
  bot.href = address.startsWith('https://t.me/') ? `${address}?start=${code}` : address;
  card.open(code, places.get(code).name);
}

function leaveCard() {
  if (wanted(location.hash.slice(1)).length === 2 && wanted(location.hash.slice(1)) !== 'eu') {
    if (cameFromHere) history.back();
    else { history.replaceState(null, '', root.classList.contains('talks') ? '#eu' : location.pathname + location.search); show(); }
  }
  cameFromHere = false;
  before?.focus?.();
}
