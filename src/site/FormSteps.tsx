import type { ReactNode } from 'react'

import type { FormStep } from './stepsOf'
import type { Words } from './words'

interface FormStepsProps {
  steps: readonly FormStep[]
  /** The step that is shown; undefined before a script shows one after the other: then all are. */
  current: number | undefined
  words: Words
  render: (step: FormStep, isLast: boolean) => ReactNode
}

/** The steps of a form, one below the other: which of them is shown is up to a script. */
export const FormSteps = ({ steps, current, words, render }: FormStepsProps) =>
  steps.map((step, index) => {
    const fields = <div className="form__fields">{render(step, index === steps.length - 1)}</div>
    if (steps.length === 1) return <div key={index}>{fields}</div>
    return (
      <fieldset
        key={index}
        className="form__step"
        data-step={index}
        hidden={current !== undefined && current !== index}
      >
        <legend tabIndex={-1}>
          <span className="form__step-count">{words.step(index + 1, steps.length)}</span>
          {step.title}
        </legend>
        {fields}
      </fieldset>
    )
  })
