/** The page a school puts on its website, to download or to print. */
import { Button, Link, Subtitle2, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { SeenPolicy } from '../../../journeys/policy-seen.ts';
import { useSession } from '../../client-context.ts';
import { useLayout } from '../../layout.ts';
import { words } from './words.ts';

const save = (html: string, name: string): void => {
  const address = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
};

/** A frame of its own prints that page and nothing around it. */
const print = (html: string): void => {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.srcdoc = html;
  frame.addEventListener('load', () => {
    frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
    frame.contentWindow?.print();
  });
  document.body.append(frame);
};

export const ParentsCopy = ({ seen }: { readonly seen: SeenPolicy }) => {
  const layout = useLayout();
  const { client } = useSession();
  const [failed, setFailed] = useState(false);
  const fetched = async (use: (html: string) => void) => {
    const reply = await client.policyCopy();
    setFailed(reply.kind !== 'ok');
    if (reply.kind === 'ok') use(reply.data.html);
  };
  const name = `${seen.title} ${seen.version}.html`.replace(/[^\w. -]/gu, '');
  return (
    <section className={layout.card} aria-label={words.copy.title}>
      <Subtitle2 as="h2" className={layout.heading}>
        {words.copy.title}
      </Subtitle2>
      <Text>{words.copy.about}</Text>
      {seen.website !== '' && (
        <Text>
          {words.copy.published}{' '}
          <Link href={seen.website} target="_blank" rel="noreferrer">
            {seen.website}
          </Link>
        </Text>
      )}
      <div className={layout.row}>
        <Button className={layout.touch} onClick={() => void fetched((html) => save(html, name))}>
          {words.copy.download}
        </Button>
        <Button className={layout.touch} onClick={() => void fetched(print)}>
          {words.copy.print}
        </Button>
      </div>
      {failed && <Text role="alert">{words.copy.failed}</Text>}
    </section>
  );
};
