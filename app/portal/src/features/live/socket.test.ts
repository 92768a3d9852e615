import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Notification, StreamFrame } from "@/api/types";
import { type Connection, NotificationSocket } from "@/features/live/socket";

const EPOCH = "8b24387727a3ed19";

/** The server's end of a socket, in the hands of the test. */
class FakeSocket {
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  closed = false;

  say(frame: StreamFrame): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  welcome(id: number): void {
    const cursor = `${EPOCH}:${id}`;
    this.say({ type: "welcome", cursor, unread: 0, skipped: 0 });
  }

  tell(id: number, epoch = EPOCH): void {
    this.say({ type: "notification", notification: notification(id, epoch) });
  }

  fall(): void {
    this.onclose?.();
  }

  close(): void {
    this.closed = true;
    this.onclose?.();
  }
}

function notification(id: number, epoch: string): Notification {
  return {
    cursor: `${epoch}:${id}`,
    id,
    kind: "claim_landed",
    created_at: "2026-11-03T09:15:08Z",
    title: "",
    body: "",
    claim_id: null,
    data: {},
    read: false,
  };
}

function world() {
  const seen = {
    sockets: [] as FakeSocket[],
    opened: [] as (string | null)[],
    told: [] as number[],
    states: [] as Connection[],
    again: [] as boolean[],
    stored: null as string | null,
    signedIn: async (): Promise<boolean> => true,
  };
  const socket = new NotificationSocket({
    cursor: {
      read: () => seen.stored,
      write: (cursor) => {
        seen.stored = cursor;
      },
    },
    open: (cursor) => {
      const made = new FakeSocket();
      seen.sockets.push(made);
      seen.opened.push(cursor);
      return made as unknown as WebSocket;
    },
    signedIn: () => seen.signedIn(),
    onConnection: (state) => seen.states.push(state),
    onWelcome: ({ again }) => seen.again.push(again),
    onNotification: ({ id }) => seen.told.push(id),
  });
  const latest = (): FakeSocket => seen.sockets.at(-1) as FakeSocket;
  return { seen, socket, latest };
}

describe("NotificationSocket", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const started = async () => {
    const made = world();
    made.socket.start();
    await vi.advanceTimersByTimeAsync(0);
    return made;
  };

  it("opens without a cursor and keeps the one it is welcomed with", async () => {
    const { seen, latest } = await started();
    latest().welcome(7);
    expect(seen.opened).toEqual([null]);
    expect(seen.stored).toBe(`${EPOCH}:7`);
    expect(seen.states).toEqual(["open"]);
  });

  it("comes back with its cursor and drops what it has heard before", async () => {
    const { seen, latest } = await started();
    latest().welcome(7);
    latest().tell(8);
    latest().tell(9);
    latest().fall();
    expect(seen.states).toEqual(["open", "away"]);
    await vi.advanceTimersByTimeAsync(400);
    expect(seen.opened).toEqual([null, `${EPOCH}:9`]);
    latest().welcome(9);
    latest().tell(9);
    latest().tell(10);
    expect(seen.told).toEqual([8, 9, 10]);
    expect(seen.again).toEqual([false, true]);
  });

  it("hears everything anew from another database", async () => {
    const { seen, latest } = await started();
    latest().welcome(900);
    latest().tell(3, "0000000000000001");
    latest().tell(4, "0000000000000001");
    expect(seen.told).toEqual([3, 4]);
  });

  it("keeps trying while the server is away, more and more slowly", async () => {
    const { seen, latest } = await started();
    latest().welcome(1);
    let attempts = 0;
    seen.signedIn = () => {
      attempts += 1;
      return Promise.reject(new Error("away"));
    };
    latest().fall();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(attempts).toBeGreaterThan(7);
    expect(attempts).toBeLessThan(24);
    seen.signedIn = async () => true;
    await vi.advanceTimersByTimeAsync(8_000);
    latest().welcome(1);
    expect(seen.states.at(-1)).toBe("open");
  });

  it("stops trying when the session has ended", async () => {
    const { seen, latest } = await started();
    latest().welcome(1);
    seen.signedIn = async () => false;
    latest().fall();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen.states.at(-1)).toBe("signed-out");
    expect(seen.sockets).toHaveLength(1);
  });

  it("gives up a socket that never greets", async () => {
    const { seen } = await started();
    await vi.advanceTimersByTimeAsync(10_500);
    expect(seen.sockets[0]?.closed).toBe(true);
    expect(seen.sockets).toHaveLength(2);
  });

  it("tries at once when hurried, and only then", async () => {
    const { seen, socket, latest } = await started();
    latest().welcome(1);
    socket.hurry();
    expect(seen.sockets).toHaveLength(1);
    latest().fall();
    socket.hurry();
    await vi.advanceTimersByTimeAsync(0);
    expect(seen.sockets).toHaveLength(2);
  });

  it("is silent once stopped", async () => {
    const { seen, socket, latest } = await started();
    latest().welcome(1);
    socket.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen.sockets).toHaveLength(1);
    expect(latest().closed).toBe(true);
  });
});
