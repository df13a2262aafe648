// The foot of the chat: text field, bars above it, suggestions, emoji, attachments, reply keyboard.
import { el, iconButton } from './dom.js';
import { replyKeyboard } from './keyboards.js';
import { popup, toast } from './layers.js';
import { brief } from './messages.js';
import { lastOwn } from './store.js';
import { Suggestions } from './suggestions.js';
import { say } from './texts.js';
import { upload } from './upload.js';

const LONGEST = 4096;
const EMOJI = '👍 👎 ❤️ 🔥 🎉 😂 😊 🤔 😢 🙏 👋 🇰🇿 🇹🇷 🇬🇪 🇩🇪 🇹🇭 🇦🇪 🇯🇵 🇨🇳 🇺🇸 ✈️ 🧳 🛂 🌍'.split(' ');

export class Composer {
  constructor(act) {
    this.act = act;
    this.node = document.getElementById('composer');
    this.suggestions = new Suggestions(act, (text) => this.write(text), (text) => this.submit(text));
  }

  show(person) {
    this.person = person;
    this.editing = null;
    this.replying = null;
    this.keyboardOpen = true;
    this.draw();
  }

  draw() {
    const { person } = this;
    this.suggestions.close();
    if (person.blocked) return this.wide(say('unblock'), () => this.act.do('block'), 'danger');
    if (!person.entries.size) return this.wide(say('start'), () => this.act.do('say', { text: '/start' }));
    this.bar = el('div', { class: 'bar', hidden: true });
    this.keyboard = el('div', {});
    this.field = el('textarea', {
      rows: 1, class: 'field', 'aria-label': say('message'), autocomplete: 'off', enterKeyHint: 'send',
      maxLength: LONGEST, value: person.draft, oninput: () => this.typed(), onkeydown: (event) => this.key(event),
      onpaste: (event) => this.pasted(event),
    });
    const menu = person.face.menu_button;
    this.node.replaceChildren(this.suggestions.node, this.bar, el('div', { class: 'line' },
      menu?.type === 'web_app'
        ? iconButton('web', menu.text, () => this.act.webApp(menu.web_app.url), { class: 'menu-button' })
        : person.face.commands.length && iconButton('menu', say('commands'), () => this.toggleCommands(), { class: 'menu-button', 'aria-expanded': 'false' }),
      el('div', { class: 'field-box' }, this.field,
        iconButton('smile', say('emoji'), (event) => this.emoji(event.currentTarget)),
        this.keyboardButton = iconButton('keyboard', say('keyboard'), () => this.toggleKeyboard()),
        iconButton('clip', say('attach'), (event) => this.attach(event.currentTarget))),
      this.sendButton = iconButton('send', say('send'), () => this.submit(), { class: 'send' })), this.keyboard);
    this.drawKeyboard();
    this.fit();
    return undefined;
  }

  wide(text, run, kind = '') {
    this.field = null;
    this.node.replaceChildren(el('button', { type: 'button', class: `wide ${kind}`, onclick: run }, text));
  }

  drawKeyboard() {
    if (!this.field) return;
    const keyboard = replyKeyboard(this.person.keyboard, this.act);
    this.keyboardButton.hidden = !keyboard;
    this.keyboard.replaceChildren(...(keyboard && this.keyboardOpen ? [keyboard] : []));
    this.field.placeholder = this.person.keyboard?.input_field_placeholder ?? say('message');
  }

  toggleKeyboard() {
    this.keyboardOpen = !this.keyboardOpen;
    this.drawKeyboard();
  }

  toggleCommands() {
    if (this.suggestions.isOpen) this.suggestions.close();
    else this.suggestions.commands(this.person.face.commands, '');
    this.field.focus();
  }

  focus() { this.field?.focus({ preventScroll: true }); }

  write(text) {
    if (!this.field) return;
    this.field.value = text;
    this.typed();
    this.focus();
    this.field.setSelectionRange(text.length, text.length);
  }

  typed() {
    if (!this.editing) this.person.draft = this.field.value;
    this.fit();
    this.suggestions.follow(this.field.value, this.person.face.commands, this.act.botUsername());
  }

  fit() {
    this.field.style.height = 'auto';
    this.field.style.height = `${Math.min(this.field.scrollHeight, 160)}px`;
    this.sendButton.disabled = !this.field.value.trim();
  }

  key(event) {
    if (this.suggestions.key(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === 'Escape') {
      this.leaveBar();
    } else if (event.key === 'ArrowUp' && !this.field.value) {
      const own = lastOwn(this.person);
      if (own) { event.preventDefault(); this.edit(own.message); }
    }
  }

  submit(text = this.field.value) {
    const ready = text.trim();
    if (!ready) return;
    const done = this.editing
      ? this.act.do('edit', { message: this.editing.message_id, text: ready })
      : this.act.do('say', { text: ready, ...(this.replying ? { reply_to: this.replying.message_id } : {}) });
    if (!done) return;
    this.leaveBar();
    this.write('');
  }

  edit(message) {
    this.editing = message;
    this.openBar(say('editing'), message.text);
    this.write(message.text);
  }

  reply(message) {
    this.replying = message;
    this.openBar(say('replying'), brief(message));
    this.focus();
  }

  openBar(title, text) {
    this.bar.hidden = false;
    this.bar.replaceChildren(el('span', { class: 'bar-text' }, el('b', {}, title), el('span', {}, text)),
      iconButton('close', say('cancel'), () => this.leaveBar()));
  }

  leaveBar() {
    const was = this.editing;
    this.editing = null;
    this.replying = null;
    this.bar.hidden = true;
    if (was) this.write('');
  }

  emoji(anchor) {
    this.suggestions.emoji(EMOJI, (emoji) => this.write(this.field.value + emoji),
      (emoji) => this.act.do('sticker', { emoji }), anchor);
  }

  attach(anchor) {
    const pick = (kind, accept) => {
      const input = el('input', { type: 'file', accept, multiple: false });
      input.addEventListener('change', () => this.sendFile(input.files[0], kind));
      input.click();
    };
    popup(anchor, [
      { icon: 'photo', label: say('photo'), run: () => pick('photo', 'image/png,image/jpeg,image/gif,image/webp') },
      { icon: 'file', label: say('file'), run: () => pick('document', '') },
      { icon: 'place', label: say('location'), run: () => this.act.do('location') },
      { icon: 'person', label: say('contact'), run: () => this.act.do('contact') },
    ]);
  }

  pasted(event) {
    const file = [...event.clipboardData.files][0];
    if (file) { event.preventDefault(); this.sendFile(file); }
  }

  async sendFile(file, kind = file.type.startsWith('image/') ? 'photo' : 'document') {
    const caption = this.field?.value.trim().slice(0, 1024) ?? '';
    const problem = await upload(this.person.id, file, kind, caption);
    if (problem) toast(problem);
    else if (caption) this.write('');
  }
}
