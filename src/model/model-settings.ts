/** A model as the settings name it. */
export interface ModelSettings {
  readonly server:
    | { readonly kind: 'openai'; readonly apiKey: string; readonly baseUrl?: string; readonly model: string }
    | {
        readonly kind: 'azure'
        readonly apiKey: string
        readonly endpoint: string
        readonly deployment: string
        readonly apiVersion: string
      }
  /** The embedding model, or its Azure deployment. */
  readonly embedding?: string
  /** All the calls of one turn together may take so long. */
  readonly budgetMs: number
  /** Money for a million tokens. */
  readonly prices?: { readonly input: number; readonly output: number }
  /** After so much in a day the assistant goes on without the model. */
  readonly ceiling?: { readonly money?: number; readonly tokens?: number }
  /** Words are taken as they come, so that a server that falls silent is noticed before the budget is over. */
  readonly streaming?: boolean
}

/** Where OpenAI itself is, where no other address is set. */
export const OPENAI = 'https://api.openai.com/v1'

/** The host that a model is asked at: what a person may be told of it, without any secret of its address. */
export function hostOf({ server }: Pick<ModelSettings, 'server'>): string {
  return new URL(server.kind === 'azure' ? server.endpoint : (server.baseUrl ?? OPENAI)).hostname
}

/** So long a streaming server may be silent between two words. */
export const SILENCE_MS = 5_000
