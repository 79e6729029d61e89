//! German.

use super::super::language::Side::{Before, Behind, Either};
use super::super::language::Turn::{Condition, Denial, Doubt, Negation};
use super::super::language::{Apostrophe, Language, Row, Script};

pub(super) static GERMAN: Language = Language {
    tag: "de",
    script: Script::Latin,
    apostrophe: Apostrophe::Joins,
    joined: &[],
    rows: &[
        Row {
            turn: Negation,
            side: Before,
            phrases: "kein|keine|keinen|keinem|keiner|keines|keinerlei|ohne|weder|noch nie|niemand|nirgends\
                |nirgendwo|nichts|kaum|statt|anstatt",
            tried: "Es gab {} [12 Toten]",
        },
        Row {
            turn: Negation,
            side: Either,
            phrases: "nicht|nie|niemals|gar nicht|nicht mehr|keineswegs|keinesfalls",
            tried: "Die Armee hat {} [das Dorf bombardiert]",
        },
        Row {
            turn: Negation,
            side: Behind,
            phrases: "nicht mehr bestätigt|nicht an|nicht statt",
            tried: "[Die Armee griff das Dorf] {}",
        },
        Row {
            turn: Denial,
            side: Before,
            phrases: "bestritt*|bestreite*|dementier*|leugne*|verneint*|zurückgewiesen|zurückweis*|zurückwies*\
                |wies|wiesen|widersprach|widersprachen|widerspricht|ausgeschlossen|schloss aus|schließt aus\
                |widerlegt*|falsch*|erfunden*|unwahr*|erlogen*|gelogen|keine beweise|kein beweis|keine belege\
                |keine hinweise|keine anzeichen",
            tried: "Die Armee {} Berichte, dass [12 Menschen starben]",
        },
        Row {
            turn: Denial,
            side: Behind,
            phrases: "bestritt*|bestreite*|dementier*|ist falsch|war falsch|ist unwahr|stimmt nicht|stimme nicht\
                |zurückgewiesen|wurde dementiert",
            tried: "Dass [12 Menschen starben] {}",
        },
        Row {
            turn: Doubt,
            side: Before,
            phrases: "angeblich*|mutmaßlich*|vermutlich*|möglicherweise|womöglich|vielleicht|wahrscheinlich*\
                |offenbar|anscheinend|scheinbar|vermeintlich*|soll|sollen|sollte|sollten|könnte|könnten|dürfte\
                |dürften|würde|würden|hätte|hätten|wäre|wären|unbestätigt*|nicht bestätig*|unklar|fraglich\
                |bezweifel*|zweifel*|eventuell",
            tried: "Die Armee {} [12 Menschen getötet]",
        },
        Row {
            turn: Doubt,
            side: Behind,
            phrases: "nicht bestätigt|nicht bestätigen|unbestätigt|unklar|haben soll|haben sollen|sein soll|sein sollen",
            tried: "Dass [12 Menschen starben], ist {}",
        },
        Row {
            turn: Condition,
            side: Either,
            phrases: "wenn|falls|sofern|ob|es sei denn|vorausgesetzt|unter der bedingung",
            tried: "{} die [Gespräche scheitern]",
        },
    ],
    harmless: "nicht nur|nicht zuletzt|nicht weniger als|wies darauf hin|wiesen darauf hin|kein zweifel|ohne zweifel\
        |als ob|wenn auch",
    clauses: "dass daß ob",
    through: "der die das den dem des ein eine einen einem einer eines dass es er sie wir ihr ihm ihn ihnen sich zu \
        in im am an auf von vom aus bei mit für nach über um durch ist sind war waren wird werden wurde wurden worden \
        hat haben hatte hatten sein gewesen sehr auch noch schon",
    between: 2,
    numbers: "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn \
        sechzehn siebzehn achtzehn neunzehn *zwanzig *dreißig *vierzig *fünfzig *sechzig \
        *siebzig *achtzig *neunzig *hundert *tausend millionen million dutzend dutzende",
    stops: "und aber sondern während weil obwohl obgleich nachdem bevor als wo der dort sagte sagten sagt sagen \
        erklärte erklärten teilte mitteilte oder jedoch allerdings laut berichtete berichteten",
};
