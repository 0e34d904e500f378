import { CORE_SCHEMA, load } from 'js-yaml'

/** Reads one YAML document (1.2, core schema: dates and times stay text). Throws where it is not well formed. */
export function readYamlText(text: string): unknown {
  return load(text, { schema: CORE_SCHEMA })
}
