'use client'

import {
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type FormEvent,
  type RefObject,
} from 'react'

import type { FormDefinition, FormState } from './formDefinition'
import type { FormProgress } from './FormView'
import { checkChosen } from './checkChosen'
import { loadSolution } from './loadSolution'
import { shownFields } from './shownFields'
import { stepsOf } from './stepsOf'

type Values = Readonly<Record<string, string | undefined>>

const never = () => () => {}

/** False in the HTML of the server and for the first drawing in the browser, which has to be the same. */
const useScript = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

const startOf = ({ fields }: FormDefinition): Values =>
  Object.fromEntries(
    (fields ?? []).flatMap(({ name, defaultValue }) =>
      name ? [[name, String(defaultValue ?? '')]] : [],
    ),
  )

const typedIn = (form: HTMLFormElement): Values => {
  // What is hidden is disabled, and would be missing: its value is kept for when it is shown again.
  const typed = [...new FormData(form)].filter(([, value]) => typeof value === 'string')
  // Nor is a box without a tick among what a form sends.
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]:enabled')]
  return {
    ...Object.fromEntries(boxes.map(({ name }) => [name, ''])),
    ...Object.fromEntries(typed.map(([name, value]) => [name, String(value)])),
  }
}

/** The first step with an error; where no field is to blame the last one, from which it was sent. */
function faultyStep({ fields }: FormDefinition, { errors = {} }: FormState): number {
  const steps = stepsOf(fields ?? [])
  const index = steps.findIndex((step) => step.fields.some(({ name }) => name && errors[name]))
  return index >= 0 ? index : steps.length - 1
}

/** Says at the first wrong answer of a step what is wrong. */
const isStepValid = (form: HTMLFormElement, step: number): boolean =>
  [
    ...form.querySelectorAll<HTMLInputElement>(
      `[data-step="${step}"] :is(input, select, textarea)`,
    ),
  ].every((control) => control.reportValidity())

const focusStep = (form: HTMLFormElement | null, step: number) =>
  form?.querySelector<HTMLElement>(`[data-step="${step}"] legend`)?.focus()

/**
 * What a script adds to a form: one step after the other, conditions that answer at once, and the puzzle. Without it the form is
 * whole as it is.
 */
export function useFormProgress(
  form: FormDefinition,
  state: FormState,
  send?: (element: HTMLFormElement) => Promise<void>,
): { progress: FormProgress | undefined; captcha: RefObject<HTMLInputElement | null> } {
  const hasScript = useScript()
  const [seen, setSeen] = useState(state)
  const [step, setStep] = useState(0)
  const [values, setValues] = useState<Values>(() => startOf(form))
  const [isBusy, setBusy] = useState(false)
  const captcha = useRef<HTMLInputElement>(null)
  const moved = useRef(false)

  if (state !== seen) {
    setSeen(state)
    setStep(faultyStep(form, state))
    setValues(state.values ?? startOf(form))
  }
  useEffect(() => {
    // A solved puzzle counts once, and the form has been answered.
    if (captcha.current) captcha.current.value = ''
  }, [state])
  useEffect(() => {
    if (moved.current) focusStep(captcha.current?.form ?? null, step)
    moved.current = false
  }, [step])

  const goTo = (next: number) => {
    moved.current = true
    setStep(next)
  }

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const element = event.currentTarget
    if (step < stepsOf(form.fields ?? []).length - 1) {
      event.preventDefault()
      if (isStepValid(element, step)) goTo(step + 1)
      return
    }
    const input = captcha.current
    const hasToSolve = form.captcha && input?.value === ''
    if (!hasToSolve && !send) return
    event.preventDefault()
    if (isBusy || !input) return
    setBusy(true)
    const finish = async () => {
      if (hasToSolve) input.value = await loadSolution(String(form.id))
      // React sends what asks for no files: solved, it is not stopped here any more.
      if (send) await send(element)
      else element.requestSubmit()
      setBusy(false)
    }
    void finish()
  }

  return {
    captcha,
    progress: hasScript
      ? {
          step,
          shown: shownFields(form.fields ?? [], values),
          isBusy,
          onInput: (event) => {
            checkChosen(form, event.currentTarget)
            setValues({ ...values, ...typedIn(event.currentTarget) })
          },
          onSubmit,
          onBack: () => goTo(step - 1),
        }
      : undefined,
  }
}
