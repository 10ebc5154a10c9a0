/** What this person can do now: the likeliest first and alone in standing out; trouble apart from the rest. */
import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { SeenVisit } from '../../journeys/seen.ts';
import type { VisitVerb } from '../../people/access.ts';
import { labelOf } from '../acts/fields.ts';
import type { Act } from '../acts/use-act.ts';
import { useLayout } from '../layout.ts';
import { go } from '../route.ts';
import { words } from '../words.ts';

const useStyles = makeStyles({
  trouble: {
    color: tokens.colorPaletteRedForeground1,
    borderTopColor: tokens.colorPaletteRedBorder1,
    borderRightColor: tokens.colorPaletteRedBorder1,
    borderBottomColor: tokens.colorPaletteRedBorder1,
    borderLeftColor: tokens.colorPaletteRedBorder1,
  },
});

const trouble: readonly VisitVerb[] = [
  'help',
  'danger',
  'unwell',
  'injured',
  'leave-unsafe',
  'feel-unsafe',
  'child-alone',
  'child-in-danger',
];
/** Reached from elsewhere: the form, the details, beside a refusal, in the alarm's own bar. */
const elsewhere: readonly VisitVerb[] = [
  'new-visit',
  'submit',
  'open-details',
  'already-happened',
  'acknowledge',
  'spoke',
  'no-answer',
  'record-police',
  'stand-down',
];

type Props = {
  readonly visit: SeenVisit;
  readonly act: Act;
  /** Those to show; every one of the person's own unless said. */
  readonly only?: readonly VisitVerb[];
  /** Where another button comes first, none of these stands out. */
  readonly quiet?: boolean;
};

export const VerbButtons = ({ visit, act, only, quiet = false }: Props) => {
  const styles = useStyles();
  const layout = useLayout();
  const verbs = visit.verbs.filter(
    (verb) => !elsewhere.includes(verb) && (only?.includes(verb) ?? true),
  );
  const usual = verbs.filter((verb) => !trouble.includes(verb));
  const wrong = verbs.filter((verb) => trouble.includes(verb));
  const press = (verb: VisitVerb) =>
    verb === 'edit' ? go({ page: 'ask', visit: visit.reference }) : act.start(visit, verb);
  return (
    <>
      <div className={layout.row}>
        {usual.map((verb, index) => (
          <Button
            key={verb}
            size="large"
            className={layout.touch}
            appearance={index === 0 && !quiet ? 'primary' : 'secondary'}
            disabledFocusable={act.sending}
            onClick={() => press(verb)}
          >
            {labelOf(verb, visit)}
          </Button>
        ))}
      </div>
      {wrong.length > 0 && (
        <>
          <Text className={layout.quiet}>{words.visit.wrong}</Text>
          <div className={layout.row}>
            {wrong.map((verb) => (
              <Button
                key={verb}
                size="large"
                className={mergeClasses(layout.touch, styles.trouble)}
                onClick={() => press(verb)}
              >
                {labelOf(verb, visit)}
              </Button>
            ))}
          </div>
        </>
      )}
      {verbs.length === 0 && <Text className={layout.quiet}>{words.visit.nothingToDo}</Text>}
    </>
  );
};
