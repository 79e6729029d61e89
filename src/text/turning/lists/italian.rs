//! Italian.

use super::super::language::Side::{Before, Behind, Either};
use super::super::language::Turn::{Condition, Denial, Doubt, Negation};
use super::super::language::{Apostrophe, Language, Row, Script};

pub(super) static ITALIAN: Language = Language {
    tag: "it",
    script: Script::Latin,
    apostrophe: Apostrophe::Parts,
    joined: &[],
    rows: &[
        Row {
            turn: Negation,
            side: Before,
            phrases: "non|mai|nessun|nessuna|nessuno|niente|nulla|senza|né|neanche|nemmeno|neppure|mica|invece di\
                |anziché",
            tried: "L’esercito {} [bombardato il villaggio]",
        },
        Row {
            turn: Denial,
            side: Before,
            phrases: "nega|negano|negò|negarono|negato|negare|negando|negava|smenti*|respin*|rifiut*|confut*\
                |esclude|escludono|escluso|falso|falsa|falsi|false|falsamente|bufala|bufale|infondat*|nessuna prova\
                |non ci sono prove|senza prove",
            tried: "L’esercito {} notizie che [12 persone sono morte]",
        },
        Row {
            turn: Denial,
            side: Behind,
            phrases: "nega|negano|ha negato|hanno negato|smenti*|è falso|è falsa|era falso|è stato smentito|non è vero",
            tried: "Che [12 persone siano morte], l’esercito {}",
        },
        Row {
            turn: Doubt,
            side: Before,
            phrases: "presunt*|presumibilmente|forse|probabile|probabili|probabilmente|possibile|possibili\
                |possibilmente|potrebbe|potrebbero|avrebbe|avrebbero|sarebbe|sarebbero|può|possono|sembra|sembrano\
                |apparentemente|dubbio|dubbi|dubita|non confermat*|non può confermare|non ha confermato",
            tried: "L’esercito {} [bombardato il villaggio]",
        },
        Row {
            turn: Doubt,
            side: Behind,
            phrases: "non è confermat*|non è stato confermato|non è stata confermata|resta da confermare",
            tried: "Che [12 persone siano morte] {}",
        },
        Row {
            turn: Condition,
            side: Either,
            phrases: "se|a meno che|purché|a condizione che|qualora|nel caso in cui",
            tried: "{} i [colloqui falliscono]",
        },
    ],
    harmless: "non solo|non soltanto|senza dubbio|non meno di|anche se|come se",
    clauses: "che ch'",
    through: "il lo la i gli le l' un uno una un' che di del dello della dei degli delle dell' a al allo alla ai agli \
        alle all' in nel nella nei nelle con su per da dal dalla si ci ne ha hanno aveva avevano avuto è sono era \
        erano stato stata stati state essere avere questo questa notizie anche più",
    between: 2,
    numbers: "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici \
        quindici sedici diciassette diciotto diciannove venti* trenta* quaranta* cinquanta* \
        sessanta* settanta* ottanta* novanta* cento* *cento mille *mila milione milioni miliardo \
        miliardi decina decine dozzina centinaio centinaia migliaia",
    stops: "e ed ma mentre perché poiché sebbene quando dove chi cui quale quali dopo prima detto dice dicono disse \
        dichiarato affermato aggiunto secondo riferito o però tuttavia",
};
