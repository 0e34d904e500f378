/** The `xliff` package brings no types. */
declare module 'xliff/js2xliff' {
  export type Inline = string | { readonly [kind: string]: Readonly<Record<string, unknown>> }
  export interface Unit {
    readonly source: readonly Inline[]
    readonly target?: readonly Inline[]
    readonly note?: string
    readonly additionalAttributes?: Readonly<Record<string, string>>
  }
  export interface Document {
    readonly sourceLanguage: string
    readonly targetLanguage: string
    readonly resources: Readonly<Record<string, Readonly<Record<string, Unit>>>>
  }
  export default function js2xliff(
    document: Document,
    options: { readonly indent: string; readonly targetXliffVersion?: string },
    done: (fault: Error | null, xml?: string) => void,
  ): string
}
declare module 'xliff/xliff2js' {
  export default function xliff2js(xml: string): Promise<import('xliff/js2xliff').Document>
}
