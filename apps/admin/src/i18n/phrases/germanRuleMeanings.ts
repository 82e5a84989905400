/** What fields of triggers and changes mean: the sentence of the schema, then the German one. */
export const germanRuleMeanings: Readonly<Record<string, string>> = {
  'Tried in order, higher priority first, then by place; the first that is not false decides.':
    'Der Reihe nach befragt, höherer Vorrang zuerst, dann nach Platz; die erste, die nicht falsch ist, entscheidet.',
  'Name of the rule; its identity across versions.': 'Name der Regel; an ihm ist sie in jeder Fassung zu erkennen.',
  'Rules of higher priority are tried first; among equals the place in the list decides.':
    'Regeln mit höherem Vorrang werden zuerst befragt; unter gleichen entscheidet der Platz in der Liste.',
  'What must hold for the rule to hit.': 'Was gelten muss, damit die Regel zutrifft.',
  'The zone that the rule puts a scope into, and what is to be done there.':
    'Die Zone, in die die Regel einen Bereich setzt, und was dort zu tun ist.',
  'Name of the zone, such as margin-call.': 'Name der Zone, etwa margin-call.',
  'What goes with the zone.': 'Was zur Zone gehört.',
  'What the zone asks for, in order.': 'Was die Zone verlangt, der Reihe nach.',
  'What is to be done.': 'Was zu tun ist.',
  'Passed on to whoever acts; in place of {"fact": name} the value of the fact, null where it is unknown.':
    'Wird dem mitgegeben, der handelt; anstelle von {"fact": Name} der Wert des Fakts, null wo er unbekannt ist.',
  'Name of the fact.': 'Name des Fakts.',
  'The part of a structured fact that is meant, such as $.a.b[0].':
    'Der Teil eines gegliederten Fakts, der gemeint ist, etwa $.a.b[0].',
  'Conditions by name, for rules and exits to use.': 'Bedingungen mit Namen, für Regeln und Ausstiege.',
  'Conditions for leaving a zone: hysteresis.': 'Bedingungen für das Verlassen einer Zone: Hysterese.',
  'Zone that is left only on these conditions.': 'Zone, die nur unter diesen Bedingungen verlassen wird.',
  'What must hold for the scope to move to a milder zone.':
    'Was gelten muss, damit der Bereich in eine mildere Zone wechselt.',
  'Facts that the venue sends with an account.': 'Fakten, die der Handelsplatz mit einem Konto sendet.',
  'Name by which conditions ask for the fact.': 'Name, unter dem Bedingungen nach dem Fakt fragen.',
  'What a value is: exact decimal, whole number, true or false, text, a set of texts, or parts by path.':
    'Was ein Wert ist: genaue Dezimalzahl, ganze Zahl, wahr oder falsch, Text, eine Menge von Texten, oder Teile nach Pfad.',
  'What a number counts; numbers of different units are never compared.':
    'Was eine Zahl zählt; Zahlen verschiedener Einheiten werden nie verglichen.',
  'Lowest value that is believed, inclusive; null = no bound.':
    'Kleinster Wert, der geglaubt wird, einschließlich; null = keine Grenze.',
  'Highest value that is believed, inclusive; null = no bound.':
    'Größter Wert, der geglaubt wird, einschließlich; null = keine Grenze.',
  'All values that a text may take; null = any text.': 'Alle Werte, die ein Text haben darf; null = jeder Text.',
  'Fact that is divided, where the fact is a ratio of two others.':
    'Fakt, der geteilt wird, wo der Fakt das Verhältnis zweier anderer ist.',
  'Fact that it is divided by, where the fact is a ratio of two others.':
    'Fakt, durch den geteilt wird, wo der Fakt das Verhältnis zweier anderer ist.',
  'Parts of a structured fact that conditions may ask for; null for any other fact.':
    'Teile eines gegliederten Fakts, nach denen Bedingungen fragen dürfen; null bei jedem anderen Fakt.',
  'Where the part stands in the fact, such as $.limits[0].cap.': 'Wo der Teil im Fakt steht, etwa $.limits[0].cap.',
  'What the part is: exact decimal, whole number, true or false, text, or a set of texts.':
    'Was der Teil ist: genaue Dezimalzahl, ganze Zahl, wahr oder falsch, Text oder eine Menge von Texten.',
  'What the part says, in a sentence.': 'Was der Teil besagt, in einem Satz.',
  'Oldest a value may be; an older one, one without an instant or one from the future is unknown. Null = no limit.':
    'So alt darf ein Wert höchstens sein; ein älterer, einer ohne Zeitpunkt oder einer aus der Zukunft ist unbekannt. Null = keine Grenze.',
  'What the fact says, in a sentence.': 'Was der Fakt besagt, in einem Satz.',
  'Where the fact comes from.': 'Woher der Fakt kommt.',
  'Oldest a mark price may be; an older one cannot be judged on. Null = no limit.':
    'So alt darf ein Markpreis höchstens sein; nach einem älteren lässt sich nicht urteilen. Null = keine Grenze.',
  'How far a mark price may be from what it should be near; beyond, it cannot be judged on.':
    'Wie weit ein Markpreis von dem abweichen darf, dem er nahe sein sollte; darüber hinaus lässt sich nicht nach ihm urteilen.',
  'Largest |mark ÷ index price − 1| at which a mark is believed; 0.05 is 5 %. Null = no limit.':
    'Größtes |Mark ÷ Indexpreis − 1|, bei dem einem Markpreis geglaubt wird; 0.05 sind 5 %. Null = keine Grenze.',
  'Largest |mark ÷ last good mark price − 1| at which a mark is believed; 0.05 is 5 %. Null = no limit.':
    'Größtes |Mark ÷ letzter guter Markpreis − 1|, bei dem einem Markpreis geglaubt wird; 0.05 sind 5 %. Null = keine Grenze.',
  'Contracts whose liquidation is on hold for a while.': 'Kontrakte, deren Liquidation für eine Weile angehalten ist.',
  'Contract whose liquidation is on hold.': 'Kontrakt, dessen Liquidation angehalten ist.',
  'When the hold begins, inclusive.': 'Wann das Anhalten beginnt, einschließlich.',
  'When the hold ends, exclusive.': 'Wann das Anhalten endet, ausschließlich.',
  'Why, for the record.': 'Warum, für die Akten.',
  'Accounts and the zones they must come to: a document whose own cases do not hold is refused.':
    'Konten und die Zonen, in die sie kommen müssen: ein Dokument, dessen eigene Fälle nicht gelten, wird abgelehnt.',
  'Name of the case; its identity across versions.': 'Name des Falls; an ihm ist er in jeder Fassung zu erkennen.',
  'Facts of the account, by name, a part of a structured fact under its name with the path. What is not stated is unknown; unless stated, it is a cross pool of one position without tags.':
    'Fakten des Kontos nach Namen, ein Teil eines gegliederten Fakts unter dessen Namen mit dem Pfad. Was nicht angegeben ist, ist unbekannt; ohne Angabe ist es ein Cross-Pool mit einer Position und ohne Merkmale.',
  'Zone that the account was in before, for exits; null = no history.':
    'Zone, in der das Konto vorher war, für Ausstiege; null = keine Vorgeschichte.',
  'Zone that the rules must give; null = that the facts must not suffice.':
    'Zone, die die Regeln geben müssen; null = dass die Fakten nicht genügen dürfen.',
  'True where every part is true.': 'Wahr, wo jeder Teil wahr ist.',
  'True where at least one part is true.': 'Wahr, wo mindestens ein Teil wahr ist.',
  'True where the part is false.': 'Wahr, wo der Teil falsch ist.',
  'Name of a condition that the document defines.': 'Name einer Bedingung, die das Dokument festlegt.',
  'Fact to compare.': 'Fakt, der verglichen wird.',
  'The part of a structured fact that is compared, such as $.a.b[0].':
    'Der Teil eines gegliederten Fakts, der verglichen wird, etwa $.a.b[0].',
  'How the fact is compared, such as lessThan.': 'Wie der Fakt verglichen wird, etwa lessThan.',
  'What the fact is compared with: a number, a decimal text, a text, a list, or another fact.':
    'Womit der Fakt verglichen wird: eine Zahl, ein Dezimaltext, ein Text, eine Liste oder ein anderer Fakt.',
  'How far and how soon one parameter may move.': 'Wie weit und wie bald sich ein Parameter bewegen darf.',
  'Kind of the policies that the limit is about.': 'Art der Richtlinien, um die es bei der Grenze geht.',
  'The parameter, by row identity as differences name it; * stands for any row.':
    'Der Parameter, mit der Zeile, wie Unterschiede sie nennen; * steht für jede Zeile.',
  'How far it may rise in one change; null = as far as anybody likes.':
    'Wie weit er in einer Änderung steigen darf; null = so weit man will.',
  'Most that it may move, as a share of what it was: 0.25 lets 100 become 125 or 75.':
    'So weit darf er sich höchstens bewegen, als Anteil dessen, was er war: 0.25 lässt aus 100 höchstens 125 oder 75 werden.',
  'Most that it may move, in its own unit.': 'So weit darf er sich höchstens bewegen, in seiner eigenen Einheit.',
  'How far it may fall in one change; null = as far as anybody likes.':
    'Wie weit er in einer Änderung fallen darf; null = so weit man will.',
  'Least time that the version in force must have stood; null = none.':
    'So lange muss die geltende Fassung mindestens bestanden haben; null = keine.',
  'How far what all parameters come to together may move, however little each of them does.':
    'Wie weit sich bewegen darf, was alle Parameter zusammen ergeben, so wenig auch jeder einzelne tut.',
  'Kind of the policies that the envelope is about.': 'Art der Richtlinien, um die es bei der Hülle geht.',
  'What all its parameters together come to, by the name under which the kind measures it.':
    'Was alle seine Parameter zusammen ergeben, unter dem Namen, unter dem die Art es misst.',
  'What a change takes, by the worst that it does.': 'Was eine Änderung braucht, nach dem Schlimmsten, das sie tut.',
  'The worst that the change does to any open account.':
    'Das Schlimmste, das die Änderung irgendeinem offenen Konto antut.',
  'How many different people must approve.': 'Wie viele verschiedene Personen genehmigen müssen.',
  'Roles of which each must be held by one of them.': 'Rollen, von denen jede einer von ihnen haben muss.',
  'Least time from approval to effect.': 'Kürzeste Zeit von der Genehmigung bis zum Inkrafttreten.',
  'What it takes besides, by how many accounts it hits.':
    'Was sie außerdem braucht, je nachdem, wie viele Konten sie trifft.',
  'Where more accounts than this become liquidatable without a price having moved, or nobody knows.':
    'Wo mehr Konten als diese liquidierbar werden, ohne dass sich ein Preis bewegt hätte, oder niemand es weiß.',
  'A parameter that changes by more than this factor takes one more approver: it is often a misplaced point.':
    'Ein Parameter, der sich um mehr als diesen Faktor ändert, braucht eine Genehmigung mehr: oft ist es ein verrutschtes Komma.',
  'Times in which nothing of some effects takes effect.':
    'Zeiten, in denen nichts in Kraft tritt, das bestimmte Wirkungen hat.',
  'When the freeze begins.': 'Wann die Sperre beginnt.',
  'When it ends; from then on changes take effect again.':
    'Wann sie endet; von da an treten Änderungen wieder in Kraft.',
  'Effects that are frozen.': 'Wirkungen, die gesperrt sind.',
  'Why, for whoever runs into it.': 'Warum, für den, der darauf stößt.',
  'Age from which an approval no longer counts; null = it always does.':
    'Alter, von dem an eine Genehmigung nicht mehr zählt; null = sie zählt immer.',
  'Age from which the book behind an impact must be refreshed before approval.':
    'Alter, von dem an das Buch hinter einer Wirkung vor der Genehmigung erneuert werden muss.',
  'How long an emergency stands unless a second person confirms it.':
    'Wie lange ein Notfall besteht, wenn keine zweite Person ihn bestätigt.',
  'Moves of all prices under which the impact of a change is worked out, beside none; each above -1.':
    'Bewegungen aller Preise, unter denen die Wirkung einer Änderung errechnet wird, neben gar keiner; jede über -1.',
  'Move of the mark and index prices of all contracts at once, as a share: -0.25 takes a quarter away.':
    'Bewegung der Mark- und Indexpreise aller Kontrakte zugleich, als Anteil: -0.25 nimmt ein Viertel weg.',
  'How long going back to what was in force, where that harms nobody, is always allowed.':
    'Wie lange es immer erlaubt ist, zu dem zurückzugehen, was galt, wo das niemandem schadet.',
};
