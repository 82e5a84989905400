/** What fields of the kinds about liquidations, funds and losses mean: the sentence of the schema, then the German one. */
export const germanLossMeanings: Readonly<Record<string, string>> = {
  'Whoever has one of these tags never owes: a deficit goes to the waterfall and the balance to zero.':
    'Wer eines dieser Merkmale hat, schuldet nie: ein Fehlbetrag geht in die Verlustkaskade und der Saldo auf null.',
  'Every account.': 'Jedes Konto.',
  'Tag of accounts.': 'Merkmal von Konten.',
  'Share of initial margin below which account value must close protected accounts out; 0.5 is the European retail rule.':
    'Anteil der Anfangsmarge, unter dem der Kontowert geschützte Konten glattstellen muss; 0.5 ist die europäische Regel für Privatkunden.',
  'Which of many accounts comes first.': 'Welches von vielen Konten zuerst kommt.',
  'Which position of an account comes first: the first key that tells two apart decides.':
    'Welche Position eines Kontos zuerst kommt: der erste Schlüssel, der zwei unterscheidet, entscheidet.',
  'By the group of the contract.': 'Nach der Gruppe des Kontrakts.',
  'Groups in the order in which they are closed; one that is not named comes last.':
    'Gruppen in der Reihenfolge, in der sie geschlossen werden; eine, die nicht genannt ist, kommt zuletzt.',
  'Group of contracts.': 'Gruppe von Kontrakten.',
  'The largest loss at the mark first.': 'Der größte Verlust zum Markpreis zuerst.',
  'The largest maintenance margin at the mark first.': 'Die größte Erhaltungsmarge zum Markpreis zuerst.',
  'The deepest market first; one of unknown depth comes last.':
    'Der tiefste Markt zuerst; einer von unbekannter Tiefe kommt zuletzt.',
  'How much of a position one step closes.': 'Wie viel einer Position ein Schritt schließt.',
  'Every position whole.': 'Jede Position ganz.',
  'So far that the position falls into a lower tier of its ladder.':
    'So weit, dass die Position in eine tiefere Stufe ihrer Staffel fällt.',
  'How many tiers lower; whole where there are not so many.':
    'Um wie viele Stufen tiefer; ganz, wo es nicht so viele gibt.',
  'A share of the position.': 'Ein Anteil der Position.',
  'Share of the position that one step closes, rounded up to whole lots.':
    'Anteil der Position, den ein Schritt schließt, auf ganze Lots aufgerundet.',
  'As much as restores the exit buffer at the assumed fill.':
    'So viel, wie bei der angenommenen Ausführung den Puffer des Ausstiegs wiederherstellt.',
  'How much of the shortage is taken as time goes on; null = all of it at once.':
    'Wie viel vom Fehlbestand im Lauf der Zeit genommen wird; null = alles auf einmal.',
  'Share of the shortage that is taken at once.': 'Anteil des Fehlbestands, der sofort genommen wird.',
  'Time in which the share grows by the whole of a shortage.':
    'Zeit, in der der Anteil um einen ganzen Fehlbestand wächst.',
  'A shortage below it is taken whole; in the asset of the scope.':
    'Ein kleinerer Fehlbestand wird ganz genommen; im Vermögenswert des Bereichs.',
  'A position of at most so much notional is closed whole; null = none is for its notional.':
    'Eine Position von höchstens so viel Nennwert wird ganz geschlossen; null = keine wegen ihres Nennwerts.',
  'A position of at most so many contracts is closed whole; null = none is for its size.':
    'Eine Position von höchstens so vielen Kontrakten wird ganz geschlossen; null = keine wegen ihrer Größe.',
  'A step closes at least so much notional, or the whole position; null = no minimum.':
    'Ein Schritt schließt mindestens so viel Nennwert oder die ganze Position; null = kein Mindestmaß.',
  'Largest share of the depth of the market that one step takes; null = any.':
    'Größter Anteil der Markttiefe, den ein Schritt nimmt; null = jeder.',
  'Time between two reductions of a scope.': 'Zeit zwischen zwei Reduzierungen eines Bereichs.',
  'The largest notional of a scope that is reduced within a time; null = any.':
    'Der größte Nennwert eines Bereichs, der in einer Zeit reduziert wird; null = jeder.',
  'Length of the interval that slides along.': 'Länge des Zeitraums, der mitläuft.',
  'Largest notional that is reduced within it, by scope and in its asset.':
    'Größter Nennwert, der darin reduziert wird, je Bereich und in dessen Vermögenswert.',
  'A liquidation stops only at equity of at least so many times the maintenance margin; 1 or more.':
    'Eine Liquidation endet erst bei Eigenkapital vom mindestens so Vielfachen der Erhaltungsmarge; 1 oder mehr.',
  'The worst that a position may be closed at.':
    'Der schlechteste Preis, zu dem eine Position geschlossen werden darf.',
  'What leaves the share of equity of a part spent.': 'Was den Anteil eines Teils am Eigenkapital aufbraucht.',
  'So far from the mark as the scope is under water; never past the bankruptcy amount.':
    'So weit vom Markpreis, wie der Bereich unter Wasser ist; nie jenseits des Insolvenzbetrags.',
  'How fast the spread opens: it is whole once 1 − equity ÷ maintenance margin is 1 ÷ this.':
    'Wie schnell sich die Spanne öffnet: sie ist ganz offen, sobald 1 − Eigenkapital ÷ Erhaltungsmarge gleich 1 ÷ diesem Wert ist.',
  'Share of the maintenance margin of the position that a whole spread is.':
    'Anteil der Erhaltungsmarge der Position, den eine ganze Spanne ausmacht.',
  'Share of the notional by which a plan takes fills to be worse than the mark.':
    'Anteil am Nennwert, um den ein Plan Ausführungen schlechter als den Markpreis annimmt.',
  'Fee of a liquidation, as a share of the fill; capped so that it never makes an account negative.':
    'Gebühr einer Liquidation, als Anteil an der Ausführung; so begrenzt, dass sie nie ein Konto negativ macht.',
  'What the fund takes beside, as a share of the fill, out of what the fee leaves.':
    'Was der Fonds daneben nimmt, als Anteil an der Ausführung, aus dem, was die Gebühr übrig lässt.',
  'Largest share of what the fee leaves above the bankruptcy amount that the fund takes.':
    'Größter Anteil dessen, was die Gebühr über dem Insolvenzbetrag übrig lässt, den der Fonds nimmt.',
  'How the fee grows with the time that a liquidation takes; null = it stays.':
    'Wie die Gebühr mit der Dauer einer Liquidation wächst; null = sie bleibt.',
  'Time from the begin of the liquidation for which the fee stays.':
    'Zeit vom Beginn der Liquidation an, in der die Gebühr bleibt.',
  'What the rate has grown by for each second since the begin once the grace is over.':
    'Um wie viel der Satz nach der Schonfrist für jede Sekunde seit dem Beginn gewachsen ist.',
  'The rate never grows past it.': 'Darüber wächst der Satz nie.',
  'Who keeps what a fill brings above the bankruptcy amount once fees are paid.':
    'Wer behält, was eine Ausführung nach Abzug der Gebühren über dem Insolvenzbetrag bringt.',
  'Whether the fund takes over, at its bankruptcy amount, what no fill within its limit can close.':
    'Ob der Fonds zum Insolvenzbetrag übernimmt, was keine Ausführung innerhalb ihres Limits schließen kann.',
  'How collateral is sold for what is owed in another asset; null = it is not.':
    'Wie Sicherheiten für das verkauft werden, was in einem anderen Vermögenswert geschuldet ist; null = gar nicht.',
  'What is sold, in this order, for what is owed; an asset that is not named is never sold.':
    'Was in dieser Reihenfolge für das Geschuldete verkauft wird; ein Vermögenswert, der nicht genannt ist, wird nie verkauft.',
  'Asset that is sold.': 'Vermögenswert, der verkauft wird.',
  'Share of its realizable price that selling it costs.': 'Anteil seines erzielbaren Preises, den der Verkauf kostet.',
  'How much of an asset may be owed while positions are open; none where it is not named.':
    'Wie viel eines Vermögenswerts geschuldet sein darf, solange Positionen offen sind; nichts, wo er nicht genannt ist.',
  'Asset that is owed.': 'Vermögenswert, der geschuldet ist.',
  'Collateral is sold for the asset once its net (balance, pending funding and pnl) is below it.':
    'Für den Vermögenswert werden Sicherheiten verkauft, sobald sein Netto (Saldo, ausstehendes Funding und Gewinn) darunter liegt.',
  'The compartments of the fund; none pays for another.': 'Die Abteilungen des Fonds; keine zahlt für eine andere.',
  'Name of the compartment; its identity across versions and in the ledger.':
    'Name der Abteilung; an ihm ist sie in jeder Fassung und im Hauptbuch zu erkennen.',
  'Groups of contracts whose losses it pays; null = every group that no other of its asset names.':
    'Gruppen von Kontrakten, deren Verluste er zahlt; null = jede Gruppe, die kein anderer seines Vermögenswerts nennt.',
  'Asset that it holds and pays in: the settlement asset of the contracts.':
    'Vermögenswert, den er hält und in dem er zahlt: der der Abrechnung der Kontrakte.',
  'Share of what a fill brings above bankruptcy amount and fee that flows in; the account keeps the rest.':
    'Anteil dessen, was eine Ausführung über Insolvenzbetrag und Gebühr bringt, der einfließt; den Rest behält das Konto.',
  'Share of liquidation fees that flows in; the venue keeps the rest.':
    'Anteil der Gebühren von Liquidationen, der einfließt; den Rest behält der Handelsplatz.',
  'Whether the venue may pay into it.': 'Ob der Handelsplatz einzahlen darf.',
  'Balance that is kept back from every loss, in the asset.':
    'Bestand, der bei jedem Verlust zurückbehalten wird, im Vermögenswert.',
  'Most that it pays for one loss, in the asset; null = no limit.':
    'So viel zahlt er höchstens für einen Verlust, im Vermögenswert; null = keine Grenze.',
  'Most that it pays for one account in a period, in the asset; null = no limit.':
    'So viel zahlt er höchstens für ein Konto in einem Zeitraum, im Vermögenswert; null = keine Grenze.',
  'Most that it pays in a period, in the asset; null = no limit.':
    'So viel zahlt er höchstens in einem Zeitraum, im Vermögenswert; null = keine Grenze.',
  'The period that ends with the loss; null where no cap is about one.':
    'Der Zeitraum, der mit dem Verlust endet; null = keine Obergrenze gilt einem Zeitraum.',
  'When it opens deleveraging and when it closes it; null = never.':
    'Wann er den Positionsabbau öffnet und wann er ihn schließt; null = nie.',
  'Drawdown at or below which deleveraging opens: -0.3 is a loss of 30 % of the balance.':
    'Rückgang, bei dem sich der Positionsabbau öffnet: -0.3 ist ein Verlust von 30 % des Bestands.',
  'Balance above which drawdown opens it, in the asset.':
    'Bestand, über dem ein Rückgang ihn öffnet, im Vermögenswert.',
  'Drawdown above which deleveraging closes again, while there is a balance.':
    'Rückgang, über dem sich der Positionsabbau wieder schließt, solange es einen Bestand gibt.',
  'Time over which drawdown is measured: pnl of liquidations over the largest balance.':
    'Zeit, über die der Rückgang gemessen wird: Ergebnis der Liquidationen durch den größten Bestand.',
  'How positions are held that it takes over; null = it takes none.':
    'Wie Positionen gehalten werden, die er übernimmt; null = er übernimmt keine.',
  'Loss of positions taken over, in the asset, that opens deleveraging.':
    'Verlust übernommener Positionen, im Vermögenswert, der den Positionsabbau öffnet.',
  'Asked in this order; each type stands at most once.':
    'In dieser Reihenfolge befragt; jede Art steht höchstens einmal.',
  "What pays: the account's own unsold collateral, the fees of the event, the fund, or the venue.":
    'Was zahlt: die unverkauften Sicherheiten des Kontos selbst, die Gebühren des Ereignisses, der Fonds oder der Handelsplatz.',
  'By asset of the deficit; an asset that is not listed has no cap.':
    'Nach Vermögenswert des Fehlbetrags; einer, der nicht genannt ist, hat keine Obergrenze.',
  'Asset of the deficit.': 'Vermögenswert des Fehlbetrags.',
  'Most that the layer bears of one loss, in the asset; null = no limit.':
    'So viel trägt die Schicht höchstens von einem Verlust, im Vermögenswert; null = keine Grenze.',
  'Most that it bears in a period, in the asset; null = no limit.':
    'So viel trägt sie höchstens in einem Zeitraum, im Vermögenswert; null = keine Grenze.',
  'Closes the open position against those who gain by it.':
    'Schließt die offene Position gegen die, die an ihr gewinnen.',
  "Whether it acts whenever it is reached, or only while the fund's switch is on.":
    'Ob sie immer handelt, wenn sie erreicht wird, oder nur, solange der Schalter des Fonds an ist.',
  'What the queue goes by: pnl% · leverage, mark over entry · leverage, unrealized pnl, or ids alone.':
    'Wonach die Reihe geht: Gewinn in % · Hebel, Mark durch Einstieg · Hebel, unrealisierter Gewinn, oder allein nach IDs.',
  'The price of the account that goes under, or the mark, at which nothing is absorbed.':
    'Der Preis des Kontos, das untergeht, oder der Markpreis, bei dem nichts aufgefangen wird.',
  'Most of a position that one run closes.': 'So viel einer Position schließt ein Durchgang höchstens.',
  'Most of the open position that one run places.':
    'So viel der offenen Position bringt ein Durchgang höchstens unter.',
  'Who is left out: any one of these is enough, and one that cannot be judged leaves nobody out.':
    'Wer ausgenommen ist: eine davon genügt, und eine, die sich nicht beurteilen lässt, nimmt niemanden aus.',
  'Name of the exemption; its identity across versions.':
    'Name der Ausnahme; an ihm ist sie in jeder Fassung zu erkennen.',
  'What certainly holds of an account that is left out.': 'Was von einem ausgenommenen Konto mit Gewissheit gilt.',
  'Shares the loss out among those who can bear it.': 'Verteilt den Verlust auf die, die ihn tragen können.',
  'How it is shared out.': 'Wie er verteilt wird.',
  'What an account can lose at most: its profit, or all that it has.':
    'Was ein Konto höchstens verlieren kann: seinen Gewinn, oder alles, was es hat.',
  'What min-max and risk-weighted level; pro-rata levels the capacity, and a queue nothing.':
    'Was min-max und risk-weighted ausgleichen; pro-rata gleicht die Tragfähigkeit aus, eine Reihe nichts.',
  'k of risk-weighted: base · leverage^k.': 'k von risk-weighted: Grundlage · Hebel^k.',
  'Share of its capacity that an account bears at most.': 'Anteil seiner Tragfähigkeit, den ein Konto höchstens trägt.',
  'Dust by asset of the deficit; without a row one unit of it.':
    'Staub nach Vermögenswert des Fehlbetrags; ohne Zeile eine Einheit davon.',
  'Accounts with less capacity than this are left out, in the asset.':
    'Konten mit weniger Tragfähigkeit werden ausgenommen, im Vermögenswert.',
  'What may pay a deficit in another asset; whatever is not listed pays in its own only.':
    'Was einen Fehlbetrag in einem anderen Vermögenswert zahlen darf; was nicht genannt ist, zahlt nur im eigenen.',
  'Asset that a layer holds.': 'Vermögenswert, den eine Schicht hält.',
  'What is taken off the price of what is sold.': 'Was vom Preis des Verkauften abgezogen wird.',
  'Facts that the venue sends with a candidate, for exemptions.':
    'Fakten, die der Handelsplatz mit einem Kandidaten sendet, für Ausnahmen.',
  'What an account falls short of: its initial or maintenance margin, or what it still owes.':
    'Woran es einem Konto fehlt: an seiner Anfangs- oder Erhaltungsmarge, oder an dem, was es noch schuldet.',
  'Time of day at which the shortfall counts, in the declared zone.':
    'Tageszeit, zu der der Fehlbetrag zählt, in der angegebenen Zeitzone.',
  'The zone of days and months, as its offset from UTC.': 'Die Zeitzone von Tagen und Monaten, als Abstand von UTC.',
  'In order: the first whose limits hold speaks; the last has no limit.':
    'Der Reihe nach: die erste, deren Grenzen gelten, gilt; die letzte hat keine Grenze.',
  'The shortfall is below this amount, in the asset of the scope; null = however large.':
    'Der Fehlbetrag liegt unter diesem Betrag, im Vermögenswert des Bereichs; null = wie groß auch immer.',
  'The shortfall is below this share of the margin; null = whatever share.':
    'Der Fehlbetrag liegt unter diesem Anteil der Marge; null = welcher Anteil auch immer.',
  'Share of the shortfall that one day costs: 0.005 is 0.5 %.':
    'Anteil des Fehlbetrags, den ein Tag kostet: 0.005 sind 0.5 %.',
  'What a shortfall costs that goes on or comes back; null = no more than another.':
    'Was ein Fehlbetrag kostet, der anhält oder wiederkommt; null = nicht mehr als ein anderer.',
  'Days in a row for which the grades still speak; null = any number.':
    'Tage in Folge, für die noch die Grade gelten; null = beliebig viele.',
  'Days of one calendar month for which the grades still speak; null = any number.':
    'Tage eines Kalendermonats, für die noch die Grade gelten; null = beliebig viele.',
  'Share of the shortfall that each later day costs.': 'Anteil des Fehlbetrags, den jeder spätere Tag kostet.',
};
