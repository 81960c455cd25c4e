/** The four questions about who somebody is, for every flow that asks them, and what is known so far. */
import { z } from 'zod';
import { stepsOf } from './engine/define-flow.ts';
import type { Accept, At, Move, QuestionStep } from './engine/flow.ts';
import { type Row, say } from './engine/message.ts';
import type { Words } from './engine/text.ts';
import type { Profile } from './engine/who.ts';
import { emailAnswer, nameAnswer, phoneAnswer, phoneInWords, profileTexts } from './profile-answers.ts';

/** What a flow remembers of it, until all of it is known. */
export const saidProfile = z.object({
  firstName: z.string().exactOptional(),
  lastName: z.string().exactOptional(),
  email: z.string().exactOptional(),
  phone: z.string().exactOptional(),
});

/** What is asked, in the order in which it is asked; the steps of the questions are called the same. */
const PROFILE_FIELDS = ['firstName', 'lastName', 'email', 'phone'] as const;

/** One of them. */
export type ProfileField = (typeof PROFILE_FIELDS)[number];

/** The choices that change one answer, for `choiceOf` on the texts of profiles. */
export const profileChanges = {
  firstName: 'changeFirstName',
  lastName: 'changeLastName',
  email: 'changeEmail',
  phone: 'changePhone',
} as const satisfies Record<ProfileField, string>;

const LABELS = {
  firstName: 'firstNameLabel',
  lastName: 'lastNameLabel',
  email: 'emailLabel',
  phone: 'phoneLabel',
} as const satisfies Record<ProfileField, string>;

const READ: Record<ProfileField, Accept<string>> = {
  firstName: nameAnswer,
  lastName: nameAnswer,
  email: emailAnswer,
  phone: phoneAnswer,
};

type HasProfile = { profile?: Partial<Profile> | undefined };

/** The questions. `next` says where all that is known by then leads. */
export function profileQuestions<Data extends HasProfile, StepName extends string>(
  next: (profile: Partial<Profile>) => Move<Data, StepName>,
): Record<ProfileField, QuestionStep<Data, StepName>> {
  const { question } = stepsOf<Data, StepName>();
  const asking = (field: ProfileField) =>
    question({
      ask: () => ({ messages: [say(profileTexts(field))] }),
      accepts: READ[field],
      next: (answered, at) => next({ ...profileSaid(at), [field]: answered }),
    });
  return {
    firstName: asking('firstName'),
    lastName: asking('lastName'),
    email: asking('email'),
    phone: asking('phone'),
  };
}

/** What is known of the person: what they said just now, or earlier. */
export function profileSaid<Data extends HasProfile>({ data: { profile }, who }: At<Data>): Partial<Profile> {
  return profile ?? { ...who.profile };
}

/** The first thing not known yet. */
export function firstMissing(profile: Partial<Profile>): ProfileField | undefined {
  return PROFILE_FIELDS.find((field) => !profile[field]);
}

/** All of it, if all is known. */
export function wholeProfile({ firstName, lastName, email, phone }: Partial<Profile>): Profile | undefined {
  return firstName && lastName && email && phone ? { firstName, lastName, email, phone } : undefined;
}

/** What was said, to look over. */
export function profileRows(profile: Partial<Profile>): Row[] {
  return PROFILE_FIELDS.map((field) => ({
    label: profileTexts(LABELS[field]),
    value: inWords(field, profile[field] ?? ''),
  }));
}

const inWords = (field: ProfileField, said: string): Words => (field === 'phone' ? phoneInWords(said) : said);
