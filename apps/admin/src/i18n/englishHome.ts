/** The first page: what is going on, and what should be looked at. */
export const englishHome = {
  now: {
    zones: 'The book by zone',
    scopes: '%{smart_count} scope, book of |||| %{smart_count} scopes, book of',
    accounts: 'Accounts by risk',
    no_book: 'No book has been recorded: the service knows no accounts.',
    over_time: 'Zones over time',
    last_books: 'The last book |||| The last %{smart_count} books',
    losses: 'Recent losses',
    alerts: 'Alerts',
  },
  alert: {
    none: 'Nothing is wrong with the fund or the book.',
    unread: 'Not everything could be read: there may be more.',
    tone_danger: 'now',
    tone_caution: 'look',
    tone_unknown: 'unknown',
    emergencies:
      '%{smart_count} emergency change waits for your review |||| %{smart_count} emergency changes wait for your review',
    losses_asked:
      '%{smart_count} liquidation loss waits to be recorded |||| %{smart_count} liquidation losses wait to be recorded',
    fund_adl: 'Fund %{fund}: deleveraging is open for %{contracts}',
    fund_empty: 'Fund %{fund} is empty',
    fund_below_floor: 'Fund %{fund} is below its floor',
    fund_at_floor: 'Fund %{fund} is at its floor and pays nothing',
    fund_undeclared: 'Fund %{fund} is declared by no policy in force',
    indeterminate:
      'The zone of %{smart_count} scope cannot be told |||| The zone of %{smart_count} scopes cannot be told',
    not_judged: '%{smart_count} account cannot be judged |||| %{smart_count} accounts cannot be judged',
    old_book: 'The last book is %{age} old',
  },
};
