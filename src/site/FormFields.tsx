import type { CountryOption, FormFieldDefinition, FormState } from './formDefinition'
import { FormField } from './FormField'
import { RichText } from './RichText'
import { wordsOf, type Words } from './words'

interface FormFieldsProps {
  fields: readonly FormFieldDefinition[]
  /** Which of them are shown; undefined before a script decides it: then all are. */
  shown: ReadonlySet<FormFieldDefinition> | undefined
  /** All fields of the form, for the words of conditions. */
  all: readonly FormFieldDefinition[]
  state: FormState
  /** How many bytes all files may have. */
  platform?: number
  idOf: (name: string) => string
  countries: CountryOption[]
  locale: string | undefined
}

/** Said to those without a script, who see every question. */
function conditionOf(
  { showIf }: FormFieldDefinition,
  all: readonly FormFieldDefinition[],
  words: Words,
): string {
  const on = all.find(({ name }) => name === showIf?.field)
  const question = (on?.label || on?.name || '').replace(/[.:?!]+$/, '')
  const answer = on?.options?.find(({ value }) => value === showIf?.value)?.label ?? showIf?.value
  return on?.blockType === 'checkbox'
    ? words.onlyIf(question)
    : words.onlyIfAnswer(question, answer ?? '')
}

/** The questions and texts of a form, or of one of its steps. */
export const FormFields = ({
  fields,
  shown,
  all,
  state,
  platform,
  idOf,
  countries,
  locale,
}: FormFieldsProps) => {
  const words = wordsOf(locale)
  return fields.map((field, index) => {
    const { name } = field
    const key = field.id ?? name ?? index
    const content =
      field.blockType === 'message' ? (
        <RichText key={key} data={field.message} className="field__message" locale={locale} />
      ) : name ? (
        <FormField
          key={key}
          // Without a script everything is shown, and what is hidden is not required.
          field={
            field.showIf?.field && !shown ? { ...field, name, required: false } : { ...field, name }
          }
          id={idOf(name)}
          value={state.values?.[name] ?? (state.values === undefined ? undefined : '')}
          error={state.errors?.[name]}
          countries={countries}
          words={words}
          platform={platform}
          filesLost={state.filesLost}
        />
      ) : null
    if (!field.showIf?.field) return content
    const isHidden = shown !== undefined && !shown.has(field)
    return (
      <fieldset key={key} className="field-condition" hidden={isHidden} disabled={isHidden}>
        {shown ? null : <legend>{conditionOf(field, all, words)}</legend>}
        {content}
      </fieldset>
    )
  })
}
