import type { FormBlock } from '@/payload-types'
import { FormView } from '@/site/FormView'
import { populated } from '@/site/populated'
import { RichText } from '@/site/RichText'
import { Section } from '@/site/Section'
import { SectionHeading } from '@/site/SectionHeading'

import type { ViewProps } from '../viewProps'

export const FormBlockView = ({ block, context }: ViewProps<FormBlock>) => {
  const form = populated(block.form)
  if (!form) return null
  // The same form may be on a page twice.
  const idPrefix = `f-${(block.id ?? String(form.id)).replace(/[^\w-]/g, '')}`
  return (
    <Section block={block} className="form-block">
      <div className="form-block__text">
        <SectionHeading block={{ ...block, heading: block.heading || form.title, intro: null }} />
        <RichText data={block.intro} locale={context?.locale} />
      </div>
      <div className="form-block__card" data-tone="card">
        {context?.renderForm ? (
          context.renderForm(form, idPrefix)
        ) : (
          <FormView form={form} action="" idPrefix={idPrefix} locale={context?.locale} />
        )}
      </div>
    </Section>
  )
}
