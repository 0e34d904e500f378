import {
  LOCALE,
  direction
} from "./chunk-Q4ZZZAQO.js";

// src/channel/handoff-status.ts
import { z } from "zod";

// src/channel/hub.ts
var HANDOFF_STATES = ["accepted", "failed", "completed"];

// src/channel/handoff-status.ts
var place = z.looseObject({ id: z.string().min(1).max(1024) });
var statusShape = z.looseObject({
  channelId: z.string().min(1).max(100),
  conversation: place,
  relatesTo: z.looseObject({ channelId: z.string().max(100).optional(), conversation: place }).nullish(),
  from: z.looseObject({ name: z.string().max(200).nullish() }).nullish(),
  value: z.looseObject({ state: z.string().max(100), message: z.string().max(4e3).nullish() })
});
function isStatus(activity) {
  return activity.type === "event" && activity.name === "handoff.status";
}
async function takeStatus(activity, { conversations, hub, onError }) {
  const read = statusShape.safeParse(activity);
  if (!read.success) return onError(new Oddity("A handoff.status came without a conversation or a state: ignored."));
  const { channelId, conversation, relatesTo, from, value } = read.data;
  const state = HANDOFF_STATES.find((known) => known === value.state);
  if (!state) {
    const known = HANDOFF_STATES.join(", ");
    return onError(new Oddity(`A handoff.status came with an unknown state: ignored. The states are ${known}.`));
  }
  const candidates = [{ channel: channelId, conversation: conversation.id }];
  if (relatesTo) candidates.push({ channel: relatesTo.channelId ?? channelId, conversation: relatesTo.conversation.id });
  for (const address of candidates) {
    if (!await conversations.find(address)) continue;
    return hub.status(address, state, value.message ?? void 0, from?.name ?? void 0);
  }
  onError(new Oddity("A handoff.status came for a conversation that does not exist: ignored."));
}
var Oddity = class extends Error {
  constructor(message) {
    super(message);
    delete this.stack;
  }
};

// src/channel/paced.ts
var REMEMBERED = 1e4;
function paced(everyMs, now) {
  const last = /* @__PURE__ */ new Map();
  return (subject) => {
    const moment = now().getTime();
    const before = last.get(subject);
    if (before !== void 0 && moment - before < everyMs && moment >= before) return false;
    last.delete(subject);
    last.set(subject, moment);
    for (const [oldest] of last) {
      if (last.size <= REMEMBERED) break;
      last.delete(oldest);
    }
    return true;
  };
}

// src/channel/read.ts
import { z as z3 } from "zod";

// src/channel/marks.ts
import { z as z2 } from "zod";
var HAS_THUMBS = /* @__PURE__ */ new Set(["directline", "webchat"]);
var PRESSED = "webchat:activity-status/feedback";
var NAMED = /^urn:passerelle:mark:(\d{1,12})$/;
function markActions({ status }, channel, answers) {
  if (!answers || !HAS_THUMBS.has(channel) || status !== "quoted" && status !== "answered") return [];
  return ["LikeAction", "DislikeAction"].map((type) => ({
    "@type": type,
    "@id": `urn:passerelle:mark:${answers}`,
    actionStatus: "PotentialActionStatus"
  }));
}
var pressedShape = z2.object({
  type: z2.literal("event"),
  name: z2.literal(PRESSED),
  entities: z2.tuple([z2.looseObject({ "@type": z2.enum(["LikeAction", "DislikeAction"]), "@id": z2.string() })])
});
function readMark(activity) {
  const [action] = pressedShape.safeParse(activity).data?.entities ?? [];
  const position = Number(NAMED.exec(action?.["@id"] ?? "")?.[1] ?? 0);
  return action && position > 0 ? { helpful: action["@type"] === "LikeAction", position } : void 0;
}

// src/channel/read.ts
var LONGEST_ID = 1024;
var id = z3.string().refine((given) => !given.includes("\0") && Buffer.byteLength(given) <= LONGEST_ID);
var account = z3.object({ id: z3.string().min(1).max(500), name: z3.string().max(500).nullish() });
var activityShape = z3.object({
  type: z3.string().max(100),
  id: id.nullish(),
  text: z3.string().nullish(),
  value: z3.unknown().optional(),
  locale: z3.string().max(50).nullish(),
  from: account,
  recipient: account.nullish(),
  channelId: z3.string().min(1).max(100).pipe(id),
  conversation: z3.object({ id: id.min(1) }),
  membersAdded: z3.array(account).nullish(),
  channelData: z3.unknown().optional()
});
function readActivity(activity, at, newId, wayBack) {
  const parsed = activityShape.safeParse(activity);
  if (!parsed.success) return { is: "malformed", field: parsed.error.issues[0]?.path.join(".") || "activity" };
  const read = parsed.data;
  const mark = readMark(activity);
  const kind = mark ? "marked" : kindOf(read);
  if (!kind) return { is: "nothing" };
  const person = kind === "joined" ? joiner(read) ?? read.from : read.from;
  const clientId = clientActivityId(read.channelData);
  return {
    is: "heard",
    incoming: {
      address: { channel: read.channelId, conversation: read.conversation.id },
      activityId: read.id ?? newId(),
      kind,
      text: kind === "message" ? spoken(read) : "",
      person: { id: person.id, ...person.name ? { name: person.name } : {} },
      at,
      ...mark ? { mark } : {},
      ...read.value === void 0 || read.value === null ? {} : { value: read.value },
      ...read.locale ? { locale: read.locale } : {},
      ...clientId ? { clientId } : {},
      ...wayBack === void 0 ? {} : { wayBack }
    }
  };
}
function kindOf(read) {
  if (read.type === "message") return "message";
  if (read.type === "conversationUpdate" && joiner(read)) return "joined";
  return void 0;
}
function joiner(read) {
  return read.membersAdded?.find((member) => member.id !== read.recipient?.id);
}
function spoken(read) {
  const text = (read.text ?? "").replace(/<at>[^<]*<\/at>/g, " ").trim();
  if (text) return text;
  const carried = z3.object({ says: z3.string() }).safeParse(read.value);
  return carried.success ? carried.data.says : "";
}
function clientActivityId(channelData) {
  const read = z3.object({ clientActivityID: id.min(1).max(200) }).safeParse(channelData);
  return read.success ? read.data.clientActivityID : void 0;
}

// src/language/typography.ts
function typeset(text, language) {
  if (language !== "fr") return text;
  return text.replace(/ ([?!:;»])/g, "\xA0$1").replace(/« /g, "\xAB\xA0").replace(/(\d) h\b(?: (?=\d\d\b))?/g, (hour) => hour.replaceAll(" ", "\xA0"));
}

// src/channel/cards.ts
var CARD = "application/vnd.microsoft.card.adaptive";
function choicesCard(choices, language) {
  return {
    contentType: CARD,
    content: {
      type: "AdaptiveCard",
      $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
      version: "1.5",
      lang: language,
      rtl: direction(language) === "rtl",
      fallbackText: choices.map(({ label }, index) => `${index + 1}. ${label}`).join("\n"),
      body: [],
      actions: choices.map(({ label, says }) => ({
        type: "Action.Submit",
        title: label,
        data: { says: says ?? label, msteams: { type: "imBack", value: says ?? label } }
      }))
    }
  };
}

// src/channel/plan-card.ts
var MOST_BUTTONS = 5;
function planCard(plan, { language, choices = [] }) {
  const words = (text, more = {}) => ({ type: "TextBlock", text: typeset(text, language), wrap: true, ...more });
  return {
    contentType: "application/vnd.microsoft.card.adaptive",
    content: {
      type: "AdaptiveCard",
      $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
      version: "1.5",
      lang: language,
      rtl: direction(language) === "rtl",
      fallbackText: inPlainText(plan),
      body: [
        words(plan.intro),
        ...plan.stages.map((stage, index) => container(stage, index === 0, words)),
        ...plan.notes.map((text) => note(text, words))
      ],
      actions: [
        ...plan.page ? [{ type: "Action.OpenUrl", title: plan.page.label, url: plan.page.address }] : [],
        ...fitting(choices, plan.page ? MOST_BUTTONS - 1 : MOST_BUTTONS).map(saying)
      ]
    }
  };
}
function fitting(choices, room) {
  return choices.length > room ? [...choices.slice(0, room - 1), ...choices.slice(-1)] : choices;
}
function container({ heading, steps, more }, isFirst, words) {
  return {
    type: "Container",
    style: isFirst ? "emphasis" : "default",
    separator: true,
    spacing: "medium",
    items: [
      words(heading, { size: "medium", weight: "bolder" }),
      ...steps.flatMap(({ title, why, contact, source }, at) => [
        words(`${at + 1} \xB7 ${title}`, { weight: "bolder", spacing: "medium" }),
        ...why ? [words(why, { isSubtle: true, spacing: "none" })] : [],
        ...contact ? [words(contact, { spacing: "none" })] : [],
        ...source ? [words(`[${source.title}](${source.address})`, { size: "small", spacing: "none" })] : []
      ]),
      ...more ? [words(more, { isSubtle: true })] : []
    ]
  };
}
function note(text, words) {
  return { type: "Container", separator: true, spacing: "medium", items: [words(text, { size: "small" })] };
}
function saying({ label, says }) {
  const value = says ?? label;
  return { type: "Action.Submit", title: label, data: { says: value, msteams: { type: "imBack", value } } };
}
function inPlainText({ intro, stages, page }) {
  const steps = stages.map(
    ({ heading, steps: steps2 }) => [heading, ...steps2.map(({ title }, at) => `${at + 1}. ${title}`)].join("\n")
  );
  return [intro.replaceAll("*", ""), ...steps, ...page ? [`${page.label} : ${page.address}`] : []].join("\n\n");
}

// src/channel/render.ts
var ASSISTANT = { id: "passerelle", name: "Passerelle" };
function renderReply(reply, channel, answers) {
  const inTeams = channel === "msteams";
  const actions = markActions(reply, channel, answers);
  if (inTeams && reply.plan) return planInTeams(reply, reply.plan);
  const rendered = {
    type: "message",
    textFormat: "markdown",
    locale: LOCALE[reply.language],
    inputHint: "acceptingInput",
    text: typeset(inTeams ? reply.text : withReferences(reply), reply.language),
    ...reply.counsellor ? { from: { id: `counsellor:${reply.counsellor}`, name: reply.counsellor, role: "bot" } } : {},
    channelData: { passerelle: channelDataOf(reply) },
    ...reply.choices?.length ? { suggestedActions: suggestedActions(reply.choices) } : {},
    ...reply.choices?.length && inTeams ? { attachments: [choicesCard(reply.choices, reply.language)] } : {},
    ...reply.citations?.length || reply.byModel || actions.length ? { entities: [messageEntity(reply, actions)] } : {}
  };
  return rendered;
}
function planInTeams(reply, plan) {
  return {
    type: "message",
    locale: LOCALE[reply.language],
    inputHint: "acceptingInput",
    summary: plan.intro.replaceAll("*", ""),
    attachments: [planCard(plan, reply)],
    channelData: { passerelle: channelDataOf(reply) }
  };
}
function suggestedActions(choices) {
  return {
    to: [],
    actions: choices.map(({ label, says }) => ({ type: "imBack", title: label, value: says ?? label }))
  };
}
function channelDataOf(reply) {
  if (reply.status === "counsellor") return { status: "counsellor" };
  return {
    status: reply.status,
    articles: reply.articles,
    publication: reply.publication,
    ...reply.dialog ? { dialog: reply.dialog } : {},
    ...reply.question ? { question: reply.question } : {},
    ...reply.answering ? { answering: reply.answering } : {}
  };
}
function withReferences({ text, citations }) {
  if (!citations?.length) return text;
  const definitions = citations.map(
    ({ position, address, title }) => `[${position}]: ${address} "${title.replace(/["\\]/g, "'")}"`
  );
  return `${text}

${definitions.join("\n")}`;
}
function messageEntity({ citations = [], byModel }, actions) {
  return {
    type: "https://schema.org/Message",
    "@type": "Message",
    "@context": "https://schema.org",
    "@id": "",
    ...byModel ? { additionalType: ["AIGeneratedContent"] } : {},
    ...actions.length ? { potentialAction: actions } : {},
    citation: citations.map(({ position, title, address, abstract }) => ({
      "@type": "Claim",
      "@id": address,
      position,
      appearance: {
        "@type": "DigitalDocument",
        name: clip(title, 80),
        url: address,
        abstract: clip(abstract || title, 160)
      }
    }))
  };
}
function clip(text, length) {
  return text.length > length ? `${text.slice(0, length - 1)}\u2026` : text;
}

// src/channel/typing.ts
var personTyping = (conversation) => `typing:person:${conversation}`;
var counsellorTyping = (conversation) => `typing:counsellor:${conversation}`;
var TOLD_EVERY_MS = 1e3;
var SHOWN_MS = 3e3;
function isSeenTyping({ handling }) {
  return handling.by !== "assistant";
}

// src/channel/handoff-event.ts
var MOST = 200;
function initiateActivity(initiated2) {
  const { event, id: id2, at, channel, conversation, person, replyToId, transcript } = initiated2;
  const from = { id: person, name: "", role: "user" };
  const activity = {
    type: "event",
    name: event.name,
    id: id2,
    timestamp: at,
    localTimezone: "UTC",
    channelId: channel,
    conversation: { id: conversation },
    from,
    recipient: { ...ASSISTANT, role: "bot" },
    value: event.context,
    relatesTo: {
      channelId: channel,
      conversation: { id: conversation },
      user: from,
      bot: { ...ASSISTANT, role: "bot" },
      ...replyToId ? { activityId: replyToId } : {}
    },
    attachments: [{ content: { activities: transcript }, contentType: "application/json", name: "Transcript" }],
    entities: [],
    ...replyToId ? { replyToId } : {}
  };
  return activity;
}
async function sharedBefore(position, event, conversation, conversations) {
  const { consent, question } = event.context;
  if (consent !== "everything" && consent !== "question") return [];
  const lines = await conversations.entries(conversation, Math.max(0, position - 1 - MOST), MOST);
  const before = lines.filter((line) => line.position < position && !line.reply?.event);
  return consent === "everything" ? before : before.filter(({ from, text }) => from === "person" && text !== "" && text === question);
}

// src/conversation/handoff.ts
var CONSENTS = ["everything", "summary", "question"];
var RATINGS = ["yes", "partly", "no"];
function initiated(escalation, request) {
  const { reason, question, agreed, language, situation } = request;
  return {
    name: "handoff.initiate",
    escalation,
    context: {
      escalation,
      reason,
      language,
      question,
      consent: agreed.to,
      ...agreed.to === "question" ? {} : { situation },
      ...situation.trade ? { skill: situation.trade } : {},
      ...situation.region ? { region: situation.region } : {}
    }
  };
}

// src/desk/escalation.ts
var CLOSINGS = ["answered", "referred", "no-answer"];
var done = (escalation) => ({ is: "done", escalation });
var refused = (because) => ({ is: "refused", because });
function requested(id2, conversation, request, after, at) {
  const { reason, question, agreed, language, situation } = request;
  return {
    id: id2,
    conversation,
    standing: { is: "waiting" },
    reason,
    language,
    question,
    agreed,
    situation,
    after,
    askedAt: at,
    told: request.place === void 0 ? {} : { place: request.place, at },
    version: 0
  };
}
function claim(escalation, by, at) {
  const { standing } = escalation;
  if (standing.is === "closed") return refused({ why: "closed" });
  if (standing.is === "held")
    return standing.by.id === by.id ? done(escalation) : refused({ why: "held", by: standing.by });
  const { wanted: _, ...rest } = escalation;
  return done({
    ...rest,
    standing: { is: "held", by, since: at, lastWordAt: at, personSince: at },
    firstHeldAt: escalation.firstHeldAt ?? at
  });
}
function say(escalation, by, at) {
  return whileHeld(escalation, by, (held) => {
    return { ...escalation, standing: { is: "held", by: held.by, since: held.since, lastWordAt: at } };
  });
}
function wrote(escalation, at, inDistress = false) {
  const { standing } = escalation;
  if (standing.is === "closed") return refused({ why: "closed" });
  const raised = inDistress ? { ...escalation, reason: "distress" } : escalation;
  if (standing.is === "waiting") return done(raised);
  return done({ ...raised, standing: { ...standing, personSince: standing.personSince ?? at, personAt: at } });
}
function giveBack(escalation, by, wanted) {
  return whileHeld(escalation, by, () => waitingAgain(escalation, wanted));
}
function close(escalation, by, outcome, at) {
  return whileHeld(escalation, by, () => ({ ...escalation, standing: { is: "closed", at, by, outcome } }));
}
function endFor(escalation, outcome, at) {
  const { standing } = escalation;
  if (standing.is === "closed") return refused({ why: "closed" });
  const by = standing.is === "held" ? { by: standing.by } : {};
  return done({ ...escalation, standing: { is: "closed", at, ...by, outcome } });
}
function remind(escalation, at) {
  const { standing } = escalation;
  if (standing.is !== "held") return refused({ why: standing.is === "closed" ? "closed" : "not-yours" });
  return done({ ...escalation, standing: { ...standing, remindedAt: at } });
}
function takeBack(escalation) {
  const { standing } = escalation;
  if (standing.is !== "held") return refused({ why: standing.is === "closed" ? "closed" : "not-yours" });
  return done(waitingAgain(escalation));
}
function leave(escalation, left) {
  if (escalation.standing.is === "closed") return refused({ why: "closed" });
  const message = [escalation.message, left.message].filter(Boolean).join("\n");
  return done({
    ...escalation,
    ...message ? { message } : {},
    ...left.callBack ? { callBack: left.callBack } : {}
  });
}
function raise(escalation) {
  if (escalation.standing.is === "closed") return refused({ why: "closed" });
  return done({ ...escalation, reason: "distress" });
}
function rate(escalation, rating) {
  if (escalation.standing.is !== "closed") return refused({ why: "not-yours" });
  return done(escalation.rating ? escalation : { ...escalation, rating });
}
function told(escalation, what) {
  if (escalation.standing.is !== "waiting") return refused({ why: "closed" });
  return done({ ...escalation, told: { ...escalation.told, ...what } });
}
function inOrder(a, b) {
  return Number(b.reason === "distress") - Number(a.reason === "distress") || a.askedAt.getTime() - b.askedAt.getTime() || (a.id < b.id ? -1 : 1);
}
function places(open) {
  const waiting = open.filter(({ standing }) => standing.is === "waiting").sort(inOrder);
  return new Map(waiting.map(({ id: id2 }, at) => [id2, at + 1]));
}
function whileHeld(escalation, by, step) {
  const { standing } = escalation;
  if (standing.is === "closed") return refused({ why: "closed" });
  if (standing.is === "waiting") return refused({ why: "not-yours" });
  if (standing.by.id !== by.id) return refused({ why: "not-yours", by: standing.by });
  return done(step(standing));
}
function waitingAgain(escalation, wanted) {
  const { wanted: _, ...rest } = escalation;
  return { ...rest, standing: { is: "waiting" }, told: {}, ...wanted ? { wanted } : {} };
}

export {
  isStatus,
  takeStatus,
  paced,
  readActivity,
  typeset,
  ASSISTANT,
  renderReply,
  personTyping,
  counsellorTyping,
  TOLD_EVERY_MS,
  SHOWN_MS,
  isSeenTyping,
  initiateActivity,
  sharedBefore,
  CONSENTS,
  RATINGS,
  initiated,
  CLOSINGS,
  requested,
  claim,
  say,
  wrote,
  giveBack,
  close,
  endFor,
  remind,
  takeBack,
  leave,
  raise,
  rate,
  told,
  places
};
//# sourceMappingURL=chunk-IDXNKQKT.js.map
