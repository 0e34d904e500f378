// src/model/langchain.ts
import { AzureChatOpenAI, AzureOpenAIEmbeddings, ChatOpenAI, OpenAIEmbeddings } from "@langchain/openai";

// src/model/model-settings.ts
var SILENCE_MS = 5e3;

// src/model/langchain.ts
var OPENAI = "https://api.openai.com/v1";
var MOST_TOKENS = 4e3;
var BATCH = 64;
function openClient(settings) {
  let manners = { format: "json_schema", temperature: true };
  const chats = /* @__PURE__ */ new Map();
  const chatWith = (temperature) => {
    const chat = chats.get(temperature) ?? openChat(settings, temperature);
    chats.set(temperature, chat);
    return chat;
  };
  const ask = async (question, signal) => {
    try {
      return await say(chatWith(manners.temperature), question, manners, settings, signal);
    } catch (error) {
      const simpler = withoutWhatIsUnknown(manners, error);
      if (!simpler) throw error;
      manners = simpler;
      return ask(question, signal);
    }
  };
  const embeddings = openEmbeddings(settings);
  return {
    chat: ask,
    embed: async (texts) => {
      if (!embeddings) throw new Error("No embedding model is set.");
      return embeddings.embedDocuments([...texts]);
    }
  };
}
function openChat({ server, budgetMs }, temperate) {
  const shared = {
    maxRetries: 0,
    timeout: budgetMs,
    maxTokens: MOST_TOKENS,
    useResponsesApi: false,
    ...temperate ? { temperature: 0 } : {}
  };
  if (server.kind === "azure") {
    return new AzureChatOpenAI({
      ...shared,
      azureOpenAIApiKey: server.apiKey,
      azureOpenAIEndpoint: server.endpoint,
      azureOpenAIApiDeploymentName: server.deployment,
      azureOpenAIApiVersion: server.apiVersion
    });
  }
  return new ChatOpenAI({
    ...shared,
    model: server.model,
    apiKey: server.apiKey,
    configuration: { baseURL: server.baseUrl ?? OPENAI }
  });
}
function openEmbeddings({ server, embedding, budgetMs }) {
  if (embedding === void 0) return void 0;
  const shared = { maxRetries: 0, timeout: budgetMs, batchSize: BATCH, encodingFormat: "float" };
  if (server.kind === "azure") {
    return new AzureOpenAIEmbeddings({
      ...shared,
      azureOpenAIApiKey: server.apiKey,
      azureOpenAIBasePath: `${server.endpoint.replace(/\/+$/, "")}/openai/deployments`,
      azureOpenAIApiEmbeddingsDeploymentName: embedding,
      azureOpenAIApiVersion: server.apiVersion
    });
  }
  return new OpenAIEmbeddings({
    ...shared,
    model: embedding,
    apiKey: server.apiKey,
    configuration: { baseURL: server.baseUrl ?? OPENAI }
  });
}
async function say(chat, question, { format }, { streaming }, signal) {
  const { name, schema, material } = question;
  const told = format === "json_schema" ? "" : `
Answer with one JSON value of this schema: ${JSON.stringify(schema)}`;
  const messages = [
    ["system", question.instructions + told],
    ["human", material]
  ];
  const options = {
    ...format === "json_schema" ? { response_format: { type: format, json_schema: { name, schema, strict: true }, ...AS_IT_STANDS } } : format === "json_object" ? { response_format: { type: format } } : {}
  };
  if (streaming) return fromStream(chat, messages, options, signal);
  const message = await chat.invoke(messages, { ...options, signal });
  return wordsOf(message);
}
var AS_IT_STANDS = { $parseRaw: (content) => content };
function wordsOf({ text, response_metadata, additional_kwargs, usage_metadata: usage }) {
  const finish = response_metadata.finish_reason;
  return {
    text,
    refused: typeof additional_kwargs.refusal === "string" && additional_kwargs.refusal !== "",
    ...typeof finish === "string" ? { finish } : {},
    ...usage?.input_tokens !== void 0 ? { tokens: { input: usage.input_tokens, output: usage.output_tokens ?? 0 } } : {}
  };
}
async function fromStream(chat, messages, options, signal) {
  const silence = new AbortController();
  const either = AbortSignal.any([signal, silence.signal]);
  const silent = () => silence.abort(new DOMException("The model fell silent.", "TimeoutError"));
  let timer = setTimeout(silent, SILENCE_MS);
  try {
    let whole;
    whole = void 0;
    for await (const chunk of await chat.stream(messages, { ...options, signal: either })) {
      clearTimeout(timer);
      timer = setTimeout(silent, SILENCE_MS);
      whole = whole === void 0 ? chunk : whole.concat(chunk);
    }
    either.throwIfAborted();
    return whole === void 0 ? { text: "", refused: false } : wordsOf(whole);
  } catch (error) {
    if (silence.signal.aborted) throw silence.signal.reason;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
function withoutWhatIsUnknown(manners, error) {
  const { status, message = "" } = error;
  if (status !== 400 && status !== 422) return void 0;
  if (manners.temperature && /temperature/i.test(message)) return { ...manners, temperature: false };
  if (!/response_format|json_schema|json_object|schema/i.test(message)) return void 0;
  if (manners.format === "json_schema") return { ...manners, format: "json_object" };
  return manners.format === "json_object" ? { ...manners, format: "text" } : void 0;
}
export {
  openClient
};
//# sourceMappingURL=langchain-LCCWTB7E.js.map
