/** The books of one school, each a list of the site that the right people can open. */
import type { Books } from './journeys/ports.ts';
import type { ListDefinition } from './register/list-definition.ts';
import { lists } from './register/lists.ts';
import type { Settings } from './settings.ts';
import { sharePointBook } from './sharepoint/book.ts';
import { type GraphClient, graphClient, userAgent } from './sharepoint/graph.ts';
import { appTokens } from './sharepoint/tokens.ts';

const timeoutMs = 10_000;

type Heard = (answered: boolean) => void;

/** The app's own way to Graph. */
const openGraph = (settings: Settings, heard: Heard): GraphClient =>
  graphClient({
    token: appTokens(
      settings.GRAPH_SECRET === undefined
        ? { kind: 'managed' }
        : {
            kind: 'secret',
            entra: settings.ENTRA_ADDRESS,
            tenant: settings.TENANT_ID,
            client: settings.TAB_APP_ID,
            secret: settings.GRAPH_SECRET,
          },
      { now: Date.now, timeoutMs },
    ),
    ...(settings.GRAPH_ADDRESS === undefined ? {} : { address: settings.GRAPH_ADDRESS }),
    userAgent: userAgent('0.1.0'),
    timeoutMs,
    heard,
  });

/** `heard` hears of each call to Graph whether it was answered. */
export const openBooks = (settings: Settings, heard: Heard): Books => {
  const graph = openGraph(settings, heard);
  const book = (site: ListDefinition['site'], list: string) => {
    const plan = lists.find((each) => each.site === site && each.list === list);
    if (plan === undefined) throw new Error(`No list ${list} is planned in ${site}.`);
    const opened = sharePointBook(graph, {
      site: `${settings.SHAREPOINT_HOST}/sites/${site}`,
      list,
      key: plan.key,
      columns: plan.columns,
      app: settings.TAB_APP_ID,
    });
    void opened.warmUp().catch(() => undefined);
    return opened;
  };
  return {
    visits: book('HomeVisits', 'Visits'),
    visitsMore: book('HomeVisits', 'HistoryMore'),
    weeklyLists: book('HomeVisits', 'WeeklyLists'),
    activity: book('HomeVisits', 'Activity'),
    registersActivity: book('HomeVisitsRegisters', 'Activity'),
    staff: book('HomeVisitsRegisters', 'Staff'),
    vehicles: book('HomeVisitsRegisters', 'Vehicles'),
    devices: book('HomeVisitsRegisters', 'Devices'),
    duty: book('HomeVisitsRegisters', 'DutyRota'),
    calendar: book('HomeVisitsRegisters', 'Calendar'),
    policies: book('HomeVisitsRegisters', 'Policies'),
    policyReadings: book('HomeVisitsRegisters', 'PolicyReadings'),
    assessments: book('Safeguarding', 'RiskAssessments'),
    safeguardingMore: book('Safeguarding', 'HistoryMore'),
    homes: book('Safeguarding', 'Homes'),
    hazards: book('Safeguarding', 'Hazards'),
    standing: book('Safeguarding', 'StandingAssessments'),
    concerns: book('Safeguarding', 'Concerns'),
    incidents: book('Safeguarding', 'Incidents'),
    governance: book('Governance', 'Allegations'),
    governanceMore: book('Governance', 'HistoryMore'),
  };
};
