import {
  ASSISTANT,
  CLOSINGS,
  SHOWN_MS,
  TOLD_EVERY_MS,
  counsellorTyping,
  initiateActivity,
  initiated,
  isSeenTyping,
  isStatus,
  paced,
  personTyping,
  readActivity,
  renderReply,
  sharedBefore,
  takeStatus,
  typeset
} from "./chunk-IDXNKQKT.js";
import {
  LOCALE
} from "./chunk-Q4ZZZAQO.js";

// src/channel/bot.ts
import { ActivityHandler, ActivityTypes, DeliveryModes, TurnContext } from "botbuilder";

// src/channel/delivered.ts
var REMEMBERED_MS = 5 * 60 * 1e3;
function rememberDelivered(now) {
  const known = /* @__PURE__ */ new Map();
  return {
    once: (activity, deliver) => {
      const moment = now().getTime();
      for (const [old, { since }] of known) {
        if (moment - since < REMEMBERED_MS) break;
        known.delete(old);
      }
      const before = known.get(activity);
      if (before) return before.done;
      const done = deliver();
      known.set(activity, { since: moment, done });
      done.catch(() => known.delete(activity));
      return done;
    }
  };
}

// src/channel/bot.ts
function makeBot(hearing, now, newId, desk) {
  const bot = new ActivityHandler();
  const delivered = rememberDelivered(now);
  const isTime = paced(TOLD_EVERY_MS, now);
  const toDesk = async (context, { conversations, news, counsellors, ...others }) => {
    const { activity } = context;
    if (counsellors?.isTheirs(activity)) {
      const take = async () => {
        const { say, invoke } = await counsellors.take(activity);
        if (invoke) await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: invoke });
        if (say) await context.sendActivity(addressed({ type: "message", text: say, locale: "fr-CA" }, activity));
      };
      if (activity.type === ActivityTypes.Invoke || !activity.id) await take();
      else await delivered.once(JSON.stringify(["counsellors", activity.conversation.id, activity.id]), take);
      return true;
    }
    if (isStatus(activity)) {
      await takeStatus(activity, { conversations, ...others });
      return true;
    }
    if (activity.type !== ActivityTypes.Typing || !activity.conversation?.id) return false;
    const typing = await conversations.find({ channel: activity.channelId, conversation: activity.conversation.id });
    if (typing && isSeenTyping(typing) && isTime(typing.id)) news.tell(personTyping(typing.id));
    return true;
  };
  const toCounter = async (context) => {
    const { activity } = context;
    const read = readActivity(activity, now(), newId, wayBackOf(activity));
    if (read.is !== "heard") return;
    const { address, activityId } = read.incoming;
    const answer = async () => {
      const heard = await hearing.note(read.incoming);
      const entries = await hearing.answersTo(heard);
      const replies = entries.flatMap(
        ({ reply, answers }) => reply && !reply.event ? [renderReply(reply, activity.channelId, answers)] : []
      );
      if (replies.length) await context.sendActivities(replies.map((reply) => addressed(reply, activity)));
    };
    if (activity.deliveryMode === DeliveryModes.ExpectReplies) await answer();
    else await delivered.once(JSON.stringify([address.channel, address.conversation, activityId]), answer);
  };
  bot.onTurn(async (context, next) => {
    if (!(desk && await toDesk(context, desk))) await toCounter(context);
    if (context.activity.type !== ActivityTypes.Invoke) await next();
  });
  return bot;
}
function addressed(reply, to) {
  return to.id ? { ...reply, replyToId: to.id } : reply;
}
function wayBackOf(activity) {
  const { activityId: _, locale: __, ...reference } = TurnContext.getConversationReference(activity);
  return reference;
}

// src/channel/next-try.ts
var SECOND = 1e3;
var MINUTE = 60 * SECOND;
var OVER_AN_HOUR = [
  5 * SECOND,
  15 * SECOND,
  MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE
];
function nextTry(failures, now, waits = OVER_AN_HOUR, atLeastMs = 0) {
  const wait = waits[failures - 1];
  return wait === void 0 ? void 0 : new Date(now.getTime() + Math.max(wait, atLeastMs));
}

// src/channel/rounds.ts
function openRounds(round, everyMs, onError) {
  let underWay;
  let wanted = false;
  let onTime = false;
  let closed = false;
  const begin = () => {
    if (closed || underWay || !wanted) return;
    const itsTime = onTime;
    wanted = false;
    onTime = false;
    underWay = round(itsTime).catch(onError).finally(() => {
      underWay = void 0;
      begin();
    });
  };
  const call = () => {
    wanted = true;
    begin();
  };
  const clock = setInterval(() => {
    onTime = true;
    call();
  }, everyMs);
  clock.unref();
  return {
    call,
    close: async () => {
      closed = true;
      clearInterval(clock);
      await underWay;
    }
  };
}

// src/channel/voice.ts
var NotSent = class extends Error {
  constructor(message, forGood, waitMs = 0) {
    super(message);
    this.forGood = forGood;
    this.waitMs = waitMs;
    delete this.stack;
  }
  forGood;
  waitMs;
};

// src/channel/deliver.ts
var EVERY_MS = 5e3;
var AT_ONCE = 16;
function openDelivery(delivering) {
  const { deliveries, news, now, onError, everyMs = EVERY_MS } = delivering;
  const underWay = /* @__PURE__ */ new Set();
  const rounds = openRounds(takeMore, everyMs, onError);
  async function takeMore() {
    const room = AT_ONCE - underWay.size;
    if (room <= 0) return;
    for (const due of await deliveries.take("all-but-directline", now(), room)) {
      const delivered = deliverOne(due, delivering).catch(onError).finally(() => {
        underWay.delete(delivered);
        rounds.call();
      });
      underWay.add(delivered);
    }
  }
  const stopFollowing = news.follow("deliveries", rounds.call);
  rounds.call();
  return {
    close: async () => {
      stopFollowing();
      await rounds.close();
      await Promise.all(underWay);
    }
  };
}
async function deliverOne(due, { deliveries, conversations, voice, now }) {
  const { position } = due;
  const conversation = await conversations.get(due.conversation);
  if (!conversation) return;
  const [entry] = await conversations.entries(due.conversation, position - 1, 1);
  if (entry?.position === position && entry.reply && !entry.reply.event) {
    try {
      await voice.send(conversation.wayBack, rendered(entry.reply, conversation.address.channel));
    } catch (error) {
      const { message, forGood, waitMs } = error instanceof NotSent ? error : UNFORESEEN;
      const next = forGood ? void 0 : nextTry(due.tries + 1, now(), void 0, waitMs);
      await deliveries.missed(due.conversation, position, message, next);
      if (!(error instanceof NotSent)) throw error;
      return;
    }
  }
  await deliveries.reached(due.conversation, position);
}
var UNFORESEEN = { message: "Le message n'a pas pu \xEAtre envoy\xE9.", forGood: false, waitMs: 0 };
function rendered(reply, channel) {
  return renderReply(
    reply.counsellor ? { ...reply, text: `**${reply.counsellor.replaceAll("*", "")}**

${reply.text}` } : reply,
    channel
  );
}

// src/channel/in-line.ts
var EVERY_MS2 = 5e3;
var AT_ONCE2 = 4;
var IN_HAND_MS = 6e4;
var HOUR_MS = 60 * 60 * 1e3;
function keepInLine(outside, resources) {
  const { postings, escalations, news, now, onError, everyMs = EVERY_MS2 } = resources;
  const { place, waits = OVER_AN_HOUR } = outside;
  const settled = /* @__PURE__ */ new Map();
  const bringInLine = async (id) => {
    const taken = await postings.take(id, place, now());
    if (!taken) return;
    const escalation = await escalations.get(id);
    if (!escalation) return clear(taken);
    let kept = taken;
    const keep = async (done) => {
      kept = done;
      await postings.put(done, new Date(now().getTime() + IN_HAND_MS));
    };
    try {
      const done = await outside.tend(taken, escalation, keep);
      await postings.put({ ...done, tries: 0 }, now());
      settled.set(id, escalation.version);
    } catch (error) {
      onError(error);
      const failed = { ...kept, tries: kept.tries + 1 };
      await postings.put(failed, nextTry(failed.tries, now(), waits) ?? new Date(now().getTime() + HOUR_MS));
      await outside.missed?.(failed, escalation);
    }
  };
  const clear = async (posting) => {
    await outside.clear(posting);
    await postings.drop(posting.escalation, place);
    settled.delete(posting.escalation);
  };
  const round = async (onTime) => {
    const open = new Map((await escalations.open()).map((escalation) => [escalation.id, escalation]));
    const left = (await postings.left(place)).map(({ escalation }) => escalation).filter((id) => !open.has(id));
    for (const id of settled.keys()) if (!open.has(id)) settled.delete(id);
    const changed = [...open.values()].filter(
      (each) => settled.get(each.id) !== each.version || onTime && outside.mayChange(each)
    );
    const due = [...changed.map(({ id }) => id), ...left];
    for (let at = 0; at < due.length; at += AT_ONCE2)
      await Promise.all(due.slice(at, at + AT_ONCE2).map((id) => bringInLine(id).catch(onError)));
  };
  const rounds = openRounds(round, everyMs, onError);
  const stopFollowing = news.follow("desk", rounds.call);
  rounds.call();
  return {
    close: async () => {
      stopFollowing();
      await rounds.close();
    }
  };
}

// src/channel/hub/post-to-hub.ts
var ATTEMPT_MS = 5e3;
async function postToHub(activity, { url, secret }) {
  let status;
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${secret}` },
      body: JSON.stringify(activity),
      // The secret goes nowhere else.
      redirect: "error",
      signal: AbortSignal.timeout(ATTEMPT_MS)
    });
    await answer.body?.cancel();
    status = answer.status;
  } catch {
    throw new NotSent("Le centre de contact n'a pas pu \xEAtre joint.", false);
  }
  if (status < 200 || status > 299)
    throw new NotSent(`Le centre de contact n'a pas pris le message (${status}).`, false);
}

// src/channel/hub/out.ts
var WAITS = [5e3, 1e4];
var TRIES = 3;
var TRIES_AT_THE_END = 8;
var HUB = "hub";
function bringingToHub(resources) {
  const { hub, address, conversations } = resources;
  return {
    place: "hub",
    waits: WAITS,
    mayChange: isWithHub,
    tend: async (posting, escalation, keep) => {
      const conversation = await conversations.get(escalation.conversation);
      if (!conversation) return posting;
      const isOver = escalation.standing.is === "closed";
      if (isOver && (!posting.activity || posting.tries >= TRIES_AT_THE_END)) return { ...posting, ended: true };
      let done = posting;
      if (!done.activity) {
        const event = await initiateOf(escalation, conversation, conversations);
        await postToHub(event, address);
        done = { ...done, activity: event.id ?? escalation.id };
        await keep(done);
      }
      done = await relay(done, escalation, conversation, resources, keep);
      if (isOver && !isHubsOwnEnd(escalation)) await postToHub(overOf(escalation, conversation), address);
      return { ...done, ended: isOver };
    },
    clear: async () => {
    },
    missed: async ({ tries }, escalation) => {
      const { standing } = escalation;
      if (tries < TRIES || standing.is !== "waiting" && !isWithHub(escalation)) return;
      const conversation = await conversations.get(escalation.conversation);
      if (conversation) await hub.status(conversation.address, "failed");
    }
  };
}
async function relay(posting, escalation, conversation, { conversations, address }, keep) {
  if (!isWithHub(escalation)) return posting;
  let done = posting;
  for (const line of await conversations.entries(conversation.id, Math.max(done.relayed, escalation.after))) {
    if (line.from !== "person") continue;
    await postToHub(activityOf(line, conversation), address);
    done = { ...done, relayed: line.position };
    await keep(done);
  }
  return done;
}
function isWithHub({ standing }) {
  return standing.is === "held" && standing.by.id === HUB;
}
function isHubsOwnEnd({ standing }) {
  if (standing.is !== "closed") return false;
  return standing.outcome === "failed" || standing.outcome === "answered" && standing.by?.id === HUB;
}
async function initiateOf(escalation, conversation, conversations) {
  const event = initiated(escalation.id, escalation);
  const shared = await sharedBefore(escalation.after + 1, event, conversation.id, conversations);
  const { channel, conversation: channelId } = conversation.address;
  return initiateActivity({
    event,
    id: `initiate-${escalation.id}`,
    at: escalation.askedAt,
    channel,
    conversation: channelId,
    person: conversation.person.id,
    transcript: shared.map((line) => activityOf(line, conversation))
  });
}
function activityOf(line, conversation) {
  const { address, person, language } = conversation;
  const bot = { ...ASSISTANT, role: "bot" };
  const user = { id: person.id, name: "", role: "user" };
  const isPerson = line.from === "person" || !line.reply;
  const activity = {
    type: "message",
    locale: LOCALE[language],
    ...line.reply ? renderReply(line.reply, address.channel) : { text: line.text, textFormat: "plain" },
    id: `${conversation.id}|${line.position}`,
    timestamp: line.at,
    channelId: address.channel,
    conversation: { id: address.conversation },
    from: isPerson ? user : bot,
    recipient: isPerson ? bot : user
  };
  return activity;
}
function overOf({ id, standing }, { address, person }) {
  const outcome2 = standing.is === "closed" ? standing.outcome : void 0;
  const activity = {
    type: "endOfConversation",
    id: `over-${id}`,
    code: outcome2 === "withdrawn" ? "userCancelled" : "completedSuccessfully",
    channelId: address.channel,
    conversation: { id: address.conversation },
    from: { id: person.id, name: "", role: "user" },
    recipient: { ...ASSISTANT, role: "bot" }
  };
  return activity;
}

// src/channel/hub/open.ts
function openHub(resources) {
  return keepInLine(bringingToHub(resources), resources);
}

// src/channel/show-typing.ts
var EVERY_MS3 = 6e4;
var OWN_PAGE = "directline";
function openShowTyping(showing) {
  const { escalations, conversations, news, voice, now, onError } = showing;
  const followed = /* @__PURE__ */ new Map();
  const isTime = paced(SHOWN_MS, now);
  const show2 = async (conversation) => {
    const here = await conversations.get(conversation);
    if (!here || here.address.channel === OWN_PAGE || here.handling.by !== "counsellor") return;
    await voice.send(here.wayBack, { type: "typing", from: { id: "", name: here.handling.name } });
  };
  const follow = (conversation) => news.follow(counsellorTyping(conversation), () => {
    if (isTime(conversation)) show2(conversation).catch(() => {
    });
  });
  const rounds = openRounds(
    async () => {
      const held = (await escalations.open()).filter(({ standing }) => standing.is === "held");
      const here = new Set(held.map(({ conversation }) => conversation));
      for (const [conversation, stop] of followed) {
        if (here.has(conversation)) continue;
        stop();
        followed.delete(conversation);
      }
      for (const conversation of here) if (!followed.has(conversation)) followed.set(conversation, follow(conversation));
    },
    EVERY_MS3,
    onError
  );
  const stopFollowing = news.follow("desk", rounds.call);
  rounds.call();
  return {
    close: async () => {
      stopFollowing();
      await rounds.close();
      for (const stop of followed.values()) stop();
    }
  };
}

// src/channel/teams/counsellors/channel-of-theirs.ts
var SERVICE = "https://smba.trafficmanager.net/teams";
function channelOfTheirs(setting, appId) {
  const address = /^(https?:\/\/.+?)\/v3\/conversations\/([^/?#]+)/.exec(setting.trim());
  const serviceUrl = address?.[1] ?? SERVICE;
  const id = withoutThread(address?.[2] ? decodeURIComponent(address[2]) : setting.trim());
  const wayTo = (conversation) => ({
    channelId: "msteams",
    serviceUrl,
    bot: { id: appId ? `28:${appId}` : "passerelle", name: "Passerelle" },
    conversation: { id: conversation, isGroup: true, conversationType: "channel" }
  });
  return {
    wayBack: wayTo(id),
    thread: (activity) => wayTo(`${id};messageid=${activity}`),
    isHere: ({ channelId, conversation }) => channelId === "msteams" && conversation !== void 0 && withoutThread(conversation.id ?? "") === id,
    rootOf: ({ conversation, replyToId }) => /;messageid=([^;]+)/.exec(conversation?.id ?? "")?.[1] ?? replyToId
  };
}
function withoutThread(conversation) {
  return conversation.split(";")[0] ?? "";
}

// src/channel/teams/counsellors/post.ts
import { createHash } from "node:crypto";

// src/channel/teams/counsellors/counsellor.ts
var FROM = "teams:";
function counsellorOf({ from }) {
  return { id: `${FROM}${from?.aadObjectId ?? from?.id ?? ""}`, name: from?.name?.trim() || "Une personne du bureau" };
}
function isFromTeams({ id }) {
  return id.startsWith(FROM);
}
var TEAMS = { id: "teams", name: "Teams" };

// src/channel/teams/counsellors/words.ts
var REASONS = {
  asked: "La personne demande quelqu\u2019un",
  dialog: "Au bout d\u2019un parcours de questions",
  "not-found": "Rien trouv\xE9 dans les fiches",
  unsure: "L\u2019assistant n\u2019\xE9tait pas certain",
  distress: "D\xE9tresse ou danger"
};
var LANGUAGE_NAMES = {
  fr: "fran\xE7ais",
  en: "anglais",
  es: "espagnol",
  ar: "arabe"
};
var CONSENTS_GIVEN = {
  everything: "Toute la conversation",
  summary: "Un r\xE9sum\xE9 seulement",
  question: "La question seulement"
};
var OUTCOMES_SAID = {
  answered: "r\xE9ponse donn\xE9e",
  referred: "personne dirig\xE9e ailleurs",
  "handed-back": "remise \xE0 l\u2019assistant",
  "no-answer": "sans r\xE9ponse",
  withdrawn: "la personne n\u2019attend plus",
  failed: "le bureau n\u2019a pas pu \xEAtre joint"
};
var BUTTONS = {
  claim: "Prendre en charge",
  close: "Clore",
  "hand-back": "Remettre \xE0 l'assistant",
  "give-back": "Rendre \xE0 la file",
  open: "Ouvrir dans le bureau"
};

// src/channel/teams/counsellors/card.ts
var LONGEST = 1500;
function requestCard({ escalation, brief, deliveries }, publicUrl) {
  const { standing, reason, language } = escalation;
  const isClosed = standing.is === "closed";
  const failed = deliveries.filter(({ is }) => is === "failed").length;
  const title = isClosed ? "Demande close" : reason === "distress" ? "Demande d\u2019aide : d\xE9tresse" : "Demande d\u2019aide";
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    lang: "fr",
    fallbackText: `${title} (${LANGUAGE_NAMES[language]})`,
    body: [
      words(title, { size: "medium", weight: "bolder", ...reason === "distress" ? { color: "attention" } : {} }),
      words(standingIn(escalation), { wrap: true, isSubtle: isClosed }),
      ...failed && !isClosed ? [words(UNDELIVERED, { color: "attention" })] : [],
      ...isClosed ? [] : briefIn(escalation, brief),
      ...isHeldInTeams(escalation) ? [outcomeChoice()] : []
    ],
    actions: [...buttonsOf(escalation), ...isClosed ? [] : [openAction(escalation, publicUrl)]]
  };
}
var UNDELIVERED = "Un message n\u2019a pas pu \xEAtre remis \xE0 la personne. Ouvrez le bureau pour l\u2019envoyer de nouveau.";
function standingIn({ standing, wanted }) {
  if (standing.is === "held") return `Prise en charge par ${plain(standing.by.name)}`;
  if (standing.is === "closed") {
    const by = standing.by ? ` par ${plain(standing.by.name)}` : "";
    return `Close${by} : ${OUTCOMES_SAID[standing.outcome]}`;
  }
  if (!wanted) return "En attente";
  return "counsellor" in wanted ? `En attente, r\xE9serv\xE9e \xE0 ${plain(wanted.counsellor.name)}` : `En attente de quelqu\u2019un qui parle ${LANGUAGE_NAMES[wanted.language]}`;
}
function briefIn({ reason, language, askedAt }, brief) {
  const asked = askedAt.toISOString().replace(/\.\d+Z$/, "Z");
  const facts = [
    { title: "Motif", value: REASONS[reason] },
    { title: "Langue", value: LANGUAGE_NAMES[language] },
    { title: "Partage", value: CONSENTS_GIVEN[brief.consent] },
    ...brief.situation.map(({ name, answer }) => ({ title: plain(name), value: plain(answer) }))
  ].map(({ title, value }) => ({ title: typeset(title, "fr"), value: typeset(value, "fr") }));
  const tried = brief.tried.map(({ title }) => `- ${plain(title)}`).join("\n");
  return [
    words(`Demand\xE9e le {{DATE(${asked},SHORT)}} \xE0 {{TIME(${asked})}}`, { isSubtle: true, spacing: "none" }),
    { type: "FactSet", facts },
    ...said("Question", brief.question),
    ...brief.message ? said("Message laiss\xE9", brief.message) : [],
    ...brief.callBack ? said("Pour la joindre", brief.callBack) : [],
    ...tried ? [words("Fiches d\xE9j\xE0 montr\xE9es", { weight: "bolder", spacing: "medium" }), words(tried)] : []
  ];
}
function said(heading, text) {
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}\u2026` : text;
  return [
    words(heading, { weight: "bolder", spacing: "medium" }),
    { type: "RichTextBlock", spacing: "none", inlines: [{ type: "TextRun", text: shown }] }
  ];
}
function words(text, more = {}) {
  return { type: "TextBlock", text: typeset(text, "fr"), wrap: true, ...more };
}
function outcomeChoice() {
  const choices = CLOSINGS.map((outcome2) => ({ title: OUTCOMES_SAID[outcome2], value: outcome2 }));
  return { type: "Input.ChoiceSet", id: "outcome", label: "Issue", style: "compact", value: "answered", choices };
}
function isHeldInTeams({ standing }) {
  return standing.is === "held" && isFromTeams(standing.by);
}
function buttonsOf(escalation) {
  const verbs = escalation.standing.is === "waiting" ? ["claim"] : isHeldInTeams(escalation) ? ["close", "hand-back", "give-back"] : [];
  return verbs.map((verb) => button(verb, escalation.id));
}
function button(verb, escalation) {
  const title = BUTTONS[verb];
  return {
    type: "Action.Execute",
    title,
    verb,
    data: { escalation },
    fallback: { type: "Action.Submit", title, data: { verb, escalation } }
  };
}
function openAction({ id }, publicUrl) {
  return { type: "Action.OpenUrl", title: BUTTONS.open, url: `${publicUrl}/desk/${id}` };
}
function plain(text) {
  return text.replace(/[[\]*_`~<>#|\\{}]/g, " ").replace(/\s+/g, " ").trim();
}

// src/channel/teams/counsellors/notices.ts
import { z } from "zod";
var shownShape = z.object({
  card: z.string(),
  holder: z.string().optional(),
  reminded: z.boolean().optional(),
  failed: z.number().optional()
});
function shownOf(kept) {
  try {
    return shownShape.parse(JSON.parse(kept));
  } catch {
    return { card: "" };
  }
}
function noticesOf(before, { escalation, deliveries }, card) {
  const { standing } = escalation;
  const holder = standing.is === "held" && isFromTeams(standing.by) ? standing.by.id : void 0;
  const reminded = standing.is === "held" && standing.remindedAt !== void 0;
  const failed = deliveries.filter(({ is }) => is === "failed").length;
  const notices = [];
  if (before.holder && standing.is === "waiting") notices.push("La demande est retourn\xE9e dans la file.");
  if (before.holder && standing.is === "closed")
    notices.push(
      standing.outcome === "withdrawn" ? "La personne n\u2019attend plus de r\xE9ponse." : "La conversation est close."
    );
  if (holder && holder === before.holder && reminded && !before.reminded)
    notices.push("Rappel : la personne attend votre r\xE9ponse.");
  if (holder && failed > (before.failed ?? 0))
    notices.push("Un message n\u2019a pas pu \xEAtre remis \xE0 la personne : ouvrez le bureau pour l\u2019envoyer de nouveau.");
  const now = {
    card,
    ...holder ? { holder } : {},
    ...reminded ? { reminded } : {},
    ...failed ? { failed } : {}
  };
  return { notices, now };
}

// src/channel/teams/counsellors/post.ts
function postingInTeams(resources) {
  const { desk, voice, channel, now } = resources;
  return {
    place: "teams",
    mayChange: ({ standing }) => standing.is === "held" && isFromTeams(standing.by),
    tend: async (posting, escalation, keep) => {
      const opened = await desk.open(escalation.id, TEAMS, "fr", now());
      if (!opened) return posting;
      const isOver = opened.escalation.standing.is === "closed";
      if (isOver && !posting.activity) return { ...posting, ended: true };
      const shown = await show(posting, opened, resources, keep);
      if (shown !== posting) await keep(shown);
      const relayed = await relay2(shown, opened, resources, keep);
      return { ...relayed, ended: isOver };
    },
    clear: async ({ activity, words: words2 }) => {
      for (const word of words2) await voice.takeBack(channel.thread(activity), word);
      if (activity) await voice.takeBack(channel.wayBack, activity);
    }
  };
}
async function show(posting, opened, { voice, channel, publicUrl }, keep) {
  const card = requestCard(opened, publicUrl);
  const before = shownOf(posting.shown);
  const { notices, now } = noticesOf(before, opened, digestOf(card));
  if (JSON.stringify(before) === JSON.stringify(now)) return posting;
  let { activity } = posting;
  if (!activity) activity = await voice.send(channel.wayBack, cardActivity(card, opened.escalation));
  else if (before.card !== now.card)
    await voice.replace(channel.wayBack, activity, cardActivity(card, opened.escalation)).catch(async (error) => {
      if (error instanceof NotSent && error.forGood) await keep({ ...posting, activity: "", shown: "" });
      throw error;
    });
  const carded = { ...posting, activity, shown: JSON.stringify({ ...before, card: now.card }) };
  await keep(carded);
  const said2 = [];
  for (const notice of notices) said2.push(await voice.send(channel.thread(activity), plainText(notice)));
  return { ...carded, shown: JSON.stringify(now), words: [...carded.words, ...said2] };
}
async function relay2(posting, { escalation, lines }, { voice, channel }, keep) {
  const { standing, after, language } = escalation;
  if (standing.is !== "held" || !isFromTeams(standing.by)) return posting;
  let done = posting;
  const from = language === "fr" ? "La personne" : `La personne (${LANGUAGE_NAMES[language]})`;
  for (const line of lines) {
    if (line.from !== "person" || line.position <= Math.max(done.relayed, after)) continue;
    const id = await voice.send(channel.thread(posting.activity), plainText(`${from} : ${line.text}`));
    done = { ...done, relayed: line.position, words: [...done.words, id] };
    await keep(done);
  }
  return done;
}
function cardActivity(card, { language }) {
  return {
    type: "message",
    locale: "fr-CA",
    summary: `Demande d\u2019aide (${LANGUAGE_NAMES[language]})`,
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: card }]
  };
}
function plainText(text) {
  return { type: "message", textFormat: "plain", locale: "fr-CA", text: typeset(text, "fr") };
}
function digestOf(card) {
  return createHash("sha256").update(JSON.stringify(card)).digest("base64url").slice(0, 22);
}

// src/channel/teams/counsellors/take.ts
import { randomUUID } from "node:crypto";
import { ActivityTypes as ActivityTypes2 } from "botbuilder";

// src/channel/teams/counsellors/act.ts
import { z as z2 } from "zod";
var VERBS = ["claim", "close", "hand-back", "give-back"];
var outcome = z2.enum(CLOSINGS).catch("answered");
var executed = z2.looseObject({
  action: z2.looseObject({
    verb: z2.enum(VERBS),
    data: z2.looseObject({ escalation: z2.string().min(1).max(200), outcome: outcome.optional() })
  })
});
var submitted = z2.looseObject({
  verb: z2.enum(VERBS),
  escalation: z2.string().min(1).max(200),
  outcome: outcome.optional()
});
function actExecuted(value) {
  const read = executed.safeParse(value);
  if (!read.success) return void 0;
  const { verb, data } = read.data.action;
  return { does: verb, outcome: data.outcome ?? "answered", escalation: data.escalation };
}
function actSubmitted(value) {
  const read = submitted.safeParse(value);
  if (!read.success) return void 0;
  return { does: read.data.verb, outcome: read.data.outcome ?? "answered", escalation: read.data.escalation };
}
var COMMANDS = {
  "/prendre": "claim",
  "/clore": "close",
  "/remettre": "hand-back",
  "/rendre": "give-back"
};
function actTyped(text) {
  const does = COMMANDS[text.toLowerCase()];
  return does && { does, outcome: "answered" };
}
function wordsIn({ text }) {
  return (text ?? "").replace(/<at>[^<]*<\/at>/g, " ").replaceAll("&nbsp;", " ").trim();
}

// src/channel/teams/counsellors/refusals.ts
function whyNot(because, isWord) {
  const lost = isWord ? " Votre message n\u2019a pas \xE9t\xE9 transmis." : "";
  switch (because.why) {
    case "held":
      return `${because.by.name} a d\xE9j\xE0 pris cette conversation.${lost}`;
    case "not-yours":
      return because.by ? `Cette conversation est prise en charge par ${because.by.name}.${lost}` : `Personne n\u2019a encore pris cette demande : choisissez d\u2019abord \xAB Prendre en charge \xBB.${lost}`;
    case "closed":
      return `Cette conversation est close.${lost}`;
    case "unknown":
      return `Cette demande n\u2019existe plus : la personne a effac\xE9 ses donn\xE9es.${lost}`;
    case "empty":
      return "Seul le texte est transmis \xE0 la personne : \xE9crivez votre r\xE9ponse en mots.";
    case "too-long":
      return `La limite est de 4 000 caract\xE8res : \xE9crivez-le en plusieurs messages.${lost}`;
    case "placeholder":
      return `Remplacez d\u2019abord ce qui est entre accolades.${lost}`;
  }
}

// src/channel/teams/counsellors/take.ts
var CARD = "application/vnd.microsoft.card.adaptive";
var MESSAGE = "application/vnd.microsoft.activity.message";
var ERROR = "application/vnd.microsoft.error";
function takingInTeams(resources) {
  const { channel, onError } = resources;
  return {
    isTheirs: channel.isHere,
    take: async (activity) => {
      const isButton = activity.type === ActivityTypes2.Invoke;
      if (!isButton && activity.type !== ActivityTypes2.Message) return {};
      try {
        return await (isButton ? pressed(activity, resources) : written(activity, resources));
      } catch (error) {
        onError(error);
        return isButton ? answered(500, ERROR, { code: "ServiceError", message: FAILED }) : { say: typeset(`${FAILED} Votre message n\u2019a peut-\xEAtre pas \xE9t\xE9 transmis.`, "fr") };
      }
    }
  };
}
var FAILED = "Cela n\u2019a pas pu \xEAtre fait. Essayez de nouveau.";
async function pressed(activity, resources) {
  if (activity.name !== "adaptiveCard/action") return {};
  const act = actExecuted(activity.value);
  if (!act)
    return answered(400, ERROR, { code: "BadRequest", message: "Ce bouton n\u2019est plus connu. Ouvrez le bureau." });
  const done = await actOn(act.escalation, act, counsellorOf(activity), resources);
  if (done.is === "refused") return answered(200, MESSAGE, typeset(whyNot(done.because, false), "fr"));
  const opened = await resources.desk.open(act.escalation, TEAMS, "fr", resources.now());
  return opened ? answered(200, CARD, requestCard(opened, resources.publicUrl)) : answered(200, MESSAGE, typeset(whyNot({ why: "unknown" }, false), "fr"));
}
async function written(activity, resources) {
  const { desk, postings, channel, now } = resources;
  const by = counsellorOf(activity);
  const submitted2 = actSubmitted(activity.value);
  if (submitted2) return told(await actOn(submitted2.escalation, submitted2, by, resources), false);
  const root = channel.rootOf(activity);
  const posting = root ? await postings.byActivity("teams", root) : void 0;
  if (!posting) return {};
  const text = wordsIn(activity);
  const act = actTyped(text);
  if (act) return told(await actOn(posting.escalation, act, by, resources), false);
  return told(await desk.say(posting.escalation, by, text, activity.id ?? randomUUID(), now()), true);
}
function actOn(escalation, { does, outcome: outcome2 }, by, { desk, now }) {
  switch (does) {
    case "claim":
      return desk.claim(escalation, by, now());
    case "close":
      return desk.close(escalation, by, outcome2, now());
    case "hand-back":
      return desk.handBack(escalation, by, now());
    case "give-back":
      return desk.giveBack(escalation, by, now());
  }
}
function told(done, isWord) {
  return done.is === "refused" ? { say: typeset(whyNot(done.because, isWord), "fr") } : {};
}
function answered(statusCode, type, value) {
  return { invoke: { status: 200, body: { statusCode, type, value } } };
}

// src/channel/teams/counsellors/open.ts
function openCounsellors(resources) {
  const channel = channelOfTheirs(resources.conversation, resources.appId);
  const posting = keepInLine(postingInTeams({ ...resources, channel }), resources);
  return { ...takingInTeams({ ...resources, channel }), close: posting.close };
}

// src/channel/teams/adapter.ts
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory
} from "botbuilder";

// src/channel/teams/patience.ts
var ATTEMPT_MS2 = 5e3;
var policy = {
  name: "passerelle-patience",
  sendRequest: (request, next) => {
    request.timeout ||= ATTEMPT_MS2;
    return next(request);
  }
};
function patience(clientKey) {
  return {
    onTurn: async (context, next) => {
      const connector = context.turnState.get(clientKey);
      connector?.client.pipeline.addPolicy(policy);
      await next();
    }
  };
}

// src/channel/teams/adapter.ts
var LOCAL = /* @__PURE__ */ new Set(["localhost", "127.0.0.1", "[::1]"]);
function mayReach(serviceUrl, { appId }) {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname } = new URL(serviceUrl);
  return /^https?:$/.test(protocol) && (appId !== "" || LOCAL.has(hostname));
}
function makeAdapter(identity, onError) {
  const credentials = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: identity.appId,
    MicrosoftAppPassword: identity.password,
    MicrosoftAppType: identity.type,
    MicrosoftAppTenantId: identity.tenantId
  });
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}, credentials));
  adapter.use(patience(adapter.ConnectorClientKey));
  adapter.onTurnError = async (_context, error) => {
    onError(error);
    throw new NotTaken();
  };
  return adapter;
}
var NotTaken = class extends Error {
  constructor() {
    super("The turn failed.");
    delete this.stack;
  }
};

// src/channel/teams/held.ts
function holdResponse(held) {
  const response = {
    socket: void 0,
    status: (code) => {
      held.status = code;
      return response;
    },
    header: () => response,
    send: (body) => {
      held.body = body;
      return response;
    },
    end: () => response
  };
  return response;
}

// src/channel/teams/voice.ts
import { z as z4 } from "zod";

// src/channel/teams/trouble.ts
import { z as z3 } from "zod";
var NOT_NOW = /* @__PURE__ */ new Set([401, 408, 412, 425, 429]);
var errorShape = z3.looseObject({
  statusCode: z3.number().optional(),
  response: z3.looseObject({ headers: z3.custom(hasGet).optional() }).optional()
});
function troubleOf(error) {
  if (error instanceof NotSent) return error;
  const read = errorShape.safeParse(error);
  const status = read.data?.statusCode;
  if (status === void 0) return new NotSent("Le canal n'a pas pu \xEAtre joint.", false);
  const waitMs = secondsIn(read.data?.response?.headers?.get("retry-after")) * 1e3;
  if (status === 403)
    return new NotSent("La personne a bloqu\xE9 l'assistant ou l'a retir\xE9 : le canal refuse le message (403).", true);
  if (status === 404) return new NotSent("Cette conversation n'existe plus sur le canal (404).", true);
  const isForGood = status >= 400 && status < 500 && !NOT_NOW.has(status);
  return new NotSent(
    isForGood ? `Le canal refuse le message (${status}).` : `Le canal n'a pas pris le message (${status}).`,
    isForGood,
    waitMs
  );
}
function secondsIn(header) {
  return header && /^\d{1,5}$/.test(header) ? Number(header) : 0;
}
function hasGet(value) {
  return typeof value === "object" && value !== null && "get" in value;
}

// src/channel/teams/voice.ts
var account = z4.looseObject({ id: z4.string() });
var referenceShape = z4.looseObject({
  channelId: z4.string().min(1),
  serviceUrl: z4.string().min(1),
  conversation: account,
  bot: account.optional(),
  user: account.optional()
});
var DEADLINE_MS = 15e3;
function voiceOf(adapter, identity) {
  const at = async (wayBack, act) => {
    const reference = referenceOf(wayBack, identity);
    let outcome2;
    const speaking = adapter.continueConversationAsync(identity.appId, reference, async (context) => {
      const connector = context.turnState.get(adapter.ConnectorClientKey);
      connector.client.pipeline.removePolicy({ name: "defaultRetryPolicy" });
      outcome2 = await act(connector, reference).then(
        (thing) => ({ thing }),
        (error) => ({ error })
      );
    });
    await within(DEADLINE_MS, speaking).catch((error) => {
      outcome2 ??= { error };
    });
    if (outcome2 && "thing" in outcome2) return outcome2.thing;
    throw troubleOf(outcome2?.error);
  };
  return {
    send: (wayBack, activity) => at(wayBack, async ({ conversations }, reference) => {
      const { id } = await conversations.sendToConversation(idOf(reference), addressed2(activity, reference)) ?? {};
      return id ?? "";
    }),
    replace: (wayBack, id, activity) => at(wayBack, async ({ conversations }, reference) => {
      await conversations.updateActivity(idOf(reference), id, { ...addressed2(activity, reference), id });
    }),
    takeBack: (wayBack, id) => at(wayBack, async ({ conversations }, reference) => {
      await conversations.deleteActivity(idOf(reference), id);
    }).catch((error) => {
      if (!(error instanceof NotSent && error.forGood)) throw error;
    })
  };
}
function referenceOf(wayBack, identity) {
  const read = referenceShape.safeParse(wayBack);
  if (!read.success) throw new NotSent("Aucun chemin de retour n'est connu vers cette conversation.", true);
  if (!mayReach(read.data.serviceUrl, identity))
    throw new NotSent(
      "Sans MicrosoftAppId, seul un \xE9mulateur sur cette machine peut \xEAtre joint : c'est un autre.",
      true
    );
  return read.data;
}
function idOf({ conversation }) {
  return conversation?.id ?? "";
}
function addressed2(activity, reference) {
  const { channelId, serviceUrl, conversation, bot, user } = reference;
  const name = activity.from?.name;
  return {
    ...activity,
    ...channelId ? { channelId } : {},
    ...serviceUrl ? { serviceUrl } : {},
    ...conversation ? { conversation } : {},
    ...bot ? { from: { ...bot, ...name ? { name } : {} } } : {},
    ...user ? { recipient: user } : {}
  };
}
async function within(ms, work) {
  let late;
  const tooLate = new Promise((_, fail) => {
    late = setTimeout(() => fail(new NotSent("Le canal n'a pas r\xE9pondu \xE0 temps.", false)), ms);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(late);
  }
}

// src/channel/teams/door.ts
function openTeams(identity, onError) {
  const adapter = makeAdapter(identity, onError);
  return {
    voice: voiceOf(adapter, identity),
    door: (bot) => async (request, response) => {
      const refusal = refusalOf(request.body, identity);
      if (refusal) {
        response.send(refusal.status, { error: { code: refusal.code, message: refusal.message } });
        return;
      }
      const held = { status: 500 };
      try {
        await adapter.process(
          request,
          holdResponse(held),
          (context) => bot.run(context)
        );
      } catch (error) {
        onError(error);
      }
      const refused = ERRORS[held.status];
      response.send(held.status, refused ? { error: refused } : held.body);
    }
  };
}
var ERRORS = {
  401: { code: "Unauthorized", message: "The activity bears no valid token of the Bot Framework." },
  500: { code: "ServiceError", message: "The message could not be taken. Send it again." }
};
function refusalOf(body, identity) {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { status: 400, code: "BadArgument", message: "The body must be one activity, in JSON." };
  }
  const activity = body;
  if (typeof activity.type !== "string" || !activity.type) {
    return { status: 400, code: "BadArgument", message: "The activity has no type." };
  }
  const read = activity.type === "message" ? readActivity(activity, /* @__PURE__ */ new Date(), () => "") : void 0;
  if (read?.is === "malformed") {
    return { status: 400, code: "BadArgument", message: `The activity is not well formed: ${read.field}.` };
  }
  if (identity.appId || activity.deliveryMode === "expectReplies") return void 0;
  if (typeof activity.serviceUrl === "string" && mayReach(activity.serviceUrl, identity)) return void 0;
  return {
    status: 403,
    code: "BadServiceUrl",
    message: "Without MicrosoftAppId only an emulator on this machine is answered: its serviceUrl must be on localhost."
  };
}

// src/channel/open.ts
function openChannels(resources) {
  const { identity, hearing, hub, store, counsellorsAt, outsideHub, now, newId, onError } = resources;
  const { door, voice } = openTeams(identity, onError);
  const shared = { ...store, voice, now, onError };
  const counsellors = counsellorsAt ? openCounsellors({
    ...shared,
    desk: resources.desk,
    publicUrl: resources.publicUrl,
    conversation: counsellorsAt,
    appId: identity.appId
  }) : void 0;
  const open = [
    openDelivery(shared),
    openShowTyping(shared),
    ...counsellors ? [counsellors] : [],
    ...outsideHub ? [openHub({ ...shared, hub, address: outsideHub })] : []
  ];
  const bot = makeBot(hearing, now, newId, {
    conversations: store.conversations,
    news: store.news,
    hub,
    onError,
    ...counsellors ? { counsellors } : {}
  });
  return {
    door: door(bot),
    close: async () => {
      await Promise.all(open.map((each) => each.close()));
    }
  };
}
export {
  openChannels
};
//# sourceMappingURL=open-AE6ICMDD.js.map
