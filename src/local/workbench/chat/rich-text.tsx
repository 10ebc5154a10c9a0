import { makeStyles, tokens } from '@fluentui/react-components';
import { toHtml } from '../cards/markdown.ts';

const useStyles = makeStyles({
  text: {
    overflowWrap: 'anywhere',
    '& p, & ul, & ol': { margin: 0 },
    '& p + p': { marginBlockStart: tokens.spacingVerticalS },
    '& ul, & ol': { paddingInlineStart: tokens.spacingHorizontalXL },
    '& a': { color: tokens.colorBrandForegroundLink },
  },
});

/** What the bot writes is Markdown, in the subset Teams knows. */
export const RichText = ({ text }: { readonly text: string }) => {
  const styles = useStyles();
  // biome-ignore lint/security/noDangerouslySetInnerHtml: this Markdown lets no HTML through.
  return <div className={styles.text} dangerouslySetInnerHTML={{ __html: toHtml(text) }} />;
};
