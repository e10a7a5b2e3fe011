import { durationNames, ratioNames } from '../../../supervision/figure/figures.ts'
import { type C, show } from '../../desk/frame.tsx'

/** What every figure means, and out of what it is counted. */
export function definitionsPage(c: C) {
  const { figures: t } = c.var.t
  const all = [...ratioNames.map((name) => t.ratios[name]), ...durationNames.map((name) => t.durations[name])]
  return show(c, {
    title: t.title,
    layout: 'page',
    body: (
      <div class="stack measure">
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <ul class="plain">
          {t.rules.map((rule) => (
            <li>{rule}</li>
          ))}
        </ul>
        <dl class="meanings">
          {all.map(({ name, means, of }) => (
            <>
              <dt>{name}</dt>
              <dd>
                {means}{' '}
                <span class="mute">
                  {t.base}: {of}
                </span>
              </dd>
            </>
          ))}
        </dl>
        <p class="hint">{t.hint}</p>
        <p class="hint">{t.yardstick}</p>
      </div>
    ),
  })
}
