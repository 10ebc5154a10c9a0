/** The letter to the parents, as a Word file: somebody reads it and sends it. */
import { Button, Text } from '@fluentui/react-components';
import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { useState } from 'react';
import type { SeenVisit } from '../../../journeys/seen.ts';
import { wordsFor } from '../../../words/words.ts';
import { useSession } from '../../client-context.ts';
import { useLayout } from '../../layout.ts';
import { saveAs } from '../../save-file.ts';

const words = wordsFor('en-GB').letter;
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** Only where there is an appointment to confirm. */
export const LetterButton = ({ visit }: { readonly visit: SeenVisit }) => {
  const { client } = useSession();
  const styles = useLayout();
  const [said, setSaid] = useState<string>(words.hint);
  const [busy, setBusy] = useState(false);
  if (visit.status !== 'approved' || visit.appointmentBy === undefined) return null;
  const save = async () => {
    setBusy(true);
    const reply = await client.letter(visit.reference);
    setBusy(false);
    if (reply.kind !== 'ok') return setSaid(words.failed);
    const { name, base64 } = reply.data.file;
    saveAs(name, new Blob([bytesOf(base64)], { type }));
    setSaid(words.saved);
  };
  return (
    <div className={styles.row}>
      <Button
        className={styles.touch}
        icon={<DocumentRegular />}
        disabledFocusable={busy}
        onClick={() => void save()}
      >
        {words.button}
      </Button>
      <Text role="status">{said}</Text>
    </div>
  );
};
