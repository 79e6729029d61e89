//! Spanish.

use super::super::language::Side::{Before, Behind, Either};
use super::super::language::Turn::{Condition, Denial, Doubt, Negation};
use super::super::language::{Apostrophe, Language, Row, Script};

pub(super) static SPANISH: Language = Language {
    tag: "es",
    script: Script::Latin,
    apostrophe: Apostrophe::Joins,
    joined: &[],
    rows: &[
        Row {
            turn: Negation,
            side: Before,
            phrases: "no|nunca|jamás|ningún|ninguna|ninguno|ningunos|ningunas|nadie|nada|sin|tampoco|ni|apenas\
                |en lugar de|en vez de|lejos de",
            tried: "El ejército {} [bombardeó la aldea]",
        },
        Row {
            turn: Denial,
            side: Before,
            phrases: "negó|niega|niegan|negaron|negar|negaba|negaban|negado|negando|desmint*|desmient*|desmentid*\
                |rechaz*|refut*|descart*|falso|falsa|falsos|falsas|falsamente|mentira|mentiras|bulo|bulos\
                |infundad*|sin pruebas|no hay pruebas|no hay evidencia|ninguna prueba|se negó a|se niega a",
            tried: "El ejército {} informes de que [12 personas murieron]",
        },
        Row {
            turn: Denial,
            side: Behind,
            phrases: "negó|niega|negaron|niegan|desmint*|es falso|es falsa|era falso|son falsos|fue desmentid*|rechazó",
            tried: "Que [12 personas murieron], el gobierno {}",
        },
        Row {
            turn: Doubt,
            side: Before,
            phrases: "supuest*|supuestamente|presunt*|presuntamente|posible|posibles|posiblemente|quizá|quizás\
                |tal vez|probable|probables|probablemente|habría|habrían|podría|podrían|sería|serían|puede|pueden\
                |aparentemente|rumor|rumores|duda|dudas|dudó|sin confirmar|no confirmad*|no confirmó|no pudo confirmar\
                |no pudieron confirmar|parece|parecen|hubiera|hubieran",
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
    ],
    harmless: "no solo|no sólo|no solamente|sin duda|no menos de|como si|nada menos|sin embargo",
    clauses: "que",
    through: "el la los las lo un una unos unas que de del al a en por para con se le les su sus este esta estos estas \
        ese esa ha han había habían haber sido ser es son era eran fue fueron está están hay informes muy ya más",
    between: 2,
    numbers: "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince \
        dieciséis diecisiete dieciocho diecinueve veinte veinti* treinta cuarenta cincuenta \
        sesenta setenta ochenta noventa cien ciento cientos *cientos *cientas mil miles millón \
        millones docena docenas decenas centenar centenares",
    stops: "y e pero sino mientras porque aunque cuando donde quien quienes cual cuales tras después antes desde dijo \
        dijeron dice dicen afirmó afirmaron añadió según informó informaron o",
};
