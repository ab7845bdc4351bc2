import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, it } from 'node:test'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { createMail, type Mail, type Message } from '../../../server/platform/mail.js'

interface Received {
  to: string[]
  raw: Buffer
}

const received: Received[] = []
let refuse = false
let noSuchUser = ''
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo(_address, _session, done) {
    done(noSuchUser ? Object.assign(new Error(noSuchUser.slice(4)), { responseCode: Number(noSuchUser.slice(0, 3)) }) : null)
  },
  onData(stream, session, done) {
    buffer(stream).then((raw) => {
      if (refuse) return done(new Error('ocupado'))
      received.push({ to: session.envelope.rcptTo.map((recipient) => recipient.address), raw })
      done()
    }, done)
  },
})
let mail: Mail

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  assert.ok(address && typeof address === 'object')
  mail = createMail({ smtpUrl: `smtp://127.0.0.1:${address.port}`, sender: 'Protocolo <nao-responda@exemplo.sp.gov.br>' })
})
after(async () => {
  mail.close()
  await new Promise<void>((resolve) => server.close(resolve))
})

const message: Message = {
  to: 'helena@exemplo.br',
  subject: 'Protocolo PMVS 2026/500100 — recebemos seu pedido de poda de árvore na Rua Água Fria',
  text: 'Olá, Helena. Recebemos seu pedido.',
  html: '<p>Olá, <strong>Helena</strong>. Recebemos seu pedido.</p>',
  messageId: '<0190aaaa@protocolo.exemplo.sp.gov.br>',
}

async function sent(changes: Partial<Message> = {}) {
  received.length = 0
  assert.equal(await mail.send({ ...message, ...changes }), 'sent')
  const [one] = received
  assert.ok(one && received.length === 1)
  return { ...one, mail: await PostalMime.parse(one.raw) }
}

describe('an e-mail that is sent', () => {
  it('arrives with its accents, as text and as HTML', async () => {
    const { mail: parsed, to } = await sent()
    assert.deepEqual(to, ['helena@exemplo.br'])
    assert.equal(parsed.subject, message.subject)
    assert.equal(parsed.text?.trim(), message.text)
    assert.equal(parsed.html?.trim(), message.html)
  })

  it('comes from the configured sender unless told', async () => {
    assert.equal((await sent()).mail.from?.address, 'nao-responda@exemplo.sp.gov.br')
    const { from } = (await sent({ from: 'Prefeitura de São João <pmsj@exemplo.sp.gov.br>' })).mail
    assert.deepEqual([from?.name, from?.address], ['Prefeitura de São João', 'pmsj@exemplo.sp.gov.br'])
  })

  it('has the caller’s Message-ID, the same at every try', async () => {
    assert.equal((await sent()).mail.messageId, message.messageId)
    assert.equal((await sent()).mail.messageId, message.messageId)
  })

  it('asks holiday notices to keep quiet, and carries the caller’s headers', async () => {
    const { headers } = (await sent({ headers: { 'X-Protocolo': 'abertura' } })).mail
    const value = (key: string) => headers.find((header) => header.key === key)?.value
    assert.equal(value('auto-submitted'), 'auto-generated')
    assert.equal(value('x-protocolo'), 'abertura')
  })
})

describe('nobody slips in a header or a recipient', () => {
  const attacks: [string, Partial<Message>][] = [
    ['a line break in the subject', { subject: 'Oi\r\nBcc: todos@exemplo.br' }],
    ['a lone line feed in the subject', { subject: 'Oi\nBcc: todos@exemplo.br' }],
    ['a line break in the address', { to: 'a@exemplo.br\r\nRCPT TO:<b@exemplo.br>' }],
    ['two addresses', { to: 'a@exemplo.br, b@exemplo.br' }],
    ['a group of addresses', { to: 'grupo: a@exemplo.br;' }],
    ['a name beside the address', { to: 'A <a@exemplo.br>' }],
    ['no address', { to: 'ninguém' }],
    ['a line break in the sender', { from: 'P <p@exemplo.br>\r\nBcc: b@exemplo.br' }],
    ['a line break in the Message-ID', { messageId: '<a@b>\r\nBcc: b@exemplo.br' }],
    ['a line break in a header', { headers: { 'X-A': 'a\r\nBcc: b@exemplo.br' } }],
    ['a line break in a header’s name', { headers: { 'X-A: a\r\nBcc': 'b@exemplo.br' } }],
  ]
  for (const [name, changes] of attacks) {
    it(`${name} is refused and nothing is sent`, async () => {
      received.length = 0
      await assert.rejects(mail.send({ ...message, ...changes }))
      await assert.rejects(createMail({ sender: 'a@b' }).send({ ...message, ...changes }))
      assert.equal(received.length, 0)
    })
  }

  it('a file or address in the content is not read', async () => {
    const { mail: parsed } = await sent({ text: 'file:///etc/passwd', html: '<img src="file:///etc/passwd">' })
    assert.equal(parsed.text?.trim(), 'file:///etc/passwd')
    assert.equal(parsed.attachments.length, 0)
  })
})

describe('an e-mail that can’t be sent', () => {
  it('throws when the server is away, so it is tried again', async () => {
    const away = createMail({ smtpUrl: 'smtp://127.0.0.1:1', sender: 'a@exemplo.br' })
    await assert.rejects(away.send(message), /ECONNREFUSED/)
    away.close()
  })

  it('throws when the server refuses it, and goes through later', async () => {
    refuse = true
    await assert.rejects(mail.send(message))
    refuse = false
    await sent()
  })

  it('is refused for good where there is no such mailbox, and only there', async () => {
    for (noSuchUser of ['550 5.1.1 no such user', '550 unknown', '551 not here', '553 5.1.3 bad name'])
      assert.equal(await mail.send(message), 'refused')
    for (noSuchUser of ['550 5.7.1 relaying denied', '450 4.2.1 busy', '452 4.2.2 mailbox full', '554 5.7.1 denied'])
      await assert.rejects(mail.send(message))
    noSuchUser = ''
    await sent()
  })

  it('is kept where no server is configured', async () => {
    assert.equal(await createMail({ sender: 'a@exemplo.br' }).send(message), 'kept')
  })
})
