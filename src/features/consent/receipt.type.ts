import { Field, ID, ObjectType } from 'type-graphql';
import { Open } from '../../graphql/field-policy.js';

@Open()
@ObjectType('ConsentReceipt', {
  description:
    'A signed receipt of one statement: save `document` as it is; `npm run verify-receipt` checks it offline with the key at `/.well-known/jwks.json`.',
  simpleResolvers: true,
})
export class ConsentReceiptType {
  @Field(() => ID, { description: 'The statement.' })
  consentId!: string;

  @Field({
    description:
      'Text in Swedish and English, then a signature (JWS, EdDSA) over the text and a statement for machines.',
  })
  document!: string;
}
