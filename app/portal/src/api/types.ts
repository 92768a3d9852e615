import type { components } from "@/api/schema";

type Schemas = components["schemas"];

export type Me = Schemas["Me"];
export type Role = Me["role"];
export type DemoLogin = Schemas["DemoLogin"];
export type Notification = Schemas["Notification"];
export type NotificationList = Schemas["NotificationList"];
export type Journey = Schemas["Journey"];
export type BrokenRule = Schemas["BrokenRule"];

/** Frames of the stream of notifications; a WebSocket has no place in an OpenAPI. */
export type StreamFrame =
  | { type: "welcome"; cursor: string; unread: number; skipped: number }
  | { type: "notification"; notification: Notification };
