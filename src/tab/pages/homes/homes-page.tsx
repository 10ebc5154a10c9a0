/** The book of homes, and beside it the assessments that stand. */
import { Subtitle1, Tab, TabList } from '@fluentui/react-components';
import { useState } from 'react';
import { useLayout } from '../../layout.ts';
import { go, useRoute } from '../../route.ts';
import { HomesList } from './homes-list.tsx';
import { OneHome } from './one-home.tsx';
import { StandingPart } from './standing-part.tsx';
import { homesWords } from './words.ts';

const { tab } = homesWords;
const parts = ['homes', 'standing'] as const;

export const HomesPage = () => {
  const styles = useLayout();
  const { part: asked } = useRoute();
  const part = parts.find((one) => one === asked) ?? 'homes';
  const [chosen, setChosen] = useState<string>();
  return (
    <div className={styles.page}>
      <Subtitle1 as="h1" className={styles.heading}>
        {tab.title}
      </Subtitle1>
      <TabList
        selectedValue={part}
        onTabSelect={(_, { value }) => {
          setChosen(undefined);
          go({ page: 'homes', part: value === 'standing' ? 'standing' : 'homes' });
        }}
      >
        {parts.map((one) => (
          <Tab key={one} value={one} className={styles.touch}>
            {tab.parts[one]}
          </Tab>
        ))}
      </TabList>
      {part === 'standing' && <StandingPart />}
      {part === 'homes' && chosen !== undefined && (
        <OneHome key={chosen} home={chosen} onClose={() => setChosen(undefined)} />
      )}
      {part === 'homes' && chosen === undefined && <HomesList onOpen={setChosen} />}
    </div>
  );
};
