import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useState } from 'react';
import { startAgain } from '../control.ts';
import { words } from '../words.ts';

type StartAgainProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onStarted: () => void;
  readonly onFailed: (what: string) => void;
};

/** Deletes everything, so it asks once and says what goes. */
export const StartAgain = ({ open, onClose, onStarted, onFailed }: StartAgainProps) => {
  const [busy, setBusy] = useState(false);
  const begin = async () => {
    setBusy(true);
    await startAgain().then(onStarted, () => onFailed(words.startAgain.failed));
    setBusy(false);
    onClose();
  };
  return (
    <Dialog modalType="alert" open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.startAgain.ask}</DialogTitle>
          <DialogContent>{words.startAgain.consequence}</DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void begin()}>
              {words.startAgain.yes}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
