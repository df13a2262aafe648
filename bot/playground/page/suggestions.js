// What opens above the text field: commands, results of inline mode, emoji.
import { el } from './dom.js';
import { say } from './texts.js';

const graphemes = new Intl.Segmenter('ru', { granularity: 'grapheme' });
const initial = (title = '?') => graphemes.segment(title)[Symbol.iterator]().next().value?.segment ?? '?';

export class Suggestions {
  constructor(act, write, submit) {
    this.act = act;
    this.write = write;
    this.submit = submit;
    this.node = el('div', { class: 'suggestions', hidden: true });
    document.addEventListener('pointerdown', (event) => {
      if (this.isOpen && !event.target.closest('#composer')) this.close();
    });
  }

  get isOpen() { return !this.node.hidden; }

  close() {
    this.node.hidden = true;
    this.node.replaceChildren();
    this.query = null;
    clearTimeout(this.timer);
    document.querySelector('.field')?.removeAttribute('aria-activedescendant');
    document.querySelector('.menu-button[aria-expanded]')?.setAttribute('aria-expanded', 'false');
  }

  open(kind, label, children) {
    this.node.className = `suggestions ${kind}`;
    this.node.setAttribute('aria-label', label);
    this.node.setAttribute('role', kind === 'emoji' ? 'group' : 'listbox');
    this.node.replaceChildren(...children);
    this.node.hidden = !children.length;
    this.node.scrollTop = 0;
  }

  follow(text, commands, botName) {
    const command = /^\/([a-z0-9_]*)$/i.exec(text);
    const inline = new RegExp(`^@${botName}\\s([^]*)$`, 'i').exec(text);
    if (command) this.commands(commands, command[1].toLowerCase());
    else if (inline) this.ask(inline[1]);
    else if (this.isOpen) this.close();
  }

  commands(commands, prefix) {
    const fitting = commands.filter((one) => one.command.startsWith(prefix));
    if (!fitting.length) { this.close(); return; }
    document.querySelector('.menu-button[aria-expanded]')?.setAttribute('aria-expanded', 'true');
    this.open('commands', say('commands'), fitting.map((one) => this.option(
      [el('b', {}, `/${one.command}`), el('span', {}, one.description)],
      () => { this.close(); this.submit(`/${one.command}`); },
      () => this.write(`/${one.command} `),
    )));
    if (prefix) this.mark(0);
  }

  ask(text) {
    clearTimeout(this.timer);
    this.query = text;
    this.timer = setTimeout(() => this.act.do('inline', { text }), 250);
  }

  results(news) {
    if (this.query === null || this.query === undefined) return;
    const button = news.button && this.option([el('b', {}, news.button.text)], () => {
      this.close();
      this.submit(`/start ${news.button.start_parameter ?? ''}`.trim());
    });
    const found = news.results.map((result) => this.option([
      el('span', { class: 'result-icon', 'aria-hidden': 'true' }, initial(result.title)),
      el('span', { class: 'result-about' }, el('b', {}, result.title ?? result.type), el('span', {}, result.description ?? '')),
    ], () => {
      this.close();
      this.write('');
      this.act.do('choose', { query: news.query_id, result: result.id });
    }));
    const none = el('p', { class: 'nothing' }, say('nothing'));
    this.open('results', say('message'), [button, ...found, !found.length && !button && none].filter(Boolean));
  }

  emoji(emoji, insert, send, anchor) {
    if (this.isOpen) { this.close(); return; }
    const grid = emoji.map((one) => el('button', { type: 'button', class: 'emoji-key', onclick: () => insert(one),
      ondblclick: (event) => event.preventDefault() }, one));
    const stickers = emoji.slice(0, 11).map((one) => el('button', { type: 'button', class: 'emoji-key large',
      'aria-label': `${say('sticker')} ${one}`, onclick: () => { this.close(); send(one); } }, one));
    this.open('emoji', say('emoji'), [el('div', { class: 'emoji-grid' }, grid),
      el('p', { class: 'hint' }, say('stickers')), el('div', { class: 'emoji-grid' }, stickers)]);
    anchor.blur();
    this.node.querySelector('button').focus();
  }

  option(children, run, complete) {
    const node = el('div', { class: 'option', role: 'option', tabIndex: -1 }, children);
    node.addEventListener('click', run);
    node.complete = complete ?? run;
    return node;
  }

  mark(index) {
    const all = this.options;
    all.forEach((one, at) => { one.id = `option-${at}`; one.setAttribute('aria-selected', String(at === index)); });
    document.querySelector('.field')?.setAttribute('aria-activedescendant', `option-${index}`);
    all[index]?.scrollIntoView({ block: 'nearest' });
  }

  get options() { return [...this.node.querySelectorAll('.option')]; }

  // Returns true when the key was meant for the list.
  key(event) {
    if (!this.isOpen) return false;
    const all = this.options;
    const at = all.findIndex((one) => one.getAttribute('aria-selected') === 'true');
    if (event.key === 'Escape') this.close();
    else if (event.key === 'ArrowDown' && all.length) this.mark((at + 1) % all.length);
    else if (event.key === 'ArrowUp' && all.length) this.mark((at - 1 + all.length) % all.length);
    else if (event.key === 'Tab' && all[at]) all[at].complete();
    else if (event.key === 'Enter' && !event.shiftKey && all[at]) all[at].click();
    else return false;
    event.preventDefault();
    return true;
  }
}
