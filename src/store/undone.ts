/** Thrown within a transaction to undo all of it; it carries what whoever asked for it is answered. */
export class Undone extends Error {
  readonly answer: 'conflict' | 'said-before'

  constructor(answer: Undone['answer'], sentence: string) {
    super(sentence)
    this.answer = answer
  }
}
