import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { SeenVisit } from '../../../journeys/seen.ts';
import { schoolTime } from '../../../vocabulary.ts';
import { useLayout } from '../../layout.ts';
import { LevelMark } from '../../status-badge.tsx';
import { words } from '../../words.ts';

const useStyles = makeStyles({
  answer: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
  said: { display: 'grid' },
  problem: { color: tokens.colorPaletteRedForeground1 },
  fine: { color: tokens.colorPaletteGreenForeground1 },
  icon: { fontSize: tokens.fontSizeBase500, lineHeight: 0 },
});

const said = (answer: 'yes' | 'no' | 'not answered'): string =>
  answer === 'not answered' ? words.visit.notAnswered : words.ask[answer];

/** Who has made the assessment their own, or that it has to be done again. */
const Adoption = ({ visit }: { readonly visit: SeenVisit }) => {
  if (visit.adopted === undefined) return null;
  const { by, at, stands, inPlaceOf } = visit.adopted;
  return (
    <Text>
      {stands
        ? words.visit.adopted(by.name, inPlaceOf, schoolTime(at))
        : words.visit.adoptionVoid(by.name)}
    </Text>
  );
};

/** The summary for all; question by question for those who may open it. */
export const Risk = ({ visit }: { readonly visit: SeenVisit }) => {
  const layout = useLayout();
  return (
    <>
      <div className={layout.row}>
        <LevelMark level={visit.risk.level} />
        <Text weight="semibold">{visit.risk.summary}</Text>
      </div>
      {visit.firstVisit && <Text>{words.visit.firstVisit}</Text>}
      <Adoption visit={visit} />
    </>
  );
};

export const RiskAnswers = ({ visit }: { readonly visit: SeenVisit }) => {
  const styles = useStyles();
  const layout = useLayout();
  const { answers } = visit.risk;
  if (answers === undefined)
    return <Text className={layout.quiet}>{words.visit.noRiskDetails}</Text>;
  return (
    <ul className={layout.list}>
      {answers.map(({ id, ask, answer, problem, action }) => (
        <li key={id} className={styles.answer}>
          {problem ? (
            <WarningFilled
              className={mergeClasses(styles.icon, styles.problem)}
              aria-label={words.visit.problem}
              role="img"
            />
          ) : (
            <CheckmarkCircleRegular
              className={mergeClasses(styles.icon, styles.fine)}
              aria-label={words.visit.fine}
              role="img"
            />
          )}
          <span className={styles.said}>
            <Text>
              {ask} <Text weight="semibold">{said(answer)}</Text>
            </Text>
            {problem && <Text className={layout.quiet}>{action || words.visit.noAction}</Text>}
          </span>
        </li>
      ))}
    </ul>
  );
};
