import { z } from 'zod'
import { signs, supports } from './codes.ts'

const share = z.number().gt(0).lt(1)
const sign = z.object({
  /** Points at its first showing; a sign never speaks for anybody. */
  weight: z.number().max(0),
  /** How many showings add up within the history. */
  most: z.int().min(1),
  /** Share of check-ins of most honest people in which it happens by accident. */
  often: share,
  /** Honest people to whom it happens more, because of their phone or their office: what share of all, and how often. */
  others: z.array(z.object({ share, often: z.number().gt(0).max(1) })).refine(others => others.reduce((sum, one) => sum + one.share, 0) < 1),
})

/**
 * Reference value `attendance-confidence`/`weights`. Points are tenths of a power of ten of odds: 10 is ten times as
 * likely, 3 twice. What speaks for somebody is never below nothing, what speaks against never above.
 */
export const parameters = z.object({
  /** Before anything is known. */
  start: z.object({ who: z.number(), where: z.number(), when: z.number() }),
  levels: z.object({ high: z.number(), doubtful: z.number() }).refine(({ high, doubtful }) => doubtful < high),
  supports: z.record(z.enum(supports), z.number().min(0)),
  signs: z.record(z.enum(signs), sign),
  limits: z.object({
    /** Metres of accuracy up to which a reading says at a place, and about at a place. */
    atPlaceMetres: z.number().positive(),
    aboutMetres: z.number().positive(),
    /** Metres outside a place, beyond twice the accuracy. */
    outsideMetres: z.number().positive(),
    farMetres: z.number().positive(),
    /** Metres per second that nobody travels. */
    fastest: z.number().positive(),
    /** Metres no phone is as sure of. */
    leastAccuracy: z.number().positive(),
    /** Metres of accuracy that only satellites give. */
    satelliteMetres: z.number().min(0),
    fewAltitudes: z.int().min(1),
    /** Readings that must be alike before they are called so. */
    manyReadings: z.int().min(3),
    /** Days on which one accuracy came before it is said to return, and readings with others among them: how many, and which part of all. */
    fewReturns: z.int().min(2),
    manyOthers: z.int().min(2),
    partOfOthers: z.number().min(0).max(1),
    /** How many of those others must differ from each other, as a part of all. */
    mostlyDifferent: z.number().min(0).max(1),
    /** Spread of distances to the middle, as a part of the accuracy, under which readings are calmer than real ones. */
    leastSpread: z.number().min(0),
    /** Steps within one press that must all be as long before a reading is called restless, in metres and as a part of its accuracy, and the part of their sum that who walks covers. */
    fewSteps: z.int().min(2),
    restlessMetres: z.number().positive(),
    restlessPart: z.number().min(0),
    straight: z.number().gt(0).lt(1),
    /** Seconds after its appearance at which a code is late: its window and the time to press a button. */
    codeSeconds: z.number().positive(),
    knownDays: z.int().min(1),
  }),
  review: z.object({
    /** Days a pattern is looked for in; traces must be kept as long. */
    lookBack: z.int().min(7).max(70),
    /** Points of a month from which somebody comes onto the superior's list. */
    points: z.number().positive(),
    /** Points of a sign that are put down to looking for many of them. */
    chance: z.number().min(0),
    /** Different days on which something must have shown; one bad day is no pattern. */
    days: z.int().min(1),
    /** Different days with a doubtful check-in, for more than a missing letter, that are enough by themselves. */
    doubtfulDays: z.int().min(1),
    /** Share of honest people whose phone reads otherwise wherever nobody and nothing bears them out. */
    alone: share,
  }),
})
export type Parameters = z.infer<typeof parameters>
