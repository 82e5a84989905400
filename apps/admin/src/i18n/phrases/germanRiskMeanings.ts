/** What fields of the kinds about margin, collateral and contracts mean: the sentence of the schema, then the German one. */
export const germanRiskMeanings: Readonly<Record<string, string>> = {
  'Marginal weights by value: each slice counts at the weight of its tier.':
    'Grenzgewichte nach Wert: jede Scheibe zählt mit dem Gewicht ihrer Stufe.',
  'The ladder; a row is identified by its floor.': 'Die Staffel; eine Zeile ist an ihrer Untergrenze zu erkennen.',
  'Where the tier begins, as value in the valuation asset.':
    'Wo die Stufe beginnt, als Wert im Vermögenswert der Bewertung.',
  'Where the tier ends, as value in the valuation asset; null = unbounded.':
    'Wo die Stufe endet, als Wert im Vermögenswert der Bewertung; null = ohne Ende.',
  'Share of the value in this tier that counts as collateral.':
    'Anteil des Werts in dieser Stufe, der als Sicherheit zählt.',
  'At which price the asset counts.': 'Zu welchem Preis der Vermögenswert zählt.',
  'Which price counts: the index price, the price at which the issuer redeems, or the lower of both.':
    'Welcher Preis zählt: der Indexpreis, der Rücknahmepreis des Emittenten oder der niedrigere von beiden.',
  'The price is never taken below it, in the valuation asset; null = no floor.':
    'Tiefer wird der Preis nie angesetzt, im Vermögenswert der Bewertung; null = keine Untergrenze.',
  'Oldest price that still counts, in seconds; null = no limit.':
    'Ältester Preis, der noch zählt, in Sekunden; null = keine Grenze.',
  "Largest share of the pool's counted collateral that this asset may be; null = no limit.":
    'Größter Anteil der angerechneten Sicherheiten des Pools, den dieser Vermögenswert haben darf; null = keine Grenze.',
  'How a debt in the asset counts; null = at its full value.':
    'Wie eine Schuld in diesem Vermögenswert zählt; null = mit ihrem ganzen Wert.',
  'Weight of a debt in the asset, at or above 1.': 'Gewicht einer Schuld in diesem Vermögenswert, mindestens 1.',
  'Growth of the weight per root of the amount owed: max(weight, 0.8 · weight + factor · √amount).':
    'Wachstum des Gewichts mit der Wurzel der geschuldeten Menge: max(Gewicht, 0.8 · Gewicht + Faktor · √Menge).',
  'Direction in which the computed weight of a debt is rounded.':
    'Richtung, in die das errechnete Gewicht einer Schuld gerundet wird.',
  'Decimals at which a computed weight is rounded.': 'Dezimalstellen, auf die ein errechnetes Gewicht gerundet wird.',
  'The weight falls with the amount held: min(weight, 1.1 / (1 + factor · √amount)).':
    'Das Gewicht fällt mit der gehaltenen Menge: min(Gewicht, 1.1 / (1 + Faktor · √Menge)).',
  'Share of the value that counts for small amounts.': 'Anteil des Werts, der bei kleinen Mengen zählt.',
  'How fast the weight falls per root of the amount of the asset.':
    'Wie schnell das Gewicht mit der Wurzel der Menge fällt.',
  'The weight falls with what the whole venue holds: weight · start / total above the start.':
    'Das Gewicht fällt mit dem, was der ganze Handelsplatz hält: über dem Beginn Gewicht · Beginn / Summe.',
  'Share of the value that counts while the deposits are at or below the start.':
    'Anteil des Werts, der zählt, solange die Einlagen höchstens am Beginn stehen.',
  'Value of all deposits of the asset at the venue above which the weight falls, in the valuation asset.':
    'Wert aller Einlagen des Vermögenswerts am Handelsplatz, über dem das Gewicht fällt, im Vermögenswert der Bewertung.',
  'Assets of the venue; a row is identified by its name.':
    'Vermögenswerte des Handelsplatzes; eine Zeile ist an ihrem Namen zu erkennen.',
  'Asset.': 'Vermögenswert.',
  'Number of decimals of the smallest unit; amounts are rounded to it.':
    'Dezimalstellen der kleinsten Einheit; auf sie werden Beträge gerundet.',
  'Contracts of the venue; a row is identified by its name.':
    'Kontrakte des Handelsplatzes; eine Zeile ist an ihrem Namen zu erkennen.',
  'Contract.': 'Kontrakt.',
  'Linear pays in the quote asset, inverse in the base asset.': 'Linear zahlt im Kurswert, invers im Basiswert.',
  'Base per contract (linear) or quote per contract (inverse).':
    'Basiswert je Kontrakt (linear) oder Kurswert je Kontrakt (invers).',
  'Asset that is traded.': 'Vermögenswert, der gehandelt wird.',
  'Asset that prices are in.': 'Vermögenswert, in dem die Preise stehen.',
  'Asset that profit and loss are paid in.': 'Vermögenswert, in dem Gewinn und Verlust gezahlt werden.',
  'Smallest price step, quote per base; null = not known, prices round to 8 decimals.':
    'Kleinster Preisschritt, Kurswert je Basiswert; null = unbekannt, Preise werden auf 8 Dezimalstellen gerundet.',
  'Smallest size step, in contracts; null = not known, sizes go to 1e-8.':
    'Kleinster Größenschritt, in Kontrakten; null = unbekannt, Größen gehen bis 1e-8.',
  "Group that policies may speak about; the contract's own name where none is given.":
    'Gruppe, für die Richtlinien gelten können; ohne Angabe der Name des Kontrakts selbst.',
  'When the contract expires, in UTC; null = perpetual.': 'Wann der Kontrakt ausläuft, in UTC; null = unbefristet.',
  'Largest size that one position may have, in contracts; null = no limit.':
    'Größte Größe, die eine Position haben darf, in Kontrakten; null = keine Grenze.',
  'Largest open interest of the contract, in contracts; null = no limit.':
    'Größtes Open Interest des Kontrakts, in Kontrakten; null = keine Grenze.',
  'Whether positions may be opened, only reduced, or the contract is off the market.':
    'Ob Positionen eröffnet oder nur abgebaut werden dürfen, oder ob der Kontrakt vom Markt ist.',
  'The multiplier of initial margin and its bounds.': 'Der Faktor der Anfangsmarge und seine Grenzen.',
  'What initial margin is multiplied by where the market states nothing.':
    'Womit die Anfangsmarge vervielfacht wird, wo der Markt nichts angibt.',
  'The least that counts, whatever the market states.': 'Das Mindeste, das zählt, was immer der Markt angibt.',
  'The most that counts, whatever the market states.': 'Das Höchste, das zählt, was immer der Markt angibt.',
  'The multiplier of maintenance margin and its bounds.': 'Der Faktor der Erhaltungsmarge und seine Grenzen.',
  'What maintenance margin is multiplied by where the market states nothing.':
    'Womit die Erhaltungsmarge vervielfacht wird, wo der Markt nichts angibt.',
  'Steps: each tier has one rate.': 'Treppe: jede Stufe hat einen Satz.',
  'Which tier a position exactly on a border belongs to: the one that begins there, or the one that ends there.':
    'Zu welcher Stufe eine Position genau auf einer Grenze gehört: zu der, die dort beginnt, oder zu der, die dort endet.',
  'Whether the maintenance deduction makes the margin continuous across borders, or the rate applies to the whole notional.':
    'Ob der Abzug die Marge über Grenzen hinweg stetig macht oder der Satz für den ganzen Nennwert gilt.',
  'Price at which the maintenance margin rate applies: the mark price, or the entry price for the life of the position.':
    'Preis, zu dem der Satz der Erhaltungsmarge gilt: der Markpreis, oder der Einstiegspreis für die Dauer der Position.',
  'Fee for closing, as a fraction of notional, held on top of the maintenance margin rate.':
    'Gebühr des Schließens, als Anteil am Nennwert; sie wird zusätzlich zum Satz der Erhaltungsmarge gehalten.',
  'How a long and a short of the same contract in one pool are margined: their difference, both, or only the larger.':
    'Wie Long und Short desselben Kontrakts in einem Pool Marge brauchen: ihr Unterschied, beide, oder nur die größere.',
  'Decimals at which a computed rate is rounded.': 'Dezimalstellen, auf die ein errechneter Satz gerundet wird.',
  'Direction in which a computed rate is rounded.': 'Richtung, in die ein errechneter Satz gerundet wird.',
  'Tiers are borders of notional.': 'Stufen sind Grenzen des Nennwerts.',
  'Where the tier begins, in the settlement asset.': 'Wo die Stufe beginnt, im Vermögenswert der Abrechnung.',
  'Where the tier ends, in the settlement asset; null = unbounded.':
    'Wo die Stufe endet, im Vermögenswert der Abrechnung; null = ohne Ende.',
  'Maintenance margin as a fraction of notional; 0.005 is 0.5 %.':
    'Erhaltungsmarge als Anteil am Nennwert; 0.005 sind 0.5 %.',
  'Amount that makes the steps continuous; derived from the ladder, only checked if it is stated.':
    'Betrag, der die Treppe stetig macht; aus der Staffel abgeleitet und nur geprüft, wenn er angegeben ist.',
  'Largest leverage in this tier; initial margin is at least notional divided by it.':
    'Größter Hebel in dieser Stufe; die Anfangsmarge ist mindestens Nennwert durch Hebel.',
  'Initial margin as a fraction of notional, where the venue states a rate.':
    'Anfangsmarge als Anteil am Nennwert, wo der Handelsplatz einen Satz angibt.',
  'Tiers are borders of size times multiplier.': 'Stufen sind Grenzen von Größe mal Multiplikator.',
  'Where the tier begins, as size times multiplier.': 'Wo die Stufe beginnt, als Größe mal Multiplikator.',
  'Where the tier ends, as size times multiplier; null = unbounded.':
    'Wo die Stufe endet, als Größe mal Multiplikator; null = ohne Ende.',
  'Rates grow with size: base + slope · |size| · multiplier.':
    'Sätze wachsen mit der Größe: Grundsatz + Steigung · |Größe| · Multiplikator.',
  'Initial margin rate at size zero.': 'Satz der Anfangsmarge bei Größe null.',
  'Growth of the initial margin rate per unit of size times multiplier.':
    'Wachstum des Satzes der Anfangsmarge je Einheit von Größe mal Multiplikator.',
  'Maintenance margin rate at size zero.': 'Satz der Erhaltungsmarge bei Größe null.',
  'Growth of the maintenance margin rate per unit of size times multiplier.':
    'Wachstum des Satzes der Erhaltungsmarge je Einheit von Größe mal Multiplikator.',
  'Largest leverage; initial margin is at least notional divided by it.':
    'Größter Hebel; die Anfangsmarge ist mindestens Nennwert durch Hebel.',
  'Rates grow with the root of size: max(rate, 0.8 · rate + factor · √(|size| · multiplier)).':
    'Sätze wachsen mit der Wurzel der Größe: max(Satz, 0.8 · Satz + Faktor · √(|Größe| · Multiplikator)).',
  'Initial margin rate for small sizes.': 'Satz der Anfangsmarge bei kleinen Größen.',
  'Growth of the initial margin rate per root of size times multiplier.':
    'Wachstum des Satzes der Anfangsmarge mit der Wurzel von Größe mal Multiplikator.',
  'Maintenance margin rate for small sizes.': 'Satz der Erhaltungsmarge bei kleinen Größen.',
  'Growth of the maintenance margin rate per root of size times multiplier.':
    'Wachstum des Satzes der Erhaltungsmarge mit der Wurzel von Größe mal Multiplikator.',
  'The initial rate grows from base to 1 between two levels of open interest; maintenance never scales.':
    'Der Anfangssatz wächst zwischen zwei Ständen des Open Interest vom Grundsatz auf 1; die Erhaltung wächst nie.',
  'Initial margin rate at or below the lower level of open interest.':
    'Satz der Anfangsmarge bis zum unteren Stand des Open Interest.',
  'Open interest, as notional in the settlement asset, at which the rate begins to grow.':
    'Open Interest, als Nennwert im Vermögenswert der Abrechnung, bei dem der Satz zu wachsen beginnt.',
  'Open interest, as notional in the settlement asset, at which the rate reaches 1; not above the floor = no scaling.':
    'Open Interest, als Nennwert im Vermögenswert der Abrechnung, bei dem der Satz 1 erreicht; nicht über der Untergrenze = kein Wachstum.',
  'Maintenance margin as a fraction of notional.': 'Erhaltungsmarge als Anteil am Nennwert.',
  'Asset that a multi-asset pool is counted in; prices of collateral are in it.':
    'Vermögenswert, in dem ein Pool mehrerer Vermögenswerte gezählt wird; in ihm stehen die Preise von Sicherheiten.',
  'One cross pool per settlement asset with nothing converted, or one pool in the valuation asset.':
    'Ein Cross-Pool je Vermögenswert der Abrechnung, nichts wird umgerechnet; oder ein Pool im Vermögenswert der Bewertung.',
  'Account tags in order of precedence: where several of them match, the first in this list speaks.':
    'Merkmale von Konten nach Vorrang: wo mehrere passen, gilt das erste dieser Liste.',
};
