import type { PropsWithChildren } from 'hono/jsx'
import type { Messages } from '../messages.ts'
import { ErrorSummary } from '../ui/choices.tsx'
import { Field } from '../ui/field.tsx'
import { Submit } from './frame.tsx'

type Asked = PropsWithChildren<{
  t: Messages
  errors: Readonly<Record<string, string>>
  username: string
  action: string
  hint: string
}>

/** A password is chosen the same way wherever it is chosen. What the way in asks for besides stands before it. */
export const NewPassword = ({ t, errors, username, action, hint, children }: Asked) => (
  <div class="measure">
    <ErrorSummary t={t} errors={errors} />
    <div class="head">
      <h1>{t.account.chooseTitle}</h1>
      <p class="hint">{hint}</p>
    </div>
    <form method="post" action={action}>
      <input class="vh" type="text" name="username" value={username} autocomplete="username" tabindex={-1} readonly aria-label={t.account.username} />
      {children}
      <Field t={t} name="baru" label={t.account.chosen} hint={t.account.chosenHint} type="password" autocomplete="new-password" error={errors.baru} />
      <Field t={t} name="ulang" label={t.account.again} type="password" autocomplete="new-password" error={errors.ulang} />
      <Submit>{t.account.keep}</Submit>
    </form>
  </div>
) // biome-ignore format: short elements on one line
