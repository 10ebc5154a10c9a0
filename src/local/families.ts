/** Two families the school has on its books from the start; nobody has visited either yet. */
export const families = [
  {
    pupil: "Siân O'Neill",
    yearGroup: 'Year 8',
    parent: "Mair O'Neill",
    parentPhone: '07700 900201',
    address: '14 Ffordd y Môr, Porthcawl CF36 3AB',
    language: 'English',
  },
  {
    pupil: 'Tomos Reid',
    yearGroup: 'Year 10',
    parent: 'Alan Reid',
    parentPhone: '07700 900202',
    address: '3 Mill Lane, Porthcawl CF36 5TT',
    language: 'English',
  },
] as const;
