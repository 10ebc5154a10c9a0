/** Every version of the policy: its day, who proposed and who signed it, and what it changes. */
import { Badge, Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SeenPolicy, SeenSignature, SeenVersion } from '../../../journeys/policy-seen.ts';
import { useLayout } from '../../layout.ts';
import { Changes } from './changes.tsx';
import type { PolicyAct } from './use-policy.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  version: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

const colours = {
  'in force': 'success',
  'to come': 'informative',
  'to be signed': 'warning',
  'was in force': 'subtle',
  withdrawn: 'subtle',
} as const;

const signatureSaid = ({ role, name, day, nobody }: SeenSignature): string => {
  if (name !== undefined) return words.versions.signed(role, name, day ?? '');
  return nobody ? words.versions.nobody(role) : words.versions.waits(role);
};

type Asking = {
  readonly version: SeenVersion;
  readonly act: PolicyAct;
};

/** Both ask once before they count. */
const Acts = ({ version, act }: Asking) => {
  const layout = useLayout();
  const [asked, setAsked] = useState<'sign-policy' | 'withdraw-policy'>();
  const { versions } = words;
  if (asked !== undefined) {
    const says = asked === 'sign-policy' ? versions.signAsk : versions.withdrawAsk;
    return (
      <div className={layout.row}>
        <Text>{says(version.version)}</Text>
        <Button
          appearance="primary"
          className={layout.touch}
          disabledFocusable={act.sending}
          onClick={() =>
            void act.send(asked, { version: version.version }).then(() => setAsked(undefined))
          }
        >
          {versions.yes}
        </Button>
        <Button className={layout.touch} onClick={() => setAsked(undefined)}>
          {versions.no}
        </Button>
      </div>
    );
  }
  if (!version.maySign && !version.mayWithdraw) return null;
  return (
    <div className={layout.row}>
      {version.maySign && (
        <Button
          appearance="primary"
          className={layout.touch}
          onClick={() => setAsked('sign-policy')}
        >
          {versions.sign}
        </Button>
      )}
      {version.mayWithdraw && (
        <Button className={layout.touch} onClick={() => setAsked('withdraw-policy')}>
          {versions.withdraw}
        </Button>
      )}
    </div>
  );
};

const dayText = (day: string): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });

const whenSaid = ({ state, from }: SeenVersion): string => {
  if (from === '') return words.versions.first;
  return state === 'to come' || state === 'to be signed'
    ? words.versions.from(dayText(from))
    : words.versions.since(dayText(from));
};

const One = ({ version, act }: Asking) => {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <li className={styles.version}>
      <div className={layout.row}>
        <Text weight="semibold">{words.version(version.version)}</Text>
        <Badge appearance="tint" color={colours[version.state]}>
          {words.versions.states[version.state]}
        </Badge>
        <Text>{whenSaid(version)}</Text>
      </div>
      {version.proposedBy !== '' && (
        <Text>{words.versions.proposed(version.proposedBy, version.proposedOn)}</Text>
      )}
      {version.signatures.map((signature) => (
        <Text key={signature.role}>{signatureSaid(signature)}</Text>
      ))}
      {version.changes.length > 0 && <Changes changes={version.changes} />}
      <Acts version={version} act={act} />
    </li>
  );
};

export const Versions = ({ seen, act }: { readonly seen: SeenPolicy; readonly act: PolicyAct }) => {
  const layout = useLayout();
  return (
    <section className={layout.card} aria-label={words.versions.title}>
      <Subtitle2 as="h2" className={layout.heading}>
        {words.versions.title}
      </Subtitle2>
      <ul className={layout.list}>
        {seen.versions.map((version) => (
          <One key={version.version} version={version} act={act} />
        ))}
      </ul>
    </section>
  );
};
