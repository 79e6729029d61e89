//! French.

use super::super::language::Side::{Before, Behind, Either};
use super::super::language::Turn::{Condition, Denial, Doubt, Negation};
use super::super::language::{Apostrophe, Language, Row, Script};

pub(super) static FRENCH: Language = Language {
    tag: "fr",
    script: Script::Latin,
    apostrophe: Apostrophe::Parts,
    joined: &[],
    rows: &[
        Row {
            turn: Negation,
            side: Before,
            phrases: "ne|n'|pas|jamais|aucun|aucune|aucuns|aucunes|sans|ni|non|nul|nulle|nullement|guère|personne ne\
                |rien ne|ne pas|au lieu de|plutôt que",
            tried: "L’armée {} [bombardé le village]",
        },
        Row {
            turn: Denial,
            side: Before,
            phrases: "dément*|nie|nient|nié|niée|niait|niaient|nier|niant|réfut*|rejett*|rejeté*|rejeta*|rejeter\
                |conteste*|contesté*|contestaient|contestait|récus*|exclut|exclu|excluent|exclure|faux|fausse|fausses\
                |faussement|mensong*|infondé*|aucune preuve|aucun indice|pas de preuve|pas la preuve|refuse de|refusé de\
                |échoué à",
            tried: "L’armée {} des informations selon lesquelles [12 personnes sont mortes]",
        },
        Row {
            turn: Denial,
            side: Behind,
            phrases: "dément*|nie|nient|a nié|est faux|est fausse|était faux|sont fausses|a été démenti*|rejett*",
            tried: "Que [12 personnes soient mortes], l’armée {}",
        },
        Row {
            turn: Doubt,
            side: Before,
            phrases: "aurait|auraient|serait|seraient|pourrait|pourraient|prétend|prétendent|prétendu*|prétendument\
                |présumé*|peut être|probable*|probablement|possible|possibles|possiblement|vraisemblablement\
                |soi disant|supposé*|supposément|éventuel*|allégué*|rumeur*|doute*|non confirmé*|pas confirmé*\
                |pas pu confirmer|semble|semblent|apparemment",
            tried: "L’armée {} [bombardé le village]",
        },
        Row {
            turn: Doubt,
            side: Behind,
            phrases: "n' a pas été confirmé*|n' a pu être confirmé*|n' est pas confirmé*|reste à confirmer",
            tried: "Que [12 personnes soient mortes] {}",
        },
        Row {
            turn: Condition,
            side: Either,
            phrases: "si|s' il|s' ils|à moins que|à condition que|sauf si|pourvu que|au cas où",
            tried: "{} les [pourparlers échouent]",
        },
    ],
    harmless: "non seulement|pas seulement|sans doute|sans aucun doute|pas moins de|si bien que|même si|ne que",
    clauses: "que qu'",
    through: "le la les l' un une des de du d' que qu' au aux à en dans sur par pour avec il elle ils elles on nous \
        vous je j' se s' lui leur leurs son sa ses ce cet cette ces c' y a ont avait avaient est sont été être était \
        étaient avoir eu fait selon lesquelles lesquels laquelle lequel",
    between: 2,
    numbers: "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize \
        vingt trente quarante cinquante soixante cent cents mille million millions milliard \
        milliards dizaine dizaines douzaine vingtaine trentaine centaine centaines millier \
        milliers",
    stops: "et mais ou tandis alors parce car quand lorsque où qui dont après avant depuis dit disent déclaré affirmé \
        indiqué ajouté annoncé rapporté cependant toutefois pendant",
};
