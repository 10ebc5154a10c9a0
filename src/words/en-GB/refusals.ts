/** Why a rule said no, and what to do next. `{name}` is filled in with a fact of the case. */
type Said = { readonly because: string; readonly next: string };

const alreadyHappened = 'If it has already happened, say so with “It has already happened”.';

const access = {
  'access/not-your-part': {
    because: 'This is for {who} to do.',
    next: 'Ask them, or ask the school office.',
  },
} satisfies Record<string, Said>;

const form = {
  'form/needed': { because: '{what} is missing.', next: 'Fill it in.' },
  'form/class-allowed': {
    because: 'The school’s policy has no visits of this kind.',
    next: 'Choose another kind of visit.',
  },
  'form/purpose-listed': {
    because: 'The purpose is not one the school’s policy lists.',
    next: 'Choose a purpose from the list. You can add words of your own beside it.',
  },
  'form/why-not-in-school': {
    because: 'It is not said why this can’t be done in school.',
    next: 'Say why the family can’t come in, or why a visit is better.',
  },
  'form/appointment': {
    because: 'There is no appointment and no reason for that.',
    next: 'Ring or write to the family first, or say why there is no appointment.',
  },
  'form/appointment-required': {
    because: 'A visit needs an appointment.',
    next: 'Ring or write to the family first.',
  },
  'form/appointment-confirmed': {
    because: 'It is not on record that the appointment was confirmed.',
    next: 'Say beside the appointment who confirmed it, and when.',
  },
  'form/class-reason': {
    because: 'The family is not told before, and no reason is given.',
    next: 'Say beside the purpose why this visit is made unannounced.',
  },
  'form/contact-attempts': {
    because: 'This purpose is for when nobody could be reached, and no attempt is listed.',
    next: 'List each attempt: the day, the time, how, and the number.',
  },
  'form/attempt-clear': {
    because: 'This attempt at contact can’t be read: {line}',
    next: 'Write the day, the time, how and the number: 2026-11-24 09:10 phone 01632 960001. How is phone, text, email, letter or visit.',
  },
  'form/unanswered-call': {
    because: 'No call home on the day of the visit is listed.',
    next: 'Ring the family first. If nobody answers, list the call.',
  },
  'form/concern': {
    because: 'It is not said what the worry is.',
    next: 'Say beside the purpose what worries the school.',
  },
  'form/refused-leave': {
    because: 'It is not said for which dates leave was refused.',
    next: 'Give the dates, or say that none was asked for.',
  },
  'form/people': { because: 'This is not answered: {ask}', next: 'Name whom you need to see.' },
  'form/language': {
    because: 'This is not answered: {ask}',
    next: 'Say which language, and “interpreter” if one is needed.',
  },
  'form/staffing-asked': {
    because: 'This is not answered: {ask}',
    next: 'A few words will do. “Nothing” is an answer.',
  },
  'form/visitor-roles': {
    because: 'This is not answered: {ask}',
    next: 'Say in a few words what each person does.',
  },
  'form/start-ahead': {
    because: 'The start, {start}, has passed.',
    next: 'Set a start that is still to come.',
  },
  'form/due-after-start': {
    because: 'You would be due back before you start.',
    next: 'Set a due-back time after the start, or choose “next day”.',
  },
  'form/due-within-a-day': {
    because: 'The due-back time is more than a day away.',
    next: 'Set a due-back time within a day, so that somebody looks for you in time.',
  },
  'form/visitors-named': {
    because: 'Nobody is named to go.',
    next: 'Name the people who go. The first one leads.',
  },
  'form/visitors-distinct': {
    because: '{who} is named twice.',
    next: 'Name each person once.',
  },
  'form/visitors-staff': {
    because: '{who} is not on the staff list.',
    next: 'Choose people from the staff list.',
  },
  'form/visitors-mobile': {
    because: 'The school holds no mobile number for {who}.',
    next: 'Ask the business manager to add the number, or name somebody else.',
  },
  'staffing/two': {
    because: 'Two people must go on a visit.',
    next: 'Name a second member of staff.',
  },
  'staffing/two-or-reason': {
    because: 'Only one person is named to go, and no reason is given.',
    next: 'Name a second member of staff, or say why one is enough.',
  },
  'staffing/two-if-known': {
    because: 'Two people go where a family is complex or something is known of the home.',
    next: 'Name a second member of staff.',
  },
  'staffing/lone-assessed': {
    because: '{who} would go alone, and has no lone-worker risk assessment.',
    next: 'Add a second person, or ask a senior leader to make one on the Risk page of the tab.',
  },
  'staffing/lone-current': {
    because: 'The lone-worker risk assessment of {who} is out of date: {why}.',
    next: 'Add a second person, or ask a senior leader to renew it on the Risk page of the tab.',
  },
  'staffing/worried': {
    because: 'Somebody who is worried about their safety does not go alone.',
    next: 'Name a second member of staff, or do not go.',
  },
  'staffing/attendance-lead': {
    because: 'A first-day absence visit is made by the attendance lead and one more person.',
    next: 'Name the attendance lead and a second member of staff.',
  },
  'staffing/backup': {
    because: 'Whoever waits at school has to answer alarms, and can’t be going along.',
    next: 'Name somebody from the office or a senior leader who stays until you are back.',
  },
  'evening/reason': {
    because: 'This is an evening visit: after {from}, or before the school day.',
    next: 'Better is {instead}. If it has to be the evening, say why.',
  },
  'transport/driver': {
    because: 'A pupil travels with you, and nobody who goes is named as the driver.',
    next: 'Name who drives: one of the people who go.',
  },
  'transport/driver-and-one': {
    because: 'With a pupil in the car, the driver and one more member of staff go.',
    next: 'Name a second member of staff.',
  },
} satisfies Record<string, Said>;

const registers = {
  'staff/designated': {
    because: '{who} is not one of the staff who go on visits.',
    next: 'Ask the business manager to name them in Registers, or choose somebody else.',
  },
  'staff/trained': {
    because: '{who} has no training on record that holds on {day}: {subjects}.',
    next: 'Ask the business manager, or choose somebody else.',
  },
  'staff/checked': {
    because: 'It is not on record that the background checks of {who} were seen.',
    next: 'Ask the business manager, or choose somebody else.',
  },
  'vehicle/known': {
    because: 'No car that the school has on record is named.',
    next: 'Give the registration of one, or say how you travel without a car: on foot, by bus, by taxi.',
  },
  'vehicle/insured': {
    because: 'The school holds no insurance of {car} that is valid on {day}.',
    next: 'Take another car, or ask the business manager to look at the date.',
  },
  'vehicle/breakdown': {
    because: 'The school holds no breakdown cover of {car} that is valid on {day}.',
    next: 'Take another car, or ask the business manager to look at the date.',
  },
  'registers/needed': { because: '{what} is missing.', next: 'Fill it in.' },
  'registers/too-long': { because: '{what} is too long.', next: 'Say it in fewer words.' },
  'registers/day': { because: 'This is no day: {said}', next: 'Write it like 2027-08-31.' },
  'registers/time': { because: 'This is no time: {said}', next: 'Write it like 08:30.' },
  'registers/choice': { because: 'This can’t be chosen: {said}', next: 'Choose one of the list.' },
  'registers/order': {
    because: 'It would end before it begins, or has ended.',
    next: 'Set an end that comes after the beginning and is still ahead.',
  },
  'registers/training': {
    because: 'This line of training can’t be read: {said}',
    next: 'Write the subject, the day it was done and the day it runs out, if it does.',
  },
  'registers/known': {
    because: 'This is not on record any more.',
    next: 'Look at the page again. Somebody may have removed it.',
  },
  'registers/taken': {
    because: 'A car with this registration is on record already.',
    next: 'Change that one instead.',
  },
  'registers/changed-since': {
    because: 'Somebody changed this since it was shown.',
    next: 'Look at it as it is now, then change it.',
  },
  'registers/closed': {
    because: 'SharePoint does not answer just now.',
    next: 'What you filled in stays here. Send it again in a moment.',
  },
  'registers/own-roles': {
    because: 'Nobody confirms their own roles.',
    next: 'Ask the headteacher or the business manager, whichever you are not.',
  },
  'registers/own-duty': {
    because: 'Nobody puts themselves on duty or in somebody’s place.',
    next: 'Ask the headteacher or the business manager, whichever you are not.',
  },
  'registers/not-delegated': {
    because: 'The school’s policy does not let this be handed to anybody: {role}.',
    next: 'Change the policy first, if the school wants it.',
  },
  'registers/not-theirs': {
    because: 'The school’s policy does not let {who} stand in for {role}.',
    next: 'Choose somebody the policy allows: a deputy or another senior leader.',
  },
  'school/open': {
    because: 'The school is closed on {day}: {why}.',
    next: 'Choose a school day, or name somebody who answers alarms and waits until you are back.',
  },
} satisfies Record<string, Said>;

const risk = {
  'risk/all-answered': {
    because: 'This question is not answered: {ask}',
    next: 'Answer yes or no.',
  },
  'risk/own-action': {
    because: 'There is a risk with nothing done about it: {ask}',
    next: 'Say what you have done or will do about this one.',
  },
  'risk/hazard-controls': {
    because: 'This is worse here than usual, with nothing more done about it: {hazard}',
    next: 'Say what you will do about this one.',
  },
  'risk/records-checked': {
    because: 'The answer stops the visit: {ask}',
    next: 'Do this first, then send the request.',
  },
  'risk/somebody-adopts': {
    because:
      'Nobody at the school could adopt the risk assessment of this visit: there is nobody who is {who}.',
    next: 'Ask the business manager to put {who}, or a stand-in, on the staff list or the duty rota.',
  },
  'risk/adopt-opened': {
    because: 'You have not opened the risk assessment as it stands now.',
    next: 'Open the details, read them, then adopt.',
  },
  'risk/adopt-as-shown': {
    because: 'The risk assessment has changed since this was shown to you.',
    next: 'Open the details again and look at what has changed.',
  },
  'risk/general-there': {
    because: 'The school keeps no general risk assessment for home visits here yet.',
    next: 'Ask the headteacher to put it on the Risk page of the tab.',
  },
  'risk/general-read': {
    because:
      'You have not said that you have read the school’s risk assessment for home visits: version {version} of {day}.',
    next: 'Read it, tick that you have, and send the request again.',
  },
  'risk/home-seen': {
    because: 'You have not looked at what the school knows of this home: {what}.',
    next: 'Read it, tick that you have, and send the request again.',
  },
  'risk/level-given': {
    because: 'The risk is not rated.',
    next: 'Choose low, medium or high.',
  },
  'risk/first-visit-floor': {
    because: 'A first visit to a home is at least {floor}.',
    next: 'Choose {floor} or higher.',
  },
} satisfies Record<string, Said>;

const approval = {
  'approval/somebody-may': {
    because: 'Nobody could approve this visit: {who} would be going or asking.',
    next: 'Name different visitors, ask a colleague to send the request, or ask the school to name a substitute in its policy.',
  },
  'approval/list-somebody': {
    because: 'Nobody could sign the list for this visit: {who} would be going or asking.',
    next: 'Name different visitors, ask a colleague to send the request, or ask the school to name a substitute in its policy.',
  },
  'approval/phone-decider': {
    because: '{who} is not somebody who may decide this visit.',
    next: 'Choose the person who said yes: {deciders}.',
  },
  'break-glass/off': {
    because: 'The school’s policy lets nobody send people out without {who}.',
    next: 'Ring {who}. If a child is in danger now, ring 999.',
  },
  'break-glass/emergency': {
    because: 'Two people can send an emergency visit out; this one is planned.',
    next: 'Ask {who} to decide. If it has become an emergency, change the kind of visit.',
  },
  'break-glass/not-own-visit': {
    because: 'You go on this visit, so you can’t send it out.',
    next: 'It takes {first} and {second}, and neither goes.',
  },
  'break-glass/right-pair': {
    because: 'It takes two people: {first}, and {second}.',
    next: 'Ask the other one to put their name to it.',
  },
  'break-glass/reason': {
    because: 'No reason is given.',
    next: 'Write in a sentence why it can’t wait for {who}.',
  },
  'break-glass/started': {
    because: '{who} is where this stands.',
    next: 'It takes a second person to put their name to it as it now is.',
  },
  'break-glass/content': {
    because: 'The visit has changed since this was shown.',
    next: 'Look at it as it is now, then put your name to it.',
  },
  'break-glass/review': {
    because: 'It is {who} who looks at this afterwards, and nobody who sent it out or went.',
    next: 'They have been told.',
  },
  'departure/told': {
    because:
      'This is for those who are told of a visit before it, or of a departure while people are out.',
    next: 'Nothing more is needed.',
  },
  'approval/evening-yes': {
    because: 'This is a visit the school’s policy warns of, for its hour.',
    next: 'If it may go ahead, say in the note why.',
  },
  'approval/not-own-visit': {
    because: 'You can’t decide a visit that you asked for or go on.',
    next: 'Somebody else who may decide has to: {who}.',
  },
  'approval/right-role': {
    because: 'This visit is decided by {who}.',
    next: 'Ask them to decide. They have the card.',
  },
  'approval/content-changed': {
    because: 'The visit has changed since this was shown.',
    next: 'Look at it as it is now, then decide.',
  },
  'approval/open-high-first': {
    because: 'The risk is high and you have not opened the details.',
    next: 'Open the details, then decide.',
  },
  'approval/reason': {
    because: 'No reason is given.',
    next: 'Write a sentence for the person who asked.',
  },
  'approval/only-approved': {
    because: 'There is no approval to withdraw: the visit is {status}.',
    next: 'If people are out who should not be, ring them.',
  },
} satisfies Record<string, Said>;

const visits = {
  'visits/already-decided': {
    because: 'Already {decision} by {who} at {when}.',
    next: '{next}',
  },
  'visits/declined': {
    because: 'The visit was declined.',
    next: 'Ask for a new visit, and say what is different.',
  },
  'visits/ran-out': {
    because: 'Nobody decided before the visit was due to be over, so it was not authorised.',
    next: 'Ask for a new visit.',
  },
  'visits/approval-void': {
    because: 'The approval is void: {why}.',
    next: 'The person who asked has to look at the visit and send it again.',
  },
  'visits/cancelled': {
    because: 'The visit is cancelled.',
    next: 'Ask for a new visit.',
  },
  'visits/already-out': {
    because: 'People are already out on this visit.',
    next: 'Use “I need longer” or “Plan has changed”, or ring the school office.',
  },
  'visits/already-returned': {
    because: 'Everybody is back from this visit.',
    next: 'Ask for a new visit.',
  },
  'visits/not-out': {
    because: 'Nobody has left on this visit: it is {status}.',
    next: alreadyHappened,
  },
  'visits/not-yet-approved': {
    because: 'The visit is not approved: it is {status}.',
    next: 'Wait for the decision.',
  },
  'visits/who-is-on-it': {
    because: '{who} is not going on this visit.',
    next: 'Name people who are on the visit.',
  },
  'visits/due-back-ahead': {
    because: 'The due-back time is missing or has passed.',
    next: 'Set a time that is still to come.',
  },
  'visits/extensions-used': {
    because: 'You have already asked for longer {times} times.',
    next: 'Ring the school office: they can set a new time.',
  },
  'visits/say-what': {
    because: 'It is not said what has changed.',
    next: 'Write a few words for the office.',
  },
  'visits/health-answered': {
    because: 'It is not said whether you need anything changed.',
    next: 'Choose “nothing needed” or “something needed”.',
  },
} satisfies Record<string, Said>;

const departure = {
  'departure/approved': {
    because: 'You can’t leave yet: the visit is {status}.',
    next: `Ask {who}. ${alreadyHappened}`,
  },
  'departure/list-signed': {
    because: 'You can’t leave yet: this visit is on no signed list for the week.',
    next: `Ask {who} to sign the list, or what was added to it since, on the page “Weekly list”. ${alreadyHappened}`,
  },
  'departure/assessment-adopted': {
    because: 'You can’t leave yet: the risk assessment, as it stands now, has not been adopted.',
    next: `Ask {who} to open the details of the visit and adopt it. ${alreadyHappened}`,
  },
  'departure/lone-assessed': {
    because: '{who} would go alone, and has no lone-worker risk assessment that is up to date.',
    next: `Go with a second person, or ask a senior leader to renew it on the Risk page. ${alreadyHappened}`,
  },
  'departure/content-approved': {
    because: 'You can’t leave yet: the risk assessment is not the one that was approved.',
    next: `Ask the person who sent the request to look at it and send it again. ${alreadyHappened}`,
  },
  'departure/health-answered': {
    because: '{who} has not answered the health question.',
    next: 'Each person answers it for themselves.',
  },
  'departure/risk-read': {
    because: '{who} has not confirmed reading the risk assessment.',
    next: 'Each person reads it and confirms for themselves.',
  },
  'departure/out-already': {
    because: '{who} is out on {reference}. Nobody is out on two visits.',
    next: 'Say that they are back from {reference} first, or plan both as one round.',
  },
  'round/two-or-more': {
    because: 'A round is two visits or more.',
    next: 'Choose at least one more visit.',
  },
  'round/approved': {
    because: '{reference} can’t be on the round: it is {status}.',
    next: 'Choose visits that are approved.',
  },
  'round/same-people': {
    because: '{reference} is by other people.',
    next: 'A round is for the same people all along. Choose visits that they all go on.',
  },
  'round/same-day': {
    because: '{reference} is on another day.',
    next: 'Choose visits of one day.',
  },
  'round/on-another': {
    because: '{reference} is on another round already.',
    next: 'Take it off that round first.',
  },
  'round/due-back': {
    because: 'Everybody is to be back from this round by {latest}, as it was approved.',
    next: 'Choose a time that is still to come and no later than that.',
  },
  'departure/check-done': {
    because: '{who} has not done the departure check today.',
    next: 'Each person answers the check for themselves.',
  },
  'departure/check-passed': {
    because: '{who} can’t leave: “{ask}” was answered “{answer}”.',
    next: '{next}',
  },
  'departure/device-assigned': {
    because: 'No alarm device is on record as with {who}.',
    next: 'The business manager enters under Registers, Devices, who has it. Then try again.',
  },
  'departure/device-elsewhere': {
    because: 'No alarm device is on record as with {who}. On record: {others}.',
    next: 'Take the device over and have that entered under Registers, Devices, or name somebody who has one.',
  },
  'departure/device-working': {
    because: 'By the register, the alarm device does not work: {device}.',
    next: 'Take another one, and have the business manager enter who has it.',
  },
  'departure/answer-all': {
    because: 'This is not answered: {ask}',
    next: 'Answer yes or no.',
  },
  'departure/code-word': {
    because: 'You have not agreed a code word.',
    next: `Agree on a few words that you would not say by chance, and press “Agree a code word”. ${alreadyHappened}`,
  },
  'code/too-short': {
    because: 'A code word needs at least eight letters, so that nobody says it by chance.',
    next: 'Choose two or three ordinary words that go together.',
  },
  'departure/both-needed': {
    because: 'Two people must go, and {who} is not ready to.',
    next: `Wait for {who}, or change who goes and ask again. ${alreadyHappened}`,
  },
  'departure/times-approved': {
    because: 'The approval is for {approved}, and you would be back later than that.',
    next: `Change the time in the request and ask again. ${alreadyHappened}`,
  },
} satisfies Record<string, Said>;

const door = {
  'door/approved': {
    because: 'Nobody approved this visit, so nobody may go in.',
    next: `Stay outside and ring the school office. ${alreadyHappened}`,
  },
  'door/called-off': {
    because: 'The visit has been called off.',
    next: `Come back to school. ${alreadyHappened}`,
  },
  'door/all-arrived': {
    because: '{who} has not arrived.',
    next: `Wait outside until everybody is there. ${alreadyHappened}`,
  },
  'door/both-needed': {
    because: 'Two people must go in, and only one is out.',
    next: `Wait for a second person. ${alreadyHappened}`,
  },
  'door/invited-by-adult': {
    because: 'No adult has asked you in.',
    next: `Stay outside until a responsible adult asks you in. ${alreadyHappened}`,
  },
  'door/parent-present': {
    because: 'The parent is not there.',
    next: `Stay outside until the parent is with you. ${alreadyHappened}`,
  },
  'door/parent-late': {
    because: 'The parent said they would be late, and is not there yet.',
    next: `Stay outside until the parent comes. ${alreadyHappened}`,
  },
  'door/permission-on-record': {
    because: 'It is not said how the parent gave permission to speak to this adult.',
    next: `Say who told the school, and when. If nobody did, stay outside and ring the school office. ${alreadyHappened}`,
  },
  'door/time-up': {
    because: 'The appointment was for {start}, and the time to wait for the parent is over.',
    next: `Come back to school, and ask for a new visit. ${alreadyHappened}`,
  },
  'door/who-came': {
    because: 'It is not said who came to the door.',
    next: 'Choose a parent, an adult the parent named, another adult or a child.',
  },
  'door/animals': {
    because: 'It is not said that animals are away or secured.',
    next: `Ask for animals to be put in another room. If they can’t be, do not go in. ${alreadyHappened}`,
  },
} satisfies Record<string, Said>;

const child = {
  'child/hand-over-first': {
    because: 'A child would be left alone.',
    next: `Stay where you are until a responsible adult or the police take over, and say to whom. If you had to go, say “We left: it was not safe”. ${alreadyHappened}`,
  },
  'child/stay-outside': {
    because: 'You are with a child who is alone, and nobody goes in to a child alone.',
    next: `Stay at the door, in touch with the safeguarding lead. ${alreadyHappened}`,
  },
  'child/to-whom': {
    because: 'It is not said who took over.',
    next: 'Name the adult, or give the police reference.',
  },
  'child/relation': {
    because: 'It is not said who that adult is to the child.',
    next: 'Say how they are related, or give the police reference.',
  },
  'child/advice': { because: 'No advice is written down.', next: 'Say what you advised.' },
} satisfies Record<string, Said>;

const alarm = {
  'alarm/not-your-own': {
    because: 'You are part of this alarm, so somebody else has to answer it.',
    next: 'A responder will ring you. Pick up, or ring the school office.',
  },
  'alarm/known': {
    because: 'There is no such alarm on this visit.',
    next: 'Open the visit to see its alarms.',
  },
  'alarm/whom': {
    because: 'It is not said whom you spoke to.',
    next: 'Name each person you spoke to. An answerphone does not count.',
  },
  'alarm/police-called': {
    because: 'It is not said whether the police were rung.',
    next: 'Choose 999, 101 or nobody.',
  },
  'alarm/police-why': {
    because: 'It is not said why nobody was rung.',
    next: 'Write a sentence, so that others can see it was thought about.',
  },
  'watch/somebody-out': {
    because: 'Nobody is out, so there is nobody to wait for.',
    next: 'Look at the visit: everybody may be back.',
  },
  'watch/not-your-own': {
    because: 'You go on this visit yourself.',
    next: 'Somebody else who answers alarms has to wait for you.',
  },
  'alarm/voice-check': {
    because: 'You have not spoken to {who}.',
    next: 'Ring them. Stand down only when you have heard each voice.',
  },
} satisfies Record<string, Said>;

const weeklyList = {
  'weekly-list/right-role': {
    because: 'The week’s list is signed by {who}.',
    next: 'Ask them, or somebody who stands in for them by the duty rota.',
  },
  'weekly-list/week-over': {
    because: 'That week is over, or there is no such week.',
    next: 'Choose this week or a later one. What happened last week is told on its visits.',
  },
  'weekly-list/as-shown': {
    because: 'The list has changed since you opened it.',
    next: 'Look at what changed, then sign again. Nothing has been signed.',
  },
  'weekly-list/all-shown': {
    because: 'You have not been shown all of it: {rows} rows, {high} High.',
    next: 'Look through the rest, or tick that you sign all {rows} without having seen them.',
  },
  'weekly-list/not-own-row': {
    because: 'You go on these visits yourself, or asked for them: {rows}.',
    next: 'Somebody else who signs lists has to sign these.',
  },
  'weekly-list/complete': {
    because: 'Something that has to stand on the list is missing for {rows}.',
    next: 'Ask the attendance officer to fill in address, parents, contacts and attendance.',
  },
  'weekly-list/something-to-sign': {
    because: 'Every row is signed already.',
    next: 'There is nothing to do until a row is added or changed.',
  },
  'weekly-list/sign-first': {
    because: 'Nothing has been signed of this week yet.',
    next: 'Sign the list itself first. What comes after it can then be added.',
  },
  'weekly-list/readable': {
    because: 'Nothing on it can be read as attendance figures.',
    next: 'Each line needs pupil, address, parents, contacts and attendance. The preview names what is wrong with each.',
  },
} satisfies Record<string, Said>;

const policyVersions = {
  'departure/reachable': {
    because: '{who} has tapped nothing in chat today, so nothing shows that messages reach them.',
    next: 'They tap any button in the Home Visits chat on their phone, or the test message. Or the office rings them and logs that it reached them.',
  },
  'departure/reached-by-other': {
    because: 'Nobody puts on record that they reached themselves.',
    next: 'Somebody else at the office rings you and logs it, or you tap the test message.',
  },
  'departure/policy-read': {
    because: '{who} has not said that they have read the school’s policy as it now stands.',
    next: 'Read it on the Policy page, then confirm it there or on your card.',
  },
  'policy/right-role': {
    because: 'A new version of the policy is proposed by {who}.',
    next: 'Ask one of them. Anybody may read the policy.',
  },
  'policy/unclear': {
    because: 'The policy can’t be followed as it is written: {fault}.',
    next: 'Put that right, then propose it again. Nothing has changed.',
  },
  'policy/version-named': {
    because: 'The new version needs a name that no other version has had.',
    next: 'Give it one, such as the month it was agreed in.',
  },
  'policy/not-backdated': {
    because: 'A version can’t come into force before today.',
    next: 'Choose today or a later day. Visits that are over keep the version they ran under.',
  },
  'policy/same-document': {
    because: 'This is the policy of another document than the school’s.',
    next: 'Keep the name “{pack}” as it is.',
  },
  'policy/something-changed': {
    because: 'Nothing in it differs from the version in force.',
    next: 'Change what is to change, or leave it.',
  },
  'policy/not-too-long': {
    because: 'The policy is too long to keep.',
    next: 'Shorten it to {most} letters.',
  },
  'policy/open': {
    because: 'This version can’t be signed or taken back any more.',
    next: 'Look at the versions again: it may be signed in full, or withdrawn.',
  },
  'policy/sign-role': {
    because: 'What is still to be signed here is for {who}.',
    next: 'Ask them. A version needs each of its signatures from another person.',
  },
  'policy/sign-once': {
    because: 'You have signed this version already.',
    next: 'Somebody else has to sign for {who}.',
  },
  'policy/read-current': {
    because: 'The policy has changed since you opened it.',
    next: 'Read the version that is in force now, then confirm it.',
  },
} satisfies Record<string, Said>;

export const refusalsWords = {
  ...policyVersions,
  ...weeklyList,
  ...access,
  ...form,
  ...registers,
  ...risk,
  ...approval,
  ...visits,
  ...departure,
  ...door,
  ...child,
  ...alarm,
};
