//! German.

use super::super::language::Side::{Before, Behind, Either, Next};
use super::super::language::Turn::{Condition, Denial, Doubt, Negation};
use super::super::language::{Apostrophe, Comma, Language, Row, Script};

pub(super) static GERMAN: Language = Language {
    tag: "de",
    script: Script::Latin,
    apostrophe: Apostrophe::Joins,
    comma: Comma::BeginsSpeech,
    joined: &[],
    rows: &[
        Row {
            turn: Negation,
            side: Before,
            phrases: "kein|keine|keinen|keinem|keiner|keines|keinerlei|ohne|weder|noch nie|niemand|nirgends|nirgendwo\
                |nichts|kaum|statt|anstatt|selten|null|unmöglich|mitnichten|keine einzige|kein einziger\
                |weit davon entfernt",
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
            phrases: "bestritt*|bestreite*|dementier*|leugne*|verneint*|zurückgewiesen|zurückweis*|zurückwies*|wies|wiesen\
                |widersprach|widersprachen|widerspricht|ausgeschlossen|schloss aus|schließt aus|widerlegt*|falsch*\
                |erfunden*|unwahr*|erlogen*|gelogen|keine beweise|kein beweis|keine belege|keine hinweise\
                |keine anzeichen|streitet/streiten/stritt/stritten .. ab|abgestritten|abstreite*|weist\
                /weisen .. zurück|weist/weisen .. von sich|von sich gewiesen|weist/weisen .. bericht*/vorwurf\
                /vorwürfe/behauptung*/anschuldigung*|lüge|lügen|lügenmärchen|falschmeldung*|falschbehauptung*\
                |haltlos*|unbegründet*|unhaltbar*|grundlos*|gegenstandslos*|unzutreffend*|irrtümlich*|fälschlich*\
                |unsinn|quatsch|verleumdung*|gefälscht*|erfindung|freigesprochen|freispruch|freisprach*|entlastet*\
                |unschuldig an|zu unrecht|widerruf*|widerrief*|zurückgenommen|zog/zieht/nahm\
                /nimmt .. aussage*/behauptung*/vorwurf/vorwürfe/anschuldigung*|verwarf*|verworfen|verwirft|abgetan\
                |herunterspiel*|heruntergespielt|spielt/spielte .. herunter|entkräftet*|dementi|dementis|verwahrt*\
                |wehrt* sich gegen|weigert*|verzichtet*|unterlassen|versäumt*|wenig/wenige/kaum belege/beweise\
                /hinweise|lehnt/lehnte/lehnten .. ab|tut/tat/taten .. ab|nahm/nimmt/nehme zurück|distanzier*\
                |in abrede|eine/reine lüge/falschmeldung/erfindung",
            tried: "Die Armee {} Berichte, dass [12 Menschen starben]",
        },
        Row {
            turn: Denial,
            side: Behind,
            phrases: "bestritt*|bestreite*|dementier*|ist falsch|war falsch|ist unwahr|stimmt nicht|stimme nicht\
                |zurückgewiesen|wurde dementiert|ist/war eine lüge/falschmeldung/erfindung|ist/war gelogen/erfunden\
                /haltlos/unwahr/unzutreffend",
            tried: "Dass [12 Menschen starben] {}",
        },
        Row {
            turn: Doubt,
            side: Before,
            phrases: "angeblich*|mutmaßlich*|vermutlich*|möglicherweise|womöglich|vielleicht|wahrscheinlich*|offenbar\
                |anscheinend|scheinbar|vermeintlich*|soll|sollen|sollte|sollten|könnte|könnten|dürfte|dürften|würde\
                |würden|hätte|hätten|wäre|wären|unbestätigt*|nicht bestätig*|unklar|fraglich|bezweifel*|zweifel*\
                |eventuell|gerücht*|verdacht*|verdächtig*|beschuldigt*|beschuldigung*|vorwurf|vorwürfe|wohl|scheint\
                |scheinen|schien|ungeklärt|umstritten*|ungewiss|unbewiesen*|unbelegt*|nicht belegt\
                |dem vernehmen nach|vorgeblich*|mag|angezweifelt|vorgeworfen|gerüchten zufolge|laut gerüchten",
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
        Row {
            turn: Denial,
            side: Behind,
            phrases: "was/das/dies ist/war falsch/unwahr/gelogen/unzutreffend|was/das/dies stimmt nicht|was falsch/unwahr\
                /gelogen/unzutreffend ist/war|doch/aber das ist/war falsch/gelogen/unwahr|doch/aber das stimmt nicht\
                |was .. bestreitet/bestritt/dementiert/dementierte/zurückweist",
            tried: "[12 Menschen starben], {}",
        },
        Row {
            turn: Doubt,
            side: Behind,
            phrases: "nach/laut unbestätigten .. angaben/berichten/meldungen|heißt es gerüchteweise",
            tried: "[12 Menschen starben], {}",
        },
        Row {
            turn: Doubt,
            side: Next,
            phrases: "soll|sollen|könnte|könnten|dürfte|dürften|wären|hätten|angeblich|mutmaßlich|vermutlich|offenbar\
                |möglicherweise|wahrscheinlich|sind/seien/wurden/haben/hatten/waren angeblich/mutmaßlich/vermutlich\
                /offenbar/möglicherweise/wahrscheinlich",
            tried: "[12 Menschen] {} gestorben",
        },
        Row {
            turn: Denial,
            side: Before,
            phrases: "faktencheck: nein|check: nein",
            tried: "{}, [12 Menschen starben]",
        },
    ],
    harmless: "nicht nur|nicht zuletzt|nicht weniger als|wies darauf hin|wiesen darauf hin|kein zweifel\
        |ohne zweifel|als ob|wenn auch|nicht bestritten/geleugnet/bezweifelt werden|nicht zu leugnen\
        /bestreiten|nicht leugnen/bestreiten|niemand kann/bestreitet leugnen/bestreiten|unbestritten\
        |außer zweifel|keinen zweifel|kein zweifel daran|nicht mehr als|weist darauf hin|weisen darauf hin\
        |wohl aber|kein wunder|kein geheimnis|kein zufall|keine überraschung",
    clauses: "dass daß ob",
    through: "der die das den dem des ein eine einen einem einer eines dass es er sie wir ihr ihm ihn ihnen sich zu in \
        im am an auf von vom aus bei mit für nach über um durch ist sind war waren wird werden wurde wurden \
        worden hat haben hatte hatten sein gewesen sehr auch noch schon",
    between: 2,
    numbers: "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn \
        achtzehn neunzehn *zwanzig *dreißig *vierzig *fünfzig *sechzig *siebzig *achtzig *neunzig *hundert \
        *tausend millionen million dutzend dutzende",
    stops: "und aber sondern während weil obwohl obgleich nachdem bevor als wo der dort oder jedoch allerdings laut",
    says: "sagte sagten sagt sagen gesagt erklärte erklärten erklärt erklären behauptete behaupteten behauptet \
        behaupten meldete meldeten meldet melden gemeldet berichtete berichteten berichtet teilte mitteilte \
        mitgeteilt",
    adverbs: "",
    participles: "",
    nobody: "niemand|kein|keine|keiner|keines|weder",
    relatives: "der die das dem den deren dessen",
    letters: "äöüß",
};
