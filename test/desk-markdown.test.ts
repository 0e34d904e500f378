import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { Markdown } from '../src/console/desk/markdown.tsx'

describe('what was said, at the desk', () => {
  it.each([
    ['*Traduction.* Et *deux mots* ici', '<p><em>Traduction.</em> Et <em>deux mots</em> ici</p>'],
    ['**Gras** et *peu*', '<p><strong>Gras</strong> et <em>peu</em></p>'],
    ['*voir **ceci** là*', '<p>*voir <strong>ceci</strong> là*</p>'],
    ['**[1 866](tel:+1866) [2]**', '<p><strong><a href="tel:+1866">1 866</a> [2]</strong></p>'],
    ['2 * 3 * 4, 2*3*4, é*a*é, une * seule', '<p>2 * 3 * 4, 2*3*4, é*a*é, une * seule</p>'],
    ['\\[●●●\\] et \\*sans\\*', '<p>[●●●] et *sans*</p>'],
    ['- *un*\n- deux', '<ul><li><em>un</em></li><li>deux</li></ul>'],
    ['*<b>x</b>*', '<p><em>&lt;b>x&lt;/b></em></p>'],
  ])('draws %s', (text, html) => {
    expect(renderToString(h(Markdown, { text }))).toBe(html)
  })
})
