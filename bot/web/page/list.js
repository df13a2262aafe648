// The list and what narrows it: regimes, region, days, and words, which the server understands as the chat does.
import { say } from './said.js';
import { Refusal, search } from './server.js';

const WAIT = 250; // milliseconds without a key

export class List {
  constructor(onShown) {
    this.onShown = onShown;
    this.list = document.getElementById('list');
    this.rows = [...this.list.children];
    this.order = this.rows;
    this.byCode = new Map(this.rows.map((row) => [row.id.slice(4), row]));
    this.question = document.getElementById('question');
    this.region = document.getElementById('region');
    this.days = document.getElementById('days');
    this.switches = [...document.querySelectorAll('.switch')];
    this.found = null; // codes that the words mean, null without words
    this.hint = '';
    this.listen();
    this.show();
  }

  get places() {
    return new Map([...this.byCode].map(([code, row]) => [code, { name: row.querySelector('b').textContent, regime: row.dataset.regime }]));
  }

  listen() {
    for (const one of this.switches) {
      one.addEventListener('click', () => { press(one, one.getAttribute('aria-pressed') !== 'true'); this.show(); });
    }
    for (const one of [this.region, this.days]) one.addEventListener('change', () => this.show());
    this.question.addEventListener('input', () => this.ask());
    document.getElementById('search').addEventListener('submit', (event) => { event.preventDefault(); this.ask(0); });
    document.getElementById('reset').addEventListener('click', () => { this.reset(); this.question.focus(); });
  }

  reset() {
    this.question.value = '';
    this.region.value = this.days.value = '';
    for (const one of this.switches) press(one, false);
    this.ask(0);
  }

  // Names that begin so are shown at once; the server's understanding follows.
  ask(wait = WAIT) {
    clearTimeout(this.timer);
    this.asked?.abort();
    const words = this.question.value.trim();
    this.hint = '';
    this.found = words ? this.named(words) : null;
    this.show();
    if (words) this.timer = setTimeout(() => this.understand(words), wait);
  }

  named(words) {
    const wanted = words.toLowerCase();
    const fits = (name) => name.toLowerCase().split(/[\s-]+/).some((_, at, parts) => parts.slice(at).join(' ').startsWith(wanted));
    return this.rows.filter((row) => fits(row.querySelector('b').textContent) || fits(row.dataset.also ?? '')).map((row) => row.id.slice(4));
  }

  async understand(words) {
    this.asked = new AbortController();
    let answer;
    try { answer = await search(words, this.asked.signal); } catch (error) {
      if (error instanceof Refusal && !this.found.length) { this.hint = say(`page-error-${error.message === 'often' ? 'often' : 'network'}`); this.show(); }
      return;
    }
    const begun = this.named(words);
    if (answer.filters) {
      this.wish(answer.filters);
      this.found = null;
    } else if (answer.places.length) this.found = [...new Set([...answer.places, ...begun])];
    else if (!begun.length && answer.nearest.length) {
      this.found = answer.nearest;
      this.hint = say('page-nearest');
    } else this.found = begun;
    if (answer.talks) this.hint = say('page-about-talks');
    this.show();
  }

  wish({ regimes, regions, min_days: days }) {
    for (const one of this.switches) press(one, regimes.includes(one.dataset.regime));
    choose(this.region, regions.join('|'), [...this.region.options].filter((one) => regions.includes(one.value)).map((one) => one.text).join(', '));
    choose(this.days, days ? String(days) : '', String(days));
  }

  isWanted(row) {
    const pressed = this.switches.filter((one) => one.getAttribute('aria-pressed') === 'true').map((one) => one.dataset.regime);
    const regions = this.region.value ? this.region.value.split('|') : [];
    return (!pressed.length || pressed.includes(row.dataset.regime))
      && (!regions.length || regions.includes(row.dataset.region))
      && Number(row.dataset.days) >= Number(this.days.value);
  }

  show() {
    const shown = new Set(this.rows.filter((row) => this.isWanted(row) && (!this.found || this.found.includes(row.id.slice(4)))));
    for (const row of this.rows) row.hidden = !shown.has(row);
    this.arrange();
    const isNarrowed = Boolean(this.question.value.trim() || this.region.value || this.days.value || this.switches.some((one) => one.getAttribute('aria-pressed') === 'true'));
    const told = document.getElementById('told');
    const words = this.hint || (shown.size ? say('page-shown', { shown: shown.size }) : say('page-nothing'));
    if (told.textContent !== words) told.textContent = words;
    document.getElementById('reset').hidden = !isNarrowed;
    this.onShown((code) => shown.has(this.byCode.get(code)));
  }

  // What the words mean stands first, in the order of the answer; else the alphabet.
  arrange() {
    const first = (this.found ?? []).map((code) => this.byCode.get(code)).filter(Boolean);
    const order = first.length && first.length < 20 ? [...first, ...this.rows.filter((row) => !first.includes(row))] : this.rows;
    if (order.some((row, at) => row !== this.order[at])) this.list.append(...order);
    this.order = order;
  }
}

const press = (one, isPressed) => one.setAttribute('aria-pressed', String(isPressed));

// Chooses a value that may not be among the choices yet, such as two regions or 45 days.
function choose(select, value, words) {
  if (![...select.options].some((one) => one.value === value)) select.append(new Option(words, value));
  select.value = value;
}
