/** A number of a form or of one of its fields, whose sessions are looked at; in the address as JSON. */
export type BehindForm =
  | {
      readonly page: string;
      readonly form: string;
      readonly which: 'STARTED' | 'SUBMITTED' | 'ABANDONED';
    }
  | {
      readonly page: string;
      readonly form: string;
      readonly which: 'LEFT' | 'BLANK' | 'REFILLED';
      readonly field: string;
      readonly type: string;
    };

const ofForm = ['STARTED', 'SUBMITTED', 'ABANDONED'] as const;
const ofField = ['LEFT', 'BLANK', 'REFILLED'] as const;

export function writeBehindForm(behind: BehindForm): string {
  const { page, form, which } = behind;
  const rest = 'field' in behind ? [behind.field, behind.type] : [];
  return JSON.stringify([page, form, which, ...rest]);
}

/** @returns undefined where the address says nothing of the kind */
export function readBehindForm(text: string | undefined): BehindForm | undefined {
  const [page, form, said, field, type] = readTexts(text);
  if (page === undefined || form === undefined) return undefined;
  if (field !== undefined && type !== undefined) {
    const which = ofField.find((one) => one === said);
    return which && { page, form, which, field, type };
  }
  const which = ofForm.find((one) => one === said);
  return which && { page, form, which };
}

function readTexts(text: string | undefined): string[] {
  try {
    const parsed: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(parsed) ? parsed.map(String) : [];
  } catch {
    return [];
  }
}
