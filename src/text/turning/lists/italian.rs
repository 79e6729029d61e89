//! Italian.

use super::super::language::Side::{Before, Behind, Either, Next};
use super::super::language::Turn::{Condition, Denial, Doubt, Negation};
use super::super::language::{Apostrophe, Comma, Language, Row, Script};

pub(super) static ITALIAN: Language = Language {
    tag: "it",
    script: Script::Latin,
    apostrophe: Apostrophe::Parts,
    comma: Comma::Ends,
    joined: &[],
    rows: &[
        Row {
            turn: Negation,
            side: Before,
            phrases: "non|mai|nessun|nessuna|nessuno|niente|nulla|senza|né|neanche|nemmeno|neppure|mica|invece di|anziché\
                |raramente|di rado|zero|impossibile|mancanza di|manca di|lungi dal",
            tried: "L’esercito {} [bombardato il villaggio]",
        },
        Row {
            turn: Denial,
            side: Before,
            phrases: "nega|negano|negò|negarono|negato|negare|negando|negava|smenti*|respin*|rifiut*|confut*|esclude\
                |escludono|escluso|falso|falsa|falsi|false|falsamente|bufala|bufale|infondat*|nessuna prova\
                |non ci sono prove|senza prove|contesta|contestano|contestato|contestò|contestava|assolt*|assolv*\
                |assoluzione|scagion*|prosciolt*|discolp*|innocente di|ritratt*|ritirato/ritira\
                /ritirò/ritirati .. dichiarazione/dichiarazioni/accusa/accuse/affermazione|sminuit*|sminuis*\
                |minimizza|minimizzato|minimizzò|bugia|bugie|menzogn*|mentito|mente|mentì|calunni*|diffam*|inventat*\
                |errone*|inesatt*|ingiustamente|a torto|privo/priva/privi/prive di fondamento|smontat*|fandoni*\
                |frottol*|fasull*|si difende dall'/da|si è astenuto|poche prove|scarse prove|contraddett*\
                |contraddic*|disconosc*|rinneg*|rigett*",
            tried: "L’esercito {} notizie che [12 persone sono morte]",
        },
        Row {
            turn: Denial,
            side: Behind,
            phrases: "nega|negano|ha negato|hanno negato|smenti*|è falso|è falsa|era falso|è stato smentito|non è vero\
                |è/era una bugia/menzogna/bufala/invenzione|è/era infondato/infondata/inesatto|è stata smentita\
                |è stato/stata ritrattato/ritrattata/ritirato/ritirata",
            tried: "Che [12 persone siano morte], l’esercito {}",
        },
        Row {
            turn: Doubt,
            side: Before,
            phrases: "presunt*|presumibilmente|forse|probabile|probabili|probabilmente|possibile|possibili|possibilmente\
                |potrebbe|potrebbero|avrebbe|avrebbero|sarebbe|sarebbero|può|possono|sembra|sembrano|apparentemente\
                |dubbio|dubbi|dubita|non confermat*|non può confermare|non ha confermato|pare|a quanto pare|sospett*\
                |accusat*|accusa|accuse|indagat*|dubbios*|ipotetic*|starebbe|starebbero|dovrebbe|dovrebbero|voci non\
                |verosimil*|eventuale|eventualmente|magari|non verificat*|si vocifera",
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
        Row { turn: Negation, side: Next, phrases: "non|mai", tried: "[12 persone] {} morirono" },
        Row {
            turn: Doubt,
            side: Next,
            phrases: "sarebbe|sarebbero|avrebbe|avrebbero|potrebbe|potrebbero|presumibilmente|forse|probabilmente|sono\
                /hanno/erano presumibilmente/forse/probabilmente",
            tried: "[12 persone] {} morte",
        },
        Row {
            turn: Denial,
            side: Behind,
            phrases: "il/cosa che è/era falso/falsa|il che non è vero|ma .. è falso|ma .. non è vero/così|questo\
                /ciò è falso|questo/ciò non è vero|cosa che .. nega/negano/smentisce/smentiscono|una bugia\
                |una menzogna|una bufala",
            tried: "[12 persone sono morte], {}",
        },
        Row {
            turn: Doubt,
            side: Behind,
            phrases: "secondo .. non confermat*/verificat*|secondo .. voci",
            tried: "[12 persone sono morte], {}",
        },
        Row {
            turn: Denial,
            side: Before,
            phrases: "verifica: no|check: no",
            tried: "{}, [12 persone sono morte]",
        },
    ],
    harmless: "non solo|non soltanto|senza dubbio|non meno di|anche se|come se|non si può negare\
        |non può essere negato|nessuno può negare|non c' è dubbio|non vi è dubbio|nessun dubbio\
        |fuor di dubbio|non ci sono che|non c' è che|non vi sono che|non lontano|non sorprende\
        |non è una sorpresa|non è un segreto|non è un caso",
    clauses: "che ch'",
    through: "il lo la i gli le l' un uno una un' che di del dello della dei degli delle dell' a al allo alla ai agli \
        alle all' in nel nella nei nelle con su per da dal dalla si ci ne ha hanno aveva avevano avuto è sono era \
        erano stato stata stati state essere avere questo questa notizie anche più",
    between: 2,
    numbers: "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici \
        diciassette diciotto diciannove venti* trenta* quaranta* cinquanta* sessanta* settanta* ottanta* novanta* \
        cento* *cento mille *mila milione milioni miliardo miliardi decina decine dozzina centinaio centinaia \
        migliaia",
    stops: "e ed ma mentre perché poiché sebbene quando dove dopo prima secondo o però tuttavia",
    says: "detto dice dicono disse dissero dichiarato affermato afferma affermano aggiunto riferito riferisce \
        annunciato",
    adverbs: "*mente",
    participles: "*ando *endo",
    nobody: "nessuno|nessun|nessuna|né|neanche|nemmeno|neppure",
    relatives: "chi cui quale quali",
    letters: "àèéìíîòóùú",
};
