import {
  card,
  openSchool,
  postTo,
  type School,
  says,
  shows,
  withCard,
  words,
} from '../control/school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());
beforeEach(() => {
  school.seen.length = 0;
  school.answering(() => undefined);
});

const click = (person: string, body: unknown) =>
  school.call('POST', `/local/people/${person}/click`, body);
const chatOf = async (person: string) =>
  (await school.call('GET', `/local/people/${person}/chat`)).body;
const lastCard = async (person: string) => {
  const chat = await chatOf(person);
  return chat[chat.length - 1]?.['card'];
};

const form = card(
  [
    { type: 'Input.Text', id: 'pupil', label: 'Pupil', isRequired: true, errorMessage: 'Who?' },
    { type: 'Input.Text', id: 'phone', regex: '^0[0-9]{10}$', errorMessage: 'A UK number.' },
    {
      type: 'Input.ChoiceSet',
      id: 'level',
      value: 'low',
      choices: [{ title: 'Low', value: 'low' }],
    },
    { type: 'Input.Toggle', id: 'sensitive', title: 'Sensitive' },
    { type: 'Input.Date', id: 'date', value: '2026-11-23' },
    { type: 'Input.Text', id: 'note' },
  ],
  [
    { type: 'Action.Execute', title: 'Ask', verb: 'submit', data: { visit: 'v1' } },
    { type: 'Action.Execute', title: 'Leave', verb: 'cancel', associatedInputs: 'none' },
    {
      type: 'Action.ShowCard',
      title: 'More',
      card: card(
        [{ type: 'Input.Text', id: 'reason' }],
        [{ type: 'Action.Execute', title: 'Decline', verb: 'decline' }],
      ),
    },
  ],
);

describe('a press', () => {
  it('gathers what was typed over what the card offered, and leaves empty boxes out', async () => {
    const message = await postTo(school, 'sam', withCard(form));
    school.answering(() => says('Asked.'));
    const { body } = await click('sam', { message, action: 'Ask', inputs: { pupil: 'K. L.' } });
    expect(body).toMatchObject({ status: 200, body: { value: 'Asked.' } });
    expect(school.seen).toMatchObject([
      {
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: message,
        value: { trigger: 'manual', action: { type: 'Action.Execute', verb: 'submit' } },
      },
    ]);
    const { value } = school.seen[0] as { value: { action: { data: unknown } } };
    expect(value.action.data).toEqual({
      ...{ visit: 'v1', pupil: 'K. L.', level: 'low' },
      ...{ sensitive: 'false', date: '2026-11-23' },
    });
  });

  it('takes no inputs along where the action asks for none, and finds unfolded cards', async () => {
    const message = await postTo(school, 'sam', withCard(form));
    await click('sam', { message, action: 'cancel', inputs: {} });
    await click('sam', { message, action: 'decline', inputs: { pupil: 'x', reason: 'y' } });
    expect(school.seen).toMatchObject([
      { value: { action: { verb: 'cancel', data: {} } } },
      { value: { action: { verb: 'decline', data: { reason: 'y', pupil: 'x', level: 'low' } } } },
    ]);
  });

  it('is stopped by the client when the card is not filled in, and nothing is sent', async () => {
    const message = await postTo(school, 'sam', withCard(form));
    const { status, body } = await click('sam', {
      ...{ message, action: 'submit' },
      inputs: { phone: '12' },
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({ body: { inputs: { pupil: 'Who?', phone: 'A UK number.' } } });
    expect(school.seen).toEqual([]);
  });

  it('of something that is not there names what is', async () => {
    const message = await postTo(school, 'sam', withCard(form));
    const { status, body } = await click('sam', { message, action: 'Approve' });
    expect(status).toBe(404);
    expect(body['body']?.['actions']).toEqual([
      { title: 'Ask', verb: 'submit' },
      { title: 'Leave', verb: 'cancel' },
      { title: 'Decline', verb: 'decline' },
    ]);
  });

  it('puts the card that comes back in the place of the one that was pressed', async () => {
    const message = await postTo(school, 'okafor', withCard(form));
    school.answering(() => shows('Approved by Mrs Okafor'));
    await click('okafor', { message, action: 'cancel' });
    expect(await lastCard('okafor')).toMatchObject({ body: [{ text: 'Approved by Mrs Okafor' }] });
  });

  it('leaves the card alone when a message or an error comes back', async () => {
    const message = await postTo(school, 'okafor', withCard(form));
    school.answering(() => says('Not yours to decide.'));
    await click('okafor', { message, action: 'cancel' });
    const error = {
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'x' },
    };
    school.answering(() => ({ status: 200, body: error }));
    expect((await click('okafor', { message, action: 'cancel' })).body).toEqual({
      status: 200,
      body: error,
    });
    expect(await lastCard('okafor')).toEqual(form);
  });

  it('can be forged: any verb, any data, whatever the card offers', async () => {
    const message = await postTo(school, 'wells', withCard(card([words('Nothing to press')])));
    await click('wells', { message, verb: 'approve', data: { visit: 'v1', content: 'guess' } });
    expect(school.seen).toMatchObject([
      {
        from: { aadObjectId: 'wells' },
        value: { action: { verb: 'approve', data: { visit: 'v1', content: 'guess' } } },
      },
    ]);
  });

  it('finds nothing in somebody else’s chat', async () => {
    const message = await postTo(school, 'rao', withCard(form));
    expect((await click('wells', { message, action: 'submit' })).status).toBe(404);
    expect((await click('nobody', { message, action: 'submit' })).status).toBe(404);
  });

  it('of a suggested command writes its words', async () => {
    const actions = [{ type: 'imBack', title: 'New visit', value: 'new visit' }];
    const message = await postTo(school, 'jo', {
      type: 'message',
      text: 'Hello',
      suggestedActions: { actions },
    });
    await click('jo', { message, action: 'New visit' });
    expect(school.seen).toMatchObject([{ type: 'message', text: 'new visit' }]);
  });

  it('without a message goes to the newest card that offers it', async () => {
    await postTo(school, 'hart', withCard(form));
    const newer = await postTo(school, 'hart', withCard(form));
    await postTo(school, 'hart', { type: 'message', text: 'by the way' });
    await click('hart', { action: 'cancel' });
    expect(school.seen).toMatchObject([{ replyToId: newer }]);
  });
});

describe('typeahead', () => {
  it('asks the bot for what fits', async () => {
    const message = await postTo(school, 'sam', withCard(form));
    const results = [{ title: 'Jo Ashby', value: 'jo' }];
    school.answering(() => ({ status: 200, body: { statusCode: 200, value: { results } } }));
    const query = { dataset: 'people', text: 'jo' };
    const { body } = await click('sam', { message, query });
    expect(school.seen).toMatchObject([
      { name: 'application/search', value: { dataset: 'people', queryText: 'jo' } },
    ]);
    expect(body).toMatchObject({ status: 200, body: { value: { results } } });
  });
});

describe('a dialog', () => {
  const inside = card(
    [{ type: 'Input.Text', id: 'phrase', isRequired: true }],
    [{ type: 'Action.Submit', title: 'Save', data: { verb: 'agree-code-word' } }],
  );
  const opener = card(
    [],
    [
      {
        type: 'Action.Submit',
        title: 'Agree a code word',
        data: { visit: 'v1', msteams: { type: 'task/fetch' } },
      },
    ],
  );
  const goesOn = {
    status: 200,
    body: {
      task: {
        type: 'continue',
        value: {
          title: 'Code word',
          card: { contentType: 'application/vnd.microsoft.card.adaptive', content: inside },
        },
      },
    },
  };

  it('is opened by a press, filled in, sent, and closed', async () => {
    const message = await postTo(school, 'sam', withCard(opener));
    school.answering(() => goesOn);
    const opened = (await click('sam', { message, action: 'Agree a code word' })).body;
    expect(school.seen).toMatchObject([{ name: 'task/fetch', value: { data: { visit: 'v1' } } }]);
    const dialog = String(opened['dialog']);
    expect((await school.call('GET', '/local/people/sam/dialogs')).body).toMatchObject([
      { id: dialog, title: 'Code word', card: inside },
    ]);

    expect((await click('sam', { message: dialog, action: 'Save' })).status).toBe(422);
    expect((await click('jo', { message: dialog, action: 'Save' })).status).toBe(404);
    school.answering(() => ({
      status: 200,
      body: { task: { type: 'message', value: 'Agreed.' } },
    }));
    const inputs = { phrase: 'red umbrella' };
    const sent = (await click('sam', { message: dialog, action: 'Save', inputs })).body;
    expect(school.seen.at(-1)).toMatchObject({
      name: 'task/submit',
      replyToId: message,
      value: { data: { verb: 'agree-code-word', phrase: 'red umbrella' } },
    });
    expect(sent).toMatchObject({ body: { task: { value: 'Agreed.' } } });
    expect((await school.call('GET', '/local/people/sam/dialogs')).body).toEqual([]);
  });
});

describe('a card that the bot has changed meanwhile', () => {
  it('can still be pressed as it was, like a client that has not caught up', async () => {
    const message = await postTo(school, 'sam', withCard(form));
    const { body } = await school.asBot('POST', '/conversations', { members: [{ id: '29:sam' }] });
    await school.asBot(
      'PUT',
      `/conversations/${body['id']}/activities/${message}`,
      withCard(card([words('Over')])),
    );
    expect((await lastCard('sam'))?.['actions']).toEqual([]);
    expect((await click('sam', { message, action: 'cancel' })).status).toBe(200);
    expect(school.seen.at(-1)).toMatchObject({ value: { action: { verb: 'cancel' } } });
    expect((await click('sam', { message, action: 'approve' })).status).toBe(404);
  });
});
