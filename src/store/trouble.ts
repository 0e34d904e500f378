/** Told when something went wrong that nobody waits for: a sentence for the log, never the words of a person. */
export type Trouble = (sentence: string, error: unknown) => void
