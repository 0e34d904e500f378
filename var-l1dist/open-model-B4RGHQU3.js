import {
  NO_USAGE,
  addUsage
} from "./chunk-V4UJS2TI.js";

// src/model/open-model.ts
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";

// src/answer/spending.ts
function spendingInMemory() {
  let known = { day: "", usage: NO_USAGE };
  return {
    of: async (day) => known.day === day ? known.usage : NO_USAGE,
    add: async (day, usage) => {
      known = { day, usage: known.day === day ? addUsage(known.usage, usage) : usage };
    }
  };
}

// src/model/breaker.ts
var CLOSED = { is: "closed", failures: 0 };
var MOST_FAILURES = 3;
var FIRST_REST_MS = 15e3;
var LONGEST_REST_MS = 5 * 6e4;
function mayAsk(breaker, now) {
  if (breaker.is === "closed") return { may: true, breaker };
  if (now < breaker.until) return { may: false, breaker };
  const tried = breaker.trying !== void 0 && now - breaker.trying < FIRST_REST_MS;
  return tried ? { may: false, breaker } : { may: true, breaker: { ...breaker, trying: now } };
}
function succeeded() {
  return CLOSED;
}
function failed(breaker, now, rest) {
  if (rest !== void 0) return open(now, Math.min(rest, LONGEST_REST_MS));
  if (breaker.is === "open") return open(now, Math.min(breaker.rest * 2, LONGEST_REST_MS));
  const failures = breaker.failures + 1;
  return failures >= MOST_FAILURES ? open(now, FIRST_REST_MS) : { is: "closed", failures };
}
function undecided(breaker) {
  if (breaker.is === "closed") return breaker;
  const { trying: _, ...rest } = breaker;
  return rest;
}
function open(now, rest) {
  return { is: "open", until: now + rest, rest };
}

// src/model/fault.ts
function failureOf(error, now) {
  const { status, name, code } = error;
  const said = `${code ?? ""} ${error?.message ?? ""}`;
  if (/content[_ ](filter|management policy)/i.test(said)) {
    return { fault: "filtered", passing: false };
  }
  if (/length limit was reached/i.test(said)) return { fault: "cut", passing: false };
  if (name === "TimeoutError" || name === "AbortError") return { fault: "slow", passing: false };
  if (status === 429) {
    if (/insufficient_quota/.test(said)) return { fault: "denied", passing: false };
    const retryAfter = retryAfterOf(error, now);
    return { fault: "busy", passing: true, ...retryAfter === void 0 ? {} : { retryAfter } };
  }
  if (status === 408) return { fault: "slow", passing: false };
  if (status !== void 0 && status >= 500) return { fault: "broken", passing: true };
  if (status === 401 || status === 403 || status === 404) return { fault: "denied", passing: false };
  if (status !== void 0 && status >= 400) return { fault: "refused", passing: false };
  if (error instanceof SyntaxError) return { fault: "broken", passing: false };
  if (/connection error|ECONN|ENOTFOUND|EAI_AGAIN|socket|fetch failed/i.test(said)) {
    return { fault: "unreachable", passing: false };
  }
  if (/terminated|premature|aborted/i.test(said)) return { fault: "cut", passing: false };
  return { fault: "broken", passing: false };
}
function retryAfterOf(error, now) {
  const headers = error.headers;
  const milliseconds = headers?.get?.("retry-after-ms");
  if (milliseconds && /^\d+(\.\d+)?$/.test(milliseconds)) return Number(milliseconds);
  const given = headers?.get?.("retry-after");
  if (!given) return void 0;
  if (/^\d+(\.\d+)?$/.test(given)) return Number(given) * 1e3;
  const date = Date.parse(given);
  return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}

// src/model/read-words.ts
function readWords({ text, finish, refused }, shape) {
  if (refused) return { fault: "refused" };
  if (finish === "content_filter") return { fault: "filtered" };
  if (finish !== "stop") return { fault: "cut" };
  const parsed = parse(text);
  if (parsed === void 0) return { fault: /[{[]/.test(text) ? "broken" : "refused" };
  const read = shape.safeParse(parsed);
  return read.success ? { value: read.data } : { fault: "wrong-shape" };
}
function parse(text) {
  const bare = /^\s*```(?:json)?\s*([\s\S]*?)```\s*$/.exec(text)?.[1] ?? text;
  try {
    return JSON.parse(bare);
  } catch {
    return void 0;
  }
}

// src/model/open-model.ts
var DENIED_REST_MS = 5 * 6e4;
var BUSY_REST_MS = 5e3;
var LEAST_MS = 300;
var MOMENT_MS = 150;
var OF_THE_SERVER = /* @__PURE__ */ new Set([
  "slow",
  "unreachable",
  "busy",
  "broken",
  "cut",
  "wrong-shape",
  "denied"
]);
function openModel(settings, { now, report, spending = spendingInMemory() }) {
  let loading;
  const breakers = { chat: CLOSED, embed: CLOSED };
  const time = () => now().getTime();
  const today = () => now().toISOString().slice(0, 10);
  const client = () => {
    loading ??= import("./langchain-LCCWTB7E.js").then(({ openClient }) => openClient(settings));
    return loading;
  };
  const mayCall = async (kind) => {
    if (await isSpent(settings, spending, today())) return "spent";
    const asked = mayAsk(breakers[kind], time());
    breakers[kind] = asked.breaker;
    return asked.may ? void 0 : "resting";
  };
  const learn = (kind, failure) => {
    const breaker = breakers[kind];
    if (!failure) breakers[kind] = succeeded();
    else if (!OF_THE_SERVER.has(failure.fault)) breakers[kind] = undecided(breaker);
    else breakers[kind] = failed(breaker, time(), restAfter(failure));
  };
  const help = ({ conversation, signal } = {}) => {
    const until = time() + settings.budgetMs;
    let turn = NO_USAGE;
    const call = async (purpose, once) => {
      const began = time();
      const kind = purpose === "embed" ? "embed" : "chat";
      let usage = NO_USAGE;
      let tries = 0;
      const end = (told) => {
        const outcome = told.is === "told" ? "told" : told.because;
        report({ purpose, ...conversation ? { conversation } : {}, outcome, tries, ms: time() - began, usage });
        return told;
      };
      const barred = await mayCall(kind);
      if (barred) return end({ is: "silent", because: barred });
      for (; ; ) {
        const left = until - time();
        if (left < LEAST_MS || signal?.aborted) {
          if (tries === 0) breakers[kind] = undecided(breakers[kind]);
          return end({ is: "silent", because: "slow" });
        }
        tries++;
        const limit = AbortSignal.timeout(left);
        const attempt = await attemptOf(client, once, signal ? AbortSignal.any([limit, signal]) : limit, time);
        usage = addUsage(usage, priced(attempt.tokens, settings));
        turn = addUsage(turn, priced(attempt.tokens, settings));
        if (attempt.tokens) await spending.add(today(), priced(attempt.tokens, settings)).catch(() => {
        });
        if ("value" in attempt) {
          learn(kind, void 0);
          return end({ is: "told", value: attempt.value });
        }
        const wait = waitBefore(attempt, tries, until - time());
        if (wait === void 0) {
          if (signal?.aborted) breakers[kind] = undecided(breakers[kind]);
          else learn(kind, attempt);
          return end({ is: "silent", because: attempt.fault });
        }
        await pause(wait, void 0, signal ? { signal } : {}).catch(() => {
        });
      }
    };
    return {
      ask: ({ purpose, instructions, material, shape }) => call(purpose, async (server2, limit) => {
        const { $schema: _, ...schema } = z.toJSONSchema(shape);
        const words = await server2.chat({ name: purpose.replace("-", "_"), instructions, material, schema }, limit);
        const read = readWords(words, shape);
        const tokens = words.tokens ?? guessed(instructions + material, words.text);
        return "value" in read ? { value: read.value, tokens } : { fault: read.fault, passing: false, tokens };
      }),
      ...settings.embedding ? {
        embed: (texts) => call("embed", async (server2) => {
          const vectors = await server2.embed(texts);
          const tokens = { input: guessed(texts.join(""), "").input, output: 0 };
          const sound = vectors.length === texts.length && vectors.every(isVector);
          return sound ? { value: vectors, tokens } : { fault: "wrong-shape", passing: false, tokens };
        })
      } : {},
      spent: () => turn
    };
  };
  const { server, embedding } = settings;
  return {
    name: server.kind === "azure" ? server.deployment : server.model,
    ...embedding ? { embeds: embedding } : {},
    help
  };
}
async function attemptOf(client, once, signal, time) {
  const aborted = new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  aborted.catch(() => {
  });
  try {
    return await Promise.race([client().then((server) => once(server, signal)), aborted]);
  } catch (error) {
    return signal.aborted ? { fault: "slow", passing: false } : failureOf(error, time());
  }
}
function waitBefore({ fault, passing, retryAfter }, tries, left) {
  if (!passing || tries > 1) return void 0;
  const wait = fault === "busy" ? retryAfter : MOMENT_MS;
  return wait !== void 0 && wait + LEAST_MS < left ? wait : void 0;
}
function restAfter({ fault, retryAfter }) {
  if (fault === "denied") return DENIED_REST_MS;
  return fault === "busy" ? retryAfter ?? BUSY_REST_MS : void 0;
}
async function isSpent({ ceiling }, spending, day) {
  if (!ceiling) return false;
  const spent = await spending.of(day).catch(() => NO_USAGE);
  const { money, tokens } = ceiling;
  return money !== void 0 && spent.cost >= money || tokens !== void 0 && spent.input + spent.output >= tokens;
}
function priced(tokens, { prices }) {
  if (!tokens) return NO_USAGE;
  const cost = prices ? (tokens.input * prices.input + tokens.output * prices.output) / 1e6 : 0;
  return { ...tokens, cost };
}
function guessed(asked, told) {
  return { input: Math.ceil(asked.length / 4), output: Math.ceil(told.length / 4) };
}
function isVector(vector) {
  return vector.length > 0 && vector.every(Number.isFinite);
}
export {
  openModel
};
//# sourceMappingURL=open-model-B4RGHQU3.js.map
