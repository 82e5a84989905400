/**
 * What the core writes about accounts, plans and changes: its English sentence with places in braces, then the German one. A
 * place that begins with `n` is a figure, with `f` the name of a fact, with `s` a sentence that stands here as well; any other
 * stands as it is. The first that fits is taken.
 */
export const germanSentences: Readonly<Record<string, string>> = {
  // Conditions, as the relation that holds.
  '{fact} is unknown': '{fact} ist unbekannt',
  '{fact} {n} is below {n2}': '{fact} {n} liegt unter {n2}',
  '{fact} {n} is above {n2}': '{fact} {n} liegt über {n2}',
  '{fact} {n} is exactly {n2}': '{fact} {n} ist genau {n2}',
  '{fact} {n} is below {fact2} {n2}': '{fact} {n} liegt unter {fact2} {n2}',
  '{fact} {n} is above {fact2} {n2}': '{fact} {n} liegt über {fact2} {n2}',
  '{fact} {n} is exactly {fact2} {n2}': '{fact} {n} ist genau {fact2} {n2}',
  '{fact} {n} is below {n2} × {fact2} {n3} = {n4}': '{fact} {n} liegt unter {n2} × {fact2} {n3} = {n4}',
  '{fact} {n} is above {n2} × {fact2} {n3} = {n4}': '{fact} {n} liegt über {n2} × {fact2} {n3} = {n4}',
  '{fact} {n} is exactly {n2} × {fact2} {n3} = {n4}': '{fact} {n} ist genau {n2} × {fact2} {n3} = {n4}',
  '{fact} is true': '{fact} trifft zu',
  '{fact} is false': '{fact} trifft nicht zu',
  '{fact} {value} is one of {values}': '{fact} {value} ist eines von {values}',
  '{fact} {value} is none of {values}': '{fact} {value} ist keines von {values}',
  '{fact} {value} do not contain {other}': '{fact} {value} enthalten nicht {other}',
  '{fact} {value} contain {other}': '{fact} {value} enthalten {other}',
  '{fact} {value} equals {other}': '{fact} {value} ist {other}',
  '{fact} {value} differs from {other}': '{fact} {value} ist nicht {other}',
  'built-in healthy': 'von Haus aus gesund',
  'built-in deficit': 'von Haus aus Fehlbetrag',
  'no rule hits': 'keine Regel trifft zu',
  'no rule hits, not even `{rule}`: {s}': 'keine Regel trifft zu, auch nicht `{rule}`: {s}',
  '`{rule}` cannot be judged: {s}': '`{rule}` lässt sich nicht beurteilen: {s}',
  'stays in `{zone}`: {s}': 'bleibt in `{zone}`: {s}',
  'account value {n} is below zero and there is no maintenance margin left to act on':
    'der Kontowert {n} liegt unter null, und es ist keine Erhaltungsmarge übrig, nach der zu handeln wäre',
  'maintenance margin is 0 and account value {n} is not below zero':
    'die Erhaltungsmarge ist 0, und der Kontowert {n} liegt nicht unter null',
  // Findings.
  'no margin ladder is in force for {contract}, so its margin cannot be judged':
    'für {contract} gilt keine Margenstaffel, sodass sich seine Marge nicht beurteilen lässt',
  'equity {n} is below initial margin {n2}: no new risk can be taken':
    'Eigenkapital {n} liegt unter der Anfangsmarge {n2}: neues Risiko kann nicht eingegangen werden',
  'The mark price of {contract} is not known, so its positions cannot be judged.':
    'Der Markpreis von {contract} ist nicht bekannt, sodass sich seine Positionen nicht beurteilen lassen.',
  'The mark price of {contract}, of {at}, is older than the oldest that is believed, {limit}.':
    'Der Markpreis von {contract}, von {at}, ist älter als der älteste, dem geglaubt wird, {limit}.',
  'The mark price of {contract}, of {at}, is newer than the oldest that is believed, {limit}.':
    'Der Markpreis von {contract}, von {at}, ist neuer als der älteste, dem geglaubt wird, {limit}.',
  'The mark price of {contract}, of {at}, is exactly the oldest that is believed, {limit}.':
    'Der Markpreis von {contract}, von {at}, ist genau der älteste, dem geglaubt wird, {limit}.',
  'The mark price of {contract}, of {at}, is not comparable with the oldest that is believed, {limit}.':
    'Der Markpreis von {contract}, von {at}, lässt sich nicht mit dem ältesten vergleichen, dem geglaubt wird, {limit}.',
  'The mark price of {contract}, {mark}, is inside the band around its index price, {limit}.':
    'Der Markpreis von {contract}, {mark}, liegt im Band um seinen Indexpreis, {limit}.',
  'The mark price of {contract}, {mark}, is at the edge of the band around its index price, {limit}.':
    'Der Markpreis von {contract}, {mark}, liegt am Rand des Bands um seinen Indexpreis, {limit}.',
  'The mark price of {contract}, {mark}, is outside the band around its index price, {limit}.':
    'Der Markpreis von {contract}, {mark}, liegt außerhalb des Bands um seinen Indexpreis, {limit}.',
  'The mark price of {contract}, {mark}, is not comparable with the band around its index price, {limit}.':
    'Der Markpreis von {contract}, {mark}, lässt sich nicht mit dem Band um seinen Indexpreis vergleichen, {limit}.',
  'The mark price of {contract}, {mark}, is inside the band around its last good mark price, {limit}.':
    'Der Markpreis von {contract}, {mark}, liegt im Band um seinen letzten guten Markpreis, {limit}.',
  'The mark price of {contract}, {mark}, is at the edge of the band around its last good mark price, {limit}.':
    'Der Markpreis von {contract}, {mark}, liegt am Rand des Bands um seinen letzten guten Markpreis, {limit}.',
  'The mark price of {contract}, {mark}, is outside the band around its last good mark price, {limit}.':
    'Der Markpreis von {contract}, {mark}, liegt außerhalb des Bands um seinen letzten guten Markpreis, {limit}.',
  'The mark price of {contract}, {mark}, is not comparable with the band around its last good mark price, {limit}.':
    'Der Markpreis von {contract}, {mark}, lässt sich nicht mit dem Band um seinen letzten guten Markpreis vergleichen, {limit}.',
  'The fact {fact} is not known, so the rule that asks for it cannot be judged.':
    'Der Fakt „{fact}“ ist nicht bekannt, sodass sich die Regel, die nach ihm fragt, nicht beurteilen lässt.',
  'Liquidation of {contract} is on hold until {limit}: {why}.':
    'Die Liquidation von {contract} ist bis {limit} angehalten: {why}.',
  'No history of the account is given, so the conditions for entering a zone apply, not those for leaving one.':
    'Die Vorgeschichte des Kontos ist nicht angegeben, also gelten die Bedingungen für den Eintritt in eine Zone, nicht die für das Verlassen.',
  'The price at which {asset} counts as collateral is not known, so its value cannot be judged.':
    'Der Preis, zu dem {asset} als Sicherheit zählt, ist nicht bekannt, sodass sich sein Wert nicht beurteilen lässt.',
  'The price of {asset}, of {at}, is before the oldest instant that still counts, {limit}.':
    'Der Preis von {asset}, von {at}, liegt vor dem ältesten Zeitpunkt, der noch zählt, {limit}.',
  'The price of {asset}, of {at}, is after the oldest instant that still counts, {limit}.':
    'Der Preis von {asset}, von {at}, liegt nach dem ältesten Zeitpunkt, der noch zählt, {limit}.',
  'The price of {asset}, of {at}, is at the oldest instant that still counts, {limit}.':
    'Der Preis von {asset}, von {at}, ist vom ältesten Zeitpunkt, der noch zählt, {limit}.',
  'The price of {asset}, of {at}, is not comparable with the oldest instant that still counts, {limit}.':
    'Der Preis von {asset}, von {at}, lässt sich nicht mit dem ältesten Zeitpunkt vergleichen, der noch zählt, {limit}.',
  'The share of {asset} in the counted collateral is cut to {limit}.':
    'Der Anteil von {asset} an den angerechneten Sicherheiten wird auf {limit} gekürzt.',
  'The share of {asset} in the counted collateral, {share}, is above the largest allowed, {limit}.':
    'Der Anteil von {asset} an den angerechneten Sicherheiten, {share}, liegt über dem größten erlaubten, {limit}.',
  'The share of {asset} in the counted collateral, {share}, is at the largest allowed, {limit}.':
    'Der Anteil von {asset} an den angerechneten Sicherheiten, {share}, ist der größte erlaubte, {limit}.',
  'The share of {asset} in the counted collateral, {share}, is below the largest allowed, {limit}.':
    'Der Anteil von {asset} an den angerechneten Sicherheiten, {share}, liegt unter dem größten erlaubten, {limit}.',
  'The share of {asset} in the counted collateral, {share}, is not comparable with the largest allowed, {limit}.':
    'Der Anteil von {asset} an den angerechneten Sicherheiten, {share}, lässt sich nicht mit dem größten erlaubten vergleichen, {limit}.',
  "The haircut of {asset} scales with the venue's total deposits, which are not known, so its value cannot be judged.":
    'Der Abschlag von {asset} geht mit den gesamten Einlagen des Handelsplatzes, die nicht bekannt sind, sodass sich sein Wert nicht beurteilen lässt.',
  'The size of the position in {contract}, {size} contracts, is above the largest allowed, {limit}.':
    'Die Größe der Position in {contract}, {size} Kontrakte, liegt über der größten erlaubten, {limit}.',
  'The open interest of {contract}, {size} contracts, is above the largest allowed, {limit}.':
    'Das Open Interest von {contract}, {size} Kontrakte, liegt über dem größten erlaubten, {limit}.',
  'The size of the position in {contract}, {size} contracts, is at the largest allowed, {limit}.':
    'Die Größe der Position in {contract}, {size} Kontrakte, ist die größte erlaubte, {limit}.',
  'The size of the position in {contract}, {size} contracts, is below the largest allowed, {limit}.':
    'Die Größe der Position in {contract}, {size} Kontrakte, liegt unter der größten erlaubten, {limit}.',
  'The size of the position in {contract}, {size} contracts, is not comparable with the largest allowed, {limit}.':
    'Die Größe der Position in {contract}, {size} Kontrakte, lässt sich nicht mit der größten erlaubten vergleichen, {limit}.',
  'The open interest of {contract}, {size} contracts, is at the largest allowed, {limit}.':
    'Das Open Interest von {contract}, {size} Kontrakte, ist das größte erlaubte, {limit}.',
  'The open interest of {contract}, {size} contracts, is below the largest allowed, {limit}.':
    'Das Open Interest von {contract}, {size} Kontrakte, liegt unter dem größten erlaubten, {limit}.',
  'The open interest of {contract}, {size} contracts, is not comparable with the largest allowed, {limit}.':
    'Das Open Interest von {contract}, {size} Kontrakte, lässt sich nicht mit dem größten erlaubten vergleichen, {limit}.',
  'The listing of {contract} is `{listing}`: positions in it may only be reduced.':
    'Die Notierung von {contract} ist `{listing}`: Positionen dürfen nur abgebaut werden.',
  'The listing of {contract} is `{listing}`: it is off the market and takes no new risk.':
    'Die Notierung von {contract} ist `{listing}`: der Kontrakt ist vom Markt und nimmt kein neues Risiko.',
  'The listing of {contract} is `{listing}`: it takes no new risk.':
    'Die Notierung von {contract} ist `{listing}`: der Kontrakt nimmt kein neues Risiko.',
  'The instant asked about, {at}, is after the expiry of {contract}, {limit}.':
    'Der gefragte Zeitpunkt, {at}, liegt nach dem Auslaufen von {contract}, {limit}.',
  'The instant asked about, {at}, is before the expiry of {contract}, {limit}.':
    'Der gefragte Zeitpunkt, {at}, liegt vor dem Auslaufen von {contract}, {limit}.',
  'The instant asked about, {at}, is at the expiry of {contract}, {limit}.':
    'Der gefragte Zeitpunkt, {at}, ist der des Auslaufens von {contract}, {limit}.',
  'The instant asked about, {at}, is not comparable with the expiry of {contract}, {limit}.':
    'Der gefragte Zeitpunkt, {at}, lässt sich nicht mit dem Auslaufen von {contract} vergleichen, {limit}.',
  'margins of {contract} are multiplied: initial margin by {n}, maintenance margin by {n2}':
    'die Margen von {contract} werden vervielfacht: die Anfangsmarge mit {n}, die Erhaltungsmarge mit {n2}',
  'The notional in {contract}, {n}, is above {n2}, the last cap of its ladder: the last tier goes on, and no new risk is taken.':
    'Der Nennwert in {contract}, {n}, liegt über {n2}, der letzten Obergrenze seiner Staffel: die letzte Stufe geht weiter, und neues Risiko wird nicht eingegangen.',
  'The size in {contract}, {n}, is above {n2}, the last cap of its ladder: the last tier goes on, and no new risk is taken.':
    'Die Größe in {contract}, {n}, liegt über {n2}, der letzten Obergrenze seiner Staffel: die letzte Stufe geht weiter, und neues Risiko wird nicht eingegangen.',
  'The leverage chosen in {contract}, {n}, is above {n2}, the largest of its tier: initial margin is that of the tier.':
    'Der gewählte Hebel in {contract}, {n}, liegt über {n2}, dem größten seiner Stufe: die Anfangsmarge ist die der Stufe.',
  'The notional in {contract}, {x}, is at {limit}, the last cap of its ladder.':
    'Der Nennwert in {contract}, {x}, liegt bei {limit}, der letzten Obergrenze seiner Staffel.',
  'The notional in {contract}, {x}, is below {limit}, the last cap of its ladder.':
    'Der Nennwert in {contract}, {x}, liegt unter {limit}, der letzten Obergrenze seiner Staffel.',
  'The notional in {contract}, {x}, is not comparable with {limit}, the last cap of its ladder.':
    'Der Nennwert in {contract}, {x}, lässt sich nicht mit {limit}, der letzten Obergrenze seiner Staffel, vergleichen.',
  'The size in {contract}, {x}, is at {limit}, the last cap of its ladder.':
    'Die Größe in {contract}, {x}, liegt bei {limit}, der letzten Obergrenze seiner Staffel.',
  'The size in {contract}, {x}, is below {limit}, the last cap of its ladder.':
    'Die Größe in {contract}, {x}, liegt unter {limit}, der letzten Obergrenze seiner Staffel.',
  'The size in {contract}, {x}, is not comparable with {limit}, the last cap of its ladder.':
    'Die Größe in {contract}, {x}, lässt sich nicht mit {limit}, der letzten Obergrenze seiner Staffel, vergleichen.',
  'The leverage chosen in {contract}, {x}, is at {limit}, the largest of its tier.':
    'Der gewählte Hebel in {contract}, {x}, liegt bei {limit}, dem größten seiner Stufe.',
  'The leverage chosen in {contract}, {x}, is below {limit}, the largest of its tier.':
    'Der gewählte Hebel in {contract}, {x}, liegt unter {limit}, dem größten seiner Stufe.',
  'The leverage chosen in {contract}, {x}, is not comparable with {limit}, the largest of its tier.':
    'Der gewählte Hebel in {contract}, {x}, lässt sich nicht mit {limit}, dem größten seiner Stufe, vergleichen.',
  'The initial margin in {contract} scales with open interest, which is not known, so it cannot be judged.':
    'Die Anfangsmarge in {contract} geht mit dem Open Interest, das nicht bekannt ist, sodass sie sich nicht beurteilen lässt.',
  // Why a plan ends.
  'the zone is `{zone}`, in which nothing is liquidated': 'die Zone ist `{zone}`, in der nichts liquidiert wird',
  'no `forced-liquidation` policy in force speaks for the account':
    'keine geltende Richtlinie `forced-liquidation` gilt für das Konto',
  'the zone is `{zone}`, and its liquidation is on hold': 'die Zone ist `{zone}`, und ihre Liquidation ist angehalten',
  'the scope cannot be judged, so that nothing is planned on it':
    'der Bereich lässt sich nicht beurteilen, sodass nichts für ihn geplant wird',
  'the next reduction waits for the cooldown and may follow at {at}':
    'die nächste Reduzierung wartet die Pause ab und darf um {at} folgen',
  'the interval allows no more to be reduced and goes on at {at}':
    'der Zeitraum lässt keine weitere Reduzierung zu und geht um {at} weiter',
  'no order can fill within its limit at the mark, and positions are not taken over':
    'keine Order kann innerhalb ihres Limits zum Markpreis ausgeführt werden, und Positionen werden nicht übernommen',
  'a plan has at most {n} steps by scope, and this scope needs more':
    'ein Plan hat höchstens {n} Schritte je Bereich, und dieser Bereich braucht mehr',
  'the scope is restored': 'der Bereich ist wiederhergestellt',
  'equity {n} has no maintenance margin left to cover': 'Eigenkapital {n} hat keine Erhaltungsmarge mehr zu decken',
  'equity {n} is {n2} times the maintenance margin {n3}, at or above the exit buffer {n4}':
    'Eigenkapital {n} ist das {n2}-fache der Erhaltungsmarge {n3}, mindestens der Puffer des Ausstiegs {n4}',
  'no position is left, and nothing is missing': 'keine Position ist übrig, und nichts fehlt',
  'no position is left, and {n} {asset} are missing': 'keine Position ist übrig, und {n} {asset} fehlen',
  // Why a change takes what it takes.
  'it can liquidate accounts': 'sie kann Konten liquidieren',
  'it keeps accounts from taking new risk': 'sie hält Konten von neuem Risiko ab',
  'it costs accounts': 'sie kostet Konten etwas',
  'it loosens what protects the venue': 'sie lockert, was den Handelsplatz schützt',
  'it does nothing to accounts': 'sie tut Konten nichts',
  'there is no book to count the accounts on that it makes liquidatable':
    'es gibt kein Buch, in dem sich zählen ließe, wie viele Konten sie liquidierbar macht',
  'it makes one account liquidatable without a price having moved':
    'sie macht ein Konto liquidierbar, ohne dass sich ein Preis bewegt hätte',
  'it makes {n} accounts liquidatable without a price having moved':
    'sie macht {n} Konten liquidierbar, ohne dass sich ein Preis bewegt hätte',
  '`{place}` changes by more than a factor of {n}': '`{place}` ändert sich um mehr als den Faktor {n}',
  'the analysis could not answer: {question}': 'die Analyse konnte nicht beantworten: {question}',
  'deleveraging of winners': 'Positionsabbau der Gewinner',
  'cascades of liquidations': 'Ketten von Liquidationen',
  // Facts.
  'computed from the account and the market': 'aus Konto und Markt errechnet',
  'computed from the positions of the candidate': 'aus den Positionen des Kandidaten errechnet',
  'Collateral after haircut plus unrealized pnl and pending funding.':
    'Sicherheiten nach Abschlag plus unrealisierter Gewinn und ausstehendes Funding.',
  'Collateral without haircut plus unrealized pnl and pending funding, at realizable price.':
    'Sicherheiten ohne Abschlag plus unrealisierter Gewinn und ausstehendes Funding, zum erzielbaren Preis.',
  'Margin that positions and open orders need to be opened.':
    'Marge, die Positionen und offene Orders brauchen, um eröffnet zu werden.',
  'Margin below which the scope is liquidatable.': 'Marge, unter der der Bereich liquidierbar ist.',
  'Notionals of all positions, added up.': 'Nennwerte aller Positionen, zusammengezählt.',
  'Profit of all open positions at the mark price; a loss is negative.':
    'Gewinn aller offenen Positionen zum Markpreis; ein Verlust ist negativ.',
  'What may be taken out without touching the initial margin.':
    'Was herausgenommen werden darf, ohne die Anfangsmarge zu berühren.',
  'Equity over maintenance margin; 1 is the edge, lower is worse.':
    'Eigenkapital durch Erhaltungsmarge; 1 ist die Grenze, weniger ist schlechter.',
  'Equity over initial margin.': 'Eigenkapital durch Anfangsmarge.',
  'Account value over initial margin.': 'Kontowert durch Anfangsmarge.',
  'Notional over account value; absent where account value is not above zero.':
    'Nennwert durch Kontowert; fehlt, wo der Kontowert nicht über null liegt.',
  'Number of open positions.': 'Zahl der offenen Positionen.',
  'Whether a pool or one position is judged.': 'Ob ein Pool oder eine Position beurteilt wird.',
  'Asset that the amounts of the scope are in.': 'Vermögenswert, in dem die Beträge des Bereichs stehen.',
  'Contract of an isolated position; absent for a cross pool.':
    'Kontrakt einer isolierten Position; fehlt bei einem Cross-Pool.',
  'Tags of the account.': 'Merkmale des Kontos.',
  'Whether the account holds both sides of the contract.': 'Ob das Konto beide Seiten des Kontrakts hält.',
};
