//! Spanish.

use super::super::language::Side::{Before, Behind, Either, Next};
use super::super::language::Turn::{Condition, Denial, Doubt, Negation};
use super::super::language::{Apostrophe, Comma, Language, Row, Script};

pub(super) static SPANISH: Language = Language {
    tag: "es",
    script: Script::Latin,
    apostrophe: Apostrophe::Joins,
    comma: Comma::Ends,
    joined: &[],
    rows: &[
        Row {
            turn: Negation,
            side: Before,
            phrases: "no|nunca|jamás|ningún|ninguna|ninguno|ningunos|ningunas|nadie|nada|sin|tampoco|ni|apenas|en lugar de\
                |en vez de|lejos de|rara vez|raramente|cero|imposible|falta de|carece de|carecen de|carecía de",
            tried: "El ejército {} [bombardeó la aldea]",
        },
        Row {
            turn: Denial,
            side: Before,
            phrases: "negó|niega|niegan|negaron|negar|negaba|negaban|negado|negando|desmint*|desmient*|desmentid*|rechaz*\
                |refut*|descart*|falso|falsa|falsos|falsas|falsamente|mentira|mentiras|bulo|bulos|infundad*\
                |sin pruebas|no hay pruebas|no hay evidencia|ninguna prueba|se negó a|se niega a|contradijo\
                |contradijeron|contradice*|absuelt*|absolv*|absolución|exculp*|exoner*|inocente de|sobreseíd*\
                |retractó|retractaron|retractado|retiró/retira/retiraron .. declaración/declaraciones/acusación\
                /acusaciones/afirmación/palabras|minimizó|minimiza|minimizaron|restó/resta/restaron importancia\
                |calumni*|difam*|mintió|miente|mienten|mintieron|embuste*|patraña*|inventado|inventada|erróne*\
                |equivocad*|inexact*|desacredit*|desestim*|repudi*|pocas pruebas|poca evidencia|escasas pruebas\
                |escasa evidencia|injustamente|se abstuvo de|engaños*",
            tried: "El ejército {} informes de que [12 personas murieron]",
        },
        Row {
            turn: Denial,
            side: Behind,
            phrases: "negó|niega|negaron|niegan|desmint*|es falso|es falsa|era falso|son falsos|fue desmentid*|rechazó|es\
                /era/fue mentira/falso/falsa/incorrecto/inexacto/un bulo|fue retirad*/refutad*/retractad*|es\
                /era una mentira",
            tried: "Que [12 personas murieron], el gobierno {}",
        },
        Row {
            turn: Doubt,
            side: Before,
            phrases: "supuest*|supuestamente|presunt*|presuntamente|posible|posibles|posiblemente|quizá|quizás|tal vez\
                |probable|probables|probablemente|habría|habrían|podría|podrían|sería|serían|puede|pueden\
                |aparentemente|rumor|rumores|duda|dudas|dudó|sin confirmar|no confirmad*|no confirmó\
                |no pudo confirmar|no pudieron confirmar|parece|parecen|hubiera|hubieran|al parecer|según parece\
                |por lo visto|sospech*|acusad*|acusación|acusaciones|acusó|acusan|imputad*|dudos*|hipotétic*\
                |a lo mejor|pudo haber|pudieron haber|estaría|estarían|tendría|tendrían|se rumorea|sin verificar\
                |no verificad*|inciert*|cuestionó|cuestiona|cuestionan|cuestionaron|dizque|se dice que\
                |según .. rumores",
            tried: "El ejército {} [bombardeado la aldea]",
        },
        Row {
            turn: Doubt,
            side: Behind,
            phrases: "no ha sido confirmad*|no se ha confirmado|no pudo confirmarse|está sin confirmar",
            tried: "Que [12 personas murieron] {}",
        },
        Row {
            turn: Condition,
            side: Either,
            phrases: "si|a menos que|salvo que|siempre que|siempre y cuando|a condición de|en caso de",
            tried: "{} las [conversaciones fracasan]",
        },
        Row {
            turn: Negation,
            side: Next,
            phrases: "no|nunca|jamás|tampoco",
            tried: "[12 personas] {} murieron",
        },
        Row {
            turn: Doubt,
            side: Next,
            phrases: "habría|habrían|podría|podrían|sería|serían|presuntamente|supuestamente|al parecer|posiblemente\
                |probablemente|fueron/fue/han/habían presuntamente/supuestamente/posiblemente/probablemente",
            tried: "[12 personas] {} muerto",
        },
        Row {
            turn: Denial,
            side: Behind,
            phrases: "lo que/cual es/era falso/mentira/incorrecto|lo que/cual no es cierto/verdad|pero .. es falso/mentira\
                |pero .. no es cierto/verdad/así|eso/esto es falso/mentira|eso/esto no es cierto/verdad/así\
                |lo que .. niega/niegan/negó/desmiente/desmienten/desmintió|algo que .. niega/niegan/negó/desmiente\
                /desmintió|una mentira|un bulo",
            tried: "[12 personas murieron], {}",
        },
        Row {
            turn: Doubt,
            side: Behind,
            phrases: "según .. sin/no confirmar/verificar/confirmados/confirmadas/verificados/verificadas",
            tried: "[12 personas murieron], {}",
        },
        Row {
            turn: Denial,
            side: Before,
            phrases: "verificación: no|datos: no",
            tried: "{}, [12 personas murieron]",
        },
    ],
    harmless: "no solo|no sólo|no solamente|sin duda|no menos de|como si|nada menos|sin embargo|no se puede negar\
        |no puede negarse|no puede ser negado|no cabe negar|nadie puede negar|no hay duda|no cabe duda\
        |no .. más que|no lejos de|no obstante|nada más que|fuera de duda|no es de extrañar|no es sorpresa\
        |no es ningún secreto|no sorprende|no es casualidad",
    clauses: "que",
    through: "el la los las lo un una unos unas que de del al a en por para con se le les su sus este esta estos estas \
        ese esa ha han había habían haber sido ser es son era eran fue fueron está están hay informes muy ya más",
    between: 2,
    numbers: "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete \
        dieciocho diecinueve veinte veinti* treinta cuarenta cincuenta sesenta setenta ochenta noventa cien \
        ciento cientos *cientos *cientas mil miles millón millones docena docenas decenas centenar centenares",
    stops: "y e pero sino mientras porque aunque cuando donde cual cuales tras después antes desde según o",
    says: "dijo dijeron dice dicen dicho afirmó afirmaron afirma afirmado añadió informó informaron informado \
        declaró declararon aseguró aseguraron sostuvo señaló",
    adverbs: "*mente",
    participles: "*ando *iendo",
    nobody: "nadie|ningún|ninguna|ninguno|ni|tampoco",
    relatives: "quien quienes",
    letters: "áéíóúüñ",
};
