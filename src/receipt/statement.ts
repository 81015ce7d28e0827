import { z } from 'zod';

const grant = z.strictObject({ from: z.string(), to: z.string(), categories: z.array(z.string()) });
const period = z.strictObject({ from: z.string().nullable(), until: z.string().nullable() });

/** What a receipt states, for machines; instants in RFC 3339, agencies by name as they were when it was issued. */
export const receiptStatement = z.strictObject({
  municipality: z.string(),
  caseNumber: z.string(),
  consentId: z.string(),
  /** Its place in the ledger of the case. */
  sequence: z.int(),
  decision: z.string(),
  signer: z.strictObject({ personId: z.string(), role: z.string(), name: z.string().nullable() }),
  subject: z.strictObject({ personId: z.string(), role: z.string() }),
  /** `null` names everything. */
  grants: z.array(grant).nullable(),
  purpose: z.string().nullable(),
  appliesFrom: z.string(),
  until: z.string().nullable(),
  dataPeriods: z.array(period).nullable(),
  evidence: z.strictObject({
    method: z.string(),
    formVersion: z.string(),
    language: z.string(),
    informedBy: z.string().nullable(),
    documentHash: z.string().nullable(),
  }),
  recordedAt: z.string(),
  issuedAt: z.string(),
});
export type ReceiptStatement = z.infer<typeof receiptStatement>;

/** What is signed: the text that a person reads, and the same for machines. */
export const receiptContent = z.strictObject({ text: z.string(), statement: receiptStatement });
export type ReceiptContent = z.infer<typeof receiptContent>;
