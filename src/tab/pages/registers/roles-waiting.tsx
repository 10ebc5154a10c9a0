/** Roles that somebody added by hand in the list: they count once another person confirms them. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { StaffSeen } from '../../../people/registers-seen.ts';
import { useSession } from '../../client-context.ts';
import { useLayout } from '../../layout.ts';
import { useOpener } from './change-button.tsx';
import { confirmForm } from './staff-form.ts';
import type { Change } from './use-change.ts';
import { words } from './words.ts';

const said = words.waiting;

type OneProps = {
  readonly member: StaffSeen;
  readonly change: Change;
  readonly onLeave: () => void;
};

const whyNot = (own: boolean): string => (own ? said.own : said.notYours);

const One = ({ member, change, onLeave }: OneProps) => {
  const { touch } = useLayout();
  const opener = useOpener();
  const { me } = useSession();
  const roles = member.rolesWaiting.map((role) => words.roles[role]).join(', ');
  const own = me.person.id === member.id;
  const may = member.mayConfirmRoles && !own;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{said.title(member.name)}</MessageBarTitle>
        {said.said(roles)} {!may && whyNot(own)}
      </MessageBarBody>
      {may && (
        <MessageBarActions>
          <Button
            {...opener}
            appearance="primary"
            aria-label={said.confirmOne(member.name)}
            onClick={() => change.start(confirmForm(member.id))}
          >
            {said.confirm}
          </Button>
          <Button className={touch} aria-label={said.leaveOne(member.name)} onClick={onLeave}>
            {said.leave}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
};

type Props = { readonly staff: readonly StaffSeen[]; readonly change: Change };

/** Left as they were, they are shown again once the list names others. */
export const RolesWaiting = ({ staff, change }: Props) => {
  const [left, setLeft] = useState<readonly string[]>([]);
  const mark = ({ id, rolesListed }: StaffSeen): string => `${id} ${rolesListed}`;
  return staff
    .filter((member) => member.rolesWaiting.length > 0 && !left.includes(mark(member)))
    .map((member) => (
      <One
        key={member.id}
        member={member}
        change={change}
        onLeave={() => {
          setLeft((before) => [...before, mark(member)]);
          change.say(said.left(member.name));
        }}
      />
    ));
};
