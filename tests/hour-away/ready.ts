/** What has gone well before the hour begins. */
import type { School } from '../support/school.ts';
import { type Hands, idOf, type Reply } from './hands.ts';
import { approved, formOf, phrase, waiting } from './script.ts';

const checks = { phone: 'yes', identification: 'yes', fit: 'yes', documents: 'yes' };

const done = (what: string, { status, body }: Reply): void => {
  if (status !== 200 || /"statusCode":[45]/u.test(body)) throw new Error(`${what}: ${body}`);
};

/** Before the hour: everybody ready, and who is to wait for a yes waiting. */
export const makeReady = async (school: School, hands: Hands): Promise<void> => {
  for (const { id } of await school.people()) await hands.say(id, 'hello');
  for (const visit of [...approved, ...waiting]) {
    const { name, asker, visitors } = visit;
    done(name, await hands.press(asker, 'submit', name, formOf(visit)));
    for (const who of visitors.split(',')) {
      done('health', await hands.press(who, 'answer-health', name, { adjustment: 'none' }));
      done('reading', await hands.press(who, 'confirm-reading', name));
    }
    const asked = waiting.includes(visit) ? [] : ['approve'];
    for (const verb of ['open-details', 'adopt-assessment', ...asked])
      done(verb, await hands.press('okafor', verb, name, { note: '' }));
  }
  done('round', await hands.press('sam', 'plan-round', 'nobody-in', { visits: idOf('help') }));
  done('word', await hands.press('sam', 'agree-code-word', 'help', { phrase }));
  await hands.goTo('13:50');
  for (const { name, visitors } of approved)
    for (const who of visitors.split(','))
      done('check', await hands.press(who, 'check-departure', name, checks));
  await school.advance('PT5M');
};
