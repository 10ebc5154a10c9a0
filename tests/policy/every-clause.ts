/** The ids of every clause the policies have, as they were counted when the policies were read. */
export const everyClause: Readonly<Record<string, string>> = {
  'broadening-horizons': `
    B-01 B-02 B-03 B-04 B-05 B-06 B-07 B-08 B-09 B-10 B-11 B-12 B-13 B-14 B-15 B-16 B-17 B-18
    B-19 B-20 B-21 B-22 B-23 B-24 B-25 B-26 B-27 B-28 B-29 B-30 B-31 B-32 B-33 B-34 B-35 B-36
    B-37 B-38 B-39 B-40 B-41 B-42 B-43 B-44 B-45 B-46 B-47 B-48 B-49 B-50 B-51 B-52 B-53 B-54
    B-55 B-56 B-57 B-58 B-59 B-60 B-61 B-62 B-63 B-64 B-65 B-66 B-67 B-68 B-69 B-70 B-71 B-72
    B-73 B-74 B-75 B-76 B-77 B-78 B-79 B-80 B-81 B-82 B-83 B-84 B-85 B-86 B-87 B-88 B-89 B-90
    B-91 B-92`,
  rookeries: `
    R-01 R-02 R-03 R-04 R-05 R-06 R-07 R-08 R-09 R-10 R-11 R-12 R-13 R-14 R-15 R-16 R-17 R-18
    R-19 R-20 R-21 R-22 R-23 R-24 R-25 R-26 R-27 R-28 R-29 R-30 R-31`,
  willows: `
    W-0.1 W-1.1 W-1.2 W-2.1 W-2.2a W-2.2b W-2.3a W-2.3b W-2.4 W-3.1a W-3.1b W-3.2a W-3.2b
    W-3.3a W-3.3b W-3.4a W-3.4b W-3.5a W-3.5b W-3.6a W-3.6b W-4.1`,
  'holy-cross': `
    HC-S1 HC-S2 HC-S3 HC-S4 HC-1.1 HC-1.2 HC-2.1 HC-2.2 HC-2.3a HC-2.3b HC-2.4a HC-2.4b
    HC-2.5a HC-2.5b HC-2.6a HC-2.6b HC-2.7a HC-2.7b HC-2.8a HC-2.8b HC-2.9a HC-2.9b HC-2.9c
    HC-2.10 HC-2.11a HC-2.11b HC-3.1a HC-3.1b HC-3.2a HC-3.2b HC-4.1 HC-4.2a HC-4.2b HC-4.3
    HC-4.4 HC-4.5a HC-4.5b HC-4.6a HC-4.6b HC-4.7a HC-4.7b HC-4.8a HC-4.8b HC-4.9a HC-4.9b
    HC-4.10a HC-4.10b HC-4.10c HC-4.11 HC-5.1a HC-5.1b HC-5.2 HC-5.3 HC-5.4 HC-5.5 HC-6.1
    HC-6.2a HC-6.2b HC-6.3 HC-6.4 HC-6.5 HC-6.6 HC-6.7 HC-6.8 HC-6.9 HC-6.10 HC-7.1a HC-7.1b
    HC-7.2 HC-C0 HC-C1.1 HC-C1.2 HC-C1.3 HC-C1.4a HC-C1.4b HC-C1.4c HC-C1.4d HC-C2.1 HC-C2.2
    HC-C2.3 HC-C2.4 HC-C2.5 HC-C3.1 HC-C3.2 HC-C3.3 HC-C4.1 HC-C4.2 HC-C5.1 HC-C5.2 HC-C5.3
    HC-F1 HC-F2 HC-F3 HC-F4 HC-F5 HC-F6 HC-F7 HC-F8 HC-F9 HC-F10 HC-F11 HC-F12 HC-F13 HC-F14
    HC-F15 HC-F16 HC-F17 HC-F18 HC-F19 HC-F20 HC-F21 HC-F22 HC-F23 HC-F24 HC-F25 HC-F26 HC-F27`,
  hsp: `
    H-01 H-02 H-03 H-04 H-05 H-06 H-07 H-08 H-09 H-10 H-11 H-12 H-13 H-14 H-15 H-16 H-17 H-18
    H-19 H-20 H-21 H-22 H-23 H-24 H-25 H-26 H-27 H-28 H-29 H-30 H-31 H-32 H-33 H-34 H-35 H-36
    H-37 H-38 H-39 H-40 H-41 H-42`,
};
