import { HostConfig } from 'adaptivecards';

// Fluent's colours are CSS variables, and the renderer writes what it is given: so a card follows
// the theme without being drawn again, and nobody loses what they were typing.
const colour = (name: string) => `var(--color${name})`;
const both = (strong: string, subtle: string) => ({
  default: colour(strong),
  subtle: colour(subtle),
});

const foregroundColors = {
  default: both('NeutralForeground1', 'NeutralForeground3'),
  dark: both('NeutralForeground1', 'NeutralForeground3'),
  light: both('NeutralForeground3', 'NeutralForeground3'),
  accent: both('BrandForeground1', 'BrandForeground1'),
  good: both('StatusSuccessForeground1', 'StatusSuccessForeground1'),
  warning: both('StatusWarningForeground1', 'StatusWarningForeground1'),
  attention: both('StatusDangerForeground1', 'StatusDangerForeground1'),
};
const container = (background: string) => ({
  backgroundColor: colour(background),
  foregroundColors,
});

const requiredMark = { weight: 'Bolder', suffix: ' *', suffixColor: 'Attention' };

/** As Teams draws cards: its sizes, its spaces, six buttons at most. */
export const hostConfig = new HostConfig({
  supportsInteractivity: true,
  fontFamily: 'var(--fontFamilyBase)',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  spacing: { small: 4, default: 8, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: colour('NeutralStroke2') },
  imageSizes: { small: 40, medium: 80, large: 160 },
  actions: {
    maxActions: 6,
    spacing: 'Medium',
    buttonSpacing: 8,
    showCard: { actionMode: 'Inline', inlineTopMargin: 12, style: 'emphasis' },
    actionsOrientation: 'Horizontal',
    actionAlignment: 'Left',
    allowTitleToWrap: true,
  },
  containerStyles: {
    default: container('NeutralBackground1'),
    emphasis: container('NeutralBackground3'),
    accent: container('BrandBackground2'),
    good: container('StatusSuccessBackground1'),
    attention: container('StatusDangerBackground1'),
    warning: container('StatusWarningBackground1'),
  },
  inputs: {
    label: {
      inputSpacing: 'Small',
      requiredInputs: requiredMark,
      optionalInputs: { weight: 'Bolder' },
    },
    errorMessage: { color: 'Attention', spacing: 'Small' },
    debounceTimeInMilliSeconds: 250,
    allowDynamicallyFilteredChoiceSet: true,
  },
  factSet: {
    title: { weight: 'Default', isSubtle: true, wrap: true, maxWidth: 120 },
    value: { weight: 'Default', wrap: true },
    spacing: 16,
  },
  textBlock: { headingLevel: 3 },
});
