/** The buttons beside what is on record: short to see, and said in full to whoever listens. */
import {
  Button,
  makeStyles,
  mergeClasses,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { useLayout } from '../../layout.ts';
import { words } from './words.ts';

const useStyles = makeStyles({ button: { whiteSpace: 'nowrap', overflowWrap: 'normal' } });

/** What opens a dialog has the place again when it closes. */
export const useOpener = () => {
  const { touch } = useLayout();
  const { button } = useStyles();
  return { ...useRestoreFocusTarget(), className: mergeClasses(touch, button) };
};

type Props = { readonly what: string; readonly onPress: () => void };

export const ChangeButton = ({ what, onPress }: Props) => (
  <Button
    {...useOpener()}
    icon={<EditRegular />}
    aria-label={words.changeOne(what)}
    onClick={onPress}
  >
    {words.change}
  </Button>
);

export const RemoveButton = ({ what, onPress }: Props) => (
  <Button
    {...useOpener()}
    icon={<DeleteRegular />}
    aria-label={words.removeOne(what)}
    onClick={onPress}
  >
    {words.remove}
  </Button>
);

type AddProps = {
  readonly children: string;
  readonly main?: boolean;
  readonly onPress: () => void;
};

/** One main button a view. */
export const AddButton = ({ children, main = false, onPress }: AddProps) => (
  <Button
    {...useOpener()}
    appearance={main ? 'primary' : 'secondary'}
    icon={<AddRegular />}
    onClick={onPress}
  >
    {children}
  </Button>
);
