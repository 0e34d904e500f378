import {
  ASSISTANT,
  CLOSINGS,
  CONSENTS,
  RATINGS,
  SHOWN_MS,
  TOLD_EVERY_MS,
  claim,
  close,
  counsellorTyping,
  endFor,
  giveBack,
  initiateActivity,
  initiated,
  isSeenTyping,
  isStatus,
  leave,
  paced,
  personTyping,
  places,
  raise,
  rate,
  readActivity,
  remind,
  renderReply,
  requested,
  say,
  sharedBefore,
  takeBack,
  takeStatus,
  told,
  typeset,
  wrote
} from "./chunk-IDXNKQKT.js";
import {
  followsOn
} from "./chunk-DUUMOHOK.js";
import {
  sectionsAskedFor
} from "./chunk-PV2V667B.js";
import {
  leadTo,
  quote,
  quotePassage,
  sourcesOf
} from "./chunk-VYBDYF37.js";
import {
  detectLanguage
} from "./chunk-YLFFE2C4.js";
import {
  TOKEN,
  digestOf,
  passagesOf,
  showFact,
  showWhom,
  sourceOf,
  wholeDigestOf
} from "./chunk-WLSUNQJ3.js";
import {
  GIVEN_NAMES,
  QUESTION_WORDS,
  TAKEN_OUT,
  fold,
  fromPerson,
  isStopWord,
  publicOf,
  redact,
  stem,
  terms,
  tokens,
  typosBetween
} from "./chunk-FZOTZNSZ.js";
import {
  LANGUAGES,
  LOCALE,
  ORIGINAL,
  OWN_NAME,
  direction,
  isLanguage,
  languageOfLocale
} from "./chunk-Q4ZZZAQO.js";
import {
  NO_USAGE
} from "./chunk-V4UJS2TI.js";

// src/main.ts
import { randomUUID as randomUUID9 } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath as fileURLToPath4 } from "node:url";
import pino2 from "pino";

// src/channel/direct-line/door.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { z as z2 } from "zod";

// src/channel/bearer.ts
import { createHash, timingSafeEqual } from "node:crypto";
function bearerOf(request) {
  return /^Bearer\s+(\S+)$/i.exec(request.header("authorization") ?? "")?.[1];
}
function bearsSecret(request, secret) {
  const given2 = bearerOf(request);
  if (secret === void 0 || given2 === void 0) return false;
  return timingSafeEqual(digest(given2), digest(secret));
}
function digest(text2) {
  return createHash("sha256").update(text2).digest();
}

// src/channel/direct-line/activities.ts
import { randomUUID } from "node:crypto";
import { z } from "zod";

// src/channel/direct-line/acknowledged.ts
var REMEMBERED = 1e4;
function openAcknowledged(deliveries, onError) {
  const looked = /* @__PURE__ */ new Map();
  const note = async (conversation, position) => {
    await deliveries.reached(conversation, position);
  };
  return {
    written: (conversation, position) => {
      note(conversation, position).catch(onError);
    },
    watermark: (conversation, position) => {
      if (position <= (looked.get(conversation) ?? 0)) return;
      looked.delete(conversation);
      looked.set(conversation, position);
      for (const [oldest] of looked) {
        if (looked.size <= REMEMBERED) break;
        looked.delete(oldest);
      }
      note(conversation, position).catch((error) => {
        looked.delete(conversation);
        onError(error);
      });
    }
  };
}

// src/channel/direct-line/log.ts
var CHANNEL = "directline";
var MOST = 200;
function activityIdOf(conversation, position) {
  return `${conversation}|${String(position).padStart(7, "0")}`;
}
function positionOf(watermark) {
  if (watermark === void 0 || watermark === null || watermark === "" || watermark === "-") return 0;
  return /^\d{1,12}$/.test(watermark) ? Number(watermark) : void 0;
}
async function readLog(conversations, place, after) {
  const entries = await conversations.entries(place.id, after, MOST);
  return Promise.all(
    entries.map(async (entry) => ({
      position: entry.position,
      activity: await asRead(entry, place, conversations),
      isDelivery: entry.from !== "person" && entry.answers === void 0
    }))
  );
}
function activitySet(lines, after) {
  return { activities: lines.map(({ activity }) => activity), watermark: String(lines.at(-1)?.position ?? after) };
}
async function asRead(entry, place, conversations) {
  const { event: event2 } = entry.reply ?? {};
  if (!event2) return activityOf(entry, place);
  const shared = await sharedBefore(entry.position, event2, place.id, conversations);
  return initiateActivity({
    event: event2,
    id: activityIdOf(place.channelId, entry.position),
    at: entry.at,
    channel: CHANNEL,
    conversation: place.channelId,
    person: place.person,
    ...entry.answers ? { replyToId: activityIdOf(place.channelId, entry.answers) } : {},
    transcript: shared.map((line2) => activityOf(line2, place))
  });
}
function activityOf(entry, place) {
  const common = {
    id: activityIdOf(place.channelId, entry.position),
    timestamp: entry.at,
    channelId: CHANNEL,
    conversation: { id: place.channelId }
  };
  if (entry.from === "person" || !entry.reply) {
    return {
      type: "message",
      ...common,
      from: { id: place.person, name: "", role: "user" },
      text: entry.text,
      textFormat: "plain",
      ...entry.clientId ? { channelData: { clientActivityID: entry.clientId } } : {}
    };
  }
  const rendered = renderReply(entry.reply, CHANNEL, entry.answers);
  return {
    from: { ...ASSISTANT, role: "bot" },
    ...rendered,
    ...common,
    // Web Chat holds a reply back until it has seen what it replies to.
    ...entry.answers && !entry.reply.toMark ? { replyToId: activityIdOf(place.channelId, entry.answers) } : {}
  };
}

// src/channel/direct-line/refusal.ts
var Refusal = class extends Error {
  constructor(status2, code, message) {
    super(message);
    this.status = status2;
    this.code = code;
  }
  status;
  code;
};
function answering(handler, onError) {
  return async (request, response) => {
    try {
      await handler(request, response);
    } catch (error) {
      if (error instanceof Refusal) {
        response.send(error.status, { error: { code: error.code, message: error.message } });
        return;
      }
      onError(error);
      if (!response.headersSent)
        response.send(500, { error: { code: "ServiceError", message: "The request could not be served. Try again." } });
    }
  };
}

// src/channel/direct-line/granted.ts
async function granted(request, line2) {
  const token = bearerOf(request);
  if (!token) throw new Refusal(401, "BadArgument", "A token is missing: Authorization: Bearer \u2026");
  const read3 = await line2.tokens.read(token);
  if (read3 === "TokenExpired") throw new Refusal(403, "TokenExpired", "The token has expired: ask for another one.");
  if (read3 === "BadToken") throw new Refusal(403, "BadArgument", "The token is not one of ours.");
  return read3;
}
async function grantedHere(request, line2) {
  const here2 = request.params?.id;
  if (bearsSecret(request, line2.secret) && typeof here2 === "string") return { conversation: here2 };
  const grant = await granted(request, line2);
  if (grant.conversation !== here2) throw new Refusal(403, "BadArgument", "The token is for another conversation.");
  return grant;
}
async function knownPlace(grant, line2) {
  const found = await line2.conversations.find({ channel: CHANNEL, conversation: grant.conversation });
  if (!found) throw new Refusal(404, "BadArgument", "There is no such conversation: it ended, or never began.");
  return { id: found.id, channelId: grant.conversation, person: found.person.id, conversation: found };
}
function watermarkOf(request) {
  const given2 = request.query?.watermark;
  const position = positionOf(typeof given2 === "string" ? given2 : void 0);
  if (position === void 0) throw new Refusal(400, "BadArgument", "The watermark is not one that was given out here.");
  return position;
}

// src/channel/direct-line/activities.ts
function readActivities(line2) {
  const acknowledged = openAcknowledged(line2.deliveries, line2.onError);
  return async (request, response) => {
    const grant = await grantedHere(request, line2);
    const place = await knownPlace(grant, line2);
    const watermark = watermarkOf(request);
    acknowledged.watermark(place.id, watermark);
    response.send(200, activitySet(await readLog(line2.conversations, place, watermark), watermark));
  };
}
var bodyShape = z.looseObject({ type: z.string(), name: z.string().optional() });
function postActivity(line2) {
  const isTime = paced(TOLD_EVERY_MS, line2.now);
  return async (request, response) => {
    const grant = await grantedHere(request, line2);
    const { conversation, person } = await knownPlace(grant, line2);
    const body = bodyShape.safeParse(request.body);
    if (!body.success) throw new Refusal(400, "BadArgument", "The body must be one activity, in JSON, with its type.");
    const here2 = { channelId: CHANNEL, conversation: { id: grant.conversation } };
    const nothing = { id: activityIdOf(grant.conversation, 0) };
    if (isStatus(body.data)) {
      if (!bearsSecret(request, line2.secret))
        throw new Refusal(403, "BadArgument", "Only whoever holds the secret may tell how a handoff stands.");
      if (line2.hub) await takeStatus({ ...body.data, ...here2, relatesTo: void 0 }, { ...line2, hub: line2.hub });
      response.send(200, nothing);
      return;
    }
    if (body.data.type === "typing") {
      if (isSeenTyping(conversation) && isTime(conversation.id)) line2.news.tell(personTyping(conversation.id));
      response.send(200, nothing);
      return;
    }
    const activity = { ...body.data, ...here2, id: void 0, from: { id: person }, recipient: ASSISTANT };
    const read3 = readActivity(activity, line2.now(), randomUUID);
    if (read3.is === "malformed")
      throw new Refusal(400, "BadArgument", `The activity is not well formed: ${read3.field}.`);
    if (read3.is === "nothing" || read3.incoming.kind === "joined") {
      response.send(200, nothing);
      return;
    }
    const { clientId } = read3.incoming;
    const heard2 = await line2.hearing.note({
      ...read3.incoming,
      ...clientId ? { activityId: `client:${clientId}` } : {}
    });
    response.send(200, { id: activityIdOf(grant.conversation, heard2.position) });
    line2.hearing.answersTo(heard2).catch(line2.onError);
  };
}
function upload(line2) {
  return async (request) => {
    await grantedHere(request, line2);
    throw new Refusal(
      415,
      "NotSupported",
      "Passerelle ne re\xE7oit pas de fichiers. D\xE9crivez votre question en mots. / Files are not received here: put your question in words."
    );
  };
}

// src/channel/direct-line/door.ts
var startShape = z2.looseObject({
  locale: z2.string().max(50).optional(),
  user: z2.looseObject({ id: z2.string().max(200).optional() }).optional()
}).nullish();
function directLineDoor(server, line2) {
  const open2 = (handler) => answering(handler, line2.onError);
  server.post("/v3/directline/tokens/generate", open2(generate(line2)));
  server.post("/v3/directline/tokens/refresh", open2(refresh(line2)));
  server.post("/v3/directline/conversations", open2(start(line2)));
  server.get("/v3/directline/conversations/:id", open2(rejoin(line2)));
  server.get("/v3/directline/conversations/:id/activities", open2(readActivities(line2)));
  server.post("/v3/directline/conversations/:id/activities", open2(postActivity(line2)));
  server.post("/v3/directline/conversations/:id/upload", open2(upload(line2)));
  server.get("/v3/directline/session/getsessionid", open2(sessionId(line2)));
}
async function newToken(line2, user) {
  const conversation = randomUUID2();
  const { token, expiresIn } = await line2.tokens.grant({ conversation, ...user ? { user } : {} });
  return { conversationId: conversation, token, expires_in: expiresIn };
}
function generate(line2) {
  return async (request, response) => {
    if (!line2.secret)
      throw new Refusal(403, "BadArgument", "No DIRECT_LINE_SECRET is set, so that no token is given out here.");
    if (!bearsSecret(request, line2.secret)) throw new Refusal(403, "BadArgument", "The secret is missing or wrong.");
    const body = startShape.safeParse(request.body);
    if (!body.success) throw new Refusal(400, "BadArgument", 'The body must be JSON such as {"user":{"id":"dl_1"}}.');
    response.send(200, await newToken(line2, body.data?.user?.id));
  };
}
function refresh(line2) {
  return async (request, response) => {
    const grant = await granted(request, line2);
    const { token, expiresIn } = await line2.tokens.grant(grant);
    response.send(200, { conversationId: grant.conversation, token, expires_in: expiresIn });
  };
}
function start(line2) {
  return async (request, response) => {
    const body = startShape.safeParse(request.body);
    if (!body.success) throw new Refusal(400, "BadArgument", 'The body must be JSON such as {"locale":"fr-CA"}.');
    const grant = bearsSecret(request, line2.secret) ? { conversation: randomUUID2() } : await granted(request, line2);
    const user = grant.user ?? (body.data?.user?.id || void 0) ?? `dl_${grant.conversation}`;
    const known4 = await line2.conversations.find({ channel: CHANNEL, conversation: grant.conversation });
    if (!known4) {
      const joined2 = await line2.hearing.note({
        address: { channel: CHANNEL, conversation: grant.conversation },
        activityId: "joined",
        kind: "joined",
        text: "",
        person: { id: user },
        at: line2.now(),
        ...body.data?.locale ? { locale: body.data.locale } : {}
      });
      line2.hearing.answersTo(joined2).catch(line2.onError);
    }
    response.send(known4 ? 200 : 201, await opened({ ...grant, user }, line2, "-"));
  };
}
function rejoin(line2) {
  return async (request, response) => {
    const grant = await grantedHere(request, line2);
    const watermark = watermarkOf(request);
    await knownPlace(grant, line2);
    response.send(200, await opened(grant, line2, String(watermark)));
  };
}
function sessionId(line2) {
  return async (request, response) => {
    await granted(request, line2);
    response.send(200, { sessionId: randomUUID2() });
  };
}
async function opened(grant, line2, watermark) {
  const { token, expiresIn } = await line2.tokens.grant(grant);
  const stream = await line2.tokens.stream(grant);
  const host = line2.publicUrl.replace(/^http/, "ws");
  return {
    conversationId: grant.conversation,
    token,
    expires_in: expiresIn,
    streamUrl: `${host}/v3/directline/conversations/${grant.conversation}/stream?watermark=${watermark}&t=${stream}`
  };
}

// src/channel/direct-line/stream.ts
import { WebSocketServer } from "ws";

// src/channel/direct-line/typing-activity.ts
import { randomUUID as randomUUID3 } from "node:crypto";
function typingActivity(conversation, name2, at2) {
  const activity = {
    type: "typing",
    id: `${conversation}|typing-${randomUUID3()}`,
    timestamp: at2,
    channelId: CHANNEL,
    conversation: { id: conversation },
    from: { id: `counsellor:${name2}`, name: name2, role: "bot" }
  };
  return activity;
}

// src/channel/direct-line/stream.ts
var PATH = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/;
var HERE = "http://localhost";
var KEEP_ALIVE_MS = 2e4;
var GOODBYE_MS = 1e3;
function openStreams(resources) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  return {
    upgrade: (request, socket, head) => {
      const url = URL.canParse(request.url ?? "/", HERE) ? new URL(request.url ?? "/", HERE) : void 0;
      const conversation = PATH.exec(url?.pathname ?? "")?.[1];
      if (!url || !conversation) return false;
      allowed(url, conversation, resources.tokens).then((after) => {
        if (after === void 0) return refuse(socket);
        sockets.handleUpgrade(request, socket, head, (open2) => follow(open2, conversation, after, resources));
      }).catch((error) => {
        resources.onError(error);
        refuse(socket);
      });
      return true;
    },
    count: () => sockets.clients.size,
    close: () => {
      for (const socket of sockets.clients) socket.close(1001, "The server is stopping.");
      sockets.close();
      setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, GOODBYE_MS).unref();
    }
  };
}
async function allowed(url, conversation, tokens2) {
  const grant = await tokens2.read(url.searchParams.get("t") ?? "", "stream");
  if (typeof grant === "string" || grant.conversation !== conversation) return void 0;
  return positionOf(url.searchParams.get("watermark"));
}
function refuse(socket) {
  socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
}
async function follow(socket, channelId, from, { conversations, news, deliveries, now, onError }) {
  socket.on("error", () => socket.terminate());
  const place = await conversations.find({ channel: CHANNEL, conversation: channelId }).catch(onError);
  if (!place) return socket.close(1008, "There is no such conversation.");
  if (socket.readyState !== socket.OPEN) return;
  const acknowledged = openAcknowledged(deliveries, onError);
  const isTime = paced(SHOWN_MS - 1e3, now);
  acknowledged.watermark(place.id, from);
  let after = from;
  let reading = Promise.resolve();
  const isOpen = () => socket.readyState === socket.OPEN;
  const sendLines = async () => {
    for (let more = true; more && isOpen(); ) {
      const here2 = await conversations.find(place.address);
      if (!here2) return socket.close(1e3, "The conversation has ended.");
      const lines = await readLog(conversations, { id: here2.id, channelId, person: here2.person.id }, after);
      more = lines.length > 0;
      const delivers = lines.findLast(({ isDelivery }) => isDelivery);
      for (const line2 of lines) {
        socket.send(JSON.stringify(activitySet([line2], after)), (error) => {
          if (!error && line2 === delivers) acknowledged.written(here2.id, line2.position);
        });
        after = line2.position;
      }
    }
  };
  const sendTyping = async () => {
    const here2 = await conversations.find(place.address);
    if (here2?.handling.by !== "counsellor" || !isOpen()) return;
    socket.send(JSON.stringify({ activities: [typingActivity(channelId, here2.handling.name, now())] }));
  };
  const inTurn = (send2) => {
    reading = reading.then(send2).catch((error) => {
      onError(error);
      socket.close(1011, "The stream broke: open it again.");
    });
  };
  const following = [
    news.follow(place.id, () => inTurn(sendLines)),
    news.follow(counsellorTyping(place.id), () => isTime(place.id) && inTurn(sendTyping))
  ];
  const keepAlive = setInterval(() => isOpen() && socket.send(""), KEEP_ALIVE_MS);
  socket.on("close", () => {
    clearInterval(keepAlive);
    for (const stop of following) stop();
  });
  inTurn(sendLines);
}

// src/channel/direct-line/tokens.ts
import { createHash as createHash2 } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
var CHAT_SECONDS = 1800;
var STREAM_SECONDS = 60;
function openTokens(secret, now, chatSeconds = CHAT_SECONDS) {
  const key = createHash2("sha256").update(`direct-line:${secret}`).digest();
  const sign = (grant, kind, seconds) => {
    const issued = Math.floor(now().getTime() / 1e3);
    return new SignJWT({ conversation: grant.conversation, kind, ...grant.user ? { user: grant.user } : {} }).setProtectedHeader({ alg: "HS256" }).setIssuedAt(issued).setExpirationTime(issued + seconds).setJti(crypto.randomUUID()).sign(key);
  };
  return {
    grant: async (grant) => ({ token: await sign(grant, "chat", chatSeconds), expiresIn: chatSeconds }),
    stream: (grant) => sign(grant, "stream", STREAM_SECONDS),
    read: async (token, kind = "chat") => {
      try {
        const { payload } = await jwtVerify(token, key, { algorithms: ["HS256"], currentDate: now() });
        if (payload.kind !== kind || typeof payload.conversation !== "string") return "BadToken";
        return {
          conversation: payload.conversation,
          ...typeof payload.user === "string" ? { user: payload.user } : {}
        };
      } catch (error) {
        return error.code === "ERR_JWT_EXPIRED" ? "TokenExpired" : "BadToken";
      }
    }
  };
}

// src/channel/hub/door.ts
import { z as z3 } from "zod";
var bodyShape2 = z3.looseObject({
  type: z3.string().min(1).max(100),
  id: z3.string().min(1).max(300).nullish(),
  channelId: z3.string().min(1).max(100),
  conversation: z3.looseObject({ id: z3.string().min(1).max(1024) }),
  from: z3.looseObject({ name: z3.string().max(200).nullish() }).nullish(),
  text: z3.string().nullish()
});
function hubDoor(server, door) {
  server.post("/handoff", async (request, response) => {
    const send2 = (status2, code, message) => response.send(status2, { error: { code, message } });
    if (!bearsSecret(request, door.secret))
      return send2(401, "Unauthorized", "The secret of the hub is missing or wrong: Authorization: Bearer \u2026");
    const body = bodyShape2.safeParse(request.body);
    if (!body.success) {
      const field = body.error.issues[0]?.path.join(".") || "body";
      return send2(400, "BadArgument", `The body must be one activity, in JSON, as it was posted to you: ${field}.`);
    }
    try {
      const taken = await take(body.data, door);
      if (taken === "unknown") return send2(404, "NotFound", "There is no such conversation: it ended, or never began.");
      if (taken === "no id") return send2(400, "BadArgument", "A message must have an id: by it, it is said once.");
      response.send(200, { id: body.data.id ?? "" });
    } catch (error) {
      door.onError(error);
      send2(500, "ServiceError", "The activity could not be taken. Send it again.");
    }
  });
}
async function take(body, door) {
  const { hub, conversations, news } = door;
  const address2 = { channel: body.channelId, conversation: body.conversation.id };
  const conversation = await conversations.find(address2);
  if (!conversation) return "unknown";
  if (isStatus(body)) await takeStatus({ ...body, relatesTo: void 0 }, door);
  if (body.type === "typing") news.tell(counsellorTyping(conversation.id));
  if (body.type === "message") {
    if (!body.id) return "no id";
    await hub.say(address2, body.text ?? "", body.from?.name ?? "", body.id);
  }
  return "taken";
}

// src/conversation/forget.ts
var AT_A_TIME = 100;
var DAY_MS = 24 * 60 * 60 * 1e3;
async function forgetQuiet(conversations, now, days) {
  const before = new Date(now.getTime() - days * DAY_MS);
  let gone = 0;
  for (; ; ) {
    const quiet = await conversations.quietSince(before, AT_A_TIME);
    for (const id2 of quiet) await conversations.erase(id2);
    gone += quiet.length;
    if (quiet.length < AT_A_TIME) return gone;
  }
}

// src/desk/hub.ts
var CENTRE = "Centre de contact";
function byAddress(desk, { conversations, escalations }, now) {
  const openAt = async (address2) => {
    const here2 = await conversations.find(address2);
    return here2 && escalations.openOf(here2.id);
  };
  const named2 = (name2) => ({ id: "hub", name: name2?.trim() || CENTRE });
  return {
    status: async (address2, state, message, name2) => {
      const open2 = await openAt(address2);
      if (!open2) return;
      const by2 = open2.standing.is === "held" ? open2.standing.by : named2(name2);
      if (state === "failed") await desk.fail(open2.id, now());
      else if (state === "accepted") await desk.claim(open2.id, named2(name2), now());
      else if (open2.standing.is === "held") {
        if (message?.trim()) await desk.say(open2.id, by2, message, `completed:${open2.version}`, now());
        await desk.close(open2.id, by2, "answered", now());
      }
    },
    say: async (address2, text2, name2, key) => {
      const open2 = await openAt(address2);
      if (!open2) return;
      if (open2.standing.is === "waiting") await desk.claim(open2.id, named2(name2), now());
      await desk.say(open2.id, named2(name2), text2, key, now());
    }
  };
}

// src/embedding.ts
import { setImmediate as breathe } from "node:timers/promises";

// src/knowledge/redirects.ts
import { z as z6 } from "zod";

// src/language/yaml.ts
import { CORE_SCHEMA, load } from "js-yaml";
function readYamlText(text2) {
  return load(text2, { schema: CORE_SCHEMA });
}

// src/knowledge/article.ts
import { z as z5 } from "zod";

// src/knowledge/concern.ts
import { z as z4 } from "zod";
var STAGES = ["now", "next", "later"];
var value = z4.union([z4.string(), z4.boolean().transform(String), z4.number().transform(String)]);
var values = z4.union([value.transform((one2) => [one2]), z4.array(value).min(1)]);
var name = z4.string().regex(/^[a-z][a-z-]*$/);
var condition = z4.record(name, values);
var situation = z4.record(name, value);
var concernsShape = z4.strictObject({
  cases: z4.array(z4.strictObject({ stage: z4.enum(STAGES), when: condition, unless: condition.optional() })).min(1),
  examples: z4.array(
    z4.strictObject({
      situation,
      concerned: z4.union([z4.enum(STAGES), z4.literal(false), z4.literal("untold")]),
      /** The name whose answer decides, or is missing. */
      because: name.optional()
    })
  ).min(2, "at least two examples: one that is concerned, one that is not")
});
var UNSAID = "skipped";
function concernOf({ cases }, told2) {
  const missing3 = /* @__PURE__ */ new Set();
  const contradicted = [];
  for (const each of cases) {
    const read3 = readCase(each, told2);
    if (read3.contradicts !== void 0) {
      contradicted.push({ by: read3.contradicts, agreed: read3.agrees.length });
    } else if (read3.missing.length === 0) {
      return { is: "concerned", stage: each.stage, because: read3.agrees };
    } else {
      for (const lacking of read3.missing) missing3.add(lacking);
    }
  }
  if (missing3.size) return { is: "untold", missing: [...missing3] };
  const nearest3 = contradicted.sort((a, b) => b.agreed - a.agreed)[0];
  return { is: "ruled-out", because: nearest3?.by ?? "" };
}
function readCase({ when: when2, unless = {} }, told2) {
  const agrees2 = [];
  const missing3 = [];
  let contradicts;
  for (const [question2, accepted] of Object.entries(when2)) {
    const said = told2[question2];
    if (said === void 0 || said === UNSAID) missing3.push(question2);
    else if (accepted.includes(said)) agrees2.push(question2);
    else contradicts ??= question2;
  }
  for (const [question2, refused] of Object.entries(unless)) {
    const said = told2[question2];
    if (said !== void 0 && refused.includes(said)) contradicts ??= question2;
  }
  return { agrees: agrees2, missing: missing3, contradicts };
}

// src/knowledge/article.ts
var KIND_OF_FOLDER = {
  "plan-measures": "measure",
  programs: "program",
  francization: "francization",
  contacts: "contact",
  steps: "step",
  orders: "order"
};
var AUDIENCES = ["person", "abroad", "employer", "regulator", "helper"];
var partialDate = z5.union([
  z5.number().int().min(1900).max(2100).transform(String),
  z5.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a date is written YYYY, YYYY-MM or YYYY-MM-DD")
]);
var day = z5.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day is written YYYY-MM-DD");
var sourceShape = z5.strictObject({
  publisher: z5.string().min(2),
  title: z5.string().min(2),
  address: z5.url({ protocol: /^https?$/ }),
  date: partialDate.optional(),
  consulted: day,
  level: z5.enum(["confirmed", "secondary"]),
  /** An official page that is dated: it is shown with its date and « à vérifier ». */
  old: z5.boolean().optional()
});
var sourceElsewhere = z5.string().regex(/^[a-z0-9.-]+\/[a-z0-9-]+$/, "a source of another article is written article/source");
var words = z5.strictObject(
  Object.fromEntries(LANGUAGES.map((language2) => [language2, z5.string().min(1)]))
);
var source = z5.string().min(1);
var factShape = z5.union([
  z5.strictObject({ text: words, source }),
  z5.strictObject({
    phone: z5.string().regex(/^[\d (),.a-z-]{3,40}$/i, "a phone number holds digits, spaces and \xAB poste \xBB"),
    source
  }),
  z5.strictObject({ email: z5.email(), source }),
  z5.strictObject({ place: z5.string().min(5), source })
]);
var articleId = z5.string().regex(/^[a-z0-9][a-z0-9.-]*$/);
var aboutShape = z5.strictObject({
  audience: z5.array(z5.enum(AUDIENCES)).min(1),
  review: day,
  status: z5.enum(["active", "ended", "unknown"]),
  contacts: z5.array(articleId),
  related: z5.array(articleId),
  sources: z5.record(z5.string().regex(/^[a-z0-9-]+$/), z5.union([sourceShape, sourceElsewhere])),
  facts: z5.record(z5.string().regex(/^[a-z0-9-]+$/), factShape).optional(),
  /** Whom the article concerns, for plans; without it no plan holds the article. */
  concerns: concernsShape.optional()
});
var headShape = z5.strictObject({
  title: z5.string().min(3),
  summary: z5.string().min(10),
  questions: z5.array(z5.string().min(3)).min(5, "at least five phrasings that people use"),
  translates: z5.string().regex(/^[0-9a-f]{12}$/).optional()
});

// src/knowledge/files.ts
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
var PLAN_PAGE = "plan/page-2024-04-03.txt";
var SINGLE = ["glossary.yaml", "scope.yaml", "redirects.yaml", PLAN_PAGE];
function readFiles(root) {
  const files = /* @__PURE__ */ new Map();
  for (const folder of Object.keys(KIND_OF_FOLDER)) {
    for (const id2 of foldersIn(join(root, folder))) {
      const inside = readdirSync(join(root, folder, id2), { withFileTypes: true }).filter((entry) => entry.isFile());
      for (const { name: name2 } of inside.sort((one2, other) => one2.name < other.name ? -1 : 1)) {
        const path = `${folder}/${id2}/${name2}`;
        files.set(path, readFileSync(join(root, path), "utf8"));
      }
    }
  }
  for (const path of SINGLE) if (existsSync(join(root, path))) files.set(path, readFileSync(join(root, path), "utf8"));
  return files;
}
function foldersIn(path) {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}
function articlePath(path) {
  const [folder = "", id2, name2, more] = path.split("/");
  if (!id2 || !name2 || more !== void 0 || !(folder in KIND_OF_FOLDER)) return void 0;
  return { folder, id: id2, name: name2 };
}

// src/knowledge/read.ts
function articlesReader() {
  let last = /* @__PURE__ */ new Map();
  return (files) => {
    const next = /* @__PURE__ */ new Map();
    for (const [place, own] of byArticle(files)) {
      const [folder, id2] = place.split("/");
      const known4 = last.get(place);
      next.set(place, known4 && isSame(known4.own, own) ? known4 : { own, read: readArticle(folder, id2, own) });
    }
    last = next;
    const all = [...next.values()].map(({ read: read3 }) => read3);
    return {
      articles: all.flatMap(({ article }) => article ?? []),
      findings: all.flatMap(({ findings }) => findings)
    };
  };
}
function isSame(one2, other) {
  return one2.size === other.size && [...one2].every(([name2, text2]) => other.get(name2) === text2);
}
function byArticle(files) {
  const places2 = /* @__PURE__ */ new Map();
  for (const [path, text2] of files) {
    const at2 = articlePath(path);
    if (!at2) continue;
    const place = `${at2.folder}/${at2.id}`;
    const own = places2.get(place) ?? /* @__PURE__ */ new Map();
    places2.set(place, own.set(at2.name, text2));
  }
  const order = Object.keys(KIND_OF_FOLDER);
  const ranked = [...places2].map(([place, own]) => {
    const [folder = "", id2 = ""] = place.split("/");
    return { rank: order.indexOf(folder), id: id2, place, own };
  });
  ranked.sort((one2, other) => one2.rank - other.rank || (one2.id < other.id ? -1 : 1));
  return ranked.map(({ place, own }) => [place, own]);
}
function readArticle(folder, id2, files) {
  const findings = [];
  const place = `${folder}/${id2}`;
  const aboutText = files.get("about.yaml");
  if (aboutText === void 0) {
    return { findings: [missing(`${place}/about.yaml`, "The article has no about.yaml.")] };
  }
  const about = readYaml(aboutText, aboutShape, `${place}/about.yaml`, findings);
  const texts = {};
  for (const [name2, content] of files) {
    if (name2 === "about.yaml") continue;
    const language2 = name2.replace(/\.md$/, "");
    if (!name2.endsWith(".md") || !isLanguage(language2)) {
      findings.push({
        rule: "unknown-file",
        severity: "error",
        file: `${place}/${name2}`,
        sentence: "The file is neither about.yaml nor the text of a language.",
        remedy: "Name it fr.md, en.md, es.md or ar.md, or take it away."
      });
      continue;
    }
    const text2 = readText(content, language2, `${place}/${name2}`, findings);
    if (text2) texts[language2] = text2;
  }
  if (!about) return { findings };
  return { article: { id: id2, folder, kind: KIND_OF_FOLDER[folder], about, texts }, findings };
}
function readText(content, language2, file, findings) {
  const parted = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(content);
  if (!parted) {
    findings.push(missing(file, "The text does not begin with a head between two lines of three dashes."));
    return void 0;
  }
  const head = readYaml(parted[1] ?? "", headShape, file, findings);
  const sections = readSections(parted[2] ?? "", file, findings);
  if (!head) return void 0;
  const { title, summary, questions, translates } = head;
  const digest3 = digestOf([title, summary, ...sections.map((s) => `${s.id}
${s.heading}
${s.body}`)].join("\n"));
  return { language: language2, title, summary, questions, sections, digest: digest3, ...translates ? { translates } : {} };
}
var HEADING = /^##\s+(.+?)\s*\{#([a-z0-9-]+)\}\s*$/;
function readSections(body, file, findings) {
  const sections = [{ id: "about", heading: "", lines: [] }];
  for (const line2 of body.split(/\r?\n/)) {
    const heading = HEADING.exec(line2);
    if (heading) {
      sections.push({ id: heading[2] ?? "", heading: heading[1] ?? "", lines: [] });
    } else if (/^#/.test(line2)) {
      findings.push({
        rule: "heading-without-id",
        severity: "error",
        file,
        place: line2,
        sentence: "The heading has no identifier, or is not of the second level.",
        remedy: "Write it as \xAB ## Words {#identifier} \xBB."
      });
    } else {
      sections[sections.length - 1]?.lines.push(line2);
    }
  }
  const seen = /* @__PURE__ */ new Set();
  for (const { id: id2 } of sections) {
    if (seen.has(id2))
      findings.push({
        rule: "same-heading-id",
        severity: "error",
        file,
        place: id2,
        sentence: `Two sections are called {#${id2}}.`,
        remedy: "Give each its own identifier."
      });
    seen.add(id2);
  }
  return sections.map(({ id: id2, heading, lines }) => ({ id: id2, heading, body: lines.join("\n").trim() })).filter((s) => s.body);
}
function readYaml(text2, shape6, file, findings) {
  let value2;
  try {
    value2 = readYamlText(text2);
  } catch (error) {
    findings.push({
      rule: "unreadable",
      severity: "error",
      file,
      sentence: `The file cannot be read: ${error instanceof Error ? error.message.split("\n")[0] ?? "" : "unknown reason"}`,
      remedy: "Mind the indents, and put words that hold \xAB : \xBB between quotation marks."
    });
    return void 0;
  }
  const parsed = shape6.safeParse(value2);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    findings.push({
      rule: "field",
      severity: "error",
      file,
      place: issue.path.join(".") || "whole file",
      sentence: `The field does not have its shape: ${issue.message}.`,
      remedy: "LISEZMOI.md shows every field."
    });
  }
  return void 0;
}
function missing(file, sentence) {
  return { rule: "missing", severity: "error", file, sentence, remedy: "LISEZMOI.md shows what an article holds." };
}

// src/knowledge/redirects.ts
var REDIRECTS = "redirects.yaml";
var NO_REDIRECTS = /* @__PURE__ */ new Map();
var id = z6.string().regex(/^[a-z0-9][a-z0-9.-]*$/, "an id is written in lower case letters, digits, dots and dashes");
var redirectsShape = z6.record(id, id).nullable();
function readRedirects(files, findings) {
  const text2 = files.get(REDIRECTS);
  if (text2 === void 0) return NO_REDIRECTS;
  return new Map(Object.entries(readYaml(text2, redirectsShape, REDIRECTS, findings) ?? {}));
}
function idNow(id2, redirects) {
  let at2 = id2;
  for (let steps2 = 0; steps2 <= redirects.size; steps2 += 1) {
    const next = redirects.get(at2);
    if (next === void 0) return at2;
    at2 = next;
  }
  return id2;
}
function articlesById(articles, redirects) {
  return new ArticlesById(articles, redirects);
}
var ArticlesById = class extends Map {
  #redirects;
  constructor(articles, redirects) {
    super();
    this.#redirects = redirects;
    for (const article of articles) this.set(article.id, article);
  }
  get(id2) {
    return super.get(id2) ?? super.get(idNow(id2, this.#redirects));
  }
  has(id2) {
    return super.has(id2) || super.has(idNow(id2, this.#redirects));
  }
};

// src/knowledge/resting.ts
function differences(before, after) {
  const [old, now] = [byId(before), byId(after)];
  const changed2 = new Set([...old.keys(), ...now.keys()].filter((id2) => old.get(id2) !== now.get(id2)));
  const appeared = new Set([...changed2].filter((id2) => old.get(id2)?.kind !== now.get(id2)?.kind));
  const shown = /* @__PURE__ */ new Set();
  for (const id2 of changed2) {
    const [was, is] = [old.get(id2), now.get(id2)];
    if (!was || !is) shown.add(articleItem(id2));
    for (const name2 of differing(was?.about.facts, is?.about.facts)) shown.add(factItem(id2, name2));
    for (const name2 of differing(was?.about.sources, is?.about.sources)) shown.add(sourceItem(id2, name2));
  }
  if (shown.size > 0) spread(shown, after);
  return { changed: changed2, appeared, shown };
}
function spread(shown, { articles, redirects }) {
  for (const { id: id2, about } of articles) {
    for (const [name2, source2] of Object.entries(about.sources)) {
      if (typeof source2 === "string" && shown.has(elsewhere(source2, redirects))) shown.add(sourceItem(id2, name2));
    }
    for (const [name2, { source: source2 }] of Object.entries(about.facts ?? {})) {
      if (shown.has(sourceItem(id2, source2))) shown.add(factItem(id2, name2));
    }
  }
}
function rests(section, article, { shown }, redirects) {
  return shown.size > 0 && itemsIn(section, article, redirects).some((item) => shown.has(item));
}
var known = /* @__PURE__ */ new WeakMap();
function itemsIn(section, article, redirects) {
  const before = known.get(section);
  if (before?.redirects === redirects) return before.items;
  const items = [...section.body.matchAll(TOKEN)].map(([, reference, fact, , scheme, target]) => {
    if (fact !== void 0) {
      const dot = fact in (article.about.facts ?? {}) ? -1 : fact.lastIndexOf(".");
      return dot < 1 ? factItem(article.id, fact) : factItem(idNow(fact.slice(0, dot), redirects), fact.slice(dot + 1));
    }
    if (scheme === "article") return articleItem(idNow(target ?? "", redirects));
    return sourceItem(article.id, reference ?? target ?? "");
  });
  known.set(section, { redirects, items });
  return items;
}
var articleItem = (id2) => `article ${id2}`;
var factItem = (id2, name2) => `fact ${id2} ${name2}`;
var sourceItem = (id2, name2) => `source ${id2} ${name2}`;
function elsewhere(source2, redirects) {
  const [id2 = "", name2 = ""] = source2.split("/");
  return sourceItem(idNow(id2, redirects), name2);
}
function differing(one2 = {}, other = {}) {
  return [.../* @__PURE__ */ new Set([...Object.keys(one2), ...Object.keys(other)])].filter(
    (name2) => JSON.stringify(one2[name2]) !== JSON.stringify(other[name2])
  );
}
function byId({ articles }) {
  return new Map(articles.map((article) => [article.id, article]));
}

// src/knowledge/phrasings.ts
function wayOf(text2, language2, senses) {
  const put2 = tokens(text2);
  const stems = put2.filter((word) => !isStopWord(word, language2)).map((word) => stem(word, language2));
  return saidBy(stems, put2, language2, senses);
}
var Phrasings = class {
  constructor(phrasings, language2, senses, rarity) {
    this.language = language2;
    this.senses = senses;
    this.rarity = rarity;
    const weights = /* @__PURE__ */ new Map();
    const weightOf = (word) => {
      const known4 = weights.get(word);
      if (known4 !== void 0) return known4;
      const weight = this.weight(word);
      weights.set(word, weight);
      return weight;
    };
    for (const { article, way } of phrasings) {
      const weight = way.reduce((sum2, word) => sum2 + weightOf(word), 0);
      if (weight === 0) continue;
      for (const word of way) {
        const holders = this.holders.get(word);
        if (holders) holders.push(this.ways.length);
        else this.holders.set(word, [this.ways.length]);
      }
      this.ways.push({ article, weight });
    }
  }
  language;
  senses;
  rarity;
  ways = [];
  holders = /* @__PURE__ */ new Map();
  /** For each article the share, 0 to 1, of what the question and its nearest phrasing say that both say. */
  nearness(stems, put2, articles) {
    const shared = new Float64Array(this.ways.length);
    let whole = 0;
    for (const word of saidBy(stems, put2, this.language, this.senses)) {
      const weight = this.weight(word);
      whole += weight;
      for (const way of this.holders.get(word) ?? []) shared[way] = (shared[way] ?? 0) + weight;
    }
    const nearest3 = new Float64Array(articles);
    this.ways.forEach(({ article, weight }, at2) => {
      const both = shared[at2] ?? 0;
      if (both === 0) return;
      const near = both / (whole + weight - both);
      if (near > (nearest3[article] ?? 0)) nearest3[article] = near;
    });
    return nearest3;
  }
  /** By rarity; the words around them hardly count, but tell « how much » from « when ». */
  weight(word) {
    return word.startsWith("?") ? AROUND : this.rarity(word);
  }
};
var AROUND = 0.25;
function saidBy(stems, put2, language2, senses) {
  const said = /* @__PURE__ */ new Set();
  for (const word of put2) if (isStopWord(word, language2) && word.length > 1) said.add(`?${word}`);
  const longestFirst = senses.among(stems).sort((one2, other) => other.length - one2.length);
  const replaced = /* @__PURE__ */ new Map();
  for (const { from, length, sense } of longestFirst) {
    const places2 = Array.from({ length }, (_, at2) => from + at2);
    if (places2.some((at2) => replaced.has(at2))) continue;
    for (const at2 of places2) replaced.set(at2, "");
    replaced.set(from, sense);
  }
  stems.forEach((word, at2) => {
    const meant3 = replaced.get(at2) ?? word;
    if (meant3) said.add(meant3);
  });
  return [...said];
}

// src/knowledge/word-index.ts
function put(bag, words5, worth) {
  for (const word of words5) bag.set(word, (bag.get(word) ?? 0) + worth);
}
function recount(changes2, text2, words5, sign) {
  for (const [word, count2] of words5) {
    let its = changes2.get(word);
    if (!its) {
      its = /* @__PURE__ */ new Map();
      changes2.set(word, its);
    }
    its.set(text2, (its.get(text2) ?? 0) + sign * count2);
  }
}
var NOWHERE = { at: new Int32Array(), count: new Float32Array() };
var WordIndex = class _WordIndex {
  constructor(places2, lengths, saturation) {
    this.places = places2;
    this.saturation = saturation;
    this.size = lengths.length;
    let [here2, whole] = [0, 0];
    for (const length of lengths) {
      if (length < 0) continue;
      here2 += 1;
      whole += length;
    }
    this.here = here2;
    const usual = whole / Math.max(1, here2) || 1;
    const { k, b } = saturation;
    this.longer = Float64Array.from(lengths, (length) => k * (1 - b + b * Math.max(0, length) / usual));
  }
  places;
  saturation;
  /** How many numbers of texts there are, those of texts that are gone among them. */
  size;
  here;
  /** What the length of a text adds to its counts. */
  longer;
  static of(bags, lengths, saturation) {
    const found = /* @__PURE__ */ new Map();
    bags.forEach((bag, at2) => {
      for (const [word, count2] of bag) {
        let places3 = found.get(word);
        if (!places3) {
          places3 = { at: [], count: [] };
          found.set(word, places3);
        }
        places3.at.push(at2);
        places3.count.push(count2);
      }
    });
    const places2 = /* @__PURE__ */ new Map();
    for (const [word, { at: at2, count: count2 }] of found) {
      places2.set(word, { at: Int32Array.from(at2), count: Float32Array.from(count2) });
    }
    return new _WordIndex(places2, lengths, saturation);
  }
  /** The same index with other words in some texts; what it shares with this one is not made again. */
  with(changes2, lengths) {
    const places2 = new Map(this.places);
    for (const [word, changed2] of changes2) {
      if ([...changed2.values()].every((more) => more === 0)) continue;
      const next = recounted(places2.get(word) ?? NOWHERE, changed2);
      if (next.at.length) places2.set(word, next);
      else places2.delete(word);
    }
    return new _WordIndex(places2, lengths, this.saturation);
  }
  has(word) {
    return this.places.has(word);
  }
  /** What the word is worth in one text, 0 where it does not stand. */
  worthIn(word, text2) {
    const places2 = this.places.get(word);
    if (!places2) return 0;
    let [low, high] = [0, places2.at.length - 1];
    while (low <= high) {
      const middle = low + high >> 1;
      const there = places2.at[middle] ?? 0;
      if (there === text2) return this.worth(places2, middle);
      if (there < text2) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  }
  worth({ at: at2, count: count2 }, place) {
    const times = count2[place] ?? 0;
    return times * (this.saturation.k + 1) / (times + (this.longer[at2[place] ?? 0] ?? 0));
  }
  /** How rare a word is (BM25's idf); a word that no text holds is the rarest. */
  rarity(word) {
    const holders = this.places.get(word)?.at.length ?? 0;
    return Math.log(1 + (this.here - holders + 0.5) / (holders + 0.5));
  }
  /** Adds to each text's score what the word is worth there. */
  add(scores2, word, weight) {
    const places2 = this.places.get(word);
    if (!places2) return;
    for (let i = 0; i < places2.at.length; i++) {
      const at2 = places2.at[i] ?? 0;
      scores2[at2] = (scores2[at2] ?? 0) + weight * this.worth(places2, i);
    }
  }
  /** Raises each text's score to what the word is worth there, where that is more: of synonyms the best one counts. */
  raise(scores2, word, weight) {
    const places2 = this.places.get(word);
    if (!places2) return;
    for (let i = 0; i < places2.at.length; i++) {
      const at2 = places2.at[i] ?? 0;
      const score = weight * this.worth(places2, i);
      if (score > (scores2[at2] ?? 0)) scores2[at2] = score;
    }
  }
};
function recounted({ at: at2, count: count2 }, changed2) {
  const all = /* @__PURE__ */ new Map();
  at2.forEach((text2, place) => void all.set(text2, count2[place] ?? 0));
  for (const [text2, more] of changed2) {
    const times = (all.get(text2) ?? 0) + more;
    if (times) all.set(text2, times);
    else all.delete(text2);
  }
  const texts = Int32Array.from(all.keys()).sort();
  return { at: texts, count: Float32Array.from(texts, (text2) => all.get(text2) ?? 0) };
}

// src/knowledge/read-for-search.ts
var WORTH = { text: 1, heading: 1.5, title: 2, question: 0.5, summary: 1 };
function readHead(document, language2, senses) {
  const words5 = /* @__PURE__ */ new Set();
  const read3 = (text2) => withSenses(stemsOf(text2, language2, words5), senses);
  const title = read3(document.title);
  const summary = read3(document.summary ?? "");
  const questions = document.questions.flatMap(read3);
  const bag = /* @__PURE__ */ new Map();
  put(bag, title, WORTH.title);
  put(bag, summary, WORTH.summary);
  put(bag, questions, WORTH.question);
  const ways = [document.title, ...document.questions].map((text2) => wayOf(text2, language2, senses));
  return { bag, length: title.length + summary.length + questions.length, ways, words: words5 };
}
function readPassage(document, language2, senses) {
  const words5 = /* @__PURE__ */ new Set();
  const [heading, text2] = [stemsOf(document.heading, language2, words5), stemsOf(document.text, language2, words5)];
  const [itsHeading, itsText] = [withSenses(heading, senses), withSenses(text2, senses)];
  const own = /* @__PURE__ */ new Map();
  put(own, itsHeading, WORTH.heading);
  put(own, itsText, WORTH.text);
  const bag = new Map(own);
  put(bag, withSenses(stemsOf(document.title, language2), senses), 1);
  const pairs2 = /* @__PURE__ */ new Map();
  put(pairs2, pairsOf(heading), 1);
  put(pairs2, pairsOf(text2), 1);
  const cues = cuesOf(tokens(document.heading), language2);
  return { bag, own, length: itsHeading.length + itsText.length, pairs: pairs2, cues, words: words5 };
}
function stemsOf(text2, language2, words5) {
  const stems = [];
  for (const word of tokens(text2)) {
    if (isStopWord(word, language2)) continue;
    words5?.add(word);
    stems.push(stem(word, language2));
  }
  return stems;
}
function withSenses(stems, senses) {
  return [...stems, ...senses.among(stems).map(({ sense }) => sense)];
}
function cuesOf(words5, language2) {
  return new Set(words5.filter((word) => QUESTION_WORDS[language2].has(word)));
}
function pairsOf(stems) {
  return stems.slice(1).map((word, at2) => `${stems[at2]} ${word}`);
}

// src/knowledge/best-passage.ts
var OPENING = 0.7;
var CUE = 1.2;
var TOGETHER = 0.3;
function bestPassage(article, question2, library) {
  const candidates = library.passagesOf[article] ?? [];
  const asks = cuesOf(question2.put, library.language);
  const pairs2 = [...new Set(pairsOf(question2.stems))];
  const points = candidates.map((at2, place) => {
    const cues = [...asks].filter((cue) => library.cues[at2]?.has(cue)).length;
    const together = pairs2.reduce((sum2, pair) => sum2 + library.pairs.worthIn(pair, at2) * library.pairs.rarity(pair), 0);
    return (place === 0 ? OPENING : 0) + CUE * cues + TOGETHER * together;
  });
  for (const wanted of question2.wanted) {
    const worths = candidates.map((at2) => worthIn(wanted, at2, library));
    const holders = worths.filter((worth) => worth > 0).length;
    const telling2 = holders ? Math.log((candidates.length + 0.5) / holders) : 0;
    worths.forEach((worth, place) => {
      points[place] = (points[place] ?? 0) + telling2 * worth;
    });
  }
  const best = points.indexOf(Math.max(...points));
  return candidates[best] ?? -1;
}
function worthIn(wanted, passage, library) {
  const worth = (word) => (1 + library.rarity(word)) / 2 * library.passages.worthIn(word, passage);
  if (wanted.kind === "word") return Math.max(0, ...wanted.choices.map(({ word, trust }) => trust * worth(word)));
  const apart = wanted.parts.reduce((sum2, part) => sum2 + worthIn(part, passage, library), 0);
  return Math.max(apart, wanted.together.trust * worth(wanted.together.word));
}

// src/knowledge/certainty.ts
var ENOUGH = 1.45;
var SURE = 2.1;
var CLEAR = 0.15;
var WHOLE_QUESTION = 8;
var LEAST = 1;
function certaintyOf({ score, next, asked }) {
  if (score === 0 || asked === 0) return "nothing";
  const whole = Math.max(asked, LEAST);
  const strength = score / (whole <= WHOLE_QUESTION ? whole : WHOLE_QUESTION * Math.cbrt(whole / WHOLE_QUESTION));
  if (strength < ENOUGH) return "nothing";
  return strength >= SURE && score - next >= CLEAR * score ? "sure" : "unsure";
}

// src/knowledge/question.ts
var SYNONYM = 0.9;
function readQuestion(text2, language2, vocabulary) {
  const put2 = tokens(text2);
  const words5 = [];
  const seen = /* @__PURE__ */ new Set();
  for (const word of put2) {
    if (isStopWord(word, language2)) continue;
    words5.push(...meant(word, language2, vocabulary));
  }
  const stems = words5.map(([first]) => first?.word ?? "");
  const wanted = readPhrases(words5, stems, vocabulary).filter((one2) => isNew(one2, seen));
  return { wanted, stems, put: put2, asked: sum(wanted.map((one2) => one2.rarity)) };
}
function meant(word, language2, { articles, senses, spelling }) {
  const itself = stem(word, language2);
  if (articles.has(itself) || senses.knows(itself)) return [[{ word: itself, trust: 1 }]];
  const parts = spelling.parts(word);
  if (parts) return parts.map((part) => [{ word: part.stem, trust: part.trust }]);
  const nearest3 = spelling.nearest(word);
  if (nearest3.length) return [nearest3.map(({ stem: near, trust }) => ({ word: near, trust }))];
  return [[{ word: itself, trust: 1 }]];
}
function readPhrases(words5, stems, { articles, senses }) {
  const found = senses.among(stems);
  const leaves = words5.map((choices, at2) => {
    const synonyms = found.filter((sense) => sense.from === at2 && sense.length === 1);
    const trust = choices[0]?.trust ?? 0;
    const all = [...choices, ...synonyms.map(({ sense }) => ({ word: sense, trust: SYNONYM * trust }))].filter(
      (choice2) => articles.has(choice2.word)
    );
    const rarity = all.length ? Math.max(...all.map((choice2) => articles.rarity(choice2.word))) : articles.rarity("");
    return { kind: "word", choices: all, rarity, known: all.length > 0 };
  });
  const phrases = found.filter((sense) => sense.length > 1 && articles.has(sense.sense)).sort((one2, other) => other.length - one2.length || one2.from - other.from);
  const taken = new Array(words5.length).fill(false);
  const starts = /* @__PURE__ */ new Map();
  for (const { from, length, sense } of phrases) {
    if (taken.slice(from, from + length).some(Boolean)) continue;
    taken.fill(true, from, from + length);
    const parts = leaves.slice(from, from + length);
    const together = { word: sense, trust: SYNONYM * (1 + 0.25 * (length - 1)) };
    const rarity = Math.max(
      together.trust * articles.rarity(sense),
      sum(parts.filter(isKnown).map((part) => part.rarity))
    );
    starts.set(from, { length, wanted: { kind: "phrase", parts, together, rarity } });
  }
  const wanted = [];
  for (let at2 = 0; at2 < words5.length; ) {
    const phrase = starts.get(at2);
    const leaf = leaves[at2];
    if (phrase) wanted.push(phrase.wanted);
    else if (leaf) wanted.push(leaf);
    at2 += phrase?.length ?? 1;
  }
  return wanted;
}
function isKnown(wanted) {
  return wanted.kind === "phrase" || wanted.known;
}
function isNew(wanted, seen) {
  const key = wanted.kind === "phrase" ? wanted.together.word : wanted.choices.map((choice2) => choice2.word).join(" ");
  if (key === "") return true;
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

// src/knowledge/slots.ts
var GONE = -1;
function emptySlots() {
  return {
    numbers: /* @__PURE__ */ new Map(),
    sources: [],
    ids: [],
    weights: [],
    hasQuestions: [],
    ways: [],
    passagesOf: [],
    documents: [],
    cues: [],
    lengths: { whole: [], subject: [], passage: [] },
    words: /* @__PURE__ */ new Map()
  };
}
function copyOf(slots2) {
  const { numbers, words: words5, lengths } = slots2;
  return {
    numbers: new Map(numbers),
    words: new Map(words5),
    lengths: { whole: [...lengths.whole], subject: [...lengths.subject], passage: [...lengths.passage] },
    sources: [...slots2.sources],
    ids: [...slots2.ids],
    weights: [...slots2.weights],
    hasQuestions: [...slots2.hasQuestions],
    ways: [...slots2.ways],
    passagesOf: [...slots2.passagesOf],
    documents: [...slots2.documents],
    cues: [...slots2.cues]
  };
}
function numberOf(slots2, article) {
  const known4 = slots2.numbers.get(article);
  if (known4 !== void 0) return known4;
  slots2.numbers.set(article, slots2.ids.length);
  slots2.passagesOf.push([]);
  return slots2.ids.push(article) - 1;
}
function putHead(slots2, at2, document, read3) {
  slots2.weights[at2] = document.weight ?? 1;
  slots2.hasQuestions[at2] = document.questions.length > 0;
  slots2.ways[at2] = read3.ways;
  slots2.lengths.subject[at2] = read3.length;
  countWords(slots2, read3.words, 1);
}
function takeHead(slots2, at2, read3) {
  slots2.ways[at2] = [];
  slots2.lengths.subject[at2] = GONE;
  countWords(slots2, read3.words, -1);
}
function putPassage(slots2, passage, document, read3) {
  slots2.documents[passage] = document;
  slots2.cues[passage] = read3.cues;
  slots2.lengths.passage[passage] = read3.length;
  countWords(slots2, read3.words, 1);
}
function takePassage(slots2, passage, read3) {
  slots2.lengths.passage[passage] = GONE;
  countWords(slots2, read3.words, -1);
}
function settle(slots2, at2, documents2, passages) {
  slots2.sources[at2] = documents2;
  slots2.passagesOf[at2] = passages;
  const { whole, subject, passage } = slots2.lengths;
  whole[at2] = documents2 ? passages.reduce((sum2, each) => sum2 + (passage[each] ?? 0), subject[at2] ?? 0) : GONE;
  if (!documents2) slots2.numbers.delete(slots2.ids[at2] ?? "");
}
function isSparse({ numbers, ids, lengths }) {
  const empty = lengths.passage.filter((length) => length === GONE).length;
  return ids.length - numbers.size > ids.length / 4 || empty > lengths.passage.length / 4;
}
function countWords(slots2, words5, sign) {
  for (const word of words5) {
    const count2 = (slots2.words.get(word) ?? 0) + sign;
    if (count2 > 0) slots2.words.set(word, count2);
    else slots2.words.delete(word);
  }
}

// src/knowledge/search-changes.ts
function changesFor(slots2, language2, senses) {
  const noted = { whole: /* @__PURE__ */ new Map(), subject: /* @__PURE__ */ new Map(), passage: /* @__PURE__ */ new Map(), pairs: /* @__PURE__ */ new Map() };
  function changeHead(at2, old, next) {
    if (old && next && hasSameHead(old, next)) return;
    if (old) {
      const read3 = readHead(old, language2, senses);
      takeHead(slots2, at2, read3);
      recount(noted.whole, at2, read3.bag, -1);
      recount(noted.subject, at2, read3.bag, -1);
    }
    if (next) {
      const read3 = readHead(next, language2, senses);
      putHead(slots2, at2, next, read3);
      recount(noted.whole, at2, read3.bag, 1);
      recount(noted.subject, at2, read3.bag, 1);
    }
  }
  function changePassage(at2, passage, old, next) {
    if (old === next) return;
    for (const [document, sign] of [
      [old, -1],
      [next, 1]
    ]) {
      if (!document) continue;
      const read3 = readPassage(document, language2, senses);
      if (sign === 1) putPassage(slots2, passage, document, read3);
      else takePassage(slots2, passage, read3);
      recount(noted.whole, at2, read3.own, sign);
      recount(noted.passage, passage, read3.bag, sign);
      recount(noted.pairs, passage, read3.pairs, sign);
    }
  }
  return {
    ...noted,
    change: (at2, next) => {
      const old = slots2.sources[at2] ?? [];
      changeHead(at2, old[0], next?.[0]);
      const had = slots2.passagesOf[at2] ?? [];
      const has = [];
      for (let place = 0; place < Math.max(old.length, next?.length ?? 0); place += 1) {
        const passage = had[place] ?? slots2.documents.length;
        changePassage(at2, passage, old[place], next?.[place]);
        if (next?.[place]) has.push(passage);
      }
      settle(slots2, at2, next, has);
    }
  };
}
function hasSameHead(one2, other) {
  return one2.title === other.title && one2.summary === other.summary && one2.weight === other.weight && (one2.questions === other.questions || one2.questions.join("\n") === other.questions.join("\n"));
}

// src/knowledge/spelling.ts
var MOST_MEANT = 4;
var LONG_ENDING = 8;
var Spelling = class {
  constructor(words5, language2) {
    this.language = language2;
    this.words = new Set(words5);
    for (const word of this.words) {
      const first = word.slice(0, 1);
      const sameLetter = this.byLetter.get(first);
      if (sameLetter) sameLetter.push(word);
      else this.byLetter.set(first, [word]);
    }
  }
  language;
  byLetter = /* @__PURE__ */ new Map();
  words;
  /** The words that an unknown word was written together from (`dappoint`, `examenprofessionnel`), if it was. */
  parts(word) {
    const elided = this.language === "fr" ? /^(?:qu|[ldjmnstc])(?=[aeiouyh])/.exec(word)?.[0] : void 0;
    if (elided) {
      const rest = word.slice(elided.length);
      if (isStopWord(rest, this.language)) return [];
      if (this.words.has(rest)) return [{ stem: stem(rest, this.language), trust: 0.95 }];
    }
    for (let at2 = 4; at2 <= word.length - 4; at2++) {
      const [left, right] = [word.slice(0, at2), word.slice(at2)];
      if (this.words.has(left) && this.words.has(right)) {
        return [left, right].map((part) => ({ stem: stem(part, this.language), trust: 0.8 }));
      }
    }
    for (let at2 = 2; at2 <= word.length - LONG_ENDING; at2++) {
      const ending = word.slice(at2);
      if (this.words.has(ending)) return [{ stem: stem(ending, this.language), trust: 0.7 }];
    }
    return void 0;
  }
  /** Words that an unknown word may be a slip for (one typo, two in a long word) or the beginning of; best first. */
  nearest(word) {
    if (word.length < 4 || /\d/.test(word)) return [];
    const most = word.length >= 8 ? 2 : 1;
    const found = /* @__PURE__ */ new Map();
    for (const candidate of this.byLetter.get(word.slice(0, 1)) ?? []) {
      const typos = typosBetween(word, candidate, most);
      const trust = typos <= most ? slip(word, candidate, typos) : sameBeginning(word, candidate);
      if (trust === 0) continue;
      const its = stem(candidate, this.language);
      found.set(its, Math.max(found.get(its) ?? 0, trust));
    }
    const best = Math.max(0, ...found.values());
    return [...found].map(([its, trust]) => ({ stem: its, trust })).filter(({ trust }) => trust >= best - 0.1).sort((one2, other) => other.trust - one2.trust || (one2.stem < other.stem ? -1 : 1)).slice(0, MOST_MEANT);
  }
};
function slip(word, candidate, typos) {
  const trust = 1 - 0.9 * typos / Math.max(4, word.length - 1);
  if (word.length !== candidate.length) return trust;
  const at2 = [...word].findIndex((letter, place) => letter !== candidate[place]);
  const swapped = word[at2] === candidate[at2 + 1] && word[at2 + 1] === candidate[at2];
  const vowels = VOWEL.test(word[at2] ?? "") && VOWEL.test(candidate[at2] ?? "");
  return swapped || vowels ? trust : trust - 0.3;
}
var VOWEL = /[aeiouyاوي]/;
function sameBeginning(word, candidate) {
  if (candidate.startsWith(word)) return 0.6;
  let same = 0;
  while (same < word.length && word[same] === candidate[same]) same++;
  return same >= 6 && same / Math.max(word.length, candidate.length) >= 0.7 ? 0.6 : 0;
}

// src/knowledge/synonyms.ts
var Senses = class {
  words = /* @__PURE__ */ new Set();
  byFirst = /* @__PURE__ */ new Map();
  constructor(groups, language2) {
    groups.forEach((group, number) => {
      const known4 = /* @__PURE__ */ new Set();
      for (const phrase of group) {
        const words5 = terms(phrase, language2);
        const [first] = words5;
        const key = words5.join(" ");
        if (first === void 0 || known4.has(key)) continue;
        known4.add(key);
        for (const word of words5) this.words.add(word);
        this.byFirst.set(first, [...this.byFirst.get(first) ?? [], { words: words5, sense: `\u2248${number}` }]);
      }
    });
  }
  /** Whether some synonym holds the word. */
  knows(word) {
    return this.words.has(word);
  }
  /** Every sense among the words, in the order of the words. */
  among(words5) {
    return words5.flatMap(
      (word, from) => (this.byFirst.get(word) ?? []).filter((phrase) => phrase.words.every((part, at2) => words5[from + at2] === part)).map((phrase) => ({ from, length: phrase.words.length, sense: phrase.sense }))
    );
  }
};

// src/knowledge/searched.ts
var LONG = { k: 1.6, b: 0.75 };
var SHORT = { k: 1.2, b: 0.4 };
function searched(groups, language2, synonyms) {
  const senses = new Senses(synonyms, language2);
  const slots2 = emptySlots();
  const bags = { whole: [], subject: [], passage: [], pairs: [] };
  for (const documents2 of groups) {
    const [first] = documents2;
    if (!first) continue;
    const at2 = numberOf(slots2, first.article);
    const head = readHead(first, language2, senses);
    putHead(slots2, at2, first, head);
    const whole2 = new Map(head.bag);
    const passages = documents2.map((document) => {
      const read3 = readPassage(document, language2, senses);
      const passage2 = slots2.documents.length;
      putPassage(slots2, passage2, document, read3);
      for (const [word, count2] of read3.own) whole2.set(word, (whole2.get(word) ?? 0) + count2);
      bags.passage.push(read3.bag);
      bags.pairs.push(read3.pairs);
      return passage2;
    });
    bags.whole.push(whole2);
    bags.subject.push(head.bag);
    settle(slots2, at2, documents2, passages);
  }
  const { whole, subject, passage } = slots2.lengths;
  const indexes = {
    articles: WordIndex.of(bags.whole, whole, LONG),
    subjects: WordIndex.of(bags.subject, subject, SHORT),
    passages: WordIndex.of(bags.passage, passage, LONG),
    pairs: WordIndex.of(bags.pairs, passage, SHORT)
  };
  return { ...whatIsFound(slots2, groups, language2, senses, indexes), synonyms };
}
function searchedAfter(before, groups) {
  const { language: language2, senses, synonyms } = before;
  const sources = new Set(before.slots.sources);
  if (groups.filter((documents2) => !sources.has(documents2)).length > groups.length / 2)
    return searched(groups, language2, synonyms);
  const slots2 = copyOf(before.slots);
  const changes2 = changesFor(slots2, language2, senses);
  const staying = new Set(groups.map(([first]) => first?.article ?? ""));
  for (const [article, at2] of before.slots.numbers) if (!staying.has(article)) changes2.change(at2, void 0);
  for (const documents2 of groups) {
    const [first] = documents2;
    if (!first) continue;
    const at2 = numberOf(slots2, first.article);
    if (slots2.sources[at2] !== documents2) changes2.change(at2, documents2);
  }
  if (isSparse(slots2)) return searched(groups, language2, synonyms);
  const { whole, subject, passage } = slots2.lengths;
  const indexes = {
    articles: before.articles.with(changes2.whole, whole),
    subjects: before.subjects.with(changes2.subject, subject),
    passages: before.passages.with(changes2.passage, passage),
    pairs: before.pairs.with(changes2.pairs, passage)
  };
  return { ...whatIsFound(slots2, groups, language2, senses, indexes), synonyms };
}
function whatIsFound(slots2, groups, language2, senses, indexes) {
  const rarity = (word) => indexes.articles.rarity(word);
  const subjectRarity = (word) => indexes.subjects.rarity(word);
  const rank2 = slots2.ids.map(() => groups.length);
  groups.forEach(([first], place) => {
    const at2 = slots2.numbers.get(first?.article ?? "");
    if (at2 !== void 0) rank2[at2] = place;
  });
  const ways = slots2.ways.flatMap((own, article) => own.map((way) => ({ article, way })));
  return {
    ...slots2,
    language: language2,
    rank: rank2,
    ...indexes,
    phrasings: new Phrasings(ways, language2, senses, subjectRarity),
    senses,
    spelling: new Spelling(slots2.words.keys(), language2),
    rarity,
    subjectRarity,
    slots: slots2
  };
}

// src/knowledge/search.ts
var MOST_HITS = 10;
var COUNTS = { passage: 0.5, neighbours: 0.3, subject: 0.7, title: 0.25, near: 2, same: 8, weight: 0.1 };
var SAME = 0.9;
function searcherOver(groups, language2, synonyms) {
  return searcherOf(searched(groups, language2, synonyms));
}
function searcherOf(library) {
  return {
    search: (question2) => find(readQuestion(question2, library.language, library), library),
    after: (groups) => searcherOf(searchedAfter(library, groups))
  };
}
function find(question2, library) {
  const { articles, passages, subjects, rank: rank2, rarity, subjectRarity } = library;
  const whole = scores(question2.wanted, articles, rarity);
  const subject = scores(question2.wanted, subjects, subjectRarity);
  const parts = scores(question2.wanted, passages, rarity);
  const together = neighbours(question2.stems, library);
  const near = library.phrasings.nearness(question2.stems, question2.put, articles.size);
  const score = whole.map((inWhole, article) => {
    let best = 0;
    for (const at2 of library.passagesOf[article] ?? []) {
      best = Math.max(best, COUNTS.passage * (parts[at2] ?? 0) + COUNTS.neighbours * (together[at2] ?? 0));
    }
    const nearness = near[article] ?? 0;
    const phrasing = COUNTS.near * nearness ** 2 + (nearness >= SAME ? COUNTS.same * nearness : 0);
    const subjectCounts = library.hasQuestions[article] ? COUNTS.subject : COUNTS.title;
    const evidence2 = inWhole + best + subjectCounts * (subject[article] ?? 0) + phrasing * question2.asked;
    return evidence2 * (1 - COUNTS.weight * (1 - (library.weights[article] ?? 1)));
  });
  const order = [...score.keys()].filter((article) => (score[article] ?? 0) > 0).sort((one2, other) => (score[other] ?? 0) - (score[one2] ?? 0) || (rank2[one2] ?? 0) - (rank2[other] ?? 0)).slice(0, MOST_HITS);
  const hits = order.map(
    (article) => ({
      article: library.ids[article] ?? "",
      passage: library.documents[bestPassage(article, question2, library)]?.id ?? "",
      score: score[article] ?? 0
    })
  );
  const [first = -1, second = -1] = order;
  const evidence = { score: score[first] ?? 0, next: score[second] ?? 0, asked: question2.asked };
  return { certainty: certaintyOf(evidence), hits };
}
function scores(wanted, index, rarity) {
  const sum2 = new Float64Array(index.size);
  for (const one2 of wanted) {
    const [choice2, ...others] = one2.kind === "word" ? one2.choices : [];
    if (choice2 && others.length === 0) {
      index.add(sum2, choice2.word, choice2.trust * rarity(choice2.word));
    } else {
      const own = bestOf(one2, index, rarity);
      for (let at2 = 0; at2 < sum2.length; at2++) sum2[at2] = (sum2[at2] ?? 0) + (own[at2] ?? 0);
    }
  }
  return sum2;
}
function bestOf(wanted, index, rarity) {
  const isPhrase = wanted.kind === "phrase";
  const own = isPhrase ? scores(wanted.parts, index, rarity) : new Float64Array(index.size);
  for (const { word, trust } of isPhrase ? [wanted.together] : wanted.choices) {
    index.raise(own, word, trust * rarity(word));
  }
  return own;
}
function neighbours(stems, { pairs: pairs2 }) {
  const sum2 = new Float64Array(pairs2.size);
  for (const pair of new Set(pairsOf(stems))) pairs2.add(sum2, pair, pairs2.rarity(pair));
  return sum2;
}

// src/knowledge/library.ts
function buildLibrary(content, publication, before) {
  const old = before && made.get(before);
  const articles = articlesById(content.articles, content.redirects);
  const passages = passagesIn(content, articles, old);
  const searchers = /* @__PURE__ */ new Map();
  const searcher = (language2) => {
    const known4 = searchers.get(language2);
    if (known4) return known4;
    const groups = [...articles.values()].flatMap((article) => documentsOf(article, passages, language2));
    const last = old?.content.glossary === content.glossary ? old?.searchers.get(language2) : void 0;
    const found = last ? last.after(groups) : searcherOver(groups, language2, content.glossary.synonyms(language2));
    searchers.set(language2, found);
    return found;
  };
  const idOf = (id2) => articles.get(id2)?.id ?? id2;
  const passagesOfOne = (article, language2) => passages.get(`${idOf(article)}@${language2}`) ?? [];
  const library = {
    publication,
    articles,
    scope: content.scope,
    idOf,
    passage: (article, section, language2) => passagesOfOne(article, language2).find((passage) => passage.section === section),
    passages: passagesOfOne,
    doorOf: (topic, language2) => doorOf(topic, language2, articles),
    search: (question2, language2) => searcher(language2).search(question2),
    warm: (language2) => void searcher(language2)
  };
  made.set(library, { content, passages, searchers });
  return library;
}
var made = /* @__PURE__ */ new WeakMap();
function passagesIn(content, articles, old) {
  const last = old?.content.redirects === content.redirects ? old : void 0;
  const differ = last && differences(last.content, content);
  const passages = /* @__PURE__ */ new Map();
  for (const article of content.articles) {
    for (const text2 of Object.values(article.texts)) {
      const name2 = `${article.id}@${text2.language}`;
      const known4 = differ?.changed.has(article.id) ? void 0 : last?.passages.get(name2);
      const isNew2 = (section) => !differ || rests(section, article, differ, content.redirects);
      if (!known4) passages.set(name2, passagesOf(article, text2, articles));
      else if (!text2.sections.some(isNew2)) passages.set(name2, known4);
      else {
        passages.set(
          name2,
          text2.sections.flatMap(
            (section, at2) => isNew2(section) ? passagesOf(article, { ...text2, sections: [section] }, articles) : known4[at2] ?? []
          )
        );
      }
    }
  }
  return passages;
}
var searchedAs = /* @__PURE__ */ new WeakMap();
var documents = /* @__PURE__ */ new WeakMap();
function documentsOf(article, passages, language2) {
  const [text2, own] = [article.texts[language2], passages.get(`${article.id}@${language2}`)];
  if (!text2 || !own?.length) return [];
  const known4 = documents.get(own);
  if (known4) return [known4];
  const list = own.map((passage) => {
    const before = searchedAs.get(passage);
    if (before) return before;
    const document = {
      id: passage.id,
      article: article.id,
      title: text2.title,
      heading: passage.heading,
      summary: text2.summary,
      text: readable(passage.text),
      questions: text2.questions,
      weight: article.kind === "measure" ? 0 : 1
    };
    searchedAs.set(passage, document);
    return document;
  });
  documents.set(own, list);
  return [list];
}
function readable(markdown) {
  return markdown.replace(/\[([^\]]+)\]\([^)]*\)/g, "$1").replace(/\[\d+\]/g, "").replace(/[*_>`#]/g, " ");
}
function doorOf(topic, language2, articles) {
  const holder = {
    id: topic.id,
    folder: "contacts",
    kind: "contact",
    about: {
      audience: ["person"],
      review: "9999-12-31",
      status: "active",
      contacts: [],
      related: topic.offers,
      sources: topic.sources,
      facts: topic.facts
    },
    texts: {}
  };
  const [passage] = passagesOf(
    holder,
    {
      language: language2,
      title: topic.id,
      summary: "",
      questions: [],
      digest: "",
      sections: [{ id: "about", heading: "", body: topic.says[language2] }]
    },
    articles
  );
  if (!passage) throw new Error(`The topic \xAB ${topic.id} \xBB says nothing in \xAB ${language2} \xBB.`);
  return passage;
}

// src/answer/embed.ts
var BATCH = 64;
var LONGEST = 6e3;
function embeddables(library, language2, model) {
  return [...library.articles.keys()].flatMap(
    (article) => library.passages(article, language2).map((passage) => {
      const words5 = [passage.title, passage.heading, readable(passage.text)].filter(Boolean).join("\n").slice(0, LONGEST);
      return { article, passage: passage.id, words: words5, key: `${model}:${digestOf(words5)}` };
    })
  );
}
async function embedLibrary(library, language2, model, vectors) {
  if (!model.embeds) return { embedded: 0, left: 0 };
  const all = new Map(embeddables(library, language2, model.embeds).map((each) => [each.key, each]));
  const known4 = await vectors.get([...all.keys()]);
  const wanted = [...all.values()].filter(({ key }) => !known4.has(key));
  for (let at2 = 0; at2 < wanted.length; at2 += BATCH) {
    const batch = wanted.slice(at2, at2 + BATCH);
    const told2 = await model.help().embed?.(batch.map(({ words: words5 }) => words5));
    if (told2?.is !== "told") return { embedded: at2, left: wanted.length - at2 };
    await vectors.put(new Map(batch.map(({ key }, place) => [key, told2.value[place] ?? []])));
  }
  read.delete(library);
  return { embedded: wanted.length, left: 0 };
}
var read = /* @__PURE__ */ new WeakMap();
function embeddedOf(library, language2, model, vectors) {
  const ofLibrary = read.get(library) ?? /* @__PURE__ */ new Map();
  read.set(library, ofLibrary);
  const key = `${language2} ${model}`;
  const made4 = ofLibrary.get(key) ?? load2(library, language2, model, vectors);
  ofLibrary.set(key, made4);
  made4.catch(() => ofLibrary.delete(key));
  return made4;
}
async function load2(library, language2, model, vectors) {
  const passages = embeddables(library, language2, model);
  const kept = await vectors.get(passages.map(({ key }) => key));
  return { passages, vectors: passages.map(({ key }) => unit(kept.get(key))) };
}
function unit(vector) {
  if (!vector?.length) return void 0;
  const length = Math.hypot(...vector);
  return length > 0 ? Float32Array.from(vector, (part) => part / length) : void 0;
}
var MOST_HITS2 = 10;
async function nearest(question2, language2, library, help, model, vectors) {
  const told2 = await help.embed?.([question2]);
  const asked = told2?.is === "told" ? unit(told2.value[0]) : void 0;
  if (!asked) return [];
  const { passages, vectors: all } = await embeddedOf(library, language2, model, vectors);
  const best = /* @__PURE__ */ new Map();
  passages.forEach(({ article, passage }, at2) => {
    const score = likeness(asked, all[at2]);
    if (score > (best.get(article)?.score ?? 0)) best.set(article, { article, passage, score });
  });
  return [...best.values()].sort((one2, other) => other.score - one2.score).slice(0, MOST_HITS2);
}
function likeness(one2, other) {
  if (other?.length !== one2.length) return 0;
  let sum2 = 0;
  for (let at2 = 0; at2 < one2.length; at2++) sum2 += (one2[at2] ?? 0) * (other[at2] ?? 0);
  return sum2;
}

// src/embedding.ts
var EVERY_MS = 3e4;
function openEmbedding({
  reading,
  model,
  vectors,
  news,
  embedded,
  onError
}) {
  const ending = new AbortController();
  const untilClosed = { ...model, help: (turn) => model.help({ ...turn, signal: ending.signal }) };
  let done = 0;
  let left = 0;
  let underWay = Promise.resolve();
  const round = async () => {
    const { library } = await reading.refresh();
    if (library.publication === done) return;
    const count2 = { publication: library.publication, embedded: 0, left: 0 };
    for (const language2 of LANGUAGES) {
      await breathe();
      if (ending.signal.aborted) return;
      const of = await embedLibrary(library, language2, untilClosed, vectors);
      count2.embedded += of.embedded;
      count2.left += of.left;
    }
    if (count2.left === 0) done = library.publication;
    if (count2.embedded || count2.left !== left) embedded(count2);
    left = count2.left;
  };
  const soon = () => {
    underWay = underWay.then(() => ending.signal.aborted ? void 0 : round()).catch(onError);
  };
  const stopFollowing = news.follow("publication", soon);
  const timer = setInterval(soon, EVERY_MS);
  timer.unref();
  soon();
  return {
    quiet: () => underWay,
    close: () => {
      ending.abort();
      stopFollowing();
      clearInterval(timer);
      return underWay;
    }
  };
}

// src/house.ts
import { randomUUID as randomUUID6 } from "node:crypto";
import { fileURLToPath } from "node:url";

// src/dialog/define.ts
function dialog(id2, questions) {
  const [first] = Object.keys(questions);
  if (!first) throw new Error(`The dialog \xAB ${id2} \xBB asks nothing.`);
  return { id: id2, questions, first };
}
function show(...articles) {
  return { end: "articles", articles };
}
function plan(...kinds) {
  return kinds.length ? { end: "plan", kinds } : { end: "plan" };
}
function goTo(other) {
  return { end: "dialog", dialog: other };
}
function when(rule, to) {
  return { when: rule, to };
}
function otherwise(to) {
  return { to };
}

// src/dialog/situation.ts
var SKIPPED = "skipped";
function isAsked(situation2, question2) {
  return situation2[question2] !== void 0;
}
function without(situation2, question2) {
  const { [question2]: _, ...rest } = situation2;
  return rest;
}

// src/dialog/kinds.ts
function choice(...options) {
  return {
    then: (...to) => question("choice", options, casesOf(to)),
    by: (routes) => {
      const ways = routes;
      return question(
        "choice",
        options,
        [...options, SKIPPED].flatMap((option) => {
          const to = ways[option];
          return to === void 0 ? [] : [{ is: option, to }];
        })
      );
    }
  };
}
function yesNo() {
  return choice("yes", "no");
}
function occupation() {
  return { then: (...to) => question("occupation", [], casesOf(to)) };
}
function casesOf(to) {
  return to.map((each) => typeof each === "object" && "to" in each ? each : { to: each });
}
function question(kind, options, routes) {
  return { kind, options, routes };
}

// dialogs/questions/questions.ts
var who = choice("person", "employer", "regulator", "helper");
var where = choice("quebec", "canada", "abroad");
var status = choice("citizen", "resident", "protected", "claimant", "worker", "student", "other");
var trained = choice("france", "quebec", "canada", "elsewhere");
var progress = choice("nothing", "evaluated", "applied", "prescribed", "refused", "permit", "job-search");
var french = choice("none", "some", "good", "studied");
var money = choice("training", "fees", "french-course", "living", "none");
var goal = choice("everyday", "work", "order-exam");
var pace = choice("full-time", "part-time", "online", "workplace");
var worksite = yesNo();

// dialogs/questions/rules.ts
var isInQuebec = ({ where: where2 }) => where2 === "quebec";
var isAbroad = ({ where: where2 }) => where2 === "abroad";
var isInCanadaOutsideQuebec = ({ where: where2 }) => where2 === "canada";
var needsNoPermit = ({ regulator: regulator2 }) => regulator2 === "none";
var hasAnOrder = ({ regulator: regulator2 }) => regulator2 === "order";
var isInConstruction = ({ regulator: regulator2 }) => regulator2 === "ccq";
var isInQualifiedTrade = ({ regulator: regulator2 }) => regulator2 === "qualified-trades";
var isTeacher = ({ regulator: regulator2 }) => regulator2 === "teaching";
var isInChildcare = ({ regulator: regulator2 }) => regulator2 === "childcare";
var trainedInFrance = ({ trained: trained2 }) => trained2 === "france";
var trainedInCanada = ({ trained: trained2 }) => trained2 === "quebec" || trained2 === "canada";
var needsFrenchFirst = ({ french: french3 }) => french3 === "none" || french3 === "some";
var asksForAsylum = ({ status: status2 }) => status2 === "claimant";

// dialogs/childcare/flow.ts
var childcare = dialog("childcare", {
  diploma: yesNo().by({
    yes: "trained",
    no: show("childcare-educator", "prior-learning", "services-quebec", "mifi"),
    skipped: "trained"
  }),
  trained: trained.then(
    when(trainedInCanada, show("childcare-educator", "qualifications-quebec", "services-quebec")),
    otherwise(show("childcare-educator", "comparative-evaluation", "qualifications-quebec", "mifi"))
  )
});

// dialogs/comparative-evaluation/rules.ts
var isNurseTrainedInFrance = (situation2) => trainedInFrance(situation2) && situation2.order === "order-oiiq";

// dialogs/comparative-evaluation/flow.ts
var comparativeEvaluation = dialog("comparative-evaluation", {
  trained: trained.then(
    when(trainedInCanada, show("comparative-evaluation", "qualifications-quebec", "mifi")),
    otherwise("purpose")
  ),
  purpose: choice("job", "permit", "school", "experience", "immigration").by({
    job: "studies",
    permit: "trade",
    school: "studies",
    experience: show("prior-learning", "qualifications-quebec", "mifi"),
    immigration: show("comparative-evaluation", "mifi"),
    skipped: "studies"
  }),
  trade: occupation().then(
    when(isNurseTrainedInFrance, show("mutual-recognition", "order-oiiq", "conseil-interprofessionnel", "mifi")),
    when(isInConstruction, show("construction-trades", "comparative-evaluation", "ccq")),
    when(isInChildcare, show("childcare-educator", "comparative-evaluation", "mifi")),
    when(isTeacher, show("teaching-permit", "comparative-evaluation", "mifi")),
    when(needsNoPermit, "studies"),
    otherwise(show("regulated-professions", "comparative-evaluation", "qualifications-quebec", "mifi"))
  ),
  studies: choice("finished", "unfinished", "short", "certificate").by({
    finished: show("comparative-evaluation", "qualifications-quebec", "mifi"),
    unfinished: show("prior-learning", "comparative-evaluation", "qualifications-quebec"),
    short: show("prior-learning", "comparative-evaluation", "qualifications-quebec"),
    certificate: show("prior-learning", "comparative-evaluation", "qualifications-quebec"),
    skipped: show("comparative-evaluation", "prior-learning", "qualifications-quebec", "mifi")
  })
});

// dialogs/construction/flow.ts
var construction = dialog("construction", {
  worksite: worksite.by({
    yes: "papers",
    no: show("qualified-trades", "qualifications-quebec", "services-quebec", "mifi"),
    skipped: "papers"
  }),
  papers: choice("experience", "studies", "card", "nothing").by({
    experience: "trained",
    studies: "trained",
    card: show("construction-trades", "ccq"),
    nothing: show("construction-trades", "ccq", "services-quebec"),
    skipped: "trained"
  }),
  trained: trained.then(
    when(trainedInFrance, show("construction-trades", "mutual-recognition", "ccq")),
    otherwise(show("construction-trades", "comparative-evaluation", "ccq"))
  )
});

// dialogs/contacts/flow.ts
var contacts = dialog("contacts", {
  topic: choice("recognition", "settling", "trade", "complaint", "french", "money", "job").by({
    recognition: show("qualifications-quebec", "accompagnement-quebec", "mifi", "comparative-evaluation"),
    settling: show("accompagnement-quebec", "mifi", "services-quebec", "measure-3"),
    trade: "trade",
    complaint: show("commissaire-admission", "office-des-professions", "regulated-professions"),
    french: show("mifi", "oqlf", "francisation-quebec"),
    money: show("mifi", "services-quebec", "paffarc", "recognition-loans"),
    job: show("services-quebec", "accompagnement-quebec", "mifi", "prior-learning"),
    skipped: show("mifi", "services-quebec", "qualifications-quebec", "regulated-professions")
  }),
  trade: occupation().then(
    when(hasAnOrder, plan("order", "contact")),
    when(isInConstruction, show("ccq", "construction-trades", "mifi")),
    when(isInQualifiedTrade, show("qualified-trades", "qualifications-quebec", "mifi")),
    when(isTeacher, show("teaching-permit", "qualifications-quebec", "mifi")),
    when(isInChildcare, show("childcare-educator", "qualifications-quebec", "mifi")),
    when(needsNoPermit, show("qualifications-quebec", "services-quebec", "mifi", "comparative-evaluation")),
    otherwise(
      show("qualifications-quebec", "conseil-interprofessionnel", "office-des-professions", "regulated-professions")
    )
  )
});

// dialogs/employer/flow.ts
var employer = dialog("employer", {
  hiring: choice("compare", "recruit", "permit", "french", "intern").by({
    compare: show("employer-comparison-tool", "comparative-evaluation", "measure-6", "mifi", "qualifications-quebec"),
    recruit: show("measure-1", "measure-6", "qualifications-quebec", "mifi"),
    permit: "trade",
    french: show("french-workplace", "francisation-quebec", "mifi"),
    intern: show("internship", "measure-4", "mifi"),
    skipped: show("measure-6", "employer-comparison-tool", "qualifications-quebec", "mifi")
  }),
  trade: occupation().then(
    when(hasAnOrder, plan("order", "contact")),
    when(isInConstruction, show("construction-trades", "ccq", "measure-6")),
    when(isInQualifiedTrade, show("qualified-trades", "qualifications-quebec", "mifi")),
    when(isTeacher, show("teaching-permit", "qualifications-quebec", "mifi")),
    when(isInChildcare, show("childcare-educator", "qualifications-quebec", "mifi")),
    otherwise(show("employer-comparison-tool", "regulated-professions", "qualifications-quebec", "mifi"))
  )
});

// dialogs/french/rules.ts
var isForAnOrder = ({ goal: goal2 }) => goal2 === "order-exam";
var mayHaveProof = ({ french: french3 }) => french3 === "studied";
var learnsFromAbroad = (situation2) => isAbroad(situation2) && needsFrenchFirst(situation2);

// dialogs/french/flow.ts
var french2 = dialog("french", {
  goal: goal.then("where"),
  where: where.then(
    when(isForAnOrder, "french"),
    when(isAbroad, show("french-from-abroad", "french-online", "francisation-quebec", "mifi")),
    when(isInCanadaOutsideQuebec, show("francisation-quebec", "french-online", "mifi")),
    otherwise("pace")
  ),
  french: french.then(
    when(mayHaveProof, show("french-for-orders", "oqlf", "regulated-professions")),
    when(learnsFromAbroad, show("french-for-orders", "french-from-abroad", "francisation-quebec", "oqlf")),
    when(needsFrenchFirst, show("french-for-orders", "francisation-quebec", "restrictive-permit", "oqlf")),
    otherwise(show("french-for-orders", "restrictive-permit", "oqlf"))
  ),
  pace: pace.by({
    "full-time": "status",
    "part-time": show("french-part-time", "french-course-aid", "francisation-quebec", "mifi"),
    online: show("french-online", "francisation-quebec", "mifi"),
    workplace: show("french-workplace", "francisation-quebec", "mifi"),
    skipped: show("francisation-quebec", "french-full-time", "french-part-time", "mifi")
  }),
  status: status.then(
    when(asksForAsylum, show("french-part-time", "french-course-aid", "francisation-quebec", "mifi")),
    otherwise(show("french-full-time", "french-course-aid", "francisation-quebec", "mifi"))
  )
});

// dialogs/money/rules.ts
var mayFindAid = (situation2) => mayBePaid(situation2) || mayBorrow(situation2);
var mayBePaid = ({ trained: trained2, progress: progress2, money: money3 }) => (trained2 === "france" || trained2 === "elsewhere") && (progress2 === "prescribed" || money3 !== "fees" && (progress2 === "nothing" || progress2 === "evaluated" || progress2 === "applied"));
var mayBorrow = (situation2) => isAbroad(situation2) || isInCanadaOutsideQuebec(situation2) || isInQuebec(situation2) && !["claimant", "student", "skipped"].includes(situation2.status ?? "skipped");

// dialogs/money/flow.ts
var overview = show("paffarc", "recognition-loans", "tuition-exemption", "services-quebec", "mifi");
var money2 = dialog("money", {
  money: money.by({
    training: "where",
    fees: "where",
    "french-course": show("french-course-aid", "french-full-time", "francisation-quebec", "mifi"),
    living: "where",
    none: overview,
    skipped: overview
  }),
  where: where.then(when(isInQuebec, "status"), otherwise("trade")),
  status: status.then("trade"),
  trade: occupation().then("trained"),
  trained: trained.then(
    when(trainedInCanada, overview),
    when(needsNoPermit, show("recognition-loans", "services-quebec", "mifi")),
    otherwise("progress")
  ),
  progress: progress.then(when(mayFindAid, plan("program", "contact")), otherwise(overview))
});

// dialogs/my-path/rules.ts
var needsNoMoneyQuestion = (situation2) => situation2.progress === "permit" || isAbroad(situation2) && needsNoPermit(situation2);

// dialogs/my-path/flow.ts
var myPath = dialog("my-path", {
  who: who.by({
    person: "where",
    helper: "where",
    employer: goTo("employer"),
    regulator: goTo("regulator"),
    skipped: "where"
  }),
  where: where.then(when(isInQuebec, "status"), otherwise("trade")),
  status: status.then("trade"),
  trade: occupation().then("trained"),
  trained: trained.then(when(needsNoPermit, "french"), otherwise("progress")),
  progress: progress.then("french"),
  french: french.then(when(needsNoMoneyQuestion, plan()), otherwise("money")),
  money: money.then(plan())
});

// dialogs/order-refused/flow.ts
var orderRefused = dialog("order-refused", {
  problem: choice("refused", "partial", "slow", "unfair", "not-order").by({
    refused: "reviewed",
    partial: show("bridging-training", "internship", "paffarc", "commissaire-admission", "mifi"),
    slow: show("commissaire-admission", "regulated-professions", "office-des-professions"),
    unfair: show("commissaire-admission", "regulated-professions", "office-des-professions"),
    "not-order": show("qualifications-quebec", "construction-trades", "qualified-trades", "teaching-permit", "mifi"),
    skipped: "reviewed"
  }),
  reviewed: yesNo().by({
    no: show("regulated-professions", "commissaire-admission", "office-des-professions"),
    yes: show("commissaire-admission", "office-des-professions", "qualifications-quebec", "prior-learning"),
    skipped: show("regulated-professions", "commissaire-admission", "office-des-professions")
  })
});

// dialogs/prior-learning/flow.ts
var priorLearning = dialog("prior-learning", {
  aim: choice("diploma", "certificate", "permit").by({
    diploma: "years",
    certificate: "worksite",
    permit: show("regulated-professions", "prior-learning", "qualifications-quebec", "mifi"),
    skipped: "years"
  }),
  years: yesNo().by({
    yes: show("prior-learning", "qualifications-quebec", "mifi"),
    no: show("prior-learning", "services-quebec", "qualifications-quebec"),
    skipped: show("prior-learning", "qualifications-quebec", "mifi")
  }),
  worksite: worksite.by({
    yes: show("construction-trades", "ccq", "prior-learning"),
    no: show("prior-learning", "qualified-trades", "services-quebec", "mifi"),
    skipped: show("prior-learning", "qualified-trades", "construction-trades", "services-quebec")
  })
});

// dialogs/regulator/flow.ts
var regulator = dialog("regulator", {
  project: choice("funding", "training", "from-abroad", "permits", "construction").by({
    funding: show("regulators-program", "measure-2", "mifi"),
    training: show("measure-4", "bridging-training", "regulators-program", "mifi"),
    "from-abroad": show("action-2.3", "measure-2", "mifi"),
    permits: show("restrictive-permit", "measure-2", "office-des-professions", "conseil-interprofessionnel"),
    construction: show("action-2.2", "ccq", "construction-trades"),
    skipped: show("measure-2", "regulators-program", "conseil-interprofessionnel", "mifi")
  })
});

// dialogs/teaching/rules.ts
var isNotLicensedYet = ({ licensed }) => licensed === "no";

// dialogs/teaching/flow.ts
var teaching = dialog("teaching", {
  level: choice("school", "vocational", "college", "preschool").by({
    school: "licensed",
    vocational: "licensed",
    college: show("teaching-permit", "services-quebec", "qualifications-quebec", "mifi"),
    preschool: goTo("childcare"),
    skipped: "licensed"
  }),
  licensed: yesNo().then("french"),
  french: french.then(
    when(needsFrenchFirst, show("teaching-permit", "francisation-quebec", "mifi", "qualifications-quebec")),
    when(isNotLicensedYet, show("teaching-permit", "comparative-evaluation", "qualifications-quebec", "mifi")),
    otherwise(show("teaching-permit", "qualifications-quebec", "mifi"))
  )
});

// dialogs/welcome/flow.ts
var welcome = dialog("welcome", {
  attestation: yesNo().then("need"),
  need: choice("path", "french", "money", "contacts", "question").by({
    path: goTo("my-path"),
    french: goTo("french"),
    money: goTo("money"),
    contacts: goTo("contacts"),
    question: show("regulated-professions", "comparative-evaluation", "qualifications-quebec", "mifi"),
    skipped: show("regulated-professions", "comparative-evaluation", "qualifications-quebec", "mifi")
  })
});

// dialogs/index.ts
var dialogs = [
  myPath,
  welcome,
  french2,
  money2,
  contacts,
  orderRefused,
  comparativeEvaluation,
  construction,
  teaching,
  childcare,
  priorLearning,
  employer,
  regulator
];

// src/conversation/hear.ts
import { isDeepStrictEqual } from "node:util";

// src/conversation/marked.ts
import { z as z7 } from "zod";

// src/conversation/noticing.ts
function noticing(outcome2, heard2, before) {
  const { asksWhy, given: given2, ...rest } = outcome2.conversation;
  const stillAsked = asksWhy && asksWhy !== before.asksWhy ? { asksWhy } : {};
  if (outcome2.noticed?.mark)
    return { ...outcome2, conversation: { ...rest, ...given2 ? { given: given2 } : {}, ...stillAsked } };
  const reply2 = outcome2.replies.find(({ status: status2 }) => OF_THE_LIBRARY.has(status2));
  if (!reply2) {
    const isAside = outcome2.replies.every(({ status: status2 }) => status2 === "notice");
    return { ...outcome2, conversation: { ...rest, ...given2 && isAside ? { given: given2 } : {}, ...stillAsked } };
  }
  const { publication } = reply2;
  const { position } = heard2;
  const question2 = rest.lastAsked ?? heard2.text;
  const language2 = written(question2) ?? rest.language;
  if (reply2.status === "quoted" || reply2.status === "answered") {
    const answer2 = { position, question: question2, language: language2, articles: restsOn(reply2), publication };
    return {
      ...outcome2,
      conversation: { ...rest, given: answer2 },
      noticed: { asked: { articles: answer2.articles, answered: true } }
    };
  }
  const articles = rest.offers.flatMap((offer2) => offer2.to === "passage" ? [offer2.article] : []);
  const why2 = reply2.status === "unsure" ? "unsure" : "not-found";
  const offered = why2 === "unsure" ? articles : [];
  return {
    ...outcome2,
    conversation: rest,
    noticed: {
      gap: { position, question: question2, language: language2, why: why2, articles: offered, publication },
      ...offered.length ? { asked: { articles: offered, answered: false } } : {}
    }
  };
}
var OF_THE_LIBRARY = /* @__PURE__ */ new Set(["answered", "quoted", "unsure", "not-found"]);
function written(question2) {
  const language2 = detectLanguage(question2);
  return language2 === "other" ? void 0 : language2;
}
function restsOn({ citations = [], articles }) {
  const cited = [...new Set(citations.map(({ passage }) => passage.split("#")[0] ?? ""))].filter(Boolean);
  return cited.length ? cited : articles.slice(0, 1);
}

// src/conversation/marked.ts
function noteOfMark({ kind, mark }) {
  return kind === "marked" && mark ? { value: mark } : {};
}
var markShape = z7.object({ helpful: z7.boolean(), position: z7.int().positive().optional() });
async function answerMeant({ kind, value: value2 }, conversation, conversations) {
  const mark = kind === "marked" ? markShape.safeParse(value2).data : void 0;
  if (!mark) return void 0;
  const { helpful: helpful2, position } = mark;
  const answer2 = position === void 0 || position === conversation.given?.position ? conversation.given : await answerTo(position, conversation, conversations);
  return answer2 && { helpful: helpful2, answer: answer2 };
}
var LINES = 50;
async function answerTo(position, { id: id2 }, conversations) {
  const lines = await conversations.entries(id2, position - 1, LINES);
  const asked = lines.find((line2) => line2.position === position && line2.from === "person");
  const reply2 = lines.find(
    (line2) => line2.answers === position && (line2.reply?.status === "quoted" || line2.reply?.status === "answered")
  )?.reply;
  if (!asked || !reply2) return void 0;
  const { language: language2, publication } = reply2;
  return { position, question: asked.text, language: language2, articles: restsOn(reply2), publication };
}

// src/conversation/responder.ts
function houseReply(text2, language2, { library }, more = {}) {
  return { text: text2, language: language2, status: "notice", articles: [], publication: library.publication, ...more };
}
function offering(conversation, offers) {
  return { conversation: { ...conversation, offers }, choices: offers.map(({ label: label2 }) => ({ label: label2 })) };
}

// src/conversation/redaction-notice.ts
function tellingOfRedaction(outcome2, heard2, conversation, current) {
  if (conversation.handling.by === "counsellor") return outcome2;
  const { language: language2 } = outcome2.conversation;
  const shown = heard2.text.length > SHOWN ? `${heard2.text.slice(0, SHOWN)}\u2026` : heard2.text;
  const told2 = current.phrases.say("personal.told", language2, { shown: asQuoted(shown) });
  const found = outcome2.replies.filter(({ status: status2 }) => !saysNothing(status2, heard2.text, language2));
  const text2 = found.length ? told2 : `${told2}

${current.phrases.say("personal.ask", language2)}`;
  const notice2 = houseReply(text2, language2, current, { status: "held-back" });
  return found.length ? { ...outcome2, replies: [notice2, ...found] } : { ...outcome2, conversation: { ...outcome2.conversation, offers: [] }, replies: [notice2] };
}
function saysNothing(status2, text2, language2) {
  return status2 === "not-found" || status2 === "unsure" && terms(text2, language2).length < ENOUGH2;
}
var ENOUGH2 = 3;
var SHOWN = 300;
function asQuoted(words5) {
  return words5.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|]/g, (mark) => `\\${mark}`);
}

// src/dialog/plan.ts
var ORDER = ["step", "order", "program", "francization", "contact", "measure"];
var COUNTERS = ["qualifications-quebec", "accompagnement-quebec", "services-quebec", "mifi"];
function makePlan(library, situation2, kinds) {
  const steps2 = { now: [], next: [], later: [] };
  const ruledOut = [];
  const untold = [];
  for (const article of inOrder(library)) {
    if (kinds && !kinds.includes(article.kind)) continue;
    const concern = concerning(article, situation2);
    if (!concern) continue;
    if (concern.is === "concerned") steps2[concern.stage].push({ article: article.id, because: concern.because });
    else if (concern.is === "ruled-out") ruledOut.push({ article: article.id, because: concern.because });
    else if (!isForWhomOnly(concern.missing)) untold.push({ article: article.id, missing: concern.missing });
  }
  return { steps: steps2, ruledOut, untold };
}
function articlesOf(plan2) {
  return STAGES.flatMap((stage) => plan2.steps[stage].map(({ article }) => article));
}
function isForWhomOnly(missing3) {
  return missing3.every((question2) => question2 === "who");
}
function concerning(article, situation2) {
  if (article.about.concerns) return concernOf(article.about.concerns, situation2);
  if (article.kind !== "order") return void 0;
  return situation2.order === article.id ? { is: "concerned", stage: "now", because: ["order"] } : void 0;
}
function inOrder(library) {
  const articles = [...library.articles.values()];
  return ORDER.flatMap(
    (kind) => articles.filter((article) => article.kind === kind).sort((one2, other) => rank(one2) - rank(other))
  );
}
function rank({ id: id2, kind }) {
  if (kind !== "contact") return 0;
  return id2 === "ccq" ? 0 : COUNTERS.indexOf(id2) + 2;
}

// src/dialog/walk.ts
function walk(dialog2, situation2) {
  const asked = [];
  let name2 = dialog2.first;
  for (; ; ) {
    const question2 = dialog2.questions[name2];
    if (!question2)
      throw new Error(`The dialog \xAB ${dialog2.id} \xBB leads to the question \xAB ${name2} \xBB, which it does not have.`);
    if (!isAsked(situation2, name2)) return { at: "question", question: name2, asked };
    if (asked.includes(name2)) throw new Error(`The dialog \xAB ${dialog2.id} \xBB comes back to \xAB ${name2} \xBB without end.`);
    asked.push(name2);
    const route = question2.routes.find((each) => holds(each, name2, situation2));
    if (!route)
      throw new Error(`The question \xAB ${name2} \xBB of \xAB ${dialog2.id} \xBB leads nowhere for \xAB ${situation2[name2]} \xBB.`);
    if (typeof route.to !== "string") return { at: "ending", ending: route.to, asked };
    name2 = route.to;
  }
}
function holds(route, question2, situation2) {
  if (route.is !== void 0) return situation2[question2] === route.is;
  return route.when ? route.when(situation2) : true;
}

// src/conversation/plan-contact.ts
function contactOf(id2, language2, library, phrases) {
  const article = library.articles.get(id2);
  if (!article) return void 0;
  const answers2 = article.kind === "order" || article.kind === "contact" || hasPhone(article);
  const itself = answers2 ? [id2] : [];
  for (const holder of [...itself, ...article.about.contacts]) {
    const contact = library.articles.get(holder);
    const way = contact && wayTo(contact, language2, library);
    if (!contact || !way) continue;
    const doubt = way.source?.level === "secondary" || way.source?.old ? ` ${phrases.say("plan.to-verify", language2)}` : "";
    return `${shortName(contact, language2)}${COMMA[language2]} ${way.shown}${doubt}`;
  }
  return void 0;
}
var COMMA = { fr: ",", en: ",", es: ",", ar: "\u060C" };
function hasPhone({ about }) {
  return Object.values(about.facts ?? {}).some((fact) => "phone" in fact);
}
function wayTo(contact, language2, library) {
  const facts = Object.values(contact.about.facts ?? {});
  const fact = facts.find((each) => "phone" in each) ?? facts.find((each) => "email" in each);
  if (fact) return { shown: showFact(fact, language2), source: sourceOf(contact, fact.source, library.articles) };
  const passage = library.passage(contact.id, "contact", language2);
  const link2 = passage?.text.match(/\[[^\]]+\]\((https?:[^)]+)\)/);
  return link2 ? { shown: link2[0], source: passage?.sources.find(({ address: address2 }) => address2 === link2[1]) } : void 0;
}
function shortName(contact, language2) {
  const title = contact.texts[language2]?.title ?? contact.id;
  return title.split(/\s*[,،(]|\s*:\s/)[0] || title;
}

// src/conversation/plan-changes.ts
var NAMED = 5;
function shownPlan(dialog2, articles, library) {
  const digests = articles.flatMap((article) => {
    const digest3 = digestAsRead(article, library);
    return digest3 === void 0 ? [] : [[article, digest3]];
  });
  return { dialog: dialog2, publication: library.publication, digests: Object.fromEntries(digests) };
}
function tellingOfChanges(outcome2, before, resources) {
  const { plan: seen } = before;
  const waits = outcome2.forget || outcome2.replies.length === 0 || outcome2.replies.some(({ status: status2 }) => status2 === "emergency");
  if (!seen || waits) return outcome2;
  const changes2 = changesSince(seen, resources.library);
  if (changes2.touched.length + changes2.gone.length === 0) return outcome2;
  const after = outcome2.conversation;
  const renewed = after.plan === seen ? shownPlan(seen.dialog, remaining(seen, changes2.gone), resources.library) : after.plan;
  return {
    ...outcome2,
    conversation: { ...after, ...renewed ? { plan: renewed } : {} },
    replies: [notice(changes2, after, resources), ...outcome2.replies]
  };
}
function changesSince({ digests }, library) {
  const ids = Object.keys(digests);
  const gone = ids.filter((id2) => digestAsRead(id2, library) === void 0);
  return { gone, touched: ids.filter((id2) => !gone.includes(id2) && digestAsRead(id2, library) !== digests[id2]) };
}
function remaining({ digests }, gone) {
  return Object.keys(digests).filter((id2) => !gone.includes(id2));
}
function digestAsRead(id2, library) {
  const article = library.articles.get(id2);
  const text2 = article?.texts[ORIGINAL];
  if (!article || !text2) return void 0;
  const passages = library.passages(id2, ORIGINAL).map(({ digest: digest3 }) => digest3);
  return digestOf([text2.title, text2.summary, article.about.status, ...passages].join("\n"));
}
function notice({ touched, gone }, { language: language2 }, resources) {
  const { library, phrases } = resources;
  const say2 = (name2, slots2 = {}) => phrases.say(`plan.${name2}`, language2, slots2);
  const titles = touched.map((id2) => library.articles.get(id2)?.texts[language2]?.title ?? id2);
  const lines = [
    ...titles.slice(0, NAMED).map((title) => `- ${title}`),
    ...titles.length > NAMED ? [`- ${say2("changed-more", { more: titles.length - NAMED })}`] : []
  ];
  const text2 = [
    ...lines.length ? [say2("changed"), lines.join("\n")] : [],
    ...gone.length ? [say2("gone", { gone: gone.length })] : [],
    say2("see-again")
  ].join("\n\n");
  return houseReply(text2, language2, resources, { articles: touched, choices: [{ label: say2("mine") }] });
}

// src/conversation/plan-words.ts
function planInWords(plan2, situation2, language2, resources, kinds) {
  const { library } = resources;
  const title = (id2) => library.articles.get(id2)?.texts[language2]?.title ?? id2;
  const isTold = (id2) => kinds.some((kind) => kind === library.articles.get(id2)?.kind);
  return {
    stages: STAGES.filter((stage) => plan2.steps[stage].length).map((stage) => ({
      stage,
      steps: plan2.steps[stage].map((step) => stepInWords(step, situation2, language2, resources))
    })),
    ruledOut: plan2.ruledOut.filter(({ article, because }) => isTold(article) && isWorthTelling(library.articles.get(article), because)).map(({ article, because }) => ({
      article,
      title: title(article),
      because: toldOf([because], situation2, language2, resources)
    })),
    untold: plan2.untold.filter(({ article }) => isTold(article)).map(({ article, missing: missing3 }) => ({
      article,
      title: title(article),
      missing: namesOf(missing3, language2, resources)
    }))
  };
}
function stepInWords(step, situation2, language2, resources) {
  const { library } = resources;
  const text2 = library.articles.get(step.article)?.texts[language2];
  const contact = contactOf(step.article, language2, library, resources.phrases);
  const source2 = sourceOfSummary(step.article, language2, library);
  return {
    article: step.article,
    title: text2?.title ?? step.article,
    summary: text2?.summary ?? "",
    because: toldOf(step.because, situation2, language2, resources),
    ...contact ? { contact } : {},
    ...source2 ? { source: source2 } : {}
  };
}
function sourceOfSummary(article, language2, library) {
  const [passage] = library.passages(article, language2);
  const cited = passage?.sources[0];
  return passage && cited ? { passage, cited } : void 0;
}
function isWorthTelling(article, because) {
  if (because === "who") return false;
  if (!isOfTrade(because)) return true;
  const ofOneOrder = article?.about.concerns?.cases.every(({ when: when2 }) => "order" in when2);
  return article?.kind === "program" && !ofOneOrder;
}
function isOfTrade(name2) {
  return name2 === "order" || name2 === "regulator";
}
function toldOf(names2, situation2, language2, resources) {
  const { shelf, phrases } = resources;
  const questions = new Set(names2.map((name2) => isOfTrade(name2) ? "trade" : name2));
  return [...questions].flatMap((question2) => {
    const said = situation2[question2];
    const words5 = shelf.anyQuestion(question2, language2);
    if (said === void 0 || !words5) return [];
    if (said === SKIPPED) return [{ name: words5.name, answer: phrases.say("dialog.skip", language2) }];
    const answer2 = question2 === "trade" ? shelf.occupations.name(said, language2) : words5.options[said]?.label ?? said;
    return [{ name: words5.name, answer: answer2 }];
  });
}
function answersIn(situation2, library) {
  const asked = [...library.articles.values()].flatMap(
    ({ about }) => (about.concerns?.cases ?? []).flatMap(({ when: when2, unless = {} }) => [...Object.keys(when2), ...Object.keys(unless)])
  );
  const counted2 = /* @__PURE__ */ new Set([...asked.filter((name2) => !isOfTrade(name2)), "trade"]);
  return Object.keys(situation2).filter((name2) => counted2.has(name2));
}
function inOneLine({ name: name2, answer: answer2 }, language2, { phrases }) {
  return phrases.say("plan.reason", language2, { name: name2, answer: answer2 });
}
function namesOf(questions, language2, { shelf }) {
  const names2 = questions.flatMap((name2) => shelf.anyQuestion(isOfTrade(name2) ? "trade" : name2, language2)?.name ?? []);
  return [...new Set(names2)];
}

// src/conversation/plan-reply.ts
var TOLD = 5;
var WAYS_ON = 4;
function planReply(plan2, dialog2, conversation, resources) {
  const { language: language2, situation: situation2 } = conversation;
  const { library, phrases } = resources;
  const articles = articlesOf(plan2);
  const words5 = planInWords(plan2, situation2, language2, resources, ["program"]);
  const outline2 = outlineOf(words5, conversation, resources);
  const numbering = /* @__PURE__ */ new Map();
  const parts = outline2.stages.map(({ heading, steps: steps2, more }, stage) => {
    const lines = steps2.map((step, index) => {
      const number = referenceTo(words5.stages[stage]?.steps[index], numbering);
      const beneath = [step.why && `*${step.why}*`, step.contact].filter(Boolean).join(" ");
      return `${index + 1}. **${step.title}** \u2014 ${step.summary}${number}${beneath && `  
   ${beneath}`}`;
    });
    return [`**${heading}**`, lines.join("\n"), ...more ? [more] : []].join("\n\n");
  });
  const printable = outline2.page && phrases.say("plan.printable", language2, { link: outline2.page.address });
  const text2 = [outline2.intro, ...parts, ...printable ? [printable] : [], ...outline2.notes].join("\n\n");
  const offered = offering(conversation, [
    ...articles.slice(0, WAYS_ON).flatMap((id2) => leadTo(id2, language2, library)),
    { label: phrases.say("person.ask", language2), to: "person" }
  ]);
  return {
    conversation: {
      ...offered.conversation,
      subject: { question: articles[0] ?? dialog2, articles: articles.slice(0, 3) },
      plan: shownPlan(dialog2, articles, library)
    },
    replies: [
      {
        ...houseReply(text2, language2, resources, {
          status: "dialog",
          dialog: dialog2,
          articles,
          choices: offered.choices,
          citations: [...numbering.values()]
        }),
        plan: outline2
      }
    ]
  };
}
function outlineOf(words5, conversation, resources) {
  const { id: id2, language: language2, lastHeardAt } = conversation;
  const { phrases, planLink } = resources;
  const say2 = (name2, slots2 = {}) => phrases.say(`plan.${name2}`, language2, slots2);
  const told2 = planLink ? TOLD : Number.POSITIVE_INFINITY;
  return {
    intro: say2("intro"),
    stages: words5.stages.map(({ stage, steps: steps2 }) => ({
      heading: say2(stage),
      steps: steps2.slice(0, told2).map((step) => outlineOfStep(step, conversation, resources)),
      ...steps2.length > told2 ? { more: say2("more", { more: steps2.length - told2 }) } : {}
    })),
    notes: [
      ...listed(
        say2("ruled-out"),
        words5.ruledOut.map(
          ({ title, because }) => withReasons(
            title,
            because.map((told3) => inOneLine(told3, language2, resources))
          )
        )
      ),
      ...listed(
        say2("untold"),
        words5.untold.map(({ title, missing: missing3 }) => withReasons(title, missing3))
      ),
      say2("not-a-decision"),
      ...language2 === "fr" ? [] : [phrases.say("answer.unofficial", language2)]
    ],
    ...planLink ? { page: { label: say2("open-page"), address: planLink(id2, lastHeardAt) } } : {}
  };
}
function outlineOfStep(step, { language: language2 }, resources) {
  const { phrases } = resources;
  const reasons = step.because.map((told2) => inOneLine(told2, language2, resources)).join(" \xB7 ");
  return {
    title: step.title,
    summary: step.summary,
    ...reasons ? { why: phrases.say("plan.because", language2, { reasons }) } : {},
    ...step.contact ? { contact: phrases.say("plan.contact", language2, { contact: step.contact }) } : {},
    ...step.source ? { source: { title: showWhom(step.source.cited), address: step.source.cited.address } } : {}
  };
}
function withReasons(title, reasons) {
  return reasons.length ? `${title} (${reasons.join(" \xB7 ")})` : title;
}
function listed(heading, lines) {
  return lines.length ? [`**${heading}**

${lines.map((line2) => `- ${line2}`).join("\n")}`] : [];
}
function referenceTo(step, numbering) {
  if (!step?.source) return "";
  const { passage, cited } = step.source;
  const known4 = numbering.get(cited.address);
  const position = known4?.position ?? numbering.size + 1;
  if (!known4) {
    numbering.set(cited.address, {
      position,
      passage: passage.id,
      digest: passage.digest,
      title: `${showWhom(cited)} \u2014 ${cited.title}`,
      address: cited.address,
      abstract: passage.title
    });
  }
  return ` [${position}]`;
}

// src/language/moments.ts
import { DateTime } from "luxon";
var SAYINGS = {
  fr: {
    today: (time) => `aujourd'hui \xE0 ${time}`,
    tomorrow: (time) => `demain \xE0 ${time}`,
    day: (weekday, day3, month, time) => `${weekday} ${day3 === 1 ? "1er" : day3} ${month} \xE0 ${time}`,
    time: ({ hour, minute }) => minute === 0 ? `${hour} h` : `${hour} h ${twoDigits(minute)}`
  },
  en: {
    today: (time) => `today at ${time}`,
    tomorrow: (time) => `tomorrow at ${time}`,
    day: (weekday, day3, month, time) => `${weekday}, ${month} ${day3} at ${time}`,
    time: ({ hour, minute }) => `${hour % 12 || 12}:${twoDigits(minute)} ${hour < 12 ? "a.m." : "p.m."}`
  },
  es: {
    today: (time) => `hoy ${time}`,
    tomorrow: (time) => `ma\xF1ana ${time}`,
    day: (weekday, day3, month, time) => `el ${weekday} ${day3} de ${month} ${time}`,
    time: ({ hour, minute }) => `${hour === 1 ? "a la" : "a las"} ${hour}:${twoDigits(minute)}`
  },
  ar: {
    today: (time) => `\u0627\u0644\u064A\u0648\u0645 \u0627\u0644\u0633\u0627\u0639\u0629 ${time}`,
    tomorrow: (time) => `\u063A\u062F\u064B\u0627 \u0627\u0644\u0633\u0627\u0639\u0629 ${time}`,
    day: (weekday, day3, month, time) => `\u064A\u0648\u0645 ${weekday} ${day3} ${month} \u0627\u0644\u0633\u0627\u0639\u0629 ${time}`,
    time: ({ hour, minute }) => `${hour}:${twoDigits(minute)}`
  }
};
function sayMoment(at2, now, language2, timeZone) {
  const there = DateTime.fromJSDate(at2, { zone: timeZone }).reconfigure({
    locale: LOCALE[language2],
    numberingSystem: "latn",
    outputCalendar: "gregory"
  });
  const today = DateTime.fromJSDate(now, { zone: timeZone });
  const saying = SAYINGS[language2];
  const time = saying.time(there);
  if (there.hasSame(today, "day")) return saying.today(time);
  if (there.hasSame(today.plus({ days: 1 }), "day")) return saying.tomorrow(time);
  return saying.day(there.weekdayLong ?? "", there.day, there.monthLong ?? "", time);
}
function twoDigits(minute) {
  return String(minute).padStart(2, "0");
}

// src/conversation/contacts.ts
var NEAREST = ["mifi", "qualifications-quebec", "services-quebec"];
function nearestContacts(language2, { library }) {
  return NEAREST.flatMap((id2) => leadTo(id2, language2, library)).filter((lead) => lead.to === "passage");
}
function contactsReply(intro, language2, resources) {
  const contact = resources.library.passage("mifi", "contact", language2);
  const citations = (contact?.sources ?? []).map(
    (source2) => ({
      position: source2.position,
      passage: contact?.id ?? "",
      digest: contact?.digest ?? "",
      title: `${source2.publisher} \u2014 ${source2.title}`,
      address: source2.address,
      abstract: contact?.heading ?? ""
    })
  );
  return houseReply([intro, contact?.text ?? ""].join("\n\n").trim(), language2, resources, {
    status: "handoff",
    articles: contact ? [contact.article] : [],
    choices: nearestContacts(language2, resources).map(({ label: label2 }) => ({ label: label2 })),
    citations
  });
}
function toContacts(phrase, conversation, resources) {
  const { language: language2 } = conversation;
  const offered = offering(conversation, nearestContacts(language2, resources));
  return {
    conversation: offered.conversation,
    replies: [contactsReply(resources.phrases.say(phrase, language2), language2, resources)]
  };
}

// src/conversation/request.ts
var SHOWN2 = 200;
function toPerson(conversation, resources, reason3) {
  const { language: language2, handling: handling2, lastAsked } = conversation;
  if (!resources.desk) return toContacts("person.how", conversation, resources);
  if (handling2.by === "nobody-yet")
    return { conversation, replies: [says("desk.waiting", conversation, resources, ["place", "cancel"])] };
  const asking2 = { reason: reason3, asks: "consent", ...lastAsked ? { question: lastAsked } : {} };
  const next = { ...conversation, asking: asking2, offers: [] };
  const text2 = [closedNow(next, resources), wordingOf(asking2, next, resources)].filter(Boolean).join("\n\n");
  const choices = [...CONSENTS, "none"].map((each) => ({ label: resources.phrases.say(`share.${each}`, language2) }));
  return { conversation: next, replies: [houseReply(text2, language2, resources, { status: "handoff", choices })] };
}
function wordingOf(asking2, { language: language2 }, { phrases }) {
  const question2 = !asking2.question ? phrases.say("share.question-later", language2) : asking2.reason === "distress" ? phrases.say("share.last-message", language2) : phrases.say("share.this-question", language2, { question: clipped(asking2.question) });
  return phrases.say("desk.consent", language2, { question: question2 });
}
function closedNow({ language: language2, lastHeardAt }, { desk, phrases }) {
  const hours2 = desk?.hours(lastHeardAt) ?? { open: true };
  if (hours2.open) return "";
  if (!hours2.opensAt) return phrases.say("desk.closed-unknown", language2);
  const opens = sayMoment(hours2.opensAt, lastHeardAt, language2, desk?.timeZone(lastHeardAt) ?? "UTC");
  return phrases.say("desk.closed", language2, { opens });
}
function says(name2, { language: language2, handling: handling2 }, resources, choices = [], words5 = {}) {
  const { phrases } = resources;
  return houseReply(phrases.say(name2, language2, words5), language2, resources, {
    status: "handoff",
    answering: handling2.by,
    ...choices.length ? { choices: choices.map((each) => ({ label: phrases.say(`choose.${each}`, language2) })) } : {}
  });
}
function clipped(question2) {
  const line2 = question2.replace(/[*_`[\]<>#|\\]/g, " ").replace(/\s+/g, " ").trim();
  return line2.length > SHOWN2 ? `${line2.slice(0, SHOWN2)}\u2026` : line2;
}

// src/conversation/dialog-step.ts
function openDialog(id2, conversation, resources) {
  const { intro } = resources.shelf.words(id2, conversation.language);
  const outcome2 = goOn({ ...conversation, dialog: { id: id2, unclear: 0 } }, resources);
  const asks = outcome2.replies[0]?.question !== void 0;
  if (!intro || !asks) return outcome2;
  const said = houseReply(intro, conversation.language, resources, { status: "dialog", dialog: id2 });
  return { ...outcome2, replies: [said, ...outcome2.replies] };
}
function resumeDialog(id2, conversation, resources) {
  const opened2 = { ...conversation, dialog: { id: id2, unclear: 0 } };
  if (passed(opened2, resources).length === 0) return openDialog(id2, conversation, resources);
  const outcome2 = goOn(opened2, resources);
  if (outcome2.replies[0]?.question === void 0) return outcome2;
  const { language: language2 } = conversation;
  const said = houseReply(resources.phrases.say("dialog.resumed", language2), language2, resources, {
    status: "dialog",
    dialog: id2
  });
  return { ...outcome2, replies: [said, ...outcome2.replies] };
}
function dialogOf(conversation, { shelf }) {
  return conversation.dialog && shelf.dialogs.get(conversation.dialog.id);
}
function knownOf({ situation: situation2 }, { shelf }) {
  const isElsewhere = situation2.where !== void 0 && situation2.where !== "quebec";
  return shelf.occupations.derive(isElsewhere ? without(situation2, "status") : situation2);
}
function goOn(conversation, resources) {
  const dialog2 = dialogOf(conversation, resources);
  if (!dialog2) return { conversation: closed(conversation), replies: [] };
  const standing3 = walk(dialog2, knownOf(conversation, resources));
  if (standing3.at === "question") return ask(dialog2.id, standing3.question, conversation, resources);
  return end(dialog2.id, standing3.ending, conversation, resources);
}
function ask(dialog2, question2, conversation, resources) {
  const { language: language2 } = conversation;
  const words5 = resources.shelf.question(dialog2, question2, language2);
  const options = resources.shelf.dialogs.get(dialog2)?.questions[question2]?.options ?? [];
  const labels = [
    ...options.map((option) => words5.options[option]?.label ?? option),
    resources.phrases.say("dialog.skip", language2)
  ];
  const aside = conversation.dialog?.aside ? { aside: true } : {};
  const next = {
    ...conversation,
    offers: [],
    dialog: { id: dialog2, asked: question2, unclear: 0, ...aside }
  };
  return { conversation: next, replies: [questionReply(words5.ask, labels, dialog2, question2, conversation, resources)] };
}
function questionReply(text2, labels, dialog2, question2, conversation, resources) {
  return houseReply(text2, conversation.language, resources, {
    status: "dialog",
    dialog: dialog2,
    question: question2,
    choices: labels.map((label2) => ({ label: label2 }))
  });
}
function askAgain(outcome2, resources) {
  const again2 = goOn(outcome2.conversation, resources);
  return { ...again2, replies: [...outcome2.replies, ...again2.replies] };
}
function end(id2, ending, conversation, resources) {
  const over = closed(conversation);
  switch (ending.end) {
    case "dialog":
      return openDialog(ending.dialog, over, resources);
    case "counsellor":
      return toPerson(over, resources, "dialog");
    case "plan":
      return planReply(makePlan(resources.library, knownOf(conversation, resources), ending.kinds), id2, over, resources);
    case "articles":
      return articlesReply(id2, ending.articles, over, resources);
  }
}
function articlesReply(id2, articles, conversation, resources) {
  const { language: language2 } = conversation;
  const { library, phrases, shelf } = resources;
  const shown = articles.filter((article) => library.articles.has(article));
  const lines = shown.map((article) => {
    const text2 = library.articles.get(article)?.texts[language2];
    const contact = isWhom(library.articles.get(article)?.kind) ? contactOf(article, language2, library, phrases) : void 0;
    const whom = contact ? `
  ${phrases.say("plan.contact", language2, { contact })}` : "";
    return `- **${text2?.title ?? article}** \u2014 ${text2?.summary ?? ""}${whom}`;
  });
  const offers = [
    ...shown.flatMap((article) => leadTo(article, language2, library)),
    { label: phrases.say("person.ask", language2), to: "person" }
  ];
  const offered = offering(conversation, offers);
  const intro = shelf.words(id2, language2).says.articles ?? phrases.say("dialog.articles", language2);
  return {
    conversation: { ...offered.conversation, subject: { question: shelf.words(id2, language2).title, articles: shown } },
    replies: [
      houseReply([intro, lines.join("\n")].join("\n\n"), language2, resources, {
        status: "dialog",
        dialog: id2,
        articles: shown,
        choices: offered.choices
      })
    ]
  };
}
function isWhom(kind) {
  return kind === "contact" || kind === "order";
}
function closed({ dialog: _, ...conversation }) {
  return conversation;
}
function answerWith(question2, value2, conversation, resources) {
  const { dialog: dialog2, language: language2, situation: situation2 } = conversation;
  if (!dialog2) return goOn(conversation, resources);
  const next = goOn(
    { ...conversation, situation: { ...situation2, [question2]: value2 }, dialog: { id: dialog2.id, unclear: 0 } },
    resources
  );
  const word = resources.shelf.words(dialog2.id, language2).says[`${question2}.${value2}`];
  if (!word) return next;
  const said = houseReply(word, language2, resources, { status: "dialog", dialog: dialog2.id, question: question2 });
  return { ...next, replies: [said, ...next.replies] };
}
function reopen(question2, conversation, resources) {
  return goOn({ ...conversation, situation: without(conversation.situation, question2) }, resources);
}
function passed(conversation, resources) {
  const dialog2 = dialogOf(conversation, resources);
  return dialog2 ? walk(dialog2, knownOf(conversation, resources)).asked : [];
}

// src/conversation/attestation.ts
var WELCOME = "welcome";
var ATTESTATION = "attestation";
function askAttestationOnce(outcome2, resources) {
  const { conversation, replies } = outcome2;
  const last = replies.at(-1);
  const { situation: situation2, language: language2, dialog: dialog2 } = conversation;
  if (language2 === ORIGINAL || dialog2 || situation2[ATTESTATION] !== void 0 || situation2.where === "abroad")
    return outcome2;
  if (!last || last.status === "emergency" || outcome2.forget || conversation.handling.by !== "assistant") return outcome2;
  const asked = openDialog(WELCOME, conversation, resources);
  const opened2 = asked.conversation.dialog;
  const aside = opened2 && last.status !== "notice" ? { dialog: { ...opened2, aside: true } } : {};
  return {
    ...asked,
    conversation: { ...asked.conversation, ...aside, offers: conversation.offers },
    replies: [...replies, ...asked.replies]
  };
}
function isAttesting({ dialog: dialog2 }) {
  return dialog2?.id === WELCOME && dialog2.asked === ATTESTATION;
}
function thankForAttestation(outcome2, before, resources) {
  const { conversation, replies } = outcome2;
  const answer2 = conversation.situation[ATTESTATION];
  if (!isAttesting(before) || answer2 === void 0 || before.situation[ATTESTATION] !== void 0) return outcome2;
  const { language: language2 } = conversation;
  const { says: says3 } = resources.shelf.words(WELCOME, language2);
  const thanks = { yes: says3.attested, no: says3["not-attested"] }[answer2];
  const reply2 = (text2) => houseReply(text2, language2, resources, { status: "dialog", dialog: WELCOME });
  if (!before.dialog?.aside) return thanks ? { ...outcome2, replies: [reply2(thanks), ...replies] } : outcome2;
  return {
    conversation: { ...closed(conversation), offers: before.offers },
    replies: [reply2(thanks ?? resources.phrases.say("you-are-welcome", language2))]
  };
}
function passOverAttestation(outcome2) {
  const { conversation } = outcome2;
  if (conversation.dialog?.id !== WELCOME) return void 0;
  return {
    ...outcome2,
    conversation: closed({ ...conversation, situation: { [ATTESTATION]: SKIPPED, ...conversation.situation } })
  };
}

// src/conversation/responders/cannot-read.ts
var LONGEST2 = 1e3;
var FAR_TOO_LONG = 4e3;
var cannotRead = async (said, conversation, resources) => {
  const { language: language2 } = conversation;
  const reply2 = (name2, words5 = {}) => ({
    conversation,
    replies: [houseReply(resources.phrases.say(name2, language2, words5), language2, resources, { status: "held-back" })]
  });
  if (said.text.length > FAR_TOO_LONG) return reply2("cannot-read.far-too-long", { longest: LONGEST2 });
  if (said.text.length > LONGEST2)
    return reply2("cannot-read.too-long", { over: said.text.length - LONGEST2, longest: LONGEST2 });
  if (!/[\p{L}\p{N}]/u.test(said.text)) return reply2(said.text.trim() ? "cannot-read.no-words" : "cannot-read.empty");
  return void 0;
};

// src/conversation/told.ts
function asOrder(text2) {
  return fold(text2).replace(/[.,;:!?¿¡؟«»"()-]+/g, " ").replace(/\s+/g, " ").trim().replace(/ (s'il vous plait|svp|stp|please|por favor|من فضلك)$/, "");
}
function toldIn(name2, text2, phrases) {
  const words5 = asOrder(text2);
  return LANGUAGES.find((each) => phrases.list(name2, each).some((way) => asOrder(way) === words5));
}

// src/dialog/asks.ts
var ASKING = new Set(
  `comment quel quelle quels quelles combien quand pourquoi qui quoi lequel laquelle lesquels lesquelles how what which
  when where who why whose pueden puede cual cuales cuanto cuanta cuantos cuantas \u0643\u064A\u0641 \u0647\u0644 \u0645\u0627\u0630\u0627 \u0644\u0645\u0627\u0630\u0627 \u0627\u064A\u0646 \u0645\u062A\u064A \u0643\u0645 \u0645\u0627\u0647\u064A \u0645\u0627\u0647\u0648`.split(
    /\s+/
  )
);
var BEGINNING = /^(?:ou|como|que|quien|quienes|donde|cuando|puedo|hay|tengo que|debo|can|could|may|should|do|does|did|is|are|am|ai|ما(?! زل)|من (?:هو|هي)|اي) /;
var TURNED = /(?:^| )(?:est ce|puis je|peut on|peux je|dois je|doit on|faut il|y a t il|ai je|suis je|pourrais je|devrais je|peut il|peut elle|peuvent ils|peuvent elles|y puedo|como puedo|como hago|can i|could i|should i|do i|am i|is there|are there) /;
var ACCENTED = new RegExp("(?<!\\p{L})(?:o\xF9|c\xF3mo|qu\xE9|qui\xE9n|qui\xE9nes|d\xF3nde|cu\xE1ndo|por qu\xE9|para qu\xE9)(?!\\p{L})", "u");
function asksSomething(text2) {
  if (/[?؟]/.test(text2) || ACCENTED.test(text2.normalize("NFC").toLowerCase())) return true;
  const words5 = tokens(text2);
  const said = `${words5.join(" ")} `;
  return words5.some((word) => ASKING.has(word)) || BEGINNING.test(said) || TURNED.test(said);
}

// src/dialog/ways.ts
var made2 = /* @__PURE__ */ new WeakMap();
function waysOf(place, language2, shelf) {
  const ofShelf = made2.get(shelf) ?? /* @__PURE__ */ new Map();
  made2.set(shelf, ofShelf);
  const key = `${place.dialog}/${place.name}@${language2}`;
  const known4 = ofShelf.get(key);
  if (known4) return known4;
  const ways = makeWays(place, language2, shelf);
  ofShelf.set(key, ways);
  return ways;
}
function makeWays({ dialog: dialog2, name: name2, question: question2 }, language2, shelf) {
  const way = (text2, value2, alone = false) => {
    const words5 = tokens(plain(text2));
    return { way: plain(text2), value: value2, words: words5, stems: words5.map((word) => stem(word, language2)), alone };
  };
  const options = [language2, ...LANGUAGES.filter((other) => other !== language2)].flatMap(
    (each) => question2.options.flatMap((value2) => {
      const words5 = shelf.question(dialog2, name2, each).options[value2];
      return words5 ? [{ value: value2, ...words5 }] : [];
    })
  );
  const all = options.flatMap(({ value: value2, label: label2, also, alone }) => [
    ...[label2, ...also].map((text2) => way(text2, value2)),
    ...alone.map((text2) => way(text2, value2, true))
  ]);
  const exact = /* @__PURE__ */ new Map();
  for (const each of all) exact.set(each.way, [...exact.get(each.way) ?? [], each.value]);
  return {
    all,
    exact,
    byStem: byFirstStem(all),
    unless: byFirstStem(
      options.flatMap(
        ({ value: value2, unless }) => unless.map((text2) => ({ ...way(text2, value2), stems: formsOf(text2, language2) }))
      )
    ),
    labels: question2.options.flatMap((value2) => {
      const label2 = shelf.question(dialog2, name2, language2).options[value2]?.label;
      if (label2 === void 0) return [];
      return [{ value: value2, words: tokens(plain(label2)), terms: /* @__PURE__ */ new Set([...terms(label2, language2), ...tokens(label2)]) }];
    })
  };
}
function byFirstStem(ways) {
  const found = /* @__PURE__ */ new Map();
  for (const way of ways) {
    const first = way.stems[0];
    if (first === void 0) continue;
    const others = found.get(first);
    if (others) others.push(way);
    else found.set(first, [way]);
  }
  return found;
}
function stemsOf2(text2, language2) {
  return tokens(plain(text2)).map((word) => stem(word, language2));
}
function matchesIn(stems, ways) {
  return stems.flatMap(
    (first, from) => (ways.get(first) ?? []).filter((way) => way.stems.every((each, ahead) => stems[from + ahead] === each)).map((way) => ({ way, from, to: from + way.stems.length }))
  );
}
function formsOf(text2, language2) {
  return tokens(plain(text2)).map((word) => /^[a-z\d]/.test(word) ? word : stem(word, language2));
}
function inDoubt(text2, language2, { unless }, found = []) {
  if (unless.size === 0) return /* @__PURE__ */ new Set();
  const doubts = matchesIn(formsOf(text2, language2), unless);
  const left = doubts.filter((doubt) => doubt.to - doubt.from > 1 || !found.some((match) => covers(match, doubt)));
  return new Set(left.map(({ way }) => way.value));
}
function covers(one2, other) {
  return one2.from < other.to && other.from < one2.to && one2.to - one2.from > other.to - other.from;
}
function plain(text2) {
  return fold(text2).replace(/[.,;:!?¿¡؟«»"()-]+/g, " ").replace(/\s+/g, " ").trim();
}

// src/conversation/understood.ts
function sayingBack(told2, outcome2, conversation, resources) {
  const { language: language2 } = conversation;
  const lines = toldOf(Object.keys(told2), { ...conversation.situation, ...told2 }, language2, resources);
  if (lines.length === 0) return outcome2;
  const what = lines.map((line2) => inOneLine(line2, language2, resources)).join(" \xB7 ");
  const said = houseReply(resources.phrases.say("dialog.understood", language2, { what }), language2, resources, {
    status: "dialog",
    ...outcome2.conversation.dialog ? { dialog: outcome2.conversation.dialog.id } : {}
  });
  return { ...outcome2, replies: [said, ...outcome2.replies] };
}

// src/dialog/countries.ts
var NO_COUNTRY = /* @__PURE__ */ new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);
var FRENCH = /* @__PURE__ */ new Set(["FX", "GP", "MQ", "RE", "GF", "YT", "PM", "BL", "MF", "NC", "PF", "WF"]);
var SHORT2 = 8;
function countriesIn(answer2) {
  const said = tokens(answer2);
  if (said.length === 0 || said.length > SHORT2) return [];
  const found = said.flatMap(
    (word, at2) => [word, word.replace(/^[بل](?=ال)/, "")].flatMap(
      (first) => (NAMES.get(first) ?? []).filter(({ rest }) => rest.every((each, ahead) => said[at2 + 1 + ahead] === each))
    )
  );
  if (found.length) return [...new Set(found.map(({ code }) => code))];
  const last = said.at(-1) ?? "";
  if (last.length < 5) return [];
  const near = [...NAMES].filter(([name2]) => typosBetween(name2, last, 1) <= 1).flatMap(([, named2]) => named2);
  return [...new Set(near.filter(({ rest }) => rest.length === 0).map(({ code }) => code))];
}
var NAMES = namesOfCountries();
function namesOfCountries() {
  const names2 = /* @__PURE__ */ new Map();
  for (const language2 of LANGUAGES) {
    const shown = new Intl.DisplayNames([language2], { type: "region", fallback: "none" });
    for (const code of codes()) {
      const name2 = shown.of(code);
      if (!name2 || NO_COUNTRY.has(code)) continue;
      for (const way of /* @__PURE__ */ new Set([name2, name2.replace(/ *\(.*| *-.*(?<=^congo-.*)/i, "")])) {
        const [first, ...rest] = tokens(way);
        if (first && first.length > 2)
          names2.set(first, [...names2.get(first) ?? [], { rest, code: FRENCH.has(code) ? "FR" : code }]);
      }
    }
  }
  return names2;
}
function codes() {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return letters.flatMap((first) => letters.map((second) => first + second));
}

// src/dialog/understand.ts
var NOTHING = { is: "nothing" };
function understandAnswer(text2, place, language2, shelf) {
  const { question: question2 } = place;
  if (isQuestion(text2) && !isAnswerAsItStands(text2, place, language2, shelf)) return NOTHING;
  if (question2.kind === "occupation") return ofOccupation(shelf.occupations.recognise(text2, language2));
  const said = plain(text2);
  const number = numberOf2(said);
  const numbered = number === void 0 ? void 0 : question2.options[number - 1];
  if (numbered) return { is: "value", value: numbered };
  const ways = waysOf(place, language2, shelf);
  const same = ways.exact.get(said);
  if (same) return one(same);
  const stems = stemsOf2(text2, language2);
  const doubtful = inDoubt(text2, language2, ways);
  const weigh = (values2) => weighed(values2, doubtful);
  const inside = standingIn(said, stems, ways);
  const found = question2.options.filter((value2) => inside.has(value2));
  if (found.length) return weigh(found);
  const part = partsOfLabels(said, language2, ways);
  if (part.length) return weigh(part);
  const countries2 = [...new Set(countriesIn(text2).flatMap((country) => optionOf(country, question2.options)))];
  if (countries2.length) return weigh(countries2);
  if (said.length < 4) return NOTHING;
  const close2 = ways.all.filter(
    ({ way }) => typosBetween(way, said, way.length > 8 ? 2 : 1) <= (way.length > 8 ? 2 : 1)
  );
  if (close2.length) return weigh(close2.map(({ value: value2 }) => value2));
  const words5 = wordsToCompare(said, language2);
  const inLabel = ways.labels.filter((label2) => isNearlyPartOf(words5, label2.words));
  return weigh(
    (inLabel.length ? inLabel : ways.all.filter((way) => isNearlyPartOf(words5, way.words))).map(({ value: value2 }) => value2)
  );
}
function isAnswerAsItStands(text2, place, language2, shelf) {
  return waysOf(place, language2, shelf).exact.has(plain(text2));
}
function spotAnswers(text2, places2, language2, shelf) {
  const stems = stemsOf2(text2, language2);
  const all = places2.flatMap((place) => {
    const ways = waysOf(place, language2, shelf);
    return matchesIn(stems, ways.byStem).filter(({ way }) => !way.alone && way.way.length > 3).map((match) => ({ ...match, place, ways }));
  });
  const left = all.filter((match) => !all.some((other) => covers(other, match)));
  const told2 = {};
  for (const place of places2) {
    const { name: name2, question: question2 } = place;
    const own = left.filter((match) => match.place === place);
    const rivals = all.filter((match) => match.place === place);
    const apart = left.filter((match) => match.place !== place && !rivals.some((rival) => covers(match, rival)));
    const doubtful = own[0] ? inDoubt(text2, language2, own[0].ways, apart) : /* @__PURE__ */ new Set();
    const [value2, ...others] = new Set(own.map(({ way }) => way.value).filter((each) => !doubtful.has(each)));
    if (value2 !== void 0 && others.length === 0) told2[name2] = value2;
    if (question2.kind !== "occupation") continue;
    const recognised = shelf.occupations.recognise(text2, language2);
    if (recognised.is === "sure") told2[name2] = recognised.id;
  }
  return told2;
}
function ofOccupation(recognised) {
  if (recognised.is === "sure") return { is: "value", value: recognised.id };
  if (recognised.is === "likely") return { is: "perhaps", values: recognised.ids };
  return NOTHING;
}
function one(values2) {
  const distinct = [...new Set(values2)];
  const [value2] = distinct;
  if (value2 === void 0) return NOTHING;
  return distinct.length === 1 ? { is: "value", value: value2 } : { is: "perhaps", values: distinct.slice(0, 3) };
}
function weighed(values2, doubtful) {
  const sure = values2.filter((value2) => !doubtful.has(value2));
  if (sure.length || values2.length === 0) return one(sure);
  return { is: "perhaps", values: [...new Set(values2)].slice(0, 3) };
}
function standingIn(said, stems, ways) {
  const long = matchesIn(stems, ways.byStem).filter(
    ({ way }) => way.way.length > 3 && (!way.alone || stems.length <= LONG2)
  );
  const found = new Set(long.filter((match) => !long.some((other) => covers(other, match))).map(({ way }) => way.value));
  for (const { way, value: value2 } of ways.all) if (way.length <= 3 && answersWith(said, way)) found.add(value2);
  return found;
}
function answersWith(said, way) {
  const words5 = said.split(" ");
  return words5.length <= (words5[0] === way ? LONG2 : FEW) && words5.includes(way);
}
var FEW = 3;
var LONG2 = 5;
function isQuestion(text2) {
  return /[?؟]/.test(text2) && tokens(text2).length > FEW;
}
function partsOfLabels(said, language2, { labels }) {
  if (tokens(said).length > FEW) return [];
  const meaning = terms(said, language2);
  const saidWords = meaning.length ? meaning : tokens(said).filter((word) => word.length > 3);
  if (saidWords.length === 0) return [];
  return labels.filter((label2) => saidWords.every((each) => label2.terms.has(each))).map(({ value: value2 }) => value2);
}
function wordsToCompare(said, language2) {
  const words5 = terms(said, language2).length ? tokens(said).filter((word) => word.length > 2) : [];
  return words5.length > FEW ? [] : words5;
}
function isNearlyPartOf(words5, wayWords) {
  return words5.length > 0 && words5.every((word) => wayWords.some((each) => each === word || isNear(word, each)));
}
function isNear(word, other) {
  if (word.length < 5 || other.length < 5) return false;
  const most = word.length > 8 ? 2 : 1;
  return typosBetween(other, word, most) <= most;
}
function optionOf(country, options) {
  const own = { FR: "france", CA: "canada" }[country];
  if (own && options.includes(own)) return [own];
  return options.filter((option) => option === "elsewhere" || option === "abroad");
}
var NUMBER_WORDS = [
  [
    "un",
    "une",
    "premier",
    "premiere",
    "le premier",
    "one",
    "first",
    "the first",
    "uno",
    "una",
    "primero",
    "primera",
    "\u0648\u0627\u062D\u062F",
    "\u0627\u0644\u0627\u0648\u0644",
    "1"
  ],
  [
    "deux",
    "deuxieme",
    "le deuxieme",
    "la deuxieme",
    "two",
    "second",
    "the second",
    "dos",
    "segundo",
    "segunda",
    "\u0627\u062B\u0646\u0627\u0646",
    "\u0627\u0644\u062B\u0627\u0646\u064A",
    "2"
  ],
  [
    "trois",
    "troisieme",
    "le troisieme",
    "three",
    "third",
    "the third",
    "tres",
    "tercero",
    "tercera",
    "\u062B\u0644\u0627\u062B\u0647",
    "\u0627\u0644\u062B\u0627\u0644\u062B",
    "3"
  ],
  ["quatre", "quatrieme", "four", "fourth", "cuatro", "cuarto", "\u0627\u0631\u0628\u0639\u0647", "\u0627\u0644\u0631\u0627\u0628\u0639", "4"],
  ["cinq", "cinquieme", "five", "fifth", "cinco", "quinto", "\u062E\u0645\u0633\u0647", "\u0627\u0644\u062E\u0627\u0645\u0633", "5"],
  ["six", "sixieme", "sixth", "seis", "sexto", "\u0633\u062A\u0647", "\u0627\u0644\u0633\u0627\u062F\u0633", "6"],
  ["sept", "septieme", "seven", "seventh", "siete", "\u0633\u0628\u0639\u0647", "\u0627\u0644\u0633\u0627\u0628\u0639", "7"],
  ["huit", "huitieme", "eight", "eighth", "ocho", "\u062B\u0645\u0627\u0646\u064A\u0647", "\u0627\u0644\u062B\u0627\u0645\u0646", "8"]
];
function numberOf2(said) {
  if (/^\d{1,2}$/.test(said)) return Number(said);
  const at2 = NUMBER_WORDS.findIndex((words5) => words5.includes(said.replace(/^(numero|number|option|opcion|رقم) /, "")));
  return at2 < 0 ? void 0 : at2 + 1;
}

// src/conversation/responders/in-dialog.ts
var SEVERAL = 4;
var inDialog = async (said, conversation, resources) => {
  if (said.kind !== "message") return void 0;
  const dialog2 = dialogOf(conversation, resources);
  if (!dialog2) return changesPlan(said.text, conversation, resources);
  const standing3 = walk(dialog2, knownOf(conversation, resources));
  if (standing3.at !== "question") return void 0;
  const { question: name2 } = standing3;
  const question2 = dialog2.questions[name2];
  if (!question2) return void 0;
  const ordered = ORDERS.find(([order]) => isSaid(order, said.text, resources));
  if (ordered) return ordered[1](name2, conversation, resources);
  const changed2 = changedQuestion(said.text, conversation, resources);
  if (changed2) return reopen(changed2, conversation, resources);
  if (isAskedAgain(said.text, name2, conversation, resources)) return goOn(conversation, resources);
  const confirming = conversation.dialog?.confirming;
  if (confirming) {
    const chosen = confirming.find((value2, index) => {
      const label2 = labelOf(value2, name2, conversation, resources);
      return plain(label2) === plain(said.text) || plain(said.text) === String(index + 1);
    });
    if (chosen) return answerWith(name2, chosen, conversation, resources);
  }
  const number = numberOf2(plain(said.text));
  const shown = confirming ?? question2.options;
  if (number === shown.length + 1) return answerWith(name2, SKIPPED, conversation, resources);
  if (number === shown.length + 2) return toPerson(conversation, resources, "asked");
  const place = { dialog: dialog2.id, name: name2, question: question2 };
  const asItStands = isAnswerAsItStands(said.text, place, conversation.language, resources.shelf);
  const several = asItStands ? void 0 : takeSeveral(said.text, conversation, resources);
  if (several) return several;
  const understood = understandAnswer(said.text, place, conversation.language, resources.shelf);
  if (understood.is === "value") return answerWith(name2, understood.value, conversation, resources);
  if (understood.is === "perhaps") return confirm(name2, understood.values, conversation, resources);
  return oldButton(said.text, conversation, resources);
};
var ORDERS = [
  ["told.skip", (question2, conversation, resources) => answerWith(question2, SKIPPED, conversation, resources)],
  ["told.why", explain],
  [
    "told.back",
    (_question, conversation, resources) => {
      const last = passed(conversation, resources).at(-1);
      return last ? reopen(last, conversation, resources) : goOn(conversation, resources);
    }
  ],
  [
    "told.restart",
    (_question, conversation, resources) => openDialog(conversation.dialog?.id ?? "", { ...conversation, situation: {} }, resources)
  ],
  [
    "told.leave",
    (_question, conversation, resources) => ({
      conversation: closed(conversation),
      replies: [
        houseReply(resources.phrases.say("dialog.left", conversation.language), conversation.language, resources)
      ]
    })
  ]
];
function explain(question2, conversation, resources) {
  const { language: language2 } = conversation;
  const { why: why2 } = resources.shelf.question(conversation.dialog?.id ?? "", question2, language2);
  const said = houseReply(why2, language2, resources, { status: "dialog", dialog: conversation.dialog?.id, question: question2 });
  const again2 = goOn(conversation, resources);
  return { ...again2, replies: [said, ...again2.replies] };
}
function changesPlan(text2, conversation, resources) {
  if (!conversation.plan) return void 0;
  const reopened = { ...conversation, dialog: { id: conversation.plan.dialog, unclear: 0 } };
  const changed2 = dialogOf(reopened, resources) && changedQuestion(text2, reopened, resources);
  return changed2 ? reopen(changed2, reopened, resources) : void 0;
}
function changedQuestion(text2, conversation, resources) {
  return passed(conversation, resources).find((name2) => isAskedAgain(text2, name2, conversation, resources));
}
function isAskedAgain(text2, question2, conversation, resources) {
  const said = plain(text2);
  return LANGUAGES.some((language2) => {
    const verb = resources.phrases.list("told.change", language2).map(plain).find((way) => said.startsWith(`${way} `));
    if (!verb) return false;
    const what = said.slice(verb.length).trim();
    const words5 = resources.shelf.question(conversation.dialog?.id ?? "", question2, language2);
    return [words5.name, ...words5.also].some((way) => what === plain(way) || what.endsWith(` ${plain(way)}`));
  });
}
function takeSeveral(text2, conversation, resources) {
  const dialog2 = dialogOf(conversation, resources);
  if (!dialog2 || isQuestion(text2) || plain(text2).split(" ").length < SEVERAL) return void 0;
  const told2 = spotted(text2, dialog2.id, conversation, resources);
  if (Object.keys(told2).length < 2) return void 0;
  const next = goOn({ ...conversation, situation: { ...conversation.situation, ...told2 } }, resources);
  return sayingBack(told2, next, conversation, resources);
}
function spotted(text2, dialogId, { situation: situation2, language: language2 }, { shelf }) {
  const places2 = Object.entries(shelf.dialogs.get(dialogId)?.questions ?? {}).map(([name2, question2]) => ({
    dialog: dialogId,
    name: name2,
    question: question2
  }));
  const told2 = spotAnswers(text2, places2, language2, shelf);
  return Object.fromEntries(Object.entries(told2).filter(([name2]) => situation2[name2] === void 0));
}
function confirm(question2, values2, conversation, resources) {
  const { language: language2, dialog: dialog2 } = conversation;
  const labels = [
    ...values2.map((value2) => labelOf(value2, question2, conversation, resources)),
    resources.phrases.say("dialog.skip", language2)
  ];
  const text2 = resources.phrases.say("dialog.confirm", language2);
  return {
    conversation: {
      ...conversation,
      offers: [],
      dialog: { id: dialog2?.id ?? "", asked: question2, confirming: values2, unclear: 0 }
    },
    replies: [questionReply(text2, labels, dialog2?.id ?? "", question2, conversation, resources)]
  };
}
function labelOf(value2, question2, { language: language2, dialog: dialog2 }, { shelf }) {
  const kind = shelf.dialogs.get(dialog2?.id ?? "")?.questions[question2]?.kind;
  if (kind === "occupation") return shelf.occupations.name(value2, language2);
  return shelf.question(dialog2?.id ?? "", question2, language2).options[value2]?.label ?? value2;
}
function oldButton(text2, conversation, resources) {
  const said = plain(text2);
  const { shelf, phrases } = resources;
  const { language: language2 } = conversation;
  const earlier = passed(conversation, resources).find(
    (name2) => Object.values(shelf.question(conversation.dialog?.id ?? "", name2, language2).options).some(
      ({ label: label2 }) => plain(label2) === said
    )
  );
  if (!earlier) return void 0;
  const again2 = reopen(earlier, conversation, resources);
  const notice2 = houseReply(phrases.say("dialog.reopened", language2), language2, resources, { status: "dialog" });
  return { ...again2, replies: [notice2, ...again2.replies] };
}
function isSaid(name2, text2, { phrases }) {
  const said = plain(text2);
  return LANGUAGES.some((language2) => phrases.list(name2, language2).some((way) => plain(way) === said));
}

// src/conversation/responders/opens-dialog.ts
var opensDialog = async (said, conversation, resources) => {
  if (said.kind !== "message") return void 0;
  const words5 = plain(said.text);
  for (const id2 of resources.shelf.dialogs.keys()) {
    const asked = LANGUAGES.some(
      (language2) => resources.shelf.words(id2, language2).opens.some((way) => plain(way) === words5)
    );
    if (asked) return openDialog(id2, heard(id2, said.text, afresh(id2, conversation, resources), resources), resources);
  }
  if (asksSomething(said.text) || !resources.shelf.dialogs.has(MAIN)) return void 0;
  const told2 = spotted(said.text, MAIN, conversation, resources);
  if (Object.keys(told2).length < TOLD_ENOUGH) return void 0;
  const knowing = { ...conversation, situation: { ...conversation.situation, ...told2 } };
  return sayingBack(told2, openDialog(MAIN, knowing, resources), conversation, resources);
};
function afresh(id2, conversation, { shelf }) {
  const own = shelf.words(id2, conversation.language).questions;
  const situation2 = Object.fromEntries(Object.entries(conversation.situation).filter(([name2]) => !(name2 in own)));
  return { ...conversation, situation: situation2 };
}
function heard(id2, text2, conversation, resources) {
  if (id2 === WELCOME || EITHER.test(plain(text2))) return conversation;
  const first = resources.shelf.dialogs.get(id2)?.first ?? "";
  const value2 = spotted(text2, id2, conversation, resources)[first];
  return value2 === void 0 ? conversation : { ...conversation, situation: { ...conversation.situation, [first]: value2 } };
}
var EITHER = / (ou|or|o|او|أو) /;
var MAIN = "my-path";
var TOLD_ENOUGH = 2;

// src/conversation/responders/does-as-told.ts
var DOINGS = {
  "told.person": (conversation, resources) => toPerson(conversation, resources, "asked"),
  "told.forget": (conversation, resources) => ({
    conversation,
    forget: true,
    replies: [says2("forgotten", conversation, resources)]
  }),
  "told.plan": (conversation, resources) => resumeDialog(MAIN, conversation, resources),
  "told.help": (conversation, resources) => {
    const { conversation: next, choices } = offering(
      conversation,
      resources.phrases.list("welcome.examples", conversation.language).map((words5) => ({ label: words5, to: "words", words: words5 }))
    );
    return { conversation: next, replies: [{ ...says2("help", conversation, resources), choices }] };
  },
  "told.greeting": (conversation, resources) => ({
    conversation,
    replies: [says2("greeting", conversation, resources)]
  }),
  "told.thanks": (conversation, resources) => ({
    conversation,
    replies: [says2("you-are-welcome", conversation, resources)]
  }),
  "told.goodbye": (conversation, resources) => ({ conversation, replies: [says2("goodbye", conversation, resources)] }),
  "told.who-are-you": (conversation, resources) => ({
    conversation,
    replies: [says2("who-am-i", conversation, resources)]
  })
};
var doesAsTold = async (said, conversation, resources) => {
  const language2 = languageAskedFor(said.text, resources.phrases);
  if (language2) return inLanguage(language2, conversation, resources);
  for (const [name2, doing] of Object.entries(DOINGS)) {
    const told2 = toldIn(name2, said.text, resources.phrases);
    if (told2) return doing(heardIn(told2, conversation), resources);
  }
  return void 0;
};
function inLanguage(language2, conversation, resources) {
  const next = { ...conversation, language: language2, languageFrom: "chosen" };
  if (dialogOf(next, resources) && !isAttesting(next)) return goOn(next, resources);
  return { conversation: next, replies: [says2("language-changed", next, resources)] };
}
function heardIn(language2, conversation) {
  const settled2 = conversation.languageFrom === "chosen" || conversation.languageFrom === "words";
  return settled2 ? conversation : { ...conversation, language: language2, languageFrom: "words" };
}
function languageAskedFor(text2, phrases) {
  const words5 = asOrder(text2);
  const named2 = LANGUAGES.find((language2) => asOrder(OWN_NAME[language2]) === words5 || language2 === words5);
  if (named2) return named2;
  for (const asked of LANGUAGES) {
    for (const each of LANGUAGES) {
      if (phrases.list(`told.language.${asked}`, each).some((way) => asOrder(way) === words5)) return asked;
    }
  }
  return isLanguage(words5) ? words5 : void 0;
}
function says2(name2, conversation, resources) {
  return houseReply(resources.phrases.say(name2, conversation.language), conversation.language, resources);
}

// src/answer/fuse.ts
var K = 60;
var MOST_HITS3 = 10;
function fuse(...rankings) {
  const scores2 = /* @__PURE__ */ new Map();
  for (const ranking of rankings) {
    ranking.forEach((hit, at2) => {
      const known4 = scores2.get(hit.article);
      const worth = 1 / (K + at2 + 1);
      scores2.set(hit.article, {
        hit: known4?.hit ?? hit,
        score: (known4?.score ?? 0) + worth,
        best: Math.min(known4?.best ?? at2, at2)
      });
    });
  }
  return [...scores2.values()].sort((one2, other) => other.score - one2.score || one2.best - other.best).slice(0, MOST_HITS3).map(({ hit, score }) => ({ ...hit, score }));
}

// src/answer/screen.ts
var screen = async (work, resources) => {
  const { asked } = work;
  const { library } = resources;
  const message = readMessage(asked.question);
  const scope = wordsOfScope(library.scope);
  const emergency = emergencyIn(message, scope);
  if (emergency) return emergencyAnswer(library.doorOf(emergency.topic, asked.language), asked, resources);
  const topic = outOfScope(message, scope, asked, library);
  return topic ? elsewhereAnswer(topic, asked, resources) : work;
};
function emergencyIn(message, { emergencies }) {
  return emergencies.find(
    ({ terms: terms3, mentions, unless }) => holds2(message, terms3, LANGUAGES) || holds2(message, mentions, LANGUAGES) && !holds2(message, unless, LANGUAGES)
  );
}
function wordsOfOurs(asked, library) {
  const message = readMessage(asked.question);
  const { ours } = wordsOfScope(library.scope);
  const counts = languagesOf(asked).map((language2) => {
    const stems = message.stems(language2);
    return message.words.filter((_, at2) => placesFrom(at2, ours[language2], message.words, stems)).length;
  });
  return Math.max(...counts);
}
function emergencyAnswer(door, { language: language2 }, { phrases }) {
  return {
    status: "emergency",
    text: door.text,
    passages: [door],
    articles: [],
    leads: [{ label: phrases.say("person.ask", language2), to: "person" }]
  };
}
function elsewhereAnswer(topic, { language: language2 }, { library, phrases }) {
  const door = library.doorOf(topic, language2);
  const offers = topic.offers.flatMap((id2) => leadTo(id2, language2, library));
  const person = { label: phrases.say("person.ask", language2), to: "person" };
  return {
    status: "out-of-scope",
    text: door.sources.length ? `${door.text}

${sourcesOf(door.sources, language2, phrases)}` : door.text,
    passages: [door],
    articles: [],
    leads: [...offers, person]
  };
}
function outOfScope(message, scope, asked, library) {
  const languages = languagesOf(asked);
  const possible = scope.outOfScope.filter(({ unless }) => !holds2(message, unless, languages));
  const about = possible.find(({ terms: terms3 }) => holds2(message, terms3, languages));
  if (about) return about.topic;
  const mentioned = possible.find(({ mentions }) => holds2(message, mentions, languages));
  if (!mentioned || holds2(message, scope.ours, languages)) return void 0;
  const beside = besides(message, mentioned.mentions, languages);
  return surelyAnswers(library, beside, asked.writtenIn ?? asked.language) ? void 0 : mentioned.topic;
}
var ENOUGH3 = 2;
function surelyAnswers(library, question2, language2) {
  return terms(question2, language2).length >= ENOUGH3 && library.search(question2, language2).certainty === "sure";
}
function languagesOf({ question: question2, language: language2, writtenIn }) {
  const written3 = writtenIn ?? detectLanguage(question2);
  return written3 && written3 !== "other" ? [.../* @__PURE__ */ new Set([written3, language2])] : LANGUAGES;
}
var known2 = /* @__PURE__ */ new WeakMap();
function wordsOfScope(scope) {
  const made4 = known2.get(scope);
  if (made4) return made4;
  const ofTopic = (topic) => ({
    topic,
    terms: phrasesOf(topic.terms),
    mentions: phrasesOf(topic.mentions),
    unless: phrasesOf(topic.unless)
  });
  const words5 = {
    ours: phrasesOf(scope.ours),
    emergencies: scope.emergencies.map(ofTopic),
    outOfScope: scope.outOfScope.map(ofTopic)
  };
  known2.set(scope, words5);
  return words5;
}
function phrasesOf(terms3) {
  const phrases = LANGUAGES.map((language2) => [language2, phrasesIn(terms3?.[language2] ?? [], language2)]);
  return Object.fromEntries(phrases);
}
function phrasesIn(terms3, language2) {
  const byFirst = /* @__PURE__ */ new Map();
  for (const term of terms3) {
    const whole = term.startsWith("= ");
    const parts = term.split(/\s+/).flatMap((word) => {
      const exactly = whole || word.startsWith("=");
      return wordsOf(word).map((each) => ({ word: exactly ? each : stem(each, language2), exactly }));
    });
    const [first] = parts;
    if (first) byFirst.set(first.word, [...byFirst.get(first.word) ?? [], parts]);
  }
  return byFirst;
}
var ARTICLES = new Set("le la les l un une de des du d the a an of el los las una del".split(" "));
function wordsOf(text2) {
  return tokens(text2).filter((word) => !ARTICLES.has(word));
}
function readMessage(text2) {
  const words5 = wordsOf(text2);
  const stems = /* @__PURE__ */ new Map();
  return {
    words: words5,
    stems: (language2) => {
      const found = stems.get(language2) ?? words5.map((word) => stem(word, language2));
      stems.set(language2, found);
      return found;
    }
  };
}
function holds2(message, phrases, languages) {
  return languages.some((language2) => {
    const stems = message.stems(language2);
    return message.words.some((_, at2) => placesFrom(at2, phrases[language2], message.words, stems) !== void 0);
  });
}
function besides(message, phrases, languages) {
  const taken = /* @__PURE__ */ new Set();
  for (const language2 of languages) {
    const stems = message.stems(language2);
    for (const at2 of message.words.keys()) {
      for (const place of placesFrom(at2, phrases[language2], message.words, stems) ?? []) taken.add(place);
    }
  }
  return message.words.filter((_, at2) => !taken.has(at2)).join(" ");
}
function placesFrom(at2, phrases, words5, stems) {
  for (const first of /* @__PURE__ */ new Set([stems[at2] ?? "", words5[at2] ?? ""])) {
    for (const parts of phrases.get(first) ?? []) {
      const places2 = placesOf(parts, at2, words5, stems);
      if (places2) return places2;
    }
  }
  return void 0;
}
var BETWEEN = 2;
function placesOf(parts, at2, words5, stems) {
  const is = (part, place) => (part.exactly ? words5 : stems)[place] === part.word;
  const places2 = [];
  for (const part of parts) {
    const before = places2.at(-1);
    let next = before === void 0 ? at2 : before + 1;
    const last = before === void 0 ? at2 : before + 1 + BETWEEN;
    while (next <= last && !is(part, next)) next++;
    if (next > last) return void 0;
    places2.push(next);
  }
  return places2;
}

// src/answer/gather.ts
var gather = async (work, resources) => {
  const { asked, sought } = work;
  const { library } = resources;
  const found = sought ? library.search(sought.question, sought.language) : lookUp(asked, library);
  return { ...work, found: notInVain(await joined(found, work, resources), asked, library) };
};
async function joined(found, { asked, sought, help }, resources) {
  const { library, model, vectors } = resources;
  if (!help?.embed || !model?.embeds || !vectors) return found;
  const question2 = fromPerson(sought?.question ?? asked.question, library);
  const language2 = sought?.language ?? asked.language;
  const near = await nearest(question2, language2, library, help, model.embeds, vectors);
  if (near.length === 0) return found;
  const hits = fuse(found.hits, near);
  const same = hits[0]?.article === found.hits[0]?.article;
  return { certainty: found.certainty === "sure" && !same ? "unsure" : found.certainty, hits };
}
var GENERAL = ["about", "who", "since", "limits"];
var BARE = 5;
function lookUp(asked, library) {
  const language2 = asked.writtenIn ?? asked.language;
  const { question: question2, subject } = asked;
  const found = subject && followsOn(question2, language2) ? withSubject(question2, subject, language2, library) : asked.foreign ? anywhere(question2, library) : library.search(question2, language2);
  return {
    ...found,
    hits: found.hits.map((hit) => ({ ...hit, passage: sectionFor(hit, question2, language2, library) }))
  };
}
var PLAINLY_OURS = 2;
function notInVain(found, asked, library) {
  const nothing = found.certainty === "nothing" && found.hits.length > 0;
  return nothing && wordsOfOurs(asked, library) >= PLAINLY_OURS ? { ...found, certainty: "unsure" } : found;
}
function anywhere(question2, library) {
  const found = LANGUAGES.map((language2) => library.search(question2, language2));
  const best = ["sure", "unsure", "nothing"].flatMap((certainty) => found.filter((each) => each.certainty === certainty)).at(0);
  if (!best) return { certainty: "nothing", hits: [] };
  return best.certainty === "sure" ? { ...best, certainty: "unsure" } : best;
}
function withSubject(question2, subject, language2, library) {
  const [first] = subject.articles;
  const section = first && sectionsAskedFor(question2, language2).find((each) => library.passage(first, each, language2));
  if (first && section && question2.trim().split(/\s+/).length <= BARE) {
    const others = subject.articles.slice(1).map((article) => ({ article, passage: `${article}#about@${language2}`, score: 0 }));
    return {
      certainty: "sure",
      hits: [{ article: first, passage: `${first}#${section}@${language2}`, score: 1 }, ...others]
    };
  }
  const alone = library.search(question2, language2);
  const together = library.search(`${subject.question} ${question2}`, language2);
  const known4 = /* @__PURE__ */ new Set([...subject.articles, ...alone.hits.slice(0, 3).map((hit) => hit.article)]);
  const hits = together.hits.filter((hit) => known4.has(hit.article));
  if (!hits[0]) return alone;
  const sure = alone.certainty === "sure" || together.certainty === "sure" && hits[0] === together.hits[0];
  return {
    certainty: sure ? "sure" : "unsure",
    hits: [...hits, ...together.hits.filter((hit) => !known4.has(hit.article))]
  };
}
function sectionFor(hit, question2, language2, library) {
  const here2 = /#([^@]+)@/.exec(hit.passage)?.[1] ?? "about";
  if (!GENERAL.includes(here2)) return hit.passage;
  const asked = sectionsAskedFor(question2, language2);
  if (asked.includes(here2)) return hit.passage;
  const section = asked.find((each) => library.passage(hit.article, each, language2));
  return section ? `${hit.article}#${section}@${language2}` : hit.passage;
}

// src/answer/steps.ts
var withHelp = (load3) => async (work, resources) => work.help ? (await load3())(work, resources) : work;
var steps = {
  screen,
  rephrase: withHelp(async () => (await import("./rephrase-2QZTY6TG.js")).rephrase),
  gather,
  judge: withHelp(async () => (await import("./judge-EG5AODXH.js")).judge),
  compose: withHelp(async () => (await import("./compose-7J3YVAVX.js")).compose),
  verify: withHelp(async () => (await import("./hold-to-text-IEF3AZHK.js")).holdToText),
  say: withHelp(async () => (await import("./say-ECISOUKL.js")).say),
  quote
};

// src/answer/answer.ts
async function answer(asked, resources) {
  const { model, timed = (_, run) => run() } = resources;
  const help = model?.help(asked.conversation === void 0 ? {} : { conversation: asked.conversation });
  let work = help ? { asked, help } : { asked };
  for (const [name2, step] of Object.entries(steps)) {
    const before = work;
    const next = await timed(name2, () => step(before, resources));
    if ("status" in next) return help ? { ...next, model: noteOf(before, next, help) } : next;
    work = next;
  }
  throw new Error("The last step of an answer must end it.");
}
function noteOf({ ending, verified }, { status: status2 }, help) {
  const said = status2 === "answered";
  return {
    ending: said ? verified?.dropped.length || ending === "composed-in-part" ? "composed-in-part" : "composed" : ending ?? "not-asked",
    kept: said ? verified?.kept.length ?? 0 : 0,
    dropped: verified?.dropped ?? [],
    usage: help.spent()
  };
}

// src/conversation/responders/from-knowledge.ts
var fromKnowledge = async (said, conversation, resources) => {
  const written3 = detectLanguage(said.text);
  const heard2 = inLanguageOfFirstWords(conversation, written3);
  const answered = await answer(
    {
      question: said.text,
      language: heard2.language,
      conversation: conversation.id,
      ...written3 && written3 !== "other" && written3 !== heard2.language ? { writtenIn: written3 } : {},
      ...written3 === "other" ? { foreign: true } : {},
      ...heard2.subject ? { subject: heard2.subject } : {}
    },
    resources
  );
  if (answered.model) resources.noted?.(answered.model);
  if (answered.status === "not-found") return void 0;
  const foreign = written3 && written3 !== "other" && written3 !== heard2.language ? written3 : void 0;
  const more = foreign ? [{ label: OWN_NAME[foreign], to: "language", language: foreign }] : [];
  return sayAnswer(answered, said.text, heard2, resources, more);
};
function inLanguageOfFirstWords(conversation, written3) {
  const settled2 = conversation.languageFrom === "words" || conversation.languageFrom === "chosen";
  if (settled2 || !written3 || written3 === "other") return conversation;
  return { ...conversation, language: written3, languageFrom: "words" };
}
function sayAnswer(answered, question2, conversation, resources, more = []) {
  const grounded = answered.status === "quoted" || answered.status === "answered";
  const isUnsure = answered.status === "unsure";
  const leads = answered.leads.map(
    (lead) => lead.to === "person" && isUnsure ? { ...lead, reason: "unsure" } : lead
  );
  const offered = offering(conversation, [...leads, ...more]);
  const next = {
    ...offered.conversation,
    lastAsked: question2,
    unsureInARow: isUnsure ? conversation.unsureInARow + 1 : 0,
    ...grounded ? { subject: { question: question2, articles: answered.articles.slice(0, 3) } } : {}
  };
  return {
    conversation: next,
    replies: [
      houseReply(answered.text, conversation.language, resources, {
        status: answered.status,
        articles: answered.articles,
        choices: offered.choices,
        citations: citationsOf(answered),
        ...answered.status === "answered" ? { byModel: true } : {}
      })
    ]
  };
}
function citationsOf({ passages }) {
  return passages.flatMap(
    (passage) => passage.sources.map((source2) => ({
      position: source2.position,
      passage: passage.id,
      digest: passage.digest,
      title: `${source2.publisher} \u2014 ${source2.title}${source2.date ? ` (${source2.date})` : ""}`,
      address: source2.address,
      abstract: passage.heading || passage.title
    }))
  );
}

// src/conversation/stored-request.ts
function agreement(to, asking2, conversation, resources) {
  const { language: language2, lastHeardAt } = conversation;
  const chosen = resources.phrases.say(`share.${to}`, language2);
  return { to, wording: `${wordingOf(asking2, conversation, resources)}

\u2192 ${chosen}`, language: language2, at: lastHeardAt };
}
async function storeRequest(asking2, agreed2, question2, conversation, resources) {
  const { language: language2, lastHeardAt } = conversation;
  const { reason: reason3 } = asking2;
  const situation2 = agreed2.to === "question" ? {} : knownOf(conversation, resources);
  const request = { reason: reason3, question: question2, agreed: agreed2, language: language2, situation: situation2 };
  const { asking: _, ...rest } = conversation;
  const next = {
    ...rest,
    handling: { by: "nobody-yet", reason: reason3, since: lastHeardAt },
    offers: [],
    unsureInARow: 0
  };
  const closed2 = closedNow(next, resources);
  if (closed2)
    return {
      conversation: { ...next, leaving: "message" },
      desk: { does: "request", request },
      replies: [says("desk.stored-closed", next, resources, ["nothing-more", "call-back", "cancel"], { closed: closed2 })]
    };
  const place = await resources.desk?.placeOfNew(reason3) ?? 1;
  const name2 = reason3 === "distress" ? "desk.stored-distress" : "desk.stored";
  return {
    conversation: next,
    desk: { does: "request", request: { ...request, place } },
    replies: [says(name2, next, resources, ["place", "cancel"], { place })]
  };
}

// src/conversation/responders/makes-request.ts
var makesRequest = async (said, conversation, resources) => {
  const { asking: asking2 } = conversation;
  if (!asking2 || said.kind !== "message" || toldIn("told.forget", said.text, resources.phrases)) return void 0;
  if (toldIn("told.cancel-request", said.text, resources.phrases) || toldIn("told.leave", said.text, resources.phrases))
    return givesUp(conversation, resources);
  if (asking2.asks === "question" && asking2.agreed)
    return storeRequest(asking2, asking2.agreed, said.text, conversation, resources);
  const chosen = chosenIn(said.text, resources);
  if (chosen === "none") return givesUp(conversation, resources);
  if (chosen) return agrees(chosen, conversation, resources);
  if (toldIn("told.person", said.text, resources.phrases)) return toPerson(conversation, resources, asking2.reason);
  return void 0;
};
async function agrees(to, conversation, resources) {
  const { asking: asking2 } = conversation;
  if (!asking2) return void 0;
  const agreed2 = agreement(to, asking2, conversation, resources);
  if (to !== "question" || asking2.question)
    return storeRequest(asking2, agreed2, asking2.question ?? "", conversation, resources);
  return {
    conversation: { ...conversation, asking: { ...asking2, asks: "question", agreed: agreed2 } },
    replies: [says("desk.your-question", conversation, resources, ["cancel"])]
  };
}
function givesUp({ asking: _, ...conversation }, resources) {
  return toContacts("desk.not-shared", conversation, resources);
}
function chosenIn(text2, { phrases }) {
  const ways = [...CONSENTS, "none"];
  const number = /^\s*([1-4])\s*$/.exec(text2)?.[1];
  if (number) return ways[Number(number) - 1];
  return ways.find((way) => toldIn(`share.${way}`, text2, phrases) || toldIn(`told.share.${way}`, text2, phrases));
}
function goBackToRequest(outcome2, before, resources) {
  const { conversation, replies } = outcome2;
  const { asking: asking2, ...rest } = conversation;
  if (!before.asking || asking2 !== before.asking || outcome2.forget) return void 0;
  if (asking2.passedOver || replies.at(-1)?.question) return { ...outcome2, conversation: rest };
  const again2 = toPerson(conversation, resources, asking2.reason);
  return {
    ...again2,
    conversation: { ...again2.conversation, asking: { ...asking2, passedOver: true } },
    replies: [...replies, ...again2.replies]
  };
}

// src/knowledge/noticed.ts
var MARK_REASONS = ["incorrect", "off-topic", "too-complicated", "other"];

// src/conversation/mark.ts
function markedBad(answer2, conversation, resources) {
  const noticed = notHelpful(answer2);
  if (conversation.handling.by === "counsellor") return { conversation, replies: [], noticed };
  const { language: language2 } = conversation;
  const { phrases } = resources;
  if (isAsked2(conversation))
    return { conversation, replies: [houseReply(phrases.say("mark.bad", language2), language2, resources)], noticed };
  const choices = MARK_REASONS.map((reason3) => ({ label: phrases.say(`mark.${reason3}`, language2) }));
  return {
    conversation: { ...conversation, asksWhy: answer2 },
    replies: [houseReply(phrases.say("mark.why", language2), language2, resources, { choices })],
    noticed
  };
}
function isAsked2(conversation) {
  const { asking: asking2, isRating, leaving, dialog: dialog2 } = conversation;
  return Boolean(asking2 || isRating || leaving || dialog2 && !isAttesting(conversation));
}
function notHelpful(answer2, reason3) {
  const { position, question: question2, language: language2, articles, publication } = answer2;
  return {
    mark: { position, helpful: false, articles, publication, ...reason3 ? { reason: reason3 } : {} },
    gap: { position, question: question2, language: language2, why: "not-helpful", articles, publication }
  };
}
function helpful({ position, articles, publication }) {
  return { mark: { position, helpful: true, articles, publication } };
}

// src/conversation/responders/marks-answer.ts
var marksAnswer = async (said, conversation, resources) => {
  if (said.kind !== "message") return void 0;
  const { given: given2, asksWhy, language: language2 } = conversation;
  const { phrases } = resources;
  const words5 = said.text.trim();
  const told2 = (name2) => [words5, words5.replace(OPENING2, "")].some((each) => toldIn(`told.mark.${name2}`, each, phrases) !== void 0);
  const notice2 = (name2) => [houseReply(phrases.say(name2, language2), language2, resources)];
  if (asksWhy) {
    const number = /^([1-4])$/.exec(words5)?.[1];
    const reason3 = number ? MARK_REASONS[Number(number) - 1] : MARK_REASONS.find(told2);
    if (reason3) return { conversation, replies: notice2("mark.noted"), noticed: notHelpful(asksWhy, reason3) };
  }
  const mark = ["bad", "good"].find(told2);
  if (!mark) return void 0;
  if (!given2) return isAsked2(conversation) ? void 0 : { conversation, replies: notice2("mark.nothing") };
  if (mark === "bad") return markedBad(given2, conversation, resources);
  return { conversation, replies: notice2("mark.good"), noticed: helpful(given2) };
};
var OPENING2 = /^(?:(?:en fait|finalement|désolée?|pardon|actually|well|sorry|en realidad|perdón|lo siento|في الحقيقة|عفوا)[\s,.!،]+|(?:oui|non|merci|yes|no|thanks|thank you|sí|si|gracias|نعم|لا|شكرا)\s?[,.!،]\s*)/iu;

// src/conversation/responders/offers-counsellor.ts
var offersCounsellor = async (said, conversation, resources) => {
  const heard2 = inLanguageOfFirstWords(conversation, detectLanguage(said.text));
  const { language: language2 } = heard2;
  const offered = offering({ ...heard2, unsureInARow: heard2.unsureInARow + 1, lastAsked: said.text }, [
    ...nearestContacts(language2, resources),
    { label: resources.phrases.say("person.ask", language2), to: "person", reason: "not-found" }
  ]);
  const text2 = resources.phrases.say("answer.not-found", language2);
  return {
    conversation: offered.conversation,
    replies: [houseReply(text2, language2, resources, { status: "not-found", choices: offered.choices })]
  };
};
function choicesWith(replies, label2) {
  return replies.map(
    (reply2, at2) => at2 === replies.length - 1 ? { ...reply2, choices: [...reply2.choices ?? [], { label: label2 }] } : reply2
  );
}

// src/conversation/responders/not-an-answer.ts
var FEW2 = 3;
var OFTEN = 2;
var notAnAnswer = async (said, conversation, resources) => {
  const { dialog: dialog2, language: language2 } = conversation;
  if (!dialog2 || !dialogOf(conversation, resources) || said.kind !== "message") return void 0;
  if (/[?؟]/.test(said.text) || said.text.trim().split(/\s+/).length > FEW2) return void 0;
  if (resources.library.search(said.text, language2).certainty === "sure") return void 0;
  const unclear = dialog2.unclear + 1;
  const again2 = goOn(conversation, resources);
  const next = again2.conversation.dialog ? { ...again2.conversation, dialog: { ...again2.conversation.dialog, unclear } } : again2.conversation;
  const notice2 = houseReply(resources.phrases.say("dialog.unclear", language2), language2, resources, {
    status: "dialog",
    dialog: dialog2.id
  });
  const replies = [notice2, ...again2.replies];
  return {
    conversation: next,
    replies: unclear >= OFTEN ? choicesWith(replies, resources.phrases.say("person.ask", language2)) : replies
  };
};

// src/conversation/responders/picks-offer.ts
var picksOffer = async (said, conversation, resources) => {
  const offer2 = picked(said.text, conversation.offers);
  if (!offer2) return void 0;
  switch (offer2.to) {
    case "person":
      return toPerson(conversation, resources, offer2.reason ?? "asked");
    case "language":
      return inLanguage(offer2.language, conversation, resources);
    case "words":
      return await opensDialog({ ...said, text: offer2.words }, conversation, resources) ?? fromKnowledge({ ...said, text: offer2.words }, conversation, resources);
    case "passage": {
      const { language: language2 } = conversation;
      const passage = resources.library.passage(offer2.article, offer2.section, language2) ?? resources.library.passages(offer2.article, language2)[0];
      if (!passage) return void 0;
      const answer2 = quotePassage(passage, [offer2.article], language2, resources);
      return sayAnswer(answer2, offer2.label, conversation, resources);
    }
  }
};
function picked(text2, offers) {
  const words5 = asTyped(text2);
  const number = /^\d{1,2}$/.test(words5) ? Number(words5) : void 0;
  if (number !== void 0) return offers[number - 1];
  return offers.find((offer2) => asTyped(offer2.label) === words5);
}
function asTyped(text2) {
  return fold(text2).replace(/[.,;:!?¿¡؟«»"()]+/g, " ").replace(/\s+/g, " ").trim();
}

// src/conversation/responders/rates-help.ts
var ratesHelp = async (said, conversation, resources) => {
  if (!conversation.isRating || said.kind !== "message") return void 0;
  const number = /^\s*([1-3])\s*$/.exec(said.text)?.[1];
  const rating = number ? RATINGS[Number(number) - 1] : RATINGS.find((each) => toldIn(`rate.${each}`, said.text, resources.phrases));
  if (!rating) return void 0;
  const { isRating: _, ...rest } = conversation;
  return { conversation: rest, desk: { does: "rate", rating }, replies: [says("desk.rated", rest, resources)] };
};

// src/conversation/responders/sees-danger.ts
var seesDanger = async (said, conversation, resources) => {
  const { text: text2 } = said;
  const question2 = text2.length > LONGEST2 ? `${text2.slice(0, LONGEST2)} ${text2.slice(-LONGEST2)}` : text2;
  const heard2 = inLanguageOfFirstWords(conversation, detectLanguage(question2));
  const screened = await screen({ asked: { question: question2, language: heard2.language } }, resources);
  if (!("status" in screened) || screened.status !== "emergency") return void 0;
  return atOnceToPerson(sayAnswer(screened, question2, heard2, resources), resources);
};
function atOnceToPerson(answered, resources) {
  if (!resources.desk) return answered;
  if (answered.conversation.handling.by === "nobody-yet") return { ...answered, desk: { does: "raise" } };
  const offered = toPerson(answered.conversation, resources, "distress");
  const replies = answered.replies.map(({ choices: _, ...reply2 }) => reply2);
  return { ...offered, replies: [...replies, ...offered.replies] };
}

// src/conversation/responders/takes-mark.ts
var takesMark = async (said, conversation, resources) => {
  if (said.kind !== "marked") return void 0;
  if (!said.marks) return { conversation, replies: [] };
  const { answer: answer2 } = said.marks;
  if (said.marks.helpful) return { conversation, replies: [], noticed: helpful(answer2) };
  const outcome2 = markedBad(answer2, conversation, resources);
  return { ...outcome2, replies: outcome2.replies.map((reply2) => ({ ...reply2, toMark: true })) };
};

// src/conversation/responders/welcomes.ts
var welcomes = async (said, conversation, resources) => {
  if (said.kind !== "joined") return void 0;
  if (conversation.welcomed) return { replies: [], conversation };
  const language2 = conversation.languageFrom === "chosen" ? conversation.language : languageOfLocale(said.locale) ?? conversation.language;
  const { phrases, retentionDays } = resources;
  const { conversation: next, choices } = offering({ ...conversation, language: language2, welcomed: true }, [
    ...phrases.list("welcome.examples", language2).map((words5) => ({ label: words5, to: "words", words: words5 })),
    ...LANGUAGES.filter((other) => other !== language2).map((other) => ({
      label: OWN_NAME[other],
      to: "language",
      language: other
    }))
  ]);
  const text2 = phrases.say("welcome.text", language2, { days: retentionDays });
  return { conversation: next, replies: [houseReply(text2, language2, resources, { choices })] };
};

// src/conversation/responders/while-waiting.ts
var LONGEST_CALL_BACK = 200;
var whileWaiting = async (said, conversation, resources) => {
  if (conversation.handling.by !== "nobody-yet" || said.kind !== "message") return void 0;
  const told2 = (name2) => toldIn(name2, said.text, resources.phrases) !== void 0;
  if (told2("told.cancel-request") || told2("choose.cancel")) return withdraws(conversation, resources);
  if (told2("told.place") || told2("told.person") || told2("choose.place")) return tellsPlace(conversation, resources);
  if (told2("choose.call-back")) return asksCallBack(conversation, resources);
  if (told2("choose.leave-message"))
    return {
      conversation: { ...conversation, leaving: "message" },
      replies: [says("desk.your-message", conversation, resources, ["nothing-more", "cancel"])]
    };
  if (!conversation.leaving || told2("told.forget")) return void 0;
  if (told2("choose.nothing-more")) return nothingMore(conversation, resources);
  return conversation.leaving === "message" ? takesMessage(said, conversation, resources) : takesCallBack(said, conversation, resources);
};
function withdraws({ leaving: _, ...conversation }, resources) {
  const next = { ...conversation, handling: { by: "assistant" } };
  return { conversation: next, desk: { does: "withdraw" }, replies: [says("desk.withdrawn", next, resources)] };
}
async function tellsPlace(conversation, resources) {
  const place = await resources.desk?.place(conversation.id);
  const more = ["cancel", "leave-message", "call-back"];
  return {
    conversation,
    replies: [
      place === void 0 ? says("desk.waiting", conversation, resources, more) : says("desk.place", conversation, resources, more, { place })
    ]
  };
}
function asksCallBack(conversation, resources) {
  return {
    conversation: { ...conversation, leaving: "call-back" },
    replies: [says("desk.your-call-back", conversation, resources, ["nothing-more"])]
  };
}
function nothingMore({ leaving: _, ...conversation }, resources) {
  return { conversation, replies: [says("desk.nothing-more", conversation, resources, ["place", "cancel"])] };
}
function takesMessage(said, { leaving: _, ...conversation }, resources) {
  return {
    conversation,
    desk: { does: "leave", message: said.text },
    replies: [says("desk.message-taken", conversation, resources, ["call-back", "place", "cancel"])]
  };
}
function takesCallBack(said, conversation, resources) {
  const callBack = said.text.trim();
  const reachable = /\S@\S+\.\S/.test(callBack) || callBack.replace(/\D/g, "").length >= 7;
  if (!reachable || callBack.length > LONGEST_CALL_BACK) {
    const text2 = resources.phrases.say("desk.no-call-back", conversation.language);
    const choices = [{ label: resources.phrases.say("choose.nothing-more", conversation.language) }];
    return {
      conversation,
      replies: [houseReply(text2, conversation.language, resources, { status: "handoff", choices })]
    };
  }
  const { leaving: _, ...rest } = conversation;
  return {
    conversation: rest,
    desk: { does: "leave", callBack },
    replies: [says("desk.call-back-taken", rest, resources, ["place", "cancel"])]
  };
}

// src/conversation/rating.ts
function askWhetherItHelped(conversation, resources, replies) {
  const { language: language2 } = conversation;
  const { phrases } = resources;
  const choices = RATINGS.map((rating) => ({ label: phrases.say(`rate.${rating}`, language2) }));
  const asked = houseReply(phrases.say("desk.did-it-help", language2), language2, resources, {
    status: "handoff",
    choices
  });
  return { conversation: { ...conversation, isRating: true }, replies: [...replies, asked] };
}

// src/conversation/responders/with-counsellor.ts
var withCounsellor = async (said, conversation, resources) => {
  if (conversation.handling.by !== "counsellor") return void 0;
  const { language: language2 } = conversation;
  const { phrases } = resources;
  if (toldIn("told.forget", said.text, phrases)) {
    const text2 = phrases.say("forgotten", language2);
    return { conversation, forget: true, replies: [houseReply(text2, language2, resources)] };
  }
  if (toldIn("told.assistant", said.text, phrases)) {
    const back = { ...conversation, handling: { by: "assistant" } };
    const text2 = phrases.say("desk.left", language2);
    return {
      ...askWhetherItHelped(back, resources, [
        houseReply(text2, language2, resources, { status: "handoff", answering: "assistant" })
      ]),
      desk: { does: "withdraw" }
    };
  }
  if (said.kind !== "message") return { replies: [], conversation };
  const screened = await screen({ asked: { question: said.text.slice(0, LOOKED_AT), language: language2 } }, resources);
  const inDistress = "status" in screened && screened.status === "emergency";
  return { replies: [], conversation, desk: { does: "wrote", ...inDistress ? { inDistress } : {} } };
};
var LOOKED_AT = 1e3;

// src/conversation/take-turn.ts
var responders = [
  takesMark,
  withCounsellor,
  welcomes,
  seesDanger,
  cannotRead,
  ratesHelp,
  makesRequest,
  whileWaiting,
  doesAsTold,
  marksAnswer,
  inDialog,
  picksOffer,
  opensDialog,
  notAnAnswer,
  fromKnowledge,
  offersCounsellor
];
async function takeTurn(said, conversation, resources) {
  for (const respond of responders) {
    const responded = await respond(said, conversation, resources);
    if (!responded) continue;
    if (said.kind === "marked" || conversation.handling.by === "counsellor") return responded;
    const made4 = goBackToRequest(responded, conversation, resources) ?? responded;
    if (made4.conversation.asking) return made4;
    const outcome2 = thankForAttestation(withoutRating(made4, conversation), conversation, resources);
    const whole = askAttestationOnce(leavesOpen(outcome2) ? goBackToQuestion(outcome2, resources) : outcome2, resources);
    return keepingOrder(tellingOfChanges(whole, conversation, resources), responded);
  }
  throw new Error("The last responder must respond.");
}
function keepingOrder(outcome2, { desk }) {
  return desk ? { ...outcome2, desk } : outcome2;
}
function withoutRating(outcome2, before) {
  if (!before.isRating) return outcome2;
  const { isRating: _, ...conversation } = outcome2.conversation;
  return { ...outcome2, conversation };
}
function goBackToQuestion(outcome2, resources) {
  return passOverAttestation(outcome2) ?? askAgain(outcome2, resources);
}
function leavesOpen({ conversation, replies }) {
  const last = replies.at(-1);
  return conversation.dialog !== void 0 && last !== void 0 && last.status !== "dialog" && last.status !== "emergency";
}

// src/conversation/turn-watch.ts
function watchTurn(now) {
  const steps2 = {};
  let help;
  let note;
  const timed = async (step, run) => {
    const began = now().getTime();
    try {
      return await run();
    } finally {
      steps2[step] = (steps2[step] ?? 0) + now().getTime() - began;
    }
  };
  const oneHelp = (model) => ({
    ...model,
    help: (turn) => {
      help ??= model.help(turn);
      return help;
    }
  });
  return {
    over: (resources) => ({
      ...resources,
      ...resources.model ? { model: oneHelp(resources.model) } : {},
      timed,
      noted: (given2) => {
        note = given2;
      }
    }),
    used: () => ({
      ...Object.keys(steps2).length ? { steps: steps2 } : {},
      ...help ? { model: { ...note ? countsOf(note) : {}, usage: help.spent() } } : {}
    })
  };
}
function countsOf({ ending, kept, dropped }) {
  const reasons = {};
  for (const { reason: reason3 } of dropped) reasons[reason3] = (reasons[reason3] ?? 0) + 1;
  return { ending, kept, dropped: reasons };
}

// src/conversation/hear.ts
var TRIES = 8;
function openReception(reception) {
  const { conversations } = reception;
  const underWay = /* @__PURE__ */ new Map();
  const attend = (conversation) => {
    const before = underWay.get(conversation) ?? Promise.resolve();
    const mine = before.then(() => answerAll(conversation, reception));
    const settled2 = mine.catch(() => {
    }).finally(() => {
      if (underWay.get(conversation) === settled2) underWay.delete(conversation);
    });
    underWay.set(conversation, settled2);
    return mine;
  };
  return {
    note: (incoming) => noteDown(incoming, reception),
    answersTo: async (heard2) => {
      await attend(heard2.conversation);
      const entries = await conversations.entries(heard2.conversation, heard2.position);
      return entries.filter((entry) => entry.answers === heard2.position);
    },
    resume: async () => {
      const left = await conversations.unanswered();
      const failed = [];
      for (const place of new Set(left.map((heard2) => heard2.conversation))) {
        await attend(place).catch((error) => failed.push(error));
      }
      if (failed.length) throw new AggregateError(failed, `${failed.length} conversations could not be answered yet.`);
      return left.length;
    },
    quiet: async () => {
      while (underWay.size) await Promise.all(underWay.values());
    }
  };
}
var NOTED = 8e3;
async function noteDown(incoming, { conversations, newId, resources }) {
  const found = await conversations.find(incoming.address);
  const conversation = found ?? await conversations.open(fresh(incoming, newId()));
  if (found) await keepWayBack(found, incoming.wayBack, conversations);
  const kept = conversation.leaving === "call-back" ? WAYS_TO_BE_REACHED : [];
  const { text: text2, kinds } = redact(incoming.text.slice(0, NOTED), publicOf(resources().library), kept);
  return conversations.hear(conversation.id, {
    kind: incoming.kind,
    activityId: incoming.activityId,
    text: text2,
    redacted: kinds.length > 0,
    ...noteOfMark(incoming),
    at: incoming.at,
    ...incoming.clientId ? { clientId: incoming.clientId } : {},
    ...incoming.locale ? { locale: incoming.locale } : {}
  });
}
async function keepWayBack(found, wayBack, conversations) {
  if (wayBack === void 0 || isDeepStrictEqual(wayBack, found.wayBack)) return;
  await conversations.save({ conversation: { ...found, wayBack }, entries: [] });
}
var WAYS_TO_BE_REACHED = ["phone", "email"];
function fresh(incoming, id2) {
  const told2 = languageOfLocale(incoming.locale);
  return {
    id: id2,
    address: incoming.address,
    language: told2 ?? ORIGINAL,
    languageFrom: told2 ? "locale" : "default",
    handling: { by: "assistant" },
    offers: [],
    situation: {},
    unsureInARow: 0,
    welcomed: false,
    person: incoming.person,
    ...incoming.wayBack === void 0 ? {} : { wayBack: incoming.wayBack },
    startedAt: incoming.at,
    lastHeardAt: incoming.at
  };
}
async function answerAll(id2, reception) {
  for (; ; ) {
    const [next] = await reception.conversations.unanswered(id2);
    if (!next) return;
    await answerOne(next, reception);
  }
}
async function answerOne(heard2, reception) {
  const { conversations, report, now } = reception;
  const began = now().getTime();
  const watch = watchTurn(now);
  for (let tries = 0; tries < TRIES; tries++) {
    const conversation = await conversations.get(heard2.conversation);
    if (!conversation) return;
    const { outcome: outcome2, error } = await turnOf(heard2, conversation, reception, watch);
    if (outcome2.forget) return forget(heard2, outcome2, reception);
    const desk = orderOf(outcome2, reception);
    const saved = await conversations.save({
      conversation: { ...outcome2.conversation, lastHeardAt: heard2.at },
      answers: heard2.position,
      entries: [...initiating(desk, outcome2, reception), ...outcome2.replies].map(
        (reply2) => ({
          from: "assistant",
          at: now(),
          text: reply2.text,
          reply: reply2,
          answers: heard2.position
        })
      ),
      ...desk ? { desk } : {},
      ...outcome2.noticed ? { noticed: outcome2.noticed } : {}
    });
    if (saved.is === "conflict") continue;
    if (saved.is === "saved") {
      const last = outcome2.replies.at(-1);
      report({
        conversation: conversation.id,
        channel: conversation.address.channel,
        status: last?.status ?? "silent",
        articles: last?.articles ?? [],
        ms: now().getTime() - began,
        ...watch.used(),
        ...error === void 0 ? {} : { error }
      });
    }
    return;
  }
  throw new Error("The turn was taken again too often: others kept saving first.");
}
function orderOf({ desk }, { newId }) {
  return desk?.does === "request" ? { ...desk, id: newId() } : desk;
}
function initiating(order, { conversation }, { resources }) {
  if (order?.does !== "request") return [];
  const event2 = initiated(order.id, order.request);
  return [houseReply("", conversation.language, resources(), { status: "handoff", event: event2 })];
}
async function forget(heard2, outcome2, { conversations, now }) {
  const { address: address2, person, id: id2, language: language2, languageFrom, wayBack } = outcome2.conversation;
  const waiting = await conversations.unanswered(id2);
  if (!waiting.some(({ activityId }) => activityId === heard2.activityId)) return;
  await conversations.erase(id2);
  const anew = await conversations.open(
    {
      ...fresh({ address: address2, person, wayBack, activityId: "", kind: "message", text: "", at: now() }, id2),
      language: language2,
      languageFrom,
      welcomed: true
    },
    heard2.position
  );
  for (const { conversation: _, position, answered, ...later2 } of waiting) {
    if (position > heard2.position) await conversations.hear(id2, later2);
  }
  await conversations.save({
    conversation: anew,
    entries: outcome2.replies.map((reply2) => ({
      from: "assistant",
      at: now(),
      text: reply2.text,
      reply: reply2,
      answers: heard2.position
    }))
  });
}
async function turnOf(heard2, conversation, { resources, conversations }, watch) {
  const current = watch.over(resources());
  const { language: language2 } = conversation;
  try {
    const marks = await answerMeant(heard2, conversation, conversations);
    const said = {
      address: conversation.address,
      activityId: heard2.activityId,
      kind: heard2.kind,
      text: heard2.text,
      ...heard2.value === void 0 ? {} : { value: heard2.value },
      person: conversation.person,
      at: heard2.at,
      redacted: heard2.redacted,
      ...marks ? { marks } : {},
      ...heard2.locale ? { locale: heard2.locale } : {}
    };
    const outcome2 = await takeTurn(said, conversation, current);
    const whole = heard2.redacted ? tellingOfRedaction(outcome2, heard2, conversation, current) : outcome2;
    return { outcome: noticing(whole, heard2, conversation) };
  } catch (error) {
    if (conversation.handling.by === "counsellor") return { outcome: { conversation, replies: [] }, error };
    const choices = [{ label: current.phrases.say("person.ask", language2) }];
    const reply2 = houseReply(current.phrases.say("failed", language2), language2, current, { status: "failed", choices });
    return { outcome: { conversation, replies: [reply2] }, error };
  }
}

// src/desk/follow-file.ts
import { statSync } from "node:fs";

// src/knowledge/finding.ts
function isError(finding) {
  return finding.severity === "error";
}
function showFinding(finding) {
  const where2 = finding.place ? `${finding.file} (${finding.place})` : finding.file;
  return `${finding.severity} ${finding.rule} \xB7 ${where2}: ${finding.sentence} ${finding.remedy}`;
}

// src/desk/follow-file.ts
var LOOK_EVERY_MS = 3e3;
function followFile(path, read3, atFirst, trouble) {
  let made4 = atFirst;
  let stamp = "";
  let lookedAt = Number.NEGATIVE_INFINITY;
  const look = () => {
    const found = stampOf(path);
    if (found === stamp) return;
    stamp = found;
    const { made: fresh2, findings } = read3(path);
    made4 = fresh2 ?? made4;
    const wrong = findings.filter(isError).map(showFinding);
    if (fresh2 === void 0) wrong.push("Until it is mended, what was known before stays in use.");
    if (wrong.length > 0) trouble(wrong.join("\n"));
  };
  look();
  return (now) => {
    if (Math.abs(now.getTime() - lookedAt) >= LOOK_EVERY_MS) {
      lookedAt = now.getTime();
      look();
    }
    return made4;
  };
}
function stampOf(path) {
  try {
    const { mtimeMs, size, ino } = statSync(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return "not there";
  }
}

// src/desk/hours.ts
import { DateTime as DateTime3 } from "luxon";

// src/desk/holidays.ts
import { createRequire } from "node:module";
import { DateTime as DateTime2 } from "luxon";
var MOVED_FROM_SUNDAY = ["06-24", "07-01"];
var EASTER_MONDAY = "easter 1";
var known3 = /* @__PURE__ */ new Map();
function quebecHolidays(year) {
  const found = known3.get(year) ?? reckoned(year);
  known3.set(year, found);
  return found;
}
function reckoned(year) {
  const kept = calendar().getHolidays(year).filter(({ type, rule }) => type === "public" || rule === EASTER_MONDAY);
  return new Set(kept.flatMap(({ date, rule }) => observed(date.slice(0, 10), rule)));
}
function calendar() {
  const Calendar = createRequire(import.meta.url)("date-holidays");
  return new Calendar("CA", "QC");
}
function observed(date, rule) {
  const day3 = DateTime2.fromISO(date, { zone: "utc" });
  if (day3.weekday !== 7 || !MOVED_FROM_SUNDAY.includes(rule)) return [date];
  return [date, day3.plus({ days: 1 }).toFormat("yyyy-MM-dd")];
}

// src/desk/hours.ts
var WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
var A_YEAR = 366;
function openHours(file) {
  const { timeZone: zone, patience } = file;
  const known4 = /* @__PURE__ */ new Map();
  const spansOf = (day3) => {
    const date = day3.toFormat("yyyy-MM-dd");
    const found = known4.get(date) ?? intervalsOn(day3, date, file).flatMap((interval2) => spanOn(day3, interval2));
    known4.set(date, found);
    return found;
  };
  function* spansAfter(moment) {
    let last;
    const today = startOfDay(moment, zone);
    for (let days = 0; days <= A_YEAR; days += 1) {
      for (const span of spansOf(today.plus({ days }))) {
        if (span.closes <= moment.getTime()) continue;
        if (last?.closes === span.opens) last = { opens: last.opens, closes: span.closes };
        else {
          if (last) yield last;
          last = span;
        }
      }
    }
    if (last) yield last;
  }
  return {
    timeZone: zone,
    patience,
    at(moment) {
      const [next] = spansAfter(moment);
      if (!next) return { open: false };
      if (next.opens > moment.getTime()) return { open: false, opensAt: new Date(next.opens) };
      return { open: true, closesAt: new Date(next.closes) };
    },
    openBetween(from, to) {
      let sum2 = 0;
      for (let day3 = startOfDay(from, zone); day3.toMillis() < to.getTime(); day3 = day3.plus({ days: 1 })) {
        for (const { opens, closes } of spansOf(day3)) {
          sum2 += Math.max(0, Math.min(closes, to.getTime()) - Math.max(opens, from.getTime()));
        }
      }
      return sum2;
    }
  };
}
function startOfDay(moment, zone) {
  return DateTime3.fromJSDate(moment, { zone }).startOf("day");
}
function intervalsOn(day3, date, file) {
  const usual = file.week[WEEKDAYS[day3.weekday - 1] ?? "sunday"];
  const opened2 = file.open.find((each) => each.date === date);
  if (opened2) return opened2.hours ?? usual;
  const closed2 = file.closed.some(({ from, to }) => isWithin(date, from, to)) || file.holidays === "Qu\xE9bec" && quebecHolidays(day3.year).has(date);
  return closed2 ? [] : usual;
}
function isWithin(date, from, to) {
  const day3 = date.slice(-from.length);
  return from <= to ? from <= day3 && day3 <= to : day3 >= from || day3 <= to;
}
function spanOn(day3, { from, to }) {
  const opens = clockOn(day3, from).toMillis();
  const closes = clockOn(day3, to).toMillis();
  return opens < closes ? [{ opens, closes }] : [];
}
function clockOn(day3, minutes2) {
  if (minutes2 === 24 * 60) return day3.plus({ days: 1 });
  const time = day3.set({ hour: Math.floor(minutes2 / 60), minute: minutes2 % 60 });
  return time.hour * 60 + time.minute === minutes2 ? time : time.startOf("hour");
}

// src/desk/hours-shape.ts
import { DateTime as DateTime4, IANAZone } from "luxon";
import { z as z8 } from "zod";
var INTERVAL = /^(\d{1,2})\s*(?:h|:)\s*(\d{2})?\s*(?:à|-|–)\s*(\d{1,2})\s*(?:h|:)\s*(\d{2})?$/i;
var EACH_YEAR = /^\d{2}-\d{2}$/;
var A_DATE = /^\d{4}-\d{2}-\d{2}$/;
var SOME_LEAP_YEAR = "2028";
function readInterval(text2) {
  const found = INTERVAL.exec(text2.trim());
  if (!found) return `\xAB ${text2} \xBB is no interval; write it as \xAB 8 h 30 \xE0 12 h \xBB`;
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = found.slice(1).map((digits) => Number(digits ?? 0));
  const from = fromHour * 60 + fromMinute;
  const to = toHour * 60 + toMinute;
  if (fromMinute > 59 || toMinute > 59 || to > 24 * 60) return `\xAB ${text2} \xBB holds a time that no clock shows`;
  if (to <= from)
    return `\xAB ${text2} \xBB ends before it begins; for a night, write \xAB 20 h \xE0 24 h \xBB, and \xAB 0 h \xE0 2 h \xBB on the next day`;
  return { from, to };
}
var interval = z8.string({ error: "an interval is written as \xAB 8 h 30 \xE0 12 h \xBB" }).transform((text2, context) => {
  const read3 = readInterval(text2);
  if (typeof read3 !== "string") return read3;
  context.addIssue({ code: "custom", message: read3 });
  return z8.NEVER;
});
var hours = z8.array(interval, { error: "the hours stand between brackets, such as [8 h 30 \xE0 12 h, 13 h \xE0 16 h 30]; [] is closed" }).superRefine((intervals, context) => {
  intervals.forEach(({ from }, at2) => {
    const before = intervals[at2 - 1];
    if (before && from < before.to)
      context.addIssue({ code: "custom", path: [at2], message: "an interval begins before the one above it ends" });
  });
});
function isDay(text2, shape6) {
  const whole = EACH_YEAR.test(text2) ? `${SOME_LEAP_YEAR}-${text2}` : text2;
  return shape6.test(text2) && DateTime4.fromISO(whole, { zone: "utc" }).isValid;
}
var oneDay = z8.string({ error: "a day is written as 2027-01-02" }).refine((text2) => isDay(text2, A_DATE), { error: ({ input }) => `\xAB ${input} \xBB is no day; write it as 2027-01-02` });
var dayOrEachYear = z8.string({ error: "a day is written as 2027-01-02, or 01-02 for each year" }).refine((text2) => isDay(text2, A_DATE) || isDay(text2, EACH_YEAR), {
  error: ({ input }) => `\xAB ${input} \xBB is no day; write it as 2027-01-02, or 01-02 for each year`
});
var label = z8.string({ error: "say in a few words why, for your colleagues" }).min(1, "say in a few words why");
var closedShape = z8.strictObject({ label, date: dayOrEachYear.optional(), from: dayOrEachYear.optional(), to: dayOrEachYear.optional() }).transform(({ label: label2, date, from = date, to = date }, context) => {
  const wrong = wrongSpan(date, from, to);
  if (wrong === void 0 && from && to) return { label: label2, from, to };
  context.addIssue({ code: "custom", message: wrong ?? "a closure has a date" });
  return z8.NEVER;
});
function wrongSpan(date, from, to) {
  if (!from || !to) return "a closure has either \xAB date \xBB, or both \xAB from \xBB and \xAB to \xBB";
  if (date && (from !== date || to !== date))
    return "a closure has either \xAB date \xBB, or \xAB from \xBB and \xAB to \xBB, not all three";
  if (EACH_YEAR.test(from) !== EACH_YEAR.test(to)) return "\xAB from \xBB and \xAB to \xBB both have a year, or neither has one";
  if (A_DATE.test(from) && to < from) return "\xAB to \xBB comes before \xAB from \xBB";
  return void 0;
}
var minutes = z8.int({ error: "a whole number of minutes" }).min(1, "at least 1 minute").max(1440, "at most 1440 minutes");
var day2 = hours.optional().transform((intervals) => intervals ?? []);
var hoursShape = z8.strictObject({
  timeZone: z8.string({ error: "a time zone is written as America/Toronto" }).refine((zone) => IANAZone.isValidZone(zone), {
    error: ({ input }) => `there is no time zone \xAB ${input} \xBB; Montr\xE9al and Qu\xE9bec are in America/Toronto`
  }),
  week: z8.strictObject({
    monday: day2,
    tuesday: day2,
    wednesday: day2,
    thursday: day2,
    friday: day2,
    saturday: day2,
    sunday: day2
  }),
  holidays: z8.enum(["Qu\xE9bec", "none"], { error: "write Qu\xE9bec, or none if the public holidays are days like others" }),
  closed: z8.array(closedShape).default([]),
  /** Days on which people answer although they are closed, or at other hours; without `hours`, at those of the week. */
  open: z8.array(z8.strictObject({ label, date: oneDay, hours: hours.optional() })).default([]),
  patience: z8.strictObject({ pickUp: minutes, remind: minutes, takeBack: minutes, quiet: minutes })
});

// src/desk/staff-file.ts
import { readFileSync as readFileSync2 } from "node:fs";
import { basename, dirname } from "node:path";

// src/desk/line-of.ts
function lineOf(text2, path) {
  const lines = text2.split(/\r?\n/);
  let found = -1;
  let end3 = lines.length;
  for (const part of path) {
    const next = /^\d+$/.test(part) ? itemIn(lines, found, end3, Number(part)) : keyIn(lines, found, end3, part);
    if (next === void 0) break;
    found = next;
    end3 = endOf(lines, next, end3);
  }
  return found + 1;
}
function keyIn(lines, after, end3, key) {
  const shape6 = new RegExp(`^\\s*(?:- +)?["']?${key.replace(/[^\w-]/g, "\\$&")}["']?\\s*:`);
  for (let at2 = Math.max(after, 0); at2 < end3; at2 += 1) if (shape6.test(lines[at2] ?? "")) return at2;
  return void 0;
}
function itemIn(lines, after, end3, which) {
  const items = [];
  for (let at2 = after + 1; at2 < end3; at2 += 1) {
    if (/^\s*- /.test(lines[at2] ?? "") && indent(lines[at2]) <= indent(lines[items[0] ?? at2])) items.push(at2);
  }
  return items[which];
}
function endOf(lines, start2, end3) {
  const depth = indent(lines[start2]);
  const isItem = /^\s*- /.test(lines[start2] ?? "");
  for (let at2 = start2 + 1; at2 < end3; at2 += 1) {
    const line2 = lines[at2] ?? "";
    if (/^\s*(#|$)/.test(line2)) continue;
    if (indent(line2) < depth) return at2;
    if (indent(line2) === depth && (isItem || !/^\s*- /.test(line2))) return at2;
  }
  return end3;
}
function indent(line2) {
  return /^\s*/.exec(line2 ?? "")?.[0].length ?? 0;
}

// src/desk/staff-file.ts
function readStaffFile(path) {
  const file = `${basename(dirname(path))}/${basename(path)}`;
  try {
    return { file, text: readFileSync2(path, "utf8"), findings: [] };
  } catch {
    const sentence = "The file is not there, or cannot be opened.";
    const remedy = "Bring it back from its last version; LISEZMOI.md says what it holds.";
    return { file, findings: [{ rule: "missing", severity: "error", file, sentence, remedy }] };
  }
}
function withLines(findings, text2) {
  return findings.map((finding) => {
    const unreadable = /\((\d+):\d+\)/.exec(finding.sentence)?.[1];
    const surplus = /Unrecognized key: "([^"]+)"/.exec(finding.sentence)?.[1];
    const within = finding.place === "whole file" ? [] : finding.place?.split(".") ?? [];
    const path = surplus ? [...within, surplus] : within;
    const line2 = finding.rule === "unreadable" ? unreadable : lineOf(text2, path);
    if (!line2) return finding;
    const field = path.filter((part) => !/^\d+$/.test(part)).join(".");
    return { ...finding, place: field ? `line ${line2}, ${field}` : `line ${line2}` };
  });
}

// src/desk/hours-file.ts
var HOURS_FILE = "desk/hours.yaml";
var NEVER = openHours({
  timeZone: "America/Toronto",
  week: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
  holidays: "none",
  closed: [],
  open: [],
  patience: { pickUp: 15, remind: 5, takeBack: 10, quiet: 60 }
});
function readHours(path) {
  const { file, text: text2, findings } = readStaffFile(path);
  if (text2 === void 0) return { findings };
  const wrong = [];
  const read3 = readYaml(text2, hoursShape, file, wrong);
  return { ...read3 ? { made: openHours(read3) } : {}, findings: withLines(wrong, text2) };
}
function followHours(path, trouble) {
  return followFile(path, readHours, NEVER, trouble);
}

// src/desk/canned.ts
function placeholdersIn(text2) {
  return [...new Set([...text2.matchAll(/\{([^{}\n]*)\}/g)].map(([, name2 = ""]) => name2.trim()))];
}
function isFilled(text2) {
  return !new RegExp("\\{[^{}\\n]*\\}|\\{\\p{L}|\\p{L}\\}", "u").test(text2);
}

// src/desk/figures.ts
function figuresOf(open2, asked, now, days, timeZone) {
  const waiting = open2.filter(({ standing: standing3 }) => standing3.is === "waiting");
  const oldest = Math.min(...waiting.map(({ askedAt }) => askedAt.getTime()));
  const toClaim = median(asked.flatMap(timeToClaim));
  const toClose = median(asked.flatMap(timeToClose));
  const rated = (rating) => asked.filter((each) => each.rating === rating).length;
  const dayOf2 = dayIn(timeZone);
  return {
    waiting: waiting.length,
    held: open2.length - waiting.length,
    ...waiting.length ? { oldestMs: now.getTime() - oldest } : {},
    ...toClaim === void 0 ? {} : { toClaimMs: toClaim },
    ...toClose === void 0 ? {} : { toCloseMs: toClose },
    rated: { yes: rated("yes"), partly: rated("partly"), no: rated("no") },
    days: lastDays(now, days, dayOf2).map((day3) => {
      const ofDay = asked.filter(({ askedAt }) => dayOf2(askedAt) === day3);
      const claims = median(ofDay.flatMap(timeToClaim));
      const ratings = ofDay.flatMap(({ rating }) => rating ?? []);
      return {
        day: day3,
        asked: ofDay.length,
        closed: ofDay.filter(({ standing: standing3 }) => standing3.is === "closed").length,
        ...claims === void 0 ? {} : { toClaimMs: claims },
        ...ratings.length ? { satisfied: ratings.filter((rating) => rating === "yes").length / ratings.length } : {}
      };
    })
  };
}
var ENOUGH4 = 10;
function typicalMinutes(asked) {
  const times = asked.flatMap(timeToClaim);
  const middle = times.length >= ENOUGH4 ? median(times) : void 0;
  return middle === void 0 ? void 0 : Math.max(1, Math.ceil(middle / 6e4));
}
function timeToClaim({ firstHeldAt, askedAt }) {
  return firstHeldAt ? [firstHeldAt.getTime() - askedAt.getTime()] : [];
}
function timeToClose({ firstHeldAt, standing: standing3, askedAt }) {
  return firstHeldAt && standing3.is === "closed" ? [standing3.at.getTime() - askedAt.getTime()] : [];
}
function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];
}
function dayIn(timeZone) {
  const day3 = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return (at2) => day3.format(at2);
}
var DAY_MS2 = 24 * 60 * 60 * 1e3;
function lastDays(now, count2, dayOf2) {
  const seen = /* @__PURE__ */ new Set();
  for (let back = count2 * 2 + 2; back >= 0; back--) seen.add(dayOf2(new Date(now.getTime() - back * DAY_MS2 / 2)));
  return [...seen].slice(-count2);
}

// src/desk/handed.ts
function toCounsellor(conversation, by2, at2, words5) {
  const { asking: _, leaving: __, isRating: ___, ...rest } = conversation;
  const next = { ...rest, offers: [], handling: { by: "counsellor", name: by2.name, since: at2 } };
  return { conversation: next, replies: [says("desk.answers", next, words5, [], { name: by2.name })] };
}
function toQueue(conversation, { reason: reason3, askedAt }, by2, why2, words5) {
  const next = { ...conversation, handling: { by: "nobody-yet", reason: reason3, since: askedAt } };
  return { conversation: next, replies: [says(`desk.${why2}`, next, words5, ["place", "cancel"], { name: by2.name })] };
}
function toAssistant(conversation, by2, why2, words5) {
  const next = { ...conversation, handling: { by: "assistant" } };
  return askWhetherItHelped(next, words5, [says(`desk.${why2}`, next, words5, [], { name: by2.name })]);
}
function toContactsInstead(conversation, words5) {
  const { language: language2 } = conversation;
  const { leaving: _, ...rest } = conversation;
  return {
    conversation: { ...rest, handling: { by: "assistant" }, offers: nearestContacts(language2, words5) },
    replies: [
      { ...contactsReply(words5.phrases.say("desk.failed", language2), language2, words5), answering: "assistant" }
    ]
  };
}
function tellLate(conversation, words5) {
  const { language: language2 } = conversation;
  const reply2 = contactsReply(words5.phrases.say("desk.late", language2), language2, words5);
  const ways = ["leave-message", "call-back", "cancel"].map((each) => ({
    label: words5.phrases.say(`choose.${each}`, language2)
  }));
  return {
    conversation: { ...conversation, offers: nearestContacts(language2, words5) },
    replies: [{ ...reply2, choices: [...reply2.choices ?? [], ...ways] }]
  };
}
function tellPlace(conversation, place, minutes2, words5) {
  const name2 = minutes2 === void 0 ? "desk.place" : "desk.place-typical";
  return {
    conversation,
    replies: [says(name2, conversation, words5, ["cancel"], { place, ...minutes2 === void 0 ? {} : { minutes: minutes2 } })]
  };
}

// src/desk/ledger.ts
import { setTimeout as pause } from "node:timers/promises";
var TRIES2 = 25;
async function decide(id2, decision, { escalations, conversations }) {
  for (let tries = 0; tries < TRIES2; tries++) {
    const escalation = await escalations.get(id2);
    const conversation = escalation && await conversations.get(escalation.conversation);
    if (!escalation || !conversation) return { is: "refused", because: { why: "unknown" } };
    const decided2 = decision(escalation, conversation);
    if ("why" in decided2) return { is: "refused", because: decided2 };
    if (decided2.escalation === escalation && !decided2.entries?.length) return { is: "done", escalation };
    const saved = await escalations.save(decided2);
    if (saved.is === "saved") return { is: "done", escalation: saved.escalation };
    if (saved.is === "said-before") return { is: "done", escalation };
    await pause(Math.random() * 10 * (tries + 1));
  }
  throw new Error(`The escalation ${id2} kept changing while a step was taken on it. Try again.`);
}
function noticesOf(replies, at2) {
  return replies.map((reply2) => ({ from: "assistant", at: at2, text: reply2.text, reply: reply2 }));
}

// src/desk/brief.ts
function briefOf(escalation, entries, language2, resources) {
  const consent = escalation.agreed.to;
  const before = entries.filter(({ position }) => position <= escalation.after);
  const articles = consent === "question" ? [] : before.flatMap(({ reply: reply2 }) => reply2?.articles.slice(0, 1) ?? []);
  return {
    consent,
    question: escalation.question,
    ...escalation.message ? { message: escalation.message } : {},
    ...escalation.callBack ? { callBack: escalation.callBack } : {},
    situation: consent === "question" ? [] : resources.inWords(escalation.situation, language2),
    tried: [...new Set(articles)].map((article) => ({ article, title: resources.title(article, language2) }))
  };
}
function linesFor(escalation, entries) {
  return entries.filter(
    ({ position, reply: reply2 }) => !reply2?.event && (escalation.agreed.to === "everything" || position > escalation.after)
  );
}

// src/desk/opened.ts
var MINUTE_MS = 6e4;
function itemOf(escalation, place, hours2, now) {
  const { standing: standing3, askedAt } = escalation;
  const isLate = standing3.is === "waiting" ? hours2.openBetween(askedAt, now) >= hours2.patience.pickUp * MINUTE_MS : standing3.is === "held" && standing3.remindedAt !== void 0;
  return {
    escalation,
    ...place === void 0 ? {} : { place },
    late: isLate,
    unread: standing3.is === "held" && standing3.personAt !== void 0
  };
}
function openedOf(from) {
  const { escalation, conversation, entries, deliveries, notes, earlier, item, language: language2, words: words5 } = from;
  return {
    escalation,
    conversation: { id: conversation.id, language: conversation.language, channel: conversation.address.channel },
    brief: briefOf(escalation, entries, language2, words5),
    lines: linesFor(escalation, entries).map((entry) => ({
      ...entry,
      cited: (entry.reply?.articles ?? []).slice(0, 3).map((article) => ({
        article,
        title: words5.title(article, language2)
      }))
    })),
    deliveries,
    notes,
    earlier,
    item
  };
}

// src/desk/tend.ts
var AGAIN_MS = 3e4;
var MINUTE_MS2 = 6e4;
function due(escalation, tending) {
  for (const look of [pickedUpLate, placeChanged, counsellorSilent, counsellorSlow, personQuiet]) {
    const found = look(escalation, tending);
    if (found) return found;
  }
  return void 0;
}
var pickedUpLate = (escalation, { now, hours: hours2, words: words5 }) => {
  if (escalation.standing.is !== "waiting" || escalation.told.lateAt) return void 0;
  if (hours2.openBetween(escalation.askedAt, now) < hours2.patience.pickUp * MINUTE_MS2) return void 0;
  return undisturbed((conversation) => decided(told(escalation, { lateAt: now }), tellLate(conversation, words5), now));
};
var placeChanged = (escalation, { now, hours: hours2, words: words5, places: all, typical }) => {
  const place = all.get(escalation.id);
  if (place === void 0 || place === escalation.told.place || !hours2.at(now).open) return void 0;
  const since = escalation.told.at;
  if (since && place !== 1 && now.getTime() - since.getTime() < AGAIN_MS) return void 0;
  return undisturbed(
    (conversation) => decided(told(escalation, { place, at: now }), tellPlace(conversation, place, typical, words5), now)
  );
};
var counsellorSilent = (escalation, { now, hours: hours2, words: words5 }) => {
  const { standing: standing3 } = escalation;
  if (!waitsFor(escalation, hours2.patience.takeBack, now) || standing3.is !== "held") return void 0;
  const line2 = byTheHouse("take-back", escalation, now, standing3.by.name);
  return (conversation) => decided(takeBack(escalation), toQueue(conversation, escalation, standing3.by, "given-back", words5), now, line2);
};
var counsellorSlow = (escalation, { now, hours: hours2 }) => {
  const { standing: standing3 } = escalation;
  if (!waitsFor(escalation, hours2.patience.remind, now)) return void 0;
  if (standing3.is !== "held" || standing3.remindedAt) return void 0;
  return () => decided(remind(escalation, now), void 0, now);
};
var personQuiet = (escalation, { now, hours: hours2, words: words5 }) => {
  const { standing: standing3 } = escalation;
  if (standing3.is !== "held" || standing3.personSince) return void 0;
  if (now.getTime() - standing3.lastWordAt.getTime() < hours2.patience.quiet * MINUTE_MS2) return void 0;
  const line2 = byTheHouse("close", escalation, now, "quiet");
  return (conversation) => decided(
    endFor(escalation, "no-answer", now),
    toAssistant(conversation, standing3.by, "ended-quiet", words5),
    now,
    line2
  );
};
function undisturbed(due2) {
  return (conversation) => conversation.leaving ? void 0 : due2(conversation);
}
function waitsFor({ standing: standing3 }, minutes2, now) {
  if (standing3.is !== "held" || !standing3.personSince) return false;
  return now.getTime() - standing3.personSince.getTime() >= minutes2 * MINUTE_MS2;
}
function decided(step, outcome2, now, audit) {
  if (step.is === "refused") return void 0;
  return {
    escalation: step.escalation,
    ...outcome2 ? { conversation: outcome2.conversation, entries: noticesOf(outcome2.replies, now) } : {},
    ...audit ? { audit } : {}
  };
}
function byTheHouse(act, { id: id2 }, at2, detail) {
  return { at: at2, who: "passerelle", name: "Passerelle", act, escalation: id2, detail };
}

// src/desk/open-desk.ts
var LONGEST_WORD = 4e3;
var DAY_MS3 = 24 * 60 * 60 * 1e3;
var SAME_VIEW_MS = 15 * 60 * 1e3;
var TYPICAL_DAYS = 7;
var GONE_MS = 2 * 60 * 1e3;
function openDesk(resources) {
  const { escalations, conversations, deliveries, staff, news } = resources;
  const viewed = /* @__PURE__ */ new Map();
  const step = (id2, by2, now, taken) => decide(
    id2,
    (escalation, conversation) => {
      const next = taken.take(escalation);
      if (next.is === "refused") return next.because;
      if (next.escalation === escalation) return { escalation };
      const told2 = taken.tell?.(conversation, escalation);
      return {
        escalation: next.escalation,
        ...told2 ? { conversation: told2.conversation, entries: noticesOf(told2.replies, now) } : {},
        audit: lineOf2(taken.act, by2, id2, now, taken.detail)
      };
    },
    resources
  );
  async function look(id2, by2, now) {
    for (const [key2, at2] of viewed) if (now.getTime() - at2 >= SAME_VIEW_MS) viewed.delete(key2);
    const key = JSON.stringify([id2, by2.id]);
    if (viewed.has(key)) return;
    await escalations.audit(lineOf2("view", by2, id2, now));
    viewed.set(key, now.getTime());
  }
  return {
    inbox: async (now) => {
      const open2 = await escalations.open();
      const placed = places(open2);
      return open2.map((escalation) => itemOf(escalation, placed.get(escalation.id), resources.hours(now), now));
    },
    open: async (id2, by2, language2, now) => {
      const escalation = await escalations.get(id2);
      const conversation = escalation && await conversations.get(escalation.conversation);
      if (!escalation || !conversation) return void 0;
      await look(id2, by2, now);
      const [entries, delivered, notes, all, open2] = await Promise.all([
        conversations.entries(conversation.id),
        deliveries.of(conversation.id),
        escalations.notes(conversation.id),
        escalations.of(conversation.id),
        escalations.open()
      ]);
      return openedOf({
        escalation,
        conversation,
        entries,
        deliveries: delivered,
        notes,
        earlier: all.filter((each) => each.id !== id2 && each.askedAt <= escalation.askedAt),
        item: itemOf(escalation, places(open2).get(id2), resources.hours(now), now),
        language: language2,
        words: wordsFor(resources.words())
      });
    },
    claim: (id2, by2, now) => step(id2, by2, now, {
      act: "claim",
      take: (escalation) => claim(escalation, by2, now),
      tell: (conversation) => toCounsellor(conversation, by2, now, resources.words())
    }),
    say: async (id2, by2, text2, key, now) => {
      const words5 = text2.trim();
      if (!words5) return { is: "refused", because: { why: "empty" } };
      if (words5.length > LONGEST_WORD) return { is: "refused", because: { why: "too-long" } };
      if (!isFilled(words5)) return { is: "refused", because: { why: "placeholder" } };
      return decide(
        id2,
        (escalation, conversation) => {
          const next = say(escalation, by2, now);
          if (next.is === "refused") return next.because;
          const reply2 = {
            text: words5,
            language: conversation.language,
            status: "counsellor",
            articles: [],
            publication: resources.words().library.publication,
            counsellor: by2.name
          };
          return {
            escalation: next.escalation,
            conversation,
            entries: [{ from: "counsellor", at: now, text: words5, reply: reply2, activityId: `word:${id2}:${key}` }],
            audit: lineOf2("say", by2, id2, now)
          };
        },
        resources
      );
    },
    note: async (id2, by2, text2, key, now) => {
      const words5 = text2.trim();
      if (!words5) return { is: "refused", because: { why: "empty" } };
      if (words5.length > LONGEST_WORD) return { is: "refused", because: { why: "too-long" } };
      const escalation = await escalations.get(id2);
      if (!escalation) return { is: "refused", because: { why: "unknown" } };
      await escalations.note(
        {
          id: key,
          conversation: escalation.conversation,
          escalation: id2,
          by: by2.id,
          name: by2.name,
          at: now,
          text: words5
        },
        lineOf2("note", by2, id2, now)
      );
      return { is: "done", escalation };
    },
    giveBack: (id2, by2, now, to) => step(id2, by2, now, {
      act: to ? "transfer" : "give-back",
      ...to ? { detail: "counsellor" in to ? to.counsellor.id : to.language } : {},
      take: (escalation) => giveBack(escalation, by2, to),
      tell: (conversation, escalation) => toQueue(conversation, escalation, by2, to ? "passed-on" : "given-back", resources.words())
    }),
    handBack: (id2, by2, now) => step(id2, by2, now, {
      act: "hand-back",
      take: (escalation) => close(escalation, by2, "handed-back", now),
      tell: (conversation) => toAssistant(conversation, by2, "ended", resources.words())
    }),
    close: (id2, by2, outcome2, now) => step(id2, by2, now, {
      act: "close",
      detail: outcome2,
      take: (escalation) => close(escalation, by2, outcome2, now),
      tell: (conversation) => toAssistant(conversation, by2, "ended", resources.words())
    }),
    fail: (id2, now) => step(id2, { id: "passerelle", name: "Passerelle" }, now, {
      act: "close",
      detail: "failed",
      take: (escalation) => endFor(escalation, "failed", now),
      tell: (conversation) => toContactsInstead(conversation, resources.words())
    }),
    deliverAgain: async (id2, by2, position, now) => {
      const escalation = await escalations.get(id2);
      if (!escalation) return { is: "refused", because: { why: "unknown" } };
      await deliveries.again(escalation.conversation, position, now);
      await escalations.audit(lineOf2("deliver-again", by2, id2, now));
      return { is: "done", escalation };
    },
    typing: async (id2, by2) => {
      const { standing: standing3, conversation } = await escalations.get(id2) ?? {};
      if (standing3?.is === "held" && standing3.by.id === by2.id) news.tell(`typing:counsellor:${conversation}`);
    },
    colleagues: async (now) => {
      const all = await staff.all();
      return all.map(
        (each) => now.getTime() - each.seenAt.getTime() > GONE_MS ? { ...each, presence: "away" } : each
      );
    },
    setPresence: async (by2, change, now) => {
      await staff.seen(by2, now);
      await staff.set(by2.id, change);
    },
    figures: async (now, days) => {
      const [open2, asked] = await Promise.all([
        escalations.open(),
        escalations.since(new Date(now.getTime() - days * DAY_MS3))
      ]);
      return figuresOf(open2, asked, now, days, resources.hours(now).timeZone);
    },
    tend: async (now) => {
      const open2 = await escalations.open();
      if (open2.length === 0) return 0;
      const hours2 = resources.hours(now);
      const recent = await escalations.since(new Date(now.getTime() - TYPICAL_DAYS * DAY_MS3));
      const tending = { now, hours: hours2, words: resources.words(), places: places(open2), typical: typicalMinutes(recent) };
      let done = 0;
      for (const seen of open2) {
        if (!due(seen, tending)) continue;
        const tended = await decide(
          seen.id,
          (fresh2, conversation) => due(fresh2, tending)?.(conversation) ?? { escalation: fresh2 },
          resources
        );
        if (tended.is === "done" && tended.escalation.version !== seen.version) done += 1;
      }
      return done;
    }
  };
}
function lineOf2(act, by2, escalation, at2, detail) {
  return { at: at2, who: by2.id, name: by2.name, act, escalation, ...detail ? { detail } : {} };
}
function wordsFor(words5) {
  return {
    title: (article, language2) => words5.library.articles.get(article)?.texts[language2]?.title ?? article,
    inWords: (situation2, language2) => toldOf(Object.keys(situation2), situation2, language2, words5)
  };
}

// src/desk/queue.ts
function placeOf(conversation, open2) {
  const mine = open2.find((each) => each.conversation === conversation);
  return mine && places(open2).get(mine.id);
}
function placeOfNew(reason3, open2) {
  const waiting = open2.filter(({ standing: standing3 }) => standing3.is === "waiting");
  return 1 + waiting.filter((each) => reason3 !== "distress" || each.reason === "distress").length;
}

// src/dialog/shelf.ts
import { join as join4 } from "node:path";

// src/dialog/occupations.ts
import { readFile } from "node:fs/promises";
import { join as join2 } from "node:path";
import { z as z9 } from "zod";

// src/dialog/occupation-words.ts
function makeLexicon(file) {
  const listed3 = (each) => new Set(LANGUAGES.flatMap((language2) => each[language2].flatMap(tokens)));
  const shortened = new Map(Object.entries(file.shortened).map(([short, long]) => [fold(short), long.map(fold)]));
  const ways = inEach((language2) => waysIn(language2, file, shortened));
  return {
    ways: inEach((language2) => grouped(ways[language2], (way) => way.keys[0] ?? "")),
    spellings: inEach((language2) => grouped(spellingsOf(ways[language2]), ({ sound }) => sound.slice(0, 1))),
    known: inEach((language2) => new Set(ways[language2].flatMap((way) => way.keys))),
    around: inEach((language2) => {
      const said = [...file.around[language2], ...countries(language2)].flatMap(tokens);
      return new Set(said.map((word) => keyOf(word, language2)));
    }),
    whose: listed3(file.whose),
    denials: listed3(file.denials),
    lookalikes: listed3(file.lookalikes),
    shortened
  };
}
function spellingsOf(ways) {
  const keys = /* @__PURE__ */ new Map();
  for (const way of ways)
    for (const [nth, key] of way.keys.entries()) keys.set(key, key).set(way.words[nth]?.said ?? key, key);
  return [...keys].filter(([, key]) => key.length > 3).map(([written3, key]) => spelt(written3, key));
}
function spelt(written3, key) {
  const sound = soundOf(written3);
  return { written: written3, key, sound, letters: lettersOf(sound) };
}
function soundOf(word) {
  return word.replace(/e?au/g, "o").replace(/ph/g, "f").replace(/^ps/, "s").replace(/qu|ck|k/g, "c").replace(/(?<![cs])h/g, "").replace(/g(?=[ei])/g, "j").replace(/c(?=[ei])/g, "s").replace(/[yzvظذثصط]/g, (letter) => ALIKE[letter] ?? letter).replace(/(.)\1+/g, "$1");
}
var ALIKE = { y: "i", z: "s", v: "b", \u0638: "\u0636", \u0630: "\u062F", \u062B: "\u062A", \u0635: "\u0633", \u0637: "\u062A" };
function lettersOf(word) {
  let letters = 0;
  for (let at2 = 0; at2 < word.length; at2++) letters |= 1 << (word.charCodeAt(at2) & 31);
  return letters;
}
function countOf(bits) {
  let count2 = 0;
  for (let rest = bits; rest; rest &= rest - 1) count2++;
  return count2;
}
function inEach(make2) {
  return Object.fromEntries(LANGUAGES.map((language2) => [language2, make2(language2)]));
}
function grouped(all, by2) {
  const groups = /* @__PURE__ */ new Map();
  for (const each of all) {
    const group = groups.get(by2(each));
    if (group) group.push(each);
    else groups.set(by2(each), [each]);
  }
  return groups;
}
function waysIn(language2, { occupations, shared }, shortened) {
  const way = (text2, ids, how) => {
    const words5 = wordsOf2(text2, shortened).map((word) => ({ ...word, said: word.said.replace(GLUED_ARTICLE, "") }));
    return { ids, how, language: language2, words: words5, keys: words5.map(({ said }) => keyOf(said, language2)) };
  };
  return [
    ...occupations.flatMap(({ id: id2, names: names2, also, fields }) => {
      const own = language2 === "en" ? [names2.en] : [names2[language2].m, names2[language2].f];
      return [
        ...[.../* @__PURE__ */ new Set([...own, ...also[language2]])].map((text2) => way(text2, [id2], "name")),
        ...fields[language2].map((text2) => way(text2, [id2], "field"))
      ];
    }),
    ...shared.flatMap((each) => each[language2].map((text2) => way(text2, each.ids, "shared")))
  ];
}
function countries(language2) {
  const names2 = new Intl.DisplayNames(language2, { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return letters.flatMap((one2) => letters.flatMap((other) => names2.of(one2 + other) ?? []));
}
var INSIDE = new Set("de du des d la le les l un une en the of an el los las lo una uno del al s".split(" "));
var APART = new Set(
  `a au aux dans pour avec sur depuis pendant in at for to with from since on con para desde hasta por
  \u0641\u064A \u0645\u0646 \u0645\u0646\u0630 \u0644\u0645\u062F\u0647 \u0627\u0644\u064A \u0639\u0644\u0649 \u0639\u0644\u064A \u0639\u0646 \u0645\u0639`.split(/\s+/)
);
var AS = new Set("as comme como \u0643".split(" "));
var CONJUNCTIONS = new Set("et ou mais puis and or but then y e o u pero \u0648 \u0627\u0648 \u062B\u0645 \u0644\u0643\u0646".split(" "));
var BOTH_GENDERS = new RegExp("(?<=\\p{L}{3})(?:\\((?:e|ne|le|ve|se|fe|ere|iere|euse|rice|trice|a|o|as|os)s?\\)|[.\xB7\u2022/](?:e|ne|le|ve|se|ere|iere|euse|rice|trice|a|o|as|os)(?:[.\xB7\u2022]?s)?)(?!\\p{L})", "gu");
var SIGNS = new RegExp('[,;:!?\xBF\xA1()[\\]"\xAB\xBB\u060C\u061B\u061F/|+&\\n]+|\\s[-\u2013\u2014]+\\s|(?<=\\p{L}{5})\\.(?=\\s|$)', "u");
function wordsOf2(text2, shortened) {
  const found = [];
  for (const clause of fold(text2).replace(BOTH_GENDERS, "").split(SIGNS)) {
    let after = "sign";
    for (const said of tokens(clause)) {
      const isShort = shortened.has(said) && shortened.has(found.at(-1)?.said ?? "");
      if (CONJUNCTIONS.has(said)) after = after === "sign" ? after : "conjunction";
      else if (AS.has(said)) after = after === "sign" ? after : "as";
      else if (APART.has(said) && !isShort) after = after === "word" ? "preposition" : after;
      else if (!INSIDE.has(said)) {
        found.push({ said, forms: [...formsOf2(said), ...shortened.get(said) ?? []], after });
        after = "word";
      }
    }
  }
  return found;
}
var ARABIC = new RegExp("\\p{Script=Arabic}", "u");
var ARTICLE = /^ال(?=.{3})/;
var GLUED_ARTICLE = /^[وف]?(?:[بك]?ال|لل)(?=.{3})/;
var GLUED = /^(?:[وف][بلك]?|[بلك])(?=.{3})/;
function formsOf2(said) {
  if (!ARABIC.test(said)) return [said];
  const bare = said.replace(GLUED_ARTICLE, "");
  return bare === said ? [said, said.replace(GLUED, "")] : [bare, bare.replace(ARTICLE, "")];
}
function keyOf(word, language2) {
  if (word.length < 4) return word;
  if (language2 === "ar") return withoutEndings(word.replace(/ي{2,}/g, "\u064A"));
  if (language2 === "en")
    return word.replace(/ies$/, "y").replace(/([^sui])s$/, "$1").replace(/men$/, "man");
  if (language2 === "es")
    return word.replace(/([rlndzj])es$/, "$1").replace(/s$/, "").replace(/[oa]$/, "");
  return word.replace(/aux$/, "al").replace(/[sx]$/, "").replace(/ere$/, "er").replace(/euse$/, "eur").replace(/trice$/, "teur").replace(/(?<=[aeiou])(n)ne$|(?<=[aeiou])(l)le$|(?<=[aeiou])(t)te$/, "$1$2$3").replace(/ive$/, "if").replace(/ee$/, "e").replace(/(?<=[^e])e$/, "");
}
var ARABIC_ENDINGS = ["\u0627\u062A", "\u064A\u0646", "\u0648\u0646", "\u0627\u0646", "\u064A\u0647", "\u0647", "\u064A", "\u0627"];
function withoutEndings(word) {
  const ending = ARABIC_ENDINGS.find((each) => word.endsWith(each) && word.length - each.length >= 3);
  return ending ? withoutEndings(word.slice(0, -ending.length)) : word;
}

// src/dialog/recognise-occupation.ts
var MOST_WORDS = 80;
var MOST_LIKELY = 3;
function recognise(text2, language2, lexicon, known4) {
  const words5 = wordsOf2(text2.slice(0, 1e3), lexicon.shortened).slice(0, MOST_WORDS);
  const stretches = stretchesOf(words5, language2, lexicon);
  const names2 = stretches.filter(({ how, plain: plain2 }) => how === "name" && plain2);
  const [id2, ...others] = mostSpecific(
    names2.flatMap(({ ids }) => ids),
    stretches,
    known4
  );
  if (id2 === void 0) return likely(byWeight(stretches));
  const family = [id2, known4.get(id2)?.kindOf];
  const unlike = known4.get(id2)?.unlike ?? [];
  const doubts = stretches.filter(({ how, ids }) => {
    if (how === "name" || ids.some((each) => family.includes(each) || others.includes(each))) return false;
    return how === "shared" || ids.some((each) => unlike.includes(each));
  });
  if (others.length || doubts.length) return likely([id2, ...others, ...doubts.flatMap(({ ids }) => ids)]);
  const own = names2.filter(({ ids }) => ids.some((each) => family.includes(each)));
  const kin = stretches.filter(({ ids }) => ids.some((each) => family.includes(each)));
  const isKin = (at2) => kin.some(({ from, to }) => from <= at2 && at2 <= to);
  const beside = own.map((each) => besides2(each, words5, lexicon, isKin));
  const written3 = own.some(({ slips }) => slips === 0) || isAlone(own, words5, lexicon);
  if (beside.includes("nothing") && written3) return { is: "sure", id: id2 };
  return likely(beside.includes("more") ? [id2, ...unlike] : [id2]);
}
function likely(ids) {
  const distinct = [...new Set(ids)].slice(0, MOST_LIKELY);
  return distinct.length ? { is: "likely", ids: distinct } : { is: "unknown" };
}
function byWeight(stretches) {
  const order = ["name", "shared", "field"];
  const ids = order.flatMap((how) => stretches.filter((each) => each.how === how).flatMap((each) => each.ids));
  const times = (id2) => ids.filter((each) => each === id2).length;
  return [...new Set(ids)].sort((one2, other) => times(other) - times(one2));
}
function mostSpecific(ids, stretches, known4) {
  const kinds = stretches.flatMap((each) => each.ids).filter((id2) => ids.includes(known4.get(id2)?.kindOf ?? ""));
  const general = new Set(kinds.map((id2) => known4.get(id2)?.kindOf));
  return [.../* @__PURE__ */ new Set([...ids.filter((id2) => !general.has(id2)), ...kinds])];
}
function besides2({ from, to }, words5, lexicon, isOwn) {
  const before = words5.slice(0, from).reverse();
  const start2 = [words5[from], ...before].findIndex((word) => word?.after === "sign");
  const near = before.slice(0, start2 < 0 ? FARTHEST : Math.min(start2, FARTHEST));
  if (near.some(({ said }) => lexicon.denials.has(said))) return "another";
  const first = near.findIndex((word, back) => !isOwn(from - 1 - back) && !isPassed(word, lexicon));
  const weighty = words5[from]?.after === "as" ? void 0 : near[first];
  if (weighty && lexicon.whose.has(weighty.said)) return "another";
  if (first === 0 && weighty && !isAround(weighty, lexicon)) return "more";
  const next = words5[to + 1];
  if (next?.after !== "word" || isOwn(to + 1)) return "nothing";
  if (lexicon.whose.has(next.said)) return "more";
  return isAround(next, lexicon) || isStop(next) ? "nothing" : "more";
}
var FARTHEST = 3;
function isPassed(word, lexicon) {
  return isStop(word) && !isAround(word, lexicon) && !lexicon.whose.has(word.said);
}
function isAround({ forms }, { around }) {
  return LANGUAGES.some((language2) => forms.some((form) => around[language2].has(keyOf(form, language2))));
}
function isStop({ said }) {
  return LANGUAGES.some((language2) => isStopWord(said, language2));
}
function isAlone(stretches, words5, lexicon) {
  return words5.every(
    (word, at2) => stretches.some(({ from, to }) => from <= at2 && at2 <= to) || isAround(word, lexicon) || isStop(word)
  );
}
function stretchesOf(words5, language2, lexicon) {
  const all = LANGUAGES.flatMap((each) => {
    const readings = words5.map((word) => readingsOf(word, each, lexicon));
    return words5.flatMap((_, at2) => waysAt(at2, words5, readings, each, lexicon));
  });
  const found = isAlone(all, words5, lexicon) ? all : all.filter(({ plain: plain2 }) => plain2);
  found.sort(
    (one2, other) => other.way.keys.length - one2.way.keys.length || one2.slips - other.slips || spanOf(one2) - spanOf(other) || one2.from - other.from
  );
  const taken = [];
  for (const each of found) {
    if (taken.some(({ from, to }) => each.from <= to && from <= each.to)) continue;
    const same = found.filter((other) => isSamePlace(each, other));
    const best = ofLanguage(same.some(({ exact }) => exact) ? same.filter(({ exact }) => exact) : same, language2);
    const ways = best.map(({ way }) => way);
    const ids = [...new Set(ways.flatMap((way) => way.ids))];
    const how = ways.find((way) => way.how !== "name")?.how ?? (ids.length > 1 ? "shared" : "name");
    taken.push({ from: each.from, to: each.to, slips: each.slips, plain: each.plain, ids, how });
  }
  return taken.sort((one2, other) => one2.from - other.from);
}
function isSamePlace(one2, other) {
  const asLong = one2.way.keys.length === other.way.keys.length && one2.slips === other.slips;
  return asLong && one2.from === other.from && one2.to === other.to;
}
function spanOf({ from, to }) {
  return to - from;
}
function ofLanguage(found, language2) {
  const own = found.filter(({ way, slips }) => way.language === language2 && slips === 0);
  return own.length ? own : found;
}
function readingsOf(word, language2, lexicon) {
  if (ARABIC.test(word.said) !== (language2 === "ar")) return [];
  const keys = word.forms.map((form) => keyOf(form, language2));
  const own = keys.map((key) => ({ key, slips: 0 }));
  if (keys.some((key) => lexicon.known[language2].has(key)) || !isMisspelt(word, lexicon)) return own;
  return [...own, ...[.../* @__PURE__ */ new Set([...word.forms, ...keys])].flatMap((written3) => nearest2(written3, language2, lexicon))];
}
function isMisspelt(word, lexicon) {
  return !(/\d/.test(word.said) || lexicon.lookalikes.has(word.said) || isStop(word) || isAround(word, lexicon));
}
function nearest2(written3, language2, { spellings }) {
  if (written3.length < (language2 === "ar" ? 4 : 5)) return [];
  const { sound, letters } = spelt(written3, written3);
  let most = written3.length >= LONG3 ? 2 : 1;
  let found = [];
  for (const each of spellings[language2].get(sound.slice(0, 1)) ?? []) {
    if (countOf(letters ^ each.letters) > 2 * most) continue;
    const slips = sound === each.sound ? 1 : Math.min(typosBetween(written3, each.written, most), 1 + typosBetween(sound, each.sound, most));
    if (slips > most) continue;
    if (slips < most) [most, found] = [slips, []];
    found.push({ key: each.key, slips });
  }
  return found;
}
var MOST_BETWEEN = 2;
function waysAt(at2, words5, readings, language2, lexicon) {
  return (readings[at2] ?? []).flatMap(
    ({ key }) => (lexicon.ways[language2].get(key) ?? []).flatMap((way) => follow2(way, at2, words5, readings, lexicon) ?? [])
  );
}
function follow2(way, from, words5, readings, lexicon) {
  let [to, slips, exact, plain2] = [from - 1, 0, true, true];
  for (const [nth, key] of way.keys.entries()) {
    const last = to;
    let reading;
    for (to += 1; ; to++) {
      const word2 = words5[to];
      if (!word2 || nth > 0 && isCut(word2) && !isCut(way.words[nth])) return void 0;
      reading = readings[to]?.find((each) => each.key === key);
      if (reading) break;
      if (nth === 0 || to - last > MOST_BETWEEN || !(isAround(word2, lexicon) || isStop(word2))) return void 0;
    }
    const word = words5[to];
    if (to - last > 1 && word?.after !== "word") return void 0;
    const same = word?.forms.includes(way.words[nth]?.said ?? "") ?? false;
    if (word && !same && lexicon.lookalikes.has(word.said)) return void 0;
    slips += reading.slips;
    plain2 &&= reading.slips === 0 || slips === 1 && isPlainSlip(word?.said ?? "", key);
    exact &&= same;
  }
  return { from, to, way, exact, slips, plain: plain2 };
}
function isCut(word) {
  return word?.after === "sign" || word?.after === "conjunction";
}
function isPlainSlip(said, key) {
  if (key.length < LONG3 || /(?:ed|ing|ado|ada|idos?)$/.test(said)) return false;
  return !(said.endsWith("er") && key.endsWith("eur"));
}
var LONG3 = 8;

// src/dialog/occupations.ts
var words2 = z9.array(z9.string().min(1)).default([]);
var inLanguages = { fr: words2, en: words2, es: words2, ar: words2 };
var byLanguage = z9.strictObject(inLanguages);
var gendered = z9.strictObject({ m: z9.string().min(2), f: z9.string().min(2) });
var occupationShape = z9.strictObject({
  id: z9.string().regex(/^[a-z]+(-[a-z]+)*$/),
  regulator: z9.enum(["order", "ccq", "qualified-trades", "teaching", "childcare", "none", "unknown"]),
  order: z9.string().startsWith("order-").optional(),
  names: z9.strictObject({ fr: gendered, en: z9.string().min(2), es: gendered, ar: gendered }),
  also: byLanguage.prefault({}),
  fields: byLanguage.prefault({}),
  kindOf: z9.string().optional(),
  unlike: z9.array(z9.string()).default([])
});
var fileShape = z9.strictObject({
  around: byLanguage,
  whose: byLanguage,
  denials: byLanguage,
  lookalikes: byLanguage,
  shortened: z9.record(z9.string(), words2),
  shared: z9.array(z9.strictObject({ ids: z9.array(z9.string()).min(1).max(3), ...inLanguages })),
  occupations: z9.array(occupationShape)
});
async function readOccupations(folder) {
  const file = join2(folder, "occupations.yaml");
  const parsed = fileShape.safeParse(readYamlText(await readFile(file, "utf8")));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(`The occupations are wrong in ${file}, at ${issue?.path.join(".")}: ${issue?.message}.`);
  }
  const known4 = new Map(parsed.data.occupations.map((each) => [each.id, each]));
  const wrong = faultOf(parsed.data, known4);
  if (wrong) throw new Error(`The occupations are wrong in ${file}: ${wrong}`);
  let made4;
  const lexicon = () => {
    made4 ??= makeLexicon(parsed.data);
    return made4;
  };
  return {
    ids: [...known4.keys()],
    get: (id2) => known4.get(id2),
    name: (id2, language2, gender) => nameOf(known4.get(id2), id2, language2, gender),
    recognise: (text2, language2) => recognise(text2, language2, lexicon(), known4),
    derive: (situation2) => {
      const trade = known4.get(situation2.trade ?? "");
      if (!trade) return situation2;
      const { order: _, ...rest } = situation2;
      return { ...rest, regulator: trade.regulator, ...trade.order ? { order: trade.order } : {} };
    }
  };
}
function faultOf({ occupations, shared }, known4) {
  if (known4.size < occupations.length) return "two occupations bear the same id.";
  for (const { id: id2, regulator: regulator2, order } of occupations) {
    if (regulator2 === "order" !== (order !== void 0))
      return `\xAB ${id2} \xBB names an order without being regulated by one, or the contrary.`;
  }
  const named2 = [
    ...occupations.flatMap(({ unlike, kindOf: kindOf2 }) => kindOf2 ? [...unlike, kindOf2] : unlike),
    ...shared.flatMap(({ ids }) => ids)
  ];
  const missing3 = named2.find((id2) => !known4.has(id2));
  return missing3 === void 0 ? void 0 : `\xAB ${missing3} \xBB is named but not described. Describe it, or name another.`;
}
var OR = { fr: "ou", en: "or", es: "o", ar: "\u0623\u0648" };
function nameOf(occupation2, id2, language2, gender) {
  if (!occupation2) return id2;
  if (language2 === "en") return occupation2.names.en;
  const { m, f } = occupation2.names[language2];
  if (gender) return gender === "m" ? m : f;
  if (m === f) return m;
  return `${m} ${language2 === "es" && /^h?o/i.test(f) ? "u" : OR[language2]} ${f}`;
}

// src/dialog/words.ts
import { readdir, readFile as readFile2 } from "node:fs/promises";
import { join as join3 } from "node:path";
import { z as z10 } from "zod";
var optionShape = z10.strictObject({
  label: z10.string().min(1).max(60),
  /** Other ways of saying it, found in the middle of a story as well. */
  also: z10.array(z10.string()).default([]),
  /** Ways that only answer the open question, in a few words: « au Québec », « cours » stand in many a sentence by accident. */
  alone: z10.array(z10.string()).default([]),
  /** Words beside which it is in doubt: « étudié » makes « au Maroc » a place of study. */
  unless: z10.array(z10.string()).default([])
});
var questionShape = z10.strictObject({
  /** The question, as it is asked. */
  ask: z10.string().min(3),
  /** Why it is asked. */
  why: z10.string().min(3),
  /** What it is about, as in « modifier mon métier ». */
  name: z10.string().min(2),
  /** Other ways of naming it. */
  also: z10.array(z10.string()).default([]),
  options: z10.record(z10.string(), optionShape).default({})
});
var dialogShape = z10.strictObject({
  title: z10.string().min(2),
  /** Ways of asking for this dialog. */
  opens: z10.array(z10.string()).default([]),
  intro: z10.string().optional(),
  questions: z10.record(z10.string(), questionShape).default({}),
  /** Sentences of its own, by name, such as what is said above the articles of an ending. */
  says: z10.record(z10.string(), z10.string()).default({})
});
async function readWords(folder) {
  const read3 = await Promise.all(
    LANGUAGES.map(async (language2) => {
      const file = join3(folder, `${language2}.yaml`);
      const parsed = dialogShape.safeParse(readYamlText(await readFile2(file, "utf8")));
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        throw new Error(`The words of a dialog are wrong in ${file}, at ${issue?.path.join(".")}: ${issue?.message}.`);
      }
      return [language2, parsed.data];
    })
  );
  return Object.fromEntries(read3);
}

// src/dialog/shelf.ts
async function readShelf(root, dialogs2) {
  const shared = await readWords(join4(root, "questions"));
  const own = /* @__PURE__ */ new Map();
  for (const { id: id2 } of dialogs2) own.set(id2, await readWords(join4(root, id2)));
  const occupations = await readOccupations(root);
  return makeShelf(dialogs2, own, shared, occupations);
}
function makeShelf(dialogs2, own, shared, occupations) {
  const words5 = (dialog2, language2) => {
    const found = own.get(dialog2)?.[language2];
    if (!found) throw new Error(`The dialog \xAB ${dialog2} \xBB has no words in \xAB ${language2} \xBB.`);
    return found;
  };
  return {
    dialogs: new Map(dialogs2.map((each) => [each.id, each])),
    occupations,
    words: words5,
    question: (dialog2, question2, language2) => {
      const found = words5(dialog2, language2).questions[question2] ?? shared[language2].questions[question2];
      if (!found) throw new Error(`The question \xAB ${question2} \xBB of \xAB ${dialog2} \xBB has no words in \xAB ${language2} \xBB.`);
      return found;
    },
    anyQuestion: (question2, language2) => shared[language2].questions[question2] ?? [...own.values()].map((each) => each[language2].questions[question2]).find((each) => each !== void 0)
  };
}

// src/knowledge/open-library.ts
import { setImmediate as breathe2 } from "node:timers/promises";

// src/knowledge/changes.ts
var PARTS = [...LANGUAGES, "about"];
function changed(before, after) {
  const paths = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
  const parts = /* @__PURE__ */ new Map();
  const beside = [];
  for (const path of paths) {
    const at2 = articlePath(path);
    if (!at2) beside.push(path);
    else parts.set(at2.id, (parts.get(at2.id) ?? /* @__PURE__ */ new Set()).add(partOf(at2.name)));
  }
  const [had, has] = [idsIn(before), idsIn(after)];
  const redirects = readRedirects(after, []);
  const articles = [...parts].map(([article, own]) => {
    const is = !had.has(article) ? "new" : has.has(article) ? "changed" : "retired";
    const to = is === "retired" ? idNow(article, redirects) : article;
    return { article, is, parts: PARTS.filter((part) => own.has(part)), ...to === article ? {} : { to } };
  });
  return { articles: articles.sort((one2, other) => one2.article < other.article ? -1 : 1), beside: beside.sort() };
}
function partOf(name2) {
  const language2 = name2.replace(/\.md$/, "");
  return isLanguage(language2) ? language2 : "about";
}
function idsIn(files) {
  return new Set([...files.keys()].flatMap((path) => articlePath(path)?.id ?? []));
}

// src/knowledge/glossary.ts
import { z as z11 } from "zod";
var words3 = z11.array(z11.string().min(1)).min(1);
var entryShape = z11.strictObject({
  id: z11.string().regex(/^[a-z0-9-]+$/),
  /** In each language the official term first, then what people say. */
  fr: words3,
  en: words3,
  es: words3,
  ar: words3,
  /** What people say in languages that we do not speak: understood, never shown. */
  other: words3.optional()
});
var glossaryShape = z11.strictObject({ terms: z11.array(entryShape) });
function glossaryOf(entries) {
  return {
    entries,
    synonyms: (language2) => entries.map((entry) => [...entry[language2], ...entry.other ?? []]).filter((group) => group.length > 1)
  };
}
var NO_GLOSSARY = glossaryOf([]);
function readGlossary(files, findings) {
  const file = "glossary.yaml";
  const text2 = files.get(file);
  if (text2 === void 0) {
    findings.push({
      rule: "missing",
      severity: "error",
      file,
      sentence: "The content folder has no glossary.",
      remedy: "Write one that begins \xAB terms: [] \xBB."
    });
    return NO_GLOSSARY;
  }
  const read3 = readYaml(text2, glossaryShape, file, findings);
  if (!read3) return NO_GLOSSARY;
  const seen = /* @__PURE__ */ new Set();
  for (const { id: id2 } of read3.terms) {
    if (seen.has(id2)) {
      findings.push({
        rule: "same-term-id",
        severity: "error",
        file,
        place: id2,
        sentence: `Two terms are called \xAB ${id2} \xBB.`,
        remedy: "Make them one, or give each its own identifier."
      });
    }
    seen.add(id2);
  }
  return glossaryOf(read3.terms);
}

// src/knowledge/scope.ts
import { z as z12 } from "zod";
var sourceElsewhere2 = z12.string().regex(/^[a-z0-9.-]+\/[a-z0-9-]+$/);
function inEveryLanguage(shape6) {
  return z12.strictObject(Object.fromEntries(LANGUAGES.map((language2) => [language2, shape6])));
}
var terms2 = inEveryLanguage(z12.array(z12.string().min(2)));
var topicShape = z12.strictObject({
  id: z12.string().regex(/^[a-z0-9-]+$/),
  /** Words by which a message is about this topic. */
  terms: terms2,
  /** Words that only speak of this topic: with a word of ours beside them, or a sure answer, the message is ours. */
  mentions: terms2.optional(),
  /** Words that make it ours after all, such as « permis d'exercice ». */
  unless: terms2.optional(),
  /** What is said, naming the right door; with the tokens of an article. */
  says: inEveryLanguage(z12.string().min(10)),
  sources: z12.record(z12.string(), z12.union([sourceShape, sourceElsewhere2])),
  facts: z12.record(z12.string(), factShape).optional(),
  /** Articles of ours that may help all the same. */
  offers: z12.array(z12.string())
});
var scopeShape = z12.strictObject({
  review: z12.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** Words of our own trade. */
  ours: terms2,
  emergencies: z12.array(topicShape.extend({ kind: z12.enum(["danger", "distress"]) })),
  outOfScope: z12.array(topicShape)
});
var NO_SCOPE = {
  review: "9999-12-31",
  ours: { fr: [], en: [], es: [], ar: [] },
  emergencies: [],
  outOfScope: []
};
function readScope(files, findings) {
  const text2 = files.get("scope.yaml");
  if (text2 === void 0) {
    findings.push({
      rule: "missing",
      severity: "error",
      file: "scope.yaml",
      sentence: "The content folder does not say what is an emergency and what is out of scope.",
      remedy: "Write scope.yaml, or bring it back from the last version."
    });
    return NO_SCOPE;
  }
  return readYaml(text2, scopeShape, "scope.yaml", findings) ?? NO_SCOPE;
}

// src/knowledge/content.ts
function contentReader() {
  const articles = articlesReader();
  const glossary = remembering("glossary.yaml", readGlossary);
  const scope = remembering("scope.yaml", readScope);
  const redirects = remembering(REDIRECTS, readRedirects);
  return (files) => {
    const read3 = articles(files);
    const beside = { glossary: glossary(files), scope: scope(files), redirects: redirects(files) };
    return {
      articles: read3.articles,
      glossary: beside.glossary.value,
      scope: beside.scope.value,
      redirects: beside.redirects.value,
      planPage: files.get(PLAN_PAGE) ?? "",
      findings: [read3, ...Object.values(beside)].flatMap(({ findings }) => findings)
    };
  };
}
function remembering(path, read3) {
  let last;
  return (files) => {
    const text2 = files.get(path);
    if (!last || last.text !== text2) {
      const findings = [];
      last = { text: text2, value: read3(files, findings), findings };
    }
    return last;
  };
}

// src/knowledge/one-sentence.ts
var PART = {
  fr: "fran\xE7ais",
  en: "anglais",
  es: "espagnol",
  ar: "arabe",
  about: "faits"
};
var BESIDE = {
  "glossary.yaml": "glossaire modifi\xE9",
  "scope.yaml": "sujets hors de notre port\xE9e modifi\xE9s",
  [PLAN_PAGE]: "page du plan d\u2019action modifi\xE9e"
};
var MOST_NAMED = 3;
function inOneSentence({ articles, beside }, title = (id2) => id2) {
  const moved = articles.filter(({ to }) => to !== void 0);
  const arrived = new Set(moved.map(({ to }) => to));
  const fresh2 = articles.filter(({ is, article }) => is === "new" && !arrived.has(article));
  const altered = articles.filter(({ is }) => is === "changed");
  const gone = articles.filter(({ is, to }) => is === "retired" && to === void 0);
  const said = [
    ...altered.length > MOST_NAMED ? [`${altered.length} fiches modifi\xE9es`] : altered.map((one2) => alteredOne(one2, title)),
    ...counted(fresh2, title, "nouvelle fiche", "nouvelles fiches"),
    ...moved.length > MOST_NAMED ? [`${moved.length} fiches men\xE9es ailleurs`] : moved.map(({ article, to }) => `\xAB ${title(article)} \xBB m\xE8ne maintenant \xE0 \xAB ${title(to ?? "")} \xBB`),
    ...counted(gone, title, "fiche retir\xE9e", "fiches retir\xE9es"),
    ...beside.filter((path) => path !== REDIRECTS || !moved.length).map((path) => BESIDE[path] ?? "redirections modifi\xE9es")
  ].join(" ; ");
  return said ? said.charAt(0).toUpperCase() + said.slice(1) : "Rien ne change";
}
function alteredOne({ article, parts }, title) {
  const names2 = parts.map((part) => PART[part]);
  const isMany = names2.length > 1 || parts.includes("about");
  return `${title(article)} : ${listed2(names2)} ${isMany ? "modifi\xE9s" : "modifi\xE9"}`;
}
function counted(some, title, one2, many) {
  const [only] = some;
  if (!only) return [];
  return [some.length === 1 ? `${one2} : ${title(only.article)}` : `${some.length} ${many}`];
}
function listed2(names2) {
  return names2.length < 2 ? names2.join("") : `${names2.slice(0, -1).join(", ")} et ${names2.at(-1)}`;
}

// src/knowledge/open-library.ts
var HOUSE = { id: "passerelle", name: "Passerelle" };
var LOOK_MS = 1e3;
async function openLibrary(ground) {
  const { publications, news, trouble } = ground;
  const read3 = contentReader();
  const own = readFiles(ground.folder);
  let published = publishedOf(await firstPublication(ground, own, titlesOf(read3(own))));
  let turning;
  let isDue = false;
  let closed2 = false;
  function publishedOf({ publication, files }) {
    const content = read3(files);
    return { publication, files, content, library: buildLibrary(content, publication.number) };
  }
  async function turn() {
    const publication = await publications.latest();
    if (!publication || publication.number <= published.publication.number) return;
    const files = await publications.files(publication);
    await breathe2();
    const content = read3(files);
    await breathe2();
    const library = buildLibrary(content, publication.number, published.library);
    for (const language2 of LANGUAGES) {
      await breathe2();
      library.warm(language2);
    }
    published = { publication, files, content, library };
  }
  function look() {
    isDue = true;
    turning ??= (async () => {
      try {
        while (isDue && !closed2) {
          isDue = false;
          await turn();
        }
      } finally {
        turning = void 0;
      }
    })();
    return turning;
  }
  const follow3 = () => {
    isDue = true;
    if (closed2 || turning) return;
    look().catch((error) => {
      if (!closed2) trouble("What was published cannot be read here yet; it is tried again.", error);
    });
  };
  const unfollow = news.follow("publication", follow3);
  const looking = setInterval(follow3, LOOK_MS);
  looking.unref();
  return {
    get published() {
      return published;
    },
    refresh: async () => {
      await look();
      return published;
    },
    close: async () => {
      closed2 = true;
      clearInterval(looking);
      unfollow();
      await turning?.catch(() => {
      });
    }
  };
}
async function firstPublication({ publications, now, notice: notice2 }, own, title) {
  for (; ; ) {
    const latest = await publications.latest();
    if (latest && isMadeOf(latest, own)) return { publication: latest, files: own };
    if (latest && latest.origin !== "files") {
      notice2(
        `The files in knowledge/ are not what people read: publication ${latest.number} is, which staff made. To publish the files instead: npm run knowledge -- import knowledge`
      );
      return { publication: latest, files: await publications.files(latest) };
    }
    const before = latest ? await publications.files(latest) : /* @__PURE__ */ new Map();
    const made4 = await publications.publish({
      base: latest?.number ?? 0,
      at: now(),
      by: HOUSE,
      origin: "files",
      reason: latest ? "Nouvelle livraison de Passerelle" : "Premi\xE8re ouverture de Passerelle",
      says: latest ? inOneSentence(changed(before, own), title) : `Premi\xE8re publication : ${countOf2(own)} fiches`,
      files: own
    });
    if (made4.is === "published") return { publication: made4.publication, files: own };
  }
}
function isMadeOf({ digests }, files) {
  return digests.size === files.size && [...files].every(([path, text2]) => digests.get(path) === wholeDigestOf(text2));
}
function titlesOf({ articles }) {
  const titles = new Map(articles.map(({ id: id2, texts }) => [id2, texts[ORIGINAL]?.title]));
  return (article) => titles.get(article) ?? article;
}
function countOf2(files) {
  return new Set([...files.keys()].flatMap((path) => articlePath(path)?.id ?? [])).size;
}

// src/language/phrases.ts
import { readFile as readFile3 } from "node:fs/promises";
import { join as join5 } from "node:path";
async function readPhrases2(folder) {
  const trees = /* @__PURE__ */ new Map();
  for (const language2 of LANGUAGES) {
    trees.set(language2, flat(readYamlText(await readFile3(join5(folder, `${language2}.yaml`), "utf8"))));
  }
  return phrasesOf2(trees);
}
function phrasesOf2(trees) {
  const original = trees.get(ORIGINAL) ?? {};
  for (const [language2, tree] of trees) {
    const missing3 = Object.keys(original).filter((name2) => !(name2 in tree));
    const surplus = Object.keys(tree).filter((name2) => !(name2 in original));
    if (missing3.length || surplus.length) {
      throw new Error(
        `The phrases in \xAB ${language2} \xBB differ from the French ones: missing ${missing3.join(", ") || "none"}, surplus ${surplus.join(", ") || "none"}.`
      );
    }
    for (const name2 of Object.keys(original)) {
      if (slots(original[name2]) !== slots(tree[name2])) {
        throw new Error(`The phrase \xAB ${name2} \xBB does not hold the same {words} in \xAB ${language2} \xBB as in French.`);
      }
    }
  }
  const find2 = (name2, language2) => {
    const found = trees.get(language2)?.[name2];
    if (found === void 0) throw new Error(`There is no phrase \xAB ${name2} \xBB in \xAB ${language2} \xBB.`);
    return found;
  };
  return {
    say: (name2, language2, words5 = {}) => {
      const found = find2(name2, language2);
      const text2 = typeof found === "string" ? found : found[0] ?? "";
      return text2.replace(/\{(\w+)\}/g, (whole, slot) => String(words5[slot] ?? whole));
    },
    list: (name2, language2) => {
      const found = find2(name2, language2);
      return typeof found === "string" ? [found] : found;
    }
  };
}
function slots(phrase) {
  if (typeof phrase !== "string") return "";
  return [...new Set(phrase.match(/\{\w+\}/g) ?? [])].sort().join();
}
function flat(tree, prefix = "") {
  const names2 = {};
  for (const [name2, value2] of Object.entries(tree ?? {})) {
    const whole = prefix ? `${prefix}.${name2}` : name2;
    if (typeof value2 === "string") names2[whole] = value2.trimEnd();
    else if (Array.isArray(value2)) names2[whole] = value2.map(String);
    else Object.assign(names2, flat(value2, whole));
  }
  return names2;
}

// src/page/plan-token.ts
import { createHash as createHash3, createHmac, timingSafeEqual as timingSafeEqual2 } from "node:crypto";
var PLANS = "/plan";
var PLAN_DAYS = 30;
var LIFE_MS = PLAN_DAYS * 24 * 60 * 60 * 1e3;
var SHAPE = /^([\w-]{1,400})\.([0-9a-z]{6,10})\.([\w-]{43})$/;
function openPlanTokens(secret) {
  const key = createHash3("sha256").update(`printable-plan:${secret}`).digest();
  const sign = (signed) => createHmac("sha256", key).update(signed).digest("base64url");
  return {
    write: (conversation, now) => {
      const signed = `${Buffer.from(conversation).toString("base64url")}.${(now.getTime() + LIFE_MS).toString(36)}`;
      return `${signed}.${sign(signed)}`;
    },
    read: (token, now) => {
      const [, id2 = "", expiry = "", signature = ""] = SHAPE.exec(token) ?? [];
      if (!signature || !isSame2(signature, sign(`${id2}.${expiry}`))) return { is: "wrong" };
      const conversation = Buffer.from(id2, "base64url").toString();
      const expires = Number.parseInt(expiry, 36);
      if (expires <= now.getTime()) return { is: "expired", conversation };
      return { is: "good", conversation, made: new Date(expires - LIFE_MS), expires: new Date(expires) };
    }
  };
}
function isSame2(one2, other) {
  return timingSafeEqual2(Buffer.from(one2), Buffer.from(other));
}

// src/store/store.ts
import { sql as sql15 } from "kysely";

// src/store/conversations.ts
import { sql as sql5 } from "kysely";

// src/store/conversation-row.ts
import { sql } from "kysely";

// src/store/remembered.ts
import { z as z14 } from "zod";

// src/store/shapes.ts
import { z as z13 } from "zod";
function oneOf(words5) {
  return z13.enum(Object.keys(words5));
}
function kindOf(tag, shapes) {
  const tagged = z13.looseObject({ [tag]: z13.string() });
  return (value2) => {
    const read3 = tagged.safeParse(value2);
    const kind = read3.success ? String(read3.data[tag]) : "";
    if (!Object.hasOwn(shapes, kind)) return void 0;
    const { data } = shapes[kind]?.safeParse(value2) ?? {};
    return data;
  };
}
var language = z13.enum(LANGUAGES).catch(ORIGINAL);
var reason = oneOf({
  asked: true,
  dialog: true,
  "not-found": true,
  unsure: true,
  distress: true
});
var agreed = z13.looseObject({
  to: oneOf({ everything: true, summary: true, question: true }).catch("question"),
  wording: z13.string(),
  language,
  at: z13.coerce.date()
});

// src/store/remembered.ts
var handling = kindOf("by", {
  assistant: z14.looseObject({ by: z14.literal("assistant") }),
  "nobody-yet": z14.looseObject({ by: z14.literal("nobody-yet"), reason: reason.catch("asked"), since: z14.coerce.date() }),
  counsellor: z14.looseObject({ by: z14.literal("counsellor"), name: z14.string(), since: z14.coerce.date() })
});
var offer = kindOf("to", {
  passage: z14.looseObject({ label: z14.string(), to: z14.literal("passage"), article: z14.string(), section: z14.string() }),
  person: z14.looseObject({ label: z14.string(), to: z14.literal("person"), reason: reason.optional().catch(void 0) }),
  language: z14.looseObject({ label: z14.string(), to: z14.literal("language"), language: z14.enum(LANGUAGES) }),
  words: z14.looseObject({ label: z14.string(), to: z14.literal("words"), words: z14.string() })
});
var asking = z14.looseObject({
  reason: reason.catch("asked"),
  question: z14.string().optional(),
  asks: oneOf({ consent: true, question: true }),
  agreed: agreed.optional(),
  passedOver: z14.boolean().optional()
});
var given = z14.looseObject({
  position: z14.number(),
  question: z14.string(),
  language,
  articles: z14.array(z14.string()),
  publication: z14.number()
});
var remembered = z14.looseObject({
  language,
  languageFrom: oneOf({ default: true, locale: true, words: true, chosen: true }).catch("default"),
  handling: z14.unknown().optional().transform((value2) => handling(value2) ?? { by: "assistant" }),
  // An offer that this release does not know is not on offer.
  offers: z14.array(z14.unknown()).catch([]).transform((offers) => offers.flatMap((each) => offer(each) ?? [])),
  subject: z14.looseObject({ question: z14.string(), articles: z14.array(z14.string()) }).optional().catch(void 0),
  situation: z14.record(z14.string(), z14.string()).catch({}),
  dialog: z14.looseObject({
    id: z14.string(),
    asked: z14.string().optional(),
    confirming: z14.array(z14.string()).optional(),
    unclear: z14.number().catch(0)
  }).optional().catch(void 0),
  plan: z14.looseObject({ dialog: z14.string(), publication: z14.number(), digests: z14.record(z14.string(), z14.string()) }).optional().catch(void 0),
  lastAsked: z14.string().optional().catch(void 0),
  asking: asking.optional().catch(void 0),
  leaving: oneOf({ message: true, "call-back": true }).optional().catch(void 0),
  isRating: z14.boolean().optional().catch(void 0),
  given: given.optional().catch(void 0),
  asksWhy: given.optional().catch(void 0),
  unsureInARow: z14.number().catch(0),
  welcomed: z14.boolean().catch(false),
  person: z14.looseObject({ id: z14.string(), name: z14.string().optional() }).catch({ id: "" }),
  wayBack: z14.unknown().optional()
});
var replyStatus = oneOf({
  answered: true,
  quoted: true,
  unsure: true,
  "not-found": true,
  "out-of-scope": true,
  emergency: true,
  "held-back": true,
  failed: true,
  dialog: true,
  notice: true,
  handoff: true,
  counsellor: true
});
var link = z14.looseObject({ title: z14.string(), address: z14.string() });
var outline = z14.looseObject({
  intro: z14.string(),
  stages: z14.array(
    z14.looseObject({
      heading: z14.string(),
      steps: z14.array(
        z14.looseObject({
          title: z14.string(),
          summary: z14.string(),
          why: z14.string().optional(),
          contact: z14.string().optional(),
          source: link.optional()
        })
      ),
      more: z14.string().optional()
    })
  ),
  notes: z14.array(z14.string()),
  page: z14.looseObject({ label: z14.string(), address: z14.string() }).optional()
});
var event = z14.looseObject({
  name: z14.literal("handoff.initiate"),
  escalation: z14.string(),
  context: z14.record(z14.string(), z14.unknown())
});
var reply = z14.looseObject({
  text: z14.string().catch(""),
  language,
  status: replyStatus.catch("notice"),
  articles: z14.array(z14.string()).catch([]),
  publication: z14.number().catch(0),
  dialog: z14.string().optional().catch(void 0),
  question: z14.string().optional().catch(void 0),
  choices: z14.array(z14.looseObject({ label: z14.string(), says: z14.string().optional() })).optional().catch(void 0),
  citations: z14.array(
    z14.looseObject({
      position: z14.number(),
      passage: z14.string(),
      digest: z14.string(),
      title: z14.string(),
      address: z14.string(),
      abstract: z14.string()
    })
  ).optional().catch(void 0),
  plan: outline.optional().catch(void 0),
  answering: z14.enum(["assistant", "nobody-yet", "counsellor"]).optional().catch(void 0),
  counsellor: z14.string().optional().catch(void 0),
  byModel: z14.boolean().optional().catch(void 0),
  toMark: z14.boolean().optional().catch(void 0),
  event: event.optional().catch(void 0)
});
function writeRemembered(conversation) {
  const { id: id2, address: address2, version, startedAt, lastHeardAt, ...rest } = conversation;
  return JSON.stringify(rest);
}
function readRemembered(state) {
  return remembered.parse(JSON.parse(state));
}
function writeReply(given2) {
  return JSON.stringify(given2);
}
function readReply(given2) {
  return reply.parse(JSON.parse(given2));
}

// src/store/storable.ts
var LONGEST_ID = 1024;
function storable(words5) {
  return Buffer.from(words5.replaceAll("\0", ""), "utf8").toString("utf8");
}
function storableId(id2, of) {
  if (id2.includes("\0")) {
    throw new Error(`The id of ${of} holds a NUL character, which a database cannot keep. Refuse it at the door.`);
  }
  if (Buffer.byteLength(id2, "utf8") > LONGEST_ID) {
    throw new Error(`The id of ${of} is longer than ${LONGEST_ID} bytes. Refuse it at the door.`);
  }
  return id2;
}

// src/store/conversation-row.ts
function later(at2) {
  const moment = sql.lit(at2.getTime());
  return sql`case when last_heard_at < ${moment} then ${moment} else last_heard_at end`;
}
function rowOfConversation(fresh2, after) {
  return {
    conversation: storableId(fresh2.id, "a conversation"),
    channel: storableId(fresh2.address.channel, "a channel"),
    channel_conversation: storableId(fresh2.address.conversation, "a channel's conversation"),
    state: writeRemembered(fresh2),
    version: 0,
    last_position: after,
    started_at: fresh2.startedAt.getTime(),
    last_heard_at: fresh2.lastHeardAt.getTime()
  };
}
function conversationOf(row) {
  return {
    ...readRemembered(row.state),
    id: row.conversation,
    address: { channel: row.channel, conversation: row.channel_conversation },
    startedAt: new Date(row.started_at),
    lastHeardAt: new Date(row.last_heard_at),
    version: row.version
  };
}

// src/store/entries.ts
function rowOfHeard(conversation, position, heard2) {
  return {
    conversation,
    position,
    said_by: "person",
    kind: heard2.kind,
    at: heard2.at.getTime(),
    text: storable(heard2.text),
    activity_id: storableId(heard2.activityId, "an activity"),
    client_id: heard2.clientId === void 0 ? null : storableId(heard2.clientId, "a client's activity"),
    answered: 0,
    redacted: heard2.redacted ? 1 : 0,
    value: heard2.value === void 0 ? null : JSON.stringify(heard2.value),
    locale: heard2.locale === void 0 ? null : storable(heard2.locale),
    reply: null,
    answers: null
  };
}
function rowOfEntry(conversation, position, entry) {
  return {
    conversation,
    position,
    said_by: entry.from,
    kind: "message",
    at: entry.at.getTime(),
    text: storable(entry.text),
    activity_id: entry.activityId === void 0 ? null : storableId(entry.activityId, "an activity"),
    client_id: entry.clientId === void 0 ? null : storableId(entry.clientId, "a client's activity"),
    answered: 1,
    redacted: 0,
    value: null,
    locale: null,
    reply: entry.reply === void 0 ? null : writeReply(entry.reply),
    answers: entry.answers ?? null
  };
}
function entryOf(row) {
  return {
    position: row.position,
    from: row.said_by,
    at: new Date(row.at),
    text: row.text,
    ...row.activity_id === null ? {} : { activityId: row.activity_id },
    ...row.client_id === null ? {} : { clientId: row.client_id },
    ...row.reply === null ? {} : { reply: readReply(row.reply) },
    ...row.answers === null ? {} : { answers: row.answers }
  };
}
function heardOf(row) {
  return {
    conversation: row.conversation,
    position: row.position,
    kind: row.kind,
    activityId: row.activity_id ?? "",
    ...row.client_id === null ? {} : { clientId: row.client_id },
    text: row.text,
    redacted: row.redacted === 1,
    ...row.value === null ? {} : { value: JSON.parse(row.value) },
    ...row.locale === null ? {} : { locale: row.locale },
    at: new Date(row.at),
    answered: row.answered === 1
  };
}

// src/store/erase.ts
var KNOW_A_CONVERSATION = {
  conversations: true,
  entries: true,
  deliveries: true,
  escalations: true,
  notes: true,
  gaps: true,
  feedback: true,
  addresses: true
};
var ERASED_TABLES = Object.keys(KNOW_A_CONVERSATION);
async function eraseConversation({ rows, scrub }, conversation) {
  const gone = await rows.transaction().execute(async (transaction) => {
    const counts = {};
    for (const table of ERASED_TABLES) {
      const deleted = await transaction.deleteFrom(table).where("conversation", "=", conversation).executeTakeFirst();
      counts[table] = Number(deleted.numDeletedRows);
    }
    return counts;
  });
  await scrub();
  return gone;
}

// src/store/turn.ts
import { sql as sql4 } from "kysely";

// src/store/desk-order.ts
import { sql as sql2 } from "kysely";

// src/store/remembered-escalation.ts
import { z as z15 } from "zod";
var counsellor = z15.looseObject({ id: z15.string(), name: z15.string() });
var outcome = oneOf({
  answered: true,
  referred: true,
  "handed-back": true,
  "no-answer": true,
  withdrawn: true,
  failed: true
});
var standing = kindOf("is", {
  waiting: z15.looseObject({ is: z15.literal("waiting") }),
  held: z15.looseObject({
    is: z15.literal("held"),
    by: counsellor,
    since: z15.coerce.date(),
    lastWordAt: z15.coerce.date(),
    personSince: z15.coerce.date().optional().catch(void 0),
    personAt: z15.coerce.date().optional().catch(void 0),
    remindedAt: z15.coerce.date().optional().catch(void 0)
  }),
  closed: z15.looseObject({
    is: z15.literal("closed"),
    at: z15.coerce.date(),
    by: counsellor.optional().catch(void 0),
    outcome: outcome.catch("no-answer")
  })
});
var remembered2 = z15.looseObject({
  // One that this release does not know waits for whoever knows what to do.
  standing: z15.unknown().optional().transform((value2) => standing(value2) ?? { is: "waiting" }),
  reason: reason.catch("asked"),
  language,
  question: z15.string().catch(""),
  agreed: agreed.catch({ to: "question", wording: "", language: "fr", at: /* @__PURE__ */ new Date(0) }),
  situation: z15.record(z15.string(), z15.string()).catch({}),
  // Where it is not known what came before the request, nothing did after.
  after: z15.number().catch(Number.MAX_SAFE_INTEGER),
  message: z15.string().optional().catch(void 0),
  callBack: z15.string().optional().catch(void 0),
  wanted: z15.union([z15.looseObject({ counsellor }), z15.looseObject({ language: z15.enum(LANGUAGES) })]).optional().catch(void 0),
  firstHeldAt: z15.coerce.date().optional().catch(void 0),
  told: z15.looseObject({
    place: z15.number().optional(),
    at: z15.coerce.date().optional(),
    lateAt: z15.coerce.date().optional()
  }).catch({}),
  rating: oneOf({ yes: true, partly: true, no: true }).optional().catch(void 0)
});
function writeEscalation(escalation) {
  const { id: id2, conversation, askedAt, version, ...rest } = escalation;
  return JSON.stringify(rest);
}
function readEscalation(state) {
  return remembered2.parse(JSON.parse(state));
}

// src/store/escalation-row.ts
function rowOfEscalation(escalation) {
  const { standing: standing3 } = escalation;
  return {
    escalation: storableId(escalation.id, "an escalation"),
    conversation: storableId(escalation.conversation, "a conversation"),
    standing: standing3.is,
    distress: escalation.reason === "distress" ? 1 : 0,
    asked_at: escalation.askedAt.getTime(),
    closed_at: standing3.is === "closed" ? standing3.at.getTime() : null,
    version: escalation.version,
    state: writeEscalation(escalation)
  };
}
function escalationOf(row) {
  return {
    ...readEscalation(row.state),
    id: row.escalation,
    conversation: row.conversation,
    askedAt: new Date(row.asked_at),
    version: row.version
  };
}

// src/store/undone.ts
var Undone = class extends Error {
  answer;
  constructor(answer2, sentence) {
    super(sentence);
    this.answer = answer2;
  }
};

// src/store/change-escalation.ts
async function changeEscalation(transaction, escalation) {
  const next = { ...escalation, version: escalation.version + 1 };
  const { numUpdatedRows } = await transaction.updateTable("escalations").set(rowOfEscalation(next)).where("escalation", "=", escalation.id).where("version", "=", escalation.version).executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Undone("conflict", `The escalation ${escalation.id} was changed meanwhile.`);
  return next;
}

// src/store/desk-order.ts
async function obey(transaction, order, { id: id2, lastHeardAt }, after) {
  if (order.does === "request") {
    const row = rowOfEscalation(requested(order.id, id2, order.request, after, lastHeardAt));
    await transaction.insertInto("escalations").values(row).onConflict((open2) => open2.column("conversation").where("standing", "<>", sql2.lit("closed")).doNothing()).execute();
    return;
  }
  const escalation = await meant2(transaction, order, id2);
  const step = escalation && stepOf(order, escalation, lastHeardAt);
  if (step?.is === "done") await changeEscalation(transaction, step.escalation);
}
async function meant2(transaction, order, conversation) {
  const rows = await transaction.selectFrom("escalations").selectAll().where("conversation", "=", conversation).where("standing", order.does === "rate" ? "=" : "<>", sql2.lit("closed")).orderBy("closed_at", "desc").execute();
  return rows.map(escalationOf).find(({ rating }) => rating === void 0);
}
function stepOf(order, escalation, at2) {
  switch (order.does) {
    case "withdraw":
      return endFor(escalation, "withdrawn", at2);
    case "leave":
      return leave(escalation, order);
    case "wrote":
      return wrote(escalation, at2, order.inDistress);
    case "raise":
      return raise(escalation);
    case "rate":
      return rate(escalation, order.rating);
  }
}

// src/store/write-entries.ts
function mustReach({ from, answers: answers2, reply: reply2 }) {
  return from !== "person" && answers2 === void 0 && reply2?.event === void 0;
}
async function writeEntries(transaction, { conversation, channel, last_position }, entries, isAnswer) {
  if (entries.length === 0) return [];
  const first = last_position - entries.length + 1;
  const rows = entries.map((entry, index) => rowOfEntry(conversation, first + index, entry));
  const written3 = await transaction.insertInto("entries").values(rows).onConflict((same) => same.columns(["conversation", "activity_id"]).doNothing()).returning("position").execute();
  if (written3.length < rows.length) {
    throw new Undone("said-before", `An activity of these has its line in the conversation ${conversation} already.`);
  }
  const deliveries = rows.flatMap(({ position, at: at2 }, index) => {
    const entry = entries[index];
    return !isAnswer && entry && mustReach(entry) ? [{ conversation, position, channel, standing: "waiting", tries: 0, next_at: at2, trouble: null }] : [];
  });
  if (deliveries.length > 0) await transaction.insertInto("deliveries").values(deliveries).execute();
  return rows.map(entryOf);
}

// src/store/write-noticed.ts
import { randomUUID as randomUUID4 } from "node:crypto";
import { sql as sql3 } from "kysely";

// src/answer/unnamed.ts
var NAME = String.raw`\p{Lu}[\p{L}'’-]+`;
var RUN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${NAME}(?: (?:(?:de|du|da|del|la|le|van|von|el|al|ben|bin) ){0,2}${NAME})*`,
  "gu"
);
var OF_A_RELATIVE = new RegExp(
  String.raw`(?<!\p{L})((?:mari|femme|époux|épouse|conjointe?|fils|fille|frère|s(?:œ|oe)ur|mère|père|amie?|collègue|cousine?|husband|wife|son|daughter|brother|sister|mother|father|friend|esposo|esposa|marido|hijo|hija|hermano|hermana|madre|padre|amigo|amiga),? )${NAME}(?: ${NAME})*`,
  "gu"
);
var ARABIC_RUN = new RegExp("\\p{Script=Arabic}+(?: \\p{Script=Arabic}+)+", "gu");
var LONG_NUMBER = /(?<![\p{L}\p{N}])\d(?:[\s./-]?\d){4,}/gu;
var YEARS = /^(19|20)\d\d ?[-/] ?(19|20)\d\d$/;
var MONEY = /^\s?(\$|€|dollars|piastres|euros|dólares|دولار)/u;
function unnamed(words5) {
  return redact(words5).text.replace(LONG_NUMBER, (number, at2, whole) => {
    const isAmount = MONEY.test(whole.slice(at2 + number.length)) && number.replace(/\D/g, "").length <= 6;
    return isAmount || YEARS.test(number) ? number : TAKEN_OUT;
  }).replace(OF_A_RELATIVE, `$1${TAKEN_OUT}`).replace(RUN, withoutName).replace(ARABIC_RUN, withoutArabicName);
}
function withoutName(run) {
  const words5 = run.split(" ");
  const from = words5.findIndex(
    (word, at2) => word.split(/[-'’]/).some((part) => isGiven(part) && (!ORDINARY.has(fold(part)) || words5[at2 + 1] !== void 0))
  );
  return from < 0 ? run : [...words5.slice(0, from), TAKEN_OUT].join(" ");
}
var ORDINARY = /* @__PURE__ */ new Set(["grace", "said", "max", "mark"]);
function withoutArabicName(run) {
  const words5 = run.split(" ");
  return words5.map((word, at2) => isGiven(word) && (isGiven(words5[at2 - 1]) || isGiven(words5[at2 + 1])) ? TAKEN_OUT : word).join(" ");
}
function isGiven(word) {
  return word !== void 0 && word !== "\u0639\u0644\u0649" && GIVEN_NAMES.has(fold(word));
}

// src/store/write-noticed.ts
var LONGEST3 = 500;
var PARTS2 = 8;
async function writeNoticed(transaction, { gap, mark, asked }, { id: id2, lastHeardAt }) {
  if (mark) await writeMark(transaction, mark, id2, lastHeardAt);
  if (gap) await writeGap(transaction, gap, id2, lastHeardAt);
  if (asked) {
    await count(transaction, asked.articles, lastHeardAt, { asked: 1, ...asked.answered ? { answered: 1 } : {} });
  }
}
async function writeGap(transaction, { position, question: question2, language: language2, why: why2, articles, publication }, conversation, at2) {
  const words5 = storable(unnamed(question2)).trim().slice(0, LONGEST3);
  if (!new RegExp("\\p{L}", "u").test(words5)) return;
  await transaction.insertInto("gaps").values({
    conversation,
    position,
    gap: randomUUID4(),
    at: at2.getTime(),
    question: words5,
    language: language2,
    why: why2,
    articles: JSON.stringify(articles),
    publication,
    settled_at: null,
    settled: null
  }).onConflict((same) => same.columns(["conversation", "position"]).doNothing()).execute();
}
async function writeMark(transaction, { position, helpful: helpful2, reason: reason3, articles, publication }, conversation, at2) {
  const before = await transaction.selectFrom("feedback").select(["at", "helpful"]).where("conversation", "=", conversation).where("position", "=", position).executeTakeFirst();
  const said = { at: at2.getTime(), helpful: helpful2 ? 1 : 0, reason: reason3 ?? null };
  await transaction.insertInto("feedback").values({ conversation, position, articles: JSON.stringify(articles), publication, ...said }).onConflict((same) => same.columns(["conversation", "position"]).doUpdateSet(said)).execute();
  if (helpful2) {
    await transaction.deleteFrom("gaps").where("conversation", "=", conversation).where("position", "=", position).where("why", "=", "not-helpful").where("settled_at", "is", null).execute();
  }
  if (before?.helpful === said.helpful) return;
  if (before) await count(transaction, articles, new Date(before.at), helpful2 ? { bad: -1 } : { good: -1 });
  await count(transaction, articles, at2, helpful2 ? { good: 1 } : { bad: 1 });
}
async function count(transaction, articles, at2, counts) {
  const part = Math.floor(Math.random() * PARTS2);
  const added = { asked: 0, answered: 0, good: 0, bad: 0, ...counts };
  const rows = [...new Set(articles)].sort().map((article) => ({ article: storableId(article, "an article"), day: dayOf(at2), part, ...added }));
  if (rows.length === 0) return;
  await transaction.insertInto("usage").values(rows).onConflict(
    (same) => same.columns(["article", "day", "part"]).doUpdateSet({
      asked: sql3`usage.asked + ${sql3.lit(added.asked)}`,
      answered: sql3`usage.answered + ${sql3.lit(added.answered)}`,
      good: sql3`usage.good + ${sql3.lit(added.good)}`,
      bad: sql3`usage.bad + ${sql3.lit(added.bad)}`
    })
  ).execute();
}
function dayOf(moment) {
  return moment.toISOString().slice(0, 10);
}

// src/store/turn.ts
async function writeTurn(transaction, turn) {
  const { conversation, answers: answers2, entries, desk, noticed } = turn;
  const isAnswered = transaction.selectFrom("entries").select("position").where("conversation", "=", conversation.id).where("position", "=", answers2 ?? 0).where("answered", "=", 1);
  const changed2 = await transaction.updateTable("conversations").set({
    state: writeRemembered(conversation),
    version: conversation.version + 1,
    last_position: sql4`last_position + ${sql4.lit(entries.length)}`,
    last_heard_at: later(conversation.lastHeardAt)
  }).where("conversation", "=", conversation.id).where("version", "=", conversation.version).where(({ not, exists }) => not(exists(isAnswered))).returning(["conversation", "channel", "last_position"]).executeTakeFirst();
  if (!changed2) return { is: await isAnswered.executeTakeFirst() ? "answered" : "conflict" };
  if (answers2 !== void 0) {
    const marked = await transaction.updateTable("entries").set({ answered: 1 }).where("conversation", "=", conversation.id).where("position", "=", answers2).executeTakeFirst();
    if (marked.numUpdatedRows === 0n) {
      throw new Error(`Nothing was heard at position ${answers2} of the conversation ${conversation.id}. Hear it first.`);
    }
  }
  const written3 = await writeEntries(transaction, changed2, entries, answers2 !== void 0);
  if (desk) await obey(transaction, desk, conversation, answers2 ?? changed2.last_position - entries.length);
  if (noticed) await writeNoticed(transaction, noticed, conversation);
  return { is: "saved", entries: written3 };
}

// src/store/conversations.ts
function conversationsIn(database, tell) {
  const { rows } = database;
  async function find2(address2) {
    const row = await rows.selectFrom("addresses").innerJoin("conversations", "conversations.conversation", "addresses.conversation").selectAll("conversations").where("addresses.channel", "=", storableId(address2.channel, "a channel")).where("addresses.channel_conversation", "=", storableId(address2.conversation, "a channel's conversation")).executeTakeFirst();
    return row && conversationOf(row);
  }
  async function get(id2) {
    const row = await rows.selectFrom("conversations").selectAll().where("conversation", "=", storableId(id2, "a conversation")).executeTakeFirst();
    return row && conversationOf(row);
  }
  async function open2(fresh2, after = 0) {
    const row = rowOfConversation(fresh2, after);
    const { channel, channel_conversation, conversation } = row;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const there = await find2(fresh2.address);
      if (there) return there;
      const opened2 = await rows.transaction().execute(async (transaction) => {
        const taken = await transaction.insertInto("addresses").values({ channel, channel_conversation, conversation }).onConflict((same) => same.columns(["channel", "channel_conversation"]).doNothing()).returning("conversation").executeTakeFirst();
        if (taken) await transaction.insertInto("conversations").values(row).execute();
        return taken !== void 0;
      });
      if (opened2) return conversationOf(row);
    }
    throw new Error(`The conversation ${fresh2.id} was erased again and again while it was being opened. Open it again.`);
  }
  async function hear(conversation, heard2) {
    const written3 = await write2(conversation, heard2);
    if (!written3) return alreadyHeard(conversation, heard2.activityId);
    if (heard2.kind === "message") tell(conversation);
    return written3;
  }
  async function write2(conversation, heard2) {
    try {
      return await rows.transaction().execute(async (transaction) => {
        const { last_position } = await transaction.updateTable("conversations").set({
          last_position: sql5`last_position + 1`,
          last_heard_at: later(heard2.at)
        }).where("conversation", "=", storableId(conversation, "a conversation")).returning("last_position").executeTakeFirstOrThrow(() => noSuch(conversation));
        const row = rowOfHeard(conversation, last_position, heard2);
        const added = await transaction.insertInto("entries").values(row).onConflict((same) => same.columns(["conversation", "activity_id"]).doNothing()).returning("position").executeTakeFirst();
        if (!added) throw new HeardBefore();
        return heardOf(row);
      });
    } catch (error) {
      if (error instanceof HeardBefore) return void 0;
      throw error;
    }
  }
  async function alreadyHeard(conversation, activityId) {
    const row = await rows.selectFrom("entries").selectAll().where("conversation", "=", conversation).where("activity_id", "=", activityId).executeTakeFirstOrThrow(() => noSuch(conversation));
    return heardOf(row);
  }
  async function unanswered(conversation) {
    const found = await rows.selectFrom("entries").selectAll().where("answered", "=", sql5.lit(0)).$if(conversation !== void 0, (all) => all.where("conversation", "=", conversation ?? "")).orderBy(sql5`max(at) over (partition by conversation order by position)`).orderBy("conversation").orderBy("position").execute();
    return found.map(heardOf);
  }
  async function save(turn) {
    const saved = await rows.transaction().execute((transaction) => writeTurn(transaction, turn)).catch((error) => {
      if (error instanceof Undone && error.answer === "conflict") return { is: error.answer };
      throw error;
    });
    if (saved.is !== "saved") return saved;
    if (saved.entries.length > 0) tell(turn.conversation.id);
    if (turn.answers === void 0 && turn.entries.some(mustReach)) tell("deliveries");
    if (turn.desk) tell("desk");
    return saved;
  }
  async function entries(conversation, after = 0, most) {
    const found = await rows.selectFrom("entries").selectAll().where("conversation", "=", storableId(conversation, "a conversation")).where("position", ">", after).where("kind", "=", "message").orderBy("position").$if(most !== void 0, (all) => all.limit(most ?? 0)).execute();
    return found.map(entryOf);
  }
  async function quietSince(moment, limit) {
    const found = await rows.selectFrom("conversations").select("conversation").where("last_heard_at", "<", moment.getTime()).orderBy("last_heard_at").orderBy("conversation").limit(limit).execute();
    return found.map(({ conversation }) => conversation);
  }
  async function erase(id2) {
    const gone = await eraseConversation(database, storableId(id2, "a conversation"));
    if (gone.escalations) tell("desk");
    return gone;
  }
  return { find: find2, get, open: open2, hear, unanswered, save, entries, erase, quietSince };
}
var HeardBefore = class extends Error {
};
function noSuch(conversation) {
  return new Error(`There is no conversation ${conversation}: it was never opened, or was erased. Open it first.`);
}

// src/store/database.ts
import { closeSync, mkdirSync, openSync } from "node:fs";
import { join as join6 } from "node:path";
import { setTimeout as pause3 } from "node:timers/promises";
import { Kysely, PostgresDialect, sql as sql7 } from "kysely";
import Libsql from "libsql";
import pg from "pg";

// src/store/migrate.ts
import { sql as sql6 } from "kysely";

// src/store/migrations.ts
var MIGRATIONS = [
  {
    name: "conversations and their entries",
    statements: [
      `create table addresses (
         channel text not null,
         channel_conversation text not null,
         conversation text not null,
         primary key (channel, channel_conversation)
       )`,
      "create index addresses_of_conversation on addresses (conversation)",
      `create table conversations (
         conversation text not null primary key,
         channel text not null,
         channel_conversation text not null,
         state text not null,
         version bigint not null,
         last_position bigint not null,
         started_at bigint not null,
         last_heard_at bigint not null
       )`,
      "create index conversations_by_last_heard on conversations (last_heard_at)",
      `create table entries (
         conversation text not null,
         position bigint not null,
         said_by text not null,
         kind text not null,
         at bigint not null,
         text text not null,
         activity_id text,
         client_id text,
         answered integer not null,
         redacted integer not null,
         value text,
         locale text,
         reply text,
         answers bigint,
         primary key (conversation, position),
         unique (conversation, activity_id)
       )`,
      "create index entries_unanswered on entries (conversation, position) where answered = 0"
    ]
  },
  {
    name: "the desk: escalations, notes, audit, staff and deliveries",
    statements: [
      `create table escalations (
         escalation text not null primary key,
         conversation text not null,
         standing text not null,
         distress integer not null,
         asked_at bigint not null,
         closed_at bigint,
         version bigint not null,
         state text not null
       )`,
      "create unique index escalations_one_open on escalations (conversation) where standing <> 'closed'",
      "create index escalations_in_order on escalations (distress desc, asked_at) where standing <> 'closed'",
      "create index escalations_of_conversation on escalations (conversation, asked_at)",
      "create index escalations_by_asked on escalations (asked_at)",
      `create table notes (
         conversation text not null,
         note text not null,
         escalation text not null,
         said_by text not null,
         name text not null,
         at bigint not null,
         text text not null,
         primary key (conversation, note)
       )`,
      `create table audit (
         line text not null primary key,
         at bigint not null,
         who text not null,
         name text not null,
         act text not null,
         escalation text,
         detail text
       )`,
      "create index audit_by_time on audit (at, line)",
      "create index audit_of_escalation on audit (escalation, at, line)",
      `create table staff (
         counsellor text not null primary key,
         name text not null,
         presence text not null,
         languages text not null,
         seen_at bigint not null
       )`,
      `create table deliveries (
         conversation text not null,
         position bigint not null,
         channel text not null,
         standing text not null,
         tries integer not null,
         next_at bigint not null,
         trouble text,
         primary key (conversation, position)
       )`,
      `create table postings (
         escalation text not null,
         place text not null,
         activity_id text not null,
         words text not null,
         shown text not null,
         relayed bigint not null,
         tries integer not null,
         ended integer not null,
         next_at bigint not null,
         primary key (escalation, place)
       )`,
      "create index postings_by_activity on postings (place, activity_id)",
      "create index deliveries_waiting on deliveries (next_at) where standing = 'waiting'"
    ]
  },
  {
    name: "the library: texts, publications and drafts",
    statements: [
      "create table texts (digest text not null primary key, text text not null)",
      `create table publications (
         number bigint not null primary key,
         at bigint not null,
         by_id text not null,
         by_name text not null,
         origin text not null,
         reason text not null,
         says text not null,
         whole bigint not null,
         files text not null
       )`,
      `create table drafts (
         article text not null primary key,
         version bigint not null,
         at bigint not null,
         by_id text not null,
         by_name text not null,
         files text not null,
         base text not null,
         gone integer not null
       )`
    ]
  },
  {
    name: "what people ask of the library: gaps, feedback and usage",
    statements: [
      `create table gaps (
         conversation text not null,
         position bigint not null,
         gap text not null,
         at bigint not null,
         question text not null,
         language text not null,
         why text not null,
         articles text not null,
         publication bigint not null,
         settled_at bigint,
         settled text,
         primary key (conversation, position)
       )`,
      "create unique index gaps_by_id on gaps (gap)",
      "create index gaps_by_time on gaps (at, gap)",
      `create table feedback (
         conversation text not null,
         position bigint not null,
         at bigint not null,
         articles text not null,
         publication bigint not null,
         helpful integer not null,
         reason text,
         primary key (conversation, position)
       )`,
      "create index feedback_by_time on feedback (at)",
      `create table usage (
         article text not null,
         day text not null,
         part integer not null,
         asked bigint not null,
         answered bigint not null,
         good bigint not null,
         bad bigint not null,
         primary key (article, day, part)
       )`,
      "create index usage_by_day on usage (day)"
    ]
  },
  {
    name: "models: what they cost by day, and vectors",
    statements: [
      `create table spending (
         day text not null primary key,
         input bigint not null,
         output bigint not null,
         billionths bigint not null
       )`,
      "create table vectors (digest text not null primary key, vector text not null)"
    ]
  }
];

// src/store/migrate.ts
var LOCK = 1634727011;
async function migrate(database, migrations = MIGRATIONS) {
  while (await migrateOnce(database, migrations)) {
  }
}
async function migrateOnce({ rows, dialect }, migrations) {
  return rows.transaction().execute(async (transaction) => {
    if (dialect === "postgres") {
      await sql6`set local statement_timeout = 0`.execute(transaction);
      await sql6`select pg_advisory_xact_lock(${sql6.lit(LOCK)})`.execute(transaction);
    }
    await sql6`create table if not exists migrations (number bigint not null primary key, name text not null)`.execute(
      transaction
    );
    const last = await transaction.selectFrom("migrations").select("number").orderBy("number", "desc").executeTakeFirst();
    const done = last?.number ?? 0;
    if (done > migrations.length) {
      throw new Error(
        `The database is at migration ${done} and this release knows ${migrations.length}: a newer release has used it. Start that release again, or restore a copy made before it.`
      );
    }
    const next = migrations[done];
    if (next === void 0) return false;
    for (const statement of next.statements) await sql6.raw(statement).execute(transaction);
    await transaction.insertInto("migrations").values({ number: done + 1, name: next.name }).execute();
    return true;
  });
}

// src/store/sqlite.ts
import { setTimeout as pause2 } from "node:timers/promises";
import { SqliteDialect, SqliteDriver } from "kysely";
var BUSY = { patience: 1e4, try: 50 };
function libsqlDialect(file) {
  const database = guarded(file);
  const plain2 = new SqliteDialect({ database });
  return {
    createDriver: () => new LibsqlDriver(file, database),
    createAdapter: () => plain2.createAdapter(),
    createQueryCompiler: () => plain2.createQueryCompiler(),
    createIntrospector: (rows) => plain2.createIntrospector(rows)
  };
}
var LibsqlDriver = class extends SqliteDriver {
  #file;
  #lastInLine = Promise.resolve();
  #next = () => {
  };
  constructor(file, database) {
    super({ database });
    this.#file = file;
  }
  async acquireConnection() {
    const before = this.#lastInLine;
    const { promise, resolve } = line();
    this.#lastInLine = promise;
    await before;
    this.#next = resolve;
    return super.acquireConnection();
  }
  async releaseConnection() {
    await super.releaseConnection();
    this.#next();
  }
  /** By `exec`: a prepared `begin` that was told to wait stays under way in libsql, and no commit passes it. */
  async beginTransaction() {
    await whileBusy(() => this.#file.exec("begin immediate"));
  }
  /** SQLite ends a transaction by itself on some errors (a full disk); there is then nothing to roll back. */
  async rollbackTransaction(connection) {
    if (this.#file.inTransaction) await super.rollbackTransaction(connection);
  }
  /** Closes after those in line. */
  async destroy() {
    await this.acquireConnection();
    await super.destroy();
    await this.releaseConnection();
  }
};
function line() {
  let resolve = () => {
  };
  const promise = new Promise((kept) => {
    resolve = kept;
  });
  return { promise, resolve };
}
async function whileBusy(attempt) {
  const until = Date.now() + BUSY.patience;
  for (; ; ) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
      await pause2(5 + Math.random() * 20);
    }
  }
}
function isBusy(error) {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
}
function guarded(file) {
  return {
    close: () => file.close(),
    prepare: (sql16) => {
      const statement = file.prepare(sql16);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(checked(parameters)),
        run: (parameters) => statement.run(checked(parameters)),
        iterate: (parameters) => statement.iterate(checked(parameters))
      };
    }
  };
}
function checked(parameters) {
  for (const value2 of parameters) {
    const fits = value2 === null || typeof value2 === "number" || typeof value2 === "string" && !value2.includes("\0");
    if (!fits) {
      throw new TypeError(
        `SQLite was given ${typeof value2 === "string" ? "a text with a NUL character" : `a value of type ${typeof value2}`}. Write it as text without NUL, a number or null first (src/store/tables.ts).`
      );
    }
  }
  return parameters;
}

// src/store/database.ts
async function openDatabase(place) {
  const database = "url" in place ? await openPostgres(place.url) : await openSqlite(place.dataDir);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
async function openSqlite(dataDir) {
  mkdirSync(dataDir, { recursive: true, mode: 448 });
  const path = join6(dataDir, "passerelle.db");
  closeSync(openSync(path, "a", 384));
  const file = new Libsql(path);
  try {
    file.pragma(`busy_timeout = ${BUSY.try}`);
    const [journal] = await whileBusy(() => file.pragma("journal_mode = WAL"));
    if (journal?.journal_mode !== "wal") {
      throw new Error(
        `The folder ${dataDir} cannot hold a SQLite write-ahead log. Choose a folder on a local disk, or use PostgreSQL.`
      );
    }
    file.pragma("synchronous = FULL");
    file.pragma("secure_delete = ON");
  } catch (error) {
    file.close();
    throw error;
  }
  const rows = new Kysely({ dialect: libsqlDialect(file) });
  return {
    dialect: "sqlite",
    rows,
    scrub: async () => {
      await sql7`pragma wal_checkpoint(truncate)`.execute(rows);
    },
    close: () => rows.destroy()
  };
}
async function openPostgres(url) {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "passerelle",
    max: 10,
    connectionTimeoutMillis: 1e4,
    keepAlive: true,
    statement_timeout: 15e3,
    idle_in_transaction_session_timeout: 15e3,
    types: { getTypeParser: bigintAsNumber }
  });
  pool.on("error", () => {
  });
  pool.on("connect", (client2) => client2.on("error", () => {
  }));
  try {
    await pool.query("select 1");
  } catch (error) {
    await pool.end();
    throw new Error(
      `PostgreSQL does not answer at ${addressWithoutPassword(url)} (${reason2(error)}). Check the address of the database, and that it lets this machine in.`,
      { cause: error }
    );
  }
  const rows = new Kysely({ dialect: new PostgresDialect({ pool }) });
  return {
    dialect: "postgres",
    rows,
    scrub: async () => {
    },
    close: async () => {
      const until = Date.now() + CLOSE_WITHIN;
      const isIdle = () => pool.waitingCount === 0 && pool.totalCount === pool.idleCount;
      while (!isIdle() && Date.now() < until) await pause3(5);
      await Promise.race([rows.destroy(), pause3(CLOSE_WITHIN, void 0, { ref: false })]);
    }
  };
}
var CLOSE_WITHIN = 5e3;
var BIGINT = 20;
function bigintAsNumber(type, format) {
  if (type === BIGINT && format !== "binary") return Number;
  return pg.types.getTypeParser(type, format);
}
function addressWithoutPassword(url) {
  if (!URL.canParse(url)) return "an address that is not one";
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
function reason2(error) {
  const from = error instanceof AggregateError ? error.errors[0] : error;
  return from instanceof Error ? from.message : String(from);
}

// src/store/deliveries.ts
import { sql as sql8 } from "kysely";
var IN_HAND = 6e4;
function deliveriesIn({ rows, dialect }, tell) {
  const waiting = sql8.lit("waiting");
  const isIn = (conversation, upTo) => (line2) => line2.and([
    line2("conversation", "=", storableId(conversation, "a conversation")),
    line2("position", "<=", upTo),
    line2.or([
      line2("standing", "=", waiting),
      line2.and([line2("standing", "=", "failed"), line2("channel", "=", "directline")])
    ])
  ]);
  async function change(conversation, position, standing3, to) {
    const changed2 = await rows.transaction().execute(
      (transaction) => transaction.updateTable("deliveries").set(to).where("conversation", "=", storableId(conversation, "a conversation")).where("position", "=", position).where("standing", "=", standing3).executeTakeFirst()
    );
    return changed2.numUpdatedRows > 0n;
  }
  const changedFor = (conversation) => {
    tell(conversation);
    tell("desk");
  };
  return {
    take: (channels, at2, most) => rows.transaction().execute(async (transaction) => {
      const due2 = await transaction.selectFrom("deliveries as line").selectAll().where("standing", "=", waiting).where("next_at", "<=", at2.getTime()).where("channel", channels === "directline" ? "=" : "<>", "directline").where(
        ({ not, exists, selectFrom }) => not(
          exists(
            selectFrom("deliveries as earlier").select("earlier.position").whereRef("earlier.conversation", "=", "line.conversation").whereRef("earlier.position", "<", "line.position").where("earlier.standing", "=", waiting)
          )
        )
      ).orderBy("next_at").orderBy("conversation").limit(most).$if(dialect === "postgres", (some) => some.forUpdate().skipLocked()).execute();
      if (due2.length === 0) return [];
      await transaction.updateTable("deliveries").set({ next_at: at2.getTime() + IN_HAND }).where((line2) => line2.or(due2.map(({ conversation, position }) => line2.and({ conversation, position })))).execute();
      return due2.map(deliveryOf);
    }),
    reached: async (conversation, position) => {
      const reached = isIn(conversation, position);
      if (!await rows.selectFrom("deliveries").select("position").where(reached).executeTakeFirst()) return;
      const changed2 = await rows.transaction().execute(
        (transaction) => transaction.updateTable("deliveries").set({ standing: "delivered", trouble: null }).where(reached).executeTakeFirst()
      );
      if (changed2.numUpdatedRows > 0n) changedFor(conversation);
    },
    missed: async (conversation, position, trouble, next) => {
      const changed2 = await change(conversation, position, "waiting", {
        tries: sql8`tries + 1`,
        trouble: storable(trouble),
        ...next ? { next_at: next.getTime() } : { standing: "failed" }
      });
      if (!changed2) return;
      changedFor(conversation);
      if (!next) tell("deliveries");
    },
    again: async (conversation, position, at2) => {
      const changed2 = await change(conversation, position, "failed", {
        tries: sql8`0`,
        standing: "waiting",
        next_at: at2.getTime()
      });
      if (!changed2) return;
      changedFor(conversation);
      tell("deliveries");
    },
    of: async (conversation) => {
      const found = await rows.selectFrom("deliveries").selectAll().where("conversation", "=", storableId(conversation, "a conversation")).orderBy("position").execute();
      return found.map(deliveryOf);
    }
  };
}
function deliveryOf({ conversation, position, standing: standing3, tries, trouble }) {
  return { conversation, position, is: standing3, tries, ...trouble === null ? {} : { trouble } };
}

// src/store/drafts.ts
import { sql as sql9 } from "kysely";
import { z as z16 } from "zod";
function draftsIn({ rows }, tell) {
  async function of(article) {
    const row = await rows.selectFrom("drafts").selectAll().where("article", "=", storableId(article, "an article")).where("gone", "=", sql9.lit(0)).executeTakeFirst();
    return row && draftOf(row);
  }
  return {
    of,
    all: async () => {
      const found = await rows.selectFrom("drafts").selectAll().where("gone", "=", sql9.lit(0)).orderBy("at", "desc").orderBy("article").execute();
      return found.map(draftOf);
    },
    save: async (draft, on) => {
      const row = rowOf({ ...draft, version: on + 1 });
      const saved = await rows.transaction().execute(async (transaction) => {
        if (on > 0) {
          return transaction.updateTable("drafts").set(row).where("article", "=", row.article).where("version", "=", on).where("gone", "=", sql9.lit(0)).returning("version").executeTakeFirst();
        }
        return transaction.insertInto("drafts").values(row).onConflict(
          (same) => same.column("article").doUpdateSet({ ...row, version: sql9`drafts.version + 1` }).where("drafts.gone", "=", sql9.lit(1))
        ).returning("version").executeTakeFirst();
      });
      if (saved) {
        tell(`draft:${draft.article}`);
        return { is: "saved", draft: draftOf({ ...row, version: saved.version }) };
      }
      const theirs = await of(draft.article);
      return { is: "conflict", ...theirs ? { theirs } : {} };
    },
    drop: async (article, on) => {
      const gone = await rows.transaction().execute((transaction) => end2(transaction, article, on));
      if (gone) tell(`draft:${article}`);
      return gone;
    }
  };
}
async function finishDrafts(transaction, drafts, published) {
  for (const [article, version] of [...drafts].sort()) {
    if (await end2(transaction, article, version)) continue;
    const newer = await transaction.selectFrom("drafts").selectAll().where("article", "=", storableId(article, "an article")).where("version", ">", version).where("gone", "=", sql9.lit(0)).executeTakeFirst();
    if (!newer) continue;
    const { base, files } = draftOf(newer);
    const paths = /* @__PURE__ */ new Set([...base.keys(), ...files.keys()]);
    const now = [...paths].flatMap((path) => {
      const digest3 = published.get(path);
      return digest3 === void 0 ? [] : [[path, digest3]];
    });
    await transaction.updateTable("drafts").set({ base: JSON.stringify(Object.fromEntries(now)) }).where("article", "=", article).execute();
  }
}
async function end2(transaction, article, version) {
  const { numUpdatedRows } = await transaction.updateTable("drafts").set({ gone: 1, files: "{}", base: "{}" }).where("article", "=", storableId(article, "an article")).where("version", "=", version).where("gone", "=", sql9.lit(0)).executeTakeFirst();
  return numUpdatedRows > 0n;
}
function rowOf({ article, version, at: at2, by: by2, files, base }) {
  return {
    article: storableId(article, "an article"),
    version,
    at: at2.getTime(),
    by_id: storable(by2.id),
    by_name: storable(by2.name),
    files: JSON.stringify(Object.fromEntries(files)),
    base: JSON.stringify(Object.fromEntries(base)),
    gone: 0
  };
}
var filesShape = z16.record(z16.string(), z16.string().nullable());
var baseShape = z16.record(z16.string(), z16.string());
function draftOf({ article, version, at: at2, by_id, by_name, files, base }) {
  return {
    article,
    files: new Map(Object.entries(filesShape.parse(JSON.parse(files)))),
    base: new Map(Object.entries(baseShape.parse(JSON.parse(base)))),
    by: { id: by_id, name: by_name },
    at: new Date(at2),
    version
  };
}

// src/store/escalations.ts
import { sql as sql10 } from "kysely";

// src/store/audit.ts
import { randomUUID as randomUUID5 } from "node:crypto";
function auditIn({ rows }) {
  return {
    audit: (line2) => rows.transaction().execute((transaction) => writeAudit(transaction, line2)),
    audited: async (most, escalation) => {
      const found = await rows.selectFrom("audit").selectAll().$if(escalation !== void 0, (all) => all.where("escalation", "=", escalation ?? "")).orderBy("at", "desc").orderBy("line", "desc").limit(most).execute();
      return found.map(lineOf3);
    },
    forgetAudit: (before) => rows.transaction().execute(async (transaction) => {
      const gone = await transaction.deleteFrom("audit").where("at", "<", before.getTime()).executeTakeFirst();
      return Number(gone.numDeletedRows);
    })
  };
}
async function writeAudit(transaction, line2) {
  await transaction.insertInto("audit").values(rowOf2(line2)).execute();
}
var written2 = 0;
function nextLine() {
  written2 += 1;
  return `${String(written2).padStart(12, "0")}-${randomUUID5()}`;
}
function rowOf2({ at: at2, who: who2, name: name2, act, escalation, detail }) {
  return {
    line: nextLine(),
    at: at2.getTime(),
    who: storable(who2),
    name: storable(name2),
    act,
    escalation: escalation === void 0 ? null : storableId(escalation, "an escalation"),
    detail: detail === void 0 ? null : storable(detail)
  };
}
function lineOf3({ at: at2, who: who2, name: name2, act, escalation, detail }) {
  return {
    at: new Date(at2),
    who: who2,
    name: name2,
    act,
    ...escalation === null ? {} : { escalation },
    ...detail === null ? {} : { detail }
  };
}

// src/store/notes.ts
function notesIn({ rows, dialect }, tell) {
  return {
    note: async (note, audit) => {
      const isNew2 = await rows.transaction().execute(async (transaction) => {
        const there = await transaction.selectFrom("conversations").select("conversation").where("conversation", "=", note.conversation).$if(dialect === "postgres", (one2) => one2.forKeyShare()).executeTakeFirst();
        if (!there) throw new Error(`There is no conversation ${note.conversation} to note this beside: it was erased.`);
        const added = await transaction.insertInto("notes").values(rowOf3(note)).onConflict((same) => same.columns(["conversation", "note"]).doNothing()).returning("note").executeTakeFirst();
        if (added) await writeAudit(transaction, audit);
        return added !== void 0;
      });
      if (!isNew2) return;
      tell(note.conversation);
      tell("desk");
    },
    notes: async (conversation) => {
      const found = await rows.selectFrom("notes").selectAll().where("conversation", "=", storableId(conversation, "a conversation")).orderBy("at").orderBy("note").execute();
      return found.map(noteOf2);
    }
  };
}
function rowOf3({ id: id2, conversation, escalation, by: by2, name: name2, at: at2, text: text2 }) {
  return {
    conversation: storableId(conversation, "a conversation"),
    note: storableId(id2, "a note"),
    escalation: storableId(escalation, "an escalation"),
    said_by: storableId(by2, "a counsellor"),
    name: storable(name2),
    at: at2.getTime(),
    text: storable(text2)
  };
}
function noteOf2({ note, said_by, conversation, escalation, name: name2, at: at2, text: text2 }) {
  return { id: note, conversation, escalation, by: said_by, name: name2, at: new Date(at2), text: text2 };
}

// src/store/escalations.ts
function escalationsIn(database, tell) {
  const { rows } = database;
  const all = () => rows.selectFrom("escalations").selectAll();
  async function get(id2) {
    const row = await all().where("escalation", "=", storableId(id2, "an escalation")).executeTakeFirst();
    return row && escalationOf(row);
  }
  async function openOf(conversation) {
    const row = await all().where("conversation", "=", storableId(conversation, "a conversation")).where("standing", "<>", sql10.lit("closed")).executeTakeFirst();
    return row && escalationOf(row);
  }
  async function of(conversation) {
    const found = await all().where("conversation", "=", storableId(conversation, "a conversation")).orderBy("asked_at").execute();
    return found.map(escalationOf).sort((a, b) => a.after - b.after);
  }
  async function open2() {
    const found = await all().where("standing", "<>", sql10.lit("closed")).orderBy("distress", "desc").orderBy("asked_at").orderBy("escalation").execute();
    return found.map(escalationOf);
  }
  async function since(moment) {
    const found = await all().where("asked_at", ">=", moment.getTime()).orderBy("asked_at").orderBy("escalation").execute();
    return found.map(escalationOf);
  }
  async function save(change) {
    try {
      const saved = await rows.transaction().execute((transaction) => writeChange(transaction, change));
      if (saved.entries.length > 0) tell(change.escalation.conversation);
      if (change.entries?.some(mustReach)) tell("deliveries");
      tell("desk");
      return saved;
    } catch (error) {
      if (error instanceof Undone) return { is: error.answer };
      throw error;
    }
  }
  return { get, openOf, of, open: open2, since, save, ...notesIn(database, tell), ...auditIn(database) };
}
async function writeChange(transaction, change) {
  const entries = await writeLines(transaction, change);
  const escalation = await changeEscalation(transaction, change.escalation);
  if (change.audit) await writeAudit(transaction, change.audit);
  return { is: "saved", escalation, entries };
}
async function writeLines(transaction, { escalation, conversation, entries = [] }) {
  const gone = new Undone("conflict", `The conversation ${escalation.conversation} was changed meanwhile, or erased.`);
  if (conversation) {
    const turn = await writeTurn(transaction, { conversation, entries });
    if (turn.is !== "saved") throw gone;
    return turn.entries;
  }
  if (entries.length === 0) return [];
  const counted2 = await transaction.updateTable("conversations").set({ last_position: sql10`last_position + ${sql10.lit(entries.length)}` }).where("conversation", "=", escalation.conversation).returning(["conversation", "channel", "last_position"]).executeTakeFirst();
  if (!counted2) throw gone;
  return writeEntries(transaction, counted2, entries, false);
}

// src/store/gaps.ts
import { sql as sql11 } from "kysely";
import { z as z17 } from "zod";
var BESIDE2 = 10;
var AT_A_TIME2 = 500;
function gapsIn({ rows }) {
  const from = (since) => rows.selectFrom("gaps").where("gaps.at", ">=", since.getTime());
  return {
    list: async (since, most, which = "open") => {
      const found = await from(since).leftJoin(
        "feedback",
        (join9) => join9.onRef("feedback.conversation", "=", "gaps.conversation").onRef("feedback.position", "=", "gaps.position")
      ).selectAll("gaps").select("feedback.reason").where("settled_at", which === "open" ? "is" : "is not", null).orderBy("gaps.at", "desc").orderBy("gap").limit(most).execute();
      return found.map(gapOf);
    },
    count: async (since) => {
      const { open: open2 } = await from(since).select(({ fn }) => fn.countAll().as("open")).where("settled_at", "is", null).executeTakeFirstOrThrow();
      return Number(open2);
    },
    settle: async (ids, settled2) => {
      const set = { settled_at: settled2.at.getTime(), settled: storable(JSON.stringify(settled2)) };
      return sumOf(
        ids,
        (some) => rows.transaction().execute(async (transaction) => {
          const { numUpdatedRows } = await transaction.updateTable("gaps").set(set).where("gap", "in", some).where("settled_at", "is", null).executeTakeFirst();
          return Number(numUpdatedRows);
        })
      );
    },
    reopen: (ids) => sumOf(
      ids,
      (some) => rows.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction.updateTable("gaps").set({ settled_at: null, settled: null }).where("gap", "in", some).where("settled_at", "is not", null).executeTakeFirst();
        return Number(numUpdatedRows);
      })
    ),
    answersBeside: async (ids) => {
      const beside = /* @__PURE__ */ new Map();
      for (const some of inParts(ids)) {
        const found = await rows.selectFrom("gaps").innerJoin(
          "entries",
          (join9) => join9.onRef("entries.conversation", "=", "gaps.conversation").onRef("entries.position", ">", "gaps.position")
        ).select(["gaps.gap", "entries.text", "entries.at", "entries.reply"]).where("gaps.gap", "in", some).where("entries.said_by", "=", sql11.lit("counsellor")).orderBy("gaps.gap").orderBy("entries.position").execute();
        for (const { gap, text: text2, at: at2, reply: reply2 } of found) {
          const its = beside.get(gap) ?? [];
          if (its.length >= BESIDE2) continue;
          const name2 = reply2 === null ? "" : readReply(reply2).counsellor ?? "";
          beside.set(gap, [...its, { text: unnamed(text2), name: name2, at: new Date(at2) }]);
        }
      }
      return beside;
    }
  };
}
function inParts(ids) {
  const all = [...new Set(ids)];
  return Array.from(
    { length: Math.ceil(all.length / AT_A_TIME2) },
    (_, at2) => all.slice(at2 * AT_A_TIME2, (at2 + 1) * AT_A_TIME2)
  );
}
async function sumOf(ids, change) {
  let sum2 = 0;
  for (const some of inParts(ids)) sum2 += await change(some);
  return sum2;
}
var articlesOf2 = z17.array(z17.string()).catch([]);
var why = oneOf({ "not-found": true, unsure: true, "not-helpful": true }).catch("not-found");
var markReason = oneOf({
  incorrect: true,
  "off-topic": true,
  "too-complicated": true,
  other: true
}).catch("other");
var by = z17.object({ id: z17.string(), name: z17.string() }).catch({ id: "", name: "" });
var at = z17.coerce.date();
var settled = z17.union([
  z17.object({ how: z17.enum(["article-begun", "wording-added"]), article: z17.string(), by, at }),
  z17.object({ how: z17.literal("set-aside").catch("set-aside"), by, at })
]).transform((read3) => read3);
function gapOf(row) {
  return {
    id: row.gap,
    at: new Date(row.at),
    question: row.question,
    language: language.parse(row.language),
    why: why.parse(row.why),
    articles: articlesOf2.parse(JSON.parse(row.articles)),
    publication: row.publication,
    ...row.reason === null ? {} : { reason: markReason.parse(row.reason) },
    ...row.settled === null ? {} : { settled: settled.parse(JSON.parse(row.settled)) }
  };
}

// src/store/followers.ts
function openFollowers(trouble) {
  const listeners = /* @__PURE__ */ new Map();
  const callEach = (followers) => {
    for (const { listener } of [...followers]) {
      try {
        listener();
      } catch (error) {
        trouble("A follower of a conversation threw when it was called.", error);
      }
    }
  };
  return {
    follow: (subject, listener) => {
      const follower = { listener };
      const beside = listeners.get(subject) ?? /* @__PURE__ */ new Set();
      listeners.set(subject, beside.add(follower));
      return () => {
        beside.delete(follower);
        if (beside.size === 0 && listeners.get(subject) === beside) listeners.delete(subject);
      };
    },
    call: (subject) => callEach(listeners.get(subject) ?? []),
    callAll: () => callEach([...listeners.values()].flatMap((followers) => [...followers]))
  };
}

// src/store/postgres-line.ts
import pg2 from "pg";
var CHANNEL2 = "passerelle_news";
var PAUSE = { first: 100, longest: 1e4 };
var HEARTBEAT = 15e3;
var ANSWER_WITHIN = 5e3;
async function openLine({ url, trouble, heard: heard2, restored }) {
  const unsaid = /* @__PURE__ */ new Set();
  let saying;
  let client2;
  let retry;
  let closed2 = false;
  async function connect() {
    const fresh2 = new pg2.Client({
      connectionString: url,
      application_name: "passerelle news",
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_WITHIN,
      query_timeout: ANSWER_WITHIN
    });
    fresh2.on("error", (error) => lost(fresh2, error));
    fresh2.on("end", () => lost(fresh2, void 0));
    fresh2.on("notification", ({ processId, payload }) => {
      if (payload && processId !== ownProcess(fresh2)) heard2(payload);
    });
    try {
      await fresh2.connect();
      await fresh2.query(`listen ${CHANNEL2}`);
    } catch (error) {
      hangUp(fresh2);
      throw error;
    }
    if (closed2) return hangUp(fresh2);
    client2 = fresh2;
    if (unsaid.size > 0) sayAll();
  }
  function lost(which, error) {
    if (which !== client2) return;
    client2 = void 0;
    hangUp(which);
    if (closed2) return;
    trouble("The line that carries news between processes broke; it is being restored.", error);
    restore(PAUSE.first);
  }
  function restore(pause4) {
    retry = setTimeout(
      () => {
        connect().then(
          () => {
            if (!closed2) restored();
          },
          () => {
            if (!closed2) restore(Math.min(pause4 * 2, PAUSE.longest));
          }
        );
      },
      pause4 * (0.5 + Math.random() / 2)
    );
  }
  function sayAll() {
    if (client2 && !saying) saying = sayThrough();
  }
  async function sayThrough() {
    while (client2) {
      const through = client2;
      const words5 = [...unsaid];
      unsaid.clear();
      try {
        await through.query("select pg_notify($1, word) from unnest($2::text[]) as word", [CHANNEL2, words5]);
      } catch (error) {
        for (const word of words5) unsaid.add(word);
        lost(through, error);
      }
      if (unsaid.size === 0) break;
    }
    saying = void 0;
  }
  const heartbeat = setInterval(sayAll, HEARTBEAT);
  heartbeat.unref();
  try {
    await connect();
  } catch (error) {
    clearInterval(heartbeat);
    throw error;
  }
  return {
    say: (word) => {
      unsaid.add(word);
      sayAll();
    },
    close: async () => {
      await saying;
      closed2 = true;
      clearInterval(heartbeat);
      clearTimeout(retry);
      const last = client2;
      client2 = void 0;
      await last?.end();
    }
  };
}
function ownProcess(client2) {
  return "processID" in client2 ? Number(client2.processID) : void 0;
}
function hangUp(client2) {
  client2.end().catch(() => {
  });
}

// src/store/news.ts
function openNewsHere(trouble) {
  const { follow: follow3, call } = openFollowers(trouble);
  return { news: { follow: follow3, tell: call }, close: async () => {
  } };
}
async function openNewsOnPostgres(url, trouble) {
  const { follow: follow3, call, callAll } = openFollowers(trouble);
  const line2 = await openLine({ url, trouble, heard: call, restored: callAll });
  const tell = (subject) => {
    call(subject);
    line2.say(subject);
  };
  return { news: { follow: follow3, tell }, close: line2.close };
}

// src/store/postings.ts
import { sql as sql12 } from "kysely";
import { z as z18 } from "zod";
var IN_HAND2 = 6e4;
function postingsIn({ rows }) {
  return {
    take: async (escalation, place, at2) => {
      const until = at2.getTime() + IN_HAND2;
      const taken = await rows.transaction().execute(
        (transaction) => transaction.insertInto("postings").values({
          escalation: storableId(escalation, "an escalation"),
          place,
          activity_id: "",
          words: "[]",
          shown: "",
          relayed: 0,
          tries: 0,
          ended: 0,
          next_at: until
        }).onConflict(
          (there) => there.columns(["escalation", "place"]).doUpdateSet({ next_at: until }).where("postings.next_at", "<=", at2.getTime())
        ).returningAll().executeTakeFirst()
      );
      return taken && postingOf(taken);
    },
    put: async ({ escalation, place, activity, words: words5, shown, relayed, tries, ended }, next) => {
      await rows.transaction().execute(
        (transaction) => transaction.updateTable("postings").set({
          activity_id: storableId(activity, "an activity"),
          words: JSON.stringify(words5),
          shown: storable(shown),
          relayed,
          tries,
          ended: ended ? 1 : 0,
          next_at: next.getTime()
        }).where("escalation", "=", storableId(escalation, "an escalation")).where("place", "=", place).execute()
      );
    },
    byActivity: async (place, activity) => {
      const row = await rows.selectFrom("postings").selectAll().where("place", "=", place).where("activity_id", "=", storableId(activity, "an activity")).where("activity_id", "<>", "").executeTakeFirst();
      return row && postingOf(row);
    },
    left: async (place) => {
      const found = await rows.selectFrom("postings").selectAll().where("place", "=", place).where(
        ({ eb, or, not, exists, selectFrom }) => or([
          eb("ended", "=", sql12.lit(0)),
          not(
            exists(
              selectFrom("escalations").select("escalations.escalation").whereRef("escalations.escalation", "=", "postings.escalation")
            )
          )
        ])
      ).orderBy("next_at").orderBy("escalation").execute();
      return found.map(postingOf);
    },
    drop: async (escalation, place) => {
      await rows.transaction().execute(
        (transaction) => transaction.deleteFrom("postings").where("escalation", "=", storableId(escalation, "an escalation")).where("place", "=", place).execute()
      );
    }
  };
}
var words4 = z18.array(z18.string()).catch([]);
function postingOf({ activity_id, next_at: _, ...row }) {
  return { ...row, activity: activity_id, words: words4.parse(JSON.parse(row.words)), ended: row.ended === 1 };
}

// src/store/publication-row.ts
import { z as z19 } from "zod";

// src/knowledge/publication.ts
var ORIGINS = ["files", "edit", "rollback", "import"];

// src/store/publication-row.ts
var ON_ONE_WHOLE = 50;
function writtenFiles(number, digests, before) {
  if (!before || number - before.whole >= ON_ONE_WHOLE) {
    return { files: JSON.stringify(Object.fromEntries(digests)), whole: number };
  }
  const changed2 = [...digests].filter(
    ([path, digest3]) => before.digests.get(path) !== digest3
  );
  for (const path of before.digests.keys()) if (!digests.has(path)) changed2.push([path, null]);
  return { files: JSON.stringify(Object.fromEntries(changed2)), whole: before.whole };
}
var filesShape2 = z19.record(z19.string(), z19.string().nullable());
function digestsAlong(rows) {
  const along = /* @__PURE__ */ new Map();
  let digests = /* @__PURE__ */ new Map();
  for (const { number, whole, files } of rows) {
    const changed2 = filesShape2.parse(JSON.parse(files));
    digests = new Map(whole === number ? [] : digests);
    for (const [path, digest3] of Object.entries(changed2)) {
      if (digest3 === null) digests.delete(path);
      else digests.set(path, digest3);
    }
    along.set(number, digests);
  }
  return along;
}
var originOf = z19.enum(ORIGINS).catch("edit");
function publicationOf(row, digests) {
  return {
    number: row.number,
    at: new Date(row.at),
    by: { id: row.by_id, name: row.by_name },
    origin: originOf.parse(row.origin),
    reason: row.reason,
    says: row.says,
    digests
  };
}

// src/store/texts.ts
var AT_ONCE = 400;
function keptText(text2) {
  const kept = storable(text2);
  return { text: kept, digest: wholeDigestOf(kept) };
}
async function writeTexts(transaction, texts) {
  const byDigest = new Map([...texts].map(({ text: text2, digest: digest3 }) => [digest3, text2]));
  const rows = [...byDigest].sort(([one2], [other]) => one2 < other ? -1 : 1).map(([digest3, text2]) => ({ digest: digest3, text: text2 }));
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await transaction.insertInto("texts").values(rows.slice(from, from + AT_ONCE)).onConflict((same) => same.column("digest").doNothing()).execute();
  }
}
async function readTexts({ rows }, digests) {
  const wanted = [...new Set(digests)];
  const found = /* @__PURE__ */ new Map();
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const some = await rows.selectFrom("texts").selectAll().where("digest", "in", wanted.slice(from, from + AT_ONCE)).execute();
    for (const { digest: digest3, text: text2 } of some) found.set(digest3, text2);
  }
  return found;
}

// src/store/publications.ts
function publicationsIn(database, tell) {
  const { rows } = database;
  let newest;
  async function lastNumber() {
    const row = await rows.selectFrom("publications").select("number").orderBy("number", "desc").executeTakeFirst();
    return row?.number ?? 0;
  }
  async function between(first, last) {
    const start2 = await rows.selectFrom("publications").select("whole").where("number", "=", first).executeTakeFirst();
    if (!start2) return [];
    const found = await rows.selectFrom("publications").selectAll().where("number", ">=", start2.whole).where("number", "<=", last).orderBy("number").execute();
    const digests = digestsAlong(found);
    return found.filter(({ number }) => number >= first).map((row) => ({ row, publication: publicationOf(row, digests.get(row.number) ?? /* @__PURE__ */ new Map()) }));
  }
  async function get(number) {
    if (newest?.publication.number === number) return newest.publication;
    const [found] = await between(number, number);
    return found?.publication;
  }
  async function latest() {
    const number = await lastNumber();
    if (newest && newest.publication.number >= number) return number === 0 ? void 0 : newest.publication;
    const [found] = await between(number, number);
    if (!found) return void 0;
    if (!newest || found.publication.number > newest.publication.number) {
      newest = { ...newest, publication: found.publication, whole: found.row.whole };
    }
    return found.publication;
  }
  async function files(publication) {
    const known4 = newest?.texts ?? /* @__PURE__ */ new Map();
    const wanted = [...publication.digests.values()];
    const read3 = await readTexts(
      database,
      wanted.filter((digest3) => !known4.has(digest3))
    );
    const texts = /* @__PURE__ */ new Map();
    const found = /* @__PURE__ */ new Map();
    for (const [path, digest3] of publication.digests) {
      const text3 = known4.get(digest3) ?? read3.get(digest3);
      if (text3 === void 0)
        throw new Error(
          `The text ${digest3} of publication ${publication.number} is gone. Restore a copy of the database.`
        );
      texts.set(digest3, text3);
      found.set(path, text3);
    }
    if (newest?.publication.number === publication.number) newest = { ...newest, texts };
    return found;
  }
  async function text2(digest3) {
    return newest?.texts?.get(digest3) ?? (await readTexts(database, [digest3])).get(digest3);
  }
  async function history(most, before) {
    const last = Math.min(before === void 0 ? Number.MAX_SAFE_INTEGER : before - 1, await lastNumber());
    if (last < 1 || most < 1) return [];
    const found = await between(Math.max(1, last - most + 1), last);
    return found.map(({ publication }) => publication).reverse();
  }
  const publish = async ({ base, at: at2, by: by2, origin, reason: reason3, says: says3, files: given2, drafts }) => {
    const before = base === 0 ? void 0 : await atBase(base);
    if (base !== 0 && !before) return { is: "conflict", latest: await lastNumber() };
    const kept = keptFiles(given2, before);
    const digests = new Map([...kept].map(([path, { digest: digest3 }]) => [path, digest3]));
    const number = base + 1;
    const { files: written3, whole } = writtenFiles(
      number,
      digests,
      before && { digests: before.publication.digests, whole: before.whole }
    );
    const row = {
      number,
      at: at2.getTime(),
      by_id: storable(by2.id),
      by_name: storable(by2.name),
      origin,
      reason: storable(reason3),
      says: storable(says3),
      whole,
      files: written3
    };
    const known4 = new Set(before?.publication.digests.values());
    try {
      await rows.transaction().execute(async (transaction) => {
        const added = await transaction.insertInto("publications").values(row).onConflict((same) => same.column("number").doNothing()).returning("number").executeTakeFirst();
        if (!added) throw new Undone("conflict", `Publication ${number} is somebody else's.`);
        await writeTexts(
          transaction,
          [...kept.values()].filter(({ digest: digest3 }) => !known4.has(digest3))
        );
        await finishDrafts(transaction, drafts ?? /* @__PURE__ */ new Map(), digests);
      });
    } catch (error) {
      if (error instanceof Undone && error.answer === "conflict") return { is: "conflict", latest: await lastNumber() };
      throw error;
    }
    const publication = publicationOf(row, digests);
    if (!newest || newest.publication.number < number) {
      newest = { publication, whole, texts: new Map([...kept.values()].map(({ text: text3, digest: digest3 }) => [digest3, text3])) };
    }
    tell("publication");
    for (const article of drafts?.keys() ?? []) tell(`draft:${article}`);
    return { is: "published", publication };
  };
  async function atBase(base) {
    if (newest?.publication.number === base) return newest;
    const [found] = await between(base, base);
    return found && { publication: found.publication, whole: found.row.whole };
  }
  return { latest, get, history, files, text: text2, publish };
}
function keptFiles(files, before) {
  return new Map(
    [...files].map(([path, text2]) => {
      const digest3 = before?.publication.digests.get(path);
      const same = digest3 !== void 0 && before?.texts?.get(digest3) === text2;
      return [path, same ? { text: text2, digest: digest3 } : keptText(text2)];
    })
  );
}

// src/store/spending.ts
import { sql as sql13 } from "kysely";
var BILLION = 1e9;
function spendingIn({ rows }) {
  return {
    of: async (day3) => {
      const spent = await rows.selectFrom("spending").select(["input", "output", "billionths"]).where("day", "=", day3).executeTakeFirst();
      return spent ? { input: spent.input, output: spent.output, cost: spent.billionths / BILLION } : NO_USAGE;
    },
    add: async (day3, { input, output, cost }) => {
      const added = { input: Math.round(input), output: Math.round(output), billionths: Math.round(cost * BILLION) };
      await rows.insertInto("spending").values({ day: day3, ...added }).onConflict(
        (same) => same.column("day").doUpdateSet({
          input: sql13`spending.input + ${sql13.lit(added.input)}`,
          output: sql13`spending.output + ${sql13.lit(added.output)}`,
          billionths: sql13`spending.billionths + ${sql13.lit(added.billionths)}`
        })
      ).execute();
    }
  };
}

// src/store/staff.ts
import { sql as sql14 } from "kysely";
import { z as z20 } from "zod";
function staffIn({ rows }, tell) {
  return {
    all: async () => {
      const found = await rows.selectFrom("staff").selectAll().orderBy("name").orderBy("counsellor").execute();
      return found.map(colleagueOf);
    },
    seen: async ({ id: id2, name: name2 }, at2) => {
      const { row, isNew: isNew2 } = await rows.transaction().execute(async (transaction) => {
        const known4 = await transaction.updateTable("staff").set({ name: storable(name2), seen_at: laterSeen(at2) }).where("counsellor", "=", storableId(id2, "a counsellor")).returningAll().executeTakeFirst();
        if (known4) return { row: known4, isNew: false };
        const fresh2 = await transaction.insertInto("staff").values({
          counsellor: id2,
          name: storable(name2),
          presence: "available",
          languages: JSON.stringify([ORIGINAL]),
          seen_at: at2.getTime()
        }).onConflict((same) => same.column("counsellor").doUpdateSet({ seen_at: laterSeen(at2) })).returningAll().executeTakeFirstOrThrow();
        return { row: fresh2, isNew: true };
      });
      if (isNew2) tell("desk");
      return colleagueOf(row);
    },
    set: async (id2, { presence, languages }) => {
      const change = {
        ...presence ? { presence } : {},
        ...languages ? { languages: JSON.stringify(languages) } : {}
      };
      if (Object.keys(change).length === 0) return;
      await rows.transaction().execute(
        (transaction) => transaction.updateTable("staff").set(change).where("counsellor", "=", storableId(id2, "a counsellor")).returning("counsellor").executeTakeFirstOrThrow(
          () => new Error(`Nobody at the desk has the id ${id2}. Note first that they are there.`)
        )
      );
      tell("desk");
    }
  };
}
function laterSeen(at2) {
  const moment = sql14.lit(at2.getTime());
  return sql14`case when staff.seen_at < ${moment} then ${moment} else staff.seen_at end`;
}
var presenceOf = oneOf({ available: true, away: true }).catch("away");
var languagesOf2 = z20.array(z20.unknown()).transform((all) => all.filter(isLanguage));
function colleagueOf({ counsellor: counsellor2, name: name2, presence, languages, seen_at }) {
  return {
    id: counsellor2,
    name: name2,
    presence: presenceOf.parse(presence),
    languages: languagesOf2.parse(JSON.parse(languages)),
    seenAt: new Date(seen_at)
  };
}

// src/store/usage.ts
function usageIn({ rows }) {
  return {
    since: async (moment) => {
      const found = await rows.selectFrom("usage").select("article").select(({ fn }) => [
        fn.sum("asked").as("asked"),
        fn.sum("answered").as("answered"),
        fn.sum("good").as("good"),
        fn.sum("bad").as("bad")
      ]).where("day", ">=", dayOf(moment)).groupBy("article").orderBy("asked", "desc").orderBy("article").execute();
      return found.map(({ article, asked, answered, good, bad }) => ({
        article,
        asked: Number(asked),
        answered: Number(answered),
        good: Number(good),
        bad: Number(bad)
      }));
    },
    marks: async (moment, article) => {
      const found = await rows.selectFrom("feedback").select(["articles", "publication", "helpful", "reason", "at"]).where("at", ">=", moment.getTime()).orderBy("at").execute();
      const counted2 = /* @__PURE__ */ new Map();
      for (const { articles, publication, helpful: helpful2, reason: reason3, at: at2 } of found) {
        for (const id2 of articlesOf2.parse(JSON.parse(articles))) {
          if (article !== void 0 && id2 !== article) continue;
          const key = `${id2} ${publication}`;
          const before = counted2.get(key) ?? { article: id2, publication, good: 0, bad: 0, reasons: NONE };
          const why2 = reason3 === null ? void 0 : markReason.parse(reason3);
          counted2.set(key, {
            ...before,
            ...helpful2 === 1 ? { good: before.good + 1 } : { bad: before.bad + 1 },
            ...why2 ? { reasons: { ...before.reasons, [why2]: before.reasons[why2] + 1 } } : {},
            last: new Date(at2)
          });
        }
      }
      return [...counted2.values()].sort(
        (one2, other) => other.publication - one2.publication || (one2.article < other.article ? -1 : 1)
      );
    }
  };
}
var NONE = Object.fromEntries(MARK_REASONS.map((reason3) => [reason3, 0]));

// src/store/vectors.ts
var AT_ONCE2 = 100;
function vectorsIn({ rows }) {
  return {
    get: async (digests) => {
      const found = /* @__PURE__ */ new Map();
      for (const some of inParts2(digests)) {
        const kept = await rows.selectFrom("vectors").selectAll().where("digest", "in", some).execute();
        for (const { digest: digest3, vector } of kept) found.set(digest3, read2(vector));
      }
      return found;
    },
    put: async (vectors) => {
      for (const some of inParts2([...vectors])) {
        const values2 = some.map(([digest3, vector]) => ({
          digest: storableId(digest3, "a vector"),
          vector: write(vector)
        }));
        await rows.insertInto("vectors").values(values2).onConflict((same) => same.column("digest").doNothing()).execute();
      }
    }
  };
}
function* inParts2(all) {
  for (let at2 = 0; at2 < all.length; at2 += AT_ONCE2) yield all.slice(at2, at2 + AT_ONCE2);
}
var BYTES = 4;
function write(vector) {
  const bytes = Buffer.alloc(vector.length * BYTES);
  for (const [at2, part] of vector.entries()) bytes.writeFloatLE(part, at2 * BYTES);
  return bytes.toString("base64");
}
function read2(text2) {
  const bytes = Buffer.from(text2, "base64");
  return Array.from({ length: Math.floor(bytes.length / BYTES) }, (_, at2) => bytes.readFloatLE(at2 * BYTES));
}

// src/store/store.ts
var ANSWER_WITHIN2 = 3e3;
async function openStore({ dataDir, databaseUrl, trouble = onErrorOutput }) {
  const database = await openDatabase(databaseUrl ? { url: databaseUrl } : { dataDir });
  try {
    const newsroom = databaseUrl ? await openNewsOnPostgres(databaseUrl, trouble) : openNewsHere(trouble);
    const { news } = newsroom;
    let closing;
    return {
      conversations: conversationsIn(database, news.tell),
      escalations: escalationsIn(database, news.tell),
      staff: staffIn(database, news.tell),
      deliveries: deliveriesIn(database, news.tell),
      postings: postingsIn(database),
      publications: publicationsIn(database, news.tell),
      drafts: draftsIn(database, news.tell),
      gaps: gapsIn(database),
      usage: usageIn(database),
      spending: spendingIn(database),
      vectors: vectorsIn(database),
      news,
      ready: () => answers(database),
      close: () => {
        closing ??= database.close().then(() => newsroom.close());
        return closing;
      }
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
async function answers({ rows }) {
  let late;
  const tooLate = new Promise((_, fail) => {
    late = setTimeout(
      () => fail(new Error(`The database has not answered within ${ANSWER_WITHIN2 / 1e3} seconds. Look at its log.`)),
      ANSWER_WITHIN2
    );
  });
  try {
    await Promise.race([sql15`select count(*) from migrations`.execute(rows), tooLate]);
  } finally {
    clearTimeout(late);
  }
}
function onErrorOutput(sentence, error) {
  console.error(sentence, error);
}

// src/house.ts
var HOUSE2 = fileURLToPath(new URL("..", import.meta.url));
async function openHouse(settings, report, now = () => /* @__PURE__ */ new Date(), trouble, called = () => {
}) {
  const [opened2, phrases, shelf] = await Promise.all([
    openStore({
      dataDir: settings.dataDir,
      ...settings.databaseUrl ? { databaseUrl: settings.databaseUrl } : {},
      ...trouble ? { trouble } : {}
    }),
    readPhrases2(`${HOUSE2}dialogs/phrases`),
    readShelf(`${HOUSE2}dialogs`, dialogs)
  ]);
  const reading = await openLibrary({
    ...opened2,
    folder: `${HOUSE2}knowledge`,
    now,
    trouble: trouble ?? console.error,
    notice: trouble ?? console.error
  });
  const store = { ...opened2, close: () => reading.close().then(opened2.close) };
  const library = () => reading.published.library;
  const model = settings.model && await openModelOf(settings.model, { now, report: called, spending: store.spending });
  const hours2 = followHours(`${HOUSE2}knowledge/${HOURS_FILE}`, trouble ?? console.error);
  const desk = openDesk({ ...store, words: () => ({ library: library(), phrases, shelf }), hours: hours2 });
  const hearing = openReception({
    conversations: store.conversations,
    resources: () => ({
      library: library(),
      phrases,
      shelf,
      retentionDays: settings.retentionDays,
      ...planLinks(settings),
      ...model ? { model, vectors: store.vectors } : {},
      ...settings.hasDesk === false ? {} : { desk: deskToday(hours2, store) }
    }),
    newId: randomUUID6,
    now,
    report
  });
  return {
    store,
    reading,
    get library() {
      return library();
    },
    phrases,
    shelf,
    hearing,
    desk,
    ...model ? { model } : {},
    hours: hours2
  };
}
async function openModelOf(...given2) {
  return (await import("./open-model-B4RGHQU3.js")).openModel(...given2);
}
function deskToday(hours2, { escalations }) {
  return {
    hours: (at2) => hours2(at2).at(at2),
    timeZone: (at2) => hours2(at2).timeZone,
    place: async (conversation) => placeOf(conversation, await escalations.open()),
    placeOfNew: async (reason3) => placeOfNew(reason3, await escalations.open())
  };
}
function planLinks({
  publicUrl,
  sessionSecret
}) {
  if (publicUrl === void 0 || sessionSecret === void 0) return {};
  const tokens2 = openPlanTokens(sessionSecret);
  return { planLink: (conversation, now) => `${publicUrl}${PLANS}/${tokens2.write(conversation, now)}` };
}

// src/metrics.ts
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
function openMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    name: "passerelle_turns_total",
    help: "Turns taken, by channel and by how they ended.",
    labelNames: ["channel", "status"],
    registers: [registry]
  });
  const seconds = new Histogram({
    name: "passerelle_turn_seconds",
    help: "Time from a message taken up to its replies saved.",
    buckets: [1e-3, 5e-3, 0.01, 0.05, 0.1, 0.5, 1, 5, 15],
    registers: [registry]
  });
  const calls = new Counter({
    name: "passerelle_model_calls_total",
    help: "Calls of a model, by purpose and by how they ended.",
    labelNames: ["purpose", "outcome"],
    registers: [registry]
  });
  const callSeconds = new Histogram({
    name: "passerelle_model_call_seconds",
    help: "Time of a call of a model, its second try included.",
    labelNames: ["purpose"],
    buckets: [0.1, 0.5, 1, 2, 5, 10],
    registers: [registry]
  });
  const tokens2 = new Counter({
    name: "passerelle_model_tokens_total",
    help: "Tokens of models, by purpose and by direction.",
    labelNames: ["purpose", "direction"],
    registers: [registry]
  });
  const cost = new Counter({
    name: "passerelle_model_cost_total",
    help: "What models cost, by purpose, in the money of MODEL_PRICE_INPUT and MODEL_PRICE_OUTPUT.",
    labelNames: ["purpose"],
    registers: [registry]
  });
  return {
    registry,
    watch: (library) => {
      new Gauge({
        name: "passerelle_publication",
        help: "The publication of the library in use.",
        registers: [registry],
        collect() {
          this.set(library().publication);
        }
      });
    },
    call: ({ purpose, outcome: outcome2, ms, usage }) => {
      calls.inc({ purpose, outcome: outcome2 });
      callSeconds.observe({ purpose }, ms / 1e3);
      tokens2.inc({ purpose, direction: "input" }, usage.input);
      tokens2.inc({ purpose, direction: "output" }, usage.output);
      cost.inc({ purpose }, usage.cost);
    },
    turn: ({ channel, status: status2, ms }) => {
      turns.inc({ channel, status: status2 });
      seconds.observe(ms / 1e3);
    }
  };
}

// src/page/plan-routes.ts
import { randomBytes as randomBytes2 } from "node:crypto";
import { readFile as readFile5 } from "node:fs/promises";

// src/page/folder.ts
import { existsSync as existsSync2 } from "node:fs";
import { fileURLToPath as fileURLToPath2 } from "node:url";
var FOLDER = fileURLToPath2(new URL("src/page/", houseOf(import.meta.url)));
function houseOf(address2) {
  const above = new URL("..", address2);
  return existsSync2(new URL("package.json", above)) || above.pathname === "/" ? above : houseOf(above.href);
}

// src/page/frame.tsx
import { renderToString } from "preact-render-to-string";
import { jsx, jsxs } from "preact/jsx-runtime";
function framed(frame) {
  return `<!DOCTYPE html>${renderToString(/* @__PURE__ */ jsx(Page, { ...frame }))}`;
}
function Page({ title, drawing, kind, skip, head, children }) {
  const { language: language2, assets, nonce, embedded } = drawing;
  return /* @__PURE__ */ jsxs("html", { lang: LOCALE[language2], dir: direction(language2), children: [
    /* @__PURE__ */ jsxs("head", { children: [
      /* @__PURE__ */ jsx("meta", { charset: "utf-8" }),
      /* @__PURE__ */ jsx("meta", { name: "viewport", content: "width=device-width, initial-scale=1, interactive-widget=resizes-content" }),
      /* @__PURE__ */ jsx("title", { children: title }),
      /* @__PURE__ */ jsx("meta", { name: "description", content: drawing.words.say("tagline", language2) }),
      /* @__PURE__ */ jsx("meta", { name: "theme-color", content: "#095797" }),
      /* @__PURE__ */ jsx("link", { rel: "icon", href: assets.icon.address, type: assets.icon.type }),
      /* @__PURE__ */ jsx("link", { rel: "stylesheet", href: assets.style.address, nonce }),
      head
    ] }),
    /* @__PURE__ */ jsxs("body", { class: embedded ? `${kind} embedded` : kind, children: [
      /* @__PURE__ */ jsx("a", { class: "skip", href: `#${skip.to}`, children: skip.words }),
      embedded ? null : /* @__PURE__ */ jsx(Header, { drawing, isHeading: kind === "talk" }),
      children,
      embedded ? null : /* @__PURE__ */ jsx(Footer, { drawing })
    ] })
  ] });
}
function Header({ drawing, isHeading }) {
  const { language: language2, words: words5 } = drawing;
  return /* @__PURE__ */ jsx("header", { class: "top", children: /* @__PURE__ */ jsxs("div", { class: "wide", children: [
    /* @__PURE__ */ jsxs("div", { class: "brand", children: [
      /* @__PURE__ */ jsx(Bridge, {}),
      /* @__PURE__ */ jsxs("div", { children: [
        isHeading ? /* @__PURE__ */ jsx("h1", { class: "name", children: "Passerelle" }) : /* @__PURE__ */ jsx(HomeLink, { drawing }),
        /* @__PURE__ */ jsx("p", { class: "tagline", children: words5.say("tagline", language2) })
      ] })
    ] }),
    /* @__PURE__ */ jsx(Languages, { drawing })
  ] }) });
}
function HomeLink({ drawing: { language: language2 } }) {
  return /* @__PURE__ */ jsx("p", { class: "name", children: /* @__PURE__ */ jsx("a", { href: `/?lang=${language2}`, children: "Passerelle" }) });
}
function Languages({ drawing: { language: language2, words: words5, path, embedded } }) {
  return /* @__PURE__ */ jsx("nav", { class: "languages", "aria-label": words5.say("languages", language2), children: /* @__PURE__ */ jsx("ul", { children: LANGUAGES.map((each) => /* @__PURE__ */ jsx("li", { children: each === language2 ? /* @__PURE__ */ jsx("span", { lang: LOCALE[each], "aria-current": "true", children: OWN_NAME[each] }) : /* @__PURE__ */ jsx("a", { href: `${path}?lang=${each}${embedded ? "&embed=1" : ""}`, lang: LOCALE[each], hreflang: each, children: OWN_NAME[each] }) }, each)) }) });
}
function Footer({ drawing: { language: language2, words: words5 } }) {
  const links = [
    ["/confidentialite", "privacy.link"],
    ["/conditions", "terms.link"]
  ];
  return /* @__PURE__ */ jsx("footer", { class: "bottom", children: /* @__PURE__ */ jsxs("div", { class: "wide", children: [
    /* @__PURE__ */ jsx("nav", { "aria-label": words5.say("footer.heading", language2), children: /* @__PURE__ */ jsx("ul", { children: links.map(([path, name2]) => /* @__PURE__ */ jsx("li", { children: /* @__PURE__ */ jsx("a", { href: `${path}?lang=${language2}`, children: words5.say(name2, language2) }) }, path)) }) }),
    /* @__PURE__ */ jsx("p", { children: words5.say(language2 === "fr" ? "footer.original" : "unofficial", language2) })
  ] }) });
}
function Bridge() {
  return /* @__PURE__ */ jsx("svg", { class: "mark", viewBox: "0 0 48 30", "aria-hidden": "true", focusable: "false", children: /* @__PURE__ */ jsxs("g", { fill: "none", stroke: "currentColor", "stroke-linecap": "round", children: [
    /* @__PURE__ */ jsx("path", { d: "M7 25C15 1 33 1 41 25", "stroke-width": "3.5" }),
    /* @__PURE__ */ jsx("path", { d: "M4 25h40", "stroke-width": "4" }),
    /* @__PURE__ */ jsx("path", { d: "M15.5 13.5V25M24 7.5V25M32.5 13.5V25", "stroke-width": "2.5" })
  ] }) });
}

// src/page/plan-date.ts
function longDate(date, language2) {
  return new Intl.DateTimeFormat(`${LOCALE[language2]}-u-ca-gregory-nu-latn`, {
    dateStyle: "long",
    timeZone: "America/Toronto"
  }).format(date);
}

// src/page/plan-head.tsx
import { Fragment, jsx as jsx2, jsxs as jsxs2 } from "preact/jsx-runtime";
function PlanHead({ style, nonce }) {
  const ours = /* @__PURE__ */ jsx2("style", { nonce, dangerouslySetInnerHTML: { __html: style } });
  return /* @__PURE__ */ jsxs2(Fragment, { children: [
    /* @__PURE__ */ jsx2("meta", { name: "robots", content: "noindex, nofollow" }),
    ours
  ] });
}

// src/page/plan-marks.ts
var TEXT = /<(style|script)\b[\s\S]*?<\/\1>|>[^<]+</g;
function withMarksJoined(html) {
  return html.replace(TEXT, (text2, hidden) => hidden ? text2 : typeset(text2, ORIGINAL));
}

// src/page/plan-sources.tsx
import { jsx as jsx3, jsxs as jsxs3 } from "preact/jsx-runtime";
function printedStep(step, language2, library) {
  const section = (name2) => library.passage(step.article, name2, language2);
  return { ...step, prepare: ["documents", "next"].flatMap((name2) => section(name2) ?? []), reach: section("contact") };
}
function sourcesIn(steps2) {
  const byAddress2 = /* @__PURE__ */ new Map();
  for (const { source: source2, prepare, reach } of steps2) {
    const passages = [...prepare, ...reach ? [reach] : []];
    for (const each of [...source2 ? [source2.cited] : [], ...passages.flatMap(({ sources }) => sources)]) {
      if (!byAddress2.has(each.address)) byAddress2.set(each.address, each);
    }
  }
  const addresses = [...byAddress2.keys()];
  return {
    all: [...byAddress2.values()],
    numberOf: (source2) => source2 ? addresses.indexOf(source2.address) + 1 || void 0 : void 0
  };
}
function Reference({ number }) {
  if (number === void 0) return null;
  return /* @__PURE__ */ jsxs3("a", { class: "reference", href: `#source-${number}`, children: [
    "[",
    number,
    "]"
  ] });
}
function SourceList({ sources, languages, words: words5 }) {
  const consulted = sources.all.map((source2) => source2.consulted).sort()[0] ?? "";
  const doubtful = languages.map((language2) => words5.say("plan.doubtful", language2)).join(" / ");
  return /* @__PURE__ */ jsxs3("section", { class: "sources", children: [
    /* @__PURE__ */ jsx3("h2", { children: languages.map((language2, index) => /* @__PURE__ */ jsxs3("span", { lang: LOCALE[language2], children: [
      index ? " \xB7 " : "",
      words5.say("plan.sources", language2)
    ] }, language2)) }),
    languages.map((language2) => /* @__PURE__ */ jsx3("p", { class: "quiet", lang: LOCALE[language2], dir: direction(language2), children: words5.say("plan.check", language2, { date: longDate(/* @__PURE__ */ new Date(`${consulted}T12:00:00Z`), language2) }) }, language2)),
    /* @__PURE__ */ jsx3("ol", { lang: LOCALE[ORIGINAL], dir: "ltr", children: sources.all.map((source2, index) => /* @__PURE__ */ jsx3(SourceLine, { source: source2, number: index + 1, doubtful }, source2.address)) })
  ] });
}
function SourceLine({ source: source2, number, doubtful }) {
  const about = [
    ...source2.date ? [source2.date] : [],
    ...source2.level === "secondary" || source2.old ? [doubtful] : []
  ];
  return /* @__PURE__ */ jsxs3("li", { id: `source-${number}`, children: [
    source2.publisher,
    ",",
    " ",
    /* @__PURE__ */ jsx3("a", { href: source2.address, rel: "noopener noreferrer", children: source2.title }),
    about.length ? /* @__PURE__ */ jsxs3("span", { class: "quiet", children: [
      " (",
      about.join(", "),
      ")"
    ] }) : null,
    /* @__PURE__ */ jsx3("span", { class: "address", children: source2.address })
  ] });
}

// src/page/plan-markdown.tsx
import { Fragment as Fragment2, jsx as jsx4 } from "preact/jsx-runtime";
function Markdown({ text: text2, reference }) {
  return /* @__PURE__ */ jsx4(Fragment2, { children: text2.split(/\n\s*\n/).map((block) => block.trim()).filter(Boolean).map((block) => /* @__PURE__ */ jsx4(Block, { lines: block.split("\n"), reference }, block)) });
}
var BULLET = /^- /;
var NUMBER = /^\d+\. /;
var QUOTE = /^> ?/;
function Block({ lines, reference }) {
  const items = (mark) => lines.map((line2) => /* @__PURE__ */ jsx4("li", { children: inline(line2.replace(mark, ""), reference) }, line2));
  if (lines.every((line2) => BULLET.test(line2))) return /* @__PURE__ */ jsx4("ul", { children: items(BULLET) });
  if (lines.every((line2) => NUMBER.test(line2))) return /* @__PURE__ */ jsx4("ol", { children: items(NUMBER) });
  if (lines.every((line2) => QUOTE.test(line2))) {
    return /* @__PURE__ */ jsx4("blockquote", { children: inline(lines.map((line2) => line2.replace(QUOTE, "")).join(" "), reference) });
  }
  return /* @__PURE__ */ jsx4("p", { children: inline(lines.join(" "), reference) });
}
var MARK = /\[([^\]]+)\]\(((?:https?|tel|mailto):[^)\s]+)\)|\*\*([^*]+)\*\*|\*([^*]+)\*|\s*\[(\d+)\]/g;
function inline(text2, reference) {
  const parts = [];
  let from = 0;
  for (const match of text2.matchAll(MARK)) {
    const [whole, words5, address2, strong, emphasis, number] = match;
    parts.push(text2.slice(from, match.index));
    from = match.index + whole.length;
    if (words5 && address2) parts.push(/* @__PURE__ */ jsx4(Link, { address: address2, children: words5 }));
    else if (strong) parts.push(/* @__PURE__ */ jsx4("strong", { children: inline(strong, reference) }));
    else if (emphasis) parts.push(/* @__PURE__ */ jsx4("em", { children: inline(emphasis, reference) }));
    else if (reference) parts.push("\xA0", reference(Number(number)));
  }
  return [...parts, text2.slice(from)].filter((part) => part !== "");
}
function Link({ address: address2, children }) {
  const more = address2.startsWith("http") ? { rel: "noopener noreferrer" } : address2.startsWith("tel:") ? { class: "number" } : {};
  return /* @__PURE__ */ jsx4("a", { href: address2, ...more, children });
}

// src/page/plan-step.tsx
import { jsx as jsx5, jsxs as jsxs4 } from "preact/jsx-runtime";
function Step({ step, isFirst, sources, say: say2, reason: reason3 }) {
  const [Heading, Sub] = isFirst ? ["h3", "h4"] : ["h4", "h5"];
  return /* @__PURE__ */ jsxs4("li", { children: [
    /* @__PURE__ */ jsx5(Heading, { children: step.title }),
    /* @__PURE__ */ jsxs4("p", { children: [
      step.summary,
      " ",
      /* @__PURE__ */ jsx5(Reference, { number: sources.numberOf(step.source?.cited) })
    ] }),
    step.because.length ? /* @__PURE__ */ jsxs4("p", { class: "why", children: [
      /* @__PURE__ */ jsx5("strong", { children: say2("why") }),
      " ",
      step.because.map(reason3).join(" \xB7 ")
    ] }) : null,
    /* @__PURE__ */ jsxs4("div", { class: "parts", children: [
      /* @__PURE__ */ jsx5("div", { children: step.prepare.map((passage) => /* @__PURE__ */ jsxs4("div", { children: [
        /* @__PURE__ */ jsx5(Sub, { children: say2(passage.section === "documents" ? "prepare" : "todo") }),
        /* @__PURE__ */ jsx5(Quoted, { passage, sources })
      ] }, passage.section)) }),
      step.reach || step.contact ? /* @__PURE__ */ jsxs4("div", { class: "reach", children: [
        /* @__PURE__ */ jsx5(Sub, { children: say2("contact") }),
        step.reach ? /* @__PURE__ */ jsx5(Quoted, { passage: step.reach, sources }) : /* @__PURE__ */ jsx5(Markdown, { text: step.contact ?? "" })
      ] }) : null
    ] })
  ] });
}
function Quoted({ passage, sources }) {
  const cited = (position) => passage.sources.find((source2) => source2.position === position);
  return /* @__PURE__ */ jsx5(Markdown, { text: passage.text, reference: (position) => /* @__PURE__ */ jsx5(Reference, { number: sources.numberOf(cited(position)) }) });
}

// src/page/plan.tsx
import { jsx as jsx6, jsxs as jsxs5 } from "preact/jsx-runtime";
var NAMED2 = ["program", "step", "francization"];
var PRINT = "const b=document.getElementById(`print`);b.hidden=false;b.onclick=()=>print()";
function planPage(plan2) {
  const { drawing } = plan2;
  const { language: language2, words: words5, nonce } = drawing;
  const languages = language2 === ORIGINAL ? [ORIGINAL] : [language2, ORIGINAL];
  const versions = languages.map((each) => versionOf(plan2, each));
  const sources = sourcesIn(versions.flatMap(({ stages }) => stages.flatMap(({ steps: steps2 }) => steps2)));
  const html = framed({
    title: `${words5.say("plan.title", language2)} \u2013 Passerelle`,
    drawing,
    kind: "paper",
    skip: { to: "plan", words: words5.say("plan.title", language2) },
    head: /* @__PURE__ */ jsx6(PlanHead, { style: plan2.style, nonce }),
    children: /* @__PURE__ */ jsxs5("main", { class: "wide plan", id: "plan", tabindex: -1, children: [
      versions.map((version, index) => /* @__PURE__ */ jsx6(VersionShown, { plan: plan2, version, sources, isFirst: index === 0 }, version.language)),
      /* @__PURE__ */ jsx6(SourceList, { sources, languages, words: words5 }),
      /* @__PURE__ */ jsx6("p", { class: "screen", children: /* @__PURE__ */ jsx6("a", { href: `/?lang=${language2}`, children: words5.say("back", language2) }) }),
      /* @__PURE__ */ jsx6("script", { nonce, children: PRINT })
    ] })
  });
  return withMarksJoined(html);
}
function versionOf({ drawing, library, shelf, phrases, situation: situation2 }, language2) {
  const resources = { library, shelf, phrases };
  const plan2 = makePlan(library, situation2);
  const inWords = planInWords(plan2, situation2, language2, resources, NAMED2);
  const reason3 = (told2) => inOneLine(told2, language2, resources);
  const missing3 = (names2) => drawing.words.say("plan.missing", language2, { names: names2.join(" \xB7 ") });
  return {
    language: language2,
    reason: reason3,
    answers: toldOf(answersIn(situation2, library), situation2, language2, resources),
    stages: inWords.stages.map(({ stage, steps: steps2 }) => ({
      stage,
      steps: steps2.map((step) => printedStep(step, language2, library))
    })),
    ruledOut: grouped2(inWords.ruledOut.map(({ title, because }) => [because.map(reason3).join(" \xB7 "), title])),
    untold: grouped2(inWords.untold.map((each) => [missing3(each.missing), each.title]))
  };
}
function grouped2(lines) {
  const groups = /* @__PURE__ */ new Map();
  for (const [reason3, title] of lines) groups.set(reason3, [...groups.get(reason3) ?? [], title]);
  return [...groups].map(([reason3, titles]) => ({ reason: reason3, titles }));
}
function VersionShown({ plan: plan2, version, sources, isFirst }) {
  const { words: words5 } = plan2.drawing;
  const { language: language2, reason: reason3 } = version;
  const [Heading, Sub] = isFirst ? ["h1", "h2"] : ["h2", "h3"];
  const say2 = (name2, slots2 = {}) => words5.say(`plan.${name2}`, language2, slots2);
  const heading = (name2) => plan2.phrases.say(`plan.${name2}`, language2);
  return /* @__PURE__ */ jsxs5(
    "article",
    {
      id: `plan-${language2}`,
      class: isFirst ? "version" : "version other",
      lang: LOCALE[language2],
      dir: direction(language2),
      children: [
        /* @__PURE__ */ jsx6(Heading, { children: isFirst ? say2("title") : `${say2("title")} (${say2("french")})` }),
        /* @__PURE__ */ jsx6("p", { class: "quiet", children: say2("made", { date: longDate(plan2.today, language2) }) }),
        language2 === ORIGINAL ? null : /* @__PURE__ */ jsx6("p", { class: "quiet", children: words5.say("unofficial", language2) }),
        /* @__PURE__ */ jsx6("p", { class: "decision", children: say2("decision") }),
        isFirst ? /* @__PURE__ */ jsx6(Tools, { plan: plan2 }) : null,
        /* @__PURE__ */ jsxs5("section", { children: [
          /* @__PURE__ */ jsx6(Sub, { children: say2("answers") }),
          /* @__PURE__ */ jsx6("dl", { class: "answers", children: version.answers.map(({ name: name2, answer: answer2 }) => /* @__PURE__ */ jsxs5("div", { children: [
            /* @__PURE__ */ jsx6("dt", { children: name2 }),
            /* @__PURE__ */ jsx6("dd", { children: answer2 })
          ] }, name2)) }),
          /* @__PURE__ */ jsx6("p", { class: "screen quiet", children: say2("change") })
        ] }),
        version.stages.map(({ stage, steps: steps2 }) => /* @__PURE__ */ jsxs5("section", { class: `stage ${stage}`, children: [
          /* @__PURE__ */ jsx6(Sub, { children: heading(stage) }),
          /* @__PURE__ */ jsx6("ol", { class: "steps", children: steps2.map((step) => /* @__PURE__ */ jsx6(Step, { ...{ step, isFirst, sources, say: say2, reason: reason3 } }, step.article)) })
        ] }, stage)),
        /* @__PURE__ */ jsx6(Others, { heading: heading("ruled-out"), Heading: Sub, groups: version.ruledOut }),
        /* @__PURE__ */ jsx6(Others, { heading: heading("untold"), Heading: Sub, groups: version.untold })
      ]
    }
  );
}
function Tools({ plan: { drawing, closes } }) {
  const { words: words5, language: language2 } = drawing;
  return /* @__PURE__ */ jsxs5("div", { class: "tools screen", children: [
    /* @__PURE__ */ jsx6("button", { type: "button", id: "print", hidden: true, children: words5.say("plan.print", language2) }),
    language2 === ORIGINAL ? null : /* @__PURE__ */ jsx6("a", { href: `#plan-${ORIGINAL}`, lang: LOCALE[ORIGINAL], dir: "ltr", children: words5.say("plan.french", ORIGINAL) }),
    /* @__PURE__ */ jsx6("p", { class: "quiet", children: words5.say("plan.private", language2, { date: longDate(closes, language2) }) })
  ] });
}
function Others({ heading, Heading, groups }) {
  if (groups.length === 0) return null;
  return /* @__PURE__ */ jsxs5("section", { class: "others", children: [
    /* @__PURE__ */ jsx6(Heading, { children: heading }),
    groups.map(({ reason: reason3, titles }) => /* @__PURE__ */ jsxs5("div", { children: [
      /* @__PURE__ */ jsx6("p", { class: "quiet", children: reason3 }),
      /* @__PURE__ */ jsx6("ul", { children: titles.map((title) => /* @__PURE__ */ jsx6("li", { children: title }, title)) })
    ] }, reason3))
  ] });
}

// src/page/way-out.tsx
import { Fragment as Fragment3, jsx as jsx7, jsxs as jsxs6 } from "preact/jsx-runtime";
function WayOut({
  words: words5,
  contact,
  retry
}) {
  return /* @__PURE__ */ jsxs6("div", { class: "way-out", children: [
    /* @__PURE__ */ jsx7("p", { children: words5 }),
    retry ? /* @__PURE__ */ jsx7("button", { type: "button", children: retry }) : null,
    contact ? /* @__PURE__ */ jsxs6(Fragment3, { children: [
      /* @__PURE__ */ jsx7("p", { children: /* @__PURE__ */ jsx7("strong", { children: contact.title }) }),
      paragraphsWithNumbers(contact.text).map((paragraph) => /* @__PURE__ */ jsx7("p", { children: withNumbersInOrder(paragraph) }, paragraph))
    ] }) : null
  ] });
}
function paragraphsWithNumbers(markdown) {
  return markdown.split(/\n{2,}/).map(
    (paragraph) => readable(paragraph).replace(/\s+(?=[.,،])/g, "").replace(/\s+/g, " ").trim()
  ).filter((paragraph) => /\d{3}/.test(paragraph));
}
function withNumbersInOrder(text2) {
  return text2.split(/(\+?\d[\d \u00a0.-]{5,}\d)/).map(
    (part, index) => index % 2 ? /* @__PURE__ */ jsx7("bdi", { dir: "ltr", children: part }, part) : part
  );
}

// src/page/plan-gone.tsx
import { jsx as jsx8, jsxs as jsxs7 } from "preact/jsx-runtime";
function gonePage(gone) {
  const { drawing, style } = gone;
  const { language: language2, words: words5, nonce } = drawing;
  const versions = language2 === ORIGINAL ? [ORIGINAL] : [language2, ORIGINAL];
  return framed({
    title: `${words5.say("plan.gone.title", language2)} \u2013 Passerelle`,
    drawing,
    kind: "paper",
    skip: { to: "plan", words: words5.say("plan.gone.title", language2) },
    head: /* @__PURE__ */ jsx8(PlanHead, { style, nonce }),
    children: /* @__PURE__ */ jsx8("main", { class: "wide plan", id: "plan", tabindex: -1, children: versions.map((each, index) => /* @__PURE__ */ jsx8(Version, { gone, language: each, isFirst: index === 0 }, each)) })
  });
}
function Version({ gone, language: language2, isFirst }) {
  const { why: why2, drawing, contact } = gone;
  const say2 = (name2) => drawing.words.say(`plan.gone.${name2}`, language2, { days: PLAN_DAYS });
  const Heading = isFirst ? "h1" : "h2";
  return /* @__PURE__ */ jsxs7("article", { class: "version", lang: LOCALE[language2], dir: direction(language2), children: [
    /* @__PURE__ */ jsx8(Heading, { children: say2("title") }),
    /* @__PURE__ */ jsx8("p", { children: say2(why2) }),
    /* @__PURE__ */ jsx8("p", { children: say2("again") }),
    /* @__PURE__ */ jsx8("p", { children: /* @__PURE__ */ jsx8("a", { href: `/?lang=${language2}`, children: drawing.words.say("back", language2) }) }),
    /* @__PURE__ */ jsx8(WayOut, { words: say2("people"), contact: contact(language2) })
  ] });
}

// src/page/policy.ts
var EMPTY = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
function contentSecurityPolicy({ nonce, publicUrl, allowedOrigins }) {
  const own = new URL(publicUrl).origin;
  const directives = {
    "default-src": "'none'",
    "script-src": `'nonce-${nonce}'`,
    "style-src": `'nonce-${nonce}' ${EMPTY}`,
    "img-src": "'self' data: blob:",
    "connect-src": `'self' blob: ${own.replace(/^http/, "ws")}`,
    "base-uri": "'none'",
    "form-action": "'none'",
    "object-src": "'none'",
    "frame-ancestors": ["'self'", ...allowedOrigins].join(" ")
  };
  return Object.entries(directives).map(([name2, value2]) => `${name2} ${value2}`).join("; ");
}

// src/page/routes.ts
import { randomBytes } from "node:crypto";

// src/page/assets.ts
import { createHash as createHash4 } from "node:crypto";
import { readFile as readFile4 } from "node:fs/promises";
import { createRequire as createRequire2 } from "node:module";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "esbuild";
var SCRIPT = "text/javascript; charset=utf-8";
var STYLE = "text/css; charset=utf-8";
var ICON = "image/svg+xml";
var TARGET = ["es2020", "chrome100", "firefox100", "safari15"];
async function makeAssets(words5) {
  const [webChat, client2, style, icon, embed] = await Promise.all([
    readFile4(webChatFile()).then((content) => asset("web-chat.js", SCRIPT, content)),
    bundled("client.ts").then((content) => asset("client.js", SCRIPT, content)),
    bundled("page.css").then((content) => asset("page.css", STYLE, content)),
    readFile4(here("icon.svg")).then((content) => asset("icon.svg", ICON, content)),
    bundled("embed.ts", { EMBED_WORDS: JSON.stringify(embedWords(words5)) }).then(
      (content) => asset("embed.js", SCRIPT, content)
    )
  ]);
  const all = new Map([webChat, client2, style, icon].map((each) => [each.address, each]));
  return { webChat, client: client2, style, icon, embed, at: (address2) => all.get(address2) };
}
function embedWords(words5) {
  const names2 = ["open", "close", "frame"];
  return Object.fromEntries(
    LANGUAGES.map((language2) => [
      language2,
      Object.fromEntries(names2.map((name2) => [name2, words5.say(`embed.${name2}`, language2)]))
    ])
  );
}
async function bundled(file, define = {}) {
  const { outputFiles } = await build({
    entryPoints: [here(file)],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: TARGET,
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    define
  });
  return Buffer.from(outputFiles[0]?.contents ?? []);
}
async function asset(name2, type, plain2) {
  const digest3 = createHash4("sha256").update(plain2).digest("base64url").slice(0, 16);
  const [zipped, brotli] = await Promise.all([promisify(gzip)(plain2, { level: 9 }), compressed(plain2)]);
  return { address: `/page/${name2.replace(".", `.${digest3}.`)}`, type, digest: digest3, plain: plain2, gzip: zipped, brotli };
}
function compressed(plain2) {
  return promisify(brotliCompress)(plain2, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain2.length }
  });
}
function here(file) {
  return `${FOLDER}${file}`;
}
function webChatFile() {
  return createRequire2(import.meta.url).resolve("botframework-webchat").replace(/lib[/\\]index\.js$/, "dist/webchat.js");
}

// src/page/paper.tsx
import { jsx as jsx9, jsxs as jsxs8 } from "preact/jsx-runtime";
var PAPERS = {
  privacy: ["kept", "long", "erase", "automated", "careful"],
  terms: ["information", "decision", "use", "urgent", "language"]
};
function paperPage(paper, drawing, retentionDays) {
  const { language: language2, words: words5 } = drawing;
  const say2 = (name2) => words5.say(`${paper}.${name2}`, language2, { days: retentionDays });
  return framed({
    title: `${say2("title")} \u2013 Passerelle`,
    drawing,
    kind: "paper",
    skip: { to: "text", words: say2("title") },
    children: /* @__PURE__ */ jsxs8("main", { class: "wide text", id: "text", tabindex: -1, children: [
      /* @__PURE__ */ jsx9("h1", { children: say2("title") }),
      /* @__PURE__ */ jsx9("p", { class: "intro", children: say2("intro") }),
      PAPERS[paper].map((part) => /* @__PURE__ */ jsxs8("section", { children: [
        /* @__PURE__ */ jsx9("h2", { children: say2(`${part}.heading`) }),
        say2(`${part}.text`).split(/\n{2,}/).map((paragraph) => /* @__PURE__ */ jsx9("p", { children: paragraph }, paragraph))
      ] }, part)),
      /* @__PURE__ */ jsx9("p", { children: /* @__PURE__ */ jsx9("a", { href: `/?lang=${language2}`, children: words5.say("back", language2) }) })
    ] })
  });
}

// src/page/send.ts
var KEPT = {
  never: "no-store",
  briefly: "public, max-age=300",
  forEver: "public, max-age=31536000, immutable"
};
function sendAsset(request, response, asset2, caching) {
  const tag = `"${asset2.digest}"`;
  const headers2 = { "Cache-Control": caching, ETag: tag, Vary: "Accept-Encoding" };
  if (request.header("if-none-match") === tag) {
    response.writeHead(304, headers2);
    response.end();
    return;
  }
  const [encoding, body] = encoded(asset2, request.header("accept-encoding") ?? "");
  response.writeHead(200, {
    ...headers2,
    "Content-Type": asset2.type,
    "Content-Length": String(body.length),
    ...encoding ? { "Content-Encoding": encoding } : {}
  });
  response.end(body);
}
function sendPage(response, html, policy) {
  response.writeHead(200, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": KEPT.never,
    "Content-Security-Policy": policy,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
  });
  response.end(html);
}
function encoded(asset2, accepted) {
  if (takes("br", accepted)) return ["br", asset2.brotli];
  if (takes("gzip", accepted)) return ["gzip", asset2.gzip];
  return [void 0, asset2.plain];
}
function takes(encoding, accepted) {
  return accepted.split(",").some((each) => {
    const [name2 = "", ...parameters] = each.trim().toLowerCase().split(";");
    return name2.trim() === encoding && !parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter));
  });
}

// src/page/client-settings.ts
var WEB_CHAT_LOCALE = { fr: "fr-FR", en: "en-US", es: "es-ES", ar: "ar-SA" };
var WEB_CHAT_STRINGS = [
  "ACTIVITY_BOT_SAID_ALT",
  "ACTIVITY_YOU_SAID_ALT",
  "ACTIVITY_BOT_ATTACHED_ALT",
  "ACTIVITY_STATUS_SEND_FAILED_RETRY",
  "CONNECTIVITY_STATUS_ALT_FATAL",
  "CONNECTIVITY_STATUS_ALT_RECONNECTING",
  "CONNECTIVITY_STATUS_ALT_RENDER_ERROR",
  "KEYBOARD_HELP_CHAT_HISTORY_HEADER",
  "KEYBOARD_HELP_CHAT_HISTORY_LEAVE_MESSAGE_HEADER",
  "KEYBOARD_HELP_CHAT_WINDOW_BODY_MOVE_BETWEEN_ITEMS_HEADER",
  "KEYBOARD_HELP_CHAT_WINDOW_HEADER",
  "KEYBOARD_HELP_HEADER",
  "MARKDOWN_EXTERNAL_LINK_ALT",
  "SUGGESTED_ACTIONS_LABEL_ALT",
  "TEXT_INPUT_ALT",
  "TEXT_INPUT_PLACEHOLDER",
  "TRANSCRIPT_ARIA_LABEL_ALT",
  "TRANSCRIPT_ARIA_ROLE_ALT",
  "TRANSCRIPT_LIVE_REGION_INTERACTIVE_LABEL_ALT",
  "TRANSCRIPT_LIVE_REGION_INTERACTIVE_WITH_LINKS_LABEL_ALT",
  "TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_LABEL_ALT",
  "TRANSCRIPT_TERMINATOR_TEXT",
  "TYPING_INDICATOR_SINGLE_TEXT",
  "VOTE_DISLIKE_ALT",
  "VOTE_LIKE_ALT"
];
function settingsFor({ language: language2, words: words5, embedded }, phrases) {
  const say2 = (name2) => words5.say(name2, language2);
  return {
    language: language2,
    locale: LOCALE[language2],
    webChatLocale: WEB_CHAT_LOCALE[language2],
    embedded,
    notices: { lost: say2("notice.lost"), interrupted: say2("notice.interrupted"), busy: say2("notice.busy") },
    answering: {
      assistant: say2("conversation.automated"),
      nobodyYet: say2("conversation.waiting"),
      person: say2("conversation.person"),
      namedPerson: say2("conversation.named-person")
    },
    speakers: {
      assistantSaid: say2("web-chat.ACTIVITY_BOT_SAID_ALT"),
      personSaid: say2("counsellor.said"),
      person: say2("counsellor.name")
    },
    inLanguage: OWN_NAME[language2],
    forgotten: LANGUAGES.map((each) => phrases.say("forgotten", each)),
    strings: Object.fromEntries(WEB_CHAT_STRINGS.map((name2) => [name2, say2(`web-chat.${name2}`)]))
  };
}

// src/page/talk.tsx
import { Fragment as Fragment4, jsx as jsx10, jsxs as jsxs9 } from "preact/jsx-runtime";
function talkPage(talk) {
  const { drawing, phrases } = talk;
  const { language: language2, words: words5, assets, nonce } = drawing;
  const say2 = (name2) => words5.say(name2, language2);
  return framed({
    title: say2("title"),
    drawing,
    kind: "talk",
    skip: { to: "conversation", words: say2("skip") },
    head: /* @__PURE__ */ jsxs9(Fragment4, { children: [
      /* @__PURE__ */ jsx10("noscript", { children: /* @__PURE__ */ jsx10("style", { nonce, children: ".needs-script{display:none!important}" }) }),
      /* @__PURE__ */ jsx10("script", { defer: true, src: assets.webChat.address, nonce }),
      /* @__PURE__ */ jsx10("script", { defer: true, src: assets.client.address, nonce })
    ] }),
    children: /* @__PURE__ */ jsxs9(Fragment4, { children: [
      /* @__PURE__ */ jsx10(Conversation, { talk }),
      /* @__PURE__ */ jsx10(About, { talk }),
      /* @__PURE__ */ jsx10(Settings, { settings: settingsFor(drawing, phrases) })
    ] })
  });
}
function Conversation({ talk: { drawing, phrases, contact } }) {
  const { language: language2, words: words5, embedded } = drawing;
  const say2 = (name2) => words5.say(name2, language2);
  const person = phrases.say("person.ask", language2);
  const Heading = embedded ? "h1" : "h2";
  return /* @__PURE__ */ jsxs9("main", { class: "conversation", id: "conversation", tabindex: -1, children: [
    /* @__PURE__ */ jsxs9("div", { class: "bar", children: [
      /* @__PURE__ */ jsxs9("div", { children: [
        /* @__PURE__ */ jsx10(Heading, { children: embedded ? "Passerelle" : say2("conversation.heading") }),
        /* @__PURE__ */ jsx10("p", { id: "answering", role: "status", children: say2("conversation.automated") })
      ] }),
      /* @__PURE__ */ jsx10("button", { type: "button", id: "ask-person", class: "person needs-script", "data-says": person, children: person }),
      embedded ? /* @__PURE__ */ jsx10(Around, { drawing }) : null
    ] }),
    /* @__PURE__ */ jsx10("noscript", { children: /* @__PURE__ */ jsx10(WayOut, { words: say2("conversation.no-script"), contact }) }),
    /* @__PURE__ */ jsx10("p", { id: "notice", class: "needs-script", role: "status" }),
    /* @__PURE__ */ jsx10("div", { id: "way-out", hidden: true, children: /* @__PURE__ */ jsx10(WayOut, { words: say2("notice.failed"), contact, retry: say2("notice.retry") }) }),
    /* @__PURE__ */ jsx10("div", { id: "chat", class: "needs-script", children: /* @__PURE__ */ jsx10("p", { class: "loading", children: say2("conversation.loading") }) })
  ] });
}
function Around({ drawing }) {
  const { language: language2, words: words5 } = drawing;
  return /* @__PURE__ */ jsxs9("div", { class: "around", children: [
    /* @__PURE__ */ jsx10(Languages, { drawing }),
    /* @__PURE__ */ jsx10("a", { href: `/confidentialite?lang=${language2}`, target: "_blank", rel: "noopener", children: words5.say("privacy.link", language2) })
  ] });
}
var NOTES = ["automated", "careful", "erase"];
function About({ talk: { drawing, retentionDays } }) {
  const { language: language2, words: words5, embedded } = drawing;
  if (embedded) return null;
  return /* @__PURE__ */ jsxs9("aside", { class: "about", "aria-labelledby": "about-heading", children: [
    /* @__PURE__ */ jsx10("h2", { id: "about-heading", children: words5.say("about.heading", language2) }),
    NOTES.map((note) => /* @__PURE__ */ jsxs9("section", { class: note, children: [
      /* @__PURE__ */ jsx10("h3", { children: words5.say(`about.${note}.heading`, language2) }),
      /* @__PURE__ */ jsx10("p", { children: words5.say(`about.${note}.text`, language2, { days: retentionDays }) })
    ] }, note)),
    language2 === "fr" ? null : /* @__PURE__ */ jsx10("p", { class: "unofficial", children: words5.say("unofficial", language2) })
  ] });
}
function Settings({ settings }) {
  const json = JSON.stringify(settings).replaceAll("<", "\\u003c");
  return /* @__PURE__ */ jsx10("script", { id: "settings", type: "application/json", dangerouslySetInnerHTML: { __html: json } });
}

// src/page/token.ts
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

// src/page/caller.ts
import { isIPv6 } from "node:net";
function callerOf(socket, forwarded, publicUrl) {
  const seen = publicUrl.startsWith("https:") ? forwarded?.split(",").at(-1)?.trim() : void 0;
  return household(seen || socket || "unknown");
}
function household(address2) {
  const host = /^\[([^\]]*)\]/.exec(address2)?.[1] ?? /^([\d.]+):\d+$/.exec(address2)?.[1] ?? address2;
  const plain2 = host.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!isIPv6(plain2)) return plain2;
  const [head = "", tail] = plain2.split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  const between = Array.from({ length: 8 - before.length - after.length }, () => "0");
  return [...before, ...tail === void 0 ? [] : between, ...after].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(":");
}

// src/page/origin.ts
var LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
function mayAsk({ origin, site, host }, publicUrl, allowedOrigins) {
  if (origin === void 0) return site === void 0 || site === "same-origin" || site === "none";
  if (origin === new URL(publicUrl).origin || allowedOrigins.includes(origin)) return true;
  return host !== void 0 && LOCAL.test(host) && origin === `http://${host}`;
}

// src/page/token.ts
var MOST2 = 60;
var SECONDS = 60;
function tokenHandler({ publicUrl, allowedOrigins, newToken: newToken3 }) {
  const limit = new RateLimiterMemory({ points: MOST2, duration: SECONDS });
  return async (request, response) => {
    if (!greet(request, response, publicUrl, allowedOrigins)) return;
    const caller = callerOf(request.socket.remoteAddress, request.header("x-forwarded-for"), publicUrl);
    const wait = await secondsToWait(limit, caller);
    if (wait > 0) {
      response.setHeader("Retry-After", String(wait));
      refuse2(
        response,
        429,
        "TooManyRequests",
        `Too many conversations were opened from this address. Try again in ${wait} seconds.`
      );
      return;
    }
    response.send(200, await newToken3());
  };
}
function tokenPreflight({ publicUrl, allowedOrigins }) {
  return async (request, response) => {
    if (!greet(request, response, publicUrl, allowedOrigins)) return;
    response.setHeader("Access-Control-Allow-Methods", "POST");
    response.setHeader("Access-Control-Allow-Headers", "Content-Type");
    response.setHeader("Access-Control-Max-Age", "600");
    response.send(204);
  };
}
function greet(request, response, publicUrl, allowedOrigins) {
  const origin = request.header("origin") || void 0;
  const asking2 = { origin, site: request.header("sec-fetch-site") || void 0, host: request.header("host") };
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Vary", "Origin");
  if (!mayAsk(asking2, publicUrl, allowedOrigins)) {
    refuse2(
      response,
      403,
      "OriginNotAllowed",
      "This site may not open conversations here: its origin is not in ALLOWED_ORIGINS."
    );
    return false;
  }
  if (origin) response.setHeader("Access-Control-Allow-Origin", origin);
  if (origin) response.setHeader("Access-Control-Expose-Headers", "Retry-After");
  return true;
}
async function secondsToWait(limit, caller) {
  try {
    await limit.consume(caller);
    return 0;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1e3));
    throw error;
  }
}
function refuse2(response, status2, code, message) {
  response.send(status2, { error: { code, message } });
}

// src/page/routes.ts
var made3;
async function make() {
  const words5 = await readPhrases2(`${FOLDER}words`);
  return { words: words5, assets: await makeAssets(words5) };
}
function pageParts() {
  made3 ??= make();
  return made3;
}
function pageRoutes(server, resources) {
  const { settings, phrases, onError } = resources;
  const parts = pageParts();
  parts.catch(onError);
  const show2 = (handler) => telling(handler, onError);
  const get = (path, handler) => {
    server.get(path, show2(handler));
    server.head(path, show2(handler));
  };
  get("/", async (request, response) => {
    const drawing = drawn(request, "/", await parts);
    const contact = resources.library().passage("mifi", "contact", drawing.language);
    sendPage(
      response,
      talkPage({ drawing, phrases, retentionDays: settings.retentionDays, contact }),
      policyOf(drawing)
    );
  });
  get("/confidentialite", async (request, response) => {
    const drawing = drawn(request, "/confidentialite", await parts);
    sendPage(response, paperPage("privacy", drawing, settings.retentionDays), policyOf(drawing));
  });
  get("/conditions", async (request, response) => {
    const drawing = drawn(request, "/conditions", await parts);
    sendPage(response, paperPage("terms", drawing, settings.retentionDays), policyOf(drawing));
  });
  get("/page/:file", async (request, response) => {
    const asset2 = (await parts).assets.at(request.getPath());
    if (asset2) sendAsset(request, response, asset2, KEPT.forEver);
    else response.send(404, { error: { code: "NotFound", message: "There is nothing at this address." } });
  });
  get("/embed.js", async (request, response) => {
    sendAsset(request, response, (await parts).assets.embed, KEPT.briefly);
  });
  server.opts("/chat/token", show2(tokenPreflight(settings)));
  server.post("/chat/token", show2(tokenHandler({ ...settings, newToken: resources.newToken })));
  function policyOf({ nonce }) {
    return contentSecurityPolicy({ nonce, publicUrl: settings.publicUrl, allowedOrigins: settings.allowedOrigins });
  }
}
function drawn(request, path, { words: words5, assets }) {
  return {
    language: languageAsked(request),
    words: words5,
    assets,
    nonce: randomBytes(18).toString("base64url"),
    path,
    embedded: path === "/" && request.query?.embed === "1"
  };
}
function languageAsked(request) {
  const asked = request.query?.lang;
  return isLanguage(asked) ? asked : ORIGINAL;
}
function telling(handler, onError) {
  return async (request, response) => {
    try {
      await handler(request, response);
    } catch (error) {
      onError(error);
      if (!response.headersSent)
        response.send(500, { error: { code: "ServiceError", message: "The request could not be served. Try again." } });
    }
  };
}

// src/page/plan-routes.ts
var DAY_MS4 = 24 * 60 * 60 * 1e3;
var STATUS = { wrong: 404, expired: 410, erased: 410 };
function planRoutes(server, resources) {
  const { settings, tokens: tokens2, phrases, shelf, now, onError } = resources;
  const style = readFile5(`${FOLDER}plan.css`, "utf8");
  style.catch(onError);
  const handler = telling(async (request, response) => {
    const today = now();
    const token = tokens2.read(request.getPath().slice(PLANS.length + 1), today);
    const conversation = token.is === "wrong" ? void 0 : await resources.conversation(token.conversation);
    const drawing = await drawn2(request, conversation?.language);
    const library = resources.library();
    if (token.is !== "good" || !conversation || !isStill(conversation, token)) {
      const why2 = token.is === "good" ? "erased" : token.is;
      const contact = (language2) => library.passage("mifi", "contact", language2);
      send(response, STATUS[why2], gonePage({ why: why2, drawing, style: await style, contact }), policyOf(drawing));
      return;
    }
    const forgotten = conversation.lastHeardAt.getTime() + settings.retentionDays * DAY_MS4;
    const closes = new Date(Math.min(token.expires.getTime(), forgotten));
    const situation2 = knownOf(conversation, { shelf });
    const html = planPage({ drawing, style: await style, phrases, library, shelf, situation: situation2, today, closes });
    send(response, 200, html, policyOf(drawing));
  }, onError);
  for (const path of [PLANS, `${PLANS}/*`]) {
    server.get(path, handler);
    server.head(path, handler);
  }
  function policyOf({ nonce }) {
    return contentSecurityPolicy({ nonce, publicUrl: settings.publicUrl, allowedOrigins: [] });
  }
}
function isStill({ startedAt, situation: situation2 }, { made: made4 }) {
  return made4.getTime() >= startedAt.getTime() && Object.keys(situation2).length > 0;
}
async function drawn2(request, spoken2) {
  const named2 = request.query?.lang;
  const asked = request.header("accept-language")?.split(",").map((each) => languageOfLocale(each.split(";")[0])).find((each) => each);
  return {
    ...await pageParts(),
    language: isLanguage(named2) ? named2 : spoken2 ?? asked ?? ORIGINAL,
    nonce: randomBytes2(18).toString("base64url"),
    path: request.getPath(),
    embedded: false
  };
}
function send(response, status2, html, policy) {
  response.writeHead(status2, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": KEPT.never,
    "Content-Security-Policy": policy,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow"
  });
  response.end(html);
}

// src/server.ts
import helmet from "helmet";
import pino from "pino";
import restify from "restify";
var LARGEST_BODY = 256 * 1024;
function openServer({ log, metrics, ready, routes, upgrade }) {
  const server = restify.createServer({
    name: "Passerelle",
    // restify logs whole requests with its warnings, and in them what people wrote: it is told to keep quiet.
    log: pino({ level: "silent" }),
    ignoreTrailingSlash: true
  });
  server.pre(restify.plugins.pre.sanitizePath());
  server.pre(
    helmet({
      contentSecurityPolicy: false,
      frameguard: false,
      crossOriginEmbedderPolicy: false,
      crossOriginResourcePolicy: { policy: "cross-origin" },
      referrerPolicy: { policy: "no-referrer" }
    })
  );
  server.use(restify.plugins.queryParser({ mapParams: false }));
  server.use(refusePacked);
  server.use(restify.plugins.bodyReader({ maxBodySize: LARGEST_BODY }));
  server.use(restify.plugins.jsonBodyParser({ mapParams: false, bodyReader: true }));
  server.get("/healthz", async (_request, response) => {
    response.send(200, { alive: true });
  });
  server.get("/readyz", async (_request, response) => {
    try {
      await ready();
      response.send(200, { ready: true });
    } catch {
      response.send(503, { ready: false });
    }
  });
  server.get("/metrics", async (_request, response) => {
    response.setHeader("Content-Type", metrics.contentType);
    response.sendRaw(200, await metrics.metrics());
  });
  routes(server);
  server.on("restifyError", (_request, response, error, done) => {
    const status2 = error.statusCode ?? 500;
    if (status2 >= 500) log.error({ err: error }, "a request failed");
    const said = SENTENCES[status2] ?? SENTENCES[500];
    if (!response.headersSent) response.send(status2, { error: { code: said?.code, message: said?.message } });
    done();
  });
  server.server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    if (!upgrade(request, socket, head))
      socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  });
  return server;
}
function refusePacked(request, _response, next) {
  const encoding = request.header("content-encoding", "identity");
  next(encoding === "identity" ? void 0 : Object.assign(new Error("a compressed body"), { statusCode: 415 }));
}
var SENTENCES = {
  400: { code: "BadArgument", message: "The request could not be read: its body must be well-formed JSON." },
  404: { code: "NotFound", message: "There is nothing at this address." },
  405: { code: "MethodNotAllowed", message: "This address does not take that method." },
  413: { code: "TooLarge", message: `The body is larger than ${LARGEST_BODY / 1024} KB: say it in fewer words.` },
  415: { code: "UnsupportedMediaType", message: "The body must be sent as application/json, not compressed." },
  500: { code: "ServiceError", message: "The request could not be served. Try again." }
};

// src/settings.ts
import { randomBytes as randomBytes3 } from "node:crypto";
import { existsSync as existsSync3, linkSync, mkdirSync as mkdirSync2, readFileSync as readFileSync3, rmSync, writeFileSync } from "node:fs";
import { join as join7 } from "node:path";
import { config } from "dotenv";
import { z as z22 } from "zod";

// src/settings-of-model.ts
import { z as z21 } from "zod";
var BUDGET_MS = 1e4;
var amount = (name2) => z21.string().optional().transform((text2, context) => {
  if (text2 === void 0) return void 0;
  const number = Number(text2.replace(",", "."));
  if (Number.isFinite(number) && number >= 0) return number;
  context.addIssue(`${name2} must be a number that is not negative, such as 2.50; it is \xAB ${text2} \xBB.`);
  return z21.NEVER;
});
var address = (name2) => z21.string().refine((text2) => URL.canParse(text2) && /^https?:$/.test(new URL(text2).protocol), {
  error: (issue) => `${name2} must be a web address such as https://exemple.qc.ca/v1; it is \xAB ${issue.input} \xBB.`
});
var MODEL_SHAPE = {
  OPENAI_API_KEY: z21.string().optional(),
  OPENAI_BASE_URL: address("OPENAI_BASE_URL").optional(),
  OPENAI_MODEL: z21.string().optional(),
  OPENAI_EMBEDDING_MODEL: z21.string().optional(),
  AZURE_OPENAI_API_KEY: z21.string().optional(),
  AZURE_OPENAI_ENDPOINT: address("AZURE_OPENAI_ENDPOINT").optional(),
  AZURE_OPENAI_DEPLOYMENT: z21.string().optional(),
  AZURE_OPENAI_API_VERSION: z21.string().optional(),
  AZURE_OPENAI_EMBEDDING_DEPLOYMENT: z21.string().optional(),
  MODEL_PRICE_INPUT: amount("MODEL_PRICE_INPUT"),
  MODEL_PRICE_OUTPUT: amount("MODEL_PRICE_OUTPUT"),
  MODEL_DAILY_MONEY: amount("MODEL_DAILY_MONEY"),
  MODEL_DAILY_TOKENS: amount("MODEL_DAILY_TOKENS")
};
var shape = z21.object(MODEL_SHAPE);
function modelOf(read3) {
  const server = read3.AZURE_OPENAI_ENDPOINT ? azureOf(read3, read3.AZURE_OPENAI_ENDPOINT) : openaiOf(read3);
  if (!server) return withoutEffect(read3) ?? {};
  if ("wrong" in server) return server;
  const spending = spendingOf(read3);
  if ("wrong" in spending) return spending;
  const embedding = server.kind === "azure" ? read3.AZURE_OPENAI_EMBEDDING_DEPLOYMENT : read3.OPENAI_EMBEDDING_MODEL;
  return { model: { server, ...embedding ? { embedding } : {}, budgetMs: BUDGET_MS, ...spending } };
}
function azureOf(read3, endpoint) {
  const {
    AZURE_OPENAI_API_KEY: apiKey,
    AZURE_OPENAI_DEPLOYMENT: deployment,
    AZURE_OPENAI_API_VERSION: apiVersion
  } = read3;
  if (!apiKey) return missing2("AZURE_OPENAI_API_KEY", "AZURE_OPENAI_ENDPOINT is set, and asks for a key.");
  if (!deployment) return missing2("AZURE_OPENAI_DEPLOYMENT", "it names the model at AZURE_OPENAI_ENDPOINT.");
  if (!apiVersion) return missing2("AZURE_OPENAI_API_VERSION", "AZURE_OPENAI_ENDPOINT asks for one, such as 2024-10-21.");
  return { kind: "azure", apiKey, endpoint, deployment, apiVersion };
}
function openaiOf(read3) {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = read3;
  if (!apiKey && !baseUrl) return void 0;
  if (!model)
    return missing2("OPENAI_MODEL", `${apiKey ? "OPENAI_API_KEY" : "OPENAI_BASE_URL"} is set, and no model is named.`);
  return { kind: "openai", apiKey: apiKey ?? "none", model, ...baseUrl ? { baseUrl } : {} };
}
function spendingOf(read3) {
  const { MODEL_PRICE_INPUT: input, MODEL_PRICE_OUTPUT: output } = read3;
  const { MODEL_DAILY_MONEY: money3, MODEL_DAILY_TOKENS: tokens2 } = read3;
  if (input === void 0 && output !== void 0)
    return missing2("MODEL_PRICE_INPUT", "MODEL_PRICE_OUTPUT is set: give both.");
  if (output === void 0 && input !== void 0)
    return missing2("MODEL_PRICE_OUTPUT", "MODEL_PRICE_INPUT is set: give both.");
  if (money3 !== void 0 && input === void 0) {
    return missing2("MODEL_PRICE_INPUT and MODEL_PRICE_OUTPUT", "MODEL_DAILY_MONEY cannot be counted without prices.");
  }
  const ceiling = { ...money3 === void 0 ? {} : { money: money3 }, ...tokens2 === void 0 ? {} : { tokens: tokens2 } };
  return {
    ...input === void 0 || output === void 0 ? {} : { prices: { input, output } },
    ...money3 === void 0 && tokens2 === void 0 ? {} : { ceiling }
  };
}
function withoutEffect(read3) {
  const azure = ["API_KEY", "DEPLOYMENT", "API_VERSION", "EMBEDDING_DEPLOYMENT"].map((name2) => `AZURE_OPENAI_${name2}`).find((name2) => read3[name2]);
  if (azure) return missing2("AZURE_OPENAI_ENDPOINT", `${azure} is set: give both, or neither.`);
  const openai = ["OPENAI_MODEL", "OPENAI_EMBEDDING_MODEL"].find((name2) => read3[name2]);
  if (openai)
    return missing2("OPENAI_API_KEY or OPENAI_BASE_URL", `${openai} is set, and nothing says where the model is.`);
  return void 0;
}
function missing2(name2, why2) {
  return { wrong: `${name2} ${name2.includes(" and ") ? "are" : "is"} missing: ${why2}` };
}

// src/settings.ts
function hasDesk({ production, oidc, deskInTeams, hub }) {
  return !production || Boolean(oidc || deskInTeams || hub);
}
function environment() {
  config({ quiet: true });
  return process.env;
}
var WrongSetting = class extends Error {
};
var APP_TYPES = ["MultiTenant", "SingleTenant", "UserAssignedMsi"];
var LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];
var wholeNumber = (name2, least, most, otherwise2) => z22.string().optional().transform((text2, context) => {
  if (text2 === void 0) return otherwise2;
  const number = Number(text2);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  context.addIssue(`${name2} must be a whole number from ${least} to ${most}; it is \xAB ${text2} \xBB.`);
  return z22.NEVER;
});
var webAddress = (name2) => z22.string().refine(isWebAddress, {
  error: (issue) => `${name2} must be a web address such as https://exemple.qc.ca; it is \xAB ${issue.input} \xBB.`
});
var shape2 = z22.object({
  NODE_ENV: z22.string().optional(),
  PORT: wholeNumber("PORT", 0, 65535, 3978),
  DATA_DIR: z22.string().default("./var"),
  DATABASE_URL: z22.string().refine((text2) => isAddressOf(text2, ["postgres:", "postgresql:"]), {
    error: "DATABASE_URL must look like postgres://user:password@host:5432/name. Leave it out to keep everything in DATA_DIR."
  }).optional(),
  PUBLIC_URL: webAddress("PUBLIC_URL").optional(),
  ALLOWED_ORIGINS: z22.string().default(""),
  DIRECT_LINE_SECRET: z22.string().min(16, "DIRECT_LINE_SECRET must have at least 16 characters.").optional(),
  SESSION_SECRET: z22.string().min(32, "SESSION_SECRET must have at least 32 characters.").optional(),
  RETENTION_DAYS: wholeNumber("RETENTION_DAYS", 1, 3650, 90),
  LOG_LEVEL: z22.enum(LOG_LEVELS, {
    error: (issue) => `LOG_LEVEL must be one of ${LOG_LEVELS.join(", ")}; it is \xAB ${issue.input} \xBB.`
  }).default("info"),
  MicrosoftAppId: z22.string().default(""),
  MicrosoftAppPassword: z22.string().default(""),
  MicrosoftAppType: z22.string().default("MultiTenant"),
  MicrosoftAppTenantId: z22.string().default(""),
  OIDC_ISSUER: webAddress("OIDC_ISSUER").optional(),
  OIDC_CLIENT_ID: z22.string().optional(),
  OIDC_CLIENT_SECRET: z22.string().optional(),
  DESK_TEAMS_CONVERSATION: z22.string().optional(),
  HANDOFF_HUB_URL: webAddress("HANDOFF_HUB_URL").optional(),
  HANDOFF_HUB_SECRET: z22.string().min(16, "HANDOFF_HUB_SECRET must have at least 16 characters.").optional(),
  ...MODEL_SHAPE
});
function readSettings(environment2) {
  const given2 = Object.fromEntries(
    Object.entries(environment2).flatMap(([name2, text2]) => text2?.trim() ? [[name2, text2.trim()]] : [])
  );
  const parsed = shape2.safeParse(given2);
  if (!parsed.success) throw new WrongSetting(parsed.error.issues.map((issue) => issue.message).join("\n"));
  const read3 = parsed.data;
  const production = read3.NODE_ENV === "production";
  if (production && !read3.SESSION_SECRET) {
    throw new WrongSetting(
      "SESSION_SECRET is missing: in production give it 32 random characters or more, the same in every process."
    );
  }
  if (production && !read3.PUBLIC_URL) {
    throw new WrongSetting(
      "PUBLIC_URL is missing: in production it says where people reach the assistant, such as https://passerelle.exemple.qc.ca."
    );
  }
  return {
    production,
    port: read3.PORT,
    dataDir: read3.DATA_DIR,
    ...read3.DATABASE_URL ? { databaseUrl: read3.DATABASE_URL } : {},
    publicUrl: (read3.PUBLIC_URL ?? `http://localhost:${read3.PORT}`).replace(/\/+$/, ""),
    allowedOrigins: originsIn(read3.ALLOWED_ORIGINS),
    ...read3.DIRECT_LINE_SECRET ? { directLineSecret: read3.DIRECT_LINE_SECRET } : {},
    sessionSecret: read3.SESSION_SECRET ?? keptSecret(read3.DATA_DIR),
    retentionDays: read3.RETENTION_DAYS,
    logLevel: read3.LOG_LEVEL,
    bot: botIdentity(read3, production),
    ...signInOf(read3, production),
    ...deskPlaces(read3),
    ...modelNamed(read3)
  };
}
function modelNamed(read3) {
  const named2 = modelOf(read3);
  if ("wrong" in named2) throw new WrongSetting(named2.wrong);
  return named2;
}
function signInOf(read3, production) {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = read3;
  if (!issuer) {
    if (clientId || clientSecret)
      throw new WrongSetting("OIDC_ISSUER is missing, while OIDC_CLIENT_ID or OIDC_CLIENT_SECRET is set.");
    return {};
  }
  if (production && new URL(issuer).protocol !== "https:")
    throw new WrongSetting(`OIDC_ISSUER must be an https address in production; it is \xAB ${issuer} \xBB.`);
  if (!clientId) throw new WrongSetting("OIDC_CLIENT_ID is missing: the issuer knows this assistant by it.");
  if (!clientSecret) throw new WrongSetting("OIDC_CLIENT_SECRET is missing: the issuer asks for it at each sign-in.");
  return { oidc: { issuer, clientId, clientSecret } };
}
function deskPlaces(read3) {
  const { DESK_TEAMS_CONVERSATION: deskInTeams, HANDOFF_HUB_URL: url, HANDOFF_HUB_SECRET: secret } = read3;
  if (url && !secret)
    throw new WrongSetting(
      "HANDOFF_HUB_SECRET is missing: the contact centre and this assistant know each other by it."
    );
  if (secret && !url)
    throw new WrongSetting("HANDOFF_HUB_URL is missing, while HANDOFF_HUB_SECRET is set: give both, or neither.");
  if (url && deskInTeams)
    throw new WrongSetting(
      "DESK_TEAMS_CONVERSATION and HANDOFF_HUB_URL are both set: a contact centre takes the place of the counsellors. Keep one."
    );
  return { ...deskInTeams ? { deskInTeams } : {}, ...url && secret ? { hub: { url, secret } } : {} };
}
function botIdentity(read3, production) {
  const type = APP_TYPES.find((known4) => known4.toLowerCase() === read3.MicrosoftAppType.toLowerCase());
  if (!type) {
    throw new WrongSetting(
      `MicrosoftAppType must be one of ${APP_TYPES.join(", ")}; it is \xAB ${read3.MicrosoftAppType} \xBB.`
    );
  }
  const { MicrosoftAppId: appId, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenantId } = read3;
  const identity = { appId, password, type, tenantId };
  if (!appId) {
    if (production)
      throw new WrongSetting(
        "MicrosoftAppId is missing: in production the Bot Framework door needs the id of the bot, or it would hear anybody."
      );
    if (password)
      throw new WrongSetting("MicrosoftAppId is missing, while MicrosoftAppPassword is set: give both, or neither.");
    return identity;
  }
  if (type === "UserAssignedMsi" && password) {
    throw new WrongSetting(
      "MicrosoftAppPassword must be empty with MicrosoftAppType UserAssignedMsi: a managed identity has none."
    );
  }
  if (type !== "UserAssignedMsi" && !password) {
    throw new WrongSetting(`MicrosoftAppPassword is missing: MicrosoftAppType ${type} signs in with it.`);
  }
  if (type !== "MultiTenant" && !tenantId) {
    throw new WrongSetting(`MicrosoftAppTenantId is missing: MicrosoftAppType ${type} belongs to one tenant.`);
  }
  return identity;
}
function originsIn(list) {
  const origins = list.split(/[\s,;]+/).filter(Boolean);
  const wrong = origins.find((origin) => !isWebAddress(origin) || new URL(origin).origin !== origin);
  if (wrong)
    throw new WrongSetting(
      `ALLOWED_ORIGINS must list origins such as https://exemple.qc.ca, without a path; \xAB ${wrong} \xBB is not one.`
    );
  return origins;
}
function isWebAddress(text2) {
  return isAddressOf(text2, ["http:", "https:"]);
}
function isAddressOf(text2, protocols) {
  return URL.canParse(text2) && protocols.includes(new URL(text2).protocol) && new URL(text2).hostname !== "";
}
function keptSecret(dataDir) {
  const file = join7(dataDir, "session-secret");
  if (!existsSync3(file)) makeSecret(dataDir, file);
  const secret = readFileSync3(file, "utf8").trim();
  if (secret.length < 32)
    throw new WrongSetting(`The file ${file} holds no secret of 32 characters: remove it, and a new one is made.`);
  return secret;
}
function makeSecret(dataDir, file) {
  const mine = `${file}.${process.pid}`;
  mkdirSync2(dataDir, { recursive: true, mode: 448 });
  writeFileSync(mine, randomBytes3(32).toString("hex"), { mode: 384 });
  try {
    linkSync(mine, file);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

// src/console/assets.ts
import { createHash as createHash5 } from "node:crypto";
import { extname } from "node:path";
import { promisify as promisify2 } from "node:util";
import { gzip as gzip2 } from "node:zlib";
import { build as build2 } from "esbuild";
var TYPES = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml"
};
var TARGET2 = ["es2020", "chrome100", "firefox100", "safari15"];
function openAssets() {
  const all = /* @__PURE__ */ new Map();
  return {
    add: async (name2, content) => {
      const type = TYPES[extname(name2)];
      if (!type)
        throw new Error(`\xAB ${name2} \xBB is no file of a page: its name must end in ${Object.keys(TYPES).join(", ")}.`);
      const plain2 = Buffer.from(content);
      const digest3 = createHash5("sha256").update(plain2).digest("base64url").slice(0, 16);
      const address2 = `/console/${name2.slice(0, -extname(name2).length)}.${digest3}${extname(name2)}`;
      if (!all.has(address2))
        all.set(address2, { address: address2, type, plain: plain2, packed: await promisify2(gzip2)(plain2, { level: 9 }) });
      return { address: address2, type };
    },
    send: (request, response) => {
      const asset2 = all.get(request.getPath());
      if (!asset2) return false;
      const takesPacked = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(request.headers["accept-encoding"] ?? "");
      response.writeHead(200, {
        "Content-Type": asset2.type,
        "Cache-Control": "public, max-age=31536000, immutable",
        "Cross-Origin-Resource-Policy": "same-origin",
        Vary: "Accept-Encoding",
        ...takesPacked ? { "Content-Encoding": "gzip" } : {}
      });
      response.end(takesPacked ? asset2.packed : asset2.plain);
      return true;
    }
  };
}
async function bundled2(file) {
  const { outputFiles } = await build2({
    entryPoints: [file],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: TARGET2,
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent"
  });
  return Buffer.from(outputFiles[0]?.contents ?? []);
}

// src/console/begun.ts
import { z as z23 } from "zod";

// src/console/seal.ts
import { createHash as createHash6 } from "node:crypto";
import { EncryptJWT, jwtDecrypt } from "jose";
function openSeal(secret, purpose, now) {
  const key = createHash6("sha256").update(`console-${purpose}:${secret}`).digest();
  return {
    close: (values2, until) => new EncryptJWT(values2).setProtectedHeader({ alg: "dir", enc: "A256GCM" }).setIssuedAt(now()).setExpirationTime(until).encrypt(key),
    open: async (sealed) => {
      try {
        const { payload } = await jwtDecrypt(sealed, key, {
          keyManagementAlgorithms: ["dir"],
          contentEncryptionAlgorithms: ["A256GCM"],
          requiredClaims: ["exp", "iat"],
          currentDate: now()
        });
        return payload;
      } catch {
        return void 0;
      }
    }
  };
}

// src/console/begun.ts
var LIFE_SECONDS = 10 * 60;
var MOST3 = 6;
var START = "sign-in-";
var shape3 = z23.object({
  state: z23.string(),
  nonce: z23.string(),
  verifier: z23.string(),
  to: z23.string().optional()
});
function openBegun(secret, cookies, now) {
  const seal = openSeal(secret, "sign-in", now);
  const nameOf2 = (state) => `${START}${state.slice(0, 12)}`;
  return {
    keep: async (request, response, begun) => {
      const left = cookies.begunWith(request, START);
      if (left.length >= MOST3) for (const each of left) cookies.clear(response, `${START}${each}`);
      const sealed = await seal.close({ ...begun }, new Date(now().getTime() + LIFE_SECONDS * 1e3));
      cookies.write(response, nameOf2(begun.state), sealed, LIFE_SECONDS);
    },
    take: async (request, response, state) => {
      const sealed = /^[\w-]{12,200}$/.test(state) ? cookies.read(request, nameOf2(state)) : void 0;
      if (!sealed) return void 0;
      cookies.clear(response, nameOf2(state));
      const read3 = shape3.safeParse(await seal.open(sealed));
      return read3.success && read3.data.state === state ? read3.data : void 0;
    }
  };
}

// src/console/cookies.ts
function openCookies(publicUrl) {
  const isSecure = publicUrl.startsWith("https:");
  const whole = (name2) => `${isSecure ? "__Host-" : ""}passerelle${name2 && `-${name2}`}`;
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
  const write2 = (response, name2, value2, seconds) => {
    response.appendHeader("Set-Cookie", `${whole(name2)}=${value2}; ${attributes}; Max-Age=${seconds}`);
  };
  return {
    read: (request, name2) => pairs(request).find(([each]) => each === whole(name2))?.[1],
    begunWith: (request, start2) => pairs(request).flatMap(([name2]) => name2.startsWith(whole(start2)) ? [name2.slice(whole(start2).length)] : []),
    write: write2,
    clear: (response, name2) => write2(response, name2, "", 0)
  };
}
function pairs(request) {
  return (request.headers.cookie ?? "").split(";").map((pair) => {
    const [name2 = "", ...value2] = pair.split("=");
    return [name2.trim(), value2.join("=").trim()];
  });
}

// src/console/from-here.ts
var LOCAL2 = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
function isFromHere(request, publicUrl) {
  const { origin, host, "sec-fetch-site": site } = request.headers;
  if (site !== void 0 && site !== "same-origin") return false;
  if (origin === void 0 || origin === "null") return site === "same-origin";
  if (origin === new URL(publicUrl).origin) return true;
  return host !== void 0 && LOCAL2.test(host) && origin === `http://${host}`;
}

// src/console/session.ts
import { z as z24 } from "zod";

// src/desk/staff.ts
var ROLES = ["counsellor", "editor", "administrator"];
var PRESENCES = ["available", "away"];

// src/console/session.ts
var HOUR_MS = 60 * 60 * 1e3;
var IDLE_MS = 8 * HOUR_MS;
var WHOLE_MS = 12 * HOUR_MS;
var shape4 = z24.object({
  id: z24.string().min(1),
  name: z24.string().min(1),
  roles: z24.array(z24.enum(ROLES)).min(1),
  from: z24.enum(["oidc", "local"]),
  since: z24.number(),
  iat: z24.number()
});
function openSessions(secret, publicUrl, now) {
  const cookies = openCookies(publicUrl);
  const seal = openSeal(secret, "session", now);
  return {
    read: async (request) => {
      const read3 = shape4.safeParse(await seal.open(cookies.read(request, "") ?? ""));
      if (!read3.success) return void 0;
      const { since, iat, ...member } = read3.data;
      const session = {
        ...member,
        since: new Date(since),
        until: new Date(since + WHOLE_MS),
        written: new Date(iat * 1e3)
      };
      return session.until > now() ? session : void 0;
    },
    write: async (response, { id: id2, name: name2, roles, from, ...session }) => {
      const at2 = now().getTime();
      const since = "since" in session ? session.since.getTime() : at2;
      const until = Math.min(at2 + IDLE_MS, since + WHOLE_MS);
      const sealed = await seal.close({ id: id2, name: name2, roles, from, since }, new Date(until));
      cookies.write(response, "", sealed, Math.max(0, Math.floor((until - at2) / 1e3)));
    },
    clear: (response) => cookies.clear(response, "")
  };
}
function may(member, role) {
  return member.roles.includes(role) || member.roles.includes("administrator");
}
function homeOf(member) {
  return may(member, "counsellor") ? "/desk" : "/library";
}

// src/console/visit.ts
import { randomBytes as randomBytes4 } from "node:crypto";

// src/console/own-path.ts
var WORK = /^\/(desk|library)(\/.*)?$/;
var PAGES = /^\/((desk|library)(\/.*)?|sign-in|signed-out)$/;
var LONGEST4 = 1e3;
function workPath(asked) {
  return ownPath(asked, WORK);
}
function pagePath(asked) {
  return ownPath(asked, PAGES);
}
function ownPath(asked, allowed2) {
  if (typeof asked !== "string" || asked.length > LONGEST4 || !asked.startsWith("/")) return void 0;
  const own = "http://own.invalid";
  if (!URL.canParse(asked, own)) return void 0;
  const { origin, pathname, search } = new URL(asked, own);
  return origin === own && allowed2.test(pathname) ? `${pathname}${search}` : void 0;
}

// src/console/words.ts
import { readFile as readFile6 } from "node:fs/promises";
import { join as join8 } from "node:path";
var CONSOLE_LANGUAGES = ["fr", "en"];
async function readWords2(folder) {
  const trees = await Promise.all(
    CONSOLE_LANGUAGES.map(async (language2) => {
      const text2 = await readFile6(join8(folder, `${language2}.yaml`), "utf8");
      return [language2, Object.fromEntries(named(readYamlText(text2)))];
    })
  );
  const phrases = phrasesOf2(new Map(trees));
  return { say: (name2, language2, words5) => typeset(phrases.say(name2, language2, words5), language2) };
}
function named(tree, before = "") {
  return Object.entries(tree ?? {}).flatMap(
    ([name2, value2]) => typeof value2 === "object" && value2 !== null ? named(value2, `${before}${name2}.`) : [[`${before}${name2}`, String(value2 ?? "").trimEnd()]]
  );
}

// src/console/visit.ts
var LANGUAGE_COOKIE = "language";
function arrivalOf(request, cookies) {
  return {
    language: consoleLanguage(cookies.read(request, LANGUAGE_COOKIE)),
    nonce: randomBytes4(18).toString("base64url"),
    path: pageOf(request) ?? "/desk"
  };
}
function consoleLanguage(asked) {
  return CONSOLE_LANGUAGES.find((language2) => language2 === asked) ?? "fr";
}
function isPart(request) {
  const { accept = "", "hx-request": byHtmx, "sec-fetch-site": site, "sec-fetch-mode": mode } = request.headers;
  if (byHtmx === "true" || accept.includes("text/event-stream")) return true;
  return site !== void 0 && mode !== void 0 && mode !== "navigate";
}
function pageOf(request) {
  const isPage = request.method !== "POST" && !isPart(request);
  if (isPage) return pagePath(request.url);
  const from = request.headers["hx-current-url"] ?? request.headers.referer;
  if (typeof from !== "string" || !URL.canParse(from)) return void 0;
  const { pathname, search } = new URL(from);
  return pagePath(`${pathname}${search}`);
}

// src/console/guard.ts
var RENEW_MS = 5 * 60 * 1e3;
function openGuard(resources) {
  const { publicUrl, sessions, cookies, pages, now, onError } = resources;
  const open2 = (handler) => async (request, response) => {
    const arrival = arrivalOf(request, cookies);
    try {
      if (changes(request) && !isFromHere(request, publicUrl)) await refuse3(request, response, arrival, ELSEWHERE);
      else await handler(request, response, arrival);
    } catch (error) {
      onError(error);
      await failed(request, response, arrival);
    }
  };
  async function failed(request, response, arrival) {
    if (response.headersSent) return void response.end();
    try {
      await refuse3(request, response, arrival, {
        name: "trouble",
        status: 500,
        link: { words: "again", to: arrival.path }
      });
    } catch (error) {
      onError(error);
      response.send(500, { error: { code: "ServiceError", message: "The request could not be served. Try again." } });
    }
  }
  function refuse3(request, response, arrival, notice2) {
    return isPart(request) ? pages.sentence(response, arrival, notice2) : pages.notice(response, arrival, notice2);
  }
  async function toSignIn(request, response, arrival) {
    const to = `/sign-in?${new URLSearchParams({ to: arrival.path })}`;
    if (isPart(request)) response.setHeader("HX-Redirect", to);
    const ended = { name: "ended", status: 401, link: { words: "sign-in", to } };
    if (isPart(request) || changes(request)) return refuse3(request, response, arrival, ended);
    if (request.headers["sec-fetch-dest"] === "iframe") {
      const link2 = { words: "framed.link", to: arrival.path, inNewTab: true };
      return pages.notice(response, arrival, { name: "framed", status: 401, link: link2 });
    }
    response.writeHead(303, { Location: to, "Cache-Control": "no-store" });
    response.end();
  }
  return {
    open: open2,
    guard: (role, handler) => open2(async (request, response, arrival) => {
      const member = await sessions.read(request);
      if (!member) return toSignIn(request, response, arrival);
      const visit = { ...arrival, member };
      if (!may(member, role)) {
        const link2 = { words: "back", to: homeOf(member) };
        return refuse3(request, response, visit, { name: "wrong-role", status: 403, words: { role }, link: link2 });
      }
      const isUsed = changes(request) || !isPart(request);
      if (isUsed && now().getTime() - member.written.getTime() > RENEW_MS) await sessions.write(response, member);
      await handler(request, response, visit);
    }),
    signedIn: async (request, role) => {
      const member = await sessions.read(request);
      return member && may(member, role) ? member : void 0;
    }
  };
}
var ELSEWHERE = { name: "elsewhere", status: 403, link: { words: "back", to: "/desk" } };
function changes(request) {
  return request.method !== "GET" && request.method !== "HEAD";
}

// src/console/issuer.ts
import * as client from "openid-client";
var Unreachable = class extends Error {
};
function newProof() {
  return { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
}
var WAYS = {
  client_secret_basic: client.ClientSecretBasic,
  client_secret_post: client.ClientSecretPost
};
var TIMEOUT_SECONDS = 10;
var SKEW_SECONDS = 30;
function openIssuer({ issuer, clientId, clientSecret }) {
  let found;
  let ends = [new URL(issuer).origin];
  async function discover() {
    const about = { [client.clockTolerance]: SKEW_SECONDS };
    const configuration = await client.discovery(new URL(issuer), clientId, about, client.ClientSecretBasic(clientSecret), {
      timeout: TIMEOUT_SECONDS,
      execute: isThisMachine(issuer) ? [client.allowInsecureRequests] : []
    }).catch((error) => {
      throw new Unreachable(`The issuer ${issuer} does not answer: check OIDC_ISSUER, and that it can be reached.`, {
        cause: error
      });
    });
    const end3 = configuration.serverMetadata().end_session_endpoint;
    if (end3) ends = [.../* @__PURE__ */ new Set([...ends, new URL(end3).origin])];
    return configuration;
  }
  function configured() {
    found ??= discover().catch((error) => {
      found = void 0;
      throw error;
    });
    return found;
  }
  async function tokens2(known4, answer2, proof) {
    const offered = known4.serverMetadata().token_endpoint_auth_methods_supported;
    const ways = Object.keys(WAYS).filter((way) => !offered || offered.includes(way));
    const checks = { pkceCodeVerifier: proof.verifier, expectedState: proof.state, expectedNonce: proof.nonce };
    let refused;
    for (const way of ways.length ? ways : ["client_secret_basic"]) {
      try {
        return await client.authorizationCodeGrant(withWay(known4, way), answer2, { ...checks, idTokenExpected: true });
      } catch (error) {
        if (!isUnknownClient(error)) throw error;
        refused = error;
      }
    }
    throw refused;
  }
  function withWay(known4, way) {
    const about = { [client.clockTolerance]: SKEW_SECONDS };
    const same = new client.Configuration(known4.serverMetadata(), clientId, about, WAYS[way](clientSecret));
    same.timeout = TIMEOUT_SECONDS;
    if (isThisMachine(issuer)) client.allowInsecureRequests(same);
    return same;
  }
  return {
    begin: async (back, proof, anew) => {
      const known4 = await configured();
      const offered = known4.serverMetadata().scopes_supported ?? [];
      return client.buildAuthorizationUrl(known4, {
        redirect_uri: back,
        scope: ["openid", "profile", ...offered.includes("roles") ? ["roles"] : []].join(" "),
        state: proof.state,
        nonce: proof.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(proof.verifier),
        code_challenge_method: "S256",
        ...anew ? { prompt: "login" } : {}
      });
    },
    finish: async (answer2, proof) => {
      const known4 = await configured();
      const granted2 = await tokens2(known4, answer2, proof);
      const claims = granted2.claims();
      if (!claims) throw new Error("The issuer gave no ID token.");
      const isWhole = "roles" in claims && ("name" in claims || "preferred_username" in claims);
      const more = !isWhole && known4.serverMetadata().userinfo_endpoint ? await client.fetchUserInfo(known4, granted2.access_token, claims.sub) : {};
      return identityOf({ ...more, ...claims });
    },
    endAddress: async (after) => {
      const known4 = await configured();
      if (!known4.serverMetadata().end_session_endpoint) return void 0;
      return client.buildEndSessionUrl(known4, { post_logout_redirect_uri: after });
    },
    origins: () => {
      configured().catch(() => void 0);
      return ends;
    }
  };
}
var LONGEST_NAME = 80;
function identityOf(claims) {
  const { sub, roles } = claims;
  const said = typeof roles === "string" ? roles.split(/[\s,]+/) : Array.isArray(roles) ? roles : [];
  const name2 = [claims.name, claims.preferred_username].flatMap((each) => typeof each === "string" ? [each.replace(/[\p{C}\s]+/gu, " ").trim()] : []).find(Boolean);
  return {
    id: sub,
    ...name2 ? { name: name2.slice(0, LONGEST_NAME) } : {},
    roles: ROLES.filter((role) => said.includes(role))
  };
}
function isThisMachine(issuer) {
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(issuer).hostname);
}
function isUnknownClient(error) {
  if (error instanceof client.WWWAuthenticateChallengeError) return error.status === 401;
  return error instanceof client.ResponseBodyError && error.error === "invalid_client";
}

// src/console/local-links.ts
import { createHash as createHash7, randomBytes as randomBytes5, timingSafeEqual as timingSafeEqual3 } from "node:crypto";
var CALLED = {
  counsellor: "Conseil",
  editor: "R\xE9daction",
  administrator: "Administration"
};
function openLocalLinks({ publicUrl, print }) {
  const tokens2 = new Map(ROLES.map((role) => [role, newToken2()]));
  const used = /* @__PURE__ */ new Map();
  const printOne = (role) => print(`sign-in ${role} ${publicUrl}/sign-in/local?token=${tokens2.get(role)}`);
  return {
    print: () => ROLES.forEach(printOne),
    use: (token) => {
      const [role] = ROLES.filter((each) => isSame3(token, tokens2.get(each) ?? ""));
      if (!role) return void 0;
      const count2 = (used.get(role) ?? 0) + 1;
      used.set(role, count2);
      tokens2.set(role, newToken2());
      printOne(role);
      return { id: `local:${role}:${newToken2().slice(0, 8)}`, name: nameFor(role, count2), roles: [role], from: "local" };
    }
  };
}
function nameFor(role, count2) {
  return [CALLED[role], count2].filter(Boolean).join(" ");
}
function newToken2() {
  return randomBytes5(24).toString("base64url");
}
function isSame3(one2, other) {
  const digest3 = (text2) => createHash7("sha256").update(text2).digest();
  return timingSafeEqual3(digest3(one2), digest3(other));
}

// src/console/pages.ts
import { readFile as readFile7 } from "node:fs/promises";

// src/console/folder.ts
import { existsSync as existsSync4 } from "node:fs";
import { fileURLToPath as fileURLToPath3 } from "node:url";
var FOLDER2 = fileURLToPath3(new URL("src/console/", houseOf2(import.meta.url)));
function houseOf2(address2) {
  const above = new URL("..", address2);
  return existsSync4(new URL("package.json", above)) || above.pathname === "/" ? above : houseOf2(above.href);
}

// src/console/frame.tsx
import { renderToString as renderToString2 } from "preact-render-to-string";
import { jsx as jsx11, jsxs as jsxs10 } from "preact/jsx-runtime";
function framed2(page, drawing) {
  return `<!DOCTYPE html>${renderToString2(/* @__PURE__ */ jsx11(Document, { page, drawing }))}`;
}
function Document({ page, drawing }) {
  const { arrival, words: words5, style, icon } = drawing;
  return /* @__PURE__ */ jsxs10("html", { lang: LOCALE[arrival.language], children: [
    /* @__PURE__ */ jsxs10("head", { children: [
      /* @__PURE__ */ jsx11("meta", { charset: "utf-8" }),
      /* @__PURE__ */ jsx11("meta", { name: "viewport", content: "width=device-width, initial-scale=1, interactive-widget=resizes-content" }),
      /* @__PURE__ */ jsx11("meta", { name: "robots", content: "noindex" }),
      /* @__PURE__ */ jsx11("meta", { name: "theme-color", content: "#095797" }),
      /* @__PURE__ */ jsx11("title", { children: page.title }),
      /* @__PURE__ */ jsx11("link", { rel: "icon", href: icon.address, type: icon.type }),
      /* @__PURE__ */ jsx11("link", { rel: "stylesheet", href: style.address, nonce: arrival.nonce }),
      page.head
    ] }),
    /* @__PURE__ */ jsxs10("body", { class: page.bodyClass, children: [
      /* @__PURE__ */ jsx11("a", { class: "skip", href: "#main", children: words5.say("skip", arrival.language) }),
      /* @__PURE__ */ jsx11(Header2, { drawing }),
      page.children
    ] })
  ] });
}
function Header2({ drawing }) {
  const { arrival } = drawing;
  return /* @__PURE__ */ jsxs10("header", { class: "top", children: [
    /* @__PURE__ */ jsxs10("p", { class: "name", children: [
      /* @__PURE__ */ jsx11(Bridge2, {}),
      arrival.member ? /* @__PURE__ */ jsx11("a", { href: homeOf(arrival.member), children: "Passerelle" }) : /* @__PURE__ */ jsx11("span", { children: "Passerelle" })
    ] }),
    arrival.member ? /* @__PURE__ */ jsx11(Sections, { member: arrival.member, drawing }) : null,
    /* @__PURE__ */ jsx11(Languages2, { drawing }),
    arrival.member ? /* @__PURE__ */ jsx11(Account, { member: arrival.member, drawing }) : null
  ] });
}
var SECTIONS = [
  { path: "/desk", name: "desk", role: "counsellor" },
  { path: "/library", name: "library", role: "editor" }
];
function Sections({ member, drawing: { arrival, words: words5 } }) {
  return /* @__PURE__ */ jsx11("nav", { class: "sections", "aria-label": words5.say("nav", arrival.language), children: /* @__PURE__ */ jsx11("ul", { children: SECTIONS.filter(({ role }) => may(member, role)).map(({ path, name: name2 }) => /* @__PURE__ */ jsx11("li", { children: /* @__PURE__ */ jsx11("a", { href: path, "aria-current": standing2(arrival.path, path), children: words5.say(name2, arrival.language) }) }, path)) }) });
}
function standing2(path, section) {
  const [name2 = ""] = path.split("?");
  if (name2 === section) return "page";
  return name2.startsWith(`${section}/`) ? "true" : void 0;
}
function Languages2({ drawing: { arrival, words: words5 } }) {
  return /* @__PURE__ */ jsx11("nav", { class: "languages", "aria-label": words5.say("languages", arrival.language), children: /* @__PURE__ */ jsx11("ul", { children: CONSOLE_LANGUAGES.map((each) => /* @__PURE__ */ jsx11("li", { children: each === arrival.language ? /* @__PURE__ */ jsx11("span", { lang: LOCALE[each], "aria-current": "true", children: OWN_NAME[each] }) : /* @__PURE__ */ jsx11(
    "a",
    {
      href: `/console/language?${new URLSearchParams({ lang: each, to: arrival.path })}`,
      lang: LOCALE[each],
      hreflang: each,
      children: OWN_NAME[each]
    }
  ) }, each)) }) });
}
function Account({ member, drawing: { arrival, words: words5 } }) {
  return /* @__PURE__ */ jsxs10("form", { class: "account", method: "post", action: "/sign-out", "aria-label": words5.say("account", arrival.language), children: [
    /* @__PURE__ */ jsx11("span", { children: member.name }),
    /* @__PURE__ */ jsx11("button", { type: "submit", children: words5.say("sign-out", arrival.language) })
  ] });
}
function Bridge2() {
  return /* @__PURE__ */ jsx11("svg", { class: "mark", viewBox: "0 0 48 30", "aria-hidden": "true", focusable: "false", children: /* @__PURE__ */ jsxs10("g", { fill: "none", stroke: "currentColor", "stroke-linecap": "round", children: [
    /* @__PURE__ */ jsx11("path", { d: "M7 25C15 1 33 1 41 25", "stroke-width": "3.5" }),
    /* @__PURE__ */ jsx11("path", { d: "M4 25h40", "stroke-width": "4" }),
    /* @__PURE__ */ jsx11("path", { d: "M15.5 13.5V25M24 7.5V25M32.5 13.5V25", "stroke-width": "2.5" })
  ] }) });
}

// src/console/notice.tsx
import { jsx as jsx12, jsxs as jsxs11 } from "preact/jsx-runtime";
function noticePage({ name: name2, words: slots2, link: link2 }, words5, language2) {
  const title = words5.say(`${name2}.title`, language2);
  return {
    title: `${title} \u2013 Passerelle`,
    children: /* @__PURE__ */ jsxs11("main", { id: "main", class: "notice", tabindex: -1, children: [
      /* @__PURE__ */ jsx12("h1", { children: title }),
      /* @__PURE__ */ jsx12("p", { children: words5.say(`${name2}.text`, language2, slots2) }),
      link2 ? /* @__PURE__ */ jsx12("p", { children: wayOut(link2, words5, language2) }) : null
    ] })
  };
}
function wayOut(link2, words5, language2) {
  const outside = link2.inNewTab ? { target: "_blank", rel: "noopener" } : {};
  return /* @__PURE__ */ jsx12("a", { class: "button", href: link2.to, ...outside, children: words5.say(link2.words, language2) });
}

// src/console/policy.ts
var TEAMS = ["https://teams.microsoft.com", "https://*.teams.microsoft.com", "https://*.cloud.microsoft"];
function contentSecurityPolicy2({ nonce, formsTo, inTeams }) {
  const directives = {
    "default-src": ["'none'"],
    "script-src": ["'self'", `'nonce-${nonce}'`],
    "style-src": ["'self'", `'nonce-${nonce}'`],
    "img-src": ["'self'", "data:"],
    "connect-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'", ...formsTo],
    "object-src": ["'none'"],
    "frame-ancestors": ["'self'", ...inTeams ? TEAMS : []]
  };
  return Object.entries(directives).map(([name2, values2]) => `${name2} ${values2.join(" ")}`).join("; ");
}

// src/console/pages.ts
function openPages(assets, formsTo) {
  const words5 = readWords2(`${FOLDER2}words`);
  const style = bundled2(`${FOLDER2}console.css`).then((content) => assets.add("console.css", content));
  const icon = readFile7(`${FOLDER2}icon.svg`).then((content) => assets.add("icon.svg", content));
  for (const part of [words5, style, icon]) part.catch(() => void 0);
  const send2 = async (response, arrival, { status: status2 = 200, ...page }) => {
    const html = framed2(page, { arrival, words: await words5, style: await style, icon: await icon });
    response.writeHead(status2, headers(arrival, formsTo()));
    response.end(html);
  };
  return {
    words: words5,
    send: send2,
    notice: async (response, arrival, notice2) => send2(response, arrival, { ...noticePage(notice2, await words5, arrival.language), status: notice2.status }),
    sentence: async (response, arrival, { name: name2, status: status2, words: slots2 }) => {
      const text2 = (await words5).say(`${name2}.text`, arrival.language, slots2);
      response.writeHead(status2, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
      response.end(text2);
    }
  };
}
function headers({ nonce, path }, formsTo) {
  return {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": contentSecurityPolicy2({ nonce, formsTo, inTeams: !path.startsWith("/library") }),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin"
  };
}

// src/console/sign-in.ts
function signInRoutes(server, resources) {
  const { publicUrl, sessions, begun, pages, open: open2, issuer, localLinks, audit, now, onError } = resources;
  const back = `${publicUrl}/sign-in/back`;
  async function letIn(response, member, to) {
    await audit({ at: now(), who: member.id, name: member.name, act: "sign-in", detail: member.from });
    await sessions.write(response, member);
    go(response, to ?? homeOf(member));
  }
  async function unreachable(response, arrival, error, to) {
    if (!(error instanceof Unreachable)) throw error;
    onError(error);
    await pages.notice(response, arrival, { name: "unreachable", status: 503, link: again(to) });
  }
  server.get(
    "/sign-in",
    open2(async (request, response, arrival) => {
      const to = workPath(request.query?.to);
      if (!issuer) {
        const known4 = localLinks ? { name: "printed", status: 200 } : { name: "unset", status: 503 };
        return pages.notice(response, arrival, known4);
      }
      const proof = newProof();
      try {
        const address2 = await issuer.begin(back, proof, request.query?.other === "1");
        await begun.keep(request, response, { ...proof, to });
        go(response, address2.href);
      } catch (error) {
        await unreachable(response, arrival, error, to);
      }
    })
  );
  server.get(
    "/sign-in/back",
    open2(async (request, response, arrival) => {
      const mine = await begun.take(request, response, String(request.query?.state ?? ""));
      if (!issuer || !mine) return pages.notice(response, arrival, { name: "over", status: 400, link: again() });
      let identity;
      try {
        identity = await issuer.finish(new URL(`${back}?${request.getQuery()}`), mine);
      } catch (error) {
        if (error instanceof Unreachable) return unreachable(response, arrival, error, mine.to);
        onError(error);
        return pages.notice(response, arrival, { name: "failed", status: 400, link: again(mine.to) });
      }
      const { id: id2, roles, name: name2 = roles[0] ? nameFor(roles[0]) : id2 } = identity;
      if (roles.length === 0) {
        const link2 = { words: "no-role.link", to: "/sign-in?other=1" };
        return pages.notice(response, arrival, { name: "no-role", status: 403, words: { name: name2 }, link: link2 });
      }
      await letIn(response, { id: id2, name: name2, roles, from: "oidc" }, mine.to);
    })
  );
  if (localLinks)
    server.get(
      "/sign-in/local",
      open2(async (request, response, arrival) => {
        const member = localLinks.use(String(request.query?.token ?? ""));
        if (!member) return pages.notice(response, arrival, { name: "used-link", status: 403 });
        await letIn(response, member);
      })
    );
  server.post(
    "/sign-out",
    open2(async (request, response) => {
      const member = await sessions.read(request);
      sessions.clear(response);
      if (!member) return go(response, "/signed-out");
      await audit({ at: now(), who: member.id, name: member.name, act: "sign-out", detail: member.from });
      const end3 = member.from === "oidc" ? await issuer?.endAddress(`${publicUrl}/signed-out`).catch(told2) : void 0;
      go(response, end3?.href ?? "/signed-out");
    })
  );
  function told2(error) {
    onError(error);
  }
  server.get(
    "/signed-out",
    open2(
      (_request, response, arrival) => pages.notice(response, arrival, {
        name: "signed-out",
        status: 200,
        link: { words: "sign-in", to: "/sign-in" }
      })
    )
  );
}
function again(to) {
  return { words: "again", to: to ? `/sign-in?${new URLSearchParams({ to })}` : "/sign-in" };
}
function go(response, address2) {
  response.writeHead(303, { Location: address2, "Cache-Control": "no-store" });
  response.end();
}

// src/console/console.ts
var YEAR_SECONDS = 365 * 24 * 60 * 60;
function openConsole(server, resources) {
  const { settings, audit, now, onError, print } = resources;
  const { publicUrl, sessionSecret, production, oidc } = settings;
  const issuer = oidc ? openIssuer(oidc) : void 0;
  const localLinks = issuer || production ? void 0 : openLocalLinks({ publicUrl, print });
  const cookies = openCookies(publicUrl);
  const sessions = openSessions(sessionSecret, publicUrl, now);
  const assets = openAssets();
  const pages = openPages(assets, () => issuer?.origins() ?? []);
  const { guard, signedIn, open: open2 } = openGuard({ publicUrl, sessions, cookies, pages, now, onError });
  signInRoutes(server, {
    publicUrl,
    sessions,
    begun: openBegun(sessionSecret, cookies, now),
    pages,
    open: open2,
    audit,
    now,
    onError,
    ...issuer ? { issuer } : {},
    ...localLinks ? { localLinks } : {}
  });
  server.get(
    "/console/language",
    open2(async (request, response) => {
      cookies.write(response, LANGUAGE_COOKIE, consoleLanguage(request.query?.lang), YEAR_SECONDS);
      response.writeHead(303, { Location: pagePath(request.query?.to) ?? "/desk", "Cache-Control": "no-store" });
      response.end();
    })
  );
  server.get(
    "/console/:file",
    open2(async (request, response) => {
      if (!assets.send(request, response))
        response.send(404, { error: { code: "NotFound", message: "There is nothing at this address." } });
    })
  );
  return { guard, signedIn, assets, page: pages.send, printLinks: () => localLinks?.print() };
}

// src/console/desk/routes.tsx
import { randomUUID as randomUUID8 } from "node:crypto";
import { renderToString as renderToString3 } from "preact-render-to-string";
import { z as z27 } from "zod";

// src/console/form.ts
function formOf(request) {
  const isForm = request.getContentType() === "application/x-www-form-urlencoded";
  return new URLSearchParams(isForm && typeof request.body === "string" ? request.body : "");
}

// src/console/desk/markdown.tsx
import { Fragment as Fragment5, jsx as jsx13 } from "preact/jsx-runtime";
var ITEM = /^\s*(?:[-*]|\d+\.)\s+/;
var MARK2 = /\[([^\]]+)\]\(((?:https?|tel|mailto):[^)\s]+)\)|\*\*([^*]+)\*\*|(https?:\/\/[^\s<>()]+[^\s<>().,;:!?»])/g;
function Markdown2({ text: text2 }) {
  return /* @__PURE__ */ jsx13(Fragment5, { children: text2.split(/\n\s*\n/).map((block) => block.trim()).filter(Boolean).map((block) => /* @__PURE__ */ jsx13(Block2, { lines: block.split("\n") }, block)) });
}
function Block2({ lines }) {
  if (lines.every((line2) => ITEM.test(line2))) {
    return /* @__PURE__ */ jsx13("ul", { children: lines.map((line2) => /* @__PURE__ */ jsx13("li", { children: inline2(line2.replace(ITEM, "")) }, line2)) });
  }
  return /* @__PURE__ */ jsx13("p", { children: lines.flatMap((line2, at2) => at2 ? [/* @__PURE__ */ jsx13("br", {}, `${at2}`), ...inline2(unmarked(line2))] : inline2(unmarked(line2))) });
}
function unmarked(line2) {
  return line2.replace(/^(?:#+|>)\s*/, "");
}
function inline2(text2) {
  const parts = [];
  let from = 0;
  for (const match of text2.matchAll(MARK2)) {
    const [whole, words5, address2, strong, bare] = match;
    parts.push(text2.slice(from, match.index));
    from = match.index + whole.length;
    if (strong) parts.push(/* @__PURE__ */ jsx13("strong", { children: strong }));
    else parts.push(/* @__PURE__ */ jsx13(Link2, { address: address2 ?? bare ?? "", children: words5 ?? bare ?? "" }));
  }
  return [...parts, text2.slice(from)].filter((part) => part !== "");
}
function Link2({ address: address2, children }) {
  const elsewhere2 = address2.startsWith("http") ? { target: "_blank", rel: "noopener noreferrer" } : {};
  return /* @__PURE__ */ jsx13("a", { href: address2, ...elsewhere2, children });
}

// src/console/desk/duration.ts
var MINUTE_MS3 = 6e4;
var HOUR_MIN = 60;
var DAY_MIN = 24 * HOUR_MIN;
function sayDuration(ms, locale) {
  const minutes2 = Math.floor(Math.max(0, ms) / MINUTE_MS3);
  const unit2 = (count2, name2) => new Intl.NumberFormat(locale, { style: "unit", unit: name2, unitDisplay: "short" }).format(count2);
  const both = (large, one2, small, other) => small ? `${unit2(large, one2)} ${unit2(small, other)}` : unit2(large, one2);
  if (minutes2 < 1) return `< ${unit2(1, "minute")}`;
  if (minutes2 < HOUR_MIN) return unit2(minutes2, "minute");
  if (minutes2 < DAY_MIN) return both(Math.floor(minutes2 / HOUR_MIN), "hour", minutes2 % HOUR_MIN, "minute");
  return both(Math.floor(minutes2 / DAY_MIN), "day", Math.floor(minutes2 % DAY_MIN / HOUR_MIN), "hour");
}

// src/console/desk/moment.tsx
import { jsx as jsx14 } from "preact/jsx-runtime";
function sayMoment2(at2, { language: language2, now, timeZone }) {
  const format = (options, date) => new Intl.DateTimeFormat(LOCALE[language2], { timeZone, ...options }).format(date);
  const day3 = { year: "numeric", month: "numeric", day: "numeric" };
  const hour = format({ hour: "numeric", minute: "2-digit" }, at2);
  return format(day3, at2) === format(day3, now) ? hour : `${format({ day: "numeric", month: "long" }, at2)}, ${hour}`;
}
function Moment({ at: at2, drawing }) {
  return /* @__PURE__ */ jsx14("time", { datetime: at2.toISOString(), children: sayMoment2(at2, drawing) });
}
function Since({ at: at2, drawing }) {
  const ms = drawing.now.getTime() - at2.getTime();
  return /* @__PURE__ */ jsx14("time", { datetime: at2.toISOString(), "data-since": at2.getTime(), children: sayDuration(ms, LOCALE[drawing.language]) });
}

// src/console/desk/brief.tsx
import { jsx as jsx15, jsxs as jsxs12 } from "preact/jsx-runtime";
function BriefPart({ opened: { brief, escalation }, drawing }) {
  const { say: say2 } = drawing;
  const spoken2 = { lang: LOCALE[escalation.language], dir: direction(escalation.language) };
  return /* @__PURE__ */ jsxs12("section", { id: "brief", class: "brief", "aria-labelledby": "brief-heading", children: [
    /* @__PURE__ */ jsx15("h3", { id: "brief-heading", children: say2("brief.heading") }),
    /* @__PURE__ */ jsxs12("dl", { children: [
      /* @__PURE__ */ jsx15(Told, { name: say2("brief.question"), children: /* @__PURE__ */ jsx15("p", { ...spoken2, class: "asked", children: brief.question || say2("inbox.no-question") }) }),
      brief.message ? /* @__PURE__ */ jsx15(Told, { name: say2("brief.message"), children: /* @__PURE__ */ jsx15("p", { ...spoken2, class: "as-written", children: brief.message }) }) : null,
      brief.callBack ? /* @__PURE__ */ jsx15(Told, { name: say2("brief.call-back"), children: /* @__PURE__ */ jsx15("p", { class: "as-written", children: brief.callBack }) }) : null,
      brief.situation.length ? /* @__PURE__ */ jsx15(Told, { name: say2("brief.situation"), children: /* @__PURE__ */ jsx15("ul", { class: "situation", children: brief.situation.map(({ name: name2, answer: answer2 }) => /* @__PURE__ */ jsxs12("li", { children: [
        /* @__PURE__ */ jsx15("span", { class: "quiet", children: say2("brief.answer", { name: name2 }) }),
        " ",
        answer2
      ] }, name2)) }) }) : null,
      brief.tried.length ? /* @__PURE__ */ jsx15(Told, { name: say2("brief.tried"), children: /* @__PURE__ */ jsx15("ul", { children: brief.tried.map(({ article, title }) => /* @__PURE__ */ jsx15("li", { children: /* @__PURE__ */ jsx15(ArticleName, { article, title, drawing }) }, article)) }) }) : null,
      /* @__PURE__ */ jsx15(Told, { name: say2("brief.consent"), children: /* @__PURE__ */ jsx15(Agreement, { escalation, drawing }) })
    ] })
  ] });
}
function Told({ name: name2, children }) {
  return /* @__PURE__ */ jsxs12("div", { children: [
    /* @__PURE__ */ jsx15("dt", { children: name2 }),
    /* @__PURE__ */ jsx15("dd", { children })
  ] });
}
function Agreement({ escalation: { agreed: agreed2 }, drawing }) {
  return /* @__PURE__ */ jsxs12("details", { id: "agreed", children: [
    /* @__PURE__ */ jsxs12("summary", { children: [
      drawing.say(`consent.${agreed2.to}`),
      " (",
      /* @__PURE__ */ jsx15(Moment, { at: agreed2.at, drawing }),
      ")"
    ] }),
    /* @__PURE__ */ jsx15("blockquote", { lang: LOCALE[agreed2.language], dir: direction(agreed2.language), children: agreed2.wording })
  ] });
}
function ArticleName(props) {
  const address2 = props.drawing.articleAddress(props.article);
  return address2 ? /* @__PURE__ */ jsx15(Link2, { address: address2, children: props.title }) : /* @__PURE__ */ jsx15("span", { children: props.title });
}

// src/console/desk/earlier.tsx
import { jsx as jsx16, jsxs as jsxs13 } from "preact/jsx-runtime";
function Earlier({ opened: opened2, drawing }) {
  if (opened2.earlier.length === 0) return null;
  return /* @__PURE__ */ jsxs13("details", { id: "earlier", class: "earlier", children: [
    /* @__PURE__ */ jsx16("summary", { children: drawing.say("earlier.heading", { count: opened2.earlier.length }) }),
    /* @__PURE__ */ jsx16("ol", { children: opened2.earlier.map((each) => /* @__PURE__ */ jsxs13("li", { children: [
      /* @__PURE__ */ jsx16(Moment, { at: each.askedAt, drawing }),
      " \xB7 ",
      drawing.say(`reason.${each.reason}`),
      /* @__PURE__ */ jsx16("p", { lang: LOCALE[each.language], dir: direction(each.language), children: each.question }),
      /* @__PURE__ */ jsx16("p", { class: "quiet", children: endOf2(each, drawing) })
    ] }, each.id)) })
  ] });
}
function endOf2({ standing: standing3, rating }, { say: say2 }) {
  if (standing3.is !== "closed") return "";
  const by2 = standing3.by ? say2("ended.by", { name: standing3.by.name }) : "";
  return [say2(`outcome.${standing3.outcome}`), by2, rating ? say2(`rating.${rating}`) : ""].filter(Boolean).join(" \xB7 ");
}

// src/console/desk/wish.ts
import { z as z25 } from "zod";
var REASONS = [
  "distress",
  "asked",
  "dialog",
  "not-found",
  "unsure"
];
var SHOWN3 = ["all", "waiting", "mine"];
var shape5 = z25.object({
  show: z25.enum(SHOWN3).catch("all"),
  language: z25.enum(LANGUAGES).optional().catch(void 0),
  reason: z25.enum(REASONS).optional().catch(void 0)
});
function readWish(query) {
  const { show: show2, language: language2, reason: reason3 } = shape5.catch({ show: "all" }).parse(query);
  return { show: show2, ...language2 ? { language: language2 } : {}, ...reason3 ? { reason: reason3 } : {} };
}
function queryOf({ show: show2, language: language2, reason: reason3 }, more = {}) {
  const query = new URLSearchParams({
    ...show2 === "all" ? {} : { show: show2 },
    ...language2 ? { language: language2 } : {},
    ...reason3 ? { reason: reason3 } : {},
    ...more
  }).toString();
  return query && `?${query}`;
}
function wishedFor(items, wish, member) {
  return items.filter(
    ({ escalation }) => (wish.show !== "waiting" || escalation.standing.is === "waiting") && (wish.show !== "mine" || isHeldBy(escalation, member)) && (!wish.language || escalation.language === wish.language) && (!wish.reason || escalation.reason === wish.reason)
  );
}
function isHeldBy({ standing: standing3 }, member) {
  return standing3.is === "held" && standing3.by.id === member;
}

// src/console/desk/notes.tsx
import { jsx as jsx17, jsxs as jsxs14 } from "preact/jsx-runtime";
function Notes({ opened: opened2, drawing, noteKey, draft }) {
  const { say: say2, wish } = drawing;
  const address2 = `/desk/${opened2.escalation.id}/note${queryOf(wish)}`;
  return /* @__PURE__ */ jsxs14("section", { id: "notes", class: "notes", "aria-labelledby": "notes-heading", children: [
    /* @__PURE__ */ jsx17("h3", { id: "notes-heading", children: say2("notes.heading") }),
    /* @__PURE__ */ jsx17("p", { class: "quiet", children: say2("notes.never-shown") }),
    opened2.notes.length ? /* @__PURE__ */ jsx17("ul", { children: opened2.notes.map(({ id: id2, name: name2, at: at2, text: text2 }) => /* @__PURE__ */ jsxs14("li", { id: `note-${id2}`, children: [
      /* @__PURE__ */ jsxs14("p", { class: "by", children: [
        /* @__PURE__ */ jsx17("strong", { children: name2 }),
        " ",
        /* @__PURE__ */ jsx17(Moment, { at: at2, drawing })
      ] }),
      /* @__PURE__ */ jsx17("p", { class: "as-written", children: text2 })
    ] }, id2)) }) : null,
    /* @__PURE__ */ jsxs14("form", { method: "post", action: address2, "hx-post": address2, "data-writes": "note", children: [
      /* @__PURE__ */ jsx17("label", { for: "note", children: say2("notes.label") }),
      /* @__PURE__ */ jsx17("textarea", { id: "note", name: "text", rows: 2, maxlength: 4e3, required: true, "data-kept": true, children: draft }),
      /* @__PURE__ */ jsx17("input", { id: "note-key", type: "hidden", name: "key", value: noteKey, "data-kept": true }),
      /* @__PURE__ */ jsx17("button", { type: "submit", class: "light", children: say2("notes.add") })
    ] })
  ] });
}

// src/console/desk/drawing.ts
function languageName(language2, { language: reads }) {
  const names2 = NAMES2.get(reads) ?? new Intl.DisplayNames([reads], { type: "language" });
  NAMES2.set(reads, names2);
  return names2.of(language2) ?? language2;
}
var NAMES2 = /* @__PURE__ */ new Map();

// src/console/desk/library-search.tsx
import { jsx as jsx18, jsxs as jsxs15 } from "preact/jsx-runtime";
function LibrarySearch({ spoken: spoken2, drawing }) {
  const { say: say2 } = drawing;
  return /* @__PURE__ */ jsxs15("details", { id: "library", class: "panel", name: "to-insert", "data-kept": true, children: [
    /* @__PURE__ */ jsx18("summary", { children: say2("library.heading") }),
    /* @__PURE__ */ jsx18(SearchForm, { spoken: spoken2, drawing }),
    /* @__PURE__ */ jsx18("div", { id: "found", "aria-live": "polite" })
  ] });
}
function SearchForm({ spoken: spoken2, drawing, query }) {
  const { say: say2 } = drawing;
  return /* @__PURE__ */ jsxs15(
    "form",
    {
      id: "library-form",
      method: "get",
      action: "/desk/search",
      "hx-get": "/desk/search",
      "hx-target": "#found",
      "hx-swap": "innerHTML",
      "hx-trigger": "input changed delay:250ms from:#library-search, change from:#library-language, submit",
      children: [
        /* @__PURE__ */ jsx18("label", { for: "library-search", children: say2("library.search") }),
        /* @__PURE__ */ jsx18("input", { id: "library-search", type: "search", name: "q", maxlength: 300, autocomplete: "off", value: query }),
        /* @__PURE__ */ jsx18("label", { for: "library-language", children: say2("library.language") }),
        /* @__PURE__ */ jsx18("select", { id: "library-language", name: "language", children: [.../* @__PURE__ */ new Set([spoken2, ORIGINAL, drawing.language])].map((each) => /* @__PURE__ */ jsx18("option", { value: each, selected: each === spoken2, children: languageName(each, drawing) }, each)) }),
        /* @__PURE__ */ jsx18("button", { type: "submit", class: "light", children: say2("library.go") })
      ]
    }
  );
}
function FoundPassages({ found, language: language2, query, drawing }) {
  const { say: say2 } = drawing;
  if (!query.trim()) return /* @__PURE__ */ jsx18("p", { class: "quiet", children: say2("library.hint") });
  if (found.length === 0) return /* @__PURE__ */ jsx18("p", { class: "quiet", children: say2("library.none") });
  return /* @__PURE__ */ jsx18("ul", { class: "insertable", children: found.map((passage) => /* @__PURE__ */ jsxs15("li", { children: [
    /* @__PURE__ */ jsx18("p", { class: "title", lang: LOCALE[language2], dir: direction(language2), children: [passage.title, passage.heading].filter(Boolean).join(" \u2013 ") }),
    /* @__PURE__ */ jsxs15("div", { class: "wording", children: [
      /* @__PURE__ */ jsx18("div", { lang: LOCALE[language2], dir: direction(language2), class: "passage", children: /* @__PURE__ */ jsx18(Markdown2, { text: passage.text }) }),
      passage.address ? /* @__PURE__ */ jsx18("p", { class: "quiet", children: /* @__PURE__ */ jsx18(Link2, { address: passage.address, children: passage.address }) }) : null,
      /* @__PURE__ */ jsx18(
        "button",
        {
          type: "button",
          class: "light needs-script",
          "data-insert": toInsert(passage),
          "aria-label": say2("library.insert-which", { title: passage.title }),
          children: say2("library.insert")
        }
      )
    ] })
  ] }, `${passage.article}#${passage.heading}`)) });
}
function toInsert({ text: text2, title, address: address2 }) {
  const words5 = text2.trim();
  return address2 ? `${words5}

[${title.replace(/[[\]]/g, "")}](${address2})` : words5;
}

// src/console/desk/ready-replies.tsx
import { jsx as jsx19, jsxs as jsxs16 } from "preact/jsx-runtime";
function ReadyReplies({ replies, spoken: spoken2, drawing }) {
  const { say: say2, language: language2 } = drawing;
  return /* @__PURE__ */ jsxs16("details", { id: "ready", class: "panel", name: "to-insert", "data-kept": true, children: [
    /* @__PURE__ */ jsx19("summary", { children: say2("ready.heading") }),
    /* @__PURE__ */ jsx19("label", { for: "ready-search", children: say2("ready.search") }),
    /* @__PURE__ */ jsx19("input", { id: "ready-search", type: "search", autocomplete: "off", "data-narrows": "ready-list" }),
    /* @__PURE__ */ jsx19("p", { id: "ready-none", class: "quiet", hidden: true, children: say2("ready.none") }),
    /* @__PURE__ */ jsx19("ul", { id: "ready-list", class: "insertable", children: replies.map((reply2) => /* @__PURE__ */ jsxs16("li", { "data-said": [...Object.values(reply2.title), ...Object.values(reply2.text)].join(" "), children: [
      /* @__PURE__ */ jsx19("p", { class: "title", children: reply2.title[language2] }),
      [.../* @__PURE__ */ new Set([spoken2, ORIGINAL])].map((each) => /* @__PURE__ */ jsx19(Wording, { reply: reply2, language: each, drawing }, each))
    ] }, reply2.id)) })
  ] });
}
function Wording(props) {
  const { reply: reply2, language: language2, drawing } = props;
  const text2 = reply2.text[language2];
  if (!text2) return null;
  const name2 = languageName(language2, drawing);
  return /* @__PURE__ */ jsxs16("div", { class: "wording", children: [
    /* @__PURE__ */ jsx19("p", { lang: LOCALE[language2], dir: direction(language2), children: text2 }),
    /* @__PURE__ */ jsx19(
      "button",
      {
        type: "button",
        class: "light needs-script",
        "data-insert": text2,
        "aria-label": drawing.say("ready.insert-which", { title: reply2.title[drawing.language], language: name2 }),
        children: drawing.say("ready.insert", { language: name2 })
      }
    )
  ] });
}

// src/console/desk/reply.tsx
import { jsx as jsx20, jsxs as jsxs17 } from "preact/jsx-runtime";
function ReplyBox({ opened: opened2, drawing, replies, replyKey, draft }) {
  const { say: say2, wish } = drawing;
  const spoken2 = opened2.conversation.language;
  const address2 = `/desk/${opened2.escalation.id}/say${queryOf(wish)}`;
  return /* @__PURE__ */ jsxs17("section", { id: "answer", class: "answer", "aria-labelledby": "answer-heading", children: [
    /* @__PURE__ */ jsx20("h3", { id: "answer-heading", class: "unseen", children: say2("reply.heading") }),
    /* @__PURE__ */ jsxs17("div", { class: "panels", children: [
      /* @__PURE__ */ jsx20(ReadyReplies, { replies, spoken: spoken2, drawing }),
      /* @__PURE__ */ jsx20(LibrarySearch, { spoken: spoken2, drawing })
    ] }),
    /* @__PURE__ */ jsxs17(
      "form",
      {
        id: "say",
        method: "post",
        action: address2,
        "hx-post": address2,
        "data-writes": "reply",
        "data-typing": `/desk/${opened2.escalation.id}/typing`,
        children: [
          /* @__PURE__ */ jsxs17("div", { class: "label", children: [
            /* @__PURE__ */ jsx20("label", { for: "reply", children: say2("reply.label") }),
            /* @__PURE__ */ jsx20("span", { id: "reply-language", class: "quiet", children: say2("reply.language", { language: languageName(spoken2, drawing) }) })
          ] }),
          /* @__PURE__ */ jsx20("p", { id: "to-fill", class: "to-fill", role: "status", "data-kept": true, hidden: true }),
          /* @__PURE__ */ jsx20(
            "textarea",
            {
              id: "reply",
              name: "text",
              rows: 3,
              maxlength: 4e3,
              required: true,
              dir: "auto",
              "aria-describedby": "reply-language to-fill",
              "data-kept": true,
              children: draft
            }
          ),
          /* @__PURE__ */ jsx20("input", { id: "reply-key", type: "hidden", name: "key", value: replyKey, "data-kept": true }),
          /* @__PURE__ */ jsxs17("div", { class: "send", children: [
            /* @__PURE__ */ jsx20("button", { type: "submit", children: say2("reply.send") }),
            /* @__PURE__ */ jsx20("span", { class: "quiet needs-script keyboard", children: say2("reply.keys") })
          ] })
        ]
      }
    )
  ] });
}

// src/console/desk/colleagues.ts
var GONE_MS2 = 2 * 6e4;
function isThere({ presence, seenAt }, now) {
  return presence === "available" && now.getTime() - seenAt.getTime() < GONE_MS2;
}
function inOrderFor(colleagues, language2, now) {
  const fits = (one2) => Number(one2.languages.includes(language2)) * 2 + Number(isThere(one2, now));
  return [...colleagues].sort((a, b) => fits(b) - fits(a) || a.name.localeCompare(b.name, "fr"));
}

// src/console/desk/standing.tsx
import { Fragment as Fragment6, jsx as jsx21, jsxs as jsxs18 } from "preact/jsx-runtime";
function StandingPart({ opened: opened2, drawing, colleagues, refusal }) {
  const { escalation } = opened2;
  const { say: say2, wish } = drawing;
  const address2 = `/desk/${escalation.id}/claim${queryOf(wish)}`;
  return /* @__PURE__ */ jsxs18("header", { class: `standing ${escalation.standing.is}`, children: [
    /* @__PURE__ */ jsx21("a", { class: "back", href: `/desk${queryOf(wish)}`, children: say2("conversation.back") }),
    /* @__PURE__ */ jsx21("h2", { id: "who", tabindex: -1, children: titleOf(opened2, drawing) }),
    /* @__PURE__ */ jsx21("p", { id: "standing", role: "status", children: /* @__PURE__ */ jsx21(HowItStands, { opened: opened2, drawing }) }),
    /* @__PURE__ */ jsxs18("p", { class: "marks", children: [
      /* @__PURE__ */ jsx21("span", { class: `mark-reason ${escalation.reason}`, children: say2(`reason.${escalation.reason}`) }),
      /* @__PURE__ */ jsx21("span", { class: "mark-language", children: languageName(escalation.language, drawing) }),
      opened2.item.late ? /* @__PURE__ */ jsx21("span", { class: "mark-late", children: say2("inbox.late") }) : null
    ] }),
    /* @__PURE__ */ jsx21(WhoSpeaksIt, { opened: opened2, drawing, colleagues }),
    isHeldBy(escalation, drawing.member.id) ? /* @__PURE__ */ jsx21("a", { class: "back", href: "#reply", children: say2("reply.go") }) : null,
    /* @__PURE__ */ jsx21("p", { id: "refusal", class: "refusal", role: "alert", tabindex: -1, hidden: !refusal, children: refusal }),
    escalation.standing.is === "waiting" ? /* @__PURE__ */ jsx21("form", { method: "post", action: address2, "hx-post": address2, children: /* @__PURE__ */ jsx21("button", { type: "submit", class: "claim", id: "claim", children: say2("claim") }) }) : null
  ] });
}
function titleOf({ escalation }, drawing) {
  const { trade } = escalation.situation;
  const [told2] = trade === void 0 || trade === SKIPPED ? [] : drawing.inWords({ trade });
  return told2 ? drawing.say("conversation.of", { who: told2.answer }) : drawing.say("conversation.title");
}
function HowItStands({ opened: { escalation, item }, drawing }) {
  const { say: say2, member } = drawing;
  const { standing: standing3 } = escalation;
  if (standing3.is === "waiting") {
    return /* @__PURE__ */ jsxs18(Fragment6, { children: [
      say2("standing.waiting"),
      " ",
      /* @__PURE__ */ jsx21(Since, { at: escalation.askedAt, drawing }),
      item.place ? ` \xB7 ${say2("inbox.place", { place: item.place })}` : ""
    ] });
  }
  if (standing3.is === "closed") {
    return /* @__PURE__ */ jsxs18(Fragment6, { children: [
      say2("standing.closed"),
      " ",
      /* @__PURE__ */ jsx21(Moment, { at: standing3.at, drawing }),
      " \xB7 ",
      endOf2(escalation, drawing)
    ] });
  }
  const words5 = isHeldBy(escalation, member.id) ? say2("standing.yours") : say2("standing.held", { name: standing3.by.name });
  return /* @__PURE__ */ jsxs18(Fragment6, { children: [
    words5,
    " ",
    /* @__PURE__ */ jsx21(Moment, { at: standing3.since, drawing })
  ] });
}
function WhoSpeaksIt({ opened: opened2, drawing, colleagues }) {
  const { language: language2 } = opened2.conversation;
  const me = colleagues.find(({ id: id2 }) => id2 === drawing.member.id);
  if (!me || me.languages.includes(language2) || opened2.escalation.standing.is === "closed") return null;
  const there = inOrderFor(colleagues, language2, drawing.now).filter(
    (each) => each.languages.includes(language2) && isThere(each, drawing.now)
  );
  const words5 = { language: languageName(language2, drawing), names: there.map(({ name: name2 }) => name2).join(", ") };
  return /* @__PURE__ */ jsx21("p", { class: "speaks", children: drawing.say(there.length ? "speaks.somebody" : "speaks.nobody", words5) });
}

// src/console/desk/delivered.tsx
import { jsx as jsx22, jsxs as jsxs19 } from "preact/jsx-runtime";
function Delivered(props) {
  const { delivery, escalation, drawing } = props;
  const { say: say2, wish } = drawing;
  if (delivery.is !== "failed") return /* @__PURE__ */ jsx22("p", { class: `delivery ${delivery.is}`, children: say2(`delivery.${delivery.is}`) });
  const address2 = `/desk/${escalation}/deliver-again${queryOf(wish)}`;
  return /* @__PURE__ */ jsxs19("form", { class: "delivery failed", method: "post", action: address2, "hx-post": address2, children: [
    /* @__PURE__ */ jsxs19("p", { children: [
      /* @__PURE__ */ jsx22("strong", { children: say2("delivery.failed") }),
      " ",
      delivery.trouble
    ] }),
    /* @__PURE__ */ jsx22("input", { type: "hidden", name: "position", value: delivery.position }),
    /* @__PURE__ */ jsx22("button", { type: "submit", class: "light", children: say2("delivery.again") })
  ] });
}

// src/console/desk/transcript.tsx
import { jsx as jsx23, jsxs as jsxs20 } from "preact/jsx-runtime";
function Transcript({ opened: opened2, drawing }) {
  const { say: say2 } = drawing;
  const { lines, escalation, deliveries } = opened2;
  const delivery = new Map(deliveries.map((each) => [each.position, each]));
  const before = lines.filter(({ position }) => position <= escalation.after);
  const since = lines.filter(({ position }) => position > escalation.after);
  const draw = (line2) => /* @__PURE__ */ jsx23(Said, { line: line2, delivery: delivery.get(line2.position), opened: opened2, drawing }, line2.position);
  return /* @__PURE__ */ jsxs20("section", { id: "read", class: "read", tabindex: 0, "aria-labelledby": "transcript-heading", children: [
    /* @__PURE__ */ jsx23("h3", { id: "transcript-heading", children: say2("transcript.heading") }),
    escalation.agreed.to === "everything" ? null : /* @__PURE__ */ jsx23("p", { class: "quiet", children: say2(`withheld.${escalation.agreed.to}`) }),
    /* @__PURE__ */ jsxs20("ol", { class: "lines", children: [
      before.map(draw),
      /* @__PURE__ */ jsx23("li", { class: "asked-here", id: "asked-here", children: /* @__PURE__ */ jsxs20("span", { children: [
        say2("transcript.asked"),
        " ",
        /* @__PURE__ */ jsx23(Moment, { at: escalation.askedAt, drawing })
      ] }) }),
      since.map(draw)
    ] })
  ] });
}
function Said({ line: line2, delivery, opened: opened2, drawing }) {
  const language2 = line2.reply?.language ?? opened2.conversation.language;
  return /* @__PURE__ */ jsxs20("li", { id: `line-${line2.position}`, class: `line ${line2.from}`, "data-from": line2.from, "data-position": line2.position, children: [
    /* @__PURE__ */ jsxs20("p", { class: "by", children: [
      /* @__PURE__ */ jsx23("strong", { children: whoSaid(line2, drawing) }),
      " ",
      /* @__PURE__ */ jsx23(Moment, { at: line2.at, drawing })
    ] }),
    /* @__PURE__ */ jsx23("div", { class: "words", lang: LOCALE[language2], dir: line2.from === "assistant" ? direction(language2) : "auto", children: line2.from === "person" ? /* @__PURE__ */ jsx23("p", { class: "as-written", children: line2.text }) : /* @__PURE__ */ jsx23(Markdown2, { text: typeset(line2.text, language2) }) }),
    /* @__PURE__ */ jsx23(Cited, { line: line2, drawing }),
    delivery ? /* @__PURE__ */ jsx23(Delivered, { delivery, escalation: opened2.escalation.id, drawing }) : null
  ] });
}
function whoSaid({ from, reply: reply2 }, { say: say2 }) {
  if (from === "counsellor") return reply2?.counsellor ?? say2("transcript.counsellor");
  return say2(`transcript.${from}`);
}
function Cited({ line: line2, drawing }) {
  if (line2.cited.length === 0) return null;
  return /* @__PURE__ */ jsxs20("p", { class: "cited", children: [
    drawing.say("transcript.cited"),
    " ",
    line2.cited.map(({ article, title }, at2) => /* @__PURE__ */ jsxs20("span", { children: [
      at2 ? ", " : "",
      /* @__PURE__ */ jsx23(ArticleName, { article, title, drawing })
    ] }, article))
  ] });
}

// src/console/desk/presence.tsx
import { jsx as jsx24, jsxs as jsxs21 } from "preact/jsx-runtime";
function Presence({ colleagues, drawing }) {
  const { member, say: say2, wish } = drawing;
  const me = colleagues.find(({ id: id2 }) => id2 === member.id);
  const others = inOrderFor(
    colleagues.filter(({ id: id2 }) => id2 !== member.id),
    drawing.language,
    drawing.now
  );
  const away = me?.presence === "away";
  const action = `/desk/presence${queryOf(wish)}`;
  return /* @__PURE__ */ jsxs21("section", { id: "presence", class: "presence", "aria-labelledby": "presence-heading", children: [
    /* @__PURE__ */ jsx24("h2", { id: "presence-heading", class: "unseen", children: say2("presence.heading") }),
    /* @__PURE__ */ jsxs21("form", { method: "post", action, children: [
      /* @__PURE__ */ jsx24("p", { class: away ? "away" : "available", children: say2(away ? "presence.you-away" : "presence.you-available") }),
      /* @__PURE__ */ jsx24("button", { type: "submit", class: "light", name: "presence", value: away ? "available" : "away", children: say2(away ? "presence.come" : "presence.leave") })
    ] }),
    /* @__PURE__ */ jsxs21("details", { id: "my-languages", children: [
      /* @__PURE__ */ jsx24("summary", { children: say2("presence.languages", { languages: spoken(me?.languages ?? ["fr"], drawing) }) }),
      /* @__PURE__ */ jsxs21("form", { method: "post", action, children: [
        /* @__PURE__ */ jsxs21("fieldset", { children: [
          /* @__PURE__ */ jsx24("legend", { children: say2("presence.which") }),
          LANGUAGES.map((each) => /* @__PURE__ */ jsxs21("label", { class: "tick", children: [
            /* @__PURE__ */ jsx24(
              "input",
              {
                type: "checkbox",
                name: "languages",
                value: each,
                checked: (me?.languages ?? ["fr"]).includes(each)
              }
            ),
            languageName(each, drawing)
          ] }, each))
        ] }),
        /* @__PURE__ */ jsx24("button", { type: "submit", class: "light", children: say2("presence.keep") })
      ] })
    ] }),
    /* @__PURE__ */ jsxs21("details", { id: "colleagues", children: [
      /* @__PURE__ */ jsx24("summary", { children: say2("presence.colleagues", { count: others.filter((each) => isThere(each, drawing.now)).length }) }),
      /* @__PURE__ */ jsx24(ColleagueList, { colleagues: others, drawing })
    ] })
  ] });
}
function ColleagueList({ colleagues, drawing }) {
  if (colleagues.length === 0) return /* @__PURE__ */ jsx24("p", { class: "quiet", children: drawing.say("presence.nobody") });
  return /* @__PURE__ */ jsx24("ul", { class: "colleagues", children: colleagues.map((each) => /* @__PURE__ */ jsx24("li", { children: saidOf(each, drawing) }, each.id)) });
}
function saidOf(colleague, drawing) {
  return drawing.say(isThere(colleague, drawing.now) ? "presence.is-available" : "presence.is-away", {
    name: colleague.name,
    languages: spoken(colleague.languages, drawing)
  });
}
function spoken(languages, drawing) {
  return languages.map((each) => languageName(each, drawing)).join(", ");
}

// src/console/desk/ways-on.tsx
import { jsx as jsx25, jsxs as jsxs22 } from "preact/jsx-runtime";
function WaysOn(props) {
  const { opened: opened2, drawing } = props;
  const { say: say2, wish } = drawing;
  const address2 = (act) => `/desk/${opened2.escalation.id}/${act}${queryOf(wish)}`;
  return /* @__PURE__ */ jsxs22("div", { id: "ways-on", class: "ways-on", children: [
    /* @__PURE__ */ jsxs22("form", { class: "close", method: "post", action: address2("close"), "hx-post": address2("close"), children: [
      /* @__PURE__ */ jsxs22("fieldset", { id: "outcome", "data-kept": true, children: [
        /* @__PURE__ */ jsx25("legend", { children: say2("close.outcome") }),
        CLOSINGS.map((outcome2, at2) => /* @__PURE__ */ jsxs22("label", { class: "tick", children: [
          /* @__PURE__ */ jsx25("input", { type: "radio", name: "outcome", value: outcome2, checked: at2 === 0 }),
          say2(`outcome.${outcome2}`)
        ] }, outcome2))
      ] }),
      /* @__PURE__ */ jsx25("button", { type: "submit", class: "light", children: say2("close.button") })
    ] }),
    /* @__PURE__ */ jsxs22("div", { class: "elsewhere", children: [
      /* @__PURE__ */ jsx25("form", { method: "post", action: address2("hand-back"), "hx-post": address2("hand-back"), children: /* @__PURE__ */ jsx25("button", { type: "submit", class: "light", children: say2("hand-back") }) }),
      /* @__PURE__ */ jsx25(Transfer, { ...props, address: address2("give-back") })
    ] })
  ] });
}
function Transfer({ opened: opened2, drawing, colleagues, address: address2 }) {
  const { say: say2, member, now } = drawing;
  const { language: language2 } = opened2.conversation;
  const others = inOrderFor(
    colleagues.filter(({ id: id2 }) => id2 !== member.id),
    language2,
    now
  );
  const languages = [language2, ...LANGUAGES.filter((each) => each !== language2)];
  return /* @__PURE__ */ jsxs22("details", { id: "transfer", class: "transfer", children: [
    /* @__PURE__ */ jsx25("summary", { children: say2("transfer.heading") }),
    /* @__PURE__ */ jsxs22("form", { method: "post", action: address2, "hx-post": address2, children: [
      /* @__PURE__ */ jsx25("label", { for: "transfer-to", children: say2("transfer.to") }),
      /* @__PURE__ */ jsxs22("select", { id: "transfer-to", name: "to", "data-kept": true, children: [
        /* @__PURE__ */ jsx25("option", { value: "", children: say2("transfer.everybody") }),
        /* @__PURE__ */ jsx25("optgroup", { label: say2("transfer.language"), children: languages.map((each) => /* @__PURE__ */ jsx25("option", { value: `language:${each}`, children: say2("transfer.speaks", { language: languageName(each, drawing) }) }, each)) }),
        others.length ? /* @__PURE__ */ jsx25("optgroup", { label: say2("transfer.colleague"), children: others.map((each) => /* @__PURE__ */ jsx25("option", { value: `colleague:${each.id}`, children: saidOf(each, drawing) }, each.id)) }) : null
      ] }),
      /* @__PURE__ */ jsx25("p", { class: "quiet", children: say2("transfer.place") }),
      /* @__PURE__ */ jsx25("button", { type: "submit", class: "light", children: say2("transfer.button") })
    ] })
  ] });
}

// src/console/desk/conversation.tsx
import { Fragment as Fragment7, jsx as jsx26, jsxs as jsxs23 } from "preact/jsx-runtime";
function ConversationPart(props) {
  const { opened: opened2, drawing, colleagues, replies, keys, refused } = props;
  const mine = isHeldBy(opened2.escalation, drawing.member.id);
  const draftOf2 = (act) => refused?.act === act && refused.text ? { draft: refused.text } : {};
  return /* @__PURE__ */ jsxs23(Fragment7, { children: [
    /* @__PURE__ */ jsx26(
      StandingPart,
      {
        opened: opened2,
        drawing,
        colleagues,
        ...refused ? { refusal: refused.sentence } : {}
      }
    ),
    /* @__PURE__ */ jsxs23("div", { id: "about", class: "about", children: [
      /* @__PURE__ */ jsx26(BriefPart, { opened: opened2, drawing }),
      /* @__PURE__ */ jsx26(Earlier, { opened: opened2, drawing }),
      /* @__PURE__ */ jsx26(Notes, { opened: opened2, drawing, noteKey: keys.note, ...draftOf2("note") })
    ] }),
    /* @__PURE__ */ jsx26(Transcript, { opened: opened2, drawing }),
    mine ? /* @__PURE__ */ jsxs23("div", { id: "mine", class: "mine", children: [
      /* @__PURE__ */ jsx26(ReplyBox, { opened: opened2, drawing, replies, replyKey: keys.reply, ...draftOf2("say") }),
      /* @__PURE__ */ jsx26(WaysOn, { opened: opened2, drawing, colleagues })
    ] }) : null
  ] });
}

// src/console/desk/deeds.ts
import { z as z26 } from "zod";
var WrongForm = class extends Error {
};
var DEEDS = {
  claim: { focuses: "reply", does: ({ desk, id: id2, by: by2, now }) => desk.claim(id2, by2, now) },
  say: {
    focuses: "reply",
    does: (asked) => asked.desk.say(asked.id, asked.by, textOf(asked), keyOf2(asked), asked.now)
  },
  note: {
    focuses: "note",
    does: (asked) => asked.desk.note(asked.id, asked.by, textOf(asked), keyOf2(asked), asked.now)
  },
  "give-back": {
    focuses: "who",
    does: async (asked) => asked.desk.giveBack(asked.id, asked.by, asked.now, await wantedOf(asked))
  },
  "hand-back": { focuses: "who", does: ({ desk, id: id2, by: by2, now }) => desk.handBack(id2, by2, now) },
  close: {
    focuses: "who",
    does: ({ desk, id: id2, by: by2, fields, now }) => {
      const outcome2 = z26.enum(CLOSINGS).safeParse(fields.get("outcome"));
      if (!outcome2.success) throw new WrongForm();
      return desk.close(id2, by2, outcome2.data, now);
    }
  },
  "deliver-again": {
    focuses: "read",
    does: ({ desk, id: id2, by: by2, fields, now }) => {
      const position = z26.coerce.number().int().positive().safeParse(fields.get("position"));
      if (!position.success) throw new WrongForm();
      return desk.deliverAgain(id2, by2, position.data, now);
    }
  }
};
function textOf({ fields }) {
  return (fields.get("text") ?? "").replace(/\r\n?/g, "\n");
}
function keyOf2({ fields, newKey }) {
  const key = z26.uuid().safeParse(fields.get("key"));
  return key.success ? key.data : newKey;
}
async function wantedOf({ desk, fields, now }) {
  const [, kind, value2 = ""] = /^(language|colleague):(.+)$/s.exec(fields.get("to") ?? "") ?? [];
  if (kind === "language") {
    const language2 = z26.enum(LANGUAGES).safeParse(value2);
    if (language2.success) return { language: language2.data };
    throw new WrongForm();
  }
  if (kind !== "colleague") return void 0;
  const colleague = (await desk.colleagues(now)).find(({ id: id2 }) => id2 === value2);
  if (!colleague) throw new WrongForm();
  return { counsellor: { id: colleague.id, name: colleague.name } };
}

// src/console/desk/figures-table.tsx
import { jsx as jsx27, jsxs as jsxs24 } from "preact/jsx-runtime";
function DaysTable({ figures, drawing }) {
  const { say: say2, language: language2 } = drawing;
  const days = figures.days.filter(({ asked, closed: closed2 }) => asked || closed2).reverse();
  if (days.length === 0) return /* @__PURE__ */ jsx27("p", { class: "quiet", children: say2("figures.nothing") });
  const heads = ["day", "asked", "closed", "to-claim-short", "satisfied-short"];
  return /* @__PURE__ */ jsx27("section", { class: "table", tabindex: 0, "aria-labelledby": "days-caption", children: /* @__PURE__ */ jsxs24("table", { children: [
    /* @__PURE__ */ jsx27("caption", { id: "days-caption", children: say2("figures.table") }),
    /* @__PURE__ */ jsx27("thead", { children: /* @__PURE__ */ jsx27("tr", { children: heads.map((name2) => /* @__PURE__ */ jsx27("th", { scope: "col", children: say2(`figures.${name2}`) }, name2)) }) }),
    /* @__PURE__ */ jsx27("tbody", { children: days.map(({ day: day3, asked, closed: closed2, toClaimMs, satisfied }) => /* @__PURE__ */ jsxs24("tr", { children: [
      /* @__PURE__ */ jsx27("th", { scope: "row", children: sayDay(day3, drawing) }),
      /* @__PURE__ */ jsx27("td", { children: asked }),
      /* @__PURE__ */ jsx27("td", { children: closed2 }),
      /* @__PURE__ */ jsx27("td", { children: toClaimMs === void 0 ? "\u2013" : sayDuration(toClaimMs, LOCALE[language2]) }),
      /* @__PURE__ */ jsx27("td", { children: satisfied === void 0 ? "\u2013" : sayShare(satisfied, drawing) })
    ] }, day3)) })
  ] }) });
}
function sayDay(day3, { language: language2 }) {
  const format = new Intl.DateTimeFormat(LOCALE[language2], { timeZone: "UTC", day: "numeric", month: "short" });
  return format.format(/* @__PURE__ */ new Date(`${day3}T12:00:00Z`));
}
function sayShare(share, { language: language2 }) {
  return new Intl.NumberFormat(LOCALE[language2], { style: "percent" }).format(share);
}

// src/console/desk/plot.tsx
import { jsx as jsx28, jsxs as jsxs25 } from "preact/jsx-runtime";
var WIDTH = 640;
var HEIGHT = 200;
var MARGIN = { top: 12, right: 8, bottom: 28, left: 72 };
function BarPlot({ title, days, rounds, sayValue, drawing }) {
  const highest = Math.max(0, ...days.map(({ value: value2 }) => value2 ?? 0));
  const top = rounds.find((each) => each >= highest) ?? highest;
  const wide = (WIDTH - MARGIN.left - MARGIN.right) / Math.max(1, days.length);
  const high = HEIGHT - MARGIN.top - MARGIN.bottom;
  const base = HEIGHT - MARGIN.bottom;
  const y = (value2) => base - value2 / top * high;
  const said = labelled(days.length);
  return /* @__PURE__ */ jsxs25("figure", { class: "plot", children: [
    /* @__PURE__ */ jsx28("figcaption", { children: title }),
    /* @__PURE__ */ jsxs25("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": drawing.say("figures.plot-said", { title }), children: [
      /* @__PURE__ */ jsx28(Scale, { levels: [top / 2, top], y, sayValue }),
      /* @__PURE__ */ jsx28("line", { class: "axis", x1: MARGIN.left, x2: WIDTH - MARGIN.right, y1: base, y2: base }),
      days.map(({ day: day3, value: value2 }, at2) => /* @__PURE__ */ jsxs25("g", { children: [
        value2 ? /* @__PURE__ */ jsx28(
          "rect",
          {
            class: "bar",
            x: MARGIN.left + at2 * wide + wide * 0.15,
            y: y(value2),
            width: wide * 0.7,
            height: base - y(value2),
            children: /* @__PURE__ */ jsx28("title", { children: `${sayDay(day3, drawing)} : ${sayValue(value2)}` })
          }
        ) : null,
        said(at2) ? /* @__PURE__ */ jsx28(
          "text",
          {
            x: MARGIN.left + (at2 + 0.5) * wide,
            y: HEIGHT - 8,
            "text-anchor": at2 === days.length - 1 ? "end" : "middle",
            children: sayDay(day3, drawing)
          }
        ) : null
      ] }, day3))
    ] })
  ] });
}
function Scale(props) {
  return /* @__PURE__ */ jsx28("g", { children: props.levels.map((level) => /* @__PURE__ */ jsxs25("g", { children: [
    /* @__PURE__ */ jsx28("line", { class: "level", x1: MARGIN.left, x2: WIDTH - MARGIN.right, y1: props.y(level), y2: props.y(level) }),
    /* @__PURE__ */ jsx28("text", { x: MARGIN.left - 8, y: props.y(level) + 4, "text-anchor": "end", children: props.sayValue(level) })
  ] }, level)) });
}
function labelled(count2) {
  const every = Math.max(1, Math.ceil(count2 / 7));
  return (at2) => (count2 - 1 - at2) % every === 0;
}

// src/console/desk/figures.tsx
import { Fragment as Fragment8, jsx as jsx29, jsxs as jsxs26 } from "preact/jsx-runtime";
var SPANS = [7, 30, 90];
var MINUTE_MS4 = 6e4;
var COUNTS2 = [2, 4, 10, 20, 40, 100, 200, 400, 1e3, 2e3, 1e4];
var STRETCHES = [2, 10, 20, 60, 120, 240, 720, 1440, 2880, 14400].map((minutes2) => minutes2 * MINUTE_MS4);
function FiguresPart({ figures, days, drawing }) {
  const { say: say2, language: language2 } = drawing;
  const duration = (ms) => ms === void 0 ? say2("figures.no-data") : sayDuration(ms, LOCALE[language2]);
  const { yes, partly, no } = figures.rated;
  const rated = yes + partly + no;
  const cards = [
    ["waiting", figures.waiting],
    ["oldest", figures.waiting ? duration(figures.oldestMs) : say2("figures.nobody-waits")],
    ["held", figures.held],
    ["to-claim", duration(figures.toClaimMs)],
    ["to-close", duration(figures.toCloseMs)],
    ["satisfied", rated ? say2("figures.satisfied-of", { yes, partly, no, rated }) : say2("figures.no-data")]
  ];
  return /* @__PURE__ */ jsxs26(Fragment8, { children: [
    /* @__PURE__ */ jsx29(Spans, { days, drawing }),
    /* @__PURE__ */ jsx29("dl", { class: "figures", children: cards.map(([name2, value2]) => /* @__PURE__ */ jsxs26("div", { children: [
      /* @__PURE__ */ jsx29("dt", { children: say2(`figures.${name2}`) }),
      /* @__PURE__ */ jsx29("dd", { children: value2 })
    ] }, name2)) }),
    /* @__PURE__ */ jsxs26("div", { class: "plots", children: [
      /* @__PURE__ */ jsx29(
        BarPlot,
        {
          title: say2("figures.plot-asked"),
          days: figures.days.map(({ day: day3, asked }) => ({ day: day3, value: asked })),
          rounds: COUNTS2,
          sayValue: String,
          drawing
        }
      ),
      /* @__PURE__ */ jsx29(
        BarPlot,
        {
          title: say2("figures.plot-claim"),
          days: figures.days.map(({ day: day3, toClaimMs }) => ({ day: day3, value: toClaimMs })),
          rounds: STRETCHES,
          sayValue: duration,
          drawing
        }
      ),
      /* @__PURE__ */ jsx29(
        BarPlot,
        {
          title: say2("figures.plot-satisfied"),
          days: figures.days.map(({ day: day3, satisfied }) => ({ day: day3, value: satisfied })),
          rounds: [1],
          sayValue: (share) => sayShare(share, drawing),
          drawing
        }
      )
    ] }),
    /* @__PURE__ */ jsx29(DaysTable, { figures, drawing })
  ] });
}
function Spans({ days, drawing: { say: say2 } }) {
  return /* @__PURE__ */ jsx29("nav", { class: "filters", "aria-label": say2("figures.span"), children: /* @__PURE__ */ jsx29("ul", { children: SPANS.map((span) => /* @__PURE__ */ jsx29("li", { children: /* @__PURE__ */ jsx29("a", { href: `/desk/figures?days=${span}`, "aria-current": span === days ? "page" : void 0, children: say2("figures.days", { days: span }) }) }, span)) }) });
}

// src/console/desk/files.ts
async function readDeskFiles(assets) {
  const [words5, script, style] = await Promise.all([
    readWords2(`${FOLDER2}desk/words`),
    bundled2(`${FOLDER2}desk/browser/desk.ts`).then((content) => assets.add("desk.js", content)),
    bundled2(`${FOLDER2}desk/desk.css`).then((content) => assets.add("desk.css", content))
  ]);
  return { words: words5, script, style };
}

// src/console/desk/from-library.ts
var MOST4 = 6;
function passagesFor(words5, language2, library) {
  return library.search(words5, language2).hits.slice(0, MOST4).flatMap((hit) => {
    const passage = library.passages(hit.article, language2).find(({ id: id2 }) => id2 === hit.passage);
    if (!passage) return [];
    const { article, title, heading, sources } = passage;
    const [source2] = sources;
    const text2 = passage.text.replace(/\s*\[\d+\]/g, "");
    return [{ article, title, heading, text: text2, ...source2 ? { address: source2.address } : {} }];
  });
}
function addressOf(article, library) {
  return library.passages(article, ORIGINAL).flatMap(({ sources }) => sources)[0]?.address;
}

// src/console/desk/live.ts
var BEAT_MS = 2e4;
var LONGEST_MS = 15 * 6e4;
var GATHERED_MS = 250;
function openLive({ desk, news, now, onError }) {
  const endings = /* @__PURE__ */ new Set();
  return {
    stream: async (_request, response, { member, open: open2 }) => {
      const conversation = open2 === void 0 ? void 0 : await conversationOf2(open2);
      response.writeHead(200, {
        "Content-Type": "text/event-stream; charset=utf-8",
        "Cache-Control": "no-store",
        "X-Accel-Buffering": "no"
      });
      response.write("retry: 2000\n\n");
      const { tell, stop } = gathering((signal) => response.write(`event: ${signal}
data: 

`));
      const ends = [stop, news.follow("desk", () => tell("inbox"))];
      if (conversation) {
        ends.push(news.follow(conversation, () => tell("conversation")));
        ends.push(news.follow(`typing:person:${conversation}`, () => tell("typing")));
      }
      const beat = setInterval(() => {
        response.write(": here\n\n");
        desk.setPresence(member, {}, now()).catch(onError);
      }, BEAT_MS);
      const longest = Math.max(0, Math.min(LONGEST_MS, member.until.getTime() - now().getTime()));
      const over = setTimeout(() => end3(), longest);
      const end3 = () => {
        clearInterval(beat);
        clearTimeout(over);
        for (const each of ends.splice(0)) each();
        endings.delete(end3);
        response.end();
      };
      endings.add(end3);
      response.on("close", end3);
      response.on("error", end3);
      tell("inbox");
      if (conversation) tell("conversation");
    },
    close: () => {
      for (const end3 of [...endings]) end3();
    }
  };
  async function conversationOf2(escalation) {
    const items = await desk.inbox(now());
    return items.find((item) => item.escalation.id === escalation)?.escalation.conversation;
  }
}
function gathering(send2) {
  const waiting = /* @__PURE__ */ new Map();
  const tell = (signal) => {
    const before = waiting.get(signal);
    if (before) {
      before.again = true;
      return;
    }
    send2(signal);
    const timer = setTimeout(() => {
      const { again: again2 } = waiting.get(signal) ?? { again: false };
      waiting.delete(signal);
      if (again2) tell(signal);
    }, GATHERED_MS);
    waiting.set(signal, { timer, again: false });
  };
  return {
    tell,
    stop: () => {
      for (const { timer } of waiting.values()) clearTimeout(timer);
      waiting.clear();
    }
  };
}

// src/console/desk/filters.tsx
import { jsx as jsx30, jsxs as jsxs27 } from "preact/jsx-runtime";
function Filters({ items, drawing }) {
  const { wish, say: say2, member } = drawing;
  const count2 = (show2) => wishedFor(items, { ...wish, show: show2 }, member.id).length;
  return /* @__PURE__ */ jsxs27("nav", { class: "filters", "aria-label": say2("filters.heading"), children: [
    /* @__PURE__ */ jsx30("ul", { children: SHOWN3.map((show2) => /* @__PURE__ */ jsx30("li", { children: /* @__PURE__ */ jsx30("a", { href: `/desk${queryOf({ ...wish, show: show2 })}`, "aria-current": show2 === wish.show ? "page" : void 0, children: say2(`filters.${show2}`, { count: count2(show2) }) }) }, show2)) }),
    /* @__PURE__ */ jsxs27("form", { method: "get", action: "/desk", "data-sends-itself": true, children: [
      wish.show === "all" ? null : /* @__PURE__ */ jsx30("input", { type: "hidden", name: "show", value: wish.show }),
      /* @__PURE__ */ jsx30(
        Choice,
        {
          name: "language",
          drawing,
          chosen: wish.language,
          options: LANGUAGES.map((each) => ({ value: each, label: languageName(each, drawing) }))
        }
      ),
      /* @__PURE__ */ jsx30(
        Choice,
        {
          name: "reason",
          drawing,
          chosen: wish.reason,
          options: REASONS.map((each) => ({ value: each, label: say2(`reason.${each}`) }))
        }
      ),
      /* @__PURE__ */ jsx30("button", { type: "submit", class: "light without-script", children: say2("filters.apply") })
    ] })
  ] });
}
function Choice({ name: name2, chosen, options, drawing: { say: say2 } }) {
  return /* @__PURE__ */ jsxs27("div", { children: [
    /* @__PURE__ */ jsx30("label", { for: `wish-${name2}`, class: "unseen", children: say2(`filters.${name2}`) }),
    /* @__PURE__ */ jsxs27("select", { id: `wish-${name2}`, name: name2, children: [
      /* @__PURE__ */ jsx30("option", { value: "", selected: !chosen, children: say2(`filters.any-${name2}`) }),
      options.map(({ value: value2, label: label2 }) => /* @__PURE__ */ jsx30("option", { value: value2, selected: value2 === chosen, children: label2 }, value2))
    ] })
  ] });
}

// src/console/desk/inbox-item.tsx
import { jsx as jsx31, jsxs as jsxs28 } from "preact/jsx-runtime";
function Item({ item, drawing, open: open2 }) {
  const { escalation, unread } = item;
  const { id: id2, language: language2, reason: reason3, question: question2, askedAt } = escalation;
  const isOpen = id2 === open2;
  const classes = ["item", reason3, escalation.standing.is, ...unread ? ["unread"] : [], ...isOpen ? ["open"] : []];
  const answers2 = answersOf(item, drawing);
  return /* @__PURE__ */ jsxs28("li", { id: `request-${id2}`, class: classes.join(" "), "data-request": id2, "data-standing": escalation.standing.is, children: [
    /* @__PURE__ */ jsxs28("a", { href: `/desk/${id2}${queryOf(drawing.wish)}#who`, "aria-current": isOpen ? "true" : void 0, children: [
      /* @__PURE__ */ jsxs28("span", { class: "what", children: [
        /* @__PURE__ */ jsx31("strong", { children: answers2 || drawing.say("inbox.no-answers") }),
        /* @__PURE__ */ jsx31(Since, { at: askedAt, drawing })
      ] }),
      /* @__PURE__ */ jsx31("span", { class: "question", lang: LOCALE[language2], dir: direction(language2), children: question2 || drawing.say("inbox.no-question") }),
      /* @__PURE__ */ jsx31(Marks, { item, drawing })
    ] }),
    escalation.standing.is === "waiting" && open2 === void 0 ? /* @__PURE__ */ jsx31(Claim, { item, drawing }) : null
  ] });
}
function answersOf({ escalation: { situation: situation2 } }, drawing) {
  const wanted = ["trade", "where"].filter((name2) => (situation2[name2] ?? SKIPPED) !== SKIPPED);
  return drawing.inWords(Object.fromEntries(wanted.map((name2) => [name2, situation2[name2] ?? ""]))).map(({ answer: answer2 }) => answer2).join(", ");
}
function Marks({ item, drawing }) {
  const { escalation, place, late, unread } = item;
  const { say: say2 } = drawing;
  const marks = [
    { kind: "reason", words: say2(`reason.${escalation.reason}`) },
    { kind: "unread", words: unread ? say2("inbox.unread") : void 0 },
    { kind: "late", words: late ? say2("inbox.late") : void 0 },
    { kind: "language", words: languageName(escalation.language, drawing) },
    { kind: "place", words: place ? say2("inbox.place", { place }) : void 0 },
    { kind: "wanted", words: wantedBy(item, drawing) },
    { kind: "holder", words: holderOf(item, drawing) }
  ];
  return /* @__PURE__ */ jsx31("span", { class: "marks", children: marks.flatMap(
    ({ kind, words: words5 }) => words5 ? /* @__PURE__ */ jsx31("span", { class: `mark-${kind}`, children: words5 }, kind) : []
  ) });
}
function wantedBy({ escalation: { wanted } }, drawing) {
  if (!wanted) return void 0;
  return "counsellor" in wanted ? drawing.say("inbox.for", { whom: wanted.counsellor.name }) : drawing.say("inbox.for", { whom: languageName(wanted.language, drawing) });
}
function holderOf({ escalation }, { member, say: say2 }) {
  if (escalation.standing.is !== "held" || isHeldBy(escalation, member.id)) return void 0;
  return say2("inbox.held", { name: escalation.standing.by.name });
}
function Claim({ item: { escalation }, drawing }) {
  return /* @__PURE__ */ jsx31("form", { method: "post", action: `/desk/${escalation.id}/claim${queryOf(drawing.wish)}`, children: /* @__PURE__ */ jsx31("button", { type: "submit", class: "claim", children: drawing.say("claim") }) });
}

// src/console/desk/inbox.tsx
import { Fragment as Fragment9, jsx as jsx32, jsxs as jsxs29 } from "preact/jsx-runtime";
function Inbox({ items, drawing, open: open2 }) {
  const { member, say: say2, wish } = drawing;
  const shown = wishedFor(items, wish, member.id);
  const waiting = items.filter(({ escalation }) => escalation.standing.is === "waiting");
  const groups = [
    ["mine", shown.filter(({ escalation }) => isHeldBy(escalation, member.id))],
    ["waiting", shown.filter(({ escalation }) => escalation.standing.is === "waiting")],
    ["others", shown.filter(({ escalation }) => escalation.standing.is === "held" && !isHeldBy(escalation, member.id))]
  ];
  return /* @__PURE__ */ jsxs29(Fragment9, { children: [
    /* @__PURE__ */ jsx32("div", { id: "counts", "data-waiting": waiting.map(({ escalation }) => escalation.id).join(" ") }),
    /* @__PURE__ */ jsx32(Filters, { items, drawing }),
    shown.length === 0 ? /* @__PURE__ */ jsx32("p", { class: "quiet", children: say2(items.length ? "inbox.none-wished" : "inbox.none") }) : null,
    groups.map(
      ([name2, those]) => those.length ? /* @__PURE__ */ jsxs29("section", { id: `group-${name2}`, "aria-labelledby": `group-${name2}-heading`, children: [
        /* @__PURE__ */ jsx32("h3", { id: `group-${name2}-heading`, children: say2(`inbox.${name2}`, { count: those.length }) }),
        /* @__PURE__ */ jsx32("ol", { class: "requests", children: those.map((item) => /* @__PURE__ */ jsx32(Item, { item, drawing, ...open2 ? { open: open2 } : {} }, item.escalation.id)) })
      ] }, name2) : null
    )
  ] });
}

// src/console/desk/keys.tsx
import { jsx as jsx33, jsxs as jsxs30 } from "preact/jsx-runtime";
var KEYS = [
  { keys: ["j", "k", "\u2193", "\u2191"], does: "move" },
  { keys: ["Enter"], does: "open" },
  { keys: ["c"], does: "claim" },
  { keys: ["r"], does: "reply" },
  { keys: ["n"], does: "note" },
  { keys: ["Ctrl", "Enter"], does: "send", together: true },
  { keys: ["/"], does: "library" },
  { keys: ["Alt", "R"], does: "library", together: true },
  { keys: ["Alt", "P"], does: "ready", together: true },
  { keys: ["?"], does: "keys" }
];
function Keys({ drawing: { say: say2 } }) {
  return /* @__PURE__ */ jsxs30("dialog", { id: "keys", "aria-labelledby": "keys-heading", children: [
    /* @__PURE__ */ jsx33("h2", { id: "keys-heading", children: say2("keys.heading") }),
    /* @__PURE__ */ jsx33("dl", { children: KEYS.map(({ keys, does, ...more }) => /* @__PURE__ */ jsxs30("div", { children: [
      /* @__PURE__ */ jsx33("dt", { children: keys.map((key, at2) => /* @__PURE__ */ jsxs30("span", { children: [
        at2 ? "together" in more ? " + " : " " : "",
        /* @__PURE__ */ jsx33("kbd", { children: key === "Enter" ? say2("keys.enter") : key })
      ] }, key)) }),
      /* @__PURE__ */ jsx33("dd", { children: say2(`keys.${does}`) })
    ] }, keys.join())) }),
    /* @__PURE__ */ jsxs30("label", { class: "tick", children: [
      /* @__PURE__ */ jsx33("input", { type: "checkbox", id: "letter-keys", checked: true }),
      say2("keys.letters")
    ] }),
    /* @__PURE__ */ jsx33("form", { method: "dialog", children: /* @__PURE__ */ jsx33("button", { type: "submit", class: "light", children: say2("keys.close") }) })
  ] });
}

// src/console/desk/said-by-script.tsx
import { jsx as jsx34 } from "preact/jsx-runtime";
function SaidByScript({ drawing: { language: language2, now, say: say2 } }) {
  const words5 = {
    locale: LOCALE[language2],
    now: now.getTime(),
    newRequest: say2("script.new-request"),
    newWord: say2("script.new-word"),
    typing: say2("script.typing"),
    toFill: say2("script.to-fill"),
    fillFirst: say2("script.fill-first"),
    notSent: say2("script.not-sent"),
    lost: say2("script.lost"),
    back: say2("script.back"),
    soundOn: say2("script.sound-on"),
    soundOff: say2("script.sound-off")
  };
  const text2 = JSON.stringify(words5).replace(/</g, "\\u003c");
  return /* @__PURE__ */ jsx34("script", { type: "application/json", id: "script-words", dangerouslySetInnerHTML: { __html: text2 } });
}

// src/console/desk/page.tsx
import { Fragment as Fragment10, jsx as jsx35, jsxs as jsxs31 } from "preact/jsx-runtime";
function InboxPart({ items, colleagues, drawing, open: open2 }) {
  return /* @__PURE__ */ jsxs31(Fragment10, { children: [
    /* @__PURE__ */ jsx35(Presence, { colleagues, drawing }),
    /* @__PURE__ */ jsx35("h2", { id: "inbox-heading", class: "unseen", children: drawing.say("inbox.heading") }),
    /* @__PURE__ */ jsx35(Inbox, { items, drawing, ...open2 ? { open: open2 } : {} })
  ] });
}
function DeskPage(props) {
  const { drawing, shown, open: open2 } = props;
  const { wish } = drawing;
  const live = `/desk/live${queryOf({ show: "all" }, open2 ? { of: open2 } : {})}`;
  return /* @__PURE__ */ jsxs31("main", { id: "main", tabindex: -1, class: shown ? "desk one-open" : "desk", "hx-ext": "sse, morph", "sse-connect": live, children: [
    /* @__PURE__ */ jsx35(DeskHead, { drawing }),
    /* @__PURE__ */ jsx35(
      "section",
      {
        id: "inbox",
        class: "inbox",
        "aria-labelledby": "inbox-heading",
        "hx-get": `/desk/inbox${queryOf(wish, open2 ? { open: open2 } : {})}`,
        "hx-trigger": "sse:inbox, every 60s",
        "hx-target": "this",
        "hx-swap": "morph:innerHTML",
        children: /* @__PURE__ */ jsx35(InboxPart, { ...props })
      }
    ),
    shown && open2 ? /* @__PURE__ */ jsx35(
      "section",
      {
        id: "conversation",
        class: "conversation",
        "aria-labelledby": "who",
        "hx-get": `/desk/${open2}/part${queryOf(wish)}`,
        "hx-trigger": "sse:conversation, sse:inbox",
        "hx-target": "this",
        "hx-swap": "morph:innerHTML",
        children: /* @__PURE__ */ jsx35(ConversationPart, { ...shown })
      }
    ) : /* @__PURE__ */ jsx35(Nothing, { drawing }),
    /* @__PURE__ */ jsx35(Announced, { drawing }),
    /* @__PURE__ */ jsx35(Keys, { drawing })
  ] });
}
function DeskHead({ drawing: { say: say2 } }) {
  return /* @__PURE__ */ jsxs31("div", { class: "desk-head", children: [
    /* @__PURE__ */ jsx35("h1", { children: say2("title") }),
    /* @__PURE__ */ jsxs31("ul", { children: [
      /* @__PURE__ */ jsx35("li", { children: /* @__PURE__ */ jsx35("a", { href: "/desk/figures", children: say2("figures.link") }) }),
      /* @__PURE__ */ jsx35("li", { class: "needs-script", children: /* @__PURE__ */ jsx35("button", { id: "sound", type: "button", class: "plain", "aria-pressed": "false", children: say2("script.sound-off") }) }),
      /* @__PURE__ */ jsx35("li", { class: "needs-script keyboard", children: /* @__PURE__ */ jsxs31("button", { id: "show-keys", type: "button", class: "plain", children: [
        say2("keys.heading"),
        " ",
        /* @__PURE__ */ jsx35("kbd", { children: "?" })
      ] }) })
    ] })
  ] });
}
function Nothing({ drawing: { say: say2 } }) {
  return /* @__PURE__ */ jsxs31("section", { class: "conversation nothing", "aria-labelledby": "nothing-heading", children: [
    /* @__PURE__ */ jsx35("h2", { id: "nothing-heading", children: say2("nothing.heading") }),
    /* @__PURE__ */ jsx35("p", { children: say2("nothing.text") }),
    /* @__PURE__ */ jsx35("p", { class: "needs-script keyboard", children: say2("nothing.keys") })
  ] });
}
function Announced({ drawing }) {
  return /* @__PURE__ */ jsxs31("div", { class: "announced", children: [
    /* @__PURE__ */ jsx35("p", { id: "announce", class: "unseen", "aria-live": "polite" }),
    /* @__PURE__ */ jsx35("p", { id: "trouble", class: "trouble", role: "alert", hidden: true }),
    /* @__PURE__ */ jsx35("p", { id: "typing", class: "typing", role: "status", "hx-trigger": "sse:typing" }),
    /* @__PURE__ */ jsx35(SaidByScript, { drawing })
  ] });
}
function OtherPage({ title, drawing, children }) {
  return /* @__PURE__ */ jsxs31("main", { id: "main", tabindex: -1, class: "desk-other", children: [
    /* @__PURE__ */ jsx35("p", { children: /* @__PURE__ */ jsx35("a", { href: `/desk${queryOf(drawing.wish)}`, children: drawing.say("conversation.back") }) }),
    /* @__PURE__ */ jsx35("h1", { children: title }),
    children
  ] });
}

// src/console/desk/presence-form.ts
function readPresence(fields) {
  const presence = PRESENCES.find((each) => each === fields.get("presence"));
  const ticked = fields.getAll("languages");
  const languages = LANGUAGES.filter((each) => ticked.includes(each));
  return { ...presence ? { presence } : {}, ...languages.length ? { languages } : {} };
}

// src/console/desk/refusal.ts
function sayRefusal(because, { say: say2 }) {
  if (because.why === "held") return say2("refused.held", { name: because.by.name });
  if (because.why === "not-yours")
    return because.by ? say2("refused.not-yours", { name: because.by.name }) : say2("refused.nobodys");
  return say2(`refused.${because.why}`);
}

// src/console/desk/show.tsx
import { randomUUID as randomUUID7 } from "node:crypto";
import { Fragment as Fragment11, jsx as jsx36, jsxs as jsxs32 } from "preact/jsx-runtime";
function drawingOf(visit, query, files, pages) {
  const { language: language2, member } = visit;
  const now = pages.now();
  return {
    language: language2,
    say: (name2, words5) => files.words.say(name2, language2, words5),
    member: { id: member.id, name: member.name },
    now,
    timeZone: pages.hours(now).timeZone,
    wish: readWish(query),
    inWords: (situation2) => toldOf(Object.keys(situation2), situation2, language2, { ...pages, library: pages.library() }),
    articleAddress: (article) => addressOf(article, pages.library())
  };
}
function headOf({ script, style }, { nonce }) {
  return /* @__PURE__ */ jsxs32(Fragment11, { children: [
    /* @__PURE__ */ jsx36("link", { rel: "stylesheet", href: style.address, nonce }),
    /* @__PURE__ */ jsx36(
      "meta",
      {
        name: "htmx-config",
        content: '{"includeIndicatorStyles":false,"allowEval":false,"timeout":20000,"historyEnabled":false,"defaultSettleDelay":0,"responseHandling":[{"code":"204","swap":false},{"code":"[23]..","swap":true},{"code":"409|422","swap":true,"error":true},{"code":"...","swap":false,"error":true}]}'
      }
    ),
    /* @__PURE__ */ jsx36("script", { defer: true, src: script.address, nonce })
  ] });
}
async function shownOf(opened2, drawing, { desk, canned }, refused) {
  return {
    opened: opened2,
    drawing,
    colleagues: await desk.colleagues(drawing.now),
    replies: canned(drawing.now),
    keys: { reply: randomUUID7(), note: randomUUID7() },
    ...refused ? { refused } : {}
  };
}
async function deskPageOf(drawing, { desk }, shown) {
  const items = await desk.inbox(drawing.now);
  const colleagues = shown?.colleagues ?? await desk.colleagues(drawing.now);
  const waiting = items.filter(({ escalation }) => escalation.standing.is === "waiting").length;
  const name2 = shown ? `${titleOf(shown.opened, drawing)} \u2013 ${drawing.say("title")}` : drawing.say("title");
  const open2 = shown ? { open: shown.opened.escalation.id, shown } : {};
  return {
    title: waiting ? `(${waiting}) ${name2}` : name2,
    children: /* @__PURE__ */ jsx36(DeskPage, { items, colleagues, drawing, ...open2 })
  };
}

// src/console/desk/routes.tsx
import { jsx as jsx37, jsxs as jsxs33 } from "preact/jsx-runtime";
function deskRoutes(server, console2, pages) {
  const { desk, now } = pages;
  const live = openLive(pages);
  const files = readDeskFiles(console2.assets);
  files.catch(pages.onError);
  const get = (path, handler) => server.get(path, guarded2(handler));
  const post = (path, handler) => server.post(path, guarded2(handler));
  function guarded2(handler) {
    return console2.guard(
      "counsellor",
      async (request, response, visit) => handler(request, response, visit, await files)
    );
  }
  get("/desk", async (request, response, visit, files2) => {
    await desk.setPresence(visit.member, {}, now());
    const drawing = drawingOf(visit, request.query, files2, pages);
    await sendPage2(response, visit, files2, await deskPageOf(drawing, pages));
  });
  get("/desk/inbox", async (request, response, visit, files2) => {
    const drawing = drawingOf(visit, request.query, files2, pages);
    const [items, colleagues] = await Promise.all([desk.inbox(drawing.now), desk.colleagues(drawing.now)]);
    const open2 = z27.string().optional().catch(void 0).parse(request.query?.open);
    const part = /* @__PURE__ */ jsx37(InboxPart, { items, colleagues, drawing, ...open2 ? { open: open2 } : {} });
    sendPart(response, 200, renderToString3(part));
  });
  get("/desk/live", async (request, response, { member }) => {
    const open2 = z27.string().optional().catch(void 0).parse(request.query?.of);
    await live.stream(request, response, { member, ...open2 ? { open: open2 } : {} });
  });
  get("/desk/search", async (request, response, visit, files2) => {
    const query = z27.string().max(300).catch("").parse(request.query?.q);
    const language2 = isLanguage(request.query?.language) ? request.query.language : visit.language;
    const drawing = drawingOf(visit, void 0, files2, pages);
    const found = query.trim() ? passagesFor(query, language2, pages.library()) : [];
    const part = /* @__PURE__ */ jsx37(FoundPassages, { found, language: language2, query, drawing });
    if (isByHtmx(request)) return sendPart(response, 200, renderToString3(part));
    const title = drawing.say("library.heading");
    const children = /* @__PURE__ */ jsxs33(OtherPage, { title, drawing, children: [
      /* @__PURE__ */ jsx37(SearchForm, { spoken: language2, drawing, query }),
      /* @__PURE__ */ jsx37("div", { id: "found", children: part })
    ] });
    await sendPage2(response, visit, files2, { title, children });
  });
  get("/desk/figures", async (request, response, visit, files2) => {
    const days = z27.coerce.number().pipe(z27.literal(SPANS)).catch(30).parse(request.query?.days);
    const drawing = drawingOf(visit, void 0, files2, pages);
    const title = drawing.say("figures.heading");
    const children = /* @__PURE__ */ jsx37(OtherPage, { title, drawing, children: /* @__PURE__ */ jsx37(FiguresPart, { figures: await desk.figures(now(), days), days, drawing }) });
    await sendPage2(response, visit, files2, { title, children });
  });
  get("/desk/:escalation", async (request, response, visit, files2) => {
    await desk.setPresence(visit.member, {}, now());
    await showConversation(request, response, visit, files2, 200);
  });
  get("/desk/:escalation/part", async (request, response, visit, files2) => {
    await showConversation(request, response, visit, files2, 200, { partOnly: true });
  });
  post("/desk/presence", async (request, response, { member }) => {
    await desk.setPresence(member, readPresence(formOf(request)), now());
    redirect(response, `/desk${queryOf(readWish(request.query))}`);
  });
  post("/desk/:escalation/typing", async (request, response, { member }) => {
    await desk.typing(request.params.escalation, member);
    response.writeHead(204);
    response.end();
  });
  for (const [act, { focuses, does }] of Object.entries(DEEDS)) {
    post(`/desk/:escalation/${act}`, async (request, response, visit, files2) => {
      const id2 = request.params.escalation;
      const fields = formOf(request);
      const by2 = { id: visit.member.id, name: visit.member.name };
      const { say: say2 } = drawingOf(visit, request.query, files2, pages);
      const refuse3 = (sentence, status2) => {
        const refused = { sentence, act, text: textOf({ fields }) };
        return showConversation(request, response, visit, files2, status2, { refused, partOnly: isByHtmx(request) });
      };
      try {
        const done = await does({ desk, id: id2, by: by2, fields, newKey: randomUUID8(), now: now() });
        if (done.is === "refused") return refuse3(sayRefusal(done.because, { say: say2 }), statusOf(done.because.why));
      } catch (error) {
        if (error instanceof WrongForm) return refuse3(say2("refused.form"), 422);
        throw error;
      }
      if (isByHtmx(request)) return showConversation(request, response, visit, files2, 200, { partOnly: true, focuses });
      redirect(response, `/desk/${id2}${queryOf(readWish(request.query))}#${focuses}`);
    });
  }
  async function showConversation(request, response, visit, files2, status2, { refused, partOnly, focuses } = {}) {
    const drawing = drawingOf(visit, request.query, files2, pages);
    const { id: id2, name: name2 } = visit.member;
    const opened2 = await desk.open(request.params.escalation, { id: id2, name: name2 }, drawing.language, drawing.now);
    if (!opened2) {
      const title = drawing.say("unknown.title");
      const words5 = /* @__PURE__ */ jsx37("p", { children: drawing.say("unknown.text") });
      if (partOnly) return sendPart(response, 404, renderToString3(words5));
      const children = /* @__PURE__ */ jsx37(OtherPage, { title, drawing, children: words5 });
      return sendPage2(response, visit, files2, { title, children, status: 404 });
    }
    const shown = await shownOf(opened2, drawing, pages, refused);
    if (partOnly) return sendPart(response, status2, renderToString3(/* @__PURE__ */ jsx37(ConversationPart, { ...shown })), focuses);
    await sendPage2(response, visit, files2, { ...await deskPageOf(drawing, pages, shown), status: status2 });
  }
  function sendPage2(response, visit, files2, page) {
    return console2.page(response, visit, { head: headOf(files2, visit), bodyClass: "at-desk", ...page });
  }
  return { close: live.close };
}
function statusOf(why2) {
  if (why2 === "unknown") return 404;
  return ["empty", "too-long", "placeholder"].includes(why2) ? 422 : 409;
}
function isByHtmx(request) {
  return request.headers["hx-request"] === "true";
}
function sendPart(response, status2, html, focuses) {
  const focus = focuses ? { "Then-Focus": focuses } : {};
  response.writeHead(status2, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", ...focus });
  response.end(html);
}
function redirect(response, to) {
  response.writeHead(303, { Location: to, "Cache-Control": "no-store" });
  response.end();
}

// src/desk/canned-file.ts
import { z as z28 } from "zod";
var REPLIES_FILE = "desk/replies.yaml";
var text = z28.string({ error: "a text is missing" }).trim().min(1, "a text is empty").max(1500, "a reply has 1500 characters at most");
var digest2 = z28.string().regex(/^[0-9a-f]{12}$/, "it is no digest; \xAB npm run check \xBB says which one to write");
var replyShape = z28.strictObject({
  id: z28.string().regex(/^[a-z0-9-]+$/, "an identifier has small letters without accents, digits and hyphens"),
  title: z28.strictObject({ fr: text, en: text }),
  fr: text,
  en: text.optional(),
  es: text.optional(),
  ar: text.optional(),
  /** For each translation, the digest of the French that it translates. */
  translates: z28.strictObject({ en: digest2, es: digest2, ar: digest2 }).partial().default({})
});
var repliesShape = z28.strictObject({ replies: z28.array(replyShape) });
var isTranslation = (language2) => language2 !== ORIGINAL;
var FACT = /\d{3}|\d\s*\$|\$\s*\d|https?:|\bwww\.|@/;
function readCanned(path) {
  const { file, text: whole, findings } = readStaffFile(path);
  if (whole === void 0) return { findings };
  const wrong = [];
  const read3 = readYaml(whole, repliesShape, file, wrong);
  if (!read3) return { findings: withLines(wrong, whole) };
  const made4 = read3.replies.map((reply2, at2) => {
    const ofReply = faultsOf(reply2, read3.replies.slice(0, at2));
    for (const { field, ...fault } of ofReply) {
      const place = field ? `replies.${at2}.${field}` : `replies.${at2}`;
      wrong.push({ severity: "error", ...fault, file, place });
    }
    const leftOut = ofReply.map(({ field }) => field);
    return cannedOf(reply2, (language2) => !leftOut.includes(language2) && !leftOut.includes(`translates.${language2}`));
  });
  return { made: made4.filter(({ id: id2 }, at2) => !isRepeated(id2, made4.slice(0, at2))), findings: withLines(wrong, whole) };
}
function followCanned(path, trouble) {
  return followFile(path, readCanned, [], trouble);
}
function cannedOf(reply2, keeps) {
  const { id: id2, title, fr } = reply2;
  const texts = {};
  for (const language2 of LANGUAGES.filter(isTranslation))
    if (reply2[language2] && keeps(language2)) texts[language2] = reply2[language2];
  return { id: id2, title, text: { fr, ...texts } };
}
function faultsOf(reply2, above) {
  const faults = [];
  if (isRepeated(reply2.id, above))
    faults.push({
      field: "id",
      rule: "same-reply-id",
      sentence: `Two replies are called \xAB ${reply2.id} \xBB; only the first is shown.`,
      remedy: "Give each its own identifier."
    });
  const present = digestOf(reply2.fr);
  for (const language2 of LANGUAGES) {
    const words5 = reply2[language2];
    if (!words5) {
      faults.push({
        severity: "warning",
        rule: "missing-language",
        sentence: `The reply \xAB ${reply2.id} \xBB cannot be given in \xAB ${language2} \xBB.`,
        remedy: "Translate it, and say under \xAB translates \xBB which French it follows."
      });
      continue;
    }
    if (FACT.test(words5))
      faults.push({
        field: language2,
        rule: "written-twice",
        sentence: `The reply \xAB ${reply2.id} \xBB holds a figure or an address.`,
        remedy: "Put a {placeholder} in its place, or let the counsellor insert the article."
      });
    if (!isTranslation(language2)) continue;
    if (names(words5) !== names(reply2.fr))
      faults.push({
        field: language2,
        rule: "placeholders-differ",
        sentence: `The reply \xAB ${reply2.id} \xBB does not hold the same {placeholders} in \xAB ${language2} \xBB as in French.`,
        remedy: "Write them as in the French; their names are not translated."
      });
    if (reply2.translates[language2] !== present)
      faults.push({
        field: `translates.${language2}`,
        rule: "stale-translation",
        sentence: `The reply \xAB ${reply2.id} \xBB does not say in \xAB ${language2} \xBB that it follows the present French; only the French is shown.`,
        remedy: `Read it against the French, then write ${language2}: "${present}" under \xAB translates \xBB.`
      });
  }
  return faults;
}
function isRepeated(id2, above) {
  return above.some((other) => other.id === id2);
}
function names(words5) {
  return [...placeholdersIn(words5)].sort().join();
}

// src/staff-doors.ts
function staffDoors(server, house, settings, around) {
  const { store, shelf, phrases, desk, hours: hours2 } = house;
  const { now, onError, trouble, print } = around;
  const common = openConsole(server, { settings, audit: store.escalations.audit, now, onError, print });
  const canned = followCanned(`${HOUSE2}knowledge/${REPLIES_FILE}`, trouble);
  const pages = deskRoutes(server, common, {
    desk,
    shelf,
    phrases,
    library: () => house.library,
    canned,
    hours: hours2,
    news: store.news,
    now,
    onError
  });
  return { printLinks: common.printLinks, close: pages.close };
}

// src/tending.ts
var EVERY_MS2 = 5e3;
var GATHER_MS = 150;
function openTending({
  desk,
  news,
  now,
  onError
}) {
  let gathering2;
  let underWay = Promise.resolve();
  let closed2 = false;
  const tend = () => {
    gathering2 = void 0;
    underWay = underWay.then(async () => {
      if (!closed2) await desk.tend(now()).catch(onError);
    });
  };
  const soon = () => {
    if (!closed2) gathering2 ??= setTimeout(tend, GATHER_MS);
  };
  const stopFollowing = news.follow("desk", soon);
  const timer = setInterval(soon, EVERY_MS2);
  timer.unref();
  soon();
  return {
    close: () => {
      closed2 = true;
      stopFollowing();
      clearInterval(timer);
      clearTimeout(gathering2);
      return underWay;
    }
  };
}

// src/main.ts
var HOUR_MS2 = 60 * 60 * 1e3;
var LEFT_MS = 60 * 1e3;
async function open(settings, { now = () => /* @__PURE__ */ new Date(), print = console.log } = {}) {
  const log = pino2({ level: settings.logLevel });
  const onError = (error) => log.error({ err: error }, "something failed");
  const metrics = openMetrics();
  const report = ({ error, ...turn }) => {
    metrics.turn(turn);
    if (error === void 0) log.info(turn, "turn");
    else log.error({ ...turn, err: error }, "turn failed");
  };
  const trouble = (sentence, error) => log.error({ err: error }, sentence);
  const house = await openHouse({ ...settings, hasDesk: hasDesk(settings) }, report, now, trouble, metrics.call);
  const { store, phrases, shelf, hearing } = house;
  metrics.watch(() => house.library);
  const forget2 = () => {
    forgetQuiet(store.conversations, now(), settings.retentionDays).then(
      (gone) => gone && log.info({ gone }, "erased what was kept long enough"),
      onError
    );
  };
  const tokens2 = openTokens(settings.sessionSecret, now);
  const streams = openStreams({ ...store, tokens: tokens2, now, onError });
  const hub = byAddress(house.desk, store, now);
  const line2 = {
    tokens: tokens2,
    hearing,
    conversations: store.conversations,
    deliveries: store.deliveries,
    news: store.news,
    hub,
    publicUrl: settings.publicUrl,
    now,
    onError,
    ...settings.directLineSecret ? { secret: settings.directLineSecret } : {}
  };
  let staff;
  const channels = whenNeeded(() => channelsOf(house, settings, hub, now, onError));
  const server = openServer({
    log,
    metrics: metrics.registry,
    ready: store.ready,
    routes: (routes) => {
      routes.post("/api/messages", async (request, response) => (await channels()).door(request, response));
      if (settings.hub) hubDoor(routes, { secret: settings.hub.secret, hub, ...store, onError });
      directLineDoor(routes, line2);
      pageRoutes(routes, { settings, phrases, library: () => house.library, newToken: () => newToken(line2), onError });
      planRoutes(routes, {
        settings,
        phrases,
        shelf,
        library: () => house.library,
        tokens: openPlanTokens(settings.sessionSecret),
        conversation: store.conversations.get,
        now,
        onError
      });
      staff = staffDoors(routes, house, settings, { now, onError, trouble, print });
    },
    upgrade: streams.upgrade
  });
  await new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(settings.port, resolve);
  });
  const tending = openTending({ desk: house.desk, news: store.news, now, onError });
  const forgetting = setInterval(forget2, HOUR_MS2);
  forgetting.unref();
  forget2();
  warmUp(house, channels).catch(onError);
  const embedding = house.model && openEmbedding({
    reading: house.reading,
    model: house.model,
    ...store,
    embedded: (count2) => log.info(count2, "embedded what was published"),
    onError
  });
  const resume = () => {
    hearing.resume().then((left) => left && log.info({ left }, "answered what was left"), onError);
  };
  const resuming = setInterval(resume, LEFT_MS);
  resuming.unref();
  resume();
  return {
    url: settings.publicUrl,
    printLinks: () => staff?.printLinks(),
    close: async () => {
      clearInterval(forgetting);
      clearInterval(resuming);
      const closed2 = new Promise((resolve) => server.close(() => resolve()));
      streams.close();
      staff?.close();
      await tending.close();
      await embedding?.close();
      await (await channels()).close();
      await hearing.quiet();
      server.server.closeIdleConnections?.();
      setTimeout(() => server.server.closeAllConnections?.(), 2e3).unref();
      await closed2;
      await hearing.quiet();
      await store.close();
    }
  };
}
async function channelsOf(house, settings, hub, now, onError) {
  const { openChannels } = await import("./open-AE6ICMDD.js");
  return openChannels({
    identity: settings.bot,
    hearing: house.hearing,
    desk: house.desk,
    hub,
    store: house.store,
    publicUrl: settings.publicUrl,
    ...settings.deskInTeams ? { counsellorsAt: settings.deskInTeams } : {},
    ...settings.hub ? { outsideHub: settings.hub } : {},
    newId: randomUUID9,
    now,
    onError
  });
}
function whenNeeded(make2) {
  let made4;
  return () => {
    made4 ??= make2();
    return made4;
  };
}
async function warmUp({ library, shelf, model }, channels) {
  for (const language2 of LANGUAGES) {
    await setImmediate();
    library.warm(language2);
  }
  await setImmediate();
  shelf.occupations.recognise("", ORIGINAL);
  await channels();
  if (model) await import("./langchain-LCCWTB7E.js");
}
async function main() {
  const settings = readSettings(environment());
  const house = await open(settings);
  console.log(`chat ${house.url}`);
  house.printLinks();
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT"]) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      house.close().then(
        () => process.exit(0),
        () => process.exit(1)
      );
    });
  }
}
if (process.argv[1] === fileURLToPath4(import.meta.url)) {
  main().catch((error) => {
    console.error(
      error instanceof WrongSetting ? error.message : `Passerelle could not start: ${error instanceof Error ? error.message : error}`
    );
    process.exit(1);
  });
}
export {
  open
};
//# sourceMappingURL=main.js.map
