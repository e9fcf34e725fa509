import { type z } from 'zod'

import { type FieldPath, pathSteps, pathText } from './fieldPath'
import { templateFields } from './template'

/** What is checked of a rule; ImportMap.ts has the whole of it. */
interface Rule {
  readonly from?: FieldPath | undefined
  readonly or?: readonly FieldPath[] | undefined
  readonly to?: string | readonly string[] | undefined
  readonly as?: string | undefined
  readonly collection?: string | undefined
  readonly driver?: string | undefined
  readonly value?: unknown
  readonly lookup?: unknown
  readonly else?: unknown
  readonly split?: string | undefined
  readonly template?: string | undefined
  readonly secret?: true | undefined
  readonly localized?: true | undefined
}

interface Collection {
  readonly to?: string | undefined
  readonly leave?: string | undefined
  readonly copyOf?: unknown
  readonly fields?: readonly (string | Rule)[] | undefined
  readonly drop?: readonly FieldPath[] | undefined
}

/** A field of Payload's, so that no target is named as something that every object has. */
export const TARGET = /^_?[A-Za-z]\w*(?:\._?[A-Za-z]\w*)*$/

type Refuse = (reason: string, ...path: (string | number)[]) => void

/** What the form of a collection's rules alone does not say: rules that contradict each other or themselves. */
export function checkFields(collection: Collection, context: z.RefinementCtx): void {
  const refuse: Refuse = (message, ...path) => context.addIssue({ code: 'custom', message, path })
  const rules = (collection.fields ?? []).map(ruleOf)
  if (collection.leave !== undefined && Object.keys(collection).length > 1)
    refuse('leave says why a collection stays behind, and has nothing beside it', 'leave')
  if (collection.copyOf !== undefined && collection.to === undefined)
    refuse('a copy needs a `to`: the documents are kept where they are', 'copyOf')
  if (collection.to === undefined && rules.length > 0)
    refuse('has fields and no `to`: say which collection they go to', 'fields')
  for (const [index, rule] of rules.entries())
    checkRule(rule, (reason) => refuse(reason, 'fields', index))
  checkTargets(rules, refuse)
  checkDrops(rules, collection.drop ?? [], refuse)
}

/** A name alone is a field that keeps it. */
const ruleOf = (rule: string | Rule): Rule => (typeof rule === 'string' ? { from: rule } : rule)

function checkRule(rule: Rule, refuse: (reason: string) => void): void {
  const has = (...keys: (keyof Rule)[]): (keyof Rule)[] =>
    keys.filter((key) => rule[key] !== undefined)
  if (has('from', 'value', 'template').length !== 1)
    refuse('needs exactly one of from, value and template')
  if (has('as', 'lookup', 'split').length > 1) refuse('has more than one of as, lookup and split')
  const ofFrom = has('or', 'as', 'lookup', 'split', 'secret', 'localized')
  if (rule.from === undefined && ofFrom.length > 0) refuse(`${ofFrom.join()} belongs to from`)
  if (rule.else !== undefined && rule.lookup === undefined) refuse('else belongs to lookup')
  if (rule.localized && has('lookup', 'split').length > 0)
    refuse('localized goes with as, or alone')
  if (rule.collection !== undefined && rule.as !== 'reference')
    refuse('collection belongs to as: reference')
  if (rule.driver !== undefined && rule.as !== 'uuid') refuse('driver belongs to as: uuid')
  if (Array.isArray(rule.to) !== (rule.split !== undefined))
    refuse('split and a list of fields in `to` belong together')
  if (rule.to === undefined && !isTarget(rule.from)) refuse('needs `to`')
  if (rule.template !== undefined && !templateFields(rule.template))
    refuse('the template has a { or } that belongs to no field; {{ and }} are plain ones')
}

/** Whether a field can have the same name here. */
const isTarget = (path: FieldPath | undefined): boolean =>
  typeof path === 'string' && TARGET.test(path)

function checkTargets(rules: readonly Rule[], refuse: Refuse): void {
  const seen: string[] = []
  for (const [index, rule] of rules.entries()) {
    for (const target of [rule.to ?? rule.from ?? []].flat()) {
      const other = seen.find((before) => isWithin(before, target) || isWithin(target, before))
      if (other !== undefined)
        refuse(`writes ${target}, and a rule before it writes ${other}`, 'fields', index)
      seen.push(target)
    }
  }
}

const isWithin = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(`${outer}.`)

/** The fields that a rule reads. */
export const fieldsOf = ({ from, or = [] }: Pick<Rule, 'from' | 'or'>): readonly FieldPath[] =>
  from === undefined ? [] : [from, ...or]

function checkDrops(rules: readonly Rule[], drops: readonly FieldPath[], refuse: Refuse): void {
  for (const [index, drop] of drops.entries()) {
    const used = rules.flatMap(fieldsOf).find((from) => overlap(from, drop))
    if (used !== undefined) refuse(`is dropped, and a rule maps ${pathText(used)}`, 'drop', index)
  }
}

/** Whether one is the other, or a part of it. */
function overlap(one: FieldPath, other: FieldPath): boolean {
  const [shorter, longer] = [pathSteps(one), pathSteps(other)].sort((a, b) => a.length - b.length)
  return shorter?.every((step, place) => longer?.[place] === step) ?? false
}
