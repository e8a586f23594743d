/** Height of the table drawer: put away, 40 % of the window, or all of it. */
export type DrawerStop = 'closed' | 'half' | 'full';
