// The scrolling log of one chat.
import { avatar, el } from './dom.js';
import { article, keyOf } from './messages.js';
import { day, say } from './texts.js';

export class Log {
  constructor(act) {
    this.act = act;
    this.node = document.getElementById('log');
    this.scroller = document.getElementById('scroll');
    this.rows = new Map();
    this.scroller.addEventListener('scroll', () => this.scrolled());
    const settled = new ResizeObserver(() => this.stuck && this.toEnd());
    settled.observe(this.scroller);
    settled.observe(this.node);
    this.stuck = true; // until somebody scrolls up to read
    this.last = 0;
  }

  get isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < 60;
  }

  scrolled() {
    const { scrollTop } = this.scroller;
    if (this.isAtEnd) this.stuck = true;
    else if (scrollTop < this.last - 2) this.stuck = false;
    this.last = scrollTop;
    this.act.scrolled(this.stuck);
  }

  toEnd(smooth = false) {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? 'smooth' : 'instant' });
  }

  show(person) {
    this.person = person;
    this.rows.clear();
    this.node.replaceChildren();
    this.lastDay = '';
    this.node.setAttribute('aria-live', 'off'); // an old chat is not news
    if (!person.entries.size) this.node.append(this.welcome(person));
    for (const entry of person.entries.values()) this.add(entry);
    this.stuck = true;
    this.last = 0;
    this.toEnd();
    setTimeout(() => this.node.setAttribute('aria-live', 'polite'), 300);
  }

  welcome(person) {
    const { name, description } = person.face;
    return el('section', { class: 'welcome' }, el('span', { class: 'bot-face', 'aria-hidden': 'true' }),
      el('h2', {}, name),
      description ? [el('h3', {}, say('about')), el('p', {}, description)] : el('p', {}, say('empty')));
  }

  add(entry, isNew = false) {
    this.node.querySelector('.welcome')?.remove();
    this.typing(false);
    const key = keyOf(entry.message);
    const known = this.rows.get(key);
    if (known) {
      known.entries.push(entry);
      this.draw(key);
    } else {
      const date = day(entry.message.date);
      if (date !== this.lastDay) this.node.append(el('div', { class: 'day' }, el('span', {}, date)));
      this.lastDay = date;
      const node = article([entry], this.act);
      if (isNew) node.classList.add('new');
      this.rows.set(key, { node, entries: [entry] });
      this.node.append(node);
    }
    if (isNew && !entry.mine) this.stuck = true;
    if (this.stuck) this.toEnd();
  }

  change(message) {
    const row = this.rows.get(keyOf(message));
    const entry = row?.entries.find((one) => one.message.message_id === message.message_id);
    if (!entry) return;
    entry.message = message;
    const stuck = this.stuck;
    this.draw(keyOf(message));
    if (stuck) this.toEnd();
  }

  remove(id) {
    for (const [key, row] of this.rows) {
      const rest = row.entries.filter((entry) => entry.message.message_id !== id);
      if (rest.length === row.entries.length) continue;
      row.entries = rest;
      if (rest.length) this.draw(key);
      else { row.node.remove(); this.rows.delete(key); }
    }
    if (!this.rows.size) this.show(this.person);
  }

  draw(key) {
    const row = this.rows.get(key);
    const had = row.node.contains(document.activeElement) ? [...row.node.querySelectorAll('button')].indexOf(document.activeElement) : -1;
    const node = article(row.entries, this.act);
    row.node.replaceWith(node);
    row.node = node;
    if (had >= 0) { // keep the keyboard's place in a message that changed under it
      const buttons = node.querySelectorAll('button');
      buttons[Math.min(had, buttons.length - 1)]?.focus({ preventScroll: true });
    }
  }

  jump(id) {
    const row = [...this.rows.values()].find((one) => one.entries.some((entry) => entry.message.message_id === id));
    row?.node.scrollIntoView({ block: 'center', behavior: 'smooth' });
    row?.node.classList.add('found');
    setTimeout(() => row?.node.classList.remove('found'), 1500);
  }

  typing(on) {
    this.node.querySelector('.dots')?.remove();
    clearTimeout(this.dots);
    if (!on) return;
    this.node.append(el('div', { class: 'row in dots', 'aria-hidden': 'true' }, el('div', { class: 'bubble' }, el('i'), el('i'), el('i'))));
    if (this.stuck) this.toEnd();
    this.dots = setTimeout(() => this.typing(false), 5000); // Telegram's five seconds
  }

  stopSpinners() {
    for (const node of this.node.querySelectorAll('.waiting')) node.classList.remove('waiting');
  }
}

export function peopleNode(people, current, onPick, brief) {
  return [...people.values()].map((person, index) => {
    const { id, name, role, unread, language } = person;
    const label = `${name}, ${say(role)}, ${language}${unread ? `, ${unread} ${say('unread')}` : ''}`;
    return el('button', { type: 'button', class: 'person', title: `Alt+${index + 1}`, 'aria-label': label,
      'aria-current': id === current ? 'true' : 'false', data: { id }, onclick: () => onPick(id) },
      avatar(name, id),
      el('span', { class: 'person-about' },
        el('span', { class: 'person-name' }, el('b', {}, name), el('span', { class: 'tag' }, language),
          role === 'owner' && el('span', { class: 'tag owner' }, say('owner'))),
        el('span', { class: 'person-last' }, brief(person))),
      unread > 0 && el('span', { class: 'badge' }, unread > 99 ? '99+' : String(unread)));
  });
}
