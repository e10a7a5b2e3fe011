import { durationNames, ratioNames } from '../../../supervision/figure/figures.ts'
import { type C, show } from '../../desk/frame.tsx'
import type { Messages } from '../../messages.ts'

/** What every figure means, and out of what it is counted. */
export function definitionsPage(c: C) {
  const { figures: t } = c.var.t
  const body = (
    <div class="stack measure">
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <ul>
        {t.rules.map((rule) => (
          <li>{rule}</li>
        ))}
      </ul>
      <Meanings t={t} />
      <p class="hint">{t.hint}</p>
      <p class="hint">{t.yardstick}</p>
    </div>
  )
  return show(c, { title: t.title, layout: 'page', body })
}

const Meanings = ({ t }: { t: Messages['figures'] }) => (
  <dl class="meanings">
    {[...ratioNames.map((name) => t.ratios[name]), ...durationNames.map((name) => t.durations[name])].map(
      ({ name, means, of }) => (
        <>
          <dt>{name}</dt>
          <dd>
            {means}{' '}
            <span class="mute">
              {t.base}: {of}
            </span>
          </dd>
        </>
      ),
    )}
  </dl>
)
