/** A state as icon and word, never colour alone. */
import { Badge, type BadgeProps } from '@fluentui/react-components';
import { AlertUrgentFilled } from '@fluentui/react-icons/svg/alert-urgent';
import { ArrowExitRegular } from '@fluentui/react-icons/svg/arrow-exit';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { CommentEditRegular } from '@fluentui/react-icons/svg/comment-edit';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { DoorRegular } from '@fluentui/react-icons/svg/door';
import { HomePersonRegular } from '@fluentui/react-icons/svg/home-person';
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import { ShieldErrorRegular } from '@fluentui/react-icons/svg/shield-error';
import { VehicleCarRegular } from '@fluentui/react-icons/svg/vehicle-car';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ReactElement } from 'react';
import type { RiskLevel } from '../policy/policy.ts';
import type { OfficeStatus } from '../visits/status.ts';
import { words } from './words.ts';

type Look = { readonly icon: ReactElement; readonly color: NonNullable<BadgeProps['color']> };

const looks: Readonly<Record<OfficeStatus, Look>> = {
  'awaiting approval': { icon: <ClockRegular />, color: 'warning' },
  'changes asked': { icon: <CommentEditRegular />, color: 'warning' },
  declined: { icon: <DismissCircleRegular />, color: 'subtle' },
  'not authorised': { icon: <ProhibitedRegular />, color: 'subtle' },
  'do not visit': { icon: <ProhibitedRegular />, color: 'subtle' },
  approved: { icon: <CheckmarkCircleRegular />, color: 'success' },
  'approval void': { icon: <ShieldErrorRegular />, color: 'danger' },
  out: { icon: <VehicleCarRegular />, color: 'brand' },
  'at the door': { icon: <DoorRegular />, color: 'brand' },
  inside: { icon: <HomePersonRegular />, color: 'brand' },
  left: { icon: <ArrowExitRegular />, color: 'brand' },
  'gone on': { icon: <ArrowExitRegular />, color: 'subtle' },
  'holding with a child': { icon: <PeopleTeamRegular />, color: 'danger' },
  returned: { icon: <CheckmarkCircleRegular />, color: 'subtle' },
  cancelled: { icon: <DismissCircleRegular />, color: 'subtle' },
};

const levelLooks: Readonly<Record<RiskLevel, Look>> = {
  low: { icon: <CheckmarkCircleRegular />, color: 'subtle' },
  medium: { icon: <WarningRegular />, color: 'warning' },
  high: { icon: <AlertUrgentFilled />, color: 'danger' },
};

const capital = (text: string): string =>
  text.slice(0, 1).toLocaleUpperCase('en-GB') + text.slice(1);

export const StatusBadge = ({ status }: { readonly status: OfficeStatus }) => (
  <Badge appearance="tint" size="large" {...looks[status]}>
    {capital(status)}
  </Badge>
);

export const LevelBadge = ({ level }: { readonly level: RiskLevel }) => (
  <Badge appearance="tint" size="large" {...levelLooks[level]}>
    {words.levels[level]}
  </Badge>
);

/** Beside a sentence that names the level itself. */
export const LevelMark = ({ level }: { readonly level: RiskLevel }) => (
  <Badge appearance="tint" size="large" shape="circular" aria-hidden {...levelLooks[level]} />
);
