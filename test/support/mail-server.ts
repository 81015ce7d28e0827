import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  readonly from: string;
  /** Headers and body as they came, with the body's transfer encoding undone. */
  readonly text: string;
}

/** A mail server on a port of its own that keeps what it is given, and refuses when it is told to. */
export interface MailServer {
  readonly url: string;
  readonly mails: ReceivedMail[];
  /** The next mails are answered with this code; `null` takes them. */
  refuseWith(code: number | null): void;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  let refusal: number | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(address, _session, done) {
      if (refusal === null) done();
      else done(Object.assign(new Error(`No mailbox ${address.address}`), { responseCode: refusal }));
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        mails.push({
          from,
          to: envelope.rcptTo.map(({ address }) => address).join(),
          text: decoded(Buffer.concat(parts)),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    mails,
    refuseWith: (code) => void (refusal = code),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

function decoded(raw: Buffer): string {
  const [head = '', ...body] = raw.toString('utf8').split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/base64/i.test(head)) return `${head}\n\n${Buffer.from(text, 'base64').toString('utf8')}`;
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return `${head}\n\n${/quoted-printable/i.test(head) ? Buffer.from(bytes, 'latin1').toString('utf8') : text}`;
}
