import type { Notification, StreamFrame } from "@/api/types";
import { backoff } from "@/features/live/backoff";
import { isNews } from "@/features/live/cursor";

export type Connection = "connecting" | "open" | "away" | "signed-out";

/** What the socket needs of the world; tests bring their own. */
export type Surroundings = {
  cursor: { read(): string | null; write(cursor: string): void };
  open(cursor: string | null): WebSocket;
  /** Asked before every attempt: renews the session, or says that there is none. Throws if away. */
  signedIn(): Promise<boolean>;
  onConnection(state: Connection): void;
  /** The stream stands again; `missed` when it stood before. */
  onWelcome(welcome: { unread: number; skipped: number; again: boolean }): void;
  onNotification(notification: Notification): void;
};

/** How long a socket may take to greet us, in milliseconds. */
const GREETING = 10_000;

/** One stream of notifications that comes back by itself and repeats nothing. */
export class NotificationSocket {
  readonly #world: Surroundings;
  #socket: WebSocket | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;
  #greeted = false;
  #stopped = false;

  constructor(world: Surroundings) {
    this.#world = world;
  }

  start(): void {
    this.#stopped = false;
    void this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#drop();
  }

  /** Try now rather than when the pause is over. */
  hurry(): void {
    if (this.#stopped || this.#socket) return;
    clearTimeout(this.#timer);
    this.#attempt = 0;
    void this.#connect();
  }

  async #connect(): Promise<void> {
    this.#timer = undefined;
    try {
      const signedIn = await this.#world.signedIn();
      if (this.#stopped || this.#socket) return;
      if (!signedIn) {
        this.#world.onConnection("signed-out");
        return;
      }
    } catch {
      this.#retry();
      return;
    }
    const socket = this.#world.open(this.#world.cursor.read());
    this.#socket = socket;
    this.#timer = setTimeout(() => socket.close(), GREETING);
    socket.onmessage = (event) => this.#receive(String(event.data));
    socket.onclose = () => {
      if (this.#socket !== socket) return;
      this.#drop();
      this.#retry();
    };
  }

  #receive(text: string): void {
    const frame = JSON.parse(text) as StreamFrame;
    if (frame.type === "welcome") this.#welcome(frame);
    else this.#tell(frame.notification);
  }

  #tell(notification: Notification): void {
    if (!isNews(notification.cursor, this.#world.cursor.read())) return;
    this.#world.cursor.write(notification.cursor);
    this.#world.onNotification(notification);
  }

  #welcome(frame: Extract<StreamFrame, { type: "welcome" }>): void {
    clearTimeout(this.#timer);
    this.#attempt = 0;
    this.#world.cursor.write(frame.cursor);
    this.#world.onConnection("open");
    this.#world.onWelcome({ unread: frame.unread, skipped: frame.skipped, again: this.#greeted });
    this.#greeted = true;
  }

  #retry(): void {
    if (this.#stopped) return;
    this.#world.onConnection(this.#greeted || this.#attempt > 0 ? "away" : "connecting");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#connect(), backoff(this.#attempt));
    this.#attempt += 1;
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = null;
    clearTimeout(this.#timer);
    if (!socket) return;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  }
}
