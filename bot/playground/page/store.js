// What the page knows: people with their chats. The server's news changes it; nothing here draws.
export class Store {
  people = new Map();
  bot = { username: '' };

  restore(state) {
    this.bot = state.bot;
    const old = this.people;
    this.people = new Map(state.people.map((person) => [person.id, {
      ...person,
      draft: old.get(person.id)?.draft ?? '',
      entries: new Map(person.messages.map((entry) => [entry.message.message_id, entry])),
    }]));
  }

  // Returns the person whom the news is about, undefined when it is about all or nobody known.
  apply(news) {
    if (news.t === 'profile') {
      for (const [id, face] of Object.entries(news.faces)) this.people.get(Number(id)).face = face;
      return undefined;
    }
    const person = this.people.get(news.chat);
    if (!person) return undefined;
    switch (news.t) {
      case 'sent':
        person.entries.set(news.message.message_id, { message: news.message, mine: news.mine, silent: news.silent });
        person.unread = news.unread;
        break;
      case 'edited': {
        const entry = person.entries.get(news.message.message_id);
        if (entry) entry.message = news.message;
        break;
      }
      case 'deleted': person.entries.delete(news.message_id); break;
      case 'keyboard': person.keyboard = news.keyboard; break;
      case 'account': person.blocked = news.blocked; break;
      case 'pinned': person.pinned = news.pinned; break;
      case 'read': person.unread = news.unread; break;
      default:
    }
    return person;
  }

  get unreadTotal() {
    return [...this.people.values()].reduce((sum, person) => sum + person.unread, 0);
  }
}

export const lastEntry = (person) => [...person.entries.values()].at(-1);
export const lastOwn = (person) => [...person.entries.values()].reverse()
  .find((entry) => !entry.mine && !entry.message.via_bot && entry.message.text);
