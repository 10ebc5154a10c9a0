import type { StaffSeen } from '../../../people/registers-seen.ts';
import { type FormField, type FormOf, yesNoOf, yesOrNo } from './form.ts';
import { textOf } from './training.ts';
import { words } from './words.ts';

const said = words.staff.fields;

const fieldsFor = (subjects: readonly string[]): readonly FormField[] => [
  { kind: 'tel', name: 'mobile', label: said.mobile },
  { kind: 'radio', name: 'designated', label: said.designated, choices: yesOrNo },
  {
    kind: 'radio',
    name: 'checksSeen',
    label: said.checksSeen,
    hint: said.checksHint,
    choices: yesOrNo,
  },
  { kind: 'training', name: 'training', label: said.training, subjects },
];

/** What is held of a subject not done is nothing. */
const heldOf = ({ training }: StaffSeen): string =>
  textOf(training.filter(({ on, until }) => `${on}${until}` !== ''));

export const staffForm =
  (id: string): FormOf =>
  ({ staff, subjects }) => {
    const member = staff.find((one) => one.id === id);
    return (
      member && {
        verb: 'set-staff',
        title: words.staff.change(member.name),
        send: words.save,
        fields: fieldsFor(subjects),
        start: {
          mobile: member.mobile,
          designated: yesNoOf(member.designated),
          checksSeen: yesNoOf(member.checksSeen),
          training: heldOf(member),
        },
        unasked: { person: member.id, revision: member.revision },
        onlyChanged: true,
      }
    );
  };

const roleNames = ({ rolesWaiting }: StaffSeen): string =>
  rolesWaiting.map((role) => words.roles[role]).join(', ');

/** Asked once, with what comes of it. */
export const confirmForm =
  (id: string): FormOf =>
  ({ staff }) => {
    const member = staff.find((one) => one.id === id && one.rolesWaiting.length > 0);
    return (
      member && {
        verb: 'confirm-roles',
        title: words.waiting.ask(member.name),
        says: words.waiting.askSaid(member.name, roleNames(member)),
        send: words.waiting.confirm,
        fields: [],
        start: {},
        unasked: { person: member.id, roles: member.rolesListed, revision: member.revision },
      }
    );
  };
