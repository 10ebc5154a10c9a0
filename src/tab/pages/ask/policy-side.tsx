/** What the school's policy says of the visit as it stands, who decides, and what still speaks against it. */
import { makeStyles, mergeClasses, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { AskForm, FormChecked } from '../../client.ts';
import { useLayout, wide } from '../../layout.ts';
import { words } from '../../words.ts';

const useStyles = makeStyles({
  side: { order: -1, [wide]: { order: 0, position: 'sticky', top: '4.5rem' } },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  item: { marginBlock: tokens.spacingVerticalXS, overflowWrap: 'anywhere' },
  clause: { display: 'block', color: tokens.colorNeutralForeground2 },
});

/** The same thing is said once, though it stands in the way in two places. */
const Against = ({ refusals }: Pick<FormChecked, 'refusals'>) => {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <section aria-label={words.ask.against.title} aria-live="polite">
      <Subtitle2 as="h3" className={layout.heading}>
        {refusals.length === 0
          ? words.ask.against.nothing
          : words.ask.against.count(refusals.length)}
      </Subtitle2>
      <ul className={styles.list}>
        {refusals.map(({ rule, because, field = '', clause }) => (
          <li key={`${rule} ${field} ${because}`} className={styles.item}>
            {because}
            <Text size={200} className={styles.clause}>
              {clause}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
};

const usual = (form: AskForm): readonly string[] => [
  words.ask.staffing[form.rules.staffing.rule],
  words.ask.appointment[form.rules.appointment.rule],
  words.ask.floor[form.initialFloor],
  words.ask.decides(form.approvers),
];

type Props = { readonly form: AskForm; readonly checked: FormChecked | undefined };

export const PolicySide = ({ form, checked }: Props) => {
  const styles = useLayout();
  const own = useStyles();
  return (
    <aside className={mergeClasses(styles.card, own.side)} aria-label={words.ask.policySays}>
      <Subtitle2 as="h2" className={styles.heading}>
        {words.ask.policySays}
      </Subtitle2>
      {(checked?.says ?? usual(form)).map((says) => (
        <Text key={says}>{says}</Text>
      ))}
      {checked && <Against refusals={checked.refusals} />}
      <Text size={200} className={styles.quiet}>
        {words.ask.source(form.policy.title, form.policy.version)}
      </Text>
    </aside>
  );
};
