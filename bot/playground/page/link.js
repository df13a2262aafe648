// The line to the server: comes back by itself, and starts anew from the whole state.
export class Line {
  constructor(onNews, onState) {
    this.onNews = onNews;
    this.onState = onState;
    this.pause = 300;
    this.connect();
    addEventListener('online', () => this.retryNow());
    document.addEventListener('visibilitychange', () => !document.hidden && this.retryNow());
  }

  connect() {
    const url = new URL('socket', document.baseURI);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    url.hash = '';
    this.socket = new WebSocket(url);
    this.socket.addEventListener('open', () => { this.pause = 300; this.onState(true); });
    this.socket.addEventListener('message', (event) => this.onNews(JSON.parse(event.data)));
    this.socket.addEventListener('close', () => {
      this.onState(false);
      this.timer = setTimeout(() => this.connect(), this.pause + Math.random() * 200);
      this.pause = Math.min(this.pause * 1.7, 5000);
    });
  }

  retryNow() {
    if (this.socket.readyState === WebSocket.CLOSED) {
      clearTimeout(this.timer);
      this.connect();
    }
  }

  get isOpen() { return this.socket.readyState === WebSocket.OPEN; }

  send(act) {
    if (!this.isOpen) return false;
    this.socket.send(JSON.stringify(act));
    return true;
  }
}
